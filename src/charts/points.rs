//! Models and days, as both charts need them.

use crate::dataset::{Dataset, Model};
use crate::date::{Day, PartialDate};
use crate::decimal::Decimal;

/// The level of a model that nobody outside its developer can use.
const UNRELEASED: &str = "unreleased";

/// Hundredths of a day in a month. A month is 30.44 days, as in Epoch AI's figures, so that ours can be
/// set beside them.
const MONTH_HUNDREDTHS: i64 = 3044;

/// The day at which a date is drawn in a chart: the middle of what it covers.
pub fn day_of(date: PartialDate) -> Day {
    date.midpoint().floor() as Day
}

/// Days as months of 30.44 days, rounded to `places` decimal places.
pub fn months(days: Day, places: u32) -> Decimal {
    Decimal::ratio(i64::from(days) * 100, MONTH_HUNDREDTHS, places).unwrap_or_default()
}

/// The models at some positions in [`Dataset::models`], each with its position.
pub(super) fn models_at<'a>(
    data: &'a Dataset,
    positions: &'a [u32],
) -> impl Iterator<Item = (usize, &'a Model)> {
    let positions = positions.iter().map(|position| *position as usize);
    positions.filter_map(|position| Some((position, data.models().get(position)?)))
}

/// Whether someone outside its developer could use a model. One whose level is not known counts as released.
pub(super) fn is_released(model: &Model) -> bool {
    model.level.as_deref() != Some(UNRELEASED)
}
