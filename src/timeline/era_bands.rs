//! Rows for eras that may overlap in time.
//!
//! Given periods and a number of rows; each period gets the first row with room, by the order in which
//! they start.

use crate::sort::sort_by;

/// A period of time, in days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// Its first day.
    pub start: f64,
    /// The earliest day on which it may be over. A period “until 2022” may be over with the first day
    /// of 2022, so that one that starts in March 2022 can follow it on the same row.
    pub earliest_end: f64,
    /// The day after its last.
    pub end: f64,
}

/// The row of a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Its row, from 0 at the top.
    pub row: usize,
    /// Where the band ends: at the end of its period, or where the next one of its row starts.
    pub end: f64,
}

/// Gives each period the first of `rows` rows that has room for it; `None` where none has.
pub fn pack_bands(periods: &[Period], rows: usize) -> Vec<Option<Band>> {
    let mut by_start: Vec<(usize, &Period)> = periods.iter().enumerate().collect();
    sort_by(&mut by_start, |(_, a), (_, b)| a.start.total_cmp(&b.start));

    let mut bands = vec![None; periods.len()];
    // The last period of each row.
    let mut last_of_row: Vec<(usize, &Period)> = Vec::new();
    for (index, period) in by_start {
        let has_room = |(_, last): &(usize, &Period)| {
            last.start < period.start && last.earliest_end <= period.start
        };
        let row = last_of_row.iter().position(has_room);
        let row = row.unwrap_or(last_of_row.len());
        match last_of_row.get_mut(row) {
            Some(last) => {
                let (previous, _) = core::mem::replace(last, (index, period));
                if let Some(Band { end, .. }) = &mut bands[previous] {
                    *end = end.min(period.start);
                }
            }
            None if row < rows => last_of_row.push((index, period)),
            None => continue,
        }
        bands[index] = Some(Band {
            row,
            end: period.end,
        });
    }
    bands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bands(periods: &[[f64; 3]]) -> Vec<Option<(usize, f64)>> {
        let period = |[start, earliest_end, end]: &[f64; 3]| Period {
            start: *start,
            earliest_end: *earliest_end,
            end: *end,
        };
        let periods: Vec<Period> = periods.iter().map(period).collect();
        let bands = pack_bands(&periods, 2).into_iter();
        bands
            .map(|band| band.map(|band| (band.row, band.end)))
            .collect()
    }

    #[test]
    fn periods_that_overlap_stand_on_different_rows() {
        // One after another, in any order.
        let chain = [[5.0, 9.0, 10.0], [0.0, 4.0, 5.0], [10.0, 11.0, 12.0]];
        let one_row = [10.0, 5.0, 12.0].map(|end| Some((0, end)));
        assert_eq!(bands(&chain), one_row);
        // The third has no room on either row; the fourth has it on the first again.
        let overlapping = [
            [0.0, 5.0, 5.0],
            [1.0, 8.0, 8.0],
            [2.0, 3.0, 3.0],
            [5.0, 6.0, 6.0],
        ];
        let expected = [Some((0, 5.0)), Some((1, 8.0)), None, Some((0, 6.0))];
        assert_eq!(bands(&overlapping), expected);
    }

    #[test]
    fn a_period_with_a_rough_end_is_cut_where_the_next_one_starts() {
        let rough = [[0.0, 300.0, 665.0], [400.0, 500.0, 501.0]];
        assert_eq!(bands(&rough), [Some((0, 400.0)), Some((0, 501.0))]);
        // Not so two that start together: nothing would be left of the first.
        let together = [[0.0, 0.0, 365.0], [0.0, 0.0, 31.0]];
        assert_eq!(bands(&together), [Some((0, 365.0)), Some((1, 31.0))]);
    }
}
