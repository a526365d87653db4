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

#[cfg(test)]
mod tests {
    use super::density;

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
