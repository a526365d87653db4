//! Files that are wrong: a message by path, and everything sound is kept.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Loaded};
use open_vs_closed::date::PartialDate;

fn document(events: &str, rest: &str) -> String {
    format!(r#"{{"version":"1.0","meta":{{"title":"T","lang":"en"}},"events":[{events}]{rest}}}"#)
}

const GOOD: &str = r#"{"id":"good","date":"2021","title":"Good"}"#;

#[track_caller]
fn load(text: &str) -> Loaded {
    dataset::load(text).expect("the data set loads")
}

#[track_caller]
fn check_issues(text: &str, expected: &[&str]) -> Loaded {
    let loaded = load(text);
    let issues: Vec<String> = loaded.issues.iter().map(ToString::to_string).collect();
    assert_eq!(issues, expected);
    assert!(
        loaded.dataset.event("good").is_some(),
        "the sound event is kept"
    );
    loaded
}

#[track_caller]
fn check_refused(text: &str, expected: &str) {
    let refusal = dataset::load(text).expect_err("the data set is refused");
    assert!(refusal.message.contains(expected), "{}", refusal.message);
}

#[test]
fn what_is_no_data_set_is_refused_in_a_sentence() {
    check_refused("", "not JSON");
    check_refused("{", "not JSON");
    check_refused(
        "<!doctype html>",
        "not JSON: expected value at line 1 column 1",
    );
    check_refused("[]", "not a JSON object");
    check_refused("null", "not a JSON object");
    check_refused("{}", "no version");
    check_refused(r#"{"version":"2.0"}"#, "version 2.0");
    check_refused(r#"{"version":"1.0"}"#, "no event");
    check_refused(&document("", ""), "no event");
    check_refused(r#"{"version":"1.0","events":{}}"#, "no event");
    check_refused(&" ".repeat(dataset::MAX_BYTES + 1), "larger than 20 MB");
}

#[test]
fn too_many_events_are_refused() {
    let many = vec!["0"; dataset::MAX_EVENTS + 1].join(",");
    check_refused(&document(&many, ""), "100001 events");
}

#[test]
fn a_newer_minor_version_is_read() {
    let text = document(GOOD, "").replace("1.0", "1.7");
    assert!(load(&text).issues.is_empty());
}

#[test]
fn an_odd_version_and_an_odd_language_are_reported() {
    for (from, to, path) in [
        (r#""1.0""#, "1", "version"),
        (r#""1.0""#, r#""1""#, "version"),
        (r#""1.0""#, r#""1.x""#, "version"),
        (r#""en""#, r#""!!""#, "meta.lang"),
        (r#""en""#, r#""en-""#, "meta.lang"),
        (r#""en""#, "7", "meta.lang"),
    ] {
        let loaded = load(&document(GOOD, "").replace(from, to));
        let paths: Vec<&str> = loaded.issues.iter().map(|issue| &*issue.path).collect();
        assert_eq!(paths, [path], "{to}");
        assert_eq!(&*loaded.dataset.meta().lang, "en", "{to}");
        assert_eq!(loaded.dataset.events().len(), 1, "{to}");
    }
}

#[test]
fn a_wrong_date_leaves_its_event_out() {
    let text = document(
        &format!(r#"{GOOD},{{"id":"x","date":"banana","title":"X"}}"#),
        "",
    );
    let loaded = check_issues(
        &text,
        &[r#"events[1].date: "banana" is not a date; write 2021, 2021-06 or 2021-06-09"#],
    );
    assert_eq!(loaded.dataset.events().len(), 1);
    assert!(loaded.issues[0].left_out);
}

/// Loading stops at the first problem of a record; the rest of the data set is read.
#[test]
fn the_first_problem_of_a_record_is_reported() {
    let text = document(
        &format!(r#"{GOOD},{{"id":"x","title":7,"date":"never"}}"#),
        "",
    );
    check_issues(&text, &["events[1].title: expected a text, found a number"]);
}

#[test]
fn a_second_record_with_the_same_id_is_left_out() {
    let text = document(
        &format!(r#"{GOOD},{{"id":"good","date":"2022","title":"Twin"}}"#),
        "",
    );
    let loaded = check_issues(
        &text,
        &[r#"events[1].id: "good" is already the id of events[0]; give every item its own"#],
    );
    let title = loaded.dataset.event("good").map(|event| &*event.title);
    assert_eq!(title, Some("Good"));
}

#[test]
fn a_link_to_nowhere_is_left_out() {
    let links =
        r#","links":[{"id":"l","from":"good","to":"gone","relation":"led-to","status":"claimed"}]"#;
    let loaded = check_issues(
        &document(GOOD, links),
        &[r#"links[0].to: there is no event with the id "gone""#],
    );
    assert!(loaded.dataset.document.links.is_empty());
}

#[test]
fn a_link_to_an_event_that_was_left_out_is_not_blamed() {
    let links =
        r#","links":[{"id":"l","from":"good","to":"x","relation":"led-to","status":"claimed"}]"#;
    let events = format!(r#"{GOOD},{{"id":"x","date":"never","title":"X"}}"#);
    check_issues(
        &document(&events, links),
        &[r#"events[1].date: "never" is not a date; write 2021, 2021-06 or 2021-06-09"#],
    );
}

#[test]
fn a_reference_to_nowhere_is_dropped_and_its_record_kept() {
    let event =
        r#"{"id":"good","date":"2021","title":"Good","sources":["s","gone"],"level":"api"}"#;
    let rest = r#","sources":[{"id":"s","title":"S","url":"https://example.org/","kind":"press"}]"#;
    let loaded = check_issues(
        &document(event, rest),
        &[
            r#"events[0].sources[1]: there is no source with the id "gone""#,
            r#"events[0].level: there is no level with the id "api""#,
        ],
    );
    let sources = loaded
        .dataset
        .event("good")
        .map(|event| event.sources.len());
    assert_eq!(sources, Some(1));
}

#[test]
fn addresses_that_could_run_something_are_refused() {
    for url in [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\\nscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org/",
        "https://",
        "https://exa mple.org/",
        "https://x\\\"onclick=\\\"alert(1)",
        "https://example.org/<b>",
        "https:\\texample.org",
        "file:///etc/passwd",
    ] {
        let rest = format!(r#","sources":[{{"id":"s","title":"S","url":"{url}","kind":"press"}}]"#);
        let loaded = load(&document(GOOD, &rest));
        assert!(loaded.dataset.document.sources.is_empty(), "{url}");
        let issue = loaded.issues.first().map(|issue| issue.path.clone());
        assert_eq!(issue.as_deref(), Some("sources[0].url"), "{url}");
    }
    for url in [
        "https://example.org/a?b#c",
        "HTTP://example.org",
        "mailto:a@example.org",
    ] {
        let rest = format!(r#","sources":[{{"id":"s","title":"S","url":"{url}","kind":"press"}}]"#);
        assert_eq!(load(&document(GOOD, &rest)).issues.len(), 0, "{url}");
    }
}

#[test]
fn markup_stays_text() {
    let title = r#"<img src=x onerror=\"alert(1)\">"#;
    let event = format!(r#"{{"id":"good","date":"2021","title":"{title}"}}"#);
    let loaded = check_issues(&document(&event, ""), &[]);
    let kept = loaded
        .dataset
        .event("good")
        .map(|event| event.title.to_string());
    assert_eq!(kept.as_deref(), Some("<img src=x onerror=\"alert(1)\">"));
}

#[test]
fn a_record_with_half_a_surrogate_pair_is_left_out() {
    let event = r#"{"id":"x","date":"2021","title":"a\uD800b"}"#;
    let loaded = load(&document(&format!("{GOOD},{event}"), ""));
    assert!(loaded.dataset.event("good").is_some());
    assert!(loaded.dataset.event("x").is_none());
    assert_eq!(loaded.issues.len(), 1);
    let issue = &loaded.issues[0];
    assert_eq!(issue.path, "events[1].title");
    assert!(issue.message.starts_with("cannot be read"), "{issue}");
    assert!(issue.left_out);
}

#[test]
fn null_counts_as_left_out() {
    let event = r#"{"id":"good","date":"2021","title":"Good","end":null,"sources":null,"weight":null,"side":null,"also":null}"#;
    check_issues(&document(event, ""), &[]);
    let missing = r#"{"id":"x","date":"2021","title":null}"#;
    check_issues(
        &document(&format!("{GOOD},{missing}"), ""),
        &["events[1].title: is missing"],
    );
}

#[test]
fn a_claim_that_is_wrong_does_not_cost_its_dimension() {
    let claim = r#"{"id":"c","text":"C","kind":"fact","strength":"settled","sources":[]}"#;
    let dimensions = format!(
        r#","dimensions":[{{"id":"d","name":"D","open":[7,{claim},{{"id":"e","text":"E"}}],"closed":[{claim}]}}]"#
    );
    let loaded = check_issues(
        &document(GOOD, &dimensions),
        &[
            "dimensions[0].open[0]: expected an object {…}, found a number",
            "dimensions[0].open[2].kind: is missing",
        ],
    );
    assert_eq!(loaded.dataset.document.dimensions[0].open.len(), 1);
}

#[test]
fn what_is_no_record_is_reported() {
    let text = document(&format!("{GOOD},7,null,[],\"x\""), "");
    check_issues(
        &text,
        &[
            "events[1]: expected an object {…}, found a number",
            "events[2]: expected an object {…}, found nothing",
            "events[3]: expected an object {…}, found a list",
            "events[4]: expected an object {…}, found a text",
        ],
    );
}

#[test]
fn a_wrong_preset_does_not_cost_the_rest_of_meta() {
    let text = r#"{"version":"1.0","meta":{"title":"T","presets":[{"id":"p","name":"P","range":"soon"},{"id":"q","name":"Q","range":"2021"}]},"events":[{"id":"good","date":"2021","title":"Good"}]}"#;
    let loaded = check_issues(
        text,
        &[r#"meta.presets[0].range: "soon" is not a range; write 2024-12/2025-03"#],
    );
    assert_eq!(&*loaded.dataset.meta().title, "T");
    assert_eq!(loaded.dataset.meta().presets.len(), 1);
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    assert!(
        load(&format!("\u{feff}{}", document(GOOD, "")))
            .issues
            .is_empty()
    );
}

/// What is wrong with a part of a model costs that part, and not the model.
#[test]
fn a_model_is_kept_where_a_part_of_it_is_wrong() {
    let models = r#","benchmarks":[{"id":"b","name":"B","description":"D"}],"models":[
        {"id":"m","name":"M","released":"banana","actor":"nobody","level":"nowhere",
         "parameters":{"total":"7B"},
         "prices":[{"date":"2024","input":1},{"date":"2024","input":1.5,"output":1e1}],
         "scores":[{"benchmark":"b","value":86.4,"tester":"T","source":"gone"},
                   {"benchmark":"gone","value":1,"tester":"T"},
                   {"benchmark":"b","value":"86","tester":"T"}]},
        {"id":"n","name":"N","released":"2024","context":-1}]"#;
    let loaded = check_issues(
        &document(GOOD, models),
        &[
            "models[0].released: \"banana\" is not a date; write 2021, 2021-06 or 2021-06-09",
            "models[0].parameters.total: expected a number from 0 to 1000000000000",
            "models[0].prices[0].output: is missing",
            "models[0].scores[2].value: expected a number from -1000000000000 to 1000000000000",
            "models[1].context: expected a number from 0 to 1000000000000",
            "models[0].actor: there is no actor with the id \"nobody\"",
            "models[0].level: there is no level with the id \"nowhere\"",
            "models[0].scores[0].source: there is no source with the id \"gone\"",
            "models[0].scores[1].benchmark: there is no benchmark with the id \"gone\"",
        ],
    );
    let model = loaded.dataset.model("m").expect("the model is kept");
    assert_eq!(model.released, None);
    assert_eq!((model.prices.len(), model.scores.len()), (1, 1));
    assert!(model.actor.is_none() && model.level.is_none() && model.parameters.is_none());
    assert!(loaded.dataset.model("n").is_none());
}

#[test]
fn other_sides_are_known_ones_and_each_once() {
    let loaded = check_issues(
        &document(
            &format!(
                r#"{GOOD},{{"id":"a","date":"2021","title":"A","side":"open","also":["closed","open","closed"]}},
                {{"id":"b","date":"2021","title":"B","also":["left"]}}"#
            ),
            "",
        ),
        &[r#"events[2].also[0]: "left" is not known; write open, mixed, closed or context"#],
    );
    let event = loaded.dataset.event("a").expect("the event is kept");
    let sides: Vec<_> = event.sides().collect();
    assert_eq!(sides, [dataset::Side::Open, dataset::Side::Closed]);
    assert!(loaded.dataset.event("b").is_none());
}

#[test]
fn the_span_reaches_to_the_end_of_the_last_event() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"version":"1.0","meta":{"title":"T","lang":"en"},"events":[
        {"id":"a","date":"2005","title":"A"},
        {"id":"b","date":"2009-06-01","end":"2011-06-30","title":"B"},
        {"id":"c","date":"2010","title":"C"}]}"#;
    let (start, end) = dataset::load(text)?.dataset.span();
    let day = |date: &str| PartialDate::parse(date).map(|date| f64::from(date.first_day()));
    assert!(start < day("2005-01-01")? && day("2011-07-01")? < end);
    Ok(())
}

/// What `check-data` says beyond what loading says.
#[cfg(feature = "schema")]
mod check {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        let issues = dataset::check(text);
        issues.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_problem_of_a_record_is_reported() {
        let text = document(
            &format!(
                r#"{GOOD},{{"id":"","date":"2021-02-30","title":7,"side":"left","weight":9}}"#
            ),
            "",
        );
        assert_eq!(
            problems(&text),
            [
                r#"events[1].date: "2021-02-30" is not a date; write 2021, 2021-06 or 2021-06-09"#,
                "events[1].id: is empty",
                r#"events[1].side: "left" is not known; write open, mixed, closed or context"#,
                "events[1].title: expected a text, found a number",
                "events[1].weight: expected a whole number from 1 to 3",
            ],
        );
    }

    #[test]
    fn a_misspelt_key_is_reported_to_editors_only() {
        let text = document(
            r#"{"id":"good","date":"2021","title":"Good","sumary":"lost"}"#,
            r#","evnets":[]"#,
        );
        assert!(load(&text).issues.is_empty());
        let paths: Vec<String> = dataset::check(&text)
            .into_iter()
            .map(|issue| issue.path)
            .collect();
        assert_eq!(paths, ["events[0].sumary", "evnets"]);
    }
}
