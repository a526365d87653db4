//! What the models view says in words, in the static page.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset;
use open_vs_closed::locale::ENGLISH;
use open_vs_closed::prerender::static_html;

/// The models view of some models, without its tags.
fn page(models: &str) -> String {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020","title":"E"}}],
        "levels":[{{"id":"unreleased","name":"U","definition":"D"}},{{"id":"api","name":"API","definition":"D"}},
        {{"id":"permissive","name":"P","definition":"D"}}],
        "benchmarks":[{{"id":"b","name":"GPQA Diamond","unit":"%","description":"D"}}],"models":[{models}]}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    static_html(loaded.dataset, &ENGLISH, 2).expect("it renders")
}

fn text(html: &str) -> String {
    let pieces = html.split('<').map(|piece| {
        let after = piece.split_once('>');
        after.map_or(piece, |(_, text)| text)
    });
    let text: Vec<&str> = pieces.collect();
    let text = text.join(" ").replace("&#39;", "\u{27}");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn scored(id: &str, released: &str, level: &str, score: &str, tester: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":"{id}","released":"{released}","level":"{level}",
        "scores":[{{"benchmark":"b","value":{score},"tester":"{tester}"}}]}}"#
    )
}

#[track_caller]
fn says(html: &str, sentence: &str) {
    let text = text(html);
    assert!(text.contains(sentence), "{sentence:?} is not in {text}");
}

#[test]
fn the_lag_is_told_between_two_models() {
    let models = [
        scored("o1-preview", "2024-09-12", "api", "73.3", "OpenAI"),
        scored("o1", "2024-12-05", "api", "75.7", "OpenAI"),
        scored(
            "DeepSeek-R1",
            "2025-01-20",
            "permissive",
            "71.5",
            "DeepSeek",
        ),
    ];
    let html = page(&models.join(","));
    says(
        &html,
        "GPQA Diamond, up to 20 January 2025: DeepSeek-R1 reached 71.5% on 20 January 2025. \
         A closed model had reached that 4.3 months before (o1-preview, 73.3%). \
         Closed led by 4.2 points: the best closed score was 75.7% (o1).",
    );
    says(
        &html,
        "Measured by DeepSeek (DeepSeek-R1); OpenAI (o1-preview, o1). \
         Scores of 2 testers are mixed in this chart",
    );
    assert!(html.contains(r#"data-gap="4.2" data-lag="4.27""#));
}

#[test]
fn a_lag_of_less_than_a_month_is_told_in_days_and_a_date_as_it_is_known() {
    let models = [
        scored("C", "2025-05-31", "api", "70", "T"),
        scored("O", "2025-06", "permissive", "70", "T"),
    ];
    let html = page(&models.join(","));
    says(
        &html,
        "O reached 70% in June 2025. A closed model had reached that about 16 days before (C, 70%). \
         Open and closed were level: C had the same score.",
    );
}

#[test]
fn an_open_lead_and_a_missing_side_are_told() {
    let open = scored("O", "2025-03-01", "permissive", "81", "T");
    says(
        &page(&open),
        "no closed model has a score yet. The best open score was 81% (O).",
    );
    let closed = scored("C", "2025-02-01", "api", "80", "T");
    says(
        &page(&closed),
        "no open model has a score yet. The best closed score was 80% (C).",
    );
    says(
        &page(&[open, closed].join(",")),
        "No closed model had reached that before. Open led by 1 point: the best closed score was 80% (C).",
    );
}

#[test]
fn an_unreleased_model_is_hollow_with_the_word_and_counts_for_nothing() {
    let models = [
        scored("C", "2025-02-01", "api", "80", "T"),
        scored("O", "2025-03-01", "permissive", "70", "T"),
        scored("Preview", "2025-04-01", "unreleased", "99", "T"),
    ];
    let html = page(&models.join(","));
    says(&html, "up to 1 March 2025: O reached 70% on 1 March 2025.");
    says(&html, "Closed led by 10 points.");
    says(
        &html,
        "1 model is unreleased: it is drawn hollow and stands on neither line.",
    );
    assert_eq!(html.matches("ovc-point is-closed is-hollow").count(), 1);
    assert!(html.contains(r#"aria-label="Preview: 99%, 1 April 2025, Closed, unreleased""#));
}

#[test]
fn prices_say_their_unit_their_date_and_what_they_are() {
    let models = r#"{"id":"a","name":"A","level":"api","released":"2024-04-16","prices":[
          {"date":"2024-04-16","input":10,"output":40},{"date":"2025-06","input":2.125,"cached":0.5,"output":8}]},
        {"id":"b","name":"B","level":"api","released":"2025-01-31","prices":[{"date":"2025-01-31","input":1.1,"output":4.4}]},
        {"id":"c","name":"C","level":"api","released":"2023-01-31","prices":[{"date":"2023-01-31","input":30,"output":60}]}"#;
    let html = page(models);
    says(
        &html,
        "Input price per million tokens, as set in the twelve months up to 16 June 2025. \
         Closed: US$1.100 to US$2.125 (2 models).",
    );
    for words in [
        "US$ per million tokens, logarithmic axis",
        "Input price (US$ per million tokens)",
        "list price when it came out, 16 April 2024",
        "changed in June 2025",
    ] {
        says(&html, words);
    }
    // One number of decimal places in a column, and one word for what is not known.
    for row in [
        "10.000 Unknown 40.00",
        "2.125 0.50 8.00",
        "1.100 Unknown 4.40",
    ] {
        says(&html, row);
    }
    assert!(
        html.contains(
            r#"aria-label="A: US$2.125 per million tokens, changed in June 2025, Closed""#
        )
    );
    assert!(!text(&html).contains('–'));
}

#[test]
fn a_promotion_is_named_drawn_hollow_and_not_counted() {
    let html = page(
        r#"{"id":"a","name":"A","level":"permissive","released":"2024-12-26",
          "prices":[{"date":"2024-12-26","input":1,"output":2,"promotion":true}]},
        {"id":"b","name":"B","level":"permissive","released":"2025-01-10","prices":[{"date":"2025-01-10","input":5,"output":6}]}"#,
    );
    says(
        &html,
        "up to 10 January 2025. Open: US$5.00 (1 model). 1 promotion is not counted.",
    );
    let name =
        r#"aria-label="A: US$1.00 per million tokens, promotion from 26 December 2024, Open"#;
    assert!(html.contains(name));
    assert_eq!(html.matches("ovc-point is-open is-hollow").count(), 1);
}

#[test]
fn a_negative_score_keeps_its_sign_and_its_thousands() {
    let html = page(&scored("a", "2024-01-01", "api", "-1234.5", "T"));
    let text = text(&html);
    assert!(text.contains("-1,234.5") && !text.contains("-,"), "{text}");
}

#[test]
fn testers_of_models_without_a_date_are_not_in_the_chart() {
    let undated = r#"{"id":"x","name":"X","level":"api","scores":[{"benchmark":"b","value":5,"tester":"Other"}]}"#;
    let dated = scored("a", "2024-01-01", "api", "10", "T");
    let html = page(&format!("{dated},{undated}"));
    assert!(!text(&html).contains("testers are mixed"), "{html}");
}

/// What stands in one cell is not one word to a screen reader, or to who copies it.
#[test]
fn a_note_does_not_run_into_what_stands_before_it() {
    let html = page(
        r#"{"id":"a","name":"A","level":"api","released":"2024-04-16","confidence":"reported",
          "scores":[{"benchmark":"b","value":5,"tester":"Lab","note":"Text only."}],
          "prices":[{"date":"2024-04-16","input":10,"output":40},{"date":"2025-06-01","input":2,"output":8,"note":"After a cut."}]}"#,
    );
    for glued in ["A<span", "Lab<span", "2.00<span", "2025<span"] {
        assert!(!html.contains(glued), "{glued}");
    }
    for told in [
        "A Reported",
        "Lab Text only.",
        "2.00 changed on 1 June 2025",
        "changed on 1 June 2025 After a cut.",
    ] {
        says(&html, told);
    }
}

#[test]
fn every_table_has_a_name() {
    let html = page(&scored("a", "2024-01-01", "api", "10", "T"));
    let tables = html.matches("<table").count();
    let named = html.matches("<caption>").count();
    assert!(
        tables >= 2 && tables == named,
        "{tables} tables, {named} named"
    );
    assert!(!html.contains("<caption></caption>"));
}
