//! List prices over time.

use super::{chosen, day_of};
use crate::dataset::{Dataset, Price, Vocabulary};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::order;

/// Which price of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum PriceKind {
    /// For what goes in.
    #[default]
    Input,
    /// For input that repeats an earlier prompt.
    Cached,
    /// For what comes out.
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
    /// That price of a list, in US dollars per million tokens.
    pub fn of(self, price: &Price) -> Option<Decimal> {
        match self {
            Self::Input => Some(price.input),
            Self::Cached => price.cached,
            Self::Output => Some(price.output),
        }
    }
}

/// A price from its day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PricePoint {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// Since when it has held.
    pub day: Day,
    /// US dollars per million tokens; above 0.
    pub value: Decimal,
    /// What the definition says of the model.
    pub openness: Openness,
}

/// The cheapest and the dearest of some prices, and how many they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PriceRange {
    /// The cheapest.
    pub low: Decimal,
    /// The dearest.
    pub high: Decimal,
    /// Of how many models.
    pub models: usize,
}

/// The prices of one kind under a definition of "open".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PriceSeries {
    /// Every price above 0, by day.
    pub points: Vec<PricePoint>,
    /// Prices of 0, which a logarithmic axis has no place for: left out.
    pub free: usize,
    /// Models without such a price: left out.
    pub unpriced: usize,
}

impl PriceSeries {
    /// The prices of one kind, of the models at those positions.
    pub fn new(data: &Dataset, shown: &[u32], kind: PriceKind, rule: &Rule) -> Self {
        let mut prices = Self::default();
        let mut points = Vec::new();
        for (model, item) in chosen(data, shown) {
            let mut has_one = false;
            for price in &item.prices {
                let Some(value) = kind.of(price) else {
                    continue;
                };
                has_one = true;
                if value <= Decimal::ZERO {
                    prices.free += 1;
                    continue;
                }
                points.push(PricePoint {
                    model,
                    day: day_of(price.date),
                    value,
                    openness: rule.openness(item.level.as_deref()),
                });
            }
            prices.unpriced += usize::from(!has_one);
        }
        let by_day = order::sorted(points.len(), &|a, b| points[a].day.cmp(&points[b].day));
        prices.points = order::reordered(points, &by_day);
        prices
    }

    /// The days of the first and of the newest price.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.day, self.points.last()?.day))
    }

    /// The prices that hold at a day: of each model its newest until then.
    pub fn at(&self, day: Day) -> Vec<PricePoint> {
        let mut held: Vec<PricePoint> = Vec::new();
        for point in self.points.iter().take_while(|point| point.day <= day) {
            match held.iter_mut().find(|other| other.model == point.model) {
                Some(older) => *older = *point,
                None => held.push(*point),
            }
        }
        held
    }

    /// Between which limits the prices of one side lie at a day.
    pub fn range_at(&self, day: Day, openness: Openness) -> Option<PriceRange> {
        let held = self.at(day);
        let side = held.iter().filter(|point| point.openness == openness);
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
