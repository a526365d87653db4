//! The frontier, prices, labels and the table of models.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

mod frontier;
mod labels;
mod lines;
mod prices;
mod table;
mod testers;

use open_vs_closed::charts::day_of;
use open_vs_closed::dataset::{self, Dataset};
use open_vs_closed::date::PartialDate;

fn shipped() -> Dataset {
    let text = include_str!("../../www/data/debate.json");
    dataset::load(text).expect("the data set loads").dataset
}

fn with_models(models: &str) -> Dataset {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020","title":"E"}}],
        "levels":[{{"id":"unreleased","name":"U","definition":"D"}},{{"id":"api","name":"API","definition":"D"}},{{"id":"restricted","name":"R","definition":"D"}},
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

/// The positions of all models.
fn all(data: &Dataset) -> Vec<u32> {
    (0..).take(data.models().len()).collect()
}
