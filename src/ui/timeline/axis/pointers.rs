//! Pointers that are down on the axis: one drags it, two pinch it.

use crate::timeline::Viewport;

/// A pointer that has moved less than this, in CSS pixels, has clicked.
const CLICK: f64 = 4.0;
/// Least distance between two fingers, as a fraction of the width.
const LEAST_DISTANCE: f64 = 0.001;

/// A pointer that is down. Places are fractions of the width from where time starts, because the
/// width may change during a drag.
struct Pointer {
    id: i32,
    /// Where it was when the number of pointers last changed.
    start: f64,
    now: f64,
}

/// The effect of a move of a pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drag {
    pub viewport: Viewport,
    /// Whether this move starts the drag.
    pub is_first: bool,
}

/// The pointers that are down.
#[derive(Default)]
pub(super) struct Pointers {
    down: Vec<Pointer>,
    /// The viewport when their number last changed.
    viewport: Option<Viewport>,
    /// Whether a pointer has dragged since it went down: then it has not clicked.
    has_dragged: bool,
}

impl Pointers {
    /// Removes all pointers: before a new first one, or where no event reported that they went up.
    pub fn clear(&mut self) {
        self.down.clear();
    }

    /// Starts again for a first pointer that goes down.
    pub fn begin(&mut self) {
        self.clear();
        self.has_dragged = false;
    }

    /// Adds a pointer that goes down at a place; a third one is ignored.
    pub fn press(&mut self, id: i32, at: f64, viewport: Viewport) {
        if self.down.len() < 2 {
            self.down.push(Pointer {
                id,
                start: at,
                now: at,
            });
            self.anchor(viewport);
        }
    }

    /// Moves a pointer to a place on an axis of that width. `None` where it is not down, or has
    /// moved so little that it may be a click.
    pub fn drag(&mut self, id: i32, to: f64, width: f64) -> Option<Drag> {
        let has_dragged = self.has_dragged;
        let pointer = self.down.iter_mut().find(|pointer| pointer.id == id)?;
        pointer.now = to;
        if !has_dragged && (to - pointer.start).abs() * width < CLICK {
            return None;
        }
        self.has_dragged = true;
        Some(Drag {
            viewport: self.target()?,
            is_first: !has_dragged,
        })
    }

    /// Removes a pointer that goes up.
    pub fn release(&mut self, id: i32, viewport: Viewport) {
        self.down.retain(|pointer| pointer.id != id);
        self.anchor(viewport);
    }

    /// Whether the last press was a drag. Reading it resets it.
    pub fn take_dragged(&mut self) -> bool {
        std::mem::take(&mut self.has_dragged)
    }

    /// Measures later moves from where the pointers are now.
    fn anchor(&mut self, viewport: Viewport) {
        self.viewport = Some(viewport);
        for pointer in &mut self.down {
            pointer.start = pointer.now;
        }
    }

    /// The viewport that the pointers ask for: each stays over the same time.
    fn target(&self) -> Option<Viewport> {
        let viewport = self.viewport?;
        let start = viewport.range().0;
        let days = viewport.length();
        match &self.down[..] {
            [one] => Some(viewport.moved_to(start - (one.now - one.start) * days)),
            [a, b] => {
                let distance = |a: f64, b: f64| (a - b).abs().max(LEAST_DISTANCE);
                let factor = distance(a.now, b.now) / distance(a.start, b.start);
                let middle = f64::midpoint(a.start, b.start);
                let zoomed = viewport.zoomed_at(factor, start + middle * days);
                let shift = f64::midpoint(a.now, b.now) - middle;
                let start = zoomed.range().0;
                Some(zoomed.moved_to(start - shift * zoomed.length()))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewport() -> Viewport {
        Viewport::new(None, (0.0, 1000.0)).set_to((400.0, 600.0))
    }

    #[test]
    fn a_small_move_is_a_click_and_a_larger_one_a_drag() {
        let mut pointers = Pointers::default();
        pointers.begin();
        pointers.press(1, 0.5, viewport());
        assert_eq!(pointers.drag(1, 0.503, 1000.0), None);
        let Some(drag) = pointers.drag(1, 0.6, 1000.0) else {
            panic!("a drag");
        };
        assert!(drag.is_first);
        assert_eq!(drag.viewport.range(), (380.0, 580.0));
        let next = pointers.drag(1, 0.5, 1000.0);
        assert!(next.is_some_and(|drag| !drag.is_first));
        pointers.release(1, viewport());
        assert!(pointers.take_dragged() && !pointers.take_dragged());
        assert_eq!(pointers.drag(1, 0.9, 1000.0), None, "it is up");
    }

    #[test]
    fn two_pointers_pinch() {
        let mut pointers = Pointers::default();
        pointers.begin();
        pointers.press(1, 0.4, viewport());
        pointers.press(2, 0.6, viewport());
        pointers.press(3, 0.9, viewport());
        assert_eq!(pointers.drag(3, 0.1, 1000.0), None, "a third one");
        pointers.drag(1, 0.3, 1000.0);
        let Some(drag) = pointers.drag(2, 0.7, 1000.0) else {
            panic!("a pinch");
        };
        let (start, end) = drag.viewport.range();
        assert!((start - 450.0).abs() < 1e-6 && (end - 550.0).abs() < 1e-6);
    }
}
