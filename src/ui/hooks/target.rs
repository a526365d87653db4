//! Scrolls to the target of a reference.

use web_sys::Element;
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

/// What a reference may lead to, but for the definitions, which stand in every view.
const TARGETS: &str = ".ovc-table tr, .ovc-claims li, .ovc-level, .ovc-model-table [data-id], .ovc-benchmark, \
    .ovc-yardsticks li, .ovc-step, .ovc-decide [data-id], .ovc-sources-view [data-id]";

/// Scrolls to the element of the record with that id, and focuses it.
pub(in crate::ui) fn visit(node: &NodeRef, id: &str) {
    let in_view = by_id(node, TARGETS, id);
    // A definition may have the id of a level.
    let found = in_view.or_else(|| by_id(node, ".ovc-definitions [data-id]", id));
    if let Some(element) = found {
        unfold(&element);
        // Fails only for an invalid attribute name.
        let _ = element.set_attribute("tabindex", "-1");
        focus_element(&element);
        // A question or a section is higher than the window.
        let is_high = element.matches(".ovc-table tr, section");
        let place = if is_high.unwrap_or_default() {
            Block::Start
        } else {
            Block::Center
        };
        scroll_to(&element, place);
    }
}

/// Opens what an element is folded in.
fn unfold(element: &Element) {
    let mut inside = element.closest("details");
    while let Ok(Some(details)) = inside {
        // Fails only for an invalid attribute name.
        let _ = details.set_attribute("open", "");
        inside = details
            .parent_element()
            .map_or(Ok(None), |parent| parent.closest("details"));
    }
}
