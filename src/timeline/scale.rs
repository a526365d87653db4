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

    /// Zoomed by a factor (2 shows half the time), keeping the time at `anchor_x` where it is. A
    /// factor that is not positive changes nothing.
    #[must_use]
    pub fn zoom(&self, factor: f64, anchor_x: f64) -> Self {
        if !(factor.is_finite() && factor > 0.0) {
            return *self;
        }
        let anchor = self.t(anchor_x);
        Self::new(
            anchor - (anchor - self.start) / factor,
            anchor + (self.end - anchor) / factor,
            self.width,
        )
    }

    /// Moved as if the picture were dragged by that many pixels: to the right (positive) brings
    /// earlier times in.
    #[must_use]
    pub fn pan(&self, dx: f64) -> Self {
        let pixels_per_day = self.pixels_per_day();
        if !(dx.is_finite() && pixels_per_day > 0.0) {
            return *self;
        }
        let days = dx / pixels_per_day;
        Self::new(self.start - days, self.end - days, self.width)
    }

    /// The nearest scale that shows at least `min_span` days, at most `max_span`, and nothing
    /// outside `bounds`. Where these contradict each other, the bounds come first and the least
    /// span last. The middle stays where it is, unless the bounds push it.
    #[must_use]
    pub fn clamp(&self, bounds: (f64, f64), min_span: f64, max_span: f64) -> Self {
        let (first, last) = (finite(bounds.0), finite(bounds.1));
        let longest = (last - first).max(0.0);
        // `f64::max` and `min` pass over NaN.
        let span = self.span().max(min_span).min(max_span).min(longest);
        let span = span.max(0.0);
        let middle = f64::midpoint(self.start, self.end);
        let start = (middle - span / 2.0).min(last - span).max(first);
        Self::new(start, start + span, self.width)
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

    fn shows(scale: TimeScale) -> String {
        crate::date::range_from_days(scale.start, scale.end).to_string()
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
    fn zoom_keeps_the_anchor() {
        let view = scale("2024/2025", 731.0);
        assert_eq!(shows(view.zoom(2.0, 0.0)), "2024");
        assert_eq!(shows(view.zoom(2.0, 731.0)), "2025");
        assert_eq!(shows(view.zoom(0.5, 0.0).zoom(2.0, 0.0)), "2024/2025");
        assert_eq!(view.zoom(0.0, 1.0), view);
        assert_eq!(view.zoom(f64::NAN, 1.0), view);
    }

    #[test]
    fn dragging_to_the_right_brings_earlier_times() {
        let view = scale("2025-02", 280.0);
        assert_eq!(shows(view.pan(310.0)), "2025-01-01/2025-01-28");
        assert_eq!(view.pan(f64::INFINITY), view);
    }

    #[test]
    fn clamping_keeps_the_middle_and_then_the_bounds() {
        let bounds = (scale("2020", 1.0).start, scale("2025", 1.0).end);
        let clamped = |range: &str| shows(scale(range, 100.0).clamp(bounds, 15.0, 1e9));
        assert_eq!(clamped("2021/2022"), "2021/2022");
        assert_eq!(clamped("2025-01-20"), "2025-01-13/2025-01-27");
        assert_eq!(clamped("2019-01/2019-12"), "2020-01-01/2020-12-30");
        assert_eq!(clamped("2026-03"), "2025-12");
        assert_eq!(clamped("1900/2100"), "2020/2025");
        let short = scale("2021/2022", 100.0).clamp(bounds, 15.0, 30.0);
        assert_eq!(short.span(), 30.0);
    }

    #[test]
    fn nothing_makes_it_not_a_number() {
        let odd = [0.0, 1.0, -1.0, f64::NAN, f64::INFINITY, f64::MAX, f64::MIN];
        for (start, end, width) in triples(&odd) {
            let view = TimeScale::new(start, end, width);
            let views = [
                view,
                view.zoom(start, end),
                view.pan(width),
                view.clamp((start, end), width, end),
            ];
            for view in views {
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
    }

    fn triples(odd: &[f64]) -> impl Iterator<Item = (f64, f64, f64)> {
        odd.iter().flat_map(move |a| {
            odd.iter()
                .flat_map(move |b| odd.iter().map(move |c| (*a, *b, *c)))
        })
    }
}
