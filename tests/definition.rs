//! One rule gives sides: the definition of "open" in force, and what a switch of it moves.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Dataset, Side, Vocabulary};
use open_vs_closed::definition::{DefinitionId, Moved, Openness, Rule, changes_between};

use DefinitionId::{Components, Downloadable, Osaid, Permissive};
use Openness::{Closed, Mixed, Open, Unknown};

fn shipped() -> Dataset {
    let text = include_str!("../www/data/debate.json");
    dataset::load(text).expect("the data set loads").dataset
}

/// A data set with these events and models, and the levels of a file that names no definition's levels.
fn with(events: &str, models: &str) -> Dataset {
    let levels = [
        "unreleased",
        "hosted",
        "api",
        "restricted",
        "permissive",
        "full",
    ]
    .map(|id| format!(r#"{{"id":"{id}","name":"{id}","definition":"D"}}"#))
    .join(",");
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"levels":[{levels}],"events":[{events}],"models":[{models}]}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    loaded.dataset
}

#[test]
fn a_definition_divides_the_levels() {
    let data = shipped();
    let say = |definition, level| Rule::new(&data, definition).openness(level);
    for definition in DefinitionId::ALL {
        for level in ["api", "hosted", "unreleased"] {
            assert_eq!(say(*definition, Some(level)), Closed);
        }
        assert_eq!(say(*definition, None), Unknown);
        assert_eq!(say(*definition, Some("of another kind")), Unknown);
    }
    assert_eq!(say(Downloadable, Some("restricted")), Open);
    assert_eq!(say(Permissive, Some("restricted")), Mixed);
    assert_eq!(say(Permissive, Some("permissive")), Open);
    assert_eq!(say(Osaid, Some("permissive")), Mixed);
    assert_eq!(say(Osaid, Some("full")), Open);
}

#[test]
fn a_release_gets_its_side_from_its_level() {
    let event =
        |id: &str, rest: &str| format!(r#"{{"id":"{id}","date":"2024","title":"T",{rest}}}"#);
    let events = [
        event(
            "weights",
            r#""side":"closed","kind":"release","level":"restricted""#,
        ),
        event("api", r#""side":"both","kind":"release","level":"api""#),
        event("no-level", r#""side":"open","kind":"release""#),
        event(
            "statement",
            r#""side":"open","kind":"statement","level":"restricted""#,
        ),
    ];
    let data = with(&events.join(","), "");
    let side = |definition, id: &str| {
        Rule::new(&data, definition).side(data.event(id).expect("the event"))
    };
    assert_eq!(side(Downloadable, "weights"), Side::Open);
    assert_eq!(side(Permissive, "weights"), Side::Mixed);
    assert_eq!(side(Osaid, "weights"), Side::Mixed);
    for definition in DefinitionId::ALL {
        assert_eq!(side(*definition, "api"), Side::Closed);
        assert_eq!(
            side(*definition, "no-level"),
            Side::Open,
            "the editors' side"
        );
        assert_eq!(side(*definition, "statement"), Side::Open, "no release");
    }
}

/// Llama 2 was "both" and BLOOM "open", at the same level; Mistral Large was "both" as an event and
/// "closed" as a model.
#[test]
fn a_reader_never_sees_two_answers() {
    let data = shipped();
    for definition in DefinitionId::ALL {
        let rule = Rule::new(&data, *definition);
        for event in data.events() {
            let models = event.models.iter().filter_map(|id| data.model(id));
            for model in models.filter(|model| model.level == event.level) {
                assert_eq!(
                    rule.side(event),
                    rule.of_model(model).side(),
                    "{}",
                    model.id
                );
            }
        }
        let side = |id: &str| rule.side(data.event(id).expect("the event"));
        assert_eq!(side("mistral-large"), Side::Closed);
        if *definition != Components {
            assert_eq!(side("llama-2"), side("bloom"), "the same level");
        }
    }
}

#[test]
fn a_switch_says_what_moves_and_where_to() {
    let event = |id: &str, short: &str, level: &str| {
        format!(
            r#"{{"id":"{id}","date":"2024","title":"{short} comes out","short":"{short}","kind":"release"{level}}}"#
        )
    };
    let level = |id: &str| format!(r#","level":"{id}""#);
    let events = [
        event("a", "A", &level("restricted")),
        event("b", "B", r#","level":"permissive","models":["e"]"#),
        event("c", "C", ""),
    ];
    let models = r#"{"id":"a-7b","name":"A","level":"restricted"},{"id":"d","name":"D","level":"restricted"},
        {"id":"e","name":"E","level":"permissive"},{"id":"f","name":"F","level":"api"}"#;
    let data = with(&events.join(","), models);
    let names = |from, to| -> Vec<(Openness, Openness, Vec<String>)> {
        let groups = changes_between(&data, from, to).groups.into_iter();
        let name = |moved: open_vs_closed::definition::Move| moved.name.to_string();
        groups
            .map(|group| {
                (
                    group.from,
                    group.to,
                    group.moves.into_iter().map(name).collect(),
                )
            })
            .collect()
    };
    let texts = |names: &[&str]| names.iter().map(ToString::to_string).collect::<Vec<_>>();
    assert!(names(Downloadable, Downloadable).is_empty());
    assert_eq!(
        names(Downloadable, Permissive),
        [(Open, Mixed, texts(&["A", "D"]))],
        "the model A has the name of its event"
    );
    assert_eq!(
        names(Downloadable, Osaid),
        [(Open, Mixed, texts(&["A", "B", "D"]))]
    );
    assert_eq!(
        names(Osaid, Permissive),
        [(Mixed, Open, texts(&["B"]))],
        "its event tells of the model E"
    );
    let change = changes_between(&data, Downloadable, Permissive);
    assert_eq!(change.unknown, 1);
    assert_eq!(change.groups[0].moves[0].record, Moved::Event("a".into()));
    assert_eq!(change.groups[0].moves[1].record, Moved::Model("d".into()));
}

/// By parts: class III and better are open, other models whose weights are out are mixed, and a model whose
/// parts are not known is unknown.
#[test]
fn parts_decide_where_the_definition_asks_for_them() {
    let out = |parts: &[&str]| {
        let parts = parts
            .iter()
            .map(|part| format!(r#""{part}":{{"licence":"MIT"}}"#));
        parts.collect::<Vec<_>>().join(",")
    };
    let open = out(&[
        "architecture",
        "weights",
        "evaluation-results",
        "model-card",
        "data-card",
        "technical-report",
    ]);
    let models = format!(
        r#"{{"id":"iii","name":"A","level":"restricted","components":{{{open}}}}},
        {{"id":"none","name":"B","level":"full","components":{{{}}}}},
        {{"id":"untold","name":"C","level":"full"}},
        {{"id":"api","name":"D","level":"api","components":{{{open}}}}}"#,
        out(&["weights"])
    );
    let event = |id: &str, models: &str| {
        format!(
            r#"{{"id":"{id}","date":"2024","title":"T","kind":"release","level":"restricted"{models}}}"#
        )
    };
    let events = [
        event("iii", ""),
        event("names-it", r#","models":["none","iii"]"#),
        event("untold", ""),
    ];
    let data = with(&events.join(","), &models);
    let rule = Rule::new(&data, Components);
    let of_model = |id: &str| rule.of_model(data.model(id).expect("the model"));
    assert_eq!(of_model("iii"), Open);
    assert_eq!(of_model("none"), Mixed);
    assert_eq!(of_model("untold"), Unknown);
    assert_eq!(of_model("api"), Closed, "no weights are out");
    let side = |id: &str| rule.side(data.event(id).expect("the event"));
    assert_eq!(side("iii"), Side::Open, "by the model of the same id");
    assert_eq!(side("names-it"), Side::Mixed, "by the model that it names");
    assert_eq!(side("untold"), Side::Context);
}

/// A file from before there were components names the levels that count.
#[test]
fn an_older_file_still_goes_by_levels() {
    let text = r#"{"version":"1.0","meta":{"title":"T"},"events":[{"id":"e","date":"2024","title":"E"}],
        "levels":[{"id":"full","name":"F","definition":"D"},{"id":"permissive","name":"P","definition":"D"}],
        "definitions":[{"id":"components","name":"C","text":"T","levels":["full"]}]}"#;
    let data = dataset::load(text).expect("the data set loads").dataset;
    let rule = Rule::new(&data, Components);
    assert_eq!(rule.openness(Some("full")), Open);
    assert_eq!(rule.openness(Some("permissive")), Mixed);
}
