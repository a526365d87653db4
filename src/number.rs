//! Numbers within bounds.

/// The number, or the bound that it lies beyond; bounds that contradict each other give `high`.
/// `f64::clamp` panics there, and its message brings the code that writes floating-point numbers.
#[inline(never)]
pub(crate) fn within(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}

/// The stretch inside a span, around the same middle where it can be; no shorter than `shortest`, and no
/// longer than the span.
#[inline(never)]
pub(crate) fn fitted((start, end): (f64, f64), span: (f64, f64), shortest: f64) -> (f64, f64) {
    let length = (end - start).max(shortest).min(span.1 - span.0);
    let start = f64::midpoint(start, end) - length / 2.0;
    let start = within(start, span.0, span.1 - length);
    (start, start + length)
}

#[cfg(test)]
mod tests {
    use super::{fitted, within};

    #[test]
    fn stretches_lie_inside() {
        let span = (0.0, 10.0);
        assert_eq!(fitted((2.0, 4.0), span, 1.0), (2.0, 4.0));
        assert_eq!(fitted((-3.0, 1.0), span, 1.0), (0.0, 4.0));
        assert_eq!(fitted((9.0, 30.0), span, 1.0), span);
        assert_eq!(fitted((5.0, 5.0), span, 1.0), (4.5, 5.5));
    }

    #[test]
    fn stays_within() {
        assert_eq!(within(-1.0, 0.0, 2.0), 0.0);
        assert_eq!(within(1.0, 0.0, 2.0), 1.0);
        assert_eq!(within(3.0, 0.0, 2.0), 2.0);
        assert_eq!(within(1.0, 2.0, 0.0), 0.0);
    }
}
