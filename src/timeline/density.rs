//! A histogram of the events along the whole axis.

/// Counts events in `bins` equal bins of a time span, for each of `lanes` lanes.
///
/// An event comes as its time, in days since 1970-01-01, and its lane. Events outside the span count
/// for the first or the last bin.
pub fn density(
    events: impl Iterator<Item = (f64, usize)>,
    (start, end): (f64, f64),
    bins: usize,
    lanes: usize,
) -> Vec<Vec<u32>> {
    let mut counts = vec![vec![0; bins]; lanes];
    let length = end - start;
    for (t, lane) in events {
        // `as` saturates, and turns NaN into 0.
        let bin = ((t - start) / length * bins as f64) as usize;
        let bin = bin.min(bins.saturating_sub(1));
        if let Some(count) = counts.get_mut(lane).and_then(|lane| lane.get_mut(bin)) {
            *count += 1;
        }
    }
    counts
}

/// How fine the search for the densest half is.
const BINS: usize = 64;

/// Start of the half of a time span that has the most of these times; where several halves have as many, of the
/// one in their middle.
pub fn densest_half(times: impl Iterator<Item = f64>, (start, end): (f64, f64)) -> f64 {
    let times = times.filter(|t| (start..=end).contains(t)).map(|t| (t, 0));
    let counts = density(times, (start, end), BINS, 1).concat();
    let sums: Vec<u32> = counts
        .windows(BINS / 2)
        .map(|half| half.iter().sum())
        .collect();
    let most = sums.iter().max().copied().unwrap_or_default();
    let first = sums.iter().position(|sum| *sum == most).unwrap_or_default();
    let more = sums.iter().skip(first).take_while(|sum| **sum == most);
    let at = first as f64 + more.count().saturating_sub(1) as f64 / 2.0;
    start + (end - start) * at / BINS as f64
}

#[cfg(test)]
mod tests {
    use super::{densest_half, density};

    #[test]
    fn the_densest_half_has_the_events() {
        let half = |times: &[f64]| densest_half(times.iter().copied(), (0.0, 100.0));
        let late = half(&[10.0, 80.0, 85.0, 95.0]);
        assert!((45.0..=50.0).contains(&late), "{late}");
        let early = half(&[2.0, 20.0, 30.0, 95.0]);
        assert!(early <= 2.0, "{early}");
        assert!((half(&[]) - 25.0).abs() < 1e-9, "the middle");
        assert!(
            (half(&[-5.0, 500.0]) - 25.0).abs() < 1e-9,
            "not in the span"
        );
        assert!(densest_half([0.0].into_iter(), (5.0, 1.0)).is_finite());
    }

    #[test]
    fn counts_by_lane_and_bin() {
        let events = [
            (0.0, 0),
            (9.9, 0),
            (10.0, 1),
            (39.9, 1),
            (40.0, 1),
            (-5.0, 0),
            (99.0, 0),
        ];
        let counts = density(events.into_iter(), (0.0, 40.0), 4, 2);
        assert_eq!(counts, [[3, 0, 0, 1], [0, 1, 0, 2]]);
    }

    #[test]
    fn odd_spans_count_nothing_twice() {
        for (span, bins) in [((0.0, 0.0), 3), ((5.0, 1.0), 3), ((0.0, 1.0), 0)] {
            let counts = density([(0.5, 0)].into_iter(), span, bins, 1);
            assert!(counts[0].iter().sum::<u32>() <= 1, "{span:?}");
        }
    }
}
