//! Positions in the list of visible events, which is in date order.

use crate::dataset::Event;
use crate::date::PartialDate;

/// The longest time from the first day of a date to its middle, in days: half a leap year.
const HALF_YEAR: f64 = 183.0;

/// How many of the visible events have their middle in a time span, in days since 1970-01-01; at most
/// `most` are counted.
///
/// A coarse date comes before the finer ones of its year or month in the list, while its middle comes
/// after many of them. So the events around the span are looked at one by one, from the last on.
pub fn count_in_range(
    events: &[Event],
    visible: &[u32],
    (start, end): (f64, f64),
    most: usize,
) -> usize {
    let date = |position: &u32| events.get(*position as usize).map(|event| event.date);
    let first_from = |t: f64| {
        visible.partition_point(|position| {
            date(position).is_some_and(|date| f64::from(date.first_day()) < t)
        })
    };
    let candidates = visible.get(first_from(start - HALF_YEAR)..first_from(end));
    let dates = candidates.into_iter().flatten().rev().filter_map(date);
    dates
        .map(PartialDate::midpoint)
        .filter(|t| (start..end).contains(t))
        .take(most)
        .count()
}

/// The visible event after `current`, or before it; without a current one, the first or the last.
/// `None` at the ends.
pub fn neighbour(visible: &[u32], current: Option<u32>, forward: bool) -> Option<u32> {
    let Some(current) = current else {
        let end = if forward {
            visible.first()
        } else {
            visible.last()
        };
        return end.copied();
    };
    // A filter may hide the current event, which has a place in the order all the same.
    let at = if forward {
        visible.partition_point(|position| *position <= current)
    } else {
        let before = visible.partition_point(|position| *position < current);
        before.checked_sub(1)?
    };
    visible.get(at).copied()
}
