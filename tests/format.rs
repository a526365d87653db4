//! Fields and lists of the data set: with a value, without one, and with a wrong one.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, ComponentKind, Dataset, Loaded, Side, Verdict, Vocabulary};

const EVENT: &str = r#"{"id":"e","date":"2021-03","title":"E"}"#;

fn document(meta: &str, events: &str, rest: &str) -> String {
    format!(
        r#"{{"version":"1.0","meta":{{"title":"T","lang":"en"{meta}}},"events":[{events}]{rest}}}"#
    )
}

fn load(text: &str) -> Loaded {
    dataset::load(text).expect("the data set loads")
}

/// The data set, which has these issues.
#[track_caller]
fn read(text: &str, expected: &[&str]) -> Dataset {
    let loaded = load(text);
    let issues: Vec<String> = loaded.issues.iter().map(ToString::to_string).collect();
    assert_eq!(issues, expected);
    loaded.dataset
}

/// What `check-data` says.
#[cfg(feature = "schema")]
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let issues = dataset::check(text).into_iter();
    let issues: Vec<String> = issues.map(|issue| issue.to_string()).collect();
    assert_eq!(issues, expected);
}

#[test]
fn the_older_word_for_mixed_is_read_and_never_written() {
    let side = |word: &str| {
        format!(r#"{{"id":"{word}","date":"2021","title":"E","side":"{word}","also":["{word}"]}}"#)
    };
    let text = document("", &[side("both"), side("mixed")].join(","), "");
    let data = read(&text, &[]);
    for event in data.events() {
        assert_eq!(event.sides().collect::<Vec<_>>(), [Side::Mixed]);
        let written = serde_json::to_value(event).expect("an event is JSON");
        assert_eq!(written["side"], "mixed");
    }
    assert_eq!(Side::Mixed.as_str(), "mixed");
    #[cfg(feature = "schema")]
    {
        check(&text, &[]);
        let wrong = text.replace(r#""side":"both""#, r#""side":"left""#);
        let known = r#"events[0].side: "left" is not known; write open, mixed, closed or context"#;
        check(&wrong, &[known]);
    }
}

#[test]
fn a_source_names_the_address_of_its_copy() {
    let sources = |copy: &str| {
        format!(
            r#","sources":[{{"id":"s","title":"S","url":"https://example.org/","kind":"secondary"{copy}}}]"#
        )
    };
    let copy_of = |data: &Dataset| {
        let source = data.source("s").expect("the source is kept");
        source.copy.clone()
    };
    let good = document("", EVENT, &sources(r#","copy":"https://example.com/a""#));
    let without = document("", EVENT, &sources(""));
    let data = read(&good, &[]);
    assert_eq!(copy_of(&data).as_deref(), Some("https://example.com/a"));
    assert_eq!(copy_of(&read(&without, &[])), None);
    // A wrong one costs no more than itself.
    let wrong = good.replace("https://example.com/a", "javascript:alert(1)");
    let issue = r#"sources[0].copy: "javascript:alert(1)" is refused; write an address that starts with https:// (or http://, mailto:)"#;
    assert_eq!(copy_of(&read(&wrong, &[issue])), None);
    #[cfg(feature = "schema")]
    {
        check(&good, &[]);
        check(&without, &[]);
        check(&wrong, &[issue]);
    }
}

fn range_of(meta: &str, events: &str, preset: &str) -> Option<String> {
    let presets = format!(r#"{meta},"presets":[{{"name":"P",{preset}}}]"#);
    let data = read(&document(&presets, events, ""), &[]);
    let preset = data.meta().presets.first().expect("the preset is kept");
    data.preset_range(preset).map(|range| range.to_string())
}

#[test]
fn a_preset_is_a_range_or_the_last_months_or_the_whole_span() {
    let check = |meta: &str, preset: &str, expected: Option<&str>| {
        let found = range_of(meta, EVENT, &format!(r#""id":"p"{preset}"#));
        assert_eq!(found.as_deref(), expected, "{meta} {preset}");
    };
    check("", r#","range":"2019/2022""#, Some("2019/2022"));
    check("", r#","range":"2019/2022","months":3"#, Some("2019/2022"));
    check("", "", None);
    // The last of the months is that of the data's date, whatever its day is.
    let updated = |date: &str| format!(r#","updated":"{date}""#);
    let twelve = r#","months":12"#;
    check(&updated("2026-11-30"), twelve, Some("2025-12/2026-11"));
    check(&updated("2026-11-01"), twelve, Some("2025-12/2026-11"));
    check(&updated("2026-12-31"), twelve, Some("2026-01/2026-12"));
    check(&updated("2026-01-02"), r#","months":1"#, Some("2026-01"));
    check(&updated("2026"), r#","months":13"#, Some("2025-12/2026-12"));
    check(
        &updated("2026-11"),
        r#","months":1200"#,
        Some("1926-12/2026-11"),
    );
    // Without that date, it is the end of the last event; before the year −9999 there is no month.
    check("", twelve, Some("2020-04/2021-03"));
    check(&updated("-9999-02"), twelve, None);
    let lasting = r#"{"id":"a","date":"2020","end":"2023-05","title":"A"},{"id":"b","date":"2021","title":"B"}"#;
    let found = range_of("", lasting, r#""id":"p","months":2"#);
    assert_eq!(found.as_deref(), Some("2023-04/2023-05"));
}

#[test]
fn months_are_a_whole_number_up_to_a_century() {
    for months in ["0", "1201", "1.5", "\"12\"", "-1"] {
        let meta = format!(
            r#","presets":[{{"id":"p","name":"P","months":{months}}},{{"id":"q","name":"Q"}}]"#
        );
        let issue = "meta.presets[0].months: expected a whole number from 1 to 1200";
        let data = read(&document(&meta, EVENT, ""), &[issue]);
        assert_eq!(data.meta().presets.len(), 1, "{months}");
    }
}

/// The preset `all` gives the axis its ends only where it has a range.
#[test]
fn the_whole_span_needs_no_range() {
    let span = |preset: &str| {
        let meta = format!(r#","presets":[{{"id":"all","name":"All"{preset}}}]"#);
        let data = read(&document(&meta, EVENT, ""), &[]);
        let all = data.meta().presets.first().expect("the preset is kept");
        assert_eq!(data.preset_range(all), None, "{preset}");
        data.span()
    };
    let of_events = load(&document("", EVENT, "")).dataset.span();
    assert_eq!(span(""), of_events);
    assert_eq!(span(r#","months":12"#), of_events);
    assert_eq!(span(r#","range":"1970""#), (0.0, 365.0));
}

#[test]
fn an_era_without_an_end_lasts_to_the_date_of_the_data() {
    let ends = |meta: &str| {
        let eras = format!(
            r#"{meta},"eras":[{{"id":"a","name":"A","start":"2020","end":"2020-06"}},{{"id":"b","name":"B","start":"2021"}},{{"id":"c","name":"C","start":"2027-02"}}]"#
        );
        let data = read(&document(&eras, EVENT, ""), &[]);
        let eras = data.meta().eras.iter();
        let ends = eras.map(|era| data.era_end(era).to_string());
        ends.collect::<Vec<_>>()
    };
    let updated = r#","updated":"2026-11-30""#;
    assert_eq!(ends(updated), ["2020-06", "2026-11-30", "2027-02"]);
    assert_eq!(ends(""), ["2020-06", "2021-03", "2027-02"]);
}

#[test]
fn a_model_has_parts_of_a_closed_list() {
    let models = |components: &str| {
        format!(r#","models":[{{"id":"m","name":"M","components":{components}}}]"#)
    };
    let parts = |data: &Dataset| {
        let model = data.model("m").expect("the model is kept");
        let parts = model.components.iter();
        let parts = parts.map(|(kind, part)| (kind.as_str().to_owned(), part.licence.clone()));
        parts.collect::<Vec<_>>()
    };
    let some = |word: &str, licence: Option<&str>| (word.to_owned(), licence.map(Into::into));
    let good = r#"{"weights":{"licence":"Apache-2.0"},"paper":{},"data-card":{"licence":null}}"#;
    let good = document("", EVENT, &models(good));
    let expected = [
        some("weights", Some("Apache-2.0")),
        some("data-card", None),
        some("paper", None),
    ];
    assert_eq!(parts(&read(&good, &[])), expected);
    assert_eq!(parts(&read(&document("", EVENT, &models("null")), &[])), []);
    let wrong = r#"{"weights":{"licence":7},"wheels":{},"paper":{},"data":null,"metadata":true}"#;
    let wrong = document("", EVENT, &models(wrong));
    let unknown = format!(
        "models[0].components.wheels: \"wheels\" is not known; write {} or paper",
        ComponentKind::WORDS[..16].join(", ")
    );
    let issues = [
        "models[0].components.weights.licence: expected a text, found a number",
        &*unknown,
        "models[0].components.metadata: expected an object {…}, found true or false",
    ];
    assert_eq!(parts(&read(&wrong, &issues)), [some("paper", None)]);
    let list = document("", EVENT, &models("[]"));
    let issue = "models[0].components: expected an object {…}, found a list";
    assert_eq!(parts(&read(&list, &[issue])), []);
    #[cfg(feature = "schema")]
    {
        check(&good, &[]);
        let misspelt = good.replace(r#"{"licence":null}"#, r#"{"license":"MIT"}"#);
        let key = "models[0].components.data-card.license: unknown key; known are licence";
        check(&misspelt, &[key]);
    }
}

#[test]
fn a_price_says_whether_it_was_a_promotion() {
    let text = document(
        "",
        EVENT,
        r#","models":[{"id":"m","name":"M","prices":[{"date":"2025","input":1,"output":2},
            {"date":"2025-02","input":1,"output":2,"promotion":true},
            {"date":"2025-03","input":1,"output":2,"promotion":"yes"}]}]"#,
    );
    let issue = "models[0].prices[2].promotion: expected true or false, found a text";
    let data = read(&text, &[issue]);
    let prices = &data.model("m").expect("the model is kept").prices;
    let promotions: Vec<bool> = prices.iter().map(|price| price.promotion).collect();
    assert_eq!(promotions, [false, true]);
}

#[test]
fn a_claim_names_who_holds_it() {
    let text = document(
        "",
        EVENT,
        r#","actors":[{"id":"a","name":"A"}],"dimensions":[{"id":"d","name":"D","closed":[],
            "open":[{"id":"c","text":"C","kind":"fact","strength":"open","sources":[],"holders":["a","b"]}]}]"#,
    );
    let issue = r#"dimensions[0].open[0].holders[1]: there is no actor with the id "b""#;
    let data = read(&text, &[issue]);
    let claim = data.document.dimensions[0].claims().next();
    assert_eq!(claim.expect("the claim is kept").holders, ["a".into()]);
}

#[test]
fn what_explains_the_data_set_is_read() {
    let rest = r#","sources":[{"id":"s","title":"S","url":"https://example.org/","kind":"press"}],
        "models":[{"id":"m","name":"M"}],
        "dimensions":[{"id":"d","name":"D","closed":[],
            "open":[{"id":"c","text":"C","kind":"fact","strength":"open","sources":[]}]}],
        "glossary":[{"id":"g","term":"Weights","definition":"Numbers.","sources":["s","gone"]},{"id":"h","term":" "}],
        "claims":[{"id":"f","claim":"C","verdict":"imprecise","explanation":"E","correction":"R","sources":["s"],"events":["e","gone"]},
            {"id":"n","claim":"C","verdict":"true","explanation":"E"}],
        "method":[{"id":"t","title":"T","text":"How.","sources":["gone"]}],
        "corrections":[{"id":"1","date":"2026-11-30","item":"e","text":"A"},{"id":"2","date":"2026","item":"m","text":"B"},
            {"id":"3","date":"2026","item":"c","text":"C"},{"id":"4","date":"2026","item":"f","text":"D"},
            {"id":"5","date":"2026","item":"gone","text":"E"},{"id":"6","date":"2026","text":"F"},
            {"id":"7","date":"soon","text":"G"},{"id":"8","date":"2026","item":"n","text":"H"}]"#;
    let text = document("", EVENT, rest);
    let data = read(
        &text,
        &[
            "glossary[1].term: is empty",
            r#"claims[1].verdict: "true" is not known; write supported, imprecise, wrong or opinion"#,
            r#"corrections[6].date: "soon" is not a date; write 2021, 2021-06 or 2021-06-09"#,
            r#"glossary[0].sources[1]: there is no source with the id "gone""#,
            r#"claims[0].events[1]: there is no event with the id "gone""#,
            r#"method[0].sources[0]: there is no source with the id "gone""#,
            r#"corrections[4].item: there is no event, model or claim with the id "gone""#,
        ],
    );
    let document = &data.document;
    assert_eq!(&*document.glossary[0].term, "Weights");
    assert_eq!(document.claims[0].verdict, Verdict::Imprecise);
    assert_eq!(document.claims[0].correction.as_deref(), Some("R"));
    assert_eq!(&*document.method[0].title, "T");
    let items = document.corrections.iter().map(|item| item.item.as_deref());
    let items: Vec<_> = items.collect();
    let (none, some) = (None, ["e", "m", "c", "f"].map(Some));
    assert_eq!(items, [&some[..], &[none, none, none]].concat());
    let of_claim: Vec<&str> = data.corrections_of("c").map(|item| &*item.text).collect();
    assert_eq!(of_claim, ["C"]);
}
