//! The linear scale between time and pixels.

/// A stretch of time on a stretch of pixels: `start` stands at 0 and `end` at `width`.
///
/// A scale without width or without time is allowed: everything on it stands at 0, at `start`.
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
    /// A scale from one time to another. What is not a finite number counts as 0, and what is out
    /// of order as empty.
    pub fn new(start: f64, end: f64, width: f64) -> Self {
        let start = finite(start);
        Self {
            start,
            end: finite(end).max(start),
            width: finite(width).max(0.0),
        }
    }

    /// How many days it shows.
    pub fn span(&self) -> f64 {
        self.end - self.start
    }

    /// How many pixels a day has; 0 where there is no width or no time.
    pub fn pixels_per_day(&self) -> f64 {
        if self.span() > 0.0 && self.width > 0.0 {
            finite(self.width / self.span())
        } else {
            0.0
        }
    }

    /// Where a time stands.
    pub fn x(&self, t: f64) -> f64 {
        finite((t - self.start) * self.pixels_per_day())
    }

    /// Which time stands there: the inverse of [`x`](Self::x).
    pub fn t(&self, x: f64) -> f64 {
        let pixels_per_day = self.pixels_per_day();
        if pixels_per_day > 0.0 {
            finite(self.start + x / pixels_per_day)
        } else {
            self.start
        }
    }
}

/// Where a drawing begins that is kept while the view moves along it: then a step of a drag changes the place
/// of the drawing, and not that of everything in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PanOrigin {
    /// Time at the left of the drawing, in days since 1970-01-01.
    start: f64,
    pixels_per_day: f64,
}

/// So far from its origin, in CSS pixels, a drawing begins anew: browsers reckon in numbers of 24 bits.
const FAR: f64 = 20_000.0;

impl PanOrigin {
    /// How far the view is from the origin, in CSS pixels. A drawing on another scale begins anew, where the
    /// view begins.
    pub fn shift(&mut self, scale: &TimeScale) -> f64 {
        let pixels_per_day = scale.pixels_per_day();
        let shift = (scale.start - self.start) * self.pixels_per_day;
        // A viewport that moves is as long as before, but for the last digits.
        let is_same = (pixels_per_day - self.pixels_per_day).abs() < pixels_per_day * 1e-9;
        if is_same && shift.abs() < FAR {
            return shift;
        }
        *self = Self {
            start: scale.start,
            pixels_per_day,
        };
        0.0
    }
}

/// The number, or 0 where it is none.
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
    fn nothing_makes_it_not_a_number() {
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
