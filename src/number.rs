//! Numbers within bounds.

/// The number, or the bound that it lies beyond; bounds that contradict each other give `high`.
/// `f64::clamp` panics there, and its message brings the code that writes floating-point numbers.
#[inline(never)]
pub(crate) fn within(number: f64, low: f64, high: f64) -> f64 {
    number.max(low).min(high)
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn stays_within() {
        assert_eq!(within(-1.0, 0.0, 2.0), 0.0);
        assert_eq!(within(1.0, 0.0, 2.0), 1.0);
        assert_eq!(within(3.0, 0.0, 2.0), 2.0);
        assert_eq!(within(1.0, 2.0, 0.0), 0.0);
    }
}
