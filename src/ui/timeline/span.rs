//! Stretches of time in a data set, in days since 1970-01-01.

use crate::dataset::{Dataset, Era, Event};
use crate::date::{PartialDate, Precision};
use crate::timeline::Period;

/// First day of a period, and the day after its last.
pub(super) fn days_of(data: &Dataset, era: &Era) -> (f64, f64) {
    let (start, end) = (era.start.first_day(), data.era_end(era).end_day());
    (f64::from(start), f64::from(end))
}

/// The period of an era on the axis.
pub(super) fn period_of(data: &Dataset, era: &Era) -> Period {
    let (start, end) = days_of(data, era);
    let earliest_end = era.end.map_or(end, |end| f64::from(end.first_day()));
    Period {
        start,
        earliest_end,
        end,
    }
}

/// From the first day of an event to the day after the last day of another.
pub(super) fn between(first: &Event, last: &Event) -> (f64, f64) {
    let start = f64::from(first.date.first_day());
    (start, f64::from(last.date.end_day()).max(start))
}

/// First day of a stretch of time, and the day after its last.
pub(super) type Days = (f64, f64);

/// The stretches of time that an event covers.
#[derive(Clone, Copy, Default)]
pub(super) struct Reaches {
    /// From when to when it went on, where it was more than its date.
    pub duration: Option<Days>,
    /// The days that its date may be, where the day is not certain.
    pub uncertainty: Option<Days>,
}

/// The stretches of time that an event covers; none for an event of one certain day.
pub(super) fn reaches(event: &Event) -> Reaches {
    let is_open = event.date.precision() != Precision::Day || !event.disputed.is_empty();
    // Most events have one certain day.
    if !is_open && event.end.is_none() {
        return Reaches::default();
    }
    let days = |date: PartialDate| (f64::from(date.first_day()), f64::from(date.end_day()));
    let known = days(event.date);
    let possible = event.disputed.iter().map(|date| days(*date));
    let possible = possible.fold(known, |a, b| (a.0.min(b.0), a.1.max(b.1)));
    Reaches {
        duration: event.end.map(|end| (known.0, days(end).1)),
        uncertainty: is_open.then_some(possible),
    }
}

/// First day that an event covers, and the day after its last. For an event of one certain day, its
/// middle twice.
pub(super) fn reach(event: &Event) -> Days {
    let t = event.date.midpoint();
    let Reaches {
        duration,
        uncertainty,
    } = reaches(event);
    let all = duration.into_iter().chain(uncertainty);
    all.fold((t, t), |reach, (from, to)| {
        (reach.0.min(from), reach.1.max(to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dataset::load;

    /// A period that goes on ends with the data, and not with the axis.
    #[test]
    fn a_period_without_an_end_lasts_to_the_date_of_the_data() {
        let text = r#"{"version":"1.0","meta":{"title":"T","updated":"1970-03-05",
            "presets":[{"id":"all","name":"All","range":"1970"}],
            "eras":[{"id":"a","name":"A","start":"1970-01-11"},{"id":"b","name":"B","start":"1970","end":"1970-02"}]},
            "events":[{"id":"e","date":"1970","title":"E"}]}"#;
        let days = load(text).map(|loaded| {
            let data = loaded.dataset;
            let eras = data.meta().eras.iter();
            eras.map(|era| period_of(&data, era)).collect::<Vec<_>>()
        });
        let period = |start, earliest_end, end| Period {
            start,
            earliest_end,
            end,
        };
        let expected = vec![period(10.0, 64.0, 64.0), period(0.0, 31.0, 59.0)];
        assert_eq!(days, Ok(expected));
    }
}
