//! Places on the axis, whichever way time runs.

use crate::timeline::TimeScale;

/// The time scale of the view, and whether time runs from right to left on it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ViewScale {
    pub scale: TimeScale,
    pub is_rtl: bool,
}

impl ViewScale {
    /// Width of the view in CSS pixels.
    pub fn width(&self) -> f64 {
        self.scale.width
    }

    /// The place of a time, or the nearest end of the view.
    pub fn x(&self, t: f64) -> f64 {
        self.flipped(self.scale.x(t).max(0.0).min(self.scale.width))
    }

    /// Converts a distance from where time starts into a distance from the left, and back.
    pub fn flipped(&self, x: f64) -> f64 {
        if self.is_rtl { self.scale.width - x } else { x }
    }

    /// The ends of a stretch of time, left end first. They may lie outside the view.
    pub fn unbound_ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.scale.x(from), self.scale.x(to));
        if self.is_rtl {
            (self.scale.width - to, self.scale.width - from)
        } else {
            (from, to)
        }
    }

    /// The ends of a stretch of time, limited to the view, left end first.
    pub fn ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.x(from), self.x(to));
        (from.min(to), from.max(to))
    }
}
