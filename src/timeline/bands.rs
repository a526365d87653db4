//! Rows for stretches of time that may overlap.

use crate::order;

/// Where a stretch of time stands among others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Until when it has its row: the next one there may begin before its end.
    pub end: f64,
}

/// Gives each stretch, by the order in which they begin, the first of so many rows that has room;
/// `None` where none has.
///
/// A stretch is its start, the time from which on another one may begin on its row, and its end. A
/// period “until 2022” and one that begins in March 2022 follow each other, as far as is known.
pub fn pack_bands(stretches: &[[f64; 3]], rows: usize) -> Vec<Option<Band>> {
    let start = |at: usize| stretches.get(at).map_or(0.0, |stretch| stretch[0]);
    let mut bands: Vec<Option<Band>> = stretches.iter().map(|_| None).collect();
    // The last stretch of each row.
    let mut last: Vec<usize> = Vec::new();
    for at in order::sorted(stretches.len(), &|a, b| start(a).total_cmp(&start(b))) {
        let from = start(at);
        let is_free = |other: &usize| start(*other) < from && stretches[*other][1] <= from;
        let row = last.iter().position(is_free).unwrap_or(last.len());
        match last.get_mut(row) {
            Some(other) => {
                let before = core::mem::replace(other, at);
                if let Some(before) = &mut bands[before] {
                    before.end = before.end.min(from);
                }
            }
            None if row < rows => last.push(at),
            None => continue,
        }
        let end = stretches[at][2];
        bands[at] = Some(Band { row, end });
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(stretches: &[[f64; 3]]) -> Vec<Option<(usize, f64)>> {
        let bands = pack_bands(stretches, 2).into_iter();
        let row = |band: Band| (band.row, band.end);
        bands.map(|band| band.map(row)).collect()
    }

    #[test]
    fn what_overlaps_stands_on_rows_of_its_own() {
        // One after another, in any order.
        let chain = [[5.0, 9.0, 10.0], [0.0, 4.0, 5.0], [10.0, 11.0, 12.0]];
        let one_row = [10.0, 5.0, 12.0].map(|end| Some((0, end)));
        assert_eq!(rows(&chain), one_row);
        // The third has room on no row; the fourth has it on the first again.
        let aggregate = [
            [0.0, 5.0, 5.0],
            [1.0, 8.0, 8.0],
            [2.0, 3.0, 3.0],
            [5.0, 6.0, 6.0],
        ];
        let expected = [Some((0, 5.0)), Some((1, 8.0)), None, Some((0, 6.0))];
        assert_eq!(rows(&aggregate), expected);
    }

    #[test]
    fn a_rough_end_may_be_before_the_next_one() {
        let rough = [[0.0, 300.0, 665.0], [400.0, 500.0, 501.0]];
        assert_eq!(rows(&rough), [Some((0, 400.0)), Some((0, 501.0))]);
        // But not of two that begin together: nothing would be left of the first.
        let together = [[0.0, 0.0, 365.0], [0.0, 0.0, 31.0]];
        assert_eq!(rows(&together), [Some((0, 365.0)), Some((1, 31.0))]);
    }
}
