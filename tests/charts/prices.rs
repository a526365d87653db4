//! List prices over time.

use open_vs_closed::charts::{
    PriceKind, PriceOrigin, PricePoint, PriceRange, PriceSeries, newest_price, price_origin,
};
use open_vs_closed::decimal::Decimal;
use open_vs_closed::definition::{DefinitionId, Openness, Rule};

use super::{all, day, with_models};

#[test]
fn prices_by_hand() {
    let models = r#"{"id":"a","name":"A","level":"api","released":"2024","prices":[
        {"date":"2024-01-01","input":10,"cached":5,"output":30},
        {"date":"2024-06-01","input":2,"output":8}]},
        {"id":"b","name":"B","level":"full","released":"2024","prices":[{"date":"2024-03-01","input":0,"output":0.5}]},
        {"id":"c","name":"C","level":"full"}"#;
    let data = with_models(models);
    let rule = Rule::new(&data, DefinitionId::default());
    let input = PriceSeries::new(&data, &all(&data), PriceKind::Input, &rule);
    assert_eq!((input.points.len(), input.free, input.unpriced), (2, 1, 1));
    let cached = PriceSeries::new(&data, &all(&data), PriceKind::Cached, &rule);
    assert_eq!(
        (cached.points.len(), cached.free, cached.unpriced),
        (1, 0, 2)
    );
    assert!(input.at(day("2023-12-31")).is_empty());
    let price = |date: &str| {
        PriceRange::of(&input.recent_at(day(date)), Openness::Closed).map(|range| range.high)
    };
    assert_eq!(price("2024-05-31"), Some(Decimal::whole(10)));
    assert_eq!(price("2024-06-01"), Some(Decimal::whole(2)));
    assert_eq!(
        PriceRange::of(&input.recent_at(day("2024-06-01")), Openness::Open),
        None
    );
}

#[test]
fn the_range_counts_prices_of_the_last_twelve_months() {
    let models = r#"{"id":"old","name":"Old","level":"api","released":"2023","prices":[{"date":"2023-03-14","input":30,"output":60}]},
        {"id":"new","name":"New","level":"api","released":"2024","prices":[{"date":"2024-03-13","input":3,"output":15}]},
        {"id":"cut","name":"Cut","level":"api","released":"2023","prices":[
          {"date":"2023-02-01","input":20,"output":60},{"date":"2023-11-01","input":10,"output":30}]}"#;
    let data = with_models(models);
    let rule = Rule::new(&data, DefinitionId::default());
    let prices = PriceSeries::new(&data, &all(&data), PriceKind::Input, &rule);
    let range = |date: &str| {
        let range = PriceRange::of(&prices.recent_at(day(date)), Openness::Closed)?;
        Some((range.low.to_string(), range.high.to_string(), range.models))
    };
    let expected = |low: &str, high: &str, models| Some((low.to_owned(), high.to_owned(), models));
    // The leap day in between makes the twelve months 365 days.
    assert_eq!(range("2024-03-12"), expected("10", "30", 2));
    assert_eq!(range("2024-03-13"), expected("3", "10", 2));
    assert_eq!(range("2024-12-31"), expected("3", "3", 1));
    assert_eq!(range("2025-12-31"), None);
    assert_eq!(prices.at(day("2025-12-31")).len(), 3, "they still hold");
}

#[test]
fn a_promotion_is_no_list_price() {
    let point = |model, date: &str, value, is_promotion| PricePoint {
        model,
        price: 0,
        day: day(date),
        value: Decimal::whole(value),
        openness: Openness::Open,
        is_promotion,
    };
    let prices = PriceSeries {
        points: vec![
            point(0, "2024-12-26", 1, true),
            point(1, "2025-01-01", 5, false),
            point(0, "2025-02-08", 3, false),
            point(1, "2025-03-01", 2, true),
        ],
        ..PriceSeries::default()
    };
    let low = |date: &str| {
        let range = PriceRange::of(&prices.recent_at(day(date)), Openness::Open)?;
        Some((range.low, range.models))
    };
    assert_eq!(low("2024-12-31"), None);
    assert_eq!(low("2025-01-31"), Some((Decimal::whole(5), 1)));
    assert_eq!(low("2025-03-31"), Some((Decimal::whole(3), 2)));
    let promotions = |date: &str| prices.promotions_at(day(date));
    assert_eq!(promotions("2025-01-31"), 1);
    assert_eq!(promotions("2025-02-08"), 0);
    assert_eq!(promotions("2025-03-31"), 1);
}

#[test]
fn a_price_is_of_the_release_or_of_a_change() {
    let models = r#"{"id":"a","name":"A","released":"2025-04-16","prices":[
          {"date":"2025-04-16","input":10,"output":40},{"date":"2025-06","input":2,"output":8}]},
        {"id":"b","name":"B","released":"2026-04-08","prices":[{"date":"2026-07","input":1,"output":4}]},
        {"id":"c","name":"C","released":"2026-04-08","prices":[{"date":"2026-04","input":1,"output":4}]}"#;
    let data = with_models(models);
    let origin = |id: &str, at: usize| {
        let model = data.model(id).expect("the model");
        price_origin(model, &model.prices[at])
    };
    assert_eq!(origin("a", 0), PriceOrigin::Release);
    assert_eq!(origin("a", 1), PriceOrigin::Change);
    assert_eq!(origin("b", 0), PriceOrigin::FirstKnown);
    assert_eq!(origin("c", 0), PriceOrigin::Release, "as far as is known");
    let newest = data.model("a").and_then(newest_price);
    assert_eq!(newest.map(|price| price.input), Some(Decimal::whole(2)));
}
