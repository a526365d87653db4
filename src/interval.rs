//! Fitting one interval inside another; shared by the state and the timeline.

/// Fits an interval inside `bounds`, around the same middle where that is possible.
///
/// The result is at least `min_length` long, but never longer than the bounds.
pub(crate) fn fit((start, end): (f64, f64), bounds: (f64, f64), min_length: f64) -> (f64, f64) {
    let length = (end - start).max(min_length).min(bounds.1 - bounds.0);
    let start = f64::midpoint(start, end) - length / 2.0;
    // Not `clamp`, which panics where rounding lets the limits cross.
    let start = start.max(bounds.0).min(bounds.1 - length);
    (start, start + length)
}

#[cfg(test)]
mod tests {
    use super::fit;

    #[test]
    fn the_result_lies_inside_the_bounds() {
        let bounds = (0.0, 10.0);
        assert_eq!(fit((2.0, 4.0), bounds, 1.0), (2.0, 4.0));
        assert_eq!(fit((-3.0, 1.0), bounds, 1.0), (0.0, 4.0));
        assert_eq!(fit((9.0, 30.0), bounds, 1.0), bounds);
        assert_eq!(fit((5.0, 5.0), bounds, 1.0), (4.5, 5.5));
    }
}
