//! What cites each source, which terms a text uses, and searching the sources.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::balance::widest_gap;
use open_vs_closed::dataset::{self, Dataset, GlossaryTerm, SourceKind};
use open_vs_closed::query::search::{Query, SourceIndex, alphabetical, terms_in};
use open_vs_closed::query::{Citations, Citing};
use open_vs_closed::text::Normalize;

fn shipped() -> Dataset {
    let loaded = dataset::load(include_str!("../www/data/debate.json"));
    loaded.expect("the data set loads").dataset
}

fn glossary(terms: &[&str]) -> Vec<GlossaryTerm> {
    let term = |term: &&str| GlossaryTerm {
        id: (*term).into(),
        term: (*term).into(),
        definition: "D".into(),
        sources: Vec::new(),
    };
    terms.iter().map(term).collect()
}

#[track_caller]
fn check_terms(terms: &[&str], text: &str, expected: &[&str]) {
    let found = terms_in(&glossary(terms), &[text], Normalize::default());
    let found: Vec<&str> = found.into_iter().map(|at| terms[at]).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn terms_are_whole_words_in_any_case_and_number() {
    let terms = ["API", "open weights", "token", "parameters"];
    check_terms(
        &terms,
        "Tokens through an Api. OPEN-WEIGHT models.",
        &["token", "API", "open weights"],
    );
    check_terms(
        &terms,
        "One parameter, *open weights*",
        &["parameters", "open weights"],
    );
    check_terms(&terms, "Rapid tokenism, APIs’ tokened", &["API"]);
    check_terms(&terms, "reopen weights", &[]);
    check_terms(&["MMLU"], "MMLU-Pro and sub-MMLU are others.", &[]);
    check_terms(&["bias"], "bia and bias", &["bias"]);
    check_terms(&["class"], "class, classs", &["class"]);
}

#[test]
fn of_two_terms_at_one_place_the_longer_one_counts() {
    let terms = ["parameters", "active parameters"];
    check_terms(&terms, "Its active parameters.", &["active parameters"]);
    check_terms(
        &terms,
        "Active parameters and other parameters",
        &["active parameters", "parameters"],
    );
}

#[test]
fn particles_may_follow_a_term() {
    let terms = ["오픈 웨이트", "API", "토큰"];
    check_terms(
        &terms,
        "오픈 웨이트는 API로 파는 것과 다르다.",
        &["오픈 웨이트", "API"],
    );
    check_terms(&terms, "비토큰", &[]);
}

#[test]
fn each_shipped_term_is_found_in_its_own_name() {
    let data = shipped();
    let glossary = &data.document.glossary;
    for (at, term) in glossary.iter().enumerate() {
        let found = terms_in(glossary, &[&term.term], Normalize::default());
        assert_eq!(found, [at], "{}", term.term);
    }
}

/// A data set in which every record cites the source `s`, and none cites `t`.
const CITED: &str = r#"{"version":"1.0","meta":{"title":"T","eras":[{"id":"era","name":"N","start":"2020","sources":["s"]}]},
    "sources":[{"id":"t","title":"T","url":"https://example.org/","kind":"press"},
        {"id":"s","title":"S","url":"https://example.org/","kind":"press"}],
    "events":[{"id":"a","date":"2021","title":"A","sources":["s","s"]},{"id":"b","date":"2022","title":"B"}],
    "links":[{"id":"l","from":"a","to":"b","relation":"led-to","status":"claimed","sources":["s"]}],
    "levels":[{"id":"api","name":"N","definition":"D","sources":["s"]}],
    "definitions":[{"id":"osaid","name":"N","text":"T","sources":["s"]}],
    "dimensions":[{"id":"d","name":"N","sources":["s"],
        "open":[{"id":"o","text":"T","kind":"fact","strength":"open","sources":["s"]}],
        "closed":[{"id":"c","text":"T T","kind":"fact","strength":"open","sources":[]}]}],
    "benchmarks":[{"id":"bench","name":"N","description":"D","sources":["s"]}],
    "models":[{"id":"m","name":"M","sources":["s"],"prices":[{"date":"2024","input":1,"output":1,"source":"s"}],
        "scores":[{"benchmark":"bench","value":1,"tester":"T","source":"s"}]}],
    "yardsticks":[{"id":"y","date":"2024","text":"T","sources":["s"]}],
    "story":{"takeaway":["One.[^s]"],"steps":[{"id":"step","title":"T","text":"Two.[^s]","sources":["s"]}]},
    "decide":{"needs":[{"id":"n","name":"N","question":"Q","default":5}],
        "scores":[{"need":"n","level":"api","value":1,"reason":"R","sources":["s"]}],
        "cost":[{"id":"gpus","value":1,"note":"N","sources":["s"]}]},
    "glossary":[{"id":"g","term":"G","definition":"D","sources":["s"]}],
    "claims":[{"id":"k","claim":"K","verdict":"wrong","explanation":"E","sources":["s"]}],
    "method":[{"id":"w","title":"W","text":"T","sources":["s"]}]}"#;

#[test]
fn whatever_cites_a_source_is_known_once() {
    let loaded = dataset::load(CITED).expect("the data set loads");
    assert_eq!(loaded.issues, [], "issues");
    let data = loaded.dataset;
    let citations = Citations::new(&data);
    let expected = [
        Citing::Takeaway(0),
        Citing::Step(0),
        Citing::Event(0),
        Citing::Era(0),
        Citing::Link(0),
        Citing::Level(0),
        Citing::Definition(0),
        Citing::Claim {
            question: 0,
            claim: 0,
        },
        Citing::Question(0),
        Citing::Model(0),
        Citing::Benchmark(0),
        Citing::Yardstick(0),
        Citing::Score(0),
        Citing::Assumption(0),
        Citing::Term(0),
        Citing::Check(0),
        Citing::Method(0),
    ];
    let position = data.source_position("s").expect("the source");
    assert_eq!(citations.of(position), expected);
    let uncited = data.source_position("t").expect("the source");
    assert_eq!(citations.of(uncited), []);
    // One word against two.
    assert_eq!(widest_gap(&data, &data.document.dimensions), 0.5);
}

#[test]
fn every_shipped_source_is_cited() {
    let data = shipped();
    let citations = Citations::new(&data);
    for (at, source) in data.document.sources.iter().enumerate() {
        assert!(!citations.of(at).is_empty(), "{}", source.id);
    }
}

#[test]
fn sources_are_found_by_publisher_and_title_and_counted_by_kind() {
    let data = shipped();
    let index = SourceIndex::new(&data, Normalize::default());
    let sources = &data.document.sources;
    let all = index.find(&Query::default(), None);
    assert_eq!(all.visible.len(), sources.len());
    assert_eq!(all.counts.iter().sum::<usize>(), sources.len());
    let kinds: Vec<SourceKind> = all.visible.iter().map(|at| sources[*at].kind).collect();
    assert!(kinds.is_sorted(), "by kind");
    let query = Query::new("STANFORD", Normalize::default());
    let found = index.find(&query, None);
    let expected = sources.iter().enumerate().filter(|(_, source)| {
        let publisher = source.publisher.as_deref().unwrap_or_default();
        format!("{publisher} {}", source.title)
            .to_lowercase()
            .contains("stanford")
    });
    let mut positions = found.visible.clone();
    positions.sort_unstable();
    assert_eq!(positions, expected.map(|(at, _)| at).collect::<Vec<_>>());
    assert!(!positions.is_empty());
    let papers = index.find(&query, Some(SourceKind::Paper));
    assert_eq!(
        papers.counts, found.counts,
        "counts say what a filter would show"
    );
    assert_eq!(
        papers.visible.len(),
        found.counts[SourceKind::Paper as usize]
    );
}

#[test]
fn the_alphabet_knows_no_case() {
    assert_eq!(
        alphabetical(["b", "Ä", "C"], Normalize::default()),
        [1, 0, 2]
    );
}
