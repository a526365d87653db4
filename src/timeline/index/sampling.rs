//! Sampling a sorted list, so that samples stay samples when the view zooms in.

use core::ops::Range;

/// Returns `count` positions of a range, ascending, or all of them where there are no more.
///
/// Samples are spread over the range, and a sample of a range is also a sample of every part of the
/// range that contains it. Positions, counted from 1, are ranked by how often they can be halved, and
/// among equals by their order.
pub(super) fn sample(range: Range<usize>, count: usize) -> Vec<usize> {
    if range.len() <= count {
        return range.collect();
    }
    if count == 0 {
        return Vec::new();
    }
    // The multiples of a power of two: the coarsest such grid with enough points.
    let points = |step: usize| range.end / step - range.start / step;
    let mut step = 1;
    while points(step * 2) >= count {
        step *= 2;
    }
    // All points of the next coarser grid, and the first ones of those between.
    let mut left = count - points(step * 2);
    let numbers = range.start / step + 1..=range.end / step;
    let samples = numbers.filter(|number| {
        let is_coarser = number % 2 == 0;
        let is_taken = is_coarser || left > 0;
        left -= usize::from(is_taken && !is_coarser);
        is_taken
    });
    samples.map(|number| number * step - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::sample;

    #[test]
    fn a_sample_of_a_range_is_a_sample_of_each_part() {
        assert!(sample(3..3, 4).is_empty());
        assert_eq!(sample(3..6, 4), [3, 4, 5]);
        assert_eq!(sample(1..15, 3), [3, 7, 11]);
        assert_eq!(sample(1..15, 4), [1, 3, 7, 11]);
        assert!(sample(0..100, 0).is_empty());
        for (start, end) in [(0, 64), (5, 90), (17, 41)] {
            for count in 0..9 {
                let whole = sample(start..end, count);
                assert_eq!(whole.len(), count.min(end - start), "{start}..{end}");
                for from in start..end {
                    for to in from..end {
                        let part = sample(from..to, count);
                        let mut inside = whole.iter().filter(|at| (from..to).contains(at));
                        assert!(
                            inside.all(|at| part.contains(at)),
                            "{count} of {from}..{to}"
                        );
                    }
                }
            }
        }
    }
}
