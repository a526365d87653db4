//! The ticks of the time axis.
//!
//! Given a scale and the least distance between two ticks; returns ticks on calendar dates, and the
//! months or years above them. A month is as long as it is, and days start again with every month, so
//! that ticks never drift.

use super::TimeScale;
use crate::date::{Day, PartialDate};

/// The calendar unit of the ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TickUnit {
    /// The first days of years.
    Year,
    /// The first days of months.
    Month,
    /// Days of months.
    Day,
}

/// A tick of the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// Where its first day begins, in days since 1970-01-01.
    pub t: f64,
    /// Its position in the view, in CSS pixels.
    pub x: f64,
    /// Its date, with the precision of the unit.
    pub date: PartialDate,
}

/// The part in view of a unit above the ticks: the month of days, or the year of months.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ContextSpan {
    /// Where it begins, or 0 if it begins before the view.
    pub x1: f64,
    /// Where it ends, or the width of the view if it ends after it.
    pub x2: f64,
    /// The year or the month.
    pub date: PartialDate,
}

/// The ticks of a view.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The unit of the ticks.
    pub unit: TickUnit,
    /// How many units a step has: 3 months, 10 years.
    pub step: u32,
    /// The ticks in view, by time.
    pub major: Vec<Tick>,
    /// The months above days or the years above months, by time; empty above years.
    pub context: Vec<ContextSpan>,
}

impl Ticks {
    /// The same for a script that runs from right to left.
    #[must_use]
    pub fn mirrored(mut self, width: f64) -> Self {
        for tick in &mut self.major {
            tick.x = width - tick.x;
        }
        for span in &mut self.context {
            (span.x1, span.x2) = (width - span.x2, width - span.x1);
        }
        self
    }
}

/// A distance between ticks.
struct Step {
    unit: TickUnit,
    /// How many units.
    count: u32,
    /// How many days it has at least.
    days: u32,
}

const fn step(unit: TickUnit, count: u32, days: u32) -> Step {
    Step { unit, count, days }
}

/// All steps, from the finest to the coarsest.
const STEPS: [Step; 20] = [
    step(TickUnit::Day, 1, 1),
    step(TickUnit::Day, 2, 2),
    step(TickUnit::Day, 5, 5),
    step(TickUnit::Day, 10, 10),
    step(TickUnit::Month, 1, 28),
    step(TickUnit::Month, 3, 90),
    step(TickUnit::Month, 6, 181),
    step(TickUnit::Year, 1, 365),
    step(TickUnit::Year, 2, 730),
    step(TickUnit::Year, 5, 1825),
    step(TickUnit::Year, 10, 3652),
    step(TickUnit::Year, 20, 7304),
    step(TickUnit::Year, 50, 18_262),
    step(TickUnit::Year, 100, 36_524),
    step(TickUnit::Year, 200, 73_048),
    step(TickUnit::Year, 500, 182_621),
    step(TickUnit::Year, 1000, 365_242),
    step(TickUnit::Year, 2000, 730_485),
    step(TickUnit::Year, 5000, 1_826_212),
    COARSEST,
];

/// Its multiples hold a single tick in all the years that a date can have.
const COARSEST: Step = step(TickUnit::Year, 20_000, 7_304_850);

/// The ticks of a view: the finest step whose ticks stand at least `min_gap` pixels apart, which is 1
/// at the least. There are never more ticks than the width has room for.
pub fn ticks(scale: &TimeScale, min_gap: f64) -> Ticks {
    let min_gap = min_gap.max(1.0);
    let pixels_per_day = scale.pixels_per_day();
    let fits = |step: &Step| f64::from(step.days) * pixels_per_day >= min_gap;
    let Step { unit, count, .. } = STEPS.into_iter().find(fits).unwrap_or(COARSEST);
    let mut ticks = Ticks {
        unit,
        step: count,
        major: Vec::new(),
        context: Vec::new(),
    };
    if pixels_per_day > 0.0 {
        ticks.major = match unit {
            TickUnit::Year | TickUnit::Month => periods(scale, unit, count)
                .filter_map(|date| tick(scale, date))
                .collect(),
            TickUnit::Day => days(scale, count, min_gap / pixels_per_day),
        };
        let context = match unit {
            TickUnit::Year => None,
            TickUnit::Month => Some(TickUnit::Year),
            TickUnit::Day => Some(TickUnit::Month),
        };
        if let Some(unit) = context {
            let periods = periods(scale, unit, 1);
            ticks.context = periods.filter_map(|date| span(scale, date)).collect();
        }
    }
    ticks
}

/// A tick, if it is in view.
fn tick(scale: &TimeScale, date: PartialDate) -> Option<Tick> {
    let t = f64::from(date.first_day());
    let x = scale.x(t).max(0.0).min(scale.width);
    (scale.start <= t && t <= scale.end).then_some(Tick { t, x, date })
}

/// The part of a period that is in view.
fn span(scale: &TimeScale, date: PartialDate) -> Option<ContextSpan> {
    let x1 = scale.x(date.first_day().into()).max(0.0);
    let x2 = scale.x(date.end_day().into()).min(scale.width);
    (x1 < x2).then_some(ContextSpan { x1, x2, date })
}

/// Every `step`th year or month of a view. Years before year 1 are counted as they are written: 800 BC is
/// the year -799. The first one may begin before the view.
fn periods(scale: &TimeScale, unit: TickUnit, step: u32) -> impl Iterator<Item = PartialDate> {
    // `as` saturates, and a day beyond the calendar becomes its first or last date.
    let first = PartialDate::from_day(scale.start.floor() as Day);
    let last = PartialDate::from_day(scale.end.floor() as Day);
    let step = i32::try_from(step).unwrap_or(1).max(1);
    let number = number_of(unit, first).div_euclid(step) * step;
    let end = number_of(unit, last);
    let steps = (number..=end).step_by(step.unsigned_abs() as usize);
    // The first step may begin before the first year of the calendar: that one is no date.
    steps.filter_map(move |number| match unit {
        TickUnit::Year if step > 1 => PartialDate::from_year(round_year(number, step)?),
        _ => date_of(unit, number),
    })
}

/// The year that stands for a multiple of `step`. There is no year 0 in words: 1 BC stands for it, where
/// that is near enough to the middle of its neighbours.
fn round_year(number: i32, step: i32) -> Option<i32> {
    match number {
        ..0 => Some(number + 1),
        0 => (step >= 10).then_some(0),
        _ => Some(number),
    }
}

/// The number of a year or month, counted from the year 0.
fn number_of(unit: TickUnit, date: PartialDate) -> i32 {
    match unit {
        TickUnit::Year => date.year(),
        TickUnit::Month | TickUnit::Day => {
            date.year() * 12 + i32::from(date.month().unwrap_or(1)) - 1
        }
    }
}

/// The year or month with a number: the inverse of [`number_of`].
fn date_of(unit: TickUnit, number: i32) -> Option<PartialDate> {
    match unit {
        TickUnit::Year => PartialDate::from_year(number),
        TickUnit::Month | TickUnit::Day => {
            let month = u8::try_from(number.rem_euclid(12) + 1).ok()?;
            PartialDate::from_year_month(number.div_euclid(12), month)
        }
    }
}

/// Every `step`th day of each month, counted from its first: 1, 6, 11, … Days at the end of a month are
/// left out where they would stand within `min_days` of the next month.
fn days(scale: &TimeScale, step: u32, min_days: f64) -> Vec<Tick> {
    let mut ticks = Vec::new();
    for month in periods(scale, TickUnit::Month, 1) {
        let (first, end) = (month.first_day(), month.end_day());
        for day in (first..end).step_by(step as usize) {
            if day > first && f64::from(end - day) < min_days {
                break;
            }
            ticks.extend(tick(scale, PartialDate::from_day(day)));
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::{DateRange, Precision};

    /// Checks the ticks of a range on `width` pixels, at least 50 apart, and the periods above them.
    fn check(range: &str, width: f64, major: &str, context: &str) {
        let days = DateRange::parse(range).map(DateRange::days);
        let (start, end) = days.unwrap_or_default();
        let scale = TimeScale::new(start.into(), end.into(), width);
        let ticks = ticks(&scale, 50.0);
        let join = |dates: Vec<PartialDate>| {
            let dates: Vec<_> = dates.iter().map(PartialDate::to_string).collect();
            dates.join(" ")
        };
        assert_eq!(
            join(ticks.major.iter().map(|tick| tick.date).collect()),
            major
        );
        assert_eq!(
            join(ticks.context.iter().map(|span| span.date).collect()),
            context
        );
    }

    #[test]
    fn years() {
        check(
            "2015/2026",
            720.0,
            "2015 2016 2017 2018 2019 2020 2021 2022 2023 2024 2025 2026 2027",
            "",
        );
        check("2015/2026", 360.0, "2016 2018 2020 2022 2024 2026", "");
        check("2015-06/2026", 120.0, "2020 2025", "");
        check("-0100/0100", 210.0, "-0099 -0049 0000 0050 0100", "");
        check("1500/2020", 300.0, "1500 1600 1700 1800 1900 2000", "");
        check("-9999/9999", 300.0, "-9999 -4999 0000 5000", "");
        check("-9999/9999", 30.0, "0000", "");
    }

    /// The years 800, 600, 400 and 200 BC; 4 and 2 BC; without a gap in single years.
    #[test]
    fn years_before_year_1_are_round_as_they_are_written() {
        check("-0899/0300", 400.0, "-0799 -0599 -0399 -0199 0000 0200", "");
        check("-0004/0005", 300.0, "-0003 -0001 0002 0004 0006", "");
        check("-0002/0002", 300.0, "-0002 -0001 0000 0001 0002 0003", "");
    }

    #[test]
    fn months_under_years() {
        check(
            "2024-11/2025-03",
            400.0,
            "2024-11 2024-12 2025-01 2025-02 2025-03 2025-04",
            "2024 2025",
        );
        check(
            "2024-11/2025-10",
            300.0,
            "2025-01 2025-04 2025-07 2025-10",
            "2024 2025",
        );
        check(
            "2024-11/2026-03",
            200.0,
            "2025-01 2025-07 2026-01",
            "2024 2025 2026",
        );
    }

    #[test]
    fn days_under_months_start_again_with_each_month() {
        check(
            "2025-01-29/2025-02-03",
            360.0,
            "2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02 2025-02-03 2025-02-04",
            "2025-01 2025-02",
        );
        // 31 January is too near to 1 February.
        check(
            "2025-01-26/2025-02-05",
            400.0,
            "2025-01-27 2025-01-29 2025-02-01 2025-02-03 2025-02-05",
            "2025-01 2025-02",
        );
        // There is room for 26 January, but not for 26 February, nor for a 31st.
        check(
            "2025-01-20/2025-03-05",
            540.0,
            "2025-01-21 2025-01-26 2025-02-01 2025-02-06 2025-02-11 2025-02-16 2025-02-21 2025-03-01 2025-03-06",
            "2025-01 2025-02 2025-03",
        );
        check(
            "2025-02/2025-03",
            354.0,
            "2025-02-01 2025-02-11 2025-03-01 2025-03-11 2025-03-21 2025-04-01",
            "2025-02 2025-03",
        );
    }

    #[test]
    fn a_tick_carries_the_precision_of_its_unit() {
        let scale = TimeScale::new(0.0, 31.0, 3100.0);
        let found = ticks(&scale, 50.0);
        assert!(
            found
                .major
                .iter()
                .all(|tick| tick.date.precision() == Precision::Day)
        );
        assert_eq!(
            found.context.first().map(|span| (span.x1, span.x2)),
            Some((0.0, 3100.0))
        );
    }

    #[test]
    fn a_view_without_width_has_no_ticks() {
        for scale in [
            TimeScale::new(0.0, 100.0, 0.0),
            TimeScale::new(5.0, 5.0, 100.0),
        ] {
            assert!(ticks(&scale, 50.0).major.is_empty());
        }
        let beyond = TimeScale::new(1e9, 2e9, 1000.0);
        assert!(ticks(&beyond, 50.0).major.is_empty());
    }

    /// The calendar has no shorter step than the table says.
    #[test]
    fn the_table_of_steps_agrees_with_the_calendar() {
        assert!(STEPS.is_sorted_by_key(|step| step.days));
        for Step { unit, count, days } in STEPS {
            let all = TimeScale::new(-4_371_587.0, 2_932_896.0, 1.0);
            if unit == TickUnit::Day {
                assert_eq!(count, days);
                continue;
            }
            let starts: Vec<_> = periods(&all, unit, count)
                .map(PartialDate::first_day)
                .collect();
            // From 1000 BC to 1 BC it is a year less.
            let is_before_year_1 = |pair: &&[Day]| {
                pair[1] == PartialDate::from_year(0).map_or(0, PartialDate::first_day)
            };
            let steps = starts
                .windows(2)
                .filter(|pair| count == 1 || !is_before_year_1(pair));
            let shortest = steps.map(|pair| pair[1] - pair[0]).min();
            assert!(
                shortest.is_none_or(|shortest| shortest.unsigned_abs() >= days),
                "{unit:?} {count}"
            );
        }
    }
}
