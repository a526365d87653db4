//! Print: the view in front as it is set, with the sources as numbered notes; everything where it is asked for.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    the_timeline_is_printed_on_twelve_pages,
    what_is_printed_is_the_view_as_it_is_set,
    everything_is_printed_where_it_is_asked_for,
    the_page_of_its_own_prints_the_view_in_front,
    tables_fit_the_paper,
    what_the_page_brought_along_is_printed,
    paper_is_white_under_the_colours_of_a_host,
];

/// Notes what stands there while the page is printed.
const WATCH: &str = "e2e.onPaper = []; \
    matchMedia('print').addEventListener('change', ({ matches }) => { if (matches) e2e.colours = getComputedStyle(e2e.$('.ovc')).colorScheme; }); \
    new MutationObserver(() => { const paper = e2e.$('.ovc-paper'); \
      if (!paper) return; \
      const numbers = [...paper.querySelectorAll('.ovc-numbers')].flatMap((node) => e2e.text(node).split(', ').filter(Boolean).map(Number)); \
      const all = (selector) => [...paper.querySelectorAll(selector)]; \
      e2e.onPaper.push({ views: all('[part=panel]').map((view) => view.getAttribute('aria-label')), \
        events: all('.ovc-entry .ovc-body').map((body) => body.closest('[data-id]').dataset.id), \
        claims: all('.ovc-table [data-id]').length, \
        models: all('.ovc-side-by-side thead th').length, \
        folded: all('details:not([open])').length, \
        lists: all('.ovc-sources').length, \
        notes: all('.ovc-notes li').length, \
        numbers: [numbers.length > 0, Math.max(0, ...numbers), new Set(numbers).size], \
        screen: ['.ovc-views > .ovc-tabs', '.ovc-views > .ovc-panel'].map(e2e.$).filter((part) => part && getComputedStyle(part).display !== 'none').length }); }) \
    .observe(e2e.root(), { childList: true, subtree: true });";

/// Prints the page; gives the number of its pages, and what stood there. `None` where that cannot be seen: WebKit's
/// driver cannot print, and Firefox prints a copy that cannot be looked into.
fn printed(page: &Page) -> Outcome<Option<(usize, Value)>> {
    if page.engine() != Engine::Chromium {
        return Ok(None);
    }
    page.run("await e2e.frames(5)")?;
    page.run(WATCH)?;
    let printed = page.browser().print()?;
    // What is made for paper only while it is laid out is not counted, and the rest is cut off.
    let pages = printed
        .windows(12)
        .filter(|part| part.starts_with(b"/Type /Page") && part[11] != b's')
        .count();
    page.wait("!e2e.$('.ovc-paper')")?;
    let seen: Vec<Value> = page.get("e2e.onPaper")?;
    let Some(paper) = seen.last() else {
        return Err(open_vs_closed_e2e::Failure::new(
            "nothing was made for paper",
        ));
    };
    equal(&paper["folded"], &json!(0), "what is folded on paper")?;
    equal(
        &paper["screen"],
        &json!(0),
        "what is on the screen, on paper too",
    )?;
    // Each number has its note, and no list of sources stands between.
    let notes = paper["notes"].clone();
    equal(
        &paper["numbers"],
        &json!([true, notes, notes]),
        "whether there are numbers, the highest, and how many",
    )?;
    equal(&paper["lists"], &json!(0), "lists of sources")?;
    Ok(Some((pages, paper.clone())))
}

fn the_timeline_is_printed_on_twelve_pages(page: &Page) -> Outcome {
    let server = boxed(1000, "event=\"deepseek-r1\" theme=\"dark\"")?;
    page.open_live(&server, "/host.html")?;
    let Some((pages, paper)) = printed(page)? else {
        return Ok(());
    };
    ensure!(
        (4..=12).contains(&pages),
        "the timeline takes {pages} pages"
    );
    equal(&paper["views"], &json!(["Timeline"]), "views on paper")?;
    let events: Vec<String> =
        page.get("await e2e.data().then((data) => data.events.map(({ id }) => id).sort())")?;
    let mut found: Vec<String> = serde_json::from_value(paper["events"].clone())?;
    found.sort();
    equal(found, events, "events on paper")?;
    // Paper is white.
    equal(
        page.get::<String>("e2e.colours")?.as_str(),
        "light",
        "the colours on paper",
    )?;
    // What was on the screen is there again.
    equal(
        page.state()?["event"].clone(),
        json!("deepseek-r1"),
        "the state",
    )?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('[data-card]'))")?,
        "the card is gone"
    );
    Ok(())
}

fn what_is_printed_is_the_view_as_it_is_set(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "side": ["closed"], "q": "model", "range": "2023/2025" }))?;
    let Some((_, paper)) = printed(page)? else {
        return Ok(());
    };
    let events: Vec<String> = page.eval(
        "e2e.button('List')?.click(); await e2e.frames(4); return e2e.$$('.ovc-anchor').map((entry) => entry.dataset.id);",
        Value::Null,
    )?;
    ensure!(!events.is_empty(), "nothing is listed");
    equal(&paper["events"], &json!(events), "events on paper")?;

    page.set_state(
        json!({ "view": "models", "side": null, "q": null, "models": ["o3-mini", "deepseek-r1"] }),
    )?;
    page.run("await e2e.shown()")?;
    let Some((_, paper)) = printed(page)? else {
        return Ok(());
    };
    equal(
        (&paper["views"], &paper["events"], &paper["models"]),
        (&json!(["Models"]), &json!([]), &json!(3)),
        "views, events, and columns side by side",
    )
}

fn everything_is_printed_where_it_is_asked_for(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"compare\" views=\"timeline compare\"")?;
    page.open_live(&server, "/host.html")?;
    page.wait(
        "performance.getEntriesByType('resource').filter(({ name }) => /-timeline-[0-9a-f]+.wasm$/.test(name)).length === 1",
    )?;
    page.set_state(json!({ "side": ["open"] }))?;
    page.run("await e2e.frames(5)")?;
    // No dialog of the browser's: what stands there is looked at when it would come.
    let (views, all, kept): (Vec<String>, bool, bool) = page.eval(
        "const seen = new Promise((resolve) => { window.print = () => resolve(
           [e2e.$$('.ovc-paper [part=panel]').map((view) => view.getAttribute('aria-label')), e2e.$$('.ovc-paper .ovc-entry').length]); });
         e2e.button('Print everything').click();
         const [views, count] = await seen;
         dispatchEvent(new Event('afterprint'));
         await e2e.frames(3);
         return [views, count === (await e2e.data()).events.length, !e2e.$('.ovc-paper') && e2e.widget().getState().side.length === 1];",
        Value::Null,
    )?;
    equal(views, ["Timeline", "Compare"], "views on paper")?;
    ensure!(all, "not every event is on paper");
    ensure!(kept, "the screen is not as it was");
    Ok(())
}

fn the_page_of_its_own_prints_the_view_in_front(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/index.html#view=compare")?;
    let Some((pages, paper)) = printed(page)? else {
        return Ok(());
    };
    equal(&paper["views"], &json!(["Compare"]), "views on paper")?;
    let records: usize = page.get(
        "(await e2e.data()).dimensions.reduce((sum, { open, closed, evidence }) => sum + 1 + open.length + closed.length + evidence.length, 0)",
    )?;
    equal(
        &paper["claims"],
        &json!(records),
        "questions and claims on paper",
    )?;
    ensure!(pages < 20, "the comparison takes {pages} pages");
    Ok(())
}

fn tables_fit_the_paper(page: &Page) -> Outcome {
    // Only Chromium can be told to lay out for paper.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    // As wide as A4 between its margins.
    let server = boxed(700, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    let tell = |media: &str| {
        page.browser()
            .devtools("Emulation.setEmulatedMedia", json!({ "media": media }))
    };
    tell("print")?;
    let wide = page.wait("e2e.$('.ovc-paper .ovc-model-table')").and_then(|()| {
        page.get::<Vec<String>>(
            "e2e.$$('.ovc-paper .ovc-plain').filter((table) => e2e.box(table).right > e2e.box(e2e.$('.ovc')).right \
               || [...table.querySelectorAll('th, td')].some((cell) => cell.scrollWidth > cell.clientWidth + 1)).map((table) => e2e.text(table).slice(0, 60))",
        )
    });
    tell("")?;
    equal(wide?, [""; 0], "tables that are cut off")
}

fn what_the_page_brought_along_is_printed(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/index.html")?;
    // The rules for paper, as they are in the sheet: engines differ in what of a print can be seen.
    let rules: Vec<String> = page.get(
        "(() => { const all = (rules) => [...rules].flatMap((rule) => rule.media?.mediaText === 'print' \
           ? [...rule.cssRules].map((inner) => inner.cssText) : rule.cssRules ? all(rule.cssRules) : []); \
         return e2e.root().adoptedStyleSheets.flatMap((sheet) => all(sheet.cssRules)); })()",
    )?;
    for part in [".ovc-print", ".ovc-mount"] {
        ensure!(
            rules.iter().any(|rule| rule.contains(part)),
            "no rule for {part} on paper: {rules:?}"
        );
    }
    let (slotted, hidden): (usize, bool) = page.get(
        "[e2e.$('slot.ovc-print').assignedElements().filter((node) => node.querySelector('[data-id]')).length, \
          getComputedStyle(e2e.$('slot.ovc-print')).display === 'none']",
    )?;
    ensure!(
        slotted == 1 && hidden,
        "{slotted} complete views, hidden: {hidden}"
    );
    Ok(())
}

fn paper_is_white_under_the_colours_of_a_host(page: &Page) -> Outcome {
    // Only Chromium can be told to lay out for paper.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let colours = "style=\"--ovc-color-bg: #0b1f3a; --ovc-color-text: #e6edf7\"";
    let server = boxed(1000, colours)?;
    page.open_live(&server, "/host.html")?;
    let tell = |media: &str| {
        page.browser()
            .devtools("Emulation.setEmulatedMedia", json!({ "media": media }))
    };
    tell("print")?;
    let found = page.get::<Vec<String>>(
        "(({ backgroundColor, color }) => [backgroundColor, color])(getComputedStyle(e2e.$('.ovc')))",
    );
    tell("")?;
    equal(
        found?,
        ["rgb(255, 255, 255)", "rgb(27, 29, 33)"],
        "ground and text on paper",
    )
}
