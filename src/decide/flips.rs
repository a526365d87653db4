//! The weights at which one strategy overtakes another.
//!
//! With the weights *w* and the scores *a* and *b* of two strategies, the first is ahead by
//! `Σ w·(a − b)`. As the weight of one need *k* changes and the others stay, that is zero at
//! `w* = −R / (a_k − b_k)`, where *R* is the sum over the other needs.

use super::ranking::ScoreTable;
use crate::decimal::Decimal;
use crate::sort::sort_by;

/// The largest weight.
const MOST: i64 = 10;

/// A weight of one need at which the strategy behind draws level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flip {
    /// Position of the need.
    pub need: usize,
    /// The weight, 0 to 10, with at most two decimal places.
    pub weight: Decimal,
    /// Its share of all weight then, in percent with one decimal place.
    pub share: Decimal,
    /// Whether the one behind is ahead above this weight; otherwise below it.
    pub above: bool,
}

/// A flip with its exact distance from the weight now, as a fraction.
struct Candidate {
    flip: Flip,
    distance: i64,
    divisor: i64,
}

/// Every change of one weight that puts the strategy `behind` ahead of the one `ahead` (levels by position),
/// the smallest change first. None where no weight from 0 to 10 does, and where the two are level.
pub fn flips(table: &ScoreTable, weights: &[u8], ahead: usize, behind: usize) -> Vec<Flip> {
    let lead =
        |need: usize| i64::from(table.value(need, ahead)) - i64::from(table.value(need, behind));
    let needs = || weights.iter().map(|weight| i64::from(*weight)).enumerate();
    let total: i64 = needs().map(|(need, weight)| weight * lead(need)).sum();
    let all: i64 = needs().map(|(_, weight)| weight).sum();
    if total <= 0 {
        return Vec::new();
    }
    let candidate = |(need, weight): (usize, i64)| {
        let lead = lead(need);
        let rest = total - weight * lead;
        // The weight is `top / divisor`, and the divisor is above 0.
        let (top, divisor) = if lead < 0 {
            (rest, -lead)
        } else {
            (-rest, lead)
        };
        let above = lead < 0;
        let is_reached = if above { top < MOST * divisor } else { top > 0 };
        if lead == 0 || !is_reached {
            return None;
        }
        let flip = Flip {
            need,
            weight: Decimal::ratio(top, divisor, 2)?,
            // (top / divisor) / (all − weight + top / divisor)
            share: Decimal::ratio(top * 100, (all - weight) * divisor + top, 1)?,
            above,
        };
        Some(Candidate {
            flip,
            distance: (top - weight * divisor).abs(),
            divisor,
        })
    };
    let mut found: Vec<Candidate> = needs().filter_map(candidate).collect();
    sort_by(&mut found, |a, b| {
        let order = (a.distance * b.divisor).cmp(&(b.distance * a.divisor));
        order.then(a.flip.need.cmp(&b.flip.need))
    });
    found.into_iter().map(|candidate| candidate.flip).collect()
}
