//! Filters: what they count, and what they leave.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    filters_start_unpressed_and_show_everything,
    counts_are_those_of_the_data,
    pressing_limits_to_what_is_pressed,
    clear_filters_brings_everything_back,
    nothing_found_is_said,
    the_narrow_list_filters_as_the_axis_does,
];

/// Counts beside the filters, found and expected: what pressing a value would show with the
/// filters of the other kind as they are.
const COUNTS: &str = r#"
    const { events } = await e2e.data();
    const { side, kind } = e2e.widget().getState();
    const found = {}, expected = {};
    const inSide = (event) => !side.length || side.includes(event.side);
    const inKind = (event) => !kind.length || kind.includes(event.kind);
    const names = { open: "Open", both: "Both", closed: "Closed", context: "Context", release: "Release",
      policy: "Law and policy", statement: "Statement", business: "Business", research: "Research",
      incident: "Incident", definition: "Definition" };
    for (const event of events) {
      expected[names[event.side]] = (expected[names[event.side]] ?? 0) + Number(inKind(event));
      if (event.kind) expected[names[event.kind]] = (expected[names[event.kind]] ?? 0) + Number(inSide(event));
    }
    for (const button of e2e.$$(".ovc-facet")) {
      const count = button.querySelector("[data-value]");
      const name = e2e.text(button).replace(/ \d+$/, "");
      if (e2e.text(count) !== count.dataset.value) throw new Error(`${name} says ${e2e.text(count)} and means ${count.dataset.value}`);
      found[name] = Number(count.dataset.value);
    }
    return [found, expected];
"#;

fn check_counts(page: &Page, what: &str) -> Outcome {
    let (found, expected): (Value, Value) = page.eval(COUNTS, Value::Null)?;
    equal(found, expected, what)
}

fn filters_start_unpressed_and_show_everything(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let pressed: usize = page.get("e2e.$$('.ovc-facet[aria-pressed=true]').length")?;
    equal(pressed, 0, "filters that are pressed at the beginning")?;
    let groups: Vec<String> = page.get(
        "[...new Set(e2e.$$('.ovc-facet').map((facet) => facet.closest('[role=group]').getAttribute('aria-label')))]",
    )?;
    equal(groups, ["Side", "Kind"], "groups of filters")?;
    ensure!(
        page.get("!e2e.button('Clear filters')")?,
        "there is nothing to clear"
    );
    Ok(())
}

fn counts_are_those_of_the_data(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    check_counts(page, "counts without filters")?;
    page.click("e2e.facet('Open')")?;
    check_counts(page, "counts with Open pressed")?;
    page.click("e2e.facet('Release')")?;
    check_counts(page, "counts with Open and Release pressed")?;
    page.click("e2e.facet('Closed')")?;
    check_counts(page, "counts with Open, Closed and Release pressed")
}

fn pressing_limits_to_what_is_pressed(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.facet('Closed')")?;
    equal(
        page.state()?["side"].clone(),
        json!(["closed"]),
        "the state",
    )?;
    let pressed: String = page.get("e2e.facet('Closed').getAttribute('aria-pressed')")?;
    equal(pressed, "true", "aria-pressed")?;
    let sides: Vec<String> = page.get(
        "[...new Set(e2e.$$('.ovc-axis g[data-id], .ovc-axis [data-cluster]').map((mark) => \
         ['is-open', 'is-both', 'is-closed', 'is-context'].find((side) => mark.classList.contains(side))))]",
    )?;
    equal(sides, ["is-closed"], "sides on the axis")?;
    // A screen reader hears how many are left.
    let said: String = page.get("e2e.text(e2e.$('[role=status]'))")?;
    let count: usize =
        page.get("(await e2e.data()).events.filter((event) => event.side === 'closed').length")?;
    equal(said, format!("{count} events"), "what is announced")?;
    page.click("e2e.facet('Closed')")?;
    equal(
        page.state()?["side"].clone(),
        json!([]),
        "the state after the second press",
    )
}

fn clear_filters_brings_everything_back(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "side": ["open"], "kind": ["policy", "release"] }))?;
    page.click("e2e.button('Clear filters')")?;
    let state = page.state()?;
    equal(
        (&state["side"], &state["kind"]),
        (&json!([]), &json!([])),
        "filters after Clear",
    )?;
    let held: usize = page.get(
        "e2e.$$('.ovc-axis g[data-id]').length + \
         e2e.$$('[data-cluster]').reduce((sum, cluster) => sum + Number(cluster.dataset.cluster), 0)",
    )?;
    equal(
        held,
        page.get::<usize>("(await e2e.data()).events.length")?,
        "events after Clear",
    )
}

fn nothing_found_is_said(page: &Page) -> Outcome {
    let data = json!({
        "version": "1.0", "meta": { "title": "Two" },
        "events": [
            { "id": "a", "date": "2021", "title": "A", "side": "open", "kind": "release" },
            { "id": "b", "date": "2022", "title": "B", "side": "closed", "kind": "policy" },
        ],
    });
    let body = "<div id=\"box\"><open-vs-closed src=\"/two.json\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/two.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.facet('Open')")?;
    page.click("e2e.facet('Law and policy')")?;
    let said: String = page.get("e2e.text(e2e.$('.ovc-timeline'))")?;
    ensure!(
        said.contains("No event matches these filters."),
        "it says: {said}"
    );
    page.click("e2e.$$('button').findLast((button) => e2e.name(button) === 'Clear filters')")?;
    let marks: usize = page.get("e2e.$$('.ovc-axis g[data-id]').length")?;
    equal(marks, 2, "marks after Clear")
}

fn the_narrow_list_filters_as_the_axis_does(page: &Page) -> Outcome {
    let server = boxed(320, "")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.facet('Both')")?;
    let ids: (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-entry [data-id]').map((entry) => entry.dataset.id).toSorted(), \
         (await e2e.data()).events.filter((event) => event.side === 'both').map((event) => event.id).toSorted()]",
    )?;
    equal(ids.0, ids.1, "entries of the list")?;
    // Kinds are folded away where it is narrow.
    page.click("e2e.$('.ovc-kinds > summary')")?;
    page.click("e2e.facet('Release')")?;
    equal(
        page.state()?["kind"].clone(),
        json!(["release"]),
        "kinds in the state",
    )
}
