//! The mathematics of the charts: scales, the frontier of scores and its gap, prices, labels.
//!
//! Pure, like the timeline: a data set and a definition of "open" come in, numbers come out.

mod frontier;
mod labels;
mod prices;
mod scale;

pub use frontier::{Frontier, FrontierSnapshot, FrontierStep, ScorePoint};
pub use labels::{Anchor, LabelPlace, PointLabel, Rect, place_labels};
pub use prices::{PriceKind, PricePoint, PriceRange, PriceSeries};
pub use scale::ValueScale;

use crate::dataset::{Dataset, Model};
use crate::date::{Day, PartialDate};
use crate::decimal::Decimal;

/// The day on which a date stands in a chart: the middle of what it covers.
pub fn day_of(date: PartialDate) -> Day {
    date.midpoint().floor() as Day
}

/// The models at those positions in [`Dataset::models`], with the positions.
fn chosen<'a>(data: &'a Dataset, shown: &'a [u32]) -> impl Iterator<Item = (usize, &'a Model)> {
    let positions = shown.iter().map(|at| *at as usize);
    positions.filter_map(|at| Some((at, data.models().get(at)?)))
}

/// Days as months of 30.44 days, to so many decimal places.
pub fn months(days: Day, places: u32) -> Decimal {
    Decimal::ratio(i64::from(days) * 100, 3044, places).unwrap_or_default()
}
