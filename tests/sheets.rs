//! Data that came out of a spreadsheet: blank cells, and bytes that are not UTF-8.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Loaded};

fn document(events: &str, rest: &str) -> String {
    format!(r#"{{"version":"1.0","meta":{{"title":"T","lang":"en"}},"events":[{events}]{rest}}}"#)
}

const GOOD: &str = r#"{"id":"good","date":"2021","title":"Good"}"#;

#[track_caller]
fn check_issues(text: &str, expected: &[&str]) -> Loaded {
    let loaded = dataset::load(text).expect("the data set loads");
    let issues: Vec<String> = loaded.issues.iter().map(ToString::to_string).collect();
    assert_eq!(issues, expected);
    loaded
}

#[test]
fn blank_cells_count_as_left_out_and_are_told_once() {
    let event = |id: &str, more: &str| {
        format!(
            r#"{{"id":"{id}","date":"2021","title":"T","end":"","kind":"","note":"","actors":""{more}}}"#
        )
    };
    let (first, second) = (event("good", r#","side":"""#), event("other", ""));
    let models = r#","models":[{"id":"m","name":"M","prices":[{"date":"2021","input":1,"output":2,"note":""},{"date":"2022","input":1,"output":2,"note":""}]}]"#;
    let blank = |path: &str| {
        format!(r#"{path}: "" counts as left out, here and in other items; leave the field out"#)
    };
    let expected = [
        blank("events[0].end"),
        blank("events[0].kind"),
        blank("events[0].note"),
        blank("events[0].actors"),
        blank("events[0].side"),
        blank("models[0].prices[0].note"),
    ];
    let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
    let loaded = check_issues(&document(&format!("{first},{second}"), models), &expected);
    assert!(loaded.issues.iter().all(|issue| !issue.left_out));
    let events = loaded.dataset.events();
    assert_eq!(events.len(), 2);
    assert!(
        events
            .iter()
            .all(|event| event.end.is_none() && event.note.is_none())
    );
    assert_eq!(loaded.dataset.models()[0].prices.len(), 2);
    let missing = r#"{"id":"x","date":"","title":""}"#;
    check_issues(
        &document(&format!("{GOOD},{missing}"), ""),
        &["events[1].date: is empty"],
    );
}

#[test]
fn a_record_with_bytes_that_are_not_utf_8_is_left_out() {
    let event =
        |id: &str, title: &str| format!(r#"{{"id":"{id}","date":"2021","title":"{title}"}}"#);
    let text = document(
        &format!(
            "{GOOD},{},{}",
            event("a", "Caf#"),
            event("b", "Bücher \u{fffd}")
        ),
        "",
    );
    let mut bytes = text.clone().into_bytes();
    let at = text.find('#').expect("it is there");
    bytes[at] = 0xe9;
    let loaded = dataset::load(&bytes).expect("the data set loads");
    let issues: Vec<String> = loaded.issues.iter().map(ToString::to_string).collect();
    assert_eq!(
        issues,
        [format!(
            "events[1].title: byte {at} of the file (0xE9) is not UTF-8; save the file as UTF-8"
        )]
    );
    assert_eq!(dataset::left_out(&loaded.issues), 1);
    assert!(loaded.dataset.event("good").is_some() && loaded.dataset.event("b").is_some());
    assert!(loaded.dataset.event("a").is_none());
    let title = bytes
        .iter()
        .position(|byte| *byte == b'T')
        .expect("it is there");
    bytes[title] = 0xfc;
    let loaded = dataset::load(&bytes).expect("the data set loads");
    assert_eq!(loaded.issues[0].path, "meta.title");
    let refusal = dataset::load(b"{\xff}").expect_err("the data set is refused");
    assert!(
        refusal
            .message
            .contains("Its byte 1 of the file (0xFF) is not UTF-8"),
        "{refusal}"
    );
}

#[cfg(feature = "schema")]
#[test]
fn blank_fields_are_told_once() {
    let event = r#"{"id":"a","date":"2021","title":"","kind":"","end":""}"#;
    let blank = GOOD.replace('}', r#","kind":"","end":""}"#);
    let other = blank.replace("good", "other");
    let problems = |text: &str| -> Vec<String> {
        let issues = dataset::check(text);
        issues.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        problems(&document(&format!("{blank},{other},{event}"), "")),
        [
            r#"events[0].kind: "" counts as left out, here and in other items; leave the field out"#,
            r#"events[0].end: "" counts as left out, here and in other items; leave the field out"#,
            "events[2].title: is empty",
        ],
    );
}
