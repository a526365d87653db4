//! Eras on rows.

use open_vs_closed::timeline::{Period, pack_bands};
use proptest::prelude::*;

use crate::strategies::cases;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_two_bands_of_a_row_overlap(
        periods in prop::collection::vec((0..60i32, 0..20i32, 1..12i32), 0..40), rows in 0..4usize,
    ) {
        let periods: Vec<Period> = periods
            .into_iter()
            .map(|(start, known, more)| Period {
                start: start.into(),
                earliest_end: (start + known).into(),
                end: (start + known + more).into(),
            })
            .collect();
        let placed = pack_bands(&periods, rows);
        prop_assert_eq!(placed.len(), periods.len());
        let all: Vec<_> = periods.iter().zip(&placed).collect();
        for (at, (period, band)) in all.iter().enumerate() {
            let start = period.start;
            let Some(band) = band else {
                // It is left out only where every row is full when it starts.
                let taken = |row: usize| all.iter().any(|(other, band)| {
                    band.is_some_and(|band| band.row == row)
                        && other.start <= start && (start < other.earliest_end || start == other.start)
                });
                prop_assert!((0..rows).all(taken), "{period:?} has room");
                continue;
            };
            prop_assert!(band.row < rows && start < band.end && band.end <= period.end);
            prop_assert!(period.earliest_end <= band.end, "{period:?} is cut before its earliest end");
            for (other_at, (other, other_band)) in all.iter().enumerate() {
                let Some(other_band) = other_band.filter(|other| other.row == band.row) else {
                    continue;
                };
                let apart = band.end <= other.start || other_band.end <= start;
                prop_assert!(at == other_at || apart, "{period:?} and {other:?}");
            }
        }
    }
}
