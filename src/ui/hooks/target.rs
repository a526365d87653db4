//! Bringing into sight what a reference leads to.

use yew::prelude::*;

use super::dom::{Block, by_id, focus_element, scroll_to};
use crate::dataset::Text;

/// Brings what the reader's last step has led to into sight, and the focus with it.
#[hook]
pub(in crate::ui) fn use_target(node: &NodeRef, target: Option<&Text>) {
    let node = node.clone();
    use_effect_with(target.cloned(), move |target| {
        if let Some(id) = target {
            visit(&node, id);
        }
    });
}

/// Calls back once the component is on the page.
#[hook]
pub(in crate::ui) fn use_drawn(on_drawn: &Callback<()>) {
    let on_drawn = on_drawn.clone();
    use_effect_with((), move |()| on_drawn.emit(()));
}

/// Brings the element that stands for what has that id into sight, and the focus with it.
fn visit(node: &NodeRef, id: &str) {
    if let Some(element) = by_id(
        node,
        ".ovc-claims [data-id], .ovc-model-table [data-id]",
        id,
    ) {
        // Refused only for what is no name of an attribute.
        let _ = element.set_attribute("tabindex", "-1");
        focus_element(&element);
        scroll_to(&element, Block::Center);
    }
}
