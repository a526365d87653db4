//! Days and the calendar: the algorithms `days_from_civil` and `civil_from_days` of Howard Hinnant,
//! <https://howardhinnant.github.io/date_algorithms.html>. They count years from 1 March, so that
//! the leap day is the last of its year, and eras of 400 years, after which the calendar repeats.

/// A day, as the number of days since 1970-01-01; days before are negative.
pub type Day = i32;

/// Days in 400 years of the Gregorian calendar.
const ERA: i64 = 146_097;
/// Days from 0000-03-01 to 1970-01-01.
const EPOCH: i64 = 719_468;

/// Year, month (1 to 12) and day of the month (1 to 31) of a day. Defined for every [`Day`], also
/// beyond the years that a date can have.
pub fn civil(day: Day) -> (i32, u8, u8) {
    let day = i64::from(day) + EPOCH;
    let era = day.div_euclid(ERA);
    let day_of_era = day.rem_euclid(ERA);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // 0 is March.
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    // All three are in the range of their type: a `Day` reaches less than six million years.
    (year as i32, month as u8, day as u8)
}

/// The day of a date: the inverse of [`civil`]. Months are 1 to 12; years within four digits and a
/// little beyond.
pub(super) fn day_number(year: i32, month: u8, day: u8) -> Day {
    let (month, day) = (i64::from(month), i64::from(day));
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    (era * ERA + day_of_era - EPOCH) as Day
}

/// How many days a month (1 to 12) of a year has.
pub(super) fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_days() {
        let check = |day: Day, date: (i32, u8, u8)| {
            assert_eq!(civil(day), date);
            assert_eq!(day_number(date.0, date.1, date.2), day);
        };
        check(0, (1970, 1, 1));
        check(-1, (1969, 12, 31));
        check(19_782, (2024, 2, 29));
        check(20_108, (2025, 1, 20));
        check(-719_468, (0, 3, 1));
        check(-719_528, (0, 1, 1));
    }

    /// Walks through every day that a date can have, by the lengths of the months alone.
    #[test]
    fn every_day_of_the_calendar_there_and_back() {
        let (mut year, mut month, mut day) = (-9999, 1, 1);
        for number in day_number(-9999, 1, 1)..=day_number(9999, 12, 31) {
            assert_eq!(civil(number), (year, month, day));
            assert_eq!(day_number(year, month, day), number);
            if day < days_in_month(year, month) {
                day += 1;
            } else {
                day = 1;
                month = month % 12 + 1;
                year += i32::from(month == 1);
            }
        }
        assert_eq!((year, month, day), (10_000, 1, 1));
    }

    #[test]
    fn every_number_is_a_day() {
        assert_eq!(civil(Day::MAX), (5_881_580, 7, 11));
        assert_eq!(civil(Day::MIN), (-5_877_641, 6, 23));
    }
}
