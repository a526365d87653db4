//! Search: what it finds, marks and ranks, and what the keys do in it.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    search_finds_and_marks,
    best_matches_rank_titles_first,
    a_search_without_a_match_says_so,
    escape_empties_the_search_before_it_closes_the_card,
    typing_in_the_middle_keeps_the_caret,
    key_strokes_are_quick_with_ten_thousand_events,
];

/// Types into the search, key by key.
pub fn type_text(page: &Page, text: &str) -> Outcome {
    page.click("e2e.$('[type=search]')")?;
    let keys: Vec<String> = text.chars().map(String::from).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
    page.press_all(&keys)
}

fn search_finds_and_marks(page: &Page) -> Outcome {
    let server = boxed(320, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-fold > button').click(); await e2e.frames(3)")?;
    type_text(page, "deepseek")?;
    let (found, expected): (Vec<String>, Vec<String>) = page.get(
        "await (async () => { \
         const { events, actors } = await e2e.data(); \
         const named = (event) => actors.filter(({ id }) => (event.actors ?? []).includes(id)).map(({ name }) => name); \
         const texts = (event) => [event.title, event.summary, event.note, ...named(event)].join('\\n').toLowerCase(); \
         return [e2e.$$('.ovc-entry [data-id]').map((entry) => entry.dataset.id).toSorted(), \
           events.filter((event) => texts(event).includes('deepseek')).map(({ id }) => id).toSorted()]; })()",
    )?;
    equal(&found, &expected, "entries of the list")?;
    let said: String = page.get("e2e.text(e2e.$('[role=status]'))")?;
    equal(
        said,
        format!("{} events", expected.len()),
        "what is announced",
    )?;
    let marked: Vec<String> = page.get("[...new Set(e2e.$$('.ovc-entry mark').map(e2e.text))]")?;
    equal(marked, ["DeepSeek"], "what is marked")?;
    // The opened entry has its text marked too, and the title is still one name.
    page.set_state(json!({ "event": "deepseek-r1" }))?;
    ensure!(
        page.get("Boolean(e2e.$('.ovc-entry-body mark'))")?,
        "the summary is marked"
    );
    let same: bool = page.get(
        "e2e.text(e2e.$('.ovc-entry [aria-expanded=true]')) === (await e2e.data()).events.find(({ id }) => id === 'deepseek-r1').title",
    )?;
    ensure!(same, "the title is whole");
    Ok(())
}

fn best_matches_rank_titles_first(page: &Page) -> Outcome {
    let event = |id: &str, date: &str, title: &str, summary: &str| json!({ "id": id, "date": date, "title": title, "summary": summary });
    let data = json!({
        "version": "1.0", "meta": { "title": "Three" },
        "events": [
            event("summary", "2021", "A", "Of *weights* and <b>licences</b>."),
            event("inside", "2022", "Counterweights", "B"),
            event("title", "2023", "Weights", "C"),
            event("other", "2024", "D", "E"),
        ],
    });
    let body = "<div id=\"box\"><open-vs-closed view=\"timeline\" src=\"/few.json\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/few.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    type_text(page, "weights")?;
    let best = "e2e.$$('.ovc-best [data-id]').map((button) => button.dataset.id)";
    equal(
        page.get::<Vec<String>>(best)?,
        ["title", "inside", "summary"],
        "under the axis",
    )?;
    let excerpt: String = page.get("e2e.text(e2e.$$('.ovc-best li').at(-1))")?;
    ensure!(
        excerpt.ends_with("Of weights and <b>licences</b>."),
        "it says: {excerpt}"
    );
    let steps: Vec<String> =
        page.get("e2e.$$('.ovc-axis g[data-id]').map((mark) => mark.dataset.id)")?;
    equal(
        steps,
        ["summary", "inside", "title"],
        "the axis stays in the order of dates",
    )?;
    page.click("e2e.$('.ovc-best [data-id=summary]')")?;
    equal(
        page.state()?["event"].clone(),
        json!("summary"),
        "the event that was picked",
    )?;
    let marked: Vec<String> = page.get("e2e.$$('[part=card] mark').map(e2e.text)")?;
    equal(marked, ["weights"], "what is marked in the card")?;
    let focused: String = page.get("e2e.active().dataset.id")?;
    equal(&*focused, "summary", "what has focus")?;
    page.press("Escape")?;
    equal(
        page.get::<Vec<String>>(best)?.len(),
        3,
        "best matches after closing",
    )?;
    page.set_width(320)?;
    equal(
        page.get::<Vec<String>>(best)?,
        ["title", "inside", "summary"],
        "over the list",
    )
}

fn a_search_without_a_match_says_so(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    type_text(page, "zzzz")?;
    let said: (String, String) =
        page.get("[e2e.text(e2e.$('.ovc-empty p')), e2e.text(e2e.$('[role=status]'))]")?;
    equal(&*said.0, "No event matches “zzzz”.", "what it says")?;
    equal(&said.0, &said.1, "what is announced")?;
    page.click("e2e.$$('button').findLast((button) => e2e.name(button) === 'Clear filters')")?;
    equal(
        page.state()?["q"].clone(),
        json!(""),
        "the search after Clear",
    )?;
    let (typed, focused): (String, String) =
        page.get("[e2e.$('[type=search]').value, e2e.text(e2e.active())]")?;
    equal(&*typed, "", "the text in the search")?;
    ensure!(focused.starts_with("Open "), "focus is on: {focused}");
    Ok(())
}

fn escape_empties_the_search_before_it_closes_the_card(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "event": "deepseek-r1" }))?;
    type_text(page, "deep")?;
    page.press("Escape")?;
    let state = page.state()?;
    equal(
        (&state["q"], &state["event"]),
        (&json!(""), &json!("deepseek-r1")),
        "after the first Escape",
    )?;
    page.press("Escape")?;
    equal(
        page.state()?["event"].clone(),
        Value::Null,
        "after the second",
    )
}

fn typing_in_the_middle_keeps_the_caret(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    type_text(page, "oen")?;
    page.press_all(&["ArrowLeft", "ArrowLeft", "p"])?;
    equal(page.state()?["q"].clone(), json!("open"), "the state")?;
    let caret: u32 = page.get("e2e.$('[type=search]').selectionStart")?;
    equal(caret, 2, "the caret")
}

/// In the page and without painting, because the pace of a test machine's window says little.
fn key_strokes_are_quick_with_ten_thousand_events(page: &Page) -> Outcome {
    let words = [
        "open", "closed", "model", "weights", "licence", "paper", "research", "policy",
    ];
    let word = |number: usize| words[number % words.len()];
    let events = (0..10_000_usize).map(|at| {
        json!({
            "id": format!("e{at}"), "title": format!("{} {} number {at}", word(at), word(at / 8)), "kind": "release",
            "date": format!("{}-{:02}-{:02}", 2015 + at / 900, at % 12 + 1, at % 28 + 1),
            "summary": format!("What {} said about {} and {}, and why it mattered to those who read it.", word(at / 3), word(at / 5), word(at / 7)),
        })
    });
    let data = json!({ "version": "1.0", "meta": { "title": "Many" }, "events": events.collect::<Vec<_>>() });
    let body = "<div id=\"box\" style=\"width: 1200px\"><open-vs-closed view=\"timeline\" src=\"/many.json\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/many.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    let times: Vec<f64> = page.eval(
        "const input = e2e.$('[type=search]');
         input.focus();
         await e2e.frames(3);
         const times = [];
         for (const word of ['weights 77', 'licence open', 'research paper']) {
           for (let length = 1; length <= word.length; length += 1) {
             input.value = word.slice(0, length);
             const start = performance.now();
             input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
             await Promise.resolve();
             await Promise.resolve();
             e2e.root().querySelector('.ovc').getBoundingClientRect();
             times.push(performance.now() - start);
             await e2e.frames(1);
           }
         }
         return times;",
        Value::Null,
    )?;
    let mut times = times;
    times.sort_by(f64::total_cmp);
    let at = |part: usize| {
        times
            .get(times.len() * part / 100)
            .copied()
            .unwrap_or_default()
    };
    eprintln!(
        "key strokes at 10,000 events: p50 {:.1} ms, p95 {:.1} ms",
        at(50),
        at(95)
    );
    // The goal is a frame, 17 ms; a machine that runs other tests at the same time is given more.
    ensure!(at(50) < 40.0, "a key stroke takes {:.1} ms", at(50));
    Ok(())
}
