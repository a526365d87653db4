//! Moves focus when the focused element disappears, and scrolls to what the reader opens.

use web_sys::Element;
use yew::prelude::*;

use crate::dataset::{Dataset, Text};
use crate::ui::components::side;
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks::{self, Block};

/// The open card, or the unfolded entry of the list.
const OPENED: &str = ".ovc-card-title, .ovc-entry [aria-expanded=true]";

/// Scrolls to the open card or entry whenever `reveals` grows or the state has another `target`.
/// The first rendering does not scroll, unless a reference in another view leads here: then the
/// card or entry takes focus, too.
#[hook]
pub(super) fn use_reveal(node: &NodeRef, reveals: u32, target: Option<&Text>) {
    let node = node.clone();
    let last_reveals = use_mut_ref(|| None);
    use_effect_with((reveals, target.cloned()), move |(reveals, target)| {
        let last = last_reveals.replace(Some(*reveals));
        let is_opened = last.is_some_and(|last| last != *reveals);
        if !is_opened && target.is_none() {
            return;
        }
        reveal(&node);
        if is_opened {
            // The control that opened the list is out of view.
            hooks::focus_first(&node, ".ovc-entry [aria-expanded=true]");
        } else if last.is_none() {
            hooks::focus_first(&node, OPENED);
        }
    });
}

/// Restores focus after each rendering, where the focused element was removed, folded or moved.
#[hook]
pub(super) fn use_focus_return(
    node: &NodeRef,
    data: &SharedDataset,
    views: &NodeRef,
    is_narrow: bool,
    is_folded: bool,
) {
    // The page is not updated yet.
    let before = hooks::focused(node);
    let around = hooks::focused(views);
    let (timeline, views) = (node.clone(), views.clone());
    use_effect(move || {
        // The controls are folded or unfolded with the width.
        let is_around = |selector| is_in(around.as_ref(), selector);
        if is_folded && is_around(".ovc-dates, .ovc-filters, .ovc-definition, .ovc-layout") {
            hooks::focus_first(&views, ".ovc-fold > button");
        } else if !is_narrow && is_around(".ovc-fold") {
            hooks::focus_first(&timeline, ".ovc-range :is(button, input)");
        }
    });
    let (node, data) = (node.clone(), data.clone());
    use_effect(move || match before {
        Some(gone) if !gone.is_connected() => focus_successor(&node, &gone, &data),
        // An element that is removed and inserted again loses focus.
        Some(moved) if hooks::focused(&node).is_none() => hooks::focus_element(&moved),
        _ => {}
    });
}

fn is_in(element: Option<&Element>, selector: &str) -> bool {
    element.is_some_and(|element| matches!(element.closest(selector), Ok(Some(_))))
}

/// Scrolls as little as needed for a title and the first lines under it to be in sight. An entry
/// that does not contain the focus is scrolled to the top.
fn reveal(node: &NodeRef) {
    let scroll = |selector: &str, place: Block| {
        if let Some(element) = hooks::first(node, selector) {
            hooks::scroll_to(&element, place);
        }
    };
    let entry = hooks::first(node, ".ovc-entry:has(> [aria-expanded=true])");
    let focused = hooks::focused(node);
    let elsewhere = entry.filter(|entry| !entry.contains(focused.as_deref()));
    if let Some(entry) = elsewhere {
        hooks::scroll_to(&entry, Block::Start);
    } else {
        // Not the drawing in it, which WebKit scrolls by too little.
        scroll(".is-beside .ovc-axis", Block::Nearest);
        scroll(
            ".ovc-body-main > *, .ovc-card .ovc-members > *",
            Block::Nearest,
        );
        scroll(
            ".ovc-card > header, .ovc-entry [aria-expanded=true]",
            Block::Nearest,
        );
    }
}

/// Moves focus from a removed element to its successor: the open card or entry, unless a mark was
/// removed; or else the mark, cluster or entry of the same event.
fn focus_successor(node: &NodeRef, gone: &Element, data: &Dataset) {
    let was_mark = gone.has_attribute("transform");
    if !was_mark && hooks::focus_first(node, OPENED) {
        return;
    }
    match event_of(gone).and_then(|id| mark_of(node, &id, data)) {
        Some(mark) => hooks::focus_element(&mark),
        None => {
            hooks::focus_first(node, ".ovc-axis, .ovc-anchor, .ovc-empty button");
        }
    }
}

/// Id of the event of a mark, an entry or a card; for a cluster, of its first event.
pub(super) fn event_of(element: &Element) -> Option<String> {
    let place = element.closest(".ovc-mark, .ovc-anchor, [data-first], [data-card]");
    let place = place.ok()??;
    let names = ["data-id", "data-first", "data-card"];
    names.iter().find_map(|name| place.get_attribute(name))
}

/// The mark of an event on the axis, or the cluster that holds it, or its entry in the list.
pub(super) fn mark_of(node: &NodeRef, id: &str, data: &Dataset) -> Option<Element> {
    let mark = hooks::by_id(node, ".ovc-mark, .ovc-anchor", id);
    mark.or_else(|| {
        let position = data.event_position(id);
        let clusters = format!(".ovc-cluster.{}", side::class_of(data.event(id)?.side));
        hooks::all(node, &clusters).into_iter().find(|cluster| {
            let end = |name| data.event_position(&cluster.get_attribute(name)?);
            end("data-first") <= position && position <= end("data-last")
        })
    })
}
