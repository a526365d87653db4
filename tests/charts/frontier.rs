//! The frontier of scores: what counts, the gap and the lag.

use open_vs_closed::charts::{
    Frontier, FrontierStep, PriceKind, PriceSeries, ScorePoint, ScoreSet, months,
};
use open_vs_closed::dataset::Dataset;
use open_vs_closed::decimal::Decimal;
use open_vs_closed::definition::{DefinitionId, Openness, Rule};

use super::{all, day, model, shipped, with_models};

pub fn frontier(data: &Dataset, definition: DefinitionId) -> Frontier {
    let rule = Rule::new(data, definition);
    Frontier::new(data, &all(data), ScoreSet::all("b"), &rule)
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
    assert_eq!((lines.undated, lines.unscored), (1, 1));
    assert_eq!((lines.mixed, lines.unknown, lines.unreleased), (0, 1, 0));
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
    assert_eq!((strict.open.len(), strict.closed.len()), (2, 2));
    assert_eq!((strict.mixed, strict.unknown), (1, 1));
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

/// Name and score of a step.
fn told(data: &Dataset, step: Option<FrontierStep>) -> Option<(String, String)> {
    let step = step?;
    let name = data.models()[step.model].id.to_string();
    Some((name, step.value.to_string()))
}

fn step(name: &str, score: &str) -> Option<(String, String)> {
    Some((name.to_owned(), score.to_owned()))
}

/// The figures that the issue tells, with dates and scores as they were published.
#[test]
fn the_lag_is_between_two_models() {
    let models = [
        model("o1-preview", "2024-09-12", "api", "73.3"),
        model("o1", "2024-12-05", "api", "75.7"),
        model("deepseek-r1", "2025-01-20", "permissive", "71.5"),
        model("o3-mini", "2025-01-31", "api", "77.2"),
    ];
    let data = with_models(&models.join(","));
    let lines = frontier(&data, DefinitionId::default());
    let now = lines.at(day("2025-01-20"));
    assert_eq!(told(&data, now.open), step("deepseek-r1", "71.5"));
    assert_eq!(told(&data, now.reached), step("o1-preview", "73.3"));
    assert_eq!(told(&data, now.closed), step("o1", "75.7"));
    assert_eq!(now.gap, Decimal::parse("4.2"));
    assert_eq!(now.lag_months(1), Decimal::parse("4.3"));
    // It stays while the best open model does, whatever comes later on the other side.
    let later = lines.at(day("2025-12-31"));
    assert_eq!((later.lag, later.reached), (now.lag, now.reached));
    assert_eq!(later.gap, Decimal::parse("5.7"));
}

#[test]
fn the_lag_is_zero_where_open_was_first() {
    let models = [
        model("c1", "2024-01-01", "api", "60"),
        model("o1", "2024-03-01", "full", "65"),
        model("c2", "2024-06-01", "api", "70"),
    ];
    let data = with_models(&models.join(","));
    let lines = frontier(&data, DefinitionId::default());
    for date in ["2024-03-01", "2024-06-01"] {
        let then = lines.at(day(date));
        assert_eq!((then.lag, then.reached), (Some(0), None), "{date}");
    }
    assert_eq!(lines.at(day("2024-06-01")).gap, Some(Decimal::whole(5)));
    // Nor was it behind where both came on one day.
    let same = [
        model("c", "2024-03-01", "api", "70"),
        model("o", "2024-03-01", "full", "65"),
    ];
    let data = with_models(&same.join(","));
    let now = frontier(&data, DefinitionId::default()).at(day("2024-03-01"));
    assert_eq!((now.lag, now.reached), (Some(0), None));
}

#[test]
fn what_nobody_outside_can_use_is_on_no_line() {
    let models = [
        model("c", "2025-04-16", "api", "82.8"),
        model("o", "2025-07-11", "restricted", "75.1"),
        model("preview", "2026-04-07", "unreleased", "94.6"),
    ];
    let data = with_models(&models.join(","));
    for definition in [DefinitionId::Downloadable, DefinitionId::Permissive] {
        let lines = frontier(&data, definition);
        assert_eq!((lines.points.len(), lines.unreleased), (3, 1));
        assert_eq!(lines.closed.len(), 1);
        // It is drawn, and the chart is read at the newest model that is released.
        assert_eq!(lines.span(), Some((day("2025-04-16"), day("2026-04-07"))));
        assert_eq!(lines.newest_release(), Some(day("2025-07-11")));
    }
    let lines = frontier(&data, DefinitionId::Downloadable);
    assert_eq!(lines.at(day("2026-12-31")).gap, Decimal::parse("7.7"));
    let hollow: Vec<bool> = lines.points.iter().map(|point| point.is_released).collect();
    assert_eq!(hollow, [true, true, false]);
}

#[test]
fn there_is_no_gap_and_no_lag_without_a_score_on_each_side() {
    let closed = with_models(&model("c", "2024-01-01", "api", "60"));
    let now = frontier(&closed, DefinitionId::default()).at(day("2024-06-01"));
    assert!(now.closed.is_some() && now.open.is_none());
    assert_eq!((now.gap, now.lag), (None, None));
    let open = with_models(&model("o", "2024-01-01", "full", "60"));
    let now = frontier(&open, DefinitionId::default()).at(day("2024-06-01"));
    assert!(now.open.is_some() && now.closed.is_none());
    assert_eq!((now.gap, now.lag), (None, None));
}

/// Every gap and lag anew, by plain search among the models.
#[test]
fn the_shipped_frontier_agrees_with_a_plain_search() {
    let data = shipped();
    let rule = Rule::new(&data, DefinitionId::default());
    for benchmark in &data.document.benchmarks {
        let scores = ScoreSet::all(&benchmark.id);
        let lines = Frontier::new(&data, &all(&data), scores, &rule);
        assert_eq!(
            lines.points.len() + lines.undated + lines.unscored,
            data.models().len()
        );
        for now in lines.points.iter().map(|point| lines.at(point.day)) {
            let (Some(open), Some(gap)) = (now.open, now.gap) else {
                assert_eq!(now.lag, None);
                continue;
            };
            let closed = || {
                let released = lines.points.iter().filter(|point| point.is_released);
                released.filter(|point| point.openness == Openness::Closed)
            };
            let best = closed().filter(|point| point.day <= now.day);
            let best = best.map(|point| point.value).max();
            assert_eq!(best.map(|best| best.minus(open.value)), Some(gap));
            let before = closed()
                .filter(|point| point.day < open.day && point.value >= open.value)
                .map(|point| open.day - point.day);
            assert_eq!(now.lag, Some(before.max().unwrap_or(0)));
        }
    }
}

#[test]
fn a_month_has_30_44_days() {
    assert_eq!(Some(months(3044, 2)), Decimal::parse("100"));
    assert_eq!(months(0, 2), Decimal::ZERO);
}

#[test]
fn charts_are_of_the_models_that_are_shown() {
    let data = shipped();
    let rule = Rule::new(&data, DefinitionId::default());
    let position = |id: &str| u32::try_from(data.model_position(id).expect("a model"));
    let shown = ["o1", "deepseek-r1"].map(|id| position(id).expect("a small number"));
    let lines = Frontier::new(&data, &shown, ScoreSet::all("gpqa-diamond"), &rule);
    assert_eq!(lines.points.len(), 2);
    assert_eq!((lines.unscored, lines.undated), (0, 0));
    let prices = PriceSeries::new(&data, &shown, PriceKind::Output, &rule);
    assert_eq!((prices.points.len(), prices.unpriced), (2, 0));
}
