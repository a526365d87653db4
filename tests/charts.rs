//! Definitions of “open”, the frontier, prices, labels and the table of models.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::charts::{
    Frontier, PointLabel, PriceKind, PriceSeries, Rect, ScorePoint, day_of, months, place_labels,
};
use open_vs_closed::dataset::{self, Dataset, Vocabulary};
use open_vs_closed::date::PartialDate;
use open_vs_closed::decimal::Decimal;
use open_vs_closed::definition::{DefinitionId, Openness, Rule};
use open_vs_closed::models::{Cell, Field, Sort, comparison, rows, select};
use open_vs_closed::state::{Filter, ViewState};
use proptest::prelude::*;

fn shipped() -> Dataset {
    let text = include_str!("../www/data/debate.json");
    dataset::load(text).expect("the data set loads").dataset
}

fn with_models(models: &str) -> Dataset {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020","title":"E"}}],
        "levels":[{{"id":"api","name":"API","definition":"D"}},{{"id":"restricted","name":"R","definition":"D"}},
        {{"id":"permissive","name":"P","definition":"D"}},{{"id":"full","name":"F","definition":"D"}}],
        "benchmarks":[{{"id":"b","name":"B","description":"D"}}],"models":[{models}]}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    loaded.dataset
}

fn model(id: &str, released: &str, level: &str, score: &str) -> String {
    let field = |key: &str, value: &str| {
        let none = value.is_empty();
        if none {
            String::new()
        } else {
            format!(r#","{key}":"{value}""#)
        }
    };
    let scores = if score.is_empty() {
        String::new()
    } else {
        format!(r#","scores":[{{"benchmark":"b","value":{score},"tester":"T"}}]"#)
    };
    format!(
        r#"{{"id":"{id}","name":"{id}"{}{}{scores}}}"#,
        field("released", released),
        field("level", level)
    )
}

fn day(date: &str) -> i32 {
    day_of(PartialDate::parse(date).expect("a date"))
}

fn frontier(data: &Dataset, definition: DefinitionId) -> Frontier {
    Frontier::new(data, &all(data), "b", &Rule::new(data, definition))
}

/// The positions of all models.
fn all(data: &Dataset) -> Vec<u32> {
    (0..).take(data.models().len()).collect()
}

#[test]
fn a_frontier_by_hand() {
    let models = [
        model("c1", "2023-03-14", "api", "60"),
        model("o1", "2023-07-18", "restricted", "50"),
        model("c2", "2024-05-13", "api", "80"),
        model("worse", "2024-06-01", "api", "70"),
        model("o2", "2024-07-23", "permissive", "75"),
        model("o3", "2025-01-20", "permissive", "85"),
        model("undated", "", "api", "99"),
        model("unscored", "2025-02-01", "api", ""),
        model("unknown", "2025-01-01", "", "90"),
    ];
    let data = with_models(&models.join(","));
    let lines = frontier(&data, DefinitionId::Downloadable);
    assert_eq!((lines.undated, lines.unscored, lines.between), (1, 1, 1));
    assert_eq!(lines.open.len(), 3);
    assert_eq!(lines.closed.len(), 2);
    // There is no gap before the first open model.
    let before = lines.at(day("2023-05-01"));
    assert!(before.open.is_none() && before.gap.is_none() && before.lag.is_none());
    // c1 had been at 60 since 2023-03-14, and 60 is at least 50.
    let first = lines.at(day("2023-07-18"));
    assert_eq!(first.gap, Some(Decimal::whole(10)));
    assert_eq!(first.lag, Some(126));
    assert_eq!(first.lag_months(2), Decimal::parse("4.14"));
    assert_eq!(first.lag_months(1), Decimal::parse("4.1"));
    // 75 was reached by c2 on 2024-05-13.
    let second = lines.at(day("2024-07-23"));
    assert_eq!(second.gap, Some(Decimal::whole(5)));
    assert_eq!(second.lag, Some(71));
    // Open leads.
    let third = lines.at(day("2025-01-20"));
    assert_eq!(third.gap, Some(Decimal::whole(-5)));
    assert_eq!(third.lag, Some(0));
    assert_eq!(lines.span(), Some((day("2023-03-14"), day("2025-01-20"))));
    // By the stricter definition the first open model is on neither line.
    let strict = frontier(&data, DefinitionId::Permissive);
    assert_eq!(
        (strict.open.len(), strict.closed.len(), strict.between),
        (2, 2, 2)
    );
}

#[test]
fn the_newest_and_the_biggest_steps_are_named_first() {
    let models = [
        model("c1", "2023-03-14", "api", "60"),
        model("o1", "2023-07-18", "full", "50"),
        model("c2", "2024-05-13", "api", "80"),
        model("worse", "2024-06-01", "api", "70"),
        model("between", "2024-06-02", "restricted", "99"),
        model("c3", "2024-07-23", "api", "83"),
        model("c4", "2025-01-20", "api", "84"),
    ];
    let data = with_models(&models.join(","));
    let lines = frontier(&data, DefinitionId::Permissive);
    let weight = |id: &str| {
        let mark = |mark: &&ScorePoint| data.model_position(id) == Some(mark.model);
        lines.weight(lines.points.iter().find(mark).expect("the mark"))
    };
    assert_eq!(weight("o1"), weight("c4"), "each is the newest of its line");
    for pair in ["c4", "c2", "c3", "c1", "worse"].windows(2) {
        assert!(weight(pair[0]) > weight(pair[1]), "{pair:?}");
    }
    assert_eq!((weight("worse"), weight("between")), (0.0, 0.0));
}

#[test]
fn ties_make_no_step() {
    let models = [
        model("a", "2024-01-01", "api", "70.5"),
        model("b", "2024-01-01", "api", "71"),
        model("c", "2024-02-01", "api", "71.0"),
        model("d", "2024-02-01", "full", "71"),
    ];
    let lines = frontier(&with_models(&models.join(",")), DefinitionId::Osaid);
    assert_eq!(lines.closed.len(), 1);
    let now = lines.at(day("2024-02-01"));
    assert_eq!(now.gap, Some(Decimal::ZERO));
    assert_eq!(now.lag, Some(31), "closed was there a month before");
}

#[test]
fn the_shipped_frontier_agrees_with_the_sources() {
    let data = shipped();
    let rule = Rule::new(&data, DefinitionId::Downloadable);
    let lines = Frontier::new(&data, &all(&data), "gpqa-diamond", &rule);
    let r1 = lines.at(day("2025-01-20"));
    // R1 71.5 against o1 75.7, which had come 46 days before.
    assert_eq!(r1.gap, Decimal::parse("4.2"));
    assert_eq!(r1.lag, Some(46));
    assert_eq!(r1.lag_months(2), Decimal::parse("1.51"));
    for benchmark in &data.document.benchmarks {
        let lines = Frontier::new(&data, &all(&data), &benchmark.id, &rule);
        assert_eq!(
            lines.points.len() + lines.undated + lines.unscored,
            data.models().len()
        );
    }
}

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
        input
            .range_at(day(date), Openness::Closed)
            .map(|range| range.high)
    };
    assert_eq!(price("2024-05-31"), Some(Decimal::whole(10)));
    assert_eq!(price("2024-06-01"), Some(Decimal::whole(2)));
    assert_eq!(input.range_at(day("2024-06-01"), Openness::Open), None);
}

#[test]
fn a_month_has_30_44_days() {
    assert_eq!(Some(months(3044, 2)), Decimal::parse("100"));
    assert_eq!(months(0, 2), Decimal::ZERO);
}

fn ids(data: &Dataset, positions: &[u32]) -> Vec<String> {
    let models = positions.iter().map(|at| &data.models()[*at as usize]);
    models.map(|model| model.id.to_string()).collect()
}

#[test]
fn the_table_sorts() {
    let data = shipped();
    let by = |field, descending| {
        let sort = Sort { field, descending };
        ids(&data, &rows(&data, &all(&data), &sort))
    };
    let newest = ids(&data, &rows(&data, &all(&data), &Sort::default()));
    assert_eq!(newest.len(), data.models().len());
    assert_eq!(newest[0], "qwen-3-8", "the newest first");
    assert_eq!(by(Field::Total, true)[0], "kimi-k3");
    assert_eq!(by(Field::Input, true)[0], "gpt-4-5");
    // Unknown cells come last in both directions.
    let unpriced = |id: &String| data.model(id).expect("a model").prices.is_empty();
    for descending in [true, false] {
        assert!(by(Field::Input, descending).is_sorted_by_key(unpriced));
    }
}

#[test]
fn models_are_searched_and_filtered() {
    let data = shipped();
    let chosen = |definition, state: &ViewState, year| {
        let selection = select(&data, &Rule::new(&data, definition), state, year);
        ids(&data, &selection.visible)
    };
    let mut state = ViewState {
        search: " DEEPSEEK mit ".into(),
        ..ViewState::default()
    };
    let found = chosen(DefinitionId::Downloadable, &state, None);
    assert_eq!(found, ["deepseek-v3", "deepseek-r1", "deepseek-v4-pro"]);
    state.search = "".into();
    state.filters.set(Filter::Level, &["full".into()], &data);
    // The filter of event kinds does not apply to models.
    state.filters.set(Filter::Kind, &["policy".into()], &data);
    let full = chosen(DefinitionId::Downloadable, &state, Some(2024));
    assert_eq!(full, ["olmo-7b", "olmo-2-13b"]);
    // The side follows the definition, and its counts with it.
    state
        .filters
        .set(Filter::Level, &["permissive".into()], &data);
    state.filters.set(Filter::Side, &["open".into()], &data);
    let permissive = chosen(DefinitionId::Permissive, &state, None);
    assert!(permissive.contains(&"deepseek-r1".to_owned()));
    assert!(chosen(DefinitionId::Osaid, &state, None).is_empty());
    let osaid = Rule::new(&data, DefinitionId::Osaid);
    let selection = select(&data, &osaid, &state, None);
    let facets = selection.facets(Filter::Side);
    let both = facets.iter().find(|facet| &*facet.value == "mixed");
    assert_eq!(both.map(|facet| facet.count), Some(permissive.len()));
}

#[test]
fn charts_are_of_the_models_that_are_shown() {
    let data = shipped();
    let rule = Rule::new(&data, DefinitionId::default());
    let position = |id: &str| u32::try_from(data.model_position(id).expect("a model"));
    let shown = ["o1", "deepseek-r1"].map(|id| position(id).expect("a small number"));
    let lines = Frontier::new(&data, &shown, "gpqa-diamond", &rule);
    assert_eq!(lines.points.len(), 2);
    assert_eq!((lines.unscored, lines.undated), (0, 0));
    let prices = PriceSeries::new(&data, &shown, PriceKind::Output, &rule);
    assert_eq!((prices.points.len(), prices.unpriced), (2, 0));
}

#[test]
fn a_comparison_marks_rows_that_are_known_to_differ() {
    let data = shipped();
    let models = ["o3-mini", "deepseek-r1"].map(|id| data.model(id).expect("a model"));
    let rows = comparison(&data, &models);
    let row = |field: Field| rows.iter().find(|row| row.field == field).expect("the row");
    assert!(row(Field::Input).differs);
    assert!(!row(Field::Total).differs, "one of the two is not known");
    assert_eq!(row(Field::Total).cells[0], Cell::Unknown);
    let both = comparison(&data, &[models[0], models[0]]);
    assert!(both.iter().all(|row| !row.differs));
}

fn any_model() -> impl Strategy<Value = (i32, usize, Option<i32>)> {
    (0..3000_i32, 0..5_usize, prop::option::of(0..1000_i32))
}

proptest! {
    #[test]
    fn a_frontier_is_the_best_score_so_far(models in prop::collection::vec(any_model(), 0..30), at in -100..3200_i32) {
        let levels = ["api", "restricted", "permissive", "full", ""];
        let texts: Vec<String> = models.iter().enumerate().map(|(n, (day, level, score))| {
            let date = PartialDate::from_day(18_000 + day).to_string();
            // One in eight has no date.
            let date = if day % 8 == 0 { String::new() } else { date };
            let score = score.map(|score| format!("{}.{}", score / 10, score % 10));
            model(&format!("m{n}"), &date, levels[*level], &score.unwrap_or_default())
        }).collect();
        let data = with_models(&texts.join(","));
        for definition in DefinitionId::ALL {
            let lines = frontier(&data, *definition);
            prop_assert_eq!(lines.points.len() + lines.undated + lines.unscored, models.len());
            let on_lines = lines.points.iter().filter(|mark| matches!(mark.openness, Openness::Open | Openness::Closed));
            prop_assert_eq!(on_lines.count() + lines.between, lines.points.len());
            for line in [&lines.open, &lines.closed] {
                prop_assert!(line.windows(2).all(|pair| pair[0].day <= pair[1].day && pair[0].value < pair[1].value));
            }
            let now = lines.at(18_000 + at);
            prop_assert_eq!(now.gap.is_some(), now.open.is_some() && now.closed.is_some());
            if let (Some(gap), Some(lag)) = (now.gap, now.lag) {
                prop_assert!(lag >= 0);
                if gap < Decimal::ZERO { prop_assert_eq!(lag, 0); }
                let best = |openness| lines.points.iter().filter(|mark| mark.openness == openness && mark.day <= now.day).map(|mark| mark.value).max();
                let (open, closed) = (best(Openness::Open), best(Openness::Closed));
                prop_assert_eq!(Some(gap), closed.zip(open).map(|(closed, open)| closed.minus(open)));
            }
        }
    }

    #[test]
    fn labels_stand_nearest_to_their_own_points(spots in prop::collection::vec((0..600_i32, 0..300_i32, 10..120_i32), 0..40)) {
        let spots: Vec<PointLabel> = spots.iter().map(|(x, y, width)| PointLabel {
            x: f64::from(*x), y: f64::from(*y), radius: 5.0, width: f64::from(*width), height: 12.0, below: x > y, rank: f64::from((x + y) % 7),
        }).collect();
        let line = Rect { left: 100.0, top: 99.0, right: 500.0, bottom: 101.0 };
        let places = place_labels(&spots, &[line], 600.0, 300.0);
        prop_assert!(places.iter().flatten().count() <= 15, "a name for each 40 pixels");
        for (at, (place, spot)) in places.iter().zip(&spots).enumerate() {
            let Some(place) = place else { continue };
            prop_assert!(spot.rank > 0.0, "a name that nobody has asked for");
            let distance = |other: &Rect| {
                let x = (other.left - place.left - spot.width).max(place.left - other.right).max(0.0);
                let y = (other.top - place.top - spot.height).max(place.top - other.bottom).max(0.0);
                x.hypot(y)
            };
            let centre = |spot: &PointLabel| Rect { left: spot.x, top: spot.y, right: spot.x, bottom: spot.y };
            let own = distance(&centre(spot));
            prop_assert!(own < 8.0, "{own}");
            for (to, other) in spots.iter().enumerate() {
                prop_assert!(to == at || own < distance(&centre(other)), "{spot:?} and {other:?}");
            }
            let is_own = (99.0..=501.0).contains(&spot.x) && (98.0..=102.0).contains(&spot.y);
            prop_assert!(is_own || own < distance(&line));
        }
    }

    #[test]
    fn labels_never_overlap(spots in prop::collection::vec((0..600_i32, 0..300_i32, 10..120_i32), 0..40)) {
        let spots: Vec<PointLabel> = spots.iter().map(|(x, y, width)| PointLabel {
            x: f64::from(*x), y: f64::from(*y), radius: 4.0, width: f64::from(*width), height: 14.0, below: x > y, rank: f64::from((x + y) % 7),
        }).collect();
        let line = Rect { left: 100.0, top: 99.0, right: 500.0, bottom: 101.0 };
        let places = place_labels(&spots, &[line], 600.0, 300.0);
        let boxes: Vec<(f64, f64, f64)> = places.iter().zip(&spots)
            .filter_map(|(place, spot)| place.map(|place| (place.left, place.top, spot.width)))
            .collect();
        for (at, a) in boxes.iter().enumerate() {
            prop_assert!(a.0 >= 0.0 && a.0 + a.2 <= 600.0 && a.1 >= 0.0 && a.1 + 14.0 <= 300.0);
            prop_assert!(a.0 >= line.right || a.0 + a.2 <= line.left || a.1 >= line.bottom || a.1 + 14.0 <= line.top);
            for b in &boxes[at + 1..] {
                let apart = a.0 + a.2 <= b.0 || b.0 + b.2 <= a.0 || a.1 + 14.0 <= b.1 || b.1 + 14.0 <= a.1;
                prop_assert!(apart, "{:?} {:?}", a, b);
            }
        }
    }
}
