//! Stretches of time that the data set has: its whole span, its periods.

use crate::dataset::{Dataset, Era, Event};
use crate::timeline::Window;

/// The whole span: the preset `all` where the data set has one, or from the first event to the
/// last with a little room.
pub(in crate::ui) fn main_span(data: &Dataset) -> (f64, f64) {
    let preset = data
        .meta()
        .presets
        .iter()
        .find(|preset| &*preset.id == "all");
    if let Some(preset) = preset {
        let (start, end) = preset.range.days();
        return (f64::from(start), f64::from(end));
    }
    let first = data.events().first();
    let start = first.map_or(0.0, |event| f64::from(event.date.first_day()));
    let end = data
        .events()
        .iter()
        .map(|event| f64::from(event.date.end_day()))
        .fold(start, f64::max);
    let room = ((end - start) * 0.03).max(1.0);
    (start - room, end + room)
}

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
