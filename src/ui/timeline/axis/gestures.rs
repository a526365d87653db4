//! Keys, drag and wheel of the axis. Nothing is listened to outside the timeline.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::AxisProps;
use crate::timeline::{Viewport, Zoom};
use crate::ui::hooks;

/// A pointer that has moved less than this, in CSS pixels, has clicked.
const CLICK: f64 = 4.0;
/// Two fingers count as no nearer than this, in parts of the width.
const LEAST: f64 = 0.001;
/// How far an arrow key moves: a part of what is shown.
const STEP: f64 = 0.15;

/// What a key asks for.
pub(in crate::ui::timeline) enum Step {
    Zoom(Zoom),
    Show(Viewport),
}

/// Pointers that are down on the axis: one drags, two pinch.
#[derive(Default)]
pub(super) struct Held {
    /// Each with its id, where it was when the number of pointers last changed, and where it is: in parts
    /// of the width, which may change meanwhile.
    pointers: Vec<(i32, f64, f64)>,
    /// What the axis showed then.
    viewport: Option<Viewport>,
    /// Whether a pointer has dragged since it went down: then it has not clicked.
    moved: bool,
}

/// The pointers, for all that listens to them.
pub(super) type SharedHeld = Rc<RefCell<Held>>;

impl Held {
    /// Whether what has just been pressed was dragged; asked once.
    pub fn was_dragged(&mut self) -> bool {
        core::mem::take(&mut self.moved)
    }

    /// From here on, what moves is reckoned from where it is now.
    fn anchor(&mut self, viewport: Viewport) {
        self.viewport = Some(viewport);
        for (_, start, now) in &mut self.pointers {
            *start = *now;
        }
    }

    /// The viewport that the pointers ask for: what was under each of them stays there.
    fn target(&self) -> Option<Viewport> {
        let viewport = self.viewport?;
        let (start, end) = viewport.range();
        let days = end - start;
        match *self.pointers {
            [(_, from, to)] => Some(viewport.moved_to(start - (to - from) * days)),
            [(_, from_a, a), (_, from_b, b)] => {
                let factor = (a - b).abs().max(LEAST) / (from_a - from_b).abs().max(LEAST);
                let zoomed =
                    viewport.zoomed_at(factor, start + f64::midpoint(from_a, from_b) * days);
                let shift = f64::midpoint(a, b) - f64::midpoint(from_a, from_b);
                let (start, end) = zoomed.range();
                Some(zoomed.moved_to(start - shift * (end - start)))
            }
            _ => None,
        }
    }
}

/// What the axis listens with.
pub(super) struct Gestures {
    pub onwheel: Callback<WheelEvent>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
}

pub(super) fn gestures(props: &AxisProps<'_>, node: &NodeRef, held: &SharedHeld) -> Gestures {
    let viewport = props.viewport;
    let width = props.width.max(1.0);
    let on_viewport = props.on_viewport.clone();

    let rtl = props.app.is_rtl();
    // How far a pointer is from where time starts, in parts of the width.
    let along = move |node: &NodeRef, event: &web_sys::MouseEvent| {
        let x = hooks::offset_x(node, event) / width;
        if rtl { 1.0 - x } else { x }
    };
    let onpointerdown = {
        let (held, node) = (held.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let mut held = held.borrow_mut();
            if event.is_primary() {
                // Whatever was down before: its end was not told.
                held.pointers.clear();
                held.moved = false;
            }
            if event.button() == 0 && held.pointers.len() < 2 {
                let x = along(&node, &event);
                held.pointers.push((event.pointer_id(), x, x));
                held.anchor(viewport);
            }
        })
    };
    let onpointermove = {
        let (held, node) = (held.clone(), node.clone());
        Callback::from(move |event: PointerEvent| {
            let x = along(&node, &event);
            let (next, is_new) = {
                let mut held = held.borrow_mut();
                if event.buttons() == 0 {
                    // It went up where nobody told: beyond the axis, or while that was not there.
                    held.pointers.clear();
                }
                let (id, moved) = (event.pointer_id(), held.moved);
                let Some(pointer) = held.pointers.iter_mut().find(|pointer| pointer.0 == id) else {
                    return;
                };
                pointer.2 = x;
                if !moved && (x - pointer.1).abs() * width < CLICK {
                    return;
                }
                held.moved = true;
                (held.target(), !moved)
            };
            if is_new {
                hooks::capture(&node, event.pointer_id());
            }
            if let Some(next) = next {
                on_viewport.emit(next);
            }
        })
    };
    let onpointerup = {
        let held = held.clone();
        Callback::from(move |event: PointerEvent| {
            let mut held = held.borrow_mut();
            held.pointers
                .retain(|pointer| pointer.0 != event.pointer_id());
            held.anchor(viewport);
        })
    };
    Gestures {
        onwheel: wheel(props, node, along),
        onpointerdown,
        onpointermove,
        onpointerup,
    }
}

/// What a key that was pressed inside the timeline asks for: everywhere it zooms, but where it is typed
/// into a field; with an axis it moves, too, but for what is read and has keys of its own.
pub(in crate::ui::timeline) fn by_key(
    event: &KeyboardEvent,
    viewport: Viewport,
    rtl: bool,
    as_list: bool,
) -> Option<Step> {
    let key = hooks::key(event)?;
    let target = event.target_dyn_into::<web_sys::Element>()?;
    let is_in = |selector: &str| matches!(target.closest(selector), Ok(Some(_)));
    if is_in("input") {
        return None;
    }
    let step = if rtl { -STEP } else { STEP };
    Some(match &*key {
        "+" | "=" => Step::Zoom(Zoom::In),
        "-" | "_" => Step::Zoom(Zoom::Out),
        "0" => Step::Zoom(Zoom::All),
        // What is read scrolls, and other controls have keys of their own.
        _ if as_list
            || is_in("select, summary, [role=slider], .ovc-card, .ovc-best, .ovc-eras") =>
        {
            return None;
        }
        "ArrowLeft" => Step::Show(viewport.panned(-step)),
        "ArrowRight" => Step::Show(viewport.panned(step)),
        "PageUp" => Step::Show(viewport.panned(-1.0)),
        "PageDown" => Step::Show(viewport.panned(1.0)),
        "Home" => Step::Show(viewport.moved_to(viewport.bounds().0)),
        "End" => Step::Show(viewport.moved_to(viewport.bounds().1)),
        _ => return None,
    })
}

/// Ctrl or ⌘ and the wheel zoom around the pointer; a plain wheel scrolls the page.
fn wheel(
    props: &AxisProps<'_>,
    node: &NodeRef,
    along: impl Fn(&NodeRef, &web_sys::MouseEvent) -> f64 + 'static,
) -> Callback<WheelEvent> {
    let viewport = props.viewport;
    let on_viewport = props.on_viewport.clone();
    let node = node.clone();
    Callback::from(move |event: WheelEvent| {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let mouse: &web_sys::MouseEvent = event.unchecked_ref();
        let (start, end) = viewport.range();
        let time = start + along(&node, mouse) * (end - start);
        // A line and a page of a wheel, in pixels.
        let unit = [1.0, 16.0, 400.0];
        let unit = unit
            .get(event.delta_mode() as usize)
            .copied()
            .unwrap_or(1.0);
        let factor = hooks::exp2(-event.delta_y() * unit / 240.0);
        on_viewport.emit(viewport.zoomed_at(factor, time));
    })
}
