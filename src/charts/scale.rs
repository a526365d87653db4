//! Value scales: from a value to its position on an axis, and the ticks of the axis.
//!
//! Given the values to show and the pixels of the axis. Ticks are exact decimals.

use crate::decimal::Decimal;

/// Powers of ten that a logarithmic axis, or a step of a linear one, can have.
const POWERS: core::ops::RangeInclusive<i32> = -6..=12;

/// The least value that a logarithm is taken of.
const LEAST_LOG_VALUE: f64 = 1e-6;

/// A horizontal or vertical axis of values.
#[derive(Clone, Copy, Debug)]
pub struct ValueScale {
    low: Decimal,
    high: Decimal,
    /// Position of the lowest value, in pixels.
    start: f64,
    /// Position of the highest value, in pixels.
    end: f64,
    kind: Kind,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Linear,
    Log,
}

impl ValueScale {
    /// A linear scale. Its domain is widened to whole steps between at most `steps` ticks, but not beyond
    /// `most`.
    pub fn linear(
        values: impl Iterator<Item = Decimal>,
        most: Option<Decimal>,
        steps: i64,
        (start, end): (f64, f64),
    ) -> Self {
        let (low, high) = extent(values).unwrap_or((Decimal::ZERO, Decimal::whole(1)));
        let step = step(low, high, steps);
        let low = step.times(low.div_floor(step));
        let top = step.times(high.div_floor(step));
        let top = if top < high || top == low {
            top.plus(step)
        } else {
            top
        };
        let high = most
            .filter(|most| *most >= high)
            .map_or(top, |most| most.min(top));
        Self {
            low,
            high,
            start,
            end,
            kind: Kind::Linear,
        }
    }

    /// A logarithmic scale from one power of ten to another. Values that are not above 0 have no position
    /// on it, and are ignored.
    pub fn log(values: impl Iterator<Item = Decimal>, (start, end): (f64, f64)) -> Self {
        let positive = values.filter(|value| *value > Decimal::ZERO);
        let (low, high) = extent(positive).unwrap_or((Decimal::whole(1), Decimal::whole(10)));
        let powers = || POWERS.map(Decimal::power_of_ten);
        let floor = powers().rev().find(|power| *power <= low).unwrap_or(low);
        let ceiling = powers().find(|power| *power >= high && *power > floor);
        Self {
            low: floor,
            high: ceiling.unwrap_or(high),
            start,
            end,
            kind: Kind::Log,
        }
    }

    /// The lowest and the highest value of the axis.
    pub fn domain(&self) -> (Decimal, Decimal) {
        (self.low, self.high)
    }

    /// The position of a value, in pixels. Values beyond the domain are at its end.
    pub fn position(&self, value: Decimal) -> f64 {
        let transformed = |value: Decimal| match self.kind {
            Kind::Linear => value.to_f64(),
            Kind::Log => value.to_f64().max(LEAST_LOG_VALUE).log10(),
        };
        let (low, high) = (transformed(self.low), transformed(self.high));
        let length = high - low;
        let part = if length > 0.0 {
            ((transformed(value) - low) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.start + part * (self.end - self.start)
    }

    /// The ticks of the axis. A linear axis has multiples of 1, 2 or 5 times a power of ten, at most
    /// `most` besides its ends. A logarithmic one has powers of ten. It also has 2 and 5 times these,
    /// where that makes at most `most` ticks in all.
    pub fn ticks(&self, most: i64) -> Vec<Decimal> {
        match self.kind {
            Kind::Linear => self.linear_ticks(most),
            Kind::Log => {
                let ticks = self.log_ticks(&[1, 2, 5]);
                if i64::try_from(ticks.len()).is_ok_and(|count| count <= most) {
                    ticks
                } else {
                    self.log_ticks(&[1])
                }
            }
        }
    }

    fn linear_ticks(&self, most: i64) -> Vec<Decimal> {
        let step = step(self.low, self.high, most);
        (self.low.div_floor(step)..)
            .map(|number| step.times(number))
            .skip_while(|tick| *tick < self.low)
            .take_while(|tick| *tick <= self.high)
            .collect()
    }

    /// The multiples of powers of ten by some factors.
    fn log_ticks(&self, factors: &[i64]) -> Vec<Decimal> {
        POWERS
            .map(Decimal::power_of_ten)
            .flat_map(|power| factors.iter().map(move |factor| power.times(*factor)))
            .filter(|tick| (self.low..=self.high).contains(tick))
            .collect()
    }
}

/// The lowest and the highest of some values.
fn extent(values: impl Iterator<Item = Decimal>) -> Option<(Decimal, Decimal)> {
    values.fold(None, |extent, value| {
        let (low, high) = extent.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// The smallest step of 1, 2 or 5 times a power of ten that fits at most `most` times.
fn step(low: Decimal, high: Decimal, most: i64) -> Decimal {
    let span = high.minus(low);
    let largest = Decimal::power_of_ten(*POWERS.end()).times(5);
    POWERS
        .map(Decimal::power_of_ten)
        .flat_map(|power| [1, 2, 5].map(|factor| power.times(factor)))
        .find(|step| span.div_floor(*step) < most.max(1))
        .unwrap_or(largest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimals(texts: &[&str]) -> Vec<Decimal> {
        let parsed = texts.iter().filter_map(|text| Decimal::parse(text));
        parsed.collect()
    }

    fn ticks(scale: &ValueScale, most: i64) -> String {
        let ticks = scale.ticks(most);
        let texts: Vec<String> = ticks.iter().map(Decimal::to_string).collect();
        texts.join(" ")
    }

    #[test]
    fn a_linear_axis_has_round_ticks_and_ends() {
        let values = decimals(&["42.5", "94.6"]);
        let scale = ValueScale::linear(
            values.iter().copied(),
            Some(Decimal::whole(100)),
            6,
            (300.0, 0.0),
        );
        assert_eq!(scale.domain(), (Decimal::whole(40), Decimal::whole(100)));
        assert_eq!(ticks(&scale, 6), "40 60 80 100");
        assert_eq!(scale.position(Decimal::whole(40)), 300.0);
        assert_eq!(scale.position(Decimal::whole(70)), 150.0);
        assert_eq!(scale.position(Decimal::whole(1000)), 0.0);
    }

    #[test]
    fn a_log_axis_has_powers_of_ten() {
        let values = decimals(&["0", "0.0036", "150"]);
        let scale = ValueScale::log(values.iter().copied(), (0.0, 600.0));
        assert_eq!(ticks(&scale, 8), "0.001 0.01 0.1 1 10 100 1000");
        assert!((scale.position(Decimal::whole(1)) - 300.0).abs() < 1e-9);
        assert_eq!(scale.position(Decimal::ZERO), 0.0);
        let short = ValueScale::log(decimals(&["2", "9"]).into_iter(), (0.0, 1.0));
        assert_eq!(ticks(&short, 8), "1 2 5 10");
    }

    #[test]
    fn an_axis_of_one_value_or_none_has_a_length() {
        let one = ValueScale::linear(decimals(&["50"]).into_iter(), None, 5, (0.0, 10.0));
        assert!(one.domain().0 < one.domain().1);
        assert!(!one.ticks(5).is_empty());
        let none = ValueScale::linear(core::iter::empty(), None, 5, (0.0, 10.0));
        assert!(!none.ticks(5).is_empty());
        let none = ValueScale::log(core::iter::empty(), (0.0, 10.0));
        assert_eq!(ticks(&none, 5), "1 2 5 10");
    }
}
