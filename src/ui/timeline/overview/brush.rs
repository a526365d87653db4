//! A brush over the overview: a pointer moves the viewport, or one of its ends.

use yew::prelude::*;

use crate::timeline::{TimeScale, Viewport};
use crate::ui::hooks;

/// The whole span of time on the width of the overview.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Track {
    /// The whole span, on the width between the places of the thumbs.
    pub scale: TimeScale,
    /// Room for a thumb at each end.
    room: f64,
    is_rtl: bool,
}

impl Track {
    /// The track in an overview of that width.
    pub fn new(viewport: Viewport, width: f64, room: f64, is_rtl: bool) -> Self {
        let (start, end) = viewport.bounds();
        Self {
            scale: TimeScale::new(start, end, (width - 2.0 * room).max(1.0)),
            room,
            is_rtl,
        }
    }

    /// Where the start and the end of a viewport are, from the left of the overview.
    pub fn ends(&self, viewport: Viewport) -> (f64, f64) {
        let place = |t: f64| self.room + self.flipped(self.scale.x(t));
        let (start, end) = viewport.range();
        (place(start), place(end))
    }

    /// How far a pointer is from where time starts.
    fn along(&self, node: &NodeRef, event: &PointerEvent) -> f64 {
        self.flipped(hooks::offset_x(node, event) - self.room)
    }

    fn flipped(&self, x: f64) -> f64 {
        if self.is_rtl { self.scale.width - x } else { x }
    }

    /// The handle at that distance from where time starts.
    fn handle_at(&self, x: f64, viewport: Viewport) -> Handle {
        let (start, end) = viewport.range();
        let (start, end) = (self.scale.x(start), self.scale.x(end));
        if x < start && x >= start - self.room {
            Handle::Start
        } else if x > end && x <= end + self.room {
            Handle::End
        } else {
            Handle::Whole
        }
    }

    /// The viewport with the pointer in its middle; unchanged where the pointer is inside.
    fn moved_to_pointer(&self, x: f64, viewport: Viewport) -> Viewport {
        let (start, end) = viewport.range();
        if (self.scale.x(start)..=self.scale.x(end)).contains(&x) {
            return viewport;
        }
        viewport.moved_to(self.scale.t(x) - (end - start) / 2.0)
    }
}

/// The part that a pointer drags.
#[derive(Clone, Copy, PartialEq)]
enum Handle {
    Start,
    End,
    Whole,
}

/// A pointer that is down on the overview.
#[derive(Clone, Copy)]
struct Drag {
    handle: Handle,
    /// Where it went down, from where time starts.
    from: f64,
    /// The viewport at that moment.
    viewport: Viewport,
}

impl Drag {
    /// The viewport that the pointer asks for at a place.
    fn viewport_at(&self, x: f64, scale: &TimeScale) -> Viewport {
        let shift = scale.t(x) - scale.t(self.from);
        let (start, end) = self.viewport.range();
        match self.handle {
            Handle::Whole => self.viewport.moved_to(start + shift),
            Handle::Start => self.viewport.with_start(start + shift),
            Handle::End => self.viewport.with_end(end + shift),
        }
    }
}

/// Event handlers of the overview.
pub(super) struct Brush {
    pub onpointerdown: Callback<PointerEvent>,
    pub onpointermove: Callback<PointerEvent>,
    pub onpointerup: Callback<PointerEvent>,
}

/// Handlers that let a pointer move the viewport.
#[hook]
pub(super) fn use_brush(
    node: &NodeRef,
    track: Track,
    viewport: Viewport,
    on_show: &Callback<Viewport>,
) -> Brush {
    let drag = use_mut_ref(|| None::<Drag>);
    let onpointerdown = {
        let (drag, node, on_show) = (drag.clone(), node.clone(), on_show.clone());
        Callback::from(move |event: PointerEvent| {
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let x = track.along(&node, &event);
            let handle = track.handle_at(x, viewport);
            let mut viewport = viewport;
            if handle == Handle::Whole {
                let moved = track.moved_to_pointer(x, viewport);
                if moved != viewport {
                    on_show.emit(moved);
                }
                viewport = moved;
            }
            drag.replace(Some(Drag {
                handle,
                from: x,
                viewport,
            }));
            hooks::capture(&node, event.pointer_id());
        })
    };
    let onpointermove = {
        let (drag, node, on_show) = (drag.clone(), node.clone(), on_show.clone());
        Callback::from(move |event: PointerEvent| {
            let drag = *drag.borrow();
            if let Some(drag) = drag {
                let x = track.along(&node, &event);
                on_show.emit(drag.viewport_at(x, &track.scale));
            }
        })
    };
    let onpointerup = Callback::from(move |_: PointerEvent| {
        drag.replace(None);
    });
    Brush {
        onpointerdown,
        onpointermove,
        onpointerup,
    }
}
