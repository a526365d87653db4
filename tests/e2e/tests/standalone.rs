//! `index.html`: complete without a script, and the same text once it is live.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    the_standalone_page_goes_live,
    every_event_says_live_what_it_says_in_the_static_page,
    the_comparison_says_live_what_it_says_in_the_static_page,
    the_models_say_live_what_they_say_in_the_static_page,
];

fn the_standalone_page_goes_live(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/")?;
    let ready: Vec<Value> = page.get("e2e.heard('ovc-ready')")?;
    equal(
        ready,
        [json!({ "view": "story", "lang": "en" })],
        "ovc-ready",
    )?;
    let tabs: Vec<String> = page.get("e2e.$$('[role=tab]').map(e2e.text)")?;
    equal(
        tabs,
        [
            "Story", "Timeline", "Compare", "Models", "Decide", "Sources",
        ],
        "the tabs",
    )?;
    let heading: String = page.get("e2e.text(e2e.$('h1'))")?;
    let title: String = page.get("(await e2e.data()).meta.title")?;
    equal(heading, title, "the heading of the page")
}

fn every_event_says_live_what_it_says_in_the_static_page(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=timeline")?;
    let differences: Vec<String> = page.eval(
        r#"
        const widget = e2e.widget();
        const text = await (await fetch("/index.html")).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        const entries = [...page.querySelectorAll("open-vs-closed li.ovc-entry[data-id]")];
        const ids = (await e2e.data()).events.map((event) => event.id);
        const differences = [];
        // What explains hard words is in place there, and one for all in the static page.
        for (const terms of page.querySelectorAll(".ovc-terms")) terms.remove();
        const compare = (id, what, still, live) => {
          if (!still || still !== live) differences.push(`${id}: ${what}: static "${still}", live "${live}"`);
        };
        compare("all", "ids", ids.toSorted().join(), entries.map((entry) => entry.dataset.id).toSorted().join());
        const links = (node) => [...node.querySelectorAll(".ovc-sources a")].map((a) => a.getAttribute("href")).join(" ");
        for (const entry of entries) {
          const id = entry.dataset.id;
          await widget.goTo(id);
          const card = await e2e.until(() => e2e.$(`[data-card="${CSS.escape(id)}"]`), `a card of ${id}`);
          compare(id, "title", e2e.text(entry.querySelector(".ovc-entry-title")), e2e.text(card.querySelector(".ovc-title")));
          compare(id, "date", e2e.text(entry.querySelector(".ovc-entry-about time")), e2e.text(card.querySelector("header time")));
          for (const part of ["summary", "note", "facts", "sources", "links.is-before", "links.is-after"]) {
            const [still, live] = [entry, card].map((node) => node.querySelector(`.ovc-${part}`));
            if (still || live) compare(id, part, e2e.text(still), e2e.text(live));
          }
          const body = card.querySelector(".ovc-body").cloneNode(true);
          for (const terms of body.querySelectorAll(".ovc-terms")) terms.remove();
          compare(id, "everything", e2e.text(entry.querySelector(".ovc-body")), e2e.text(body));
          compare(id, "links of sources", links(entry), links(card));
        }
        return differences;
        "#,
        Value::Null,
    )?;
    equal(differences, [""; 0], "what differs")
}

fn the_comparison_says_live_what_it_says_in_the_static_page(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=compare")?;
    let pairs: Vec<(String, String, String)> = page.eval(
        r#"
        const text = await (await fetch("/index.html")).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        const seen = (node) => {
          const copy = node.cloneNode(true);
          // Controls that do nothing without scripts, and what paper alone needs.
          for (const live of copy.querySelectorAll(".is-live, .ovc-pins, .ovc-part-name, .ovc-terms, .ovc-head > .ovc-languages")) live.remove();
          return e2e.text(copy);
        };
        return [".ovc-levels", ".ovc-table", ".ovc-compare", ".ovc-head"].map((part) => [
          part, seen(page.querySelector(`open-vs-closed .ovc-panel ${part}:not(.ovc-inset *)`) ?? page.querySelector(`open-vs-closed ${part}`)), seen(e2e.$(part)),
        ]);
        "#,
        Value::Null,
    )?;
    for (part, still, live) in pairs {
        ensure!(
            still.len() > 20,
            "{part} is nearly empty in the static page"
        );
        equal(live, still, &part)?;
    }
    let rows: (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-table tbody tr').map((row) => row.dataset.id), \
         (await e2e.data()).dimensions.map((item) => item.id)]",
    )?;
    equal(rows.0, rows.1, "the rows")
}

fn the_models_say_live_what_they_say_in_the_static_page(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=models")?;
    // Block by block, because controls stand between them; and the names of the marks, because what is
    // drawn in a chart depends on its width.
    let (still, live): (Vec<String>, Vec<String>) = page.eval(
        r#"
        const text = await (await fetch("/index.html")).text();
        const page = new DOMParser().parseFromString(text, "text/html");
        const seen = (node) => {
          const copy = node.cloneNode(true);
          for (const live of copy.querySelectorAll("[role=status], .is-live, .ovc-toolbar, .ovc-sort > span, .ovc-model-table > .ovc-note, .ovc-terms")) live.remove();
          return [...copy.querySelectorAll("p, li, th, td, summary, caption, h1, h2, h3, h4, .ovc-point")].map((block) =>
            (block.matches(".ovc-point") ? e2e.name(block) : block.textContent).replace(/\s+/g, ""));
        };
        return [page.querySelector("open-vs-closed #models .ovc-models"), e2e.$(".ovc-models")].map(seen);
        "#,
        Value::Null,
    )?;
    ensure!(
        still.len() > 500,
        "{} blocks in the static page",
        still.len()
    );
    let other = still.iter().zip(&live).find(|(still, live)| still != live);
    equal(other, None, "the first block that differs")?;
    equal(live.len(), still.len(), "blocks")
}
