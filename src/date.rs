//! Dates with the precision they have, and ranges of them; no clock and no time zone.
//!
//! A source often says no more than “2021” or “June 2021”, and a date that pretends to more would be
//! wrong. A [`PartialDate`] covers a whole year, month or day; places on the axis are [`Day`]s.
//! The calendar is the proleptic Gregorian one with astronomical years (0 is 1 BC), as in ISO 8601.

mod calendar;
mod error;
mod json;
mod partial;
mod range;

pub use calendar::Day;
pub use error::DateError;
pub use partial::{FIRST_YEAR, LAST_YEAR, PartialDate, Precision};
pub use range::{DateRange, SHORTEST, range_from_days};
