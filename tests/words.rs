//! The words of other languages.
#![cfg(all(feature = "schema", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{Dataset, Dimension, WordsFile, load};
use open_vs_closed::locale::{ENGLISH, messages_of, missing_words};

fn data() -> Dataset {
    let text = include_str!("../www/data/debate.json");
    load(text).expect("it is a data set").dataset
}

fn korean() -> WordsFile {
    WordsFile::parse(include_bytes!("../www/data/debate.ko.json")).expect("it is a file of words")
}

#[test]
fn korean_lacks_no_word() {
    let missing = missing_words(&data(), &korean());
    assert_eq!(missing, Vec::<String>::new());
}

/// Each value has its place in the Korean words, too.
#[test]
fn korean_words_have_the_places_for_values_of_the_english_ones() {
    let places = |text: &str| {
        let mut places: Vec<String> = text
            .split('{')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('}')?.0.to_owned()))
            .collect();
        places.sort_unstable();
        places.dedup();
        places
    };
    let (english, korean) = (
        format!("{ENGLISH:?}"),
        format!("{:?}", messages_of(&korean().messages)),
    );
    let lines = |text: &str| -> Vec<String> { text.split("\", ").map(str::to_owned).collect() };
    let (english, korean) = (lines(&english), lines(&korean));
    assert_eq!(english.len(), korean.len());
    for (english, korean) in english.iter().zip(&korean).skip(1) {
        let key = english.split(':').next();
        assert_eq!(places(english), places(korean), "{key:?}");
    }
}

/// As in English: words of both sides within a tenth.
#[test]
fn both_sides_have_as_many_words_in_korean() {
    let data = data().translated(&korean());
    let words = |claims: fn(&Dimension) -> &[open_vs_closed::dataset::Claim]| -> usize {
        let dimensions = data.document.dimensions.iter();
        let claims = dimensions.flat_map(|dimension| claims(dimension).iter());
        claims
            .map(|claim| claim.text.split_whitespace().count())
            .sum()
    };
    let (open, closed) = (words(|it| &it.open), words(|it| &it.closed));
    assert!(
        open * 10 >= closed * 9 && closed * 10 >= open * 9,
        "open {open}, closed {closed}"
    );
}

#[test]
fn what_lacks_words_stays_and_is_known() {
    let text = r#"{"version":"1.0","meta":{"title":"T","lang":"en"},"events":[
        {"id":"a","date":"2020","title":"A","summary":"S"},{"id":"b","date":"2021","title":"B"}]}"#;
    let data = load(text).expect("it is a data set").dataset;
    let words = r#"{"lang":"fr","words":{"meta":{"title":"Titre"},"events":{"a":{"title":"Ah"},"b":{"title":"Bé"},"c":{}}}}"#;
    let words = WordsFile::parse(words.as_bytes()).expect("it is a file of words");
    let translated = data.translated(&words);
    let event = |id: &str| translated.event(id).expect("it is there");
    assert_eq!(
        (&*event("a").title, event("a").summary.as_deref()),
        ("Ah", Some("S"))
    );
    assert_eq!(&*event("b").title, "Bé");
    assert_eq!(translated.lang_of("a").map(|lang| &**lang), Some("en"));
    assert_eq!(translated.lang_of("b"), None);
    assert_eq!(translated.untranslated(), ["words.events.a.summary"]);
    assert_eq!(&*translated.meta().lang, "fr");
    assert_eq!(data.lang_of("a"), None, "the original is as it was");
}

#[test]
fn no_file_of_words_is_told() {
    for text in [
        "",
        "[]",
        "{}",
        "{\"words\":{}}",
        "{\"lang\":\"ko\",\"words\":3}",
    ] {
        let error = WordsFile::parse(text.as_bytes()).err();
        assert!(
            error.is_some_and(|error| error.starts_with("The words cannot be read")),
            "{text}"
        );
    }
}
