//! The price chart: list prices over time.

use open_vs_closed_e2e::{Outcome, Page, Server, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    each_kind_of_price_has_its_chart,
    the_axis_is_logarithmic,
    the_correction_is_marked_and_told,
    the_table_holds_the_prices_of_the_data,
    the_slider_reads_the_prices_of_a_day,
    marks_name_their_model_and_pick_it,
];

fn open(page: &Page) -> Outcome<Server> {
    let server = boxed(1000, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn choose(page: &Page, kind: &str) -> Outcome {
    page.eval::<Value>("await e2e.choose('Price', arg)", json!(kind))
        .map(drop)
}

fn each_kind_of_price_has_its_chart(page: &Page) -> Outcome {
    let _server = open(page)?;
    for (kind, name) in [
        ("input", "Input price"),
        ("cached", "Cached input price"),
        ("output", "Output price"),
    ] {
        choose(page, kind)?;
        let (found, expected): (Value, Value) = page.eval(
            "const data = await e2e.data();
             const [kind, name] = arg;
             const key = ([model, price]) => `${model.id} ${price.date} ${price[kind]}`;
             const priced = data.models.flatMap((model) => (model.prices ?? []).map((price) => [model, price]))
               .filter(([, price]) => price[kind] !== undefined);
             const without = data.models.filter(({ id }) => !priced.some(([model]) => model.id === id)).length;
             const said = e2e.text(e2e.$('.ovc-prices .ovc-sentence'));
             const marks = e2e.$$('.ovc-prices .ovc-point');
             return [
               [marks.map((mark) => [mark.dataset.id, Number(/: US\\$([\\d.]+) per million tokens, /.exec(e2e.name(mark))[1])]).toSorted(),
                 said.includes(`${without} models have no such price and are not shown.`), said.startsWith(`${name} per million tokens, `)],
               [priced.map(([model, price]) => [model.id, price[kind]]).toSorted(), true, true],
             ];",
            json!([kind, name]),
        )?;
        equal(found, expected, &format!("marks and sentence, {kind}"))?;
    }
    Ok(())
}

fn the_axis_is_logarithmic(page: &Page) -> Outcome {
    let _server = open(page)?;
    // Equal ratios stand equally far apart, for the values of the axis and for the marks.
    let (ticks, wrong): (Vec<f64>, Vec<String>) = page.eval(
        "const ticks = e2e.$$('.ovc-prices .ovc-chart .ovc-value').map((node) => [Number(node.textContent), Number(node.getAttribute('y'))]);
         const [[low, bottom], [high, top]] = [ticks[0], ticks.at(-1)];
         const place = (value) => bottom + (Math.log(value / low) / Math.log(high / low)) * (top - bottom);
         const wrong = ticks.filter(([value, y]) => Math.abs(place(value) - y) > 0.2).map(String);
         for (const model of (await e2e.data()).models) {
           for (const { date, input } of model.prices ?? []) {
             const marks = e2e.$$(`.ovc-prices .ovc-point[data-id=\"${model.id}\"] .ovc-hit`);
             if (!marks.some((mark) => Math.abs(Number(mark.getAttribute('cy')) + 4 - place(input)) < 0.2)) wrong.push(`${model.id} ${date}`);
           }
         }
         return [ticks.map(([value]) => value), wrong];",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what stands in a wrong place")?;
    ensure!(ticks.len() >= 3, "values of the axis: {ticks:?}");
    ensure!(
        ticks.iter().all(|tick| tick.log10().fract() == 0.0),
        "values of the axis: {ticks:?}"
    );
    Ok(())
}

fn the_correction_is_marked_and_told(page: &Page) -> Outcome {
    let _server = open(page)?;
    for (kind, is_marked) in [("input", true), ("cached", true), ("output", false)] {
        choose(page, kind)?;
        let (marked, ring): (Vec<String>, bool) = page.get(
            "[e2e.$$('.ovc-prices .ovc-corrected').map((ring) => ring.closest('[data-id]').dataset.id), \
             e2e.$$('.ovc-prices .ovc-corrected').every((ring) => e2e.isSeen(ring) && getComputedStyle(ring).stroke !== 'none')]",
        )?;
        let expected: &[&str] = if is_marked { &["o3-mini"] } else { &[] };
        equal(
            marked,
            expected.to_vec(),
            &format!("what is marked, {kind}"),
        )?;
        ensure!(ring, "the mark is not seen, {kind}");
        if is_marked {
            let told: (String, String) = page.get(
                "[e2e.text(e2e.$('.ovc-prices .ovc-correction')), \
                 e2e.norm((await e2e.data()).models.find(({ id }) => id === 'o3-mini').prices[0].correction)]",
            )?;
            equal(told.0, format!("o3-mini {}", told.1), "what is told")?;
        }
    }
    // Where the model is not shown, there is nothing to correct.
    choose(page, "input")?;
    page.set_state(json!({ "side": ["open"] }))?;
    equal(
        page.get::<usize>("e2e.$$('.ovc-corrected, .ovc-correction').length")?,
        0,
        "corrections of what is not shown",
    )
}

fn the_table_holds_the_prices_of_the_data(page: &Page) -> Outcome {
    let _server = open(page)?;
    let (found, expected): (Value, Value) = page.eval(
        "const data = await e2e.data();
         const rows = e2e.$$('.ovc-prices details.ovc-figures tbody tr');
         const plain = (text) => (/^\\d+(\\.\\d+)?$/.test(text ?? '') ? Number(text) : text ?? null);
         return [
           rows.map((row) => [row.dataset.id, ...[...row.querySelectorAll('td')].slice(1, 4).map((cell) => plain(cell.dataset.value)), row.querySelectorAll('a[href]').length]).toSorted(),
           data.models.flatMap(({ id, prices }) => (prices ?? []).map((price) => [id, price.input, price.cached ?? null, price.output, 1])).toSorted(),
         ];",
        Value::Null,
    )?;
    equal(found, expected, "the prices")?;
    // What is read by eye is the same to the cent, and the table of models holds the newest.
    let wrong: Vec<String> = page.eval(
        "const data = await e2e.data();
         const found = e2e.$$('.ovc-prices td[data-value]').filter((cell) => Math.abs(Number(e2e.text(cell)) - Number(cell.dataset.value)) > 0.00501)
           .map((cell) => `${e2e.text(cell)} for ${cell.dataset.value}`);
         const heads = e2e.$$('.ovc-model-table thead th').map((head) => e2e.text(head).replace(/ [↑↓]$/, ''));
         for (const model of data.models) {
           const cells = e2e.$$(`.ovc-model-table tr[data-id=\"${model.id}\"] > *`);
           const newest = (model.prices ?? []).toSorted((a, b) => e2e.dayOf(a.date) - e2e.dayOf(b.date)).at(-1);
           for (const [name, value] of [['Input price (US$ per million tokens)', newest?.input], ['Output price (US$ per million tokens)', newest?.output]]) {
             const cell = cells[heads.indexOf(name)];
             if ((cell.dataset.value ?? null) !== (value === undefined ? null : String(value))) found.push(`${model.id}, ${name}: ${cell.dataset.value}`);
             if (value === undefined && e2e.text(cell) !== 'Unknown') found.push(`${model.id}, ${name}: ${e2e.text(cell)}`);
           }
         }
         return found;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "prices that are wrong")
}

fn the_slider_reads_the_prices_of_a_day(page: &Page) -> Outcome {
    let _server = open(page)?;
    let (found, expected): (Vec<Value>, Vec<Value>) = page.eval(
        "const data = await e2e.data();
         const slider = () => e2e.$('.ovc-prices .ovc-reader input');
         const [first, last] = [Number(slider().min), Number(slider().max)];
         const found = [], expected = [];
         for (const day of [first, Math.round((first + last) / 2), last]) {
           slider().value = day;
           slider().dispatchEvent(new Event('input', { bubbles: true, composed: true }));
           await e2e.frames(3);
           const said = e2e.text(e2e.$('.ovc-prices .ovc-sentence'));
           for (const [side, name] of [['open', 'Open'], ['closed', 'Closed']]) {
             const held = data.models.filter(({ level, id }) => e2e.openness(data, 'downloadable', level, id) === side)
               .map(({ prices }) => (prices ?? []).filter(({ date, promotion }) => !promotion && e2e.dayOf(date) <= day)
                 .toSorted((a, b) => e2e.dayOf(a.date) - e2e.dayOf(b.date)).at(-1))
               // Of the last twelve months.
               .filter((price) => price && day - e2e.dayOf(price.date) < 365).map(({ input }) => input);
             const match = new RegExp(`${name}: US\\\\$([\\\\d.]+)(?: to US\\\\$([\\\\d.]+))? \\\\((\\\\d+) models?\\\\)`).exec(said);
             const [low, high, count] = match ? [match[1], match[2] ?? match[1], match[3]].map(Number) : [];
             // To the cent.
             const near = (value, read) => (Math.abs(value - read) < 0.0051 ? read : value);
             found.push(match ? [low, high, count] : null);
             expected.push(held.length ? [near(Math.min(...held), low), near(Math.max(...held), high), held.length] : null);
           }
         }
         return [found, expected];",
        Value::Null,
    )?;
    equal(&found, &expected, "ranges of prices")?;
    ensure!(found[2] != found[4], "nothing changes: {found:?}");
    Ok(())
}

fn marks_name_their_model_and_pick_it(page: &Page) -> Outcome {
    let _server = open(page)?;
    let wrong: Vec<String> = page.eval(
        "const names = new Map((await e2e.data()).models.map(({ id, name }) => [id, e2e.norm(name)]));
         return e2e.$$('.ovc-point').filter((mark) => mark.getAttribute('role') !== 'button' || mark.tabIndex > 0
           || !e2e.name(mark).startsWith(names.get(mark.dataset.id)) || mark.getAttribute('aria-pressed') !== 'false').map((mark) => e2e.name(mark));",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "marks without a name or a role")?;
    // By Enter and by the space bar, in either chart; the mark keeps the focus and tells.
    for (chart, key, at) in [("prices", "Enter", 3), ("frontier", " ", 1)] {
        let mark = format!("e2e.$$('.ovc-{chart} .ovc-point')[{at}]");
        let id: String = page.get(&format!("{mark}.dataset.id"))?;
        page.run(&format!("{mark}.focus(); await e2e.frames(2)"))?;
        page.press(key)?;
        ensure!(
            page.state()?["models"]
                .as_array()
                .is_some_and(|models| models.contains(&json!(id))),
            "{key:?} on {id} of the {chart} picks nothing"
        );
        let focused: (String, String) =
            page.get("[e2e.active().dataset.id, e2e.active().getAttribute('aria-pressed')]")?;
        equal(focused, (id.clone(), "true".to_owned()), "the mark")?;
        page.press(key)?;
        ensure!(
            page.state()?["models"] == json!([]),
            "{key:?} does not put {id} back"
        );
    }
    // And by a click.
    page.click("e2e.$$('.ovc-prices .ovc-point')[0].querySelector('path')")?;
    equal(
        page.state()?["models"].as_array().map(Vec::len),
        Some(1),
        "models after a click",
    )
}
