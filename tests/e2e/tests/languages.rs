//! Other languages: the words that are fetched, the switch, what falls back, and layouts that hold.

use open_vs_closed_e2e::setting::dist;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    the_words_that_are_asked_for_are_fetched,
    the_reader_switches_the_language_and_back,
    a_language_that_there_is_not_leaves_english,
    words_that_cannot_be_loaded_leave_english,
    layouts_hold_in_korean,
    a_pseudo_language_holds_from_right_to_left,
    the_page_in_korean_is_complete_without_scripts,
];

const WORDS: &str = "debate.ko.json";
const VIEWS: [&str; 6] = [
    "story", "timeline", "compare", "models", "decide", "sources",
];

fn korean() -> Outcome<Value> {
    let text = std::fs::read_to_string(dist()?.join("data").join(WORDS))?;
    Ok(serde_json::from_str(&text)?)
}

/// The text of a tab.
fn tab(view: &str) -> String {
    format!("e2e.text(e2e.$('#ovc-tab-{view}'))")
}

fn the_words_that_are_asked_for_are_fetched(page: &Page) -> Outcome {
    let words = korean()?;
    let timeline = words["messages"]["view_timeline"].clone();
    let server = boxed(1000, "lang=\"ko-KR\"")?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<Value>(&tab("timeline"))?,
        timeline.clone(),
        "the tab",
    )?;
    equal(server.count(WORDS), 1, "requests for the words")?;
    equal(
        page.get::<Value>("[e2e.$('.ovc').lang, e2e.heard('ovc-ready')[0].lang]")?,
        json!(["ko", "ko"]),
        "the language",
    )?;
    // The page's language is taken over, and English needs no words.
    let body = "<div lang=\"ko\"><open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?.host("", body).serve()?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<Value>(&tab("timeline"))?,
        timeline,
        "the tab in a Korean page",
    )?;
    let server = boxed(1000, "lang=\"en-GB\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("await new Promise((resolve) => setTimeout(resolve, 1500))")?;
    equal(server.count(WORDS), 0, "requests for the words in English")
}

fn the_reader_switches_the_language_and_back(page: &Page) -> Outcome {
    let words = korean()?;
    let server = boxed(1000, "event=\"deepseek-r1\" sync-url")?;
    page.open_live(&server, "/host.html")?;
    let choose = |lang: &str| {
        format!(
            "const list = e2e.$('.ovc-languages select'); list.value = '{lang}'; list.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    page.eval::<Value>(&choose("ko"), Value::Null)?;
    let title = &words["words"]["events"]["deepseek-r1"]["title"];
    page.wait(&format!(
        "e2e.text(e2e.$('.ovc-card .ovc-title')) === {title}"
    ))?;
    equal(page.state()?["lang"].clone(), json!("ko"), "the state")?;
    equal(
        page.state()?["event"].clone(),
        json!("deepseek-r1"),
        "the event",
    )?;
    page.wait("location.hash.includes('lang=ko')")?;
    page.eval::<Value>(&choose("en"), Value::Null)?;
    page.wait("e2e.text(e2e.$('#ovc-tab-timeline')) === 'Timeline'")?;
    equal(server.count(WORDS), 1, "requests for the words")?;
    // A link has the language, too.
    page.open_live(&server, "/host.html?again#lang=ko&event=deepseek-r1")?;
    page.wait(&format!(
        "e2e.text(e2e.$('.ovc-card .ovc-title')) === {title}"
    ))
}

fn a_language_that_there_is_not_leaves_english(page: &Page) -> Outcome {
    let server = boxed(1000, "lang=\"fr\"")?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>(&tab("timeline"))?.as_str(),
        "Timeline",
        "the tab",
    )?;
    // The attribute takes effect while the widget is live.
    page.run("e2e.widget().lang = 'ko'")?;
    page.wait("e2e.$('.ovc').lang === 'ko'")
}

fn words_that_cannot_be_loaded_leave_english(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    page.expect("data-failed");
    page.expect("404");
    let server = boxed(1000, "words=\"/missing.json\"")?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>(&tab("timeline"))?.as_str(),
        "Timeline",
        "the tab",
    )?;
    equal(
        page.get::<Value>("e2e.heard('ovc-error').map(({ code }) => code)")?,
        json!(["data-failed"]),
        "what the host hears",
    )
}

/// The texts that stand beside the widget, but for what scrolls by itself.
const OUTSIDE: &str = "(() => {
    const { left, right } = e2e.$('.ovc').getBoundingClientRect(), outside = [];
    const texts = document.createTreeWalker(e2e.$('.ovc'), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode, range = document.createRange();
      // What is said and not seen is one pixel wide.
      if (text.parentElement.offsetWidth <= 1 || text.parentElement.closest('.ovc-scroll, .ovc-inset-view, .ovc-hidden, select, thead, svg')) continue;
      range.selectNodeContents(text);
      const box = range.getBoundingClientRect();
      if (box.width && (box.left < left - 1 || box.right > right + 1)) outside.push(text.textContent.slice(0, 40));
    }
    return outside;
  })()";

/// Turns to each view at a narrow and a wide width; nothing is wider than the widget.
fn holds(page: &Page) -> Outcome {
    for width in [320, 1000] {
        page.set_width(width)?;
        for view in VIEWS {
            page.set_state(json!({ "view": view }))?;
            page.run("await e2e.shown(); await e2e.frames(4)")?;
            let outside: Vec<String> = page.get(OUTSIDE)?;
            ensure!(outside.is_empty(), "{view} at {width} px: {outside:?}");
        }
    }
    Ok(())
}

fn layouts_hold_in_korean(page: &Page) -> Outcome {
    let server = boxed(320, "lang=\"ko\"")?;
    page.open_live(&server, "/host.html")?;
    holds(page)
}

/// Words with accents, brackets and 40 % more letters, in a language that is written from right to left. What has no
/// brackets is a word that a translation cannot reach.
fn a_pseudo_language_holds_from_right_to_left(page: &Page) -> Outcome {
    let mut words = korean()?;
    words["lang"] = json!("ar");
    pseudo(&mut words["words"]);
    pseudo(&mut words["messages"]);
    let body = "<main><div id=\"box\" style=\"width: 320px\"><open-vs-closed view=\"timeline\" loading=\"eager\" words=\"/pseudo.json\"></open-vs-closed></div></main>";
    let server = Site::new()?
        .file("/pseudo.json", words.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>("e2e.$('.ovc').dir")?.as_str(),
        "rtl",
        "the direction",
    )?;
    holds(page)?;
    let english: Vec<String> = page.get(
        "e2e.$$('.ovc-tab, .ovc-button, .ovc-label, h1, h2, h3, h4').map(e2e.text).filter((text) => /[A-Za-z]{4}/.test(text) && !text.includes('⟦'))",
    )?;
    // Names of models and firms are the same everywhere.
    let english: Vec<&String> = english
        .iter()
        .filter(|text| text.contains(' ') && text.split(' ').count() > 4)
        .collect();
    ensure!(english.is_empty(), "in English: {english:?}");
    Ok(())
}

fn pseudo(words: &mut Value) {
    match words {
        Value::String(text) => {
            let more: String = "áéíóú "
                .chars()
                .cycle()
                .take(text.chars().count() * 2 / 5)
                .collect();
            *text = format!("⟦{text}{more}⟧");
        }
        Value::Array(items) => items.iter_mut().for_each(pseudo),
        Value::Object(entries) => entries.values_mut().for_each(pseudo),
        _ => {}
    }
}

fn the_page_in_korean_is_complete_without_scripts(page: &Page) -> Outcome {
    let words = korean()?;
    let server = boxed(1000, "")?;
    page.open(&server, "/host.html")?;
    let text: String = page.eval("return (await fetch('/ko.html')).text()", Value::Null)?;
    ensure!(
        text.contains("<html lang=\"ko\">"),
        "the page has another language"
    );
    for (id, event) in words["words"]["events"].as_object().into_iter().flatten() {
        let title = event["title"]
            .as_str()
            .unwrap_or_default()
            .replace('&', "&amp;");
        ensure!(text.contains(&title), "{id} is missing: {title}");
    }
    for page_of in ["/ko.html", "/index.html"] {
        let text: String = page.eval(
            &format!("return (await fetch('{page_of}')).text()"),
            Value::Null,
        )?;
        for link in [
            "hreflang=\"en\" href=\"./index.html\"",
            "hreflang=\"ko\" href=\"./ko.html\"",
        ] {
            ensure!(text.contains(link), "{page_of} has no {link}");
        }
    }
    Ok(())
}
