//! Scrolls to the target of a reference.

use yew::prelude::*;

use super::dom::{Block, by_id, focus_element, scroll_to};
use crate::dataset::Text;

/// Scrolls to the record that the reader's last step leads to, and focuses it.
#[hook]
pub(in crate::ui) fn use_target(node: &NodeRef, target: Option<&Text>) {
    let node = node.clone();
    use_effect_with(target.cloned(), move |target| {
        if let Some(id) = target {
            visit(&node, id);
        }
    });
}

/// Calls `on_drawn` once the component is on the page.
#[hook]
pub(in crate::ui) fn use_on_mounted(on_drawn: &Callback<()>) {
    let on_drawn = on_drawn.clone();
    use_effect_with((), move |()| on_drawn.emit(()));
}

/// Scrolls to the element of the record with that id, and focuses it.
pub(in crate::ui) fn visit(node: &NodeRef, id: &str) {
    if let Some(element) = by_id(
        node,
        ".ovc-table tr, .ovc-claims li, .ovc-model-table [data-id]",
        id,
    ) {
        // Fails only for an invalid attribute name.
        let _ = element.set_attribute("tabindex", "-1");
        focus_element(&element);
        // A question is higher than the window.
        let is_question = element.matches(".ovc-table tr").unwrap_or_default();
        let place = if is_question {
            Block::Start
        } else {
            Block::Center
        };
        scroll_to(&element, place);
    }
}
