//! Reading record by record comes to the same as parsing the whole text, whatever the text.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Loaded, Reading, Step};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A text that a scanner may stumble over.
fn text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("{".to_owned()),
        Just("}],[{".to_owned()),
        Just("\"".to_owned()),
        Just("\\".to_owned()),
        Just("\\\"".to_owned()),
        Just("/\u{8}\u{c}\n\r\t\u{1}".to_owned()),
        Just("é한😀\u{2028}".to_owned()),
        "[ -~]{0,8}",
    ];
    prop::collection::vec(part, 0..4).prop_map(|parts| parts.concat())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((text(), inner), 0..4)
                .prop_map(|entries| Value::Object(Map::from_iter(entries))),
        ]
    })
}

fn event() -> impl Strategy<Value = Value> {
    let parts = (0..30u8, 1990..2030u16, 1..4u8, text(), value());
    parts.prop_map(|(id, year, weight, summary, more)| {
        json!({ "id": format!("e{id}"), "date": year.to_string(), "title": format!("T{summary}"),
                "weight": weight, "summary": summary, "more": more })
    })
}

/// A document: events, and other keys that may hold anything.
fn document() -> impl Strategy<Value = Vec<(String, Value)>> {
    let key = prop_oneof![
        Just("sources".to_owned()),
        Just("links".to_owned()),
        Just("models".to_owned()),
        Just("meta".to_owned()),
        text()
    ];
    let events = prop::collection::vec(event(), 1..12).prop_map(Value::from);
    let more = prop::collection::vec((key, value()), 0..3);
    (events, more).prop_map(|(events, more)| {
        let mut entries = vec![("version".to_owned(), json!("1.0"))];
        entries.extend(more);
        entries.push(("events".to_owned(), events));
        entries
    })
}

/// Writes it with white space wherever it may stand; a key may stand there twice.
fn write(entries: &[(String, Value)], space: &str) -> String {
    let entries: Vec<String> = entries
        .iter()
        .map(|(key, value)| {
            let pretty = match space {
                "" => value.to_string(),
                _ => serde_json::to_string_pretty(value).expect("it can be written"),
            };
            format!("{space}{}{space}:{space}{pretty}{space}", json!(key))
        })
        .collect();
    format!("{space}{{{}}}{space}", entries.join(","))
}

fn ids(loaded: &Loaded) -> Vec<(String, String, Option<String>)> {
    let events = loaded.dataset.events().iter();
    events
        .map(|event| {
            let summary = event.summary.as_deref().map(str::to_owned);
            (event.id.to_string(), event.title.to_string(), summary)
        })
        .collect()
}

/// What a data set has to come to, by what serde_json reads.
fn expected(entries: &[(String, Value)]) -> Vec<(String, String, Option<String>)> {
    let events = entries.iter().rev().find(|(key, _)| key == "events");
    let events = events.and_then(|(_, value)| value.as_array().cloned());
    let mut kept: Vec<Value> = Vec::new();
    for event in events.unwrap_or_default() {
        if kept.iter().all(|other| other["id"] != event["id"]) {
            kept.push(event);
        }
    }
    kept.sort_by_key(|event| {
        let text = |key: &str| event[key].as_str().unwrap_or_default().to_owned();
        let lightness = 3 - event["weight"].as_u64().unwrap_or_default();
        (text("date"), lightness, text("id"))
    });
    let text = |event: &Value, key: &str| event[key].as_str().map(str::to_owned);
    kept.iter()
        .map(|event| {
            let must = |key| text(event, key).expect("it is there");
            // What is `""` counts as left out.
            let summary = text(event, "summary").filter(|text| !text.is_empty());
            (must("id"), must("title"), summary)
        })
        .collect()
}

proptest! {
    #[test]
    fn sound_documents_are_read_as_a_whole_parser_reads_them(
        entries in document(), space in prop_oneof![Just(""), Just(" \r\n\t")], mark in any::<bool>(),
    ) {
        let text = write(&entries, space);
        let text = if mark { format!("\u{feff}{text}") } else { text };
        let loaded = dataset::load(&text).expect("the data set loads");
        prop_assert_eq!(ids(&loaded), expected(&entries));
    }

    /// A character put in, taken out or exchanged, or the end cut off: it is JSON where serde_json
    /// says so, and the sentence is that of serde_json.
    #[test]
    fn broken_documents_are_refused_where_a_whole_parser_refuses_them(
        entries in document(), at in any::<prop::sample::Index>(), how in 0..4u8,
        put in prop::sample::select(vec!['"', '\\', '{', '}', '[', ']', ',', ':', '0', '-', '.', 'e', 'u', 't', ' ', '\n', '\u{1}', 'é']),
    ) {
        let letters: Vec<char> = write(&entries, "").chars().collect();
        let at = at.index(letters.len());
        let (before, after) = letters.split_at(at);
        let mut broken = before.to_vec();
        match how {
            0 => {}
            1 => broken.extend(after.iter().skip(1)),
            2 => broken.extend([put].iter().chain(after)),
            _ => broken.extend([put].iter().chain(after.iter().skip(1))),
        }
        let text: String = broken.into_iter().collect();
        let judged = serde_json::from_str::<serde::de::IgnoredAny>(&text);
        let found = dataset::load(&text).err().map(|refusal| refusal.message);
        match judged {
            Err(error) => prop_assert_eq!(found, Some(format!("The data set is not JSON: {error}."))),
            Ok(_) => prop_assert!(!found.unwrap_or_default().contains("JSON"), "{}", text),
        }
    }
}

/// Numbers, words and escapes, sound and not, each as the only thing that could be wrong.
#[test]
fn every_token_is_judged_as_a_whole_parser_judges_it() {
    for token in [
        "0",
        "-0",
        "01",
        "-",
        "1.",
        ".5",
        "1.5",
        "1e5",
        "1E+5",
        "1e-",
        "1e",
        "+1",
        "0x1",
        "1_0",
        "--1",
        "1.5.5",
        "true",
        "tru",
        "truex",
        "True",
        "false",
        "null",
        "nul",
        "NaN",
        "\"\"",
        "\"",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\/\\b\\f\"",
        "\"\t\"",
        "\"a\u{7f}\"",
        "'a'",
        "[]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[",
        "]",
        "{}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{a:1}",
        "{,}",
        "{\"a\":1 \"b\":2}",
        "[}",
        "{]",
        "[1}",
        "{\"a\":1]",
        "1,",
        "",
        " ",
        ",",
        "1}",
        "/**/1",
        "\u{a0}1",
        "\u{feff}1",
    ] {
        for (before, after) in [
            ("", ""),
            ("[", "]"),
            ("[7,", "]"),
            ("{\"a\":", "}"),
            ("[[", "]]"),
            ("[{\"a\":[", "]}]"),
        ] {
            let text = format!("{{\"version\":\"1.0\",\"x\":{before}{token}{after}}}");
            let sound = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
            let refusal = dataset::load(&text).expect_err("it has no events").message;
            assert_eq!(sound, refusal.contains("no event"), "{text}: {refusal}");
        }
    }
}

#[test]
fn what_is_before_or_after_the_document_is_judged_too() {
    let good = r#"{"version":"1.0","events":[{"id":"a","date":"2021","title":"A"}]}"#;
    assert!(dataset::load(&format!("\u{feff} {good}\n\n")).is_ok());
    for text in [
        format!("{good}x"),
        format!("{good},"),
        format!("{good}{good}"),
        format!("x{good}"),
        format!("\u{feff}\u{feff}{good}"),
    ] {
        let refusal = dataset::load(&text).expect_err("it is not JSON");
        assert!(refusal.message.contains("not JSON"), "{}", refusal.message);
    }
}

#[test]
fn of_a_key_that_stands_there_twice_the_last_one_counts() {
    let list = |id: &str| format!(r#"[{{"id":"{id}","date":"2021","title":"A"}}]"#);
    let (a, b) = (list("a"), list("b"));
    let text = format!(
        r#"{{"version":"2.0","events":{a},"links":7,"version":"1.0","links":[],"events":{b}}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert_eq!(loaded.dataset.events().len(), 1);
    assert!(loaded.dataset.event("b").is_some());
    let paths: Vec<_> = loaded.issues.iter().map(|issue| &*issue.path).collect();
    assert_eq!(paths, ["meta.title"]);
    let last = dataset::load(&text.replace("\"links\":[]", "\"links\":8")).expect("it loads");
    assert!(last.issues.iter().any(|issue| issue.path == "links"));
}

#[test]
fn bytes_that_are_no_text_cost_their_record() {
    let text = b"{\"version\":\"1.0\",\"events\":[{\"id\":\"a\",\"date\":\"2021\",\"title\":\"a\xff\\n\xe2\x82\"},{\"id\":\"b\",\"date\":\"2021\",\"title\":\"b\"}]}";
    let loaded = in_steps(text.to_vec()).0;
    let ids: Vec<_> = ids(&loaded).into_iter().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["b"]);
    let issue = loaded.issues.last().map(ToString::to_string);
    let expected =
        "events[0].title: byte 61 of the file (0xFF) is not UTF-8; save the file as UTF-8";
    assert_eq!(issue.as_deref(), Some(expected));
}

#[test]
fn a_text_of_nothing_but_brackets_does_not_exhaust_the_stack() {
    let deep = 400_000;
    let events = r#"[{"id":"a","date":"2021","title":"A"}]"#;
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let nested = format!("{}0{}", open.repeat(deep), close.repeat(deep));
        let text = format!(r#"{{"version":"1.0","story":{nested},"events":{events}}}"#);
        assert!(dataset::load(&text).is_ok());
        assert!(dataset::load(&text[..text.len() - deep]).is_err());
        let record = format!(r#"{{"id":"b","date":"2021","title":{nested},"more":{nested}}}"#);
        let events = format!("{},{record}]", &events[..events.len() - 1]);
        let text = format!(r#"{{"version":"1.0","events":{events}}}"#);
        let loaded = dataset::load(&text).expect("the first event loads");
        let paths: Vec<_> = loaded.issues.iter().map(|issue| &*issue.path).collect();
        assert_eq!(paths, ["meta.title", "events[1].title"]);
    }
}

fn in_steps(bytes: Vec<u8>) -> (Loaded, Vec<f64>) {
    let mut reading = Reading::new(bytes).expect("it is not too large");
    let mut shares = Vec::new();
    loop {
        match reading.step().expect("the data set loads") {
            Step::Share(share) => shares.push(share),
            Step::Done(loaded) => return (*loaded, shares),
        }
    }
}

#[test]
fn the_share_grows_in_small_steps_and_ends_below_one() {
    let events: Vec<Value> = (0..5000)
        .map(|at| json!({ "id": format!("e{at}"), "date": format!("{}", 2026 - at % 12), "title": "T" }))
        .collect();
    let text = json!({ "version": "1.0", "meta": { "title": "T" }, "events": events }).to_string();
    let (loaded, shares) = in_steps(text.clone().into_bytes());
    assert_eq!(Ok(loaded), dataset::load(&text));
    assert!(
        shares.is_sorted() && shares.len() > 20,
        "{} steps",
        shares.len()
    );
    assert!(shares.iter().all(|share| (0.0..1.0).contains(share)));
}

#[test]
fn counting_what_was_left_out_does_not_grow_with_its_square() {
    let wrong: Vec<Value> = (0..60_000)
        .map(|at| json!({ "id": format!("e{at}") }))
        .collect();
    let mut events = vec![json!({ "id": "good", "date": "2021", "title": "G" })];
    events.extend(wrong);
    let text = json!({ "version": "1.0", "meta": { "title": "T" }, "events": events }).to_string();
    let loaded = dataset::load(&text).expect("the good one loads");
    assert_eq!(loaded.issues.len(), 60_000);
    assert_eq!(dataset::left_out(&loaded.issues), 60_000);
}
