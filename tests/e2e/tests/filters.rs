//! Filters: what they count, and what they leave.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::search::type_text;
use crate::support::{boxed, tests};

tests![
    filters_start_unpressed_and_show_everything,
    counts_are_those_of_the_data,
    pressing_limits_to_what_is_pressed,
    clear_filters_brings_everything_back,
    nothing_found_is_said,
    the_narrow_list_filters_as_the_axis_does,
    every_filter_is_in_the_state_and_the_link,
    the_host_sets_and_clears_filters,
    the_keyboard_reaches_every_filter,
    an_event_of_two_sides_stands_in_both_lanes,
];

/// Counts beside the filters, found and expected: what pressing a value would show with the other
/// filters as they are. Every menu is unfolded for it.
const COUNTS: &str = r#"
    const { events, actors, levels } = await e2e.data();
    const { side, kind, actor, level, confidence } = e2e.widget().getState();
    const pressed = { side, kind, actor, level, confidence };
    const valuesOf = { side: (event) => [event.side], kind: (event) => [event.kind], actor: (event) => event.actors ?? [],
      level: (event) => [event.level], confidence: (event) => [event.confidence] };
    const passes = (event, key) => !pressed[key].length || valuesOf[key](event).some((value) => pressed[key].includes(value));
    const names = { open: "Open", mixed: "Mixed", closed: "Closed", context: "Context", release: "Release",
      policy: "Law and policy", statement: "Statement", business: "Business", research: "Research",
      incident: "Incident", definition: "Definition", confirmed: "Confirmed", reported: "Reported", disputed: "Disputed" };
    for (const { id, name } of [...actors, ...levels]) names[id] = name;
    const found = {}, expected = {};
    for (const event of events) {
      for (const [key, values] of Object.entries(valuesOf)) {
        const others = Object.keys(valuesOf).filter((other) => other !== key).every((other) => passes(event, other));
        for (const value of values(event)) {
          if (value) expected[`${key} ${names[value]}`] = (expected[`${key} ${names[value]}`] ?? 0) + Number(others);
        }
      }
    }
    const collect = (group, key) => {
      for (const button of group.querySelectorAll(".ovc-facet")) {
        const count = button.querySelector("[data-value]");
        const name = e2e.text(button).replace(/ \d+$/, "");
        if (e2e.text(count) !== count.dataset.value) throw new Error(`${name} says ${e2e.text(count)} and means ${count.dataset.value}`);
        if ((button.getAttribute("aria-pressed") === "true") !== pressed[key].some((value) => names[value] === name)) throw new Error(`${name} is pressed or not`);
        found[`${key} ${name}`] = Number(count.dataset.value);
      }
    };
    collect(e2e.$("[role=group][aria-label=Side]"), "side");
    for (const [menu, key] of [["Kind", "kind"], ["Who", "actor"], ["Openness", "level"], ["Confidence", "confidence"]]) {
      await e2e.unfold(menu);
      if (menu === "Who" && e2e.$(".is-unfolded .ovc-menu[aria-expanded=false]")) {
        e2e.$(".is-unfolded .ovc-menu").click();
        await e2e.frames(2);
      }
      collect(e2e.$(".is-unfolded"), key);
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
    equal(groups, ["Side"], "groups of filters")?;
    let menus: Vec<String> = page.get("e2e.$$('.ovc-menu').map(e2e.text)")?;
    equal(menus, ["Kind", "Who", "Openness", "Confidence"], "menus")?;
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
    let mut pressed = Vec::new();
    for (menu, name) in [
        ("", "Open"),
        ("Kind", "Release"),
        ("", "Closed"),
        ("Who", "OpenAI"),
        ("Who", "Meta"),
        ("Openness", "API"),
        ("Confidence", "Confirmed"),
    ] {
        unfold(page, menu)?;
        page.click(&format!("e2e.facet('{name}')"))?;
        pressed.push(name);
        check_counts(page, &format!("counts with {} pressed", pressed.join(", ")))?;
    }
    Ok(())
}

fn unfold(page: &Page, menu: &str) -> Outcome {
    if menu.is_empty() {
        return Ok(());
    }
    page.run(&format!("await e2e.unfold('{menu}')"))
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
    page.set_state(
        json!({ "side": ["open"], "kind": ["policy", "release"], "actor": ["openai"],
        "level": ["api"], "confidence": ["confirmed"], "q": "open" }),
    )?;
    page.click("e2e.button('Clear filters')")?;
    let state = page.state()?;
    for key in ["side", "kind", "actor", "level", "confidence"] {
        equal(&state[key], &json!([]), &format!("{key} after Clear"))?;
    }
    equal(&state["q"], &json!(""), "search after Clear")?;
    let focused: String = page.get("e2e.text(e2e.active())")?;
    ensure!(focused.starts_with("Open "), "focus is on: {focused}");
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
    let body = "<div id=\"box\"><open-vs-closed view=\"timeline\" src=\"/two.json\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/two.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.facet('Open')")?;
    unfold(page, "Kind")?;
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
    page.run("e2e.$('.ovc-fold > button').click(); await e2e.frames(3)")?;
    page.click("e2e.facet('Mixed')")?;
    let ids: (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-entry [data-id]').map((entry) => entry.dataset.id).toSorted(), \
         (await e2e.data()).events.filter((event) => event.side === 'mixed').map((event) => event.id).toSorted()]",
    )?;
    equal(ids.0, ids.1, "entries of the list")?;
    unfold(page, "Kind")?;
    page.click("e2e.facet('Release')")?;
    equal(
        page.state()?["kind"].clone(),
        json!(["release"]),
        "kinds in the state",
    )
}

fn every_filter_is_in_the_state_and_the_link(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=timeline")?;
    for (menu, name) in [
        ("", "Open"),
        ("Kind", "Release"),
        ("Who", "Meta"),
        ("Openness", "Open weights, restricted licence"),
        ("Confidence", "Confirmed"),
    ] {
        unfold(page, menu)?;
        page.click(&format!("e2e.facet('{name}')"))?;
    }
    type_text(page, "llama 2")?;
    let state = page.state()?;
    for (key, value) in [
        ("side", json!(["open"])),
        ("kind", json!(["release"])),
        ("actor", json!(["meta"])),
        ("level", json!(["restricted"])),
        ("confidence", json!(["confirmed"])),
        ("q", json!("llama 2")),
    ] {
        equal(&state[key], &value, key)?;
    }
    // The address is written at most five times a second.
    let fragment = "#view=timeline&side=open&kind=release&actor=meta&level=restricted&confidence=confirmed&q=llama%202";
    page.wait(&format!("location.hash === '{fragment}'"))?;
    page.open_live(&server, &format!("/{fragment}"))?;
    equal(page.state()?, state, "the state that the link gives")?;
    let pressed: Vec<String> = page.get("e2e.$$('.ovc-menu').map(e2e.text)")?;
    let expected = [
        "Kind 1 pressed",
        "Who 1 pressed",
        "Openness 1 pressed",
        "Confidence 1 pressed",
    ];
    equal(pressed, expected, "menus")?;
    let typed: String = page.get("e2e.$('[type=search]').value")?;
    equal(&*typed, "llama 2", "the text in the search")
}

fn the_host_sets_and_clears_filters(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "actor": ["meta", "nobody", "openai"], "level": ["full", "api"], "q": "  AI & +1 " }))?;
    let state = page.state()?;
    let in_order: Vec<String> =
        page.get("(await e2e.data()).actors.map(({ id }) => id).filter((id) => ['openai', 'meta'].includes(id))")?;
    equal(
        &state["actor"],
        &json!(in_order),
        "known actors, in the order of the data",
    )?;
    equal(
        &state["level"],
        &json!(["api", "full"]),
        "levels along the gradient",
    )?;
    equal(
        &state["q"],
        &json!("  AI & +1 "),
        "the text as it was given",
    )?;
    page.set_state(json!({ "actor": null, "level": 5, "confidence": ["sure"], "q": null }))?;
    let state = page.state()?;
    for (key, value) in [
        ("actor", json!([])),
        // What is of a wrong type changes nothing.
        ("level", json!(["api", "full"])),
        ("confidence", json!([])),
        ("q", json!("")),
    ] {
        equal(&state[key], &value, key)?;
    }
    // Nor does a list of nothing else, or of nothing that is known; an empty one clears.
    page.set_state(json!({ "level": [5], "actor": ["meta"], "models": ["o3"] }))?;
    page.set_state(json!({ "level": ["nothing"], "actor": [null], "models": ["nobody", 3] }))?;
    let state = page.state()?;
    for (key, value) in [
        ("level", json!(["api", "full"])),
        ("actor", json!(["meta"])),
        ("models", json!(["o3"])),
    ] {
        equal(&state[key], &value, key)?;
    }
    page.set_state(json!({ "level": [], "models": [] }))?;
    let state = page.state()?;
    equal(&state["level"], &json!([]), "an empty list of levels")?;
    equal(&state["models"], &json!([]), "an empty list of models")
}

fn the_keyboard_reaches_every_filter(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.facet('Open').focus()")?;
    let name = "e2e.name(e2e.active()).replace(/ \\d+$/, '')";
    let mut names = Vec::new();
    for _ in 0..8 {
        page.press("Tab")?;
        names.push(page.get::<String>(name)?);
    }
    equal(
        names,
        [
            "Mixed",
            "Closed",
            "Context",
            "Search events",
            "Kind",
            "Who",
            "Openness",
            "Confidence",
        ],
        "what Tab reaches",
    )?;
    page.press_all(&["Enter", "Tab"])?;
    equal(
        &*page.get::<String>(name)?,
        "Confirmed",
        "what follows the menu",
    )?;
    page.press(" ")?;
    equal(
        page.state()?["confidence"].clone(),
        json!(["confirmed"]),
        "the state after Space",
    )?;
    page.press("Escape")?;
    let (name, open): (String, usize) =
        page.get("[e2e.text(e2e.active()), e2e.$$('.is-unfolded').length]")?;
    equal(
        (&*name, open),
        ("Confidence 1 pressed", 0),
        "focus and menus after Escape",
    )?;
    equal(
        page.state()?["confidence"].clone(),
        json!(["confirmed"]),
        "the filter stays",
    )
}

fn an_event_of_two_sides_stands_in_both_lanes(page: &Page) -> Outcome {
    let data = json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": [
        { "id": "a", "date": "2021-03-04", "title": "A", "side": "open", "also": ["closed"] },
        { "id": "b", "date": "2022-03-04", "title": "B", "side": "closed" },
    ] });
    let body = "<div id=\"box\" style=\"width: 900px\"><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/two.json\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/two.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    let marks: Vec<(String, f64)> = page.get(
        "e2e.$$('g[data-id=a]').map((mark) => [mark.getAttribute('aria-label'), mark.getBoundingClientRect().top]).sort((x, y) => x[1] - y[1])",
    )?;
    equal(marks.len(), 2, "marks of the event")?;
    ensure!(marks[0].0 == marks[1].0, "they have two names: {marks:?}");
    ensure!(
        marks[1].1 - marks[0].1 > 60.0,
        "they stand in one lane: {marks:?}"
    );
    equal(
        page.get::<Vec<String>>("e2e.$$('.ovc-facet').map(e2e.text)")?,
        vec!["Open 1".to_owned(), "Closed 2".to_owned()],
        "the counts",
    )?;
    page.set_state(json!({ "side": ["closed"], "event": "a" }))?;
    equal(
        page.get::<Vec<String>>("e2e.$$('g[data-id]').map((mark) => mark.dataset.id).sort()")?,
        vec!["a".to_owned(), "a".to_owned(), "b".to_owned()],
        "what the filter leaves",
    )
}
