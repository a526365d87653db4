//! Days of the calendar, through the `time` crate, which is used without a clock or a time zone.

use time::{Date, Month};

/// A day, as the number of days since 1970-01-01; days before are negative.
pub type Day = i32;

/// The Julian day number of 1970-01-01.
const EPOCH: Day = 2_440_588;

/// A date of the calendar; `None` where the calendar does not have it.
pub(super) fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    let month = Month::try_from(month).ok()?;
    Date::from_calendar_date(year, month, day).ok()
}

/// The date of a day; the first or last date that there is for a day beyond it.
pub(super) fn date_of(day: Day) -> Date {
    let limit = if day < 0 { Date::MIN } else { Date::MAX };
    Date::from_julian_day(day.saturating_add(EPOCH)).unwrap_or(limit)
}

/// The day of a date.
pub(super) fn day_of(date: Date) -> Day {
    date.to_julian_day() - EPOCH
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        let check = |day: Day, year: i32, month: u8, number: u8| {
            let found = date_of(day);
            assert_eq!(date(year, month, number), Some(found));
            assert_eq!(day_of(found), day);
        };
        check(0, 1970, 1, 1);
        check(-1, 1969, 12, 31);
        check(19_782, 2024, 2, 29);
        check(20_108, 2025, 1, 20);
        check(-719_468, 0, 3, 1);
        check(-719_528, 0, 1, 1);
    }

    #[test]
    fn every_number_is_a_day() {
        assert_eq!(date_of(Day::MAX), Date::MAX);
        assert_eq!(date_of(Day::MIN), Date::MIN);
        assert_eq!((Date::MIN.year(), Date::MAX.year()), (-9999, 9999));
    }
}
