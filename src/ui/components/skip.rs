//! A button that skips what stands between it and something else. It is seen while it has focus.

use yew::prelude::*;

use crate::ui::hooks;

/// A button that moves focus to the first element inside `node` that matches a selector.
pub(in crate::ui) fn skip(label: &'static str, node: &NodeRef, selector: &'static str) -> Html {
    let node = node.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        hooks::focus_first(&node, selector);
    });
    html! {
        <button type="button" class="ovc-button ovc-skip" {onclick}>{ label }</button>
    }
}
