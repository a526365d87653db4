//! The scores of one tester only.

use open_vs_closed::charts::{Frontier, ScoreSet, testers_with_enough_scores};
use open_vs_closed::dataset::Dataset;
use open_vs_closed::decimal::Decimal;
use open_vs_closed::definition::{DefinitionId, Rule};

use super::{all, day, with_models};

fn model(id: &str, released: &str, level: &str, scores: &[(&str, &str)]) -> String {
    let scores: Vec<String> = scores
        .iter()
        .map(|(tester, value)| {
            format!(r#"{{"benchmark":"b","value":{value},"tester":"{tester}"}}"#)
        })
        .collect();
    format!(
        r#"{{"id":"{id}","name":"{id}","released":"{released}","level":"{level}","scores":[{}]}}"#,
        scores.join(",")
    )
}

fn data() -> Dataset {
    let models = [
        model("c1", "2024-01-01", "api", &[("Own", "70"), ("Lab", "60")]),
        model("o1", "2024-02-01", "restricted", &[("Lab", "50")]),
        model("c2", "2024-03-01", "api", &[("Lab", "65"), ("Lab", "66")]),
        model(
            "c3",
            "2024-04-01",
            "unreleased",
            &[("Own", "99"), ("Lab", "90")],
        ),
        model("o2", "2024-05-01", "full", &[("Own", "80"), ("Lab", "60")]),
        model("o3", "2024-06-01", "full", &[("Own", "81")]),
    ];
    with_models(&models.join(","))
}

fn testers(data: &Dataset, definition: DefinitionId) -> Vec<String> {
    let testers = testers_with_enough_scores(data, "b", &Rule::new(data, definition));
    testers.iter().map(ToString::to_string).collect()
}

#[test]
fn a_tester_is_offered_with_two_released_models_on_each_side() {
    let data = data();
    // “Own” scored one closed model that is released.
    assert_eq!(testers(&data, DefinitionId::Downloadable), ["Lab"]);
    // By the stricter definition only one open model of theirs is left.
    assert!(testers(&data, DefinitionId::Osaid).is_empty());
}

#[test]
fn everything_follows_the_tester() {
    let data = data();
    let rule = Rule::new(&data, DefinitionId::default());
    let lines = |tester| {
        let scores = ScoreSet {
            benchmark: "b",
            tester,
        };
        Frontier::new(&data, &all(&data), scores, &rule)
    };
    let mixed = lines(None);
    assert_eq!((mixed.testers, mixed.unscored), (2, 0));
    let now = mixed.at(day("2024-06-01"));
    assert_eq!((now.gap, now.lag), (Some(Decimal::whole(-11)), Some(0)));
    let lab = lines(Some("Lab"));
    assert_eq!((lab.testers, lab.unscored), (1, 1));
    let now = lab.at(day("2024-06-01"));
    // c2 with its better score against o2, which had the score of c1 four months later.
    assert_eq!(now.gap, Some(Decimal::whole(6)));
    assert_eq!(now.lag, Some(121));
    assert_eq!(lines(Some("nobody")).points.len(), 0);
}
