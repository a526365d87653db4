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

    /// Where a time stands, or the nearest end of the view.
    pub fn x(&self, t: f64) -> f64 {
        self.flipped(self.scale.x(t).max(0.0).min(self.scale.width))
    }

    /// So far from where time starts, counted from the left; and the other way round.
    pub fn flipped(&self, x: f64) -> f64 {
        if self.is_rtl { self.scale.width - x } else { x }
    }

    /// Where a stretch of time stands, left end first, however far out of the view.
    pub fn unbound_ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.scale.x(from), self.scale.x(to));
        if self.is_rtl {
            (self.scale.width - to, self.scale.width - from)
        } else {
            (from, to)
        }
    }

    /// Where a stretch of time stands in the view, left end first.
    pub fn ends(&self, (from, to): (f64, f64)) -> (f64, f64) {
        let (from, to) = (self.x(from), self.x(to));
        (from.min(to), from.max(to))
    }
}
