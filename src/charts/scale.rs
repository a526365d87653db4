//! From a value to its place on an axis, and the values that the axis is marked with.

use crate::decimal::Decimal;
use crate::number::within;

/// A vertical or horizontal axis of values.
#[derive(Clone, Copy, Debug)]
pub struct ValueScale {
    low: Decimal,
    high: Decimal,
    /// Where the lowest value stands, in pixels.
    start: f64,
    /// Where the highest value stands, in pixels.
    end: f64,
    /// The logarithm, on a logarithmic axis.
    log: Option<fn(f64) -> f64>,
}

impl ValueScale {
    /// Equal distances for equal differences. The limits are widened to whole steps of at most
    /// `steps` ticks, but not beyond `most`.
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
            log: None,
        }
    }

    /// Equal distances for equal ratios. Values that are not above 0 have no place on it and are
    /// passed over here; whoever draws counts them. `log` is a logarithm to any base: a page has one
    /// of its own, and Rust's weighs 3 kB.
    pub fn log(
        values: impl Iterator<Item = Decimal>,
        (start, end): (f64, f64),
        log: fn(f64) -> f64,
    ) -> Self {
        let above = values.filter(|value| *value > Decimal::ZERO);
        let (low, high) = extent(above).unwrap_or((Decimal::whole(1), Decimal::whole(10)));
        let powers = || (-6..=12).map(Decimal::power_of_ten);
        let floor = powers().rev().find(|power| *power <= low).unwrap_or(low);
        let ceiling = powers().find(|power| *power >= high && *power > floor);
        Self {
            low: floor,
            high: ceiling.unwrap_or(high),
            start,
            end,
            log: Some(log),
        }
    }

    /// The lowest and the highest value of the axis.
    pub fn domain(&self) -> (Decimal, Decimal) {
        (self.low, self.high)
    }

    /// Where a value stands, in pixels; values beyond the axis stand at its end.
    pub fn position(&self, value: Decimal) -> f64 {
        let shape = |value: Decimal| {
            let value = value.to_f64();
            match self.log {
                Some(log) => log(value.max(1e-6)),
                None => value,
            }
        };
        let (low, high) = (shape(self.low), shape(self.high));
        let span = high - low;
        let part = if span > 0.0 {
            within((shape(value) - low) / span, 0.0, 1.0)
        } else {
            0.0
        };
        self.start + part * (self.end - self.start)
    }

    /// The values that the axis is marked with: on a linear axis multiples of 1, 2 or 5 times a
    /// power of ten; on a logarithmic one the powers of ten, with their doubles and fivefolds where
    /// there are few. At most `most` and the two ends.
    pub fn ticks(&self, most: i64) -> Vec<Decimal> {
        let mut ticks = Vec::new();
        if self.log.is_some() {
            for factors in [&[1, 2, 5][..], &[1]] {
                let powers = (-6..=12).map(Decimal::power_of_ten);
                let all = powers.flat_map(|power| factors.iter().map(move |by| power.times(*by)));
                ticks = all
                    .filter(|tick| (self.low..=self.high).contains(tick))
                    .collect();
                if i64::try_from(ticks.len()).unwrap_or(i64::MAX) <= most {
                    break;
                }
            }
            return ticks;
        }
        let step = step(self.low, self.high, most);
        let mut at = self.low.div_floor(step);
        loop {
            let tick = step.times(at);
            if tick > self.high {
                return ticks;
            }
            if tick >= self.low {
                ticks.push(tick);
            }
            at += 1;
        }
    }
}

fn extent(values: impl Iterator<Item = Decimal>) -> Option<(Decimal, Decimal)> {
    values.fold(None, |extent, value| {
        let (low, high) = extent.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

/// The smallest of 1, 2 and 5 times a power of ten that fits at most `most` times.
fn step(low: Decimal, high: Decimal, most: i64) -> Decimal {
    let span = high.minus(low);
    for power in -6..=12 {
        for factor in [1, 2, 5] {
            let step = Decimal::power_of_ten(power).times(factor);
            if span.div_floor(step) < most.max(1) {
                return step;
            }
        }
    }
    Decimal::power_of_ten(12).times(5)
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
        let scale = ValueScale::log(values.iter().copied(), (0.0, 600.0), f64::ln);
        assert_eq!(ticks(&scale, 8), "0.001 0.01 0.1 1 10 100 1000");
        assert!((scale.position(Decimal::whole(1)) - 300.0).abs() < 1e-9);
        assert_eq!(scale.position(Decimal::ZERO), 0.0);
        let short = ValueScale::log(decimals(&["2", "9"]).into_iter(), (0.0, 1.0), f64::ln);
        assert_eq!(ticks(&short, 8), "1 2 5 10");
    }

    #[test]
    fn an_axis_of_one_value_or_none_still_stands() {
        let one = ValueScale::linear(decimals(&["50"]).into_iter(), None, 5, (0.0, 10.0));
        assert!(one.domain().0 < one.domain().1);
        assert!(!one.ticks(5).is_empty());
        let none = ValueScale::linear(core::iter::empty(), None, 5, (0.0, 10.0));
        assert!(!none.ticks(5).is_empty());
        let none = ValueScale::log(core::iter::empty(), (0.0, 10.0), f64::ln);
        assert_eq!(ticks(&none, 5), "1 2 5 10");
    }
}
