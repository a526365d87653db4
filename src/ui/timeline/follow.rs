//! Where focus goes when what had it is gone, and what the reader's own steps bring into sight.

use yew::prelude::*;

use super::memory::Memory;
use crate::dataset::Text;
use crate::ui::hooks::{self, Place};
use crate::ui::shape;
use crate::ui::shared::Shared;

/// What is opened: a card, or an entry of the list.
const OPENED: &str = ".ovc-card-title, .ovc-entry [aria-expanded=true]";

/// Keeps focus and sight with the reader, after each rendering; at the beginning the page belongs to
/// whatever the reader came for.
#[hook]
pub(super) fn use_follow(node: &NodeRef, shared: &Shared, memory: &Memory, target: &Option<Text>) {
    // While the view is being rendered, the page still shows what it was before.
    let before = hooks::focused(node);
    let (node, shared, memory, target) =
        (node.clone(), shared.clone(), memory.clone(), target.clone());
    use_effect(move || {
        let mut is_new = false;
        let mut is_first = false;
        memory.note(|remembered| {
            is_first = remembered.followed.is_none();
            let followed = remembered.followed.replace(target.clone()).flatten();
            is_new = core::mem::take(&mut remembered.is_cluster_new)
                || target.is_some() && target != followed;
        });
        let still = before.as_ref().filter(|element| element.is_connected());
        if is_new {
            reveal(&node, still);
        }
        match &before {
            Some(gone) if still.is_none() => land(&node, gone, &shared),
            // A reference in another view has led here, and is gone with it.
            None if is_first && is_new => {
                hooks::focus_first(&node, OPENED);
            }
            _ => {}
        }
    });
}

/// Scrolls as little as needed for a title and the first lines under it to be seen. What opens
/// elsewhere in the list than where the reader is begins at the top.
fn reveal(node: &NodeRef, focused: Option<&web_sys::Element>) {
    let entry = hooks::first(node, ".ovc-entry:has(> [aria-expanded=true])");
    match entry.filter(|entry| !entry.contains(focused.map(AsRef::as_ref))) {
        Some(entry) => hooks::scroll_to(&entry, Place::Start),
        None => {
            for selector in [
                ".ovc-body-main > *, .ovc-card .ovc-members > *",
                ".ovc-card > header, .ovc-entry [aria-expanded=true]",
            ] {
                if let Some(element) = hooks::first(node, selector) {
                    hooks::scroll_to(&element, Place::Nearest);
                }
            }
        }
    }
}

/// Focus from an element that is gone on what has taken its place: for a mark what holds its event
/// now, for what led on what it has led to.
fn land(node: &NodeRef, gone: &web_sys::Element, shared: &Shared) {
    let is_mark = gone.has_attribute("transform");
    if !is_mark && hooks::focus_first(node, OPENED) {
        return;
    }
    let id = gone.get_attribute("data-id");
    let id = id.or_else(|| gone.get_attribute("data-first"));
    match id.and_then(|id| holder(node, shared, &id)) {
        Some(holder) => hooks::focus_element(&holder),
        None => {
            hooks::focus_first(node, ".ovc-axis, .ovc-anchor");
        }
    }
}

/// The mark of an event on the axis, or the cluster that holds it.
fn holder(node: &NodeRef, shared: &Shared, id: &str) -> Option<web_sys::Element> {
    let mark = hooks::by_id(node, ".ovc-mark", id);
    mark.or_else(|| {
        let data = &shared.data;
        let position = data.event_position(id);
        let clusters = [".ovc-cluster.", shape::class_of(data.event(id)?.side)].concat();
        hooks::all(node, &clusters).into_iter().find(|cluster| {
            let end = |name| data.event_position(&cluster.get_attribute(name)?);
            end("data-first") <= position && position <= end("data-last")
        })
    })
}
