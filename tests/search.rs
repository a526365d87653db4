//! Text search: what matches, where, and in which order.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Dataset};
use open_vs_closed::date::PartialDate;
use open_vs_closed::query::search::{Excerpt, Haystack, Query, excerpt, matches};
use open_vs_closed::query::{FacetIndex, Filter, Filters};
use open_vs_closed::text::Normalize;

use proptest::prelude::*;

fn data() -> Dataset {
    let text = r#"{"version":"1.0","meta":{"title":"T"},"events":[
        {"id":"a","date":"2019-02-14","title":"A paper on openness","summary":"Nothing *else*."},
        {"id":"b","date":"2020-06-09","title":"Reopened","weight":3},
        {"id":"c","date":"2021","title":"Élysée says so","summary":"An open letter.","actors":["ai"]},
        {"id":"d","date":"2025-01-20","title":"Open models","note":"Said in “Ленинград”.","level":"full"},
        {"id":"e","date":"2025-01-21","title":"An open question","weight":2}],
        "actors":[{"id":"ai","name":"AI Now Institute"}],
        "levels":[{"id":"full","name":"Fully released","definition":"…"}]}"#;
    let loaded = dataset::load(text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    loaded.dataset
}

fn query_of(text: &str) -> Query {
    Query::new(text, Normalize::default())
}

/// Every character by itself.
fn ends(text: &str) -> Vec<usize> {
    text.char_indices()
        .map(|(at, letter)| at + letter.len_utf8())
        .collect()
}

/// What a browser does to Hangul: syllables become letters, however they are written.
fn letters(text: &str) -> String {
    let split = |character: char| match u32::from(character) {
        code @ 0xac00..=0xd7a3 => {
            let code = code - 0xac00;
            let letters = [
                0x1100 + code / 588,
                0x1161 + code % 588 / 28,
                0x11a7 + code % 28,
            ];
            letters
                .into_iter()
                .filter(|letter| *letter != 0x11a7)
                .filter_map(char::from_u32)
                .collect()
        }
        _ => character.to_string(),
    };
    text.chars().map(split).collect()
}

/// Events, each with a side and a number.
fn many(count: usize) -> Dataset {
    let event = |at: usize| {
        let side = ["open", "closed", "context"][at % 3];
        format!(r#"{{"id":"e{at}","date":"2020","title":"Number {at}","side":"{side}"}}"#)
    };
    let events: Vec<String> = (0..count).map(event).collect();
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{}]}}"#,
        events.join(",")
    );
    dataset::load(&text).expect("the data set loads").dataset
}

#[test]
fn a_haystack_filled_in_steps_is_the_same() {
    for count in [1, 9001] {
        let data = many(count);
        let mut haystack = Haystack::default();
        let mut steps = 1;
        while !haystack.step(&data, &words) {
            steps += 1;
        }
        assert_eq!(haystack, Haystack::new(&data, &words));
        assert_eq!(steps > 1, count > 8000, "{steps} steps for {count} events");
        // Another step does nothing.
        assert!(haystack.step(&data, &words));
        assert_eq!(haystack, Haystack::new(&data, &words));
    }
}

#[test]
fn a_facet_index_filled_in_steps_counts_all_events() {
    let data = many(2501);
    let mut index = FacetIndex::begin(&data);
    assert!(!index.step(&data), "2501 events are one step");
    while !index.step(&data) {}
    let selection = index.select(&Filters::default(), None);
    assert_eq!(selection.visible.len(), 2501);
    let sides = selection.facets(Filter::Side).iter();
    let counts: Vec<(&str, usize)> = sides.map(|facet| (&*facet.value, facet.count)).collect();
    assert_eq!(counts, [("open", 834), ("closed", 834), ("context", 833)]);
}

fn words(date: PartialDate) -> String {
    match date.month() {
        Some(1) => format!("January {}", date.year()),
        _ => date.to_string(),
    }
}

fn ids(data: &Dataset, positions: &[u32]) -> String {
    let ids = positions.iter().map(|at| &*data.events()[*at as usize].id);
    ids.collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn finds(query: &str, expected: &str) {
    let data = data();
    let haystack = Haystack::new(&data, &words);
    assert_eq!(
        ids(&data, &haystack.find(&query_of(query))),
        expected,
        "{query}"
    );
}

#[test]
fn every_text_of_an_event_is_searched() {
    finds("paper", "a");
    finds("letter", "c");
    finds("fully", "d");
    finds("institute", "c");
    finds("January 20, 2025", "d");
    finds("2025-01", "d e");
    finds("june 9", "");
    finds("9", "b");
    finds("nowhere", "");
}

#[test]
fn case_and_accents_do_not_matter() {
    finds("elysee", "c");
    finds("E\u{301}LYSÉE", "c");
    finds("ленинград", "d");
}

#[test]
fn all_words_must_match() {
    finds("open letter", "c");
    finds("letter   OPEN ", "c");
    finds("open paper", "a");
    finds("", "a b c d e");
    finds(" — ", "a b c d e");
}

#[test]
fn two_letters_are_the_beginning_of_a_word() {
    finds("ai", "c");
    finds("sa", "c d");
    finds("aid", "d");
}

#[test]
fn titles_rank_before_summaries_and_words_before_parts() {
    let data = data();
    let haystack = Haystack::new(&data, &words);
    let query = query_of("open");
    let visible = haystack.find(&query);
    let best = |count| ids(&data, &haystack.best(&query, &data, &visible, count));
    // In the title: whole words by weight, the beginning of a word, the inside of one. Then the summary.
    assert_eq!(best(5), "e d a b c");
    assert_eq!(best(2), "e d");
    assert_eq!(best(0), "");
}

#[track_caller]
fn highlights(query: &str, text: &str, expected: &[&str]) {
    let ranges = query_of(query).highlights(text);
    let found: Vec<&str> = ranges.into_iter().map(|range| &text[range]).collect();
    assert_eq!(found, expected, "{query} in {text}");
}

#[test]
fn matches_are_highlighted_as_they_are_written() {
    highlights("open", "Open, reopened, OPEN", &["Open", "open", "OPEN"]);
    highlights("elysee", "The Élyse\u{301}e.", &["Élyse\u{301}e"]);
    highlights("ai", "AI said", &["AI"]);
    highlights("openness open", "openness", &["openness"]);
    highlights("pen open", "open", &["open"]);
    highlights("", "open", &[]);
    highlights("공개", "비공개 모델", &["공개"]);
}

#[test]
fn composed_and_decomposed_texts_find_one_another() {
    let (composed, decomposed) = (
        "도서관",
        "\u{1103}\u{1169}\u{1109}\u{1165}\u{1100}\u{116a}\u{11ab}",
    );
    let texts = [format!("Die {composed}에서"), format!("Die {decomposed}")];
    for typed in [composed, decomposed] {
        let query = Query::new(typed, Normalize(letters));
        for (text, whole) in texts.iter().zip([composed, decomposed]) {
            assert!(query.matches_text(text), "{typed} in {text}");
            let found = query.highlights(text);
            assert_eq!(found.len(), 1);
            assert_eq!(&text[found[0].clone()], whole);
        }
    }
    // A syllable that is not complete lights the whole one.
    let query = Query::new("서과", Normalize(letters));
    let found = query.highlights(&texts[0]);
    assert_eq!(&texts[0][found[0].clone()], "서관");
}

#[test]
fn letters_that_stand_for_two_are_found_as_two() {
    highlights("strasse", "Die Straße", &["Straße"]);
    highlights("STRASSE", "Die Straße", &["Straße"]);
    highlights("encyclopaedia", "Encyclopædia", &["Encyclopædia"]);
    highlights("s", "ß", &["ß"]);
    highlights("οδος", "ΟΔΟΣ", &["ΟΔΟΣ"]);
    highlights("cooperation", "co\u{ad}operation", &["co\u{ad}operation"]);
}

#[test]
fn an_excerpt_without_spaces_ends_with_a_whole_character() {
    let text = format!("도서관의 {}", "가".repeat(40));
    // Characters of two syllables.
    let pairs = |text: &str| ends(text).into_iter().skip(1).step_by(2).collect();
    let part = excerpt(&text, &query_of("가"), 50, &pairs).text;
    assert_eq!(part.len(), 46, "{part}");
}

#[test]
fn an_excerpt_shows_the_match_between_whole_words() {
    let text = "One two three four five six seven eight nine ten";
    let query = query_of("five");
    let whole = Excerpt {
        text,
        is_cut_before: false,
        is_cut_after: false,
    };
    assert_eq!(excerpt(text, &query, 100, &ends), whole);
    let Excerpt {
        text: part,
        is_cut_before: before,
        is_cut_after: after,
    } = excerpt(text, &query, 20, &ends);
    assert!(
        before && after && part.contains("five") && part.len() <= 20,
        "{part}"
    );
    assert!(text.contains(&format!(" {part} ")), "{part}");
    let Excerpt {
        text: part,
        is_cut_before: before,
        is_cut_after: after,
    } = excerpt(text, &query_of("ten"), 20, &ends);
    assert!(before && !after && part.ends_with("nine ten"), "{part}");
}

#[test]
fn a_longer_search_refines_the_shorter_one() {
    for (earlier, query, expected) in [
        ("wei", "weights", true),
        ("w", "we", true),
        ("we", "wei", false),
        ("2", "20", false),
        ("2", "2", true),
        ("open", "open we", true),
        ("open we", "open", false),
        ("", "open", true),
        ("weights", "wei", false),
    ] {
        let refines = query_of(query).refines(&query_of(earlier));
        assert_eq!(refines, expected, "{query} after {earlier}");
    }
}

proptest! {
    #[test]
    fn highlights_cover_matches_only(text in "[a-cA-Céß가 *“.\u{301}]{0,30}", query in "[a-cé가 .]{0,6}") {
        let query = query_of(&query);
        let mut end = 0;
        for range in query.highlights(&text) {
            prop_assert!(range.start >= end && range.start < range.end && range.end <= text.len());
            prop_assert!(text.is_char_boundary(range.start) && text.is_char_boundary(range.end));
            // Highlights hold nothing but words of the query, one after another.
            let lit = &text[range.clone()];
            prop_assert!(!lit.contains([' ', '*', '“']), "{lit:?}");
            prop_assert!(!query.highlights(lit).is_empty());
            end = range.end;
        }
        prop_assert!(!query.is_empty() || end == 0);
    }

    #[test]
    fn an_event_matches_where_all_its_words_do(words in prop::collection::vec("[a-e]{1,3}|open|élys", 0..4)) {
        let data = data();
        let haystack = Haystack::new(&data, &|_| String::new());
        let found = |words: &[String]| haystack.find(&query_of(&words.join(" ")));
        let expected = found(&[]).into_iter().filter(|at| {
            words.iter().all(|word| found(std::slice::from_ref(word)).contains(at))
        });
        prop_assert_eq!(found(&words), expected.collect::<Vec<_>>());
        let query = query_of(&words.join(" "));
        for (at, event) in (0..).zip(data.events()) {
            prop_assert_eq!(matches(&data, event, &query), found(&words).contains(&at));
            prop_assert_eq!(haystack.rank(&query, at as usize) > 0 || words.is_empty(), matches(&data, event, &query) || words.iter().any(|word| found(std::slice::from_ref(word)).contains(&at)));
        }
    }

    #[test]
    fn a_refined_query_is_searched_among_the_events_found(
        earlier in "[a-e2]{0,3}|open|1|2|20|say",
        more in "[a-e0-9]{0,2}|ing| say| o",
    ) {
        let data = data();
        let haystack = Haystack::new(&data, &words);
        let (earlier, query) = (query_of(&earlier), query_of(&format!("{earlier}{more}")));
        let (among, found) = (haystack.find(&earlier), haystack.find(&query));
        if query.refines(&earlier) {
            prop_assert!(found.iter().all(|at| among.contains(at)));
            prop_assert_eq!(haystack.find_among(&query, &among), found);
        }
    }

    #[test]
    fn ranking_is_total_and_stable(query in "[a-e]{1,2}|open", count in 0..7_usize) {
        let data = data();
        let haystack = Haystack::new(&data, &words);
        let query = query_of(&query);
        let visible = haystack.find(&query);
        let all = haystack.best(&query, &data, &visible, visible.len());
        let mut sorted = all.clone();
        sorted.sort_unstable();
        prop_assert_eq!(&sorted, &visible, "every match has a place");
        let best = haystack.best(&query, &data, &visible, count);
        prop_assert_eq!(&best[..], &all[..count.min(all.len())]);
        for pair in all.windows(2) {
            let rank = |at: u32| (haystack.rank(&query, at as usize), data.events()[at as usize].weight);
            prop_assert!(rank(pair[0]) > rank(pair[1]) || rank(pair[0]) == rank(pair[1]) && pair[0] < pair[1]);
        }
    }

    #[test]
    fn an_excerpt_is_a_part_with_the_match(text in ".{0,80}", query in ".{0,5}", length in 0..60_usize) {
        let query = query_of(&query);
        let Excerpt { text: part, is_cut_before: before, is_cut_after: after } = excerpt(&text, &query, length, &ends);
        prop_assert!(text.contains(part));
        prop_assert_eq!(part.len() == text.len(), !before && !after);
    }
}
