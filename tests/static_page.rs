//! The static page: complete without a script.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use std::collections::BTreeSet;

use open_vs_closed::dataset::{self, Dataset};
use open_vs_closed::locale::ENGLISH;
use open_vs_closed::prerender::static_html;

fn data() -> Dataset {
    let text = include_str!("../www/data/debate.json");
    dataset::load(text).expect("the data set loads").dataset
}

fn html() -> String {
    static_html(data(), &ENGLISH, 2).expect("it renders")
}

/// A text as it stands in HTML.
fn escaped(text: &str) -> String {
    let plain = text.replace('*', "");
    plain
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[test]
fn has_every_event_with_its_anchor() {
    let (data, html) = (data(), html());
    for event in data.events() {
        assert!(
            html.contains(&format!("id=\"{}\"", event.id)),
            "{}",
            event.id
        );
        assert!(
            html.contains(&format!("href=\"#{}\"", event.id)),
            "{}",
            event.id
        );
        assert!(html.contains(&escaped(&event.title)), "{}", event.title);
    }
}

/// There, nobody turns pages.
#[test]
fn has_every_link_however_many_an_event_has() {
    let event = |id: usize| format!(r#"{{"id":"e{id}","date":"2020-01-15","title":"E{id}"}}"#);
    let link = |to: usize| {
        format!(
            r#"{{"id":"l{to}","from":"e0","to":"e{to}","relation":"led-to","status":"claimed"}}"#
        )
    };
    let events: Vec<String> = (0..61).map(event).collect();
    let links: Vec<String> = (1..61).map(link).collect();
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"Many"}},"events":[{}],"links":[{}]}}"#,
        events.join(","),
        links.join(",")
    );
    let data = dataset::load(&text).expect("the data set loads").dataset;
    assert_eq!(data.links_from("e0").count(), 60);
    let html = static_html(data, &ENGLISH, 2).expect("it renders");
    for link in 1..61 {
        assert!(html.contains(&format!("data-id=\"l{link}\"")), "l{link}");
    }
    let is_count = |text: &str| text.ends_with(|last: char| last.is_ascii_digit());
    assert!(!html.split(" more").any(is_count), "a link to more");
}

#[test]
fn has_every_dimension_and_level() {
    let (data, html) = (data(), html());
    for dimension in &data.document.dimensions {
        assert!(html.contains(&format!("data-id=\"{}\"", dimension.id)));
        assert!(html.contains(&escaped(dimension.crux.as_deref().expect("a crux"))));
        for claim in dimension.open.iter().chain(&dimension.closed) {
            assert!(html.contains(&escaped(&claim.text)), "{}", claim.id);
        }
    }
    for level in &data.document.levels {
        assert!(html.contains(&escaped(&level.definition)), "{}", level.id);
    }
}

#[test]
fn has_every_source() {
    let (data, html) = (data(), html());
    for source in &data.document.sources {
        let urls = [Some(&source.url), source.copy.as_ref()];
        for url in urls.into_iter().flatten() {
            let url = url.replace('&', "&amp;");
            assert!(html.contains(&format!("href=\"{url}\"")), "{url}");
        }
    }
}

#[test]
fn has_what_explains_the_data() {
    let (data, html) = (data(), html());
    let document = &data.document;
    // Up to where an emphasis stands.
    let has = |text: &str| html.contains(&escaped(text.split('*').next().unwrap_or_default()));
    for claim in &document.claims {
        assert!(html.contains(&format!("id=\"claim-{}\"", claim.id)));
        assert!(has(&claim.explanation), "{}", claim.id);
    }
    for term in &document.glossary {
        assert!(html.contains(&format!("id=\"term-{}\"", term.id)));
        assert!(has(&term.definition), "{}", term.id);
    }
    for correction in &document.corrections {
        assert!(has(&correction.text), "{}", correction.id);
    }
    assert!(
        html.contains("href=\"#term-open-weights\""),
        "terms lead to the glossary"
    );
}

#[test]
fn works_under_a_strict_policy() {
    let html = html();
    for word in ["style=", "<style", "<script", " onclick", "javascript:"] {
        assert!(!html.contains(word), "{word}");
    }
}

#[test]
fn anchors_are_unique() {
    let html = html();
    let ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|after| after.split('"').next())
        .collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len());
    assert!(ids.contains(&"timeline") && ids.contains(&"compare"));
}

#[test]
fn headings_start_at_the_level_that_is_asked_for() {
    let html = static_html(data(), &ENGLISH, 3).expect("it renders");
    assert!(html.contains("<h3 class=\"ovc-heading\">"));
    assert!(!html.contains("<h1") && !html.contains("<h2"));
}

/// The browser's `Intl` writes dates from the same data; the end-to-end tests compare the two.
#[test]
fn dates_are_in_words() {
    let html = html();
    assert!(html.contains("20 January 2025"), "a day");
    assert!(html.contains("June 2021"), "a month");
}

#[test]
fn markup_in_the_data_is_text() {
    let text = r#"{"version":"1.0","meta":{"title":"<i>T</i>"},"events":[{"id":"a\"><script>x</script>","date":"2021","title":"<img src=x onerror=y>","summary":"*<b>*"}]}"#;
    let data = dataset::load(text).expect("the data set loads").dataset;
    let html = static_html(data, &ENGLISH, 2).expect("it renders");
    for markup in ["<img", "<script", "<i>", "<b>"] {
        assert!(!html.contains(markup), "{markup}");
    }
    assert!(html.contains("&lt;img src=x onerror=y&gt;"));
}

#[test]
fn an_event_names_the_models_that_came_out_with_it() {
    let text = r#"{"version":"1.0","meta":{"title":"T"},"events":[{"id":"e","date":"2020","title":"E","models":["m"]}],"models":[{"id":"m","name":"M"}]}"#;
    let data = dataset::load(text).expect("the data set loads").dataset;
    let html = static_html(data, &ENGLISH, 2).expect("it renders");
    let facts = html
        .split("ovc-facts")
        .nth(1)
        .and_then(|rest| rest.split("</dl>").next());
    assert!(
        facts.expect("facts").contains("href=\"#model-m\""),
        "{facts:?}"
    );
}

#[test]
fn a_source_read_as_a_copy_says_where_and_nothing_of_the_original() {
    let text = r#"{"version":"1.0","meta":{"title":"T"},"events":[{"id":"e","date":"2020","title":"E","sources":["s"]}],
        "sources":[{"id":"s","title":"S","url":"https://example.org/","kind":"press","copy":"https://www.example.com/a","opened":false}]}"#;
    let data = dataset::load(text).expect("the data set loads").dataset;
    let html = static_html(data, &ENGLISH, 2).expect("it renders");
    assert!(html.contains("href=\"https://www.example.com/a\""));
    assert!(html.contains("read as a copy at example.com"));
    assert!(!html.contains("not opened by the editors"));
}

/// The static page of a data set with one event and one source, which has those fields.
fn with_source(fields: &str) -> String {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020-01-15","title":"E","sources":["s"]}}],
        "sources":[{{"id":"s","url":"https://example.org/","kind":"press",{fields}}}]}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    static_html(loaded.dataset, &ENGLISH, 2).expect("it renders")
}

#[test]
fn a_title_has_its_language_and_its_link_that_of_the_source() {
    let korean = with_source(r#""title":"오픈AI","lang":"ko""#);
    assert!(korean.contains(r#"hreflang="ko""#));
    assert!(korean.contains(r#"<bdi lang="ko">오픈AI</bdi>"#));
    let described = with_source(r#""title":"A session","lang":"ko","title_lang":"en""#);
    assert!(described.contains(r#"hreflang="ko""#));
    assert!(described.contains(r#"<bdi lang="en">A session</bdi>"#));
}

/// A Korean title is marked as Korean, and the editors’ English words for a Korean source are not.
#[test]
fn titles_of_the_shipped_sources_are_in_the_language_that_they_are_marked_with() {
    let data = data();
    let scripts = [
        ("ko", '\u{ac00}', '\u{d7a3}'),
        ("zh", '\u{4e00}', '\u{9fff}'),
        ("ja", '\u{3040}', '\u{9fff}'),
    ];
    for source in &data.document.sources {
        let lang = source.title_lang.as_ref().or(source.lang.as_ref());
        let lang = lang.map_or("en", |lang| &**lang);
        let asian = |text: char| ('\u{3040}'..='\u{d7a3}').contains(&text);
        let script = scripts.iter().find(|(name, ..)| *name == lang);
        match script {
            Some((_, first, last)) => {
                let is_in = |text: char| (*first..=*last).contains(&text);
                assert!(source.title.chars().any(is_in), "{}", source.id);
            }
            None => assert!(!source.title.chars().any(asian), "{}", source.id),
        }
        let publisher = source.publisher.as_deref().unwrap_or_default();
        assert!(!publisher.chars().any(asian), "{}", source.id);
    }
}

#[test]
fn external_links_are_told_from_internal_ones() {
    let html = html();
    let links: Vec<&str> = html.split("<a ").skip(1).collect();
    let mut external = 0;
    for link in links {
        let link = link.split("</a>").next().unwrap_or_default();
        let leads_away = link.contains("href=\"http");
        let marks = [
            "rel=\"external noopener noreferrer\"",
            "aria-label=\"another website, in a new tab\"",
        ];
        for mark in marks {
            assert_eq!(link.contains(mark), leads_away, "{link}");
        }
        external += usize::from(leads_away);
    }
    assert!(external > 500, "{external}");
}

/// Amounts say whose dollars they are, but for quotations.
#[test]
fn amounts_are_in_us_dollars() {
    let html = html();
    for (at, _) in html.match_indices('$') {
        let (before, after) = html.split_at(at);
        let is_quoted = before.ends_with('“');
        let is_title = before
            .rfind("<bdi")
            .is_some_and(|open| !before[open..].contains("</bdi>"));
        let told = before.ends_with("US") || is_quoted || is_title;
        let around: String = after.chars().take(40).collect();
        assert!(told, "{around}");
    }
}
