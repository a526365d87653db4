//! The models that the calculator knows a list price of.

use crate::dataset::{Dataset, Model, Price};
use crate::sort::sort_by;

/// A model with its newest list price. Promotions are none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offer<'a> {
    /// The model.
    pub model: &'a Model,
    /// Its newest list price.
    pub price: &'a Price,
}

/// All of them, the newest price first.
pub fn offers(data: &Dataset) -> Vec<Offer<'_>> {
    let newest = |model: &'_ Model| -> Option<usize> {
        let prices = model.prices.iter().enumerate();
        let list_prices = prices.filter(|(_, price)| !price.promotion);
        list_prices
            .max_by_key(|(_, price)| price.date)
            .map(|(at, _)| at)
    };
    let models = data.models().iter();
    let mut offers: Vec<Offer<'_>> = models
        .filter_map(|model| {
            let price = model.prices.get(newest(model)?)?;
            Some(Offer { model, price })
        })
        .collect();
    sort_by(&mut offers, |a, b| b.price.date.cmp(&a.price.date));
    offers
}

/// The offer of the model with that id, or else the newest one.
pub fn default_offer<'a>(offers: &[Offer<'a>], asked: Option<&str>) -> Option<Offer<'a>> {
    let asked = offers.iter().find(|offer| Some(&*offer.model.id) == asked);
    asked.or(offers.first()).copied()
}
