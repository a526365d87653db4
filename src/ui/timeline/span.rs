//! Stretches of time that the data set has.

use crate::dataset::{Era, Event};
use crate::date::{PartialDate, Precision};
use crate::timeline::{Period, Viewport};

/// First day of a period, and the one after its last.
pub(super) fn days_of(era: &Era, viewport: Viewport) -> (f64, f64) {
    let end = era.end.map(|end| f64::from(end.end_day()));
    let start = f64::from(era.start.first_day());
    (start, end.unwrap_or(viewport.bounds().1))
}

/// The period of an era on the axis.
pub(super) fn period_of(era: &Era, viewport: Viewport) -> Period {
    let (start, end) = days_of(era, viewport);
    let earliest_end = era.end.map_or(end, |end| f64::from(end.first_day()));
    Period {
        start,
        earliest_end,
        end,
    }
}

/// What lies between two events.
pub(super) fn between(first: &Event, last: &Event) -> (f64, f64) {
    let start = f64::from(first.date.first_day());
    (start, f64::from(last.date.end_day()).max(start))
}

/// From when to when an event lasted, and what is known of its date leaves open; in days.
pub(super) fn reaches(event: &Event) -> [Option<(f64, f64)>; 2] {
    let is_open = event.date.precision() != Precision::Day || !event.disputed.is_empty();
    // Most of a hundred thousand are a day.
    if !is_open && event.end.is_none() {
        return [None; 2];
    }
    let day = |date: PartialDate| (f64::from(date.first_day()), f64::from(date.end_day()));
    let known = day(event.date);
    let open = event.disputed.iter().map(|date| day(*date));
    let open = open.fold(known, |a, b| (a.0.min(b.0), a.1.max(b.1)));
    [
        event.end.map(|end| (known.0, day(end).1)),
        is_open.then_some(open),
    ]
}

/// First day of all that an event reaches over, in days, and the one after its last; its middle twice where
/// it is a day and no more.
pub(super) fn reach(event: &Event) -> (f64, f64) {
    let t = event.date.midpoint();
    let reaches = reaches(event).into_iter().flatten();
    reaches.fold((t, t), |reach, (from, to)| {
        (reach.0.min(from), reach.1.max(to))
    })
}
