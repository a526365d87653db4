//! List prices of models over time.
//!
//! Given the models to show and a kind of price; returns price points, and the range of list prices that
//! were set in the twelve months up to a day.

use super::points::{day_of, models_at};
use crate::dataset::{Dataset, Model, Price, Vocabulary};
use crate::date::{Day, PartialDate};
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::sort::sort_by_key;

/// Days of the twelve months whose prices count in a range. A leap day makes no difference that matters.
const TWELVE_MONTHS: Day = 365;

/// The newest price of a model.
pub fn newest_price(model: &Model) -> Option<&Price> {
    model.prices.iter().max_by_key(|price| price.date)
}

/// What a price is, by the other dates of its model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceOrigin {
    /// A promotion.
    Promotion,
    /// The list price on the day when the model came out.
    Release,
    /// The list price after a change.
    Change,
    /// The first list price that is known, of a later day than the model.
    FirstKnown,
}

/// What a price of a model is.
pub fn price_origin(model: &Model, price: &Price) -> PriceOrigin {
    let has_earlier = model.prices.iter().any(|other| other.date < price.date);
    if price.promotion {
        PriceOrigin::Promotion
    } else if has_earlier {
        PriceOrigin::Change
    } else if model
        .released
        .is_some_and(|released| may_be_same_day(released, price.date))
    {
        PriceOrigin::Release
    } else {
        PriceOrigin::FirstKnown
    }
}

/// Whether two dates agree as far as both are known.
fn may_be_same_day(one: PartialDate, other: PartialDate) -> bool {
    let precision = one.precision().min(other.precision());
    one.truncated(precision) == other.truncated(precision)
}

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
    /// Position in the prices of the model.
    pub price: usize,
    /// The first day on which it holds.
    pub day: Day,
    /// US dollars per million tokens; above 0.
    pub value: Decimal,
    /// The openness of the model under the definition.
    pub openness: Openness,
    /// Whether it is a promotion. The others are list prices.
    pub is_promotion: bool,
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
            for (at, price) in model.prices.iter().enumerate() {
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
                    price: at,
                    day: day_of(price.date),
                    value,
                    openness: rule.of_model(model),
                    is_promotion: price.promotion,
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
        newest_of_each(self.points.iter(), day)
    }

    /// The list prices that hold on a day and were set in the twelve months up to it. Promotions are none.
    pub fn recent_at(&self, day: Day) -> Vec<PricePoint> {
        let list_prices = self.points.iter().filter(|point| !point.is_promotion);
        let mut recent = newest_of_each(list_prices, day);
        recent.retain(|point| day - point.day < TWELVE_MONTHS);
        recent
    }

    /// How many promotions hold on a day.
    pub fn promotions_at(&self, day: Day) -> usize {
        let current = self.at(day);
        current.iter().filter(|point| point.is_promotion).count()
    }
}

impl PriceRange {
    /// The range of the prices of models of one openness; `None` where there are none.
    pub fn of(prices: &[PricePoint], openness: Openness) -> Option<Self> {
        let side = prices.iter().filter(|point| point.openness == openness);
        side.fold(None, |range: Option<Self>, point| {
            let range = range.unwrap_or(Self {
                low: point.value,
                high: point.value,
                models: 0,
            });
            Some(Self {
                low: range.low.min(point.value),
                high: range.high.max(point.value),
                models: range.models + 1,
            })
        })
    }
}

/// The newest point of each model up to a day; the points are in the order of time.
fn newest_of_each<'a>(points: impl Iterator<Item = &'a PricePoint>, day: Day) -> Vec<PricePoint> {
    let mut current: Vec<PricePoint> = Vec::new();
    for point in points.take_while(|point| point.day <= day) {
        match current.iter_mut().find(|other| other.model == point.model) {
            Some(older) => *older = *point,
            None => current.push(*point),
        }
    }
    current
}
