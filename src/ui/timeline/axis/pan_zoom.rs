//! Drag, pinch and wheel on the axis. There are no listeners outside the axis.

use wasm_bindgen::JsCast;
use yew::prelude::*;

use super::pointers::Pointers;
use crate::timeline::Viewport;
use crate::ui::hooks;

/// CSS pixels of a unit of the wheel, by `deltaMode`: a pixel, a line, a page.
const WHEEL_UNITS: [f64; 3] = [1.0, 16.0, 400.0];
/// Pixels of the wheel that zoom by a factor of two.
const WHEEL_DOUBLE: f64 = 240.0;

/// Event handlers of the axis.
pub(super) struct PanZoom {
    pub onwheel: Callback<WheelEvent>,
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
    /// Whether the last press was a drag and not a click. Reading it resets it.
    pub was_dragged: Callback<(), bool>,
}

/// Handlers that let pointers and the wheel move an axis of that width that shows `viewport`.
#[hook]
pub(super) fn use_pan_zoom(
    node: &NodeRef,
    viewport: Viewport,
    width: f64,
    is_rtl: bool,
    on_show: &Callback<Viewport>,
) -> PanZoom {
    let pointers = use_mut_ref(Pointers::default);
    let was_dragged = {
        let pointers = pointers.clone();
        Callback::from(move |()| pointers.borrow_mut().take_dragged())
    };
    let width = width.max(1.0);
    let along = Along {
        node: node.clone(),
        width,
        is_rtl,
    };
    let onpointerdown = {
        let (pointers, along) = (pointers.clone(), along.clone());
        Callback::from(move |event: PointerEvent| {
            let mut pointers = pointers.borrow_mut();
            if event.is_primary() {
                pointers.begin();
            }
            if event.button() == 0 {
                pointers.press(event.pointer_id(), along.of(&event), viewport);
            }
        })
    };
    let onpointermove = {
        let (pointers, along, on_show) = (pointers.clone(), along.clone(), on_show.clone());
        Callback::from(move |event: PointerEvent| {
            let (id, to) = (event.pointer_id(), along.of(&event));
            let drag = {
                let mut pointers = pointers.borrow_mut();
                if event.buttons() == 0 {
                    // The pointer went up outside the axis, or while the axis was not on the page.
                    pointers.clear();
                }
                pointers.drag(id, to, width)
            };
            if let Some(drag) = drag {
                if drag.is_first {
                    hooks::capture(&along.node, id);
                }
                on_show.emit(drag.viewport);
            }
        })
    };
    let onpointerup = Callback::from(move |event: PointerEvent| {
        pointers.borrow_mut().release(event.pointer_id(), viewport);
    });
    PanZoom {
        onwheel: wheel(along, viewport, on_show.clone()),
        onpointerdown,
        onpointermove,
        onpointerup,
        was_dragged,
    }
}

/// Measures how far a pointer is from where time starts, as a fraction of the width.
#[derive(Clone)]
struct Along {
    node: NodeRef,
    width: f64,
    is_rtl: bool,
}

impl Along {
    fn of(&self, event: &web_sys::MouseEvent) -> f64 {
        let x = hooks::offset_x(&self.node, event) / self.width;
        if self.is_rtl { 1.0 - x } else { x }
    }
}

/// Ctrl or ⌘ and the wheel zoom around the pointer; a plain wheel scrolls the page.
fn wheel(along: Along, viewport: Viewport, on_show: Callback<Viewport>) -> Callback<WheelEvent> {
    Callback::from(move |event: WheelEvent| {
        if !(event.ctrl_key() || event.meta_key()) {
            return;
        }
        event.prevent_default();
        let mouse: &web_sys::MouseEvent = event.unchecked_ref();
        let time = viewport.range().0 + along.of(mouse) * viewport.length();
        let unit = WHEEL_UNITS.get(event.delta_mode() as usize);
        let pixels = event.delta_y() * unit.copied().unwrap_or(1.0);
        let factor = hooks::exp2(-pixels / WHEEL_DOUBLE);
        on_show.emit(viewport.zoomed_at(factor, time));
    })
}
