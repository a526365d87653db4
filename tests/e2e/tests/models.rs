//! The table of models: its order, its filters, and a few models side by side.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::search::type_text;
use crate::support::{boxed, tests};

tests![
    headers_sort_and_tell,
    what_is_unknown_comes_last_both_ways,
    filters_count_and_shape_everything,
    the_year_filters_too,
    search_looks_at_name_developer_and_licence,
    up_to_four_stand_side_by_side,
    focus_stays_where_the_last_one_was_picked,
    focus_goes_to_the_next_that_can_be_taken_away,
    names_hang_beside_their_boxes_and_numbers_line_up,
    differences_are_marked,
    the_models_side_by_side_are_kept_in_the_link,
    the_table_is_native,
];

fn open(page: &Page) -> Outcome<Server> {
    let server = boxed(1000, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

/// What the script below needs: the data, and what stands in the table.
const TABLE: &str = r#"
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
      "Input price": (model) => newest(model)?.input, "Output price": (model) => newest(model)?.output,
      [data.benchmarks[0].name]: (model) => (Number.isFinite(score(model)) ? score(model) : undefined),
    };
    const value = (id, name) => values[name](data.models.find((model) => model.id === id));
"#;

fn headers_sort_and_tell(page: &Page) -> Outcome {
    let _server = open(page)?;
    let sorted = "e2e.$$('.ovc-plain [aria-sort]').map((head) => [e2e.text(head).replace(/ [↑↓]$/, ''), head.getAttribute('aria-sort')])";
    equal(
        page.get::<Value>(sorted)?,
        json!([["Released", "descending"]]),
        "the order at the beginning",
    )?;
    for (name, expected) in [
        ("Input price", "ascending"),
        ("Input price", "descending"),
        ("Input price", "ascending"),
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
    const sides = { open: "open", between: "both", closed: "closed", unknown: "context" };
    const keys = { side: (model) => sides[e2e.openness(data, state.definition, model.level)], actor: ({ actor }) => actor,
      level: ({ level }) => level, confidence: ({ confidence }) => confidence };
    const year = e2e.choice("Year").value;
    const words = (model) => [model.name, actor(model)?.name, model.licence].filter(Boolean).join(" ").toLowerCase();
    const found = (model) => (!year || model.released.startsWith(year)) && words(model).includes(state.q.toLowerCase());
    const passes = (model, key) => !state[key].length || state[key].includes(keys[key](model));
    const left = data.models.filter((model) => found(model) && Object.keys(keys).every((key) => passes(model, key)));
    const names = { open: "Open", both: "Weights out, not open", closed: "Closed", context: "Context", confirmed: "Confirmed", reported: "Reported", disputed: "Disputed" };
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
        let filtered = format!("because the filters leave them out: {} model", all - last);
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

fn up_to_four_stand_side_by_side(page: &Page) -> Outcome {
    let _server = open(page)?;
    let ids: Vec<String> = page.eval(
        "return e2e.$$('.ovc-model-table tr[data-id]').slice(0, 6).map((row) => row.dataset.id)",
        Value::Null,
    )?;
    let pick = |at: usize| {
        format!(
            "e2e.$('.ovc-model-table tr[data-id=\"{}\"] .ovc-pick')",
            ids[at]
        )
    };
    ensure!(
        page.get("!e2e.$('.ovc-side-by-side')")?,
        "something stands side by side at the beginning"
    );
    for (at, id) in ids.iter().enumerate().take(4) {
        let name: (String, String) = page.eval(
            &format!("const {{ models }} = await e2e.data(); return [e2e.name({}), `Compare ${{models.find(({{ id }}) => id === arg).name}}`]", pick(at)),
            json!(id),
        )?;
        equal(name.0, e2e_norm(&name.1), "the name of the box")?;
        page.click(&pick(at))?;
        let said: String = page.get("e2e.text(e2e.$('.ovc-model-table .ovc-note'))")?;
        ensure!(
            said.starts_with(&format!("Side by side: {} of 4.", at + 1)),
            "it says: {said}"
        );
    }
    let side: (Vec<String>, bool, bool) = page.eval(
        &format!(
            "return [e2e.$$('.ovc-side-by-side thead [data-id]').map((head) => head.dataset.id), {}.disabled, {}.disabled]",
            pick(4),
            pick(0)
        ),
        Value::Null,
    )?;
    equal(side, (ids[..4].to_vec(), true, false), "four, and a fifth")?;
    // A fifth is refused wherever it is asked for.
    page.eval::<Value>(
        "const mark = e2e.$$('.ovc-point').find((mark) => !arg.includes(mark.dataset.id));
         mark.focus(); mark.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); await e2e.frames(3)",
        json!(ids[..4]),
    )?;
    equal(
        page.state()?["models"].clone(),
        json!(ids[..4]),
        "the state",
    )?;
    // And the reader is told so before they ask.
    let told: (String, String, bool) = page.eval(
        "const marks = e2e.$$('.ovc-point');
         return [e2e.text(e2e.$('.ovc-side-by-side .ovc-note')), e2e.text(e2e.$('[role=status]')),
           marks.every((mark) => (mark.getAttribute('aria-disabled') === 'true') !== arg.includes(mark.dataset.id))]",
        json!(ids[..4]),
    )?;
    let full = "4 models stand side by side: take one away to add another.";
    equal(&*told.0, full, "beside the four")?;
    ensure!(told.1.ends_with(full), "the status says: {}", told.1);
    ensure!(told.2, "not the marks of all others are disabled");
    page.set_state(json!({ "models": ids[..5] }))?;
    equal(
        page.state()?["models"].clone(),
        json!(ids[..4]),
        "five from the host",
    )?;
    // One goes, and there is room again.
    page.click("e2e.$$('.ovc-side-by-side thead button')[1]")?;
    let left = json!([ids[0], ids[2], ids[3]]);
    equal(
        page.state()?["models"].clone(),
        left,
        "after one is put back",
    )?;
    let boxes: (bool, bool, bool) = page.get(&format!(
        "[{0}.checked, {1}.checked, {2}.disabled]",
        pick(0),
        pick(1),
        pick(4)
    ))?;
    equal(boxes, (true, false, false), "the boxes")
}

fn e2e_norm(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn differences_are_marked(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.set_state(json!({ "models": ["o3-mini", "deepseek-r1", "o3"] }))?;
    let (found, expected): (Value, Value) = page.eval(
        &format!(
            "{TABLE}
             const ids = e2e.widget().getState().models;
             const models = ids.map((id) => data.models.find((model) => model.id === id));
             if (models.includes(undefined) || models.length !== 3) throw new Error(`models: ${{ids}}`);
             const fields = {{ ...values, 'Country': (model) => actor(model)?.country, 'Licence': ({{ licence }}) => licence,
               'Active parameters (billions)': ({{ parameters }}) => parameters?.active, 'Cached input price': (model) => newest(model)?.cached }};
             delete fields.Model;
             for (const {{ id, name }} of data.benchmarks) {{
               fields[name] = ({{ scores }}) => scores?.find(({{ benchmark }}) => benchmark === id)?.value;
             }}
             const found = {{}}, expected = {{}};
             for (const row of e2e.$$('.ovc-side-by-side tbody tr')) {{
               const mark = row.querySelector('.ovc-differs');
               const name = e2e.text(row.querySelector('th')).replace(/differs$/, '');
               const unknown = [...row.querySelectorAll('td')].map((cell) => e2e.text(cell) === 'unknown' && cell.classList.contains('is-unknown'));
               found[name] = [row.classList.contains('is-different'), e2e.text(mark) === 'differs', unknown];
             }}
             for (const [name, value] of Object.entries(fields)) {{
               const cells = models.map(value);
               const known = new Set(cells.filter((cell) => cell !== undefined));
               if (known.size) expected[e2e.norm(name)] = [known.size > 1, known.size > 1, cells.map((cell) => cell === undefined)];
             }}
             return [found, expected];"
        ),
        Value::Null,
    )?;
    equal(&found, &expected, "rows that differ, and what is unknown")?;
    let rows: Vec<&Value> = found
        .as_object()
        .map_or(Vec::new(), |rows| rows.values().collect());
    ensure!(
        rows.iter().any(|row| row[0] == true) && rows.iter().any(|row| row[0] == false),
        "all rows are alike: {found}"
    );
    Ok(())
}

fn focus_stays_where_the_last_one_was_picked(page: &Page) -> Outcome {
    let _server = open(page)?;
    let id: String = page.get("e2e.$$('.ovc-model-table tr[data-id]')[2].dataset.id")?;
    let close = "e2e.$('.ovc-side-by-side button').focus()";
    page.set_state(json!({ "models": [id] }))?;
    page.run(close)?;
    page.press("Enter")?;
    let row: String = page.get("e2e.active().closest('tr').dataset.id")?;
    equal(&row, &id, "the row of what has the focus")?;
    // Where a filter hides it, there is still the search.
    page.set_state(json!({ "models": [id], "q": "no such model" }))?;
    page.run(close)?;
    page.press("Enter")?;
    let role: String = page.get("e2e.active().type")?;
    equal(role.as_str(), "search", "what has the focus")
}

fn focus_goes_to_the_next_that_can_be_taken_away(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.set_state(json!({ "models": ["o3-mini", "deepseek-r1", "o3"] }))?;
    let widths: Vec<i32> = page.get(
        "[...new Set(e2e.$$('.ovc-side-by-side thead th').map((head) => Math.round(head.getBoundingClientRect().width)))]",
    )?;
    equal(widths.len(), 1, &format!("widths of columns: {widths:?}"))?;
    page.run("e2e.$$('.ovc-side-by-side button')[1].focus()")?;
    for next in ["o3", "o3-mini"] {
        page.press("Enter")?;
        page.run("await e2e.frames(3)")?;
        let focused: Option<String> =
            page.get("e2e.active()?.closest('thead [data-id]')?.dataset.id ?? null")?;
        equal(focused.as_deref(), Some(next), "whose button has the focus")?;
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

fn the_models_side_by_side_are_kept_in_the_link(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=models")?;
    let ids: Vec<String> = page.get("(await e2e.data()).models.slice(3, 5).map(({ id }) => id)")?;
    for id in &ids {
        page.click(&format!(
            "e2e.$('.ovc-model-table tr[data-id=\"{id}\"] .ovc-pick')"
        ))?;
    }
    let hash: String = page.get("location.hash")?;
    equal(
        &hash,
        &format!("#view=models&models={}", ids.join(",")),
        "the link",
    )?;
    page.open_live(&server, &format!("/{hash},nobody"))?;
    equal(
        page.state()?["models"].clone(),
        json!(ids),
        "the models of the link",
    )?;
    let side: (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-side-by-side thead [data-id]').map((head) => head.dataset.id), \
          [...new Set(e2e.$$('.ovc-point.is-picked').map((mark) => mark.dataset.id))]]",
    )?;
    equal(side.0, ids.clone(), "side by side")?;
    ensure!(
        side.1.iter().all(|id| ids.contains(id)),
        "marks that stand out: {:?}",
        side.1
    );
    Ok(())
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
         const { models } = await e2e.data();
         for (const { id, note, sources, confidence } of models) {
           const row = table.querySelector(`tr[data-id=\"${id}\"]`);
           const details = row.querySelector('details');
           if (details.querySelectorAll('a[href^=http]').length < sources.length) found.push(`${id}: sources`);
           if (note && !e2e.text(details).includes(e2e.norm(note).replace(/\\*(\\S[^*]*)\\*/g, '$1'))) found.push(`${id}: ${note}`);
           const doubt = { reported: 'Reported', disputed: 'Disputed' }[confidence] ?? '';
           if (e2e.text(row.querySelector('.ovc-unsure')) !== doubt) found.push(`${id}: not told that it is ${confidence}`);
         }
         return found;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is wrong in the table")
}
