//! A date with the precision it has: a year, a month or a day.

use core::fmt;
use core::str::FromStr;

use time::Month;

use super::calendar::{Day, date, date_of, day_of};
use super::error::DateError;

/// First year that a date can have; [`LAST_YEAR`] is the last.
pub const FIRST_YEAR: i32 = -9999;
/// Last year that a date can have.
pub const LAST_YEAR: i32 = 9999;

/// How much of a date is known, coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// The year only.
    Year,
    /// Year and month.
    Month,
    /// Year, month and day.
    Day,
}

/// A date with the precision it has: `2021`, `2021-06` or `2021-06-09`.
///
/// Dates are ordered by their first day, the coarser first: `2021`, `2021-01`, `2021-01-01`,
/// `2021-01-02`.
///
/// ```
/// use open_vs_closed::date::PartialDate;
///
/// let date = PartialDate::parse("2021-06")?;
/// assert_eq!((date.year(), date.month(), date.day()), (2021, Some(6), None));
/// assert_eq!(date.end_day() - date.first_day(), 30);
/// # Ok::<(), open_vs_closed::date::DateError>(())
/// ```
// The derived order is the documented one: an unknown month or day is 0, and comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    /// 1 to 12; 0 where it is not known.
    month: u8,
    /// 1 to 31; 0 where it is not known.
    day: u8,
}

impl PartialDate {
    /// 1970-01-01, the day from which [`Day`]s are counted.
    pub const EPOCH: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

    /// A year; `None` outside [`FIRST_YEAR`] to [`LAST_YEAR`].
    pub fn from_year(year: i32) -> Option<Self> {
        let valid = (FIRST_YEAR..=LAST_YEAR).contains(&year);
        let year = i16::try_from(year).ok().filter(|_| valid)?;
        Some(Self {
            year,
            month: 0,
            day: 0,
        })
    }

    /// A month (1 to 12) of a year; `None` where the calendar does not have it.
    pub fn from_year_month(year: i32, month: u8) -> Option<Self> {
        let valid = (1..=12).contains(&month);
        let date = Self::from_year(year).filter(|_| valid)?;
        Some(Self { month, ..date })
    }

    /// A day of a month of a year; `None` where the calendar does not have it.
    pub fn from_year_month_day(year: i32, month: u8, day: u8) -> Option<Self> {
        date(year, month, day).map(Self::from_date)
    }

    /// The date of a day, or the first or last date there is for a day beyond it.
    pub fn from_day(day: Day) -> Self {
        Self::from_date(date_of(day))
    }

    fn from_date(date: time::Date) -> Self {
        Self {
            // Years of the calendar have four digits.
            year: i16::try_from(date.year()).unwrap_or_default(),
            month: date.month().into(),
            day: date.day(),
        }
    }

    /// Reads ISO 8601: `2021`, `2021-06`, `2021-06-09`, and with a year of four digits also
    /// `0987` and `-0044-03-15`.
    ///
    /// # Errors
    ///
    /// Where the text is anything else, or names a day that the calendar does not have.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        read(text.as_bytes()).ok_or_else(|| DateError::date(text))
    }

    /// The astronomical year: 0 is 1 BC, -43 is 44 BC.
    pub fn year(self) -> i32 {
        i32::from(self.year)
    }

    /// The month, 1 to 12.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// How much of it is known.
    pub fn precision(self) -> Precision {
        match (self.month, self.day) {
            (0, _) => Precision::Year,
            (_, 0) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// The same date with no more than that precision: `2021-06-09` to the month is `2021-06`.
    pub fn truncated(self, precision: Precision) -> Self {
        match precision {
            Precision::Year => Self {
                month: 0,
                day: 0,
                ..self
            },
            Precision::Month => Self { day: 0, ..self },
            Precision::Day => self,
        }
    }

    /// The first day it covers.
    pub fn first_day(self) -> Day {
        day(self.year(), self.month.max(1), self.day.max(1))
    }

    /// The day after the last day it covers.
    pub fn end_day(self) -> Day {
        let month = if self.month > 0 { self.month } else { 12 };
        let last = match self.day {
            0 => Month::try_from(month).map_or(31, |month| month.length(self.year())),
            day => day,
        };
        day(self.year(), month, last) + 1
    }

    /// The middle of what it covers, in days since 1970-01-01. This is where the date stands on an
    /// axis: the middle is wrong by the least.
    pub fn midpoint(self) -> f64 {
        f64::midpoint(f64::from(self.first_day()), f64::from(self.end_day()))
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        Self::parse(text)
    }
}

/// Canonical ISO 8601, which [`PartialDate::parse`] reads back.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.year < 0 { "-" } else { "" };
        write!(f, "{sign}{:04}", self.year.unsigned_abs())?;
        for part in [self.month, self.day] {
            if part > 0 {
                write!(f, "-{part:02}")?;
            }
        }
        Ok(())
    }
}

/// The day of a date that the calendar has.
fn day(year: i32, month: u8, day: u8) -> Day {
    date(year, month, day).map_or(0, day_of)
}

fn read(text: &[u8]) -> Option<PartialDate> {
    let (negative, text) = match text {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, text),
    };
    let [a, b, c, d, rest @ ..] = text else {
        return None;
    };
    let year = i32::from(two_digits(*a, *b)?) * 100 + i32::from(two_digits(*c, *d)?);
    let year = match (negative, year) {
        // ISO 8601 has one year 0, and it has no sign.
        (true, 0) => return None,
        (true, year) => -year,
        (false, year) => year,
    };
    match rest {
        [] => PartialDate::from_year(year),
        [b'-', a, b] => PartialDate::from_year_month(year, two_digits(*a, *b)?),
        [b'-', a, b, b'-', c, d] => {
            PartialDate::from_year_month_day(year, two_digits(*a, *b)?, two_digits(*c, *d)?)
        }
        _ => None,
    }
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
    digits.then(|| (tens - b'0') * 10 + (ones - b'0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks what a text means, as `first day / day after the last`, or its error.
    fn check(text: &str, expected: &str) {
        let found = match PartialDate::parse(text) {
            Ok(date) => {
                assert_eq!(date.to_string(), text, "what is printed is what was read");
                let (first, end) = (date.first_day(), date.end_day());
                let (first, end) = (PartialDate::from_day(first), PartialDate::from_day(end));
                format!("{first} / {end}")
            }
            Err(error) => error.to_string(),
        };
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_date_covers_what_it_names() {
        check("2021", "2021-01-01 / 2022-01-01");
        check("2021-06", "2021-06-01 / 2021-07-01");
        check("2021-12", "2021-12-01 / 2022-01-01");
        check("2021-06-09", "2021-06-09 / 2021-06-10");
        check("2024-02", "2024-02-01 / 2024-03-01");
        check("2024-02-29", "2024-02-29 / 2024-03-01");
        check("0987", "0987-01-01 / 0988-01-01");
        check("0000", "0000-01-01 / 0001-01-01");
        check("-0044-03-15", "-0044-03-15 / -0044-03-16");
        check("-0001", "-0001-01-01 / 0000-01-01");
        check("-9999-01-01", "-9999-01-01 / -9999-01-02");
    }

    #[test]
    fn what_is_no_date_is_refused_with_a_sentence() {
        let long = "x".repeat(41);
        let bad = [
            "",
            " ",
            "-",
            "21",
            "202",
            "20211",
            "2021-",
            "2021-6",
            "2021-13",
            "2021-00",
            "2021-06-",
            "2021-06-9",
            "2021-06-00",
            "2021-06-31",
            "2021-02-29",
            "2021-02-30",
            "1900-02-29",
            "2021/06",
            "2021-06-09T00:00",
            " 2021",
            "2021 ",
            "+2021",
            "-0000",
            "12021",
            "２０２１",
            "2021-06-0é",
            "banana",
            "2021–06",
        ];
        for text in bad {
            let sentence = "is not a date; write 2021, 2021-06 or 2021-06-09";
            check(text, &format!("\"{text}\" {sentence}"));
        }
        let cut = format!(
            "\"{}…\" is not a date; write 2021, 2021-06 or 2021-06-09",
            "x".repeat(40)
        );
        check(&long, &cut);
    }

    #[test]
    fn order_is_by_first_day_and_then_coarse_before_fine() {
        let sorted = [
            "-0044-03-15",
            "-0043",
            "0000",
            "0987",
            "2020-12-31",
            "2021",
            "2021-01",
            "2021-01-01",
            "2021-01-02",
            "2021-02",
            "2022",
        ];
        let dates: Vec<_> = sorted
            .iter()
            .filter_map(|text| PartialDate::parse(text).ok())
            .collect();
        assert_eq!(dates.len(), sorted.len());
        assert!(dates.is_sorted());
        assert!(dates.is_sorted_by_key(|date| (date.first_day(), date.precision())));
    }

    #[test]
    fn the_midpoint_is_in_the_middle() {
        let midpoint = |text: &str| PartialDate::parse(text).map(PartialDate::midpoint).ok();
        assert_eq!(midpoint("1970-01-01"), Some(0.5));
        assert_eq!(midpoint("1970-01"), Some(15.5));
        assert_eq!(midpoint("1970"), Some(182.5));
        assert_eq!(midpoint("1969-12-31"), Some(-0.5));
    }

    #[test]
    fn a_day_beyond_the_calendar_is_its_end() {
        assert_eq!(PartialDate::from_day(Day::MIN).to_string(), "-9999-01-01");
        assert_eq!(PartialDate::from_day(Day::MAX).to_string(), "9999-12-31");
        assert_eq!(PartialDate::from_day(0), PartialDate::EPOCH);
        assert_eq!(PartialDate::from_year(10_000), None);
        assert_eq!(PartialDate::from_year(-10_000), None);
    }

    #[test]
    fn it_stays_small() {
        assert_eq!(size_of::<PartialDate>(), 4);
    }
}
