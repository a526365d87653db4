//! List prices of models over time.
//!
//! Given the models to show and a kind of price; returns price points, and the range of prices on a day.

use super::points::{day_of, models_at};
use crate::dataset::{Dataset, Price, Vocabulary};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::sort::sort_by_key;

/// A kind of price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PriceKind {
    /// For input.
    #[default]
    Input,
    /// For input that repeats an earlier prompt.
    Cached,
    /// For output.
    Output,
}

impl Vocabulary for PriceKind {
    const ALL: &'static [Self] = &[Self::Input, Self::Cached, Self::Output];
    const WORDS: &'static [&'static str] = &["input", "cached", "output"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl PriceKind {
    /// The price of this kind, in US dollars per million tokens.
    pub fn of(self, price: &Price) -> Option<Decimal> {
        match self {
            Self::Input => Some(price.input),
            Self::Cached => price.cached,
            Self::Output => Some(price.output),
        }
    }
}

/// A price that holds from its day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PricePoint {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// The first day on which it holds.
    pub day: Day,
    /// US dollars per million tokens; above 0.
    pub value: Decimal,
    /// The openness of the model under the definition.
    pub openness: Openness,
}

/// The range of the prices of some models.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceRange {
    /// The lowest.
    pub low: Decimal,
    /// The highest.
    pub high: Decimal,
    /// How many models there are.
    pub models: usize,
}

/// The prices of one kind under a definition of "open".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PriceSeries {
    /// Every price above 0, by day.
    pub points: Vec<PricePoint>,
    /// How many prices are 0, which is not on a logarithmic axis. They are left out.
    pub free: usize,
    /// How many models have no such price. They are left out.
    pub unpriced: usize,
}

impl PriceSeries {
    /// The prices of one kind, for the models at `positions`.
    pub fn new(data: &Dataset, positions: &[u32], kind: PriceKind, rule: &Rule) -> Self {
        let mut prices = Self::default();
        for (position, model) in models_at(data, positions) {
            let mut has_price = false;
            for price in &model.prices {
                let Some(value) = kind.of(price) else {
                    continue;
                };
                has_price = true;
                if value <= Decimal::ZERO {
                    prices.free += 1;
                    continue;
                }
                prices.points.push(PricePoint {
                    model: position,
                    day: day_of(price.date),
                    value,
                    openness: rule.of_model(model),
                });
            }
            prices.unpriced += usize::from(!has_price);
        }
        sort_by_key(&mut prices.points, |point| point.day);
        prices
    }

    /// The days of the first and of the newest price.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.day, self.points.last()?.day))
    }

    /// The prices that hold on a day: the newest one of each model up to that day.
    pub fn at(&self, day: Day) -> Vec<PricePoint> {
        let mut current: Vec<PricePoint> = Vec::new();
        for point in self.points.iter().take_while(|point| point.day <= day) {
            match current.iter_mut().find(|other| other.model == point.model) {
                Some(older) => *older = *point,
                None => current.push(*point),
            }
        }
        current
    }

    /// The range of the prices of models of one openness on a day; `None` where there are none.
    pub fn range_at(&self, day: Day, openness: Openness) -> Option<PriceRange> {
        let current = self.at(day);
        let side = current.iter().filter(|point| point.openness == openness);
        side.fold(None, |range: Option<PriceRange>, point| {
            let range = range.unwrap_or(PriceRange {
                low: point.value,
                high: point.value,
                models: 0,
            });
            Some(PriceRange {
                low: range.low.min(point.value),
                high: range.high.max(point.value),
                models: range.models + 1,
            })
        })
    }
}
