//! Ranges of dates.

use core::fmt;
use core::str::FromStr;

use time::Date;

use super::calendar::{Day, day_of};
use super::{DateError, PartialDate, Precision};

/// From the first day of one date to the last day of another: `2024-12/2025-03` ends with March.
/// One date alone, `2025-01`, stands for all the days it covers. A range is never empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DateRange {
    start: PartialDate,
    end: PartialDate,
}

impl DateRange {
    /// From the first day of `start` to the last day of `end`; `None` if that is before it.
    pub fn new(start: PartialDate, end: PartialDate) -> Option<Self> {
        (start.first_day() < end.end_day()).then_some(Self { start, end })
    }

    /// Reads `2024-12/2025-03` or `2025-01`: one or two dates as [`PartialDate::parse`] reads
    /// them, the earlier first.
    ///
    /// # Errors
    ///
    /// Where the text is anything else, or ends before it starts.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        let (start, end) = text.split_once('/').unwrap_or((text, text));
        match (PartialDate::parse(start), PartialDate::parse(end)) {
            (Ok(start), Ok(end)) => Self::new(start, end).ok_or_else(|| DateError::order(text)),
            _ => Err(DateError::range(text)),
        }
    }

    /// The date it starts with.
    pub fn start(self) -> PartialDate {
        self.start
    }

    /// The date it ends with; all of it is part of the range.
    pub fn end(self) -> PartialDate {
        self.end
    }

    /// Its first day and the day after its last.
    pub fn days(self) -> (Day, Day) {
        (self.start.first_day(), self.end.end_day())
    }
}

impl FromStr for DateRange {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

/// What [`DateRange::parse`] reads back; one date where both are the same.
impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.start.fmt(f)?;
        if self.end != self.start {
            f.write_str("/")?;
            self.end.fmt(f)?;
        }
        Ok(())
    }
}

/// The shortest range, in days.
pub const SHORTEST: f64 = 1.0;

/// The range from one time to another, in days since 1970-01-01, rounded to whole days. It has the
/// coarsest precision that is exact: years where both ends fall on a new year, months where both
/// fall on the first of a month. It has one day at least, and stays within the years
/// that a date can have. What is not a number counts as 0.
pub fn range_from_days(start: f64, end: f64) -> DateRange {
    let (first, last) = (day_of(Date::MIN), day_of(Date::MAX));
    // `as` takes the nearest day that the type has, and makes NaN 0.
    let start = (start.round() as Day).clamp(first, last);
    let end = (end.round() as Day).clamp(start + 1, last + 1);
    let start = PartialDate::from_day(start);
    let end = PartialDate::from_day(end - 1);
    let is_exact = |precision| {
        let (from, to) = (start.truncated(precision), end.truncated(precision));
        from.first_day() == start.first_day() && to.end_day() == end.end_day()
    };
    let precision = [Precision::Year, Precision::Month]
        .into_iter()
        .find(|precision| is_exact(*precision))
        .unwrap_or(Precision::Day);
    DateRange {
        start: start.truncated(precision),
        end: end.truncated(precision),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(text: &str) -> String {
        match DateRange::parse(text) {
            Ok(range) => {
                let (start, end) = range.days();
                let last = PartialDate::from_day(end - 1);
                format!("{} to {last}", PartialDate::from_day(start))
            }
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn a_range_covers_both_its_dates() {
        let check = |text: &str, expected: &str| assert_eq!(days(text), expected, "{text}");
        check("2024-12/2025-03", "2024-12-01 to 2025-03-31");
        check("2025-01", "2025-01-01 to 2025-01-31");
        check("2019/2022", "2019-01-01 to 2022-12-31");
        check("2024-02-29/2024", "2024-02-29 to 2024-12-31");
        check("-0044-03-15/-0043", "-0044-03-15 to -0043-12-31");
        check("2025-01/2025-01-15", "2025-01-01 to 2025-01-15");
    }

    #[test]
    fn what_is_no_range_is_refused_with_a_sentence() {
        let check = |text: &str, expected: &str| assert_eq!(days(text), expected);
        let not = |text: &str| format!("\"{text}\" is not a range; write 2024-12/2025-03");
        for text in [
            "",
            "/",
            "banana",
            "2024/",
            "/2024",
            "2024/2025/2026",
            "2024 / 2025",
            "2024-13/2025",
        ] {
            check(text, &not(text));
        }
        let text = "2025-03/2024-12";
        check(text, &format!("{}, the earlier date first", not(text)));
    }

    #[test]
    fn printing_is_canonical() {
        let check = |text: &str, expected: &str| {
            let printed = DateRange::parse(text).map(|range| range.to_string());
            assert_eq!(printed.as_deref(), Ok(expected));
        };
        check("2024-12/2025-03", "2024-12/2025-03");
        check("2025-01/2025-01", "2025-01");
        check("2025-01", "2025-01");
    }

    #[test]
    fn days_become_the_coarsest_range_that_is_exact() {
        let check = |text: &str, expected: &str| {
            let found = DateRange::parse(text).map(|range| {
                let (start, end) = range.days();
                let found = range_from_days(f64::from(start) + 0.4, f64::from(end) - 0.4);
                assert_eq!(found.days(), (start, end), "{text}");
                found.to_string()
            });
            assert_eq!(found.as_deref(), Ok(expected));
        };
        check("2024-12/2025-03", "2024-12/2025-03");
        check("2024-01/2024-12", "2024");
        check("2019-01-01/2022-12-31", "2019/2022");
        check("2019/2022-03", "2019-01/2022-03");
        check("2024-02-01/2024-02-29", "2024-02");
        check("2024-02-01/2024-02-28", "2024-02-01/2024-02-28");
        check("2025-01-20", "2025-01-20");
        check("-9999/9999", "-9999/9999");
    }

    #[test]
    fn every_pair_of_numbers_is_a_range() {
        let check = |start: f64, end: f64, expected: &str| {
            assert_eq!(range_from_days(start, end).to_string(), expected);
        };
        check(5.0, 5.0, "1970-01-06");
        check(5.0, -5.0, "1970-01-06");
        check(f64::NAN, f64::NAN, "1970-01-01");
        check(f64::NEG_INFINITY, f64::INFINITY, "-9999/9999");
        check(f64::INFINITY, f64::INFINITY, "9999-12-31");
        check(f64::NEG_INFINITY, f64::NEG_INFINITY, "-9999-01-01");
    }
}
