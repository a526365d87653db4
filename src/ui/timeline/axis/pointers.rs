//! Pointers that are down on the axis: one drags it, two pinch it.

use crate::timeline::Viewport;

/// A pointer that has moved less than this, in CSS pixels, has clicked.
const CLICK: f64 = 4.0;
/// Two fingers count as no nearer than this, in parts of the width.
const LEAST_DISTANCE: f64 = 0.001;

/// A pointer that is down. Places are parts of the width, from where time starts: the width may
/// change meanwhile.
struct Pointer {
    id: i32,
    /// Where it was when the number of pointers last changed.
    start: f64,
    now: f64,
}

/// What a move of a pointer asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Drag {
    pub viewport: Viewport,
    /// Whether the drag begins with it.
    pub is_first: bool,
}

/// The pointers that are down.
#[derive(Default)]
pub(super) struct Pointers {
    down: Vec<Pointer>,
    /// What the axis showed when their number last changed.
    viewport: Option<Viewport>,
    /// Whether a pointer has dragged since it went down: then it has not clicked.
    has_dragged: bool,
}

impl Pointers {
    /// Forgets all pointers: the first of new ones goes down, or their end was not reported.
    pub fn clear(&mut self) {
        self.down.clear();
    }

    /// The first pointer goes down: it has not dragged.
    pub fn begin(&mut self) {
        self.clear();
        self.has_dragged = false;
    }

    /// A pointer goes down at a place; a third one does not count.
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

    /// A pointer moves to a place on an axis that is so wide; `None` where it is not down, or has not
    /// moved far enough to be more than a click.
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

    /// A pointer goes up.
    pub fn release(&mut self, id: i32, viewport: Viewport) {
        self.down.retain(|pointer| pointer.id != id);
        self.anchor(viewport);
    }

    /// Whether what was pressed last was dragged; asked once.
    pub fn take_dragged(&mut self) -> bool {
        std::mem::take(&mut self.has_dragged)
    }

    /// Moves are counted from where the pointers are.
    fn anchor(&mut self, viewport: Viewport) {
        self.viewport = Some(viewport);
        for pointer in &mut self.down {
            pointer.start = pointer.now;
        }
    }

    /// The viewport that the pointers ask for: what was under each of them stays there.
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
