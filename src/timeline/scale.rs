//! The linear scale between time and pixels.
//!
//! Given a time span and a width; returns positions of times and times at positions.

/// A linear scale: `start` stands at 0 and `end` at `width`.
///
/// A scale without width or without time is valid: every time stands at 0, and every position is
/// `start`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// Time at the left, in days since 1970-01-01.
    pub start: f64,
    /// Time at the right, in days since 1970-01-01.
    pub end: f64,
    /// Width of the view in CSS pixels.
    pub width: f64,
}

impl TimeScale {
    /// A scale from one time to another. A number that is not finite counts as 0, and an end before the
    /// start as the start.
    pub fn new(start: f64, end: f64, width: f64) -> Self {
        let start = finite(start);
        Self {
            start,
            end: finite(end).max(start),
            width: finite(width).max(0.0),
        }
    }

    /// Its length in days.
    pub fn span(&self) -> f64 {
        self.end - self.start
    }

    /// Pixels per day; 0 where there is no width or no time.
    pub fn pixels_per_day(&self) -> f64 {
        if self.span() > 0.0 && self.width > 0.0 {
            finite(self.width / self.span())
        } else {
            0.0
        }
    }

    /// The position of a time.
    pub fn x(&self, t: f64) -> f64 {
        finite((t - self.start) * self.pixels_per_day())
    }

    /// The time at a position: the inverse of [`x`](Self::x).
    pub fn t(&self, x: f64) -> f64 {
        let pixels_per_day = self.pixels_per_day();
        if pixels_per_day > 0.0 {
            finite(self.start + x / pixels_per_day)
        } else {
            self.start
        }
    }
}

/// The time at which a drawing starts that stays as it is while the view is panned.
///
/// A step of a drag then moves the drawing as a whole instead of everything inside it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PanOrigin {
    /// Time at the left of the drawing, in days since 1970-01-01.
    start: f64,
    pixels_per_day: f64,
}

/// A drawing starts again this far from its origin, in CSS pixels: browsers compute positions with 24 bits.
const MAX_SHIFT: f64 = 20_000.0;

impl PanOrigin {
    /// Distance of the view from the origin, in CSS pixels. On another scale, or too far away, the
    /// drawing starts again where the view does.
    pub fn shift(&mut self, scale: &TimeScale) -> f64 {
        let pixels_per_day = scale.pixels_per_day();
        let shift = (scale.start - self.start) * self.pixels_per_day;
        // Panning keeps the scale, apart from rounding.
        let is_same_scale = (pixels_per_day - self.pixels_per_day).abs() < pixels_per_day * 1e-9;
        if is_same_scale && shift.abs() < MAX_SHIFT {
            return shift;
        }
        *self = Self {
            start: scale.start,
            pixels_per_day,
        };
        0.0
    }
}

/// The number, or 0 where it is not finite.
fn finite(number: f64) -> f64 {
    if number.is_finite() { number } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::DateRange;

    fn scale(range: &str, width: f64) -> TimeScale {
        let (start, end) = DateRange::parse(range).map_or((0, 0), DateRange::days);
        TimeScale::new(start.into(), end.into(), width)
    }

    #[test]
    fn the_ends_stand_at_the_ends() {
        let scale = scale("2025-01/2025-02", 590.0);
        assert_eq!(scale.pixels_per_day(), 10.0);
        assert_eq!(scale.x(scale.start), 0.0);
        assert_eq!(scale.x(scale.start + 31.0), 310.0);
        assert_eq!(scale.t(590.0), scale.end);
    }

    #[test]
    fn a_drawing_stays_where_it_is_while_the_view_moves() {
        let mut origin = PanOrigin::default();
        let first = scale("2025-01/2025-02", 590.0);
        assert_eq!(origin.shift(&first), 0.0);
        let place = |view: &TimeScale, shift: f64| view.x(first.start + 40.0) + shift;
        for step in 1..100 {
            let moved = f64::from(step) * 0.3;
            let view = TimeScale::new(first.start + moved, first.end + moved, 590.0);
            let shift = origin.shift(&view);
            assert!((shift - moved * 10.0).abs() < 1e-6, "{shift}");
            assert!((place(&view, shift) - 400.0).abs() < 1e-6);
        }
        // Another scale, another width, and too far away.
        assert_eq!(origin.shift(&scale("2025-01/2025-03", 590.0)), 0.0);
        assert_eq!(origin.shift(&scale("2025-01/2025-03", 600.0)), 0.0);
        assert_eq!(origin.shift(&first), 0.0);
        assert!(origin.shift(&scale("2021-01/2021-02", 590.0)) < -14_000.0);
        assert_eq!(origin.shift(&scale("2019-01/2019-02", 590.0)), 0.0);
        assert_eq!(origin.shift(&TimeScale::new(5.0, 5.0, 0.0)), 0.0);
    }

    #[test]
    fn no_input_gives_nan() {
        let odd = [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN];
        for (start, end, width) in triples(&odd) {
            let view = TimeScale::new(start, end, width);

            for number in odd {
                let found = [
                    view.start,
                    view.end,
                    view.width,
                    view.x(number),
                    view.t(number),
                ];
                assert!(
                    found.iter().all(|number| !number.is_nan()),
                    "{view:?} {number}"
                );
            }
        }
    }

    fn triples(odd: &[f64]) -> impl Iterator<Item = (f64, f64, f64)> {
        odd.iter().flat_map(move |a| {
            odd.iter()
                .flat_map(move |b| odd.iter().map(move |c| (*a, *b, *c)))
        })
    }
}
