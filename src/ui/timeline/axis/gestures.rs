//! Keys, drag and wheel on the axis. Nothing is listened to outside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::AxisProps;
use crate::ui::hooks;
use crate::ui::timeline::window::{Window, Zoom};

/// A pointer that has moved less than this, in CSS pixels, has clicked.
const CLICK: f64 = 4.0;
/// How far an arrow key moves: a part of what is shown.
const STEP: f64 = 0.15;

/// A pointer that went down on the axis.
#[derive(Clone, Copy)]
struct Drag {
    pointer: i32,
    x: f64,
    window: Window,
}

/// What the axis listens with.
pub(super) struct Gestures {
    pub dragging: bool,
    /// Whether the pointer has dragged since it went down.
    pub moved: Rc<Cell<bool>>,
    pub onkeydown: Callback<KeyboardEvent>,
    pub onwheel: Callback<WheelEvent>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
}

#[hook]
pub(super) fn use_gestures(props: &AxisProps, node: &NodeRef) -> Gestures {
    let drag: Rc<RefCell<Option<Drag>>> = use_mut_ref(|| None);
    let moved = use_memo((), |()| Rc::new(Cell::new(false)));
    let dragging = use_state_eq(|| false);
    let AxisProps {
        window,
        width,
        on_window,
        ..
    } = props.clone();

    let onpointerdown = {
        let (drag, moved) = (drag.clone(), moved.clone());
        Callback::from(move |event: PointerEvent| {
            moved.set(false);
            if event.button() == 0 && event.is_primary() {
                drag.replace(Some(Drag {
                    pointer: event.pointer_id(),
                    x: f64::from(event.client_x()),
                    window,
                }));
            }
        })
    };
    let onpointermove = {
        let (drag, moved, node) = (drag.clone(), moved.clone(), node.clone());
        let (dragging, on_window) = (dragging.setter(), on_window.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(from) = *drag.borrow() else {
                return;
            };
            let distance = f64::from(event.client_x()) - from.x;
            if event.pointer_id() != from.pointer || (!moved.get() && distance.abs() < CLICK) {
                return;
            }
            if !moved.replace(true) {
                dragging.set(true);
                if let Some(element) = node.cast::<web_sys::Element>() {
                    // Refused only where the pointer is gone already.
                    let _ = element.set_pointer_capture(from.pointer);
                }
            }
            let (start, end) = from.window.span();
            on_window.emit(
                from.window
                    .moved_to(start - distance * (end - start) / width.max(1.0)),
            );
        })
    };
    let onpointerup = {
        let (drag, dragging) = (drag.clone(), dragging.setter());
        Callback::from(move |_: PointerEvent| {
            drag.replace(None);
            dragging.set(false);
        })
    };
    Gestures {
        dragging: *dragging,
        moved: (*moved).clone(),
        onkeydown: keys(props),
        onwheel: wheel(props, node),
        onpointerdown,
        onpointermove,
        onpointerup,
    }
}

fn keys(props: &AxisProps) -> Callback<KeyboardEvent> {
    let window = props.window;
    let on_window = props.on_window.clone();
    Callback::from(move |event: KeyboardEvent| {
        let next = match hooks::key(&event).as_deref() {
            Some("+" | "=") => window.zoomed(Zoom::In),
            Some("-" | "_") => window.zoomed(Zoom::Out),
            Some("0") => window.zoomed(Zoom::All),
            Some("ArrowLeft") => window.panned(-STEP),
            Some("ArrowRight") => window.panned(STEP),
            Some("PageUp") => window.panned(-1.0),
            Some("PageDown") => window.panned(1.0),
            Some("Home") => window.moved_to(window.whole().0),
            Some("End") => window.moved_to(window.whole().1),
            _ => return,
        };
        event.prevent_default();
        on_window.emit(next);
    })
}

/// Ctrl or ⌘ and the wheel zoom around the pointer; a plain wheel scrolls the page.
fn wheel(props: &AxisProps, node: &NodeRef) -> Callback<WheelEvent> {
    let (window, width) = (props.window, props.width.max(1.0));
    let on_window = props.on_window.clone();
    let node = node.clone();
    Callback::from(move |event: WheelEvent| {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let left = node
            .cast::<web_sys::Element>()
            .map_or(0.0, |element| element.get_bounding_client_rect().left());
        let mouse: &web_sys::MouseEvent = event.unchecked_ref();
        let (start, end) = window.span();
        let time = start + (f64::from(mouse.client_x()) - left) / width * (end - start);
        // A line and a page of a wheel, in pixels.
        let unit = [1.0, 16.0, 400.0];
        let unit = unit
            .get(event.delta_mode() as usize)
            .copied()
            .unwrap_or(1.0);
        let factor = (-event.delta_y() * unit / 240.0).exp2();
        on_window.emit(window.zoomed_at(factor, time));
    })
}
