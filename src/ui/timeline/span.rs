//! Stretches of time that the data set has.

use crate::dataset::{Era, Event};
use crate::timeline::Window;

/// First day of a period, and the one after its last.
pub(super) fn days_of(era: &Era, window: Window) -> (f64, f64) {
    let end = era.end.map(|end| f64::from(end.end_day()));
    let start = f64::from(era.start.first_day());
    (start, end.unwrap_or(window.whole().1))
}

/// What lies between two events.
pub(super) fn between(first: &Event, last: &Event) -> (f64, f64) {
    let start = f64::from(first.date.first_day());
    (start, f64::from(last.date.end_day()).max(start))
}
