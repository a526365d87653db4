//! A few models side by side.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::models::{TABLE, open};
use crate::support::tests;

tests![
    up_to_four_stand_side_by_side,
    focus_stays_where_the_last_one_was_picked,
    focus_goes_to_the_next_that_can_be_taken_away,
    differences_are_marked,
    the_models_side_by_side_are_kept_in_the_link,
];

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
        let row = format!("{}.closest('tr').getBoundingClientRect().top", pick(at));
        page.run(&format!(
            "{}.scrollIntoView({{ block: 'center' }})",
            pick(at)
        ))?;
        let before: f64 = page.get(&row)?;
        page.click(&pick(at))?;
        equal(page.get::<f64>(&row)?, before, "where the row stands")?;
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
    four_are_told(page, &ids[..4])?;
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

/// That four are the most is told before the reader asks for a fifth.
fn four_are_told(page: &Page, ids: &[String]) -> Outcome {
    let told: (String, String, bool) = page.eval(
        "const marks = e2e.$$('.ovc-point');
         return [e2e.text(e2e.$('.ovc-side-by-side .ovc-note')), e2e.text(e2e.$('[role=status]')),
           marks.every((mark) => (mark.getAttribute('aria-disabled') === 'true') !== arg.includes(mark.dataset.id))]",
        json!(ids),
    )?;
    let full = "4 models stand side by side: take one away to add another.";
    equal(&*told.0, full, "beside the four")?;
    ensure!(told.1.ends_with(full), "the status says: {}", told.1);
    ensure!(told.2, "not the marks of all others are disabled");
    Ok(())
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
             const fields = {{ ...values, 'Country': (model) => actor(model)?.country, 'Licence of the weights': ({{ licence }}) => licence,
               'Active parameters (billions)': ({{ parameters }}) => parameters?.active, 'Cached input price (US$ per million tokens)': (model) => newest(model)?.cached }};
             delete fields.Model;
             for (const {{ id, name, unit }} of data.benchmarks) {{
               fields[`${{name}} (${{unit}})`] = ({{ scores }}) => scores?.find(({{ benchmark }}) => benchmark === id)?.value;
             }}
             const found = {{}}, expected = {{}};
             for (const row of e2e.$$('.ovc-side-by-side tbody tr')) {{
               const mark = row.querySelector('.ovc-differs');
               const name = e2e.text(row.querySelector('th')).replace(/ ≠$/, '');
               const unknown = [...row.querySelectorAll('td')].map((cell) => e2e.text(cell) === 'Unknown' && cell.classList.contains('is-unknown'));
               found[name] = [row.classList.contains('is-different'), mark?.getAttribute('aria-label') === 'differs', unknown];
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
    ensure!(
        page.get("/United States.*China/.test(e2e.text(e2e.$('.ovc-side-by-side')))")?,
        "countries are not in words"
    );
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

fn the_models_side_by_side_are_kept_in_the_link(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=models")?;
    let ids: Vec<String> = page.get("(await e2e.data()).models.slice(3, 5).map(({ id }) => id)")?;
    for id in &ids {
        page.click(&format!(
            "e2e.$('.ovc-model-table tr[data-id=\"{id}\"] .ovc-pick')"
        ))?;
    }
    // The address is written at most five times a second.
    let hash = format!("#view=models&models={}", ids.join(","));
    page.wait(&format!("location.hash === '{hash}'"))?;
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
