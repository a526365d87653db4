//! Periods on rows.

use open_vs_closed::timeline::pack_bands;
use proptest::prelude::*;

use crate::strategies::cases;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn no_two_of_a_row_overlap(
        stretches in prop::collection::vec((0..60i32, 0..20i32, 1..12i32), 0..40), rows in 0..4usize,
    ) {
        let stretches: Vec<[f64; 3]> = stretches
            .into_iter()
            .map(|(start, known, more)| [start, start + known, start + known + more].map(f64::from))
            .collect();
        let placed = pack_bands(&stretches, rows);
        prop_assert_eq!(placed.len(), stretches.len());
        let all: Vec<_> = stretches.iter().zip(&placed).collect();
        for (at, (stretch, band)) in all.iter().enumerate() {
            let Some(band) = band else {
                // It is left out only where every row is full when it begins.
                let taken = |row: usize| all.iter().any(|(other, band)| {
                    band.is_some_and(|band| band.row == row)
                        && other[0] <= stretch[0] && (stretch[0] < other[1] || stretch[0] == other[0])
                });
                prop_assert!((0..rows).all(taken), "{stretch:?} has room");
                continue;
            };
            prop_assert!(band.row < rows && stretch[0] < band.end && band.end <= stretch[2]);
            prop_assert!(stretch[1] <= band.end, "{stretch:?} is cut before what is known of it");
            for (other_at, (other, other_band)) in all.iter().enumerate() {
                let Some(other_band) = other_band.filter(|other| other.row == band.row) else {
                    continue;
                };
                let apart = band.end <= other[0] || other_band.end <= stretch[0];
                prop_assert!(at == other_at || apart, "{stretch:?} and {other:?}");
            }
        }
    }
}
