//! The sources: fact-check, glossary, what cites a source, search.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::search::type_text;
use crate::support::{boxed, tests};

tests![
    every_claim_has_its_verdict_in_words_and_shape,
    a_verdict_shows_its_claims_only,
    a_search_and_a_kind_narrow_the_sources,
    rows_come_a_page_at_a_time,
    what_cites_a_source_leads_there_and_back,
    a_term_is_explained_in_the_card_by_keyboard,
    both_sides_are_counted,
    everything_stands_with_scripts_off,
];

fn every_claim_has_its_verdict_in_words_and_shape(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    let (found, expected): (Value, Value) = page.eval(
        "const data = await e2e.data();
         return [e2e.$$('.ovc-check').map((item) => [item.dataset.id, e2e.text(item.querySelector('.ovc-verdict')).toLowerCase(),
             item.querySelectorAll('.ovc-verdict-shape path').length, e2e.text(item.querySelector('.ovc-check-claim')),
             item.querySelectorAll('details a').length, item.querySelectorAll('details button').length, Boolean(item.querySelector('.ovc-correction'))]),
           data.claims.map(({ id, verdict, claim, sources, events, correction }) => [id, verdict, 1, e2e.norm(claim),
             e2e.hrefs(data, sources).length, events?.length ?? 0, Boolean(correction)])];",
        Value::Null,
    )?;
    equal(&found, &expected, "the claims")?;
    let shapes: usize = page.get(
        "new Set(e2e.$$('.ovc-check .ovc-verdict-shape path').map((path) => path.getAttribute('d'))).size",
    )?;
    equal(shapes, 4, "shapes")
}

fn a_verdict_shows_its_claims_only(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.$('.ovc-verdicts [data-verdict=wrong]')")?;
    let (shown, count): (Vec<String>, String) = page.get(
        "[e2e.$$('.ovc-check').map(({ dataset }) => dataset.verdict), e2e.text(e2e.$('[data-verdict=wrong] .ovc-count'))]",
    )?;
    ensure!(
        !shown.is_empty() && shown.iter().all(|verdict| verdict == "wrong"),
        "shown: {shown:?}"
    );
    equal(shown.len().to_string(), count, "the count")?;
    // A reference to a claim that is hidden shows it.
    let id: String = page
        .get("(await e2e.data()).corrections.find(({ item }) => item === 'date-of-report').item")?;
    page.click("e2e.$$('.ovc-corrections li').find((item) => item.dataset.id === 'founding-article-link').querySelector('button')")?;
    page.wait(&format!("e2e.active()?.dataset.id === '{id}'"))
}

fn a_search_and_a_kind_narrow_the_sources(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.$('[type=search]')")?;
    type_text(page, "stanford")?;
    page.run("await e2e.frames(2)")?;
    let (rows, expected): (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-source-row').map(({ dataset }) => dataset.id).toSorted(),
          (await e2e.data()).sources.filter(({ publisher, title }) => /stanford/i.test(`${publisher} ${title}`)).map(({ id }) => id).toSorted()]",
    )?;
    equal(&rows, &expected, "what is found")?;
    let said: String = page.get("e2e.text(e2e.$('[role=status]'))")?;
    ensure!(
        said.starts_with(&format!("{} of ", rows.len())),
        "said: {said}"
    );
    let marked: bool =
        page.get("e2e.$$('.ovc-source-row').every((row) => row.querySelector('mark'))")?;
    ensure!(marked, "the word is marked in every row");
    page.click("e2e.$('[data-kind=dataset]')")?;
    let (rows, count): (usize, String) = page.get(
        "[e2e.$$('.ovc-source-row').length, e2e.text(e2e.$('[data-kind=dataset] .ovc-count'))]",
    )?;
    equal(rows.to_string(), count, "data collections")?;
    page.run("e2e.$('[type=search]').focus()")?;
    page.press("Escape")?;
    page.run("await e2e.frames(2)")?;
    equal(
        page.get::<String>("e2e.$('[type=search]').value")?,
        String::new(),
        "the search",
    )?;
    let milliseconds: f64 = page.eval(
        "const field = e2e.$('[type=search]');
         const start = performance.now();
         field.value = 'a';
         field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
         await Promise.resolve();
         return performance.now() - start;",
        Value::Null,
    )?;
    println!("a key takes {milliseconds} ms");
    ensure!(milliseconds < 500.0, "a key takes {milliseconds} ms");
    Ok(())
}

fn rows_come_a_page_at_a_time(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    let rows = "e2e.$$('.ovc-source-row').length";
    let first: usize = page.get(rows)?;
    ensure!(first <= 50, "{first} rows at first");
    page.click("e2e.$$('.ovc-part-of-sources > p > button').at(-1)")?;
    page.wait(&format!("{rows} === {}", 2 * first))?;
    // Focus is at the first row that came.
    page.wait(&format!(
        "e2e.active()?.closest('.ovc-source-row') === e2e.$$('.ovc-source-row')[{first}]"
    ))
}

fn what_cites_a_source_leads_there_and_back(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    // A source of the last kind, and an event that cites it.
    let (source, event): (String, String) = page.eval(
        "const data = await e2e.data();
         const cited = data.events.flatMap(({ id, title, sources }) => (sources ?? []).map((source) => ({ id, title, source })));
         const { id, source } = cited.find(({ source }) => data.sources.find(({ id }) => id === source).kind === 'secondary');
         return [source, id];",
        Value::Null,
    )?;
    let title: String = page.eval(
        "return (await e2e.data()).sources.find(({ id }) => id === arg).title",
        json!(source),
    )?;
    page.click("e2e.$('[type=search]')")?;
    type_text(page, &title)?;
    page.run("await e2e.frames(2)")?;
    let row = format!("e2e.$('.ovc-source-row[data-id=\"{source}\"]')");
    page.click(&format!("{row}.querySelector('summary')"))?;
    let name: String = page.eval(
        "return e2e.norm(`Event: ${(await e2e.data()).events.find(({ id }) => id === arg).title}`)",
        json!(event),
    )?;
    page.click(&format!(
        "[...{row}.querySelectorAll('details button')].find((button) => e2e.text(button) === {})",
        json!(name)
    ))?;
    page.wait(&format!("e2e.$('[data-card]')?.dataset.card === '{event}'"))?;
    page.click("e2e.$('.ovc-back button')")?;
    page.wait(&format!("e2e.active()?.dataset.id === '{source}'"))?;
    let rows: usize = page.get("e2e.$$('.ovc-source-row').length")?;
    ensure!(rows <= 50, "{rows} rows");
    Ok(())
}

fn a_term_is_explained_in_the_card_by_keyboard(page: &Page) -> Outcome {
    let server = boxed(1280, "event=\"deepseek-r1\"")?;
    page.open_live(&server, "/host.html")?;
    page.wait("e2e.$('.ovc-card .ovc-terms summary')")?;
    page.run("e2e.$('.ovc-card .ovc-terms summary').focus()")?;
    page.press("Enter")?;
    page.wait("e2e.isSeen(e2e.$('.ovc-card .ovc-terms dd'))")?;
    let (summary, first): (String, String) = page.get(
        "[e2e.text(e2e.$('.ovc-card .ovc-terms summary')), e2e.text(e2e.$('.ovc-card .ovc-terms dt'))]",
    )?;
    ensure!(
        summary.starts_with(&format!("Terms used here: {first}")),
        "{summary}; {first}"
    );
    page.press("Tab")?;
    page.press("Enter")?;
    equal(page.state()?["view"].clone(), json!("sources"), "the view")?;
    page.wait("e2e.active()?.matches('.ovc-glossary [data-id]')")?;
    equal(
        page.get::<String>("e2e.text(e2e.active().querySelector('dt'))")?,
        first,
        "the term",
    )
}

fn both_sides_are_counted(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"sources\"")?;
    page.open_live(&server, "/host.html")?;
    let (bars, claims): (Vec<String>, Vec<String>) = page.eval(
        "const { dimensions } = await e2e.data();
         const count = (side) => String(dimensions.flatMap((item) => item[side]).length);
         const bars = [...e2e.$('.ovc-bars').querySelectorAll('li')];
         return [bars.map((bar) => `${bar.dataset.side} ${e2e.text(bar.querySelector('.ovc-bar-value'))}`).toSorted(),
           ['open', 'closed'].map((side) => `${side} ${count(side)}`).toSorted()];",
        Value::Null,
    )?;
    equal(bars, claims, "claims")
}

fn everything_stands_with_scripts_off(page: &Page) -> Outcome {
    page.expect("not loaded: ");
    let server = Site::new()?.refuse("/open-vs-closed.js").serve()?;
    page.open(&server, "/")?;
    let (counts, expected): (Vec<usize>, Vec<usize>) = page.eval(
        "const data = await e2e.data();
         const parts = ['.ovc-check', '.ovc-glossary > div', '.ovc-method > div', '.ovc-corrections > li', '.ovc-part-of-sources > .ovc-sources > li'];
         return [parts.map((part) => document.querySelectorAll(`open-vs-closed ${part}`).length),
           ['claims', 'glossary', 'method', 'corrections', 'sources'].map((list) => data[list].length)];",
        Value::Null,
    )?;
    equal(counts, expected, "what stands there")
}
