//! Where focus goes when what had it is gone, and what the reader's own steps bring into sight.

use std::rc::Rc;

use web_sys::Element;
use yew::prelude::*;

use super::memory::Memory;
use crate::dataset::{Dataset, Text};
use crate::state::ViewState;
use crate::ui::context::App;
use crate::ui::hooks::{self, Block};
use crate::ui::shape;

/// What is opened: a card, or an entry of the list.
const OPENED: &str = ".ovc-card-title, .ovc-entry [aria-expanded=true]";

/// By then, in milliseconds, the page has drawn what was rendered.
const A_FRAME: i32 = 20;

/// Keeps focus and sight with the reader, after each rendering; at the beginning the page belongs to
/// whatever the reader came for.
pub(in crate::ui) struct Follow {
    memory: Memory,
    data: Rc<Dataset>,
    target: Option<Text>,
    /// What had the focus before.
    before: Option<Element>,
}

impl Follow {
    /// While the view is being rendered: the page still shows what it was before.
    pub fn new(memory: &Memory, app: &App, state: &ViewState) -> Self {
        Self {
            memory: memory.clone(),
            data: app.data.clone(),
            target: state.target.clone(),
            before: hooks::focused(&memory.node),
        }
    }

    /// When it has been rendered; whether there is more to be drawn.
    pub fn rendered(self) -> bool {
        let Self {
            memory,
            data,
            target,
            before,
        } = self;
        let node = &memory.node;
        let link = memory.read().link.clone();
        let link = link.and_then(|id| hooks::by_id(node, ".ovc-links li", &id));
        let link = link.and_then(|link| link.query_selector("button").ok()?);
        let followed = memory.read().followed.clone();
        let is_new =
            memory.read().to_reveal || target.is_some() && followed.as_ref() != Some(&target);
        if is_new {
            reveal(node);
        }
        if memory.read().to_reveal {
            // The page has moved there: what has led to the list is out of sight.
            hooks::focus_first(node, ".ovc-entry [aria-expanded=true]");
        }
        if let Some(link) = &link {
            hooks::focus_element(link);
        }
        match before.filter(|_| link.is_none()) {
            Some(gone) if !gone.is_connected() => land(node, &gone, &data),
            // Folded or unfolded with the width: of the two, one is in sight and takes the focus.
            Some(folded) if is_folded(&folded) => {
                hooks::focus_first(node, ".ovc-range > summary");
                hooks::focus_first(node, ".ovc-range :is(button, input)");
            }
            // It has another place among its neighbours: what is taken out and put in again loses the focus.
            Some(moved) if hooks::focused(node).is_none() => hooks::focus_element(&moved),
            // A reference in another view has led here, and is gone with it.
            None if is_new && followed.is_none() => {
                hooks::focus_first(node, OPENED);
            }
            _ => {}
        }
        memory.note(|remembered| {
            remembered.followed = Some(target);
            remembered.to_reveal = false;
            remembered.link = None;
        });
        if memory.axis.has_deferred_marks() {
            let memory = memory.clone();
            hooks::later(A_FRAME, move || memory.update());
        }
        memory.axis.rendered()
    }

    /// Id of the event whose mark had the focus; of a cluster, the first one.
    pub fn focused(&self) -> Option<String> {
        event_of(self.before.as_ref()?)
    }
}

/// Whether a control of the range, which is folded where it is narrow, is out of sight.
fn is_folded(control: &Element) -> bool {
    let is_in = |selector| matches!(control.closest(selector), Ok(Some(_)));
    is_in(".ovc-range:not([open]) > div")
        // A width is asked for last: the page lays everything out to tell it.
        || is_in(".ovc-range > summary") && control.client_width() == 0
}

/// Scrolls as little as needed for a title and the first lines under it to be seen. What opens
/// elsewhere in the list than where the reader is begins at the top.
fn reveal(node: &NodeRef) {
    let scroll = |selector: &str, place: Block| {
        let found = hooks::first(node, selector);
        found.map(|element| hooks::scroll_to(&element, place))
    };
    let entry = hooks::first(node, ".ovc-entry:has(> [aria-expanded=true])");
    let focused = hooks::focused(node);
    let elsewhere = entry.filter(|entry| !entry.contains(focused.as_deref()));
    if let Some(entry) = elsewhere {
        hooks::scroll_to(&entry, Block::Start);
    } else {
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

/// Focus from an element that is gone on what has taken its place: for what led on what it has led to,
/// or else on what holds its event now.
fn land(node: &NodeRef, gone: &Element, data: &Dataset) {
    if !gone.has_attribute("transform") && hooks::focus_first(node, OPENED) {
        return;
    }
    let holder = event_of(gone).and_then(|id| holder(node, &id, data));
    match holder {
        Some(holder) => hooks::focus_element(&holder),
        None => {
            hooks::focus_first(node, ".ovc-axis, .ovc-anchor, .ovc-empty button");
        }
    }
}

/// Id of the event that a mark or what is opened stands for; of a cluster, the first one.
pub(super) fn event_of(element: &Element) -> Option<String> {
    let place = element.closest(".ovc-mark, .ovc-anchor, [data-first], [data-card]");
    let place = place.ok()??;
    let names = ["data-id", "data-first", "data-card"];
    names.iter().find_map(|name| place.get_attribute(name))
}

/// The mark of an event on the axis, or the cluster that holds it, or its entry in the list.
pub(super) fn holder(node: &NodeRef, id: &str, data: &Dataset) -> Option<Element> {
    let mark = hooks::by_id(node, ".ovc-mark, .ovc-anchor", id);
    mark.or_else(|| {
        let position = data.event_position(id);
        let clusters = [".ovc-cluster.", shape::class_of(data.event(id)?.side)].concat();
        hooks::all(node, &clusters).into_iter().find(|cluster| {
            let end = |name| data.event_position(&cluster.get_attribute(name)?);
            end("data-first") <= position && position <= end("data-last")
        })
    })
}
