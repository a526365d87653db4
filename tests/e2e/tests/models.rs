//! The table of models: its order and its filters.

use open_vs_closed_e2e::{Outcome, Page, Server, ensure, equal};
use serde_json::{Value, json};

use crate::search::type_text;
use crate::support::{boxed, tests};

tests![
    headers_sort_and_tell,
    what_is_unknown_comes_last_both_ways,
    filters_count_and_shape_everything,
    the_year_filters_too,
    search_looks_at_name_developer_and_licence,
    names_hang_beside_their_boxes_and_numbers_line_up,
    the_table_is_native,
];

/// The models of the shipped data.
pub fn open(page: &Page) -> Outcome<Server> {
    let server = boxed(1000, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

/// What the script below needs: the data, and what stands in the table.
pub const TABLE: &str = r#"
    const data = await e2e.data();
    const shown = () => e2e.$$(".ovc-model-table tr[data-id]").map((row) => row.dataset.id);
    const head = (name) => e2e.$$(".ovc-model-table thead th").find((head) => e2e.text(head).replace(/ [↑↓]$/, "") === name);
    const actor = (model) => data.actors.find(({ id }) => id === model.actor);
    const newest = (model) => (model.prices ?? []).toSorted((a, b) => e2e.dayOf(a.date) - e2e.dayOf(b.date)).at(-1);
    const score = (model) => Math.max(...(model.scores ?? []).filter(({ benchmark }) => benchmark === data.benchmarks[0].id).map(({ value }) => value));
    const level = (model) => data.levels.findIndex(({ id }) => id === model.level);
    const values = {
      "Model": (model) => model.name.toLowerCase(), "Developer": (model) => actor(model)?.name.toLowerCase(),
      "Released": (model) => e2e.days(model.released)[0], "Openness": (model) => (level(model) < 0 ? undefined : level(model)),
      "Parameters (billions)": (model) => model.parameters?.total, "Context (tokens)": (model) => model.context,
      "Input price (US$ per million tokens)": (model) => newest(model)?.input, "Output price (US$ per million tokens)": (model) => newest(model)?.output,
      [`${data.benchmarks[0].name} (${data.benchmarks[0].unit})`]: (model) => (Number.isFinite(score(model)) ? score(model) : undefined),
    };
    const value = (id, name) => values[name](data.models.find((model) => model.id === id));
"#;

/// The head of the column of input prices.
const INPUT: &str = "Input price (US$ per million tokens)";

fn headers_sort_and_tell(page: &Page) -> Outcome {
    let _server = open(page)?;
    let sorted = "e2e.$$('.ovc-plain [aria-sort]').map((head) => [e2e.text(head).replace(/ [↑↓]$/, ''), head.getAttribute('aria-sort')])";
    equal(
        page.get::<Value>(sorted)?,
        json!([["Released", "descending"]]),
        "the order at the beginning",
    )?;
    for (name, expected) in [
        (INPUT, "ascending"),
        (INPUT, "descending"),
        (INPUT, "ascending"),
        ("Model", "ascending"),
        ("Released", "ascending"),
    ] {
        page.click(&format!(
            "e2e.$$('.ovc-sort').find((button) => e2e.text(button).startsWith('{name}'))"
        ))?;
        equal(
            page.get::<Value>(sorted)?,
            json!([[name, expected]]),
            &format!("{name} after a click"),
        )?;
        let focused: String = page.get("e2e.text(e2e.active())")?;
        ensure!(focused.starts_with(name), "focus goes to {focused:?}");
    }
    // And by the keyboard.
    page.press("Enter")?;
    equal(
        page.get::<Value>(sorted)?,
        json!([["Released", "descending"]]),
        "after Enter",
    )
}

fn what_is_unknown_comes_last_both_ways(page: &Page) -> Outcome {
    let _server = open(page)?;
    let wrong: Vec<String> = page.eval(
        &format!(
            "{TABLE}
             const found = [];
             let unknowns = 0;
             for (const name of Object.keys(values)) {{
               for (const turn of [1, 2]) {{
                 head(name).querySelector('button').click();
                 await e2e.frames(2);
                 const sign = head(name).getAttribute('aria-sort') === 'ascending' ? 1 : -1;
                 const ids = shown();
                 if (ids.length !== data.models.length) found.push(`${{name}}: ${{ids.length}} rows`);
                 for (const [at, id] of ids.entries()) {{
                   if (!at) continue;
                   const [a, b] = [value(ids[at - 1], name), value(id, name)];
                   unknowns += Number(b === undefined);
                   const right = b === undefined || (a !== undefined && (a === b || (a < b) === (sign > 0)));
                   if (!right) found.push(`${{name}}, ${{sign}}: ${{ids[at - 1]}} (${{a}}) before ${{id}} (${{b}})`);
                 }}
               }}
             }}
             if (unknowns < 10) found.push(`only ${{unknowns}} unknown values`);
             return found;"
        ),
        Value::Null,
    )?;
    equal(wrong, [""; 0], "rows that stand in a wrong place")
}

/// Counts beside the filters, and what is shown, found and expected.
const FILTERS: &str = r#"
    const state = e2e.widget().getState();
    const sides = { open: "open", mixed: "mixed", closed: "closed", unknown: "context" };
    const keys = { side: (model) => sides[e2e.openness(data, state.definition, model.level, model.id)], actor: ({ actor }) => actor,
      level: ({ level }) => level, confidence: ({ confidence }) => confidence };
    const year = e2e.choice("Year").value;
    const words = (model) => [model.name, actor(model)?.name, model.licence].filter(Boolean).join(" ").toLowerCase();
    const found = (model) => (!year || model.released.startsWith(year)) && words(model).includes(state.q.toLowerCase());
    const passes = (model, key) => !state[key].length || state[key].includes(keys[key](model));
    const left = data.models.filter((model) => found(model) && Object.keys(keys).every((key) => passes(model, key)));
    const names = { open: "Open", mixed: "Mixed", closed: "Closed", context: "Unknown", confirmed: "Confirmed", reported: "Reported", disputed: "Disputed" };
    for (const { id, name } of [...data.actors, ...data.levels]) names[id] = e2e.norm(name);
    const counts = {}, expected = {};
    for (const model of data.models) {
      for (const key of Object.keys(keys)) {
        const value = keys[key](model);
        if (!value) continue;
        const others = found(model) && Object.keys(keys).every((other) => other === key || passes(model, other));
        expected[`${key} ${names[value]}`] = (expected[`${key} ${names[value]}`] ?? 0) + Number(others);
      }
    }
    for (const [menu, key] of [["Side", "side"], ["Who", "actor"], ["Openness", "level"], ["Confidence", "confidence"]]) {
      if (key !== "side") await e2e.unfold(menu);
      const more = e2e.$(".is-unfolded .ovc-menu[aria-expanded=false]");
      if (key !== "side" && more) { more.click(); await e2e.frames(2); }
      const group = e2e.$(key === "side" ? "[role=group][aria-label=Side]" : ".is-unfolded");
      for (const button of group.querySelectorAll(".ovc-facet")) {
        counts[`${key} ${e2e.text(button).replace(/ \d+$/, "")}`] = Number(button.querySelector("[data-value]").dataset.value);
      }
    }
    const ids = left.map(({ id }) => id).toSorted();
    const marks = (part) => [...new Set(e2e.$$(`${part} .ovc-point`).map((mark) => mark.dataset.id))].toSorted();
    const { gap, marks: scored } = e2e.frontier(data, state.definition, data.benchmarks[0].id, undefined, left);
    return [
      { counts, ids: shown().toSorted(), total: e2e.$(".ovc-models > .ovc-note [data-value]").dataset.value, frontier: marks(".ovc-frontier"),
        prices: marks(".ovc-prices"), gap: e2e.$(".ovc-frontier .ovc-sentence").dataset.gap === undefined ? null : Number(e2e.$(".ovc-frontier .ovc-sentence").dataset.gap) },
      { counts: expected, ids, total: String(ids.length), frontier: scored.map(({ id }) => id).toSorted(),
        prices: left.filter(({ prices }) => prices?.some(({ input }) => input > 0)).map(({ id }) => id).toSorted(), gap },
    ];
"#;

fn check(page: &Page, what: &str) -> Outcome<usize> {
    let (found, expected): (Value, Value) = page.eval(&format!("{TABLE}{FILTERS}"), Value::Null)?;
    equal(
        &found["counts"],
        &expected["counts"],
        &format!("counts, {what}"),
    )?;
    equal(&found, &expected, what)?;
    Ok(found["ids"].as_array().map_or(0, Vec::len))
}

/// What the charts say of themselves.
const SENTENCES: &str = "e2e.$$('.ovc-models .ovc-sentence').map(e2e.text)";

fn filters_count_and_shape_everything(page: &Page) -> Outcome {
    let _server = open(page)?;
    let all = check(page, "without filters")?;
    let menus: Vec<String> = page.get("e2e.$$('.ovc-filters > .ovc-menu').map(e2e.text)")?;
    equal(menus, ["Who", "Openness", "Confidence"], "menus")?;
    let mut pressed = Vec::new();
    let mut last = all;
    for (menu, name) in [
        ("", "Open"),
        ("Openness", "Fully open"),
        ("Openness", "Open weights, restricted licence"),
        ("Who", "Meta"),
        ("Confidence", "Confirmed"),
    ] {
        if !menu.is_empty() {
            page.run(&format!("await e2e.unfold('{menu}')"))?;
        }
        page.click(&format!("e2e.facet('{name}')"))?;
        pressed.push(name);
        last = check(page, &pressed.join(", "))?;
        let said: String = page.get("e2e.text(e2e.$('.ovc-models > .ovc-note'))")?;
        ensure!(
            said.starts_with(&format!("{last} of {all} models. ")),
            "it says: {said}"
        );
        let charts: Vec<String> = page.get(SENTENCES)?;
        let filtered = match all - last {
            1 => "1 model is hidden by the filters.".to_owned(),
            many => format!("{many} models are hidden by the filters."),
        };
        ensure!(
            charts.len() == 2 && charts.iter().all(|said| said.contains(&filtered)),
            "the charts do not say what is filtered out: {charts:?}"
        );
    }
    ensure!(0 < last && last < all, "{last} of {all} are left");
    page.click("e2e.button('Clear filters')")?;
    equal(check(page, "after Clear")?, all, "models after Clear")?;
    let charts: Vec<String> = page.get(SENTENCES)?;
    ensure!(
        charts.iter().all(|said| !said.contains("filters")),
        "nothing is filtered out: {charts:?}"
    );
    // With nothing left it is said, and no chart pretends.
    page.set_state(json!({ "q": "no such model" }))?;
    let empty: (String, usize, Vec<String>) = page.get(
        "[e2e.text(e2e.$('.ovc-models > .ovc-note')), e2e.$$('.ovc-chart').length, \
         e2e.$$('.ovc-models .ovc-sentence').map(e2e.text)]",
    )?;
    ensure!(
        empty.0.starts_with("No model matches these filters.")
            && empty.1 == 0
            && empty
                .2
                .iter()
                .all(|said| said.starts_with("No model that is shown has a value here.")),
        "with nothing left: {empty:?}"
    );
    Ok(())
}

fn the_year_filters_too(page: &Page) -> Outcome {
    let _server = open(page)?;
    let all = check(page, "all years")?;
    let years: (Vec<String>, Vec<String>) = page.get(
        "[[...e2e.choice('Year').options].slice(1).map(e2e.text), \
         [...new Set((await e2e.data()).models.map(({ released }) => released.slice(0, 4)))].toSorted()]",
    )?;
    equal(&years.0, &years.1, "years to choose from")?;
    page.run("await e2e.choose('Year', '2024')")?;
    let left = check(page, "of 2024")?;
    ensure!(0 < left && left < all, "{left} of {all}");
    page.click("e2e.facet('Closed')")?;
    check(page, "closed, of 2024")?;
    page.run("await e2e.choose('Year', '')")?;
    check(page, "closed").map(drop)
}

fn search_looks_at_name_developer_and_licence(page: &Page) -> Outcome {
    let _server = open(page)?;
    for text in ["Llama", "deepseek", "Apache 2.0"] {
        page.set_state(json!({ "q": null }))?;
        page.run("e2e.$('[type=search]').focus()")?;
        type_text(page, text)?;
        let left = check(page, &format!("looking for {text}"))?;
        ensure!(left > 1, "{text}: {left} models");
    }
    Ok(())
}

fn names_hang_beside_their_boxes_and_numbers_line_up(page: &Page) -> Outcome {
    let _server = open(page)?;
    let wrong: Vec<String> = page.eval(
        "const found = [];
         const line = (node) => {
           const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
           while (walker.nextNode() && !walker.currentNode.data.trim());
           const range = document.createRange();
           range.selectNodeContents(walker.currentNode);
           return [...range.getClientRects()];
         };
         const table = e2e.$('.ovc-model-table table');
         const numbers = [...table.querySelectorAll('thead th')].map((head) => head.classList.contains('is-number'));
         if (numbers.filter(Boolean).length !== 5) found.push(`columns of numbers: ${numbers}`);
         for (const row of table.querySelectorAll('tbody tr')) {
           const box = row.querySelector('.ovc-pick').getBoundingClientRect();
           const name = line(row.querySelector('.ovc-named > span'));
           if (name.some(({ left }) => left < box.right)) found.push(`${row.dataset.id}: under its box`);
           if (Math.abs(name[0].bottom - line(row.children[1])[0].bottom) > 1) found.push(`${row.dataset.id}: not on the line of its row`);
           if (Math.abs((box.top + box.bottom) / 2 - (name[0].top + name[0].bottom) / 2) > 3) found.push(`${row.dataset.id}: not beside its box`);
         }
         for (const row of table.rows) {
           for (const [at, cell] of [...row.cells].entries()) {
             if ((getComputedStyle(cell).textAlign === 'end') !== numbers[at]) found.push(`${row.dataset.id}, column ${at}`);
           }
         }
         return found;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is out of line")
}

fn the_table_is_native(page: &Page) -> Outcome {
    let _server = open(page)?;
    let wrong: Vec<String> = page.eval(
        "const found = [];
         const table = e2e.$('.ovc-model-table table');
         const columns = table.querySelectorAll('thead th[scope=col]').length;
         for (const row of table.querySelectorAll('tbody tr')) {
           if (row.children.length !== columns || row.firstElementChild.scope !== 'row') found.push(row.dataset.id);
         }
         const data = await e2e.data();
         for (const { id, note, sources, confidence } of data.models) {
           const row = table.querySelector(`tr[data-id=\"${id}\"]`);
           const details = row.querySelector('details');
           if (details.querySelectorAll('a[href^=http]').length < e2e.hrefs(data, sources).length) found.push(`${id}: sources`);
           if (note && !e2e.text(details).includes(e2e.norm(note).replace(/\\*(\\S[^*]*)\\*/g, '$1'))) found.push(`${id}: ${note}`);
           const doubt = { reported: 'Reported', disputed: 'Disputed' }[confidence] ?? '';
           if (e2e.text(row.querySelector('.ovc-unsure')) !== doubt) found.push(`${id}: not told that it is ${confidence}`);
         }
         return found;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is wrong in the table")
}
