//! Keys of the timeline: they zoom everywhere in it, and move the axis.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use crate::timeline::{Viewport, Zoom};
use crate::ui::hooks;

/// How far an arrow key moves the axis, as a fraction of the viewport.
const STEP: f64 = 0.15;

/// The step that a key asks for.
enum KeyStep {
    Zoom(Zoom),
    Show(Viewport),
}

/// The key handler of the timeline. Escape closes the open card or cluster, wherever the focus is.
pub(super) fn on_key(
    actions: &Rc<Actions>,
    viewport: Viewport,
    is_rtl: bool,
    as_list: bool,
    is_open: bool,
) -> Callback<KeyboardEvent> {
    let actions = actions.clone();
    Callback::from(move |event: KeyboardEvent| {
        if is_open && hooks::key(&event).as_deref() == Some("Escape") {
            actions.close.emit(());
        } else if let Some(step) = key_step(&event, viewport, is_rtl, as_list) {
            match step {
                KeyStep::Zoom(zoom) => actions.zoom.emit(zoom),
                KeyStep::Show(viewport) => actions.show.emit(viewport),
            }
        } else {
            return;
        }
        event.prevent_default();
    })
}

/// The step that a key inside the timeline asks for. Keys zoom everywhere but in a text field. With
/// an axis, keys also move it, but not where text scrolls or a control has keys of its own.
fn key_step(
    event: &KeyboardEvent,
    viewport: Viewport,
    is_rtl: bool,
    as_list: bool,
) -> Option<KeyStep> {
    let key = hooks::key(event)?;
    let target = event.target_dyn_into::<web_sys::Element>()?;
    let is_in = |selector: &str| matches!(target.closest(selector), Ok(Some(_)));
    if is_in("input") {
        return None;
    }
    let zoom = match &*key {
        "+" | "=" => Some(Zoom::In),
        "-" | "_" => Some(Zoom::Out),
        "0" => Some(Zoom::All),
        _ => None,
    };
    if let Some(zoom) = zoom {
        return Some(KeyStep::Zoom(zoom));
    }
    if as_list || is_in("select, summary, [role=slider], .ovc-card, .ovc-beside") {
        return None;
    }
    let step = if is_rtl { -STEP } else { STEP };
    let (first, last) = viewport.bounds();
    let next = match &*key {
        "ArrowLeft" => viewport.panned(-step),
        "ArrowRight" => viewport.panned(step),
        "PageUp" => viewport.panned(-1.0),
        "PageDown" => viewport.panned(1.0),
        "Home" => viewport.moved_to(first),
        "End" => viewport.moved_to(last),
        _ => return None,
    };
    Some(KeyStep::Show(next))
}
