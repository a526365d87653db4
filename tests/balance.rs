//! Both sides of the comparison are treated alike. `cargo test --test balance -- --nocapture` prints
//! the numbers.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::balance::{Balance, balance};
use open_vs_closed::dataset::{self, ClaimKind, Dataset, SourceKind, Strength, Vocabulary};

fn shipped() -> Dataset {
    let loaded = dataset::load(include_str!("../www/data/debate.json"));
    loaded.expect("the data set loads").dataset
}

/// Claims of each side that must name who holds them.
const LEAST_HELD: usize = 24;

#[track_caller]
fn check_room(what: &str, open: &Balance, closed: &Balance) {
    assert_eq!(open.claims, closed.claims, "claims: {what}");
    let (most, gap) = (
        open.words.max(closed.words),
        open.words.abs_diff(closed.words),
    );
    let (open, closed) = (open.words, closed.words);
    assert!(
        gap * 10 <= most,
        "{what}: open {open} words, closed {closed}"
    );
}

#[test]
fn both_sides_have_equal_room() {
    let data = shipped();
    let dimensions = &data.document.dimensions;
    for dimension in dimensions {
        let sides = balance(&data, core::slice::from_ref(dimension));
        assert!(sides.open.claims > 0, "{}", dimension.id);
        check_room(&dimension.id, &sides.open, &sides.closed);
    }
    let all = balance(&data, dimensions);
    check_room("all", &all.open, &all.closed);
}

#[test]
fn most_claims_of_each_side_name_who_holds_them() {
    let data = shipped();
    let all = balance(&data, &data.document.dimensions);
    for (side, balance) in [("open", &all.open), ("closed", &all.closed)] {
        let (held, claims) = (balance.held, balance.claims);
        assert!(held >= LEAST_HELD, "{side}: {held} of {claims}");
    }
}

#[test]
fn no_source_stands_behind_more_than_a_fifth_of_a_side() {
    let data = shipped();
    let all = balance(&data, &data.document.dimensions);
    for (side, balance) in [("open", &all.open), ("closed", &all.closed)] {
        let (source, count) = balance.most_named.as_ref().expect("a source");
        let references = balance.references;
        assert!(
            count * 5 <= references,
            "{side}: {source} is {count} of {references}"
        );
    }
}

/// Prints what a reader may want to judge; nothing of it has a limit.
#[test]
fn the_numbers_of_each_side() {
    let data = shipped();
    let all = balance(&data, &data.document.dimensions);
    for (side, balance) in [
        ("open", &all.open),
        ("closed", &all.closed),
        ("evidence", &all.evidence),
    ] {
        println!("{side}: {}", told(balance));
        assert_eq!(balance.kinds.iter().sum::<usize>(), balance.claims);
        assert_eq!(balance.strengths.iter().sum::<usize>(), balance.claims);
        assert_eq!(
            balance.source_kinds.iter().sum::<usize>(),
            balance.references
        );
    }
}

/// A balance in words.
fn told(balance: &Balance) -> String {
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let age = balance.median_age.map(|age| format!("{age:.1} years"));
    let (source, count) = balance.most_named.clone().unwrap_or_default();
    format!(
        "{} claims, {} words, {} with a holder; {}; {}\n  {} references: {}\n  vendor {}, not opened {}, median age {}, most named {source} ({count}, {})",
        balance.claims,
        balance.words,
        balance.held,
        by_word::<ClaimKind>(&balance.kinds),
        by_word::<Strength>(&balance.strengths),
        balance.references,
        by_word::<SourceKind>(&balance.source_kinds),
        percent(balance.vendor_share()),
        percent(balance.unopened_share()),
        age.unwrap_or_default(),
        percent(balance.largest_share()),
    )
}

fn by_word<T: Vocabulary>(counts: &[usize]) -> String {
    let counts = T::WORDS.iter().zip(counts);
    let counts: Vec<String> = counts
        .map(|(word, count)| format!("{count} {word}"))
        .collect();
    counts.join(", ")
}

#[test]
fn claims_and_their_sources_are_counted() {
    let text = r#"{"version":"1.0","meta":{"title":"T","lang":"en","updated":"2026-01-01"},
        "events":[{"id":"e","date":"2021","title":"E"}],"actors":[{"id":"a","name":"A"}],
        "sources":[{"id":"s","title":"S","url":"https://example.org/","kind":"vendor","date":"2025-01-01"},
            {"id":"t","title":"T","url":"https://example.org/","kind":"press","date":"2024-01-01","opened":false},
            {"id":"u","title":"U","url":"https://example.org/","kind":"vendor"}],
        "dimensions":[{"id":"d","name":"D",
            "open":[{"id":"1","text":"One  two *three*","kind":"fact","strength":"open","sources":["s","t"],"holders":["a"]},
                {"id":"2","text":"Four","kind":"value","strength":"open","sources":["t","u"]}],
            "closed":[{"id":"3","text":"Five six","kind":"forecast","strength":"settled","sources":["s","t"]}],
            "evidence":[{"id":"4","text":"Seven","kind":"fact","strength":"contested","sources":["u"]}]}]}"#;
    let data = dataset::load(text).expect("the data set loads").dataset;
    let sides = balance(&data, &data.document.dimensions);
    let age = sides.open.median_age.expect("an age");
    assert!((age - 2.0).abs() < 0.01, "{age}");
    let expected = Balance {
        claims: 2,
        words: 4,
        held: 1,
        kinds: [1, 0, 1],
        strengths: [0, 0, 2],
        references: 4,
        source_kinds: [0, 0, 2, 2, 0, 0],
        unopened: 2,
        median_age: Some(age),
        most_named: Some(("t".into(), 2)),
    };
    assert_eq!(sides.open, expected);
    let open = &sides.open;
    let shares = [
        open.vendor_share(),
        open.unopened_share(),
        open.largest_share(),
    ];
    assert_eq!(shares, [0.5, 0.5, 0.5]);
    // Of an even number of ages the mean of the two in the middle; of equal counts the first id.
    let age = sides.closed.median_age.expect("an age");
    assert!((age - 1.5).abs() < 0.01, "{age}");
    assert_eq!(sides.closed.most_named, Some(("s".into(), 1)));
    assert_eq!(sides.evidence.median_age, None);
    let none = Balance::new(&data, []);
    assert_eq!(none, Balance::default());
    assert_eq!(none.largest_share(), 0.0);
}
