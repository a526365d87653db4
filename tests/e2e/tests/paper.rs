//! Print: everything, with nothing folded.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::json;

use crate::support::{boxed, tests};

tests![
    print_shows_every_event_and_every_case,
    tables_fit_the_paper,
    what_the_page_brought_along_is_printed,
];

/// Notes what stands there while the page is printed.
const WATCH: &str = "e2e.onPaper = []; \
    matchMedia('print').addEventListener('change', ({ matches }) => { if (matches) e2e.colours = getComputedStyle(e2e.$('.ovc')).colorScheme; }); \
    new MutationObserver(() => { const paper = e2e.$('.ovc-paper'); \
      if (paper) e2e.onPaper.push({ events: paper.querySelectorAll('.ovc-entry .ovc-body').length, \
        claims: paper.querySelectorAll('.ovc-table [data-id]').length, \
        folded: paper.querySelectorAll('details:not([open])').length, \
        screen: ['.ovc-views > .ovc-tabs', '.ovc-views > .ovc-panel'].map(e2e.$).filter((part) => part && getComputedStyle(part).display !== 'none').length }); }) \
    .observe(e2e.root(), { childList: true, subtree: true });";

fn print_shows_every_event_and_every_case(page: &Page) -> Outcome {
    // WebKit's driver cannot print, and Firefox prints a copy that cannot be looked into.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let server = boxed(1000, "event=\"deepseek-r1\" theme=\"dark\"")?;
    page.open_live(&server, "/host.html")?;
    // What is printed is made at once: of views whose code has come.
    page.wait(
        "performance.getEntriesByType('resource').filter(({ name }) => /-(compare|models)-[0-9a-f]+.wasm$/.test(name)).length === 2",
    )?;
    page.run("await e2e.frames(5)")?;
    page.run(WATCH)?;
    let printed = page.browser().print()?;
    // What is made for paper only while it is laid out is not counted, and the rest is cut off.
    let pages = printed
        .windows(12)
        .filter(|part| part.starts_with(b"/Type /Page") && part[11] != b's')
        .count();
    ensure!(pages > 30, "{pages} pages");
    page.wait("!e2e.$('.ovc-paper')")?;
    let seen: Vec<serde_json::Value> = page.get("e2e.onPaper")?;
    let Some(paper) = seen.last() else {
        return Err(open_vs_closed_e2e::Failure::new(
            "nothing was made for paper",
        ));
    };
    let (events, dimensions): (usize, usize) =
        page.get("await e2e.data().then((data) => [data.events.length, data.dimensions.length])")?;
    equal(paper["events"].clone(), json!(events), "events on paper")?;
    ensure!(
        paper["claims"]
            .as_u64()
            .is_some_and(|claims| claims as usize >= dimensions),
        "the comparison is missing: {paper}"
    );
    equal(paper["folded"].clone(), json!(0), "what is folded on paper")?;
    equal(
        paper["screen"].clone(),
        json!(0),
        "what is on the screen, on paper too",
    )?;
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
