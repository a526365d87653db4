//! The frontier chart: its figures, computed anew from the data, and how it is read.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    gap_and_lag_are_those_of_the_data,
    the_slider_moves_the_day_of_reading,
    focus_on_a_mark_reads_at_its_date,
    testers_and_doubts_are_told,
    names_stand_at_their_own_marks,
    the_axes_say_years_and_units,
    lines_and_marks_are_drawn_from_the_data,
    the_figures_stand_in_a_table,
    a_benchmark_is_kept_in_the_link,
];

const DEFINITIONS: [&str; 4] = ["downloadable", "permissive", "components", "osaid"];

/// What the sentence says and what the data says, read at a day or at the newest model.
const READING: &str = r#"
    const reading = async (definition, benchmark, day) => {
      const data = await e2e.data();
      const sentence = e2e.$(".ovc-frontier .ovc-sentence");
      const { gap, lag, at, open, closed, reached } = e2e.frontier(data, definition, benchmark.id, day);
      const model = (mark) => data.models.find(({ id }) => id === mark.id);
      const name = (mark) => model(mark).name;
      const date = (at) => new Date(at * 864e5).toLocaleDateString("en-GB", { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" });
      const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;
      const months = (text) => (text === undefined ? null : Math.round(Number(text) * 100));
      const days = reached && open.day - reached.day;
      // To the tenth of a month, and in days where it is less than one.
      const isExact = [open, reached].every((mark) => mark && model(mark).released.length === 10);
      const before = reached && (isExact ? "" : "about ") + (days < 31 ? count(days, "day") : count(Math.round(lag * 10) / 10, "month"));
      // The day is told where it is known.
      const released = (mark) => (model(mark).released.length === 10 ? ` on ${date(mark.day)}.` : " in ");
      const lead = () => (gap === 0 ? "Open and closed were level" : `${gap < 0 ? "Open" : "Closed"} led by ${count(Math.abs(gap), "point")}`);
      const told = !open ? ["no open model has a score yet"] : !closed ? ["no closed model has a score yet"] : [
        `${name(open)} reached ${open.value / 1e6}${benchmark.unit}${released(open)}`,
        reached ? `A closed model had reached that ${before} before (${name(reached)}, ${reached.value / 1e6}${benchmark.unit}).` : "No closed model had reached that before.",
        lead(),
        reached?.id === closed.id ? "" : name(closed),
      ];
      const said = e2e.text(sentence);
      const missing = [`${benchmark.name}, up to ${date(at)}: `, ...told].filter((part) => !said.includes(e2e.norm(part)));
      return [
        [sentence.dataset.benchmark, sentence.dataset.gap === undefined ? null : Number(sentence.dataset.gap), months(sentence.dataset.lag), []],
        [benchmark.id, gap, lag === null ? null : Math.round(lag * 100), missing],
      ];
    };
"#;

fn open(page: &Page, width: u32) -> Outcome<Server> {
    let server = boxed(width, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn gap_and_lag_are_those_of_the_data(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    for definition in DEFINITIONS {
        let (found, expected): (Value, Value) = page.eval(
            &format!(
                "{READING}
                 const found = [], expected = [];
                 for (const benchmark of (await e2e.data()).benchmarks) {{
                   await e2e.widget().setState({{ definition: arg, benchmark: benchmark.id }});
                   await e2e.until(() => e2e.$('.ovc-frontier .ovc-sentence')?.dataset.benchmark === benchmark.id, benchmark.id);
                   await e2e.frames(2);
                   const [said, computed] = await reading(arg, benchmark);
                   found.push(said); expected.push(computed);
                 }}
                 return [found, expected];"
            ),
            json!(definition),
        )?;
        equal(found, expected, &format!("gaps and lags, {definition}"))?;
    }
    Ok(())
}

fn the_slider_moves_the_day_of_reading(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    let (found, expected): (Value, Value) = page.eval(
        &format!(
            "{READING}
             const data = await e2e.data();
             const slider = () => e2e.$('.ovc-frontier .ovc-reader input');
             const [first, last] = [Number(slider().min), Number(slider().max)];
             const found = [], expected = [];
             for (const day of [first, Math.round((first + last) / 2), last - 40]) {{
               slider().value = day;
               slider().dispatchEvent(new Event('input', {{ bubbles: true, composed: true }}));
               await e2e.frames(3);
               const [said, computed] = await reading('downloadable', data.benchmarks[0], day);
               const date = slider().getAttribute('aria-valuetext');
               found.push([...said, slider().value, e2e.text(e2e.$('.ovc-frontier .ovc-reader')).endsWith(date), e2e.text(e2e.$('.ovc-frontier .ovc-sentence')).includes(date)]);
               expected.push([...computed, String(day), true, true]);
             }}
             return [found, expected];"
        ),
        Value::Null,
    )?;
    equal(&found, &expected, "readings")?;
    ensure!(
        found[1][1] != found[2][1] || found[1][2] != found[2][2],
        "moving changes no figure: {found}"
    );
    // By keyboard as well.
    page.run("e2e.$('.ovc-frontier .ovc-reader input').focus()")?;
    let before: (i32, String) =
        page.get("[Number(e2e.active().value), e2e.text(e2e.$('.ovc-frontier .ovc-sentence'))]")?;
    page.press("ArrowLeft")?;
    let after: (i32, String) =
        page.get("[Number(e2e.active().value), e2e.text(e2e.$('.ovc-frontier .ovc-sentence'))]")?;
    equal(after.0, before.0 - 1, "the day after an arrow key")?;
    ensure!(after.1 != before.1, "the sentence stays: {}", after.1);
    Ok(())
}

fn focus_on_a_mark_reads_at_its_date(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    let count: usize = page.get("e2e.$$('.ovc-frontier .ovc-point').length")?;
    ensure!(count > 8, "{count} marks");
    // Every mark is reached by arrow keys, in the order of time.
    page.run("e2e.$('.ovc-frontier .ovc-point').focus(); await e2e.frames(2)")?;
    let (at, before) = (
        format!("{READING} const data = await e2e.data();"),
        "const mark = e2e.active();",
    );
    for step in 0..count {
        if step > 0 {
            page.press("ArrowRight")?;
        }
        page.run("await e2e.frames(4)")?;
        let (found, expected): (Value, Value) = page.eval(
            &format!(
                "{at} {before}
                 const {{ marks }} = e2e.frontier(data, 'downloadable', data.benchmarks[0].id);
                 const model = data.models.find(({{ id }}) => id === mark.dataset.id);
                 const [said, computed] = await reading('downloadable', data.benchmarks[0], e2e.dayOf(model.released));
                 const day = marks.find(({{ id }}) => id === model.id).day;
                 const name = e2e.name(mark);
                 const value = marks.find(({{ id }}) => id === model.id).value / 1e6;
                 return [
                   [...said, mark.getAttribute('role'), name.startsWith(`${{e2e.norm(model.name)}}: ${{value}}%, `), day, mark.tabIndex],
                   [...computed, 'button', true, marks[arg].day, 0],
                 ];"
            ),
            json!(step),
        )?;
        equal(found, expected, &format!("mark {step}"))?;
    }
    Ok(())
}

fn testers_and_doubts_are_told(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    let wrong: Vec<String> = page.eval(
        "const data = await e2e.data();
         const found = [];
         for (const benchmark of data.benchmarks) {
           await e2e.widget().setState({ benchmark: benchmark.id });
           await e2e.frames(3);
           const { open, reached, closed, marks } = e2e.frontier(data, 'downloadable', benchmark.id);
           const said = e2e.text(e2e.$('.ovc-frontier'));
           const tester = (mark) => mark.scores.find(({ value }) => Math.round(value * 1e6) === mark.value).tester;
           const measured = new Map();
           for (const mark of new Set([open, reached, closed].filter(Boolean))) {
             const { name, confidence, note } = data.models.find(({ id }) => id === mark.id);
             measured.set(tester(mark), [...(measured.get(tester(mark)) ?? []), name]);
             const doubt = { reported: `What is known of ${name} is reported and not confirmed`, disputed: `Sources disagree about ${name}` }[confidence];
             const sentence = doubt && (note ? `${doubt}: ${note.replace(/\\*(\\S[^*]*)\\*/g, '$1')}` : `${doubt}.`);
             if (doubt && !said.includes(e2e.norm(sentence))) found.push(`${benchmark.id}: ${sentence}`);
           }
           const by = [...measured].map(([tester, names]) => `${tester} (${names.join(', ')})`).join('; ');
           if (by && !said.includes(e2e.norm(`Measured by ${by}.`))) found.push(`${benchmark.id}: ${by}`);
           const { size } = new Set(marks.map(tester));
           const mixed = said.split(`Scores of ${size} testers are mixed in this chart`).length - 1;
           if (mixed !== Number(size > 1)) found.push(`${benchmark.id}: ${size} testers, told ${mixed} times`);
           for (const text of [benchmark.description, benchmark.comparable]) {
             if (text && !said.includes(e2e.norm(text))) found.push(`${benchmark.id}: ${text}`);
           }
         }
         for (const yardstick of data.yardsticks) {
           const item = e2e.$(`.ovc-yardsticks [data-id=\"${yardstick.id}\"]`);
           if (!e2e.text(item).includes(e2e.norm(yardstick.text)) || [...item.querySelectorAll('a')].map((a) => a.getAttribute('href')).join() !== e2e.hrefs(data, yardstick.sources).join()) found.push(yardstick.id);
         }
         return found;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is not told")
}

fn names_stand_at_their_own_marks(page: &Page) -> Outcome {
    for width in [320, 1280] {
        let _server = open(page, width)?;
        let (wrong, named): (Vec<String>, Vec<Vec<String>>) = page.eval(
            "const wrong = [];
             const named = e2e.$$('.ovc-chart').map((chart) => {
               const marks = [...chart.querySelectorAll('.ovc-point')].map((mark) => {
                 const hit = mark.querySelector('.ovc-hit').getBoundingClientRect();
                 return { id: mark.dataset.id, x: (hit.left + hit.right) / 2, y: (hit.top + hit.bottom) / 2, name: mark.querySelector('text'), most: mark.querySelector('.ovc-corrected') ? 14 : 9 };
               });
               const names = marks.filter(({ name }) => name);
               for (const { id, name, x, y, most } of names) {
                 const box = name.getBoundingClientRect();
                 // A line leads to a name that stands away.
                 const pointer = name.parentNode.querySelector('.ovc-pointer');
                 if (pointer) {
                   const hit = name.parentNode.querySelector('.ovc-hit'), box = name.getBBox();
                   const of = (element, ...keys) => keys.map((key) => Number(element.getAttribute(key)));
                   const [toX, toY] = of(pointer, 'x2', 'y2');
                   if (`${of(pointer, 'x1', 'y1')}` !== `${of(hit, 'cx', 'cy')}`) wrong.push(`the line of ${id} begins elsewhere`);
                   if (toX < box.x - 6 || toX > box.x + box.width + 6 || toY < box.y - 6 || toY > box.y + box.height + 6) wrong.push(`the line of ${id} ends elsewhere`);
                   continue;
                 }
                 const away = (mark) => Math.hypot(Math.max(box.left - mark.x, mark.x - box.right, 0), Math.max(box.top - mark.y, mark.y - box.bottom, 0));
                 if (away({ x, y }) > most) wrong.push(`${id} is ${away({ x, y })} away`);
                 for (const other of marks) {
                   if ((other.x !== x || other.y !== y) && away(other) <= away({ x, y })) wrong.push(`${id} is nearer ${other.id}`);
                 }
               }
               if (new Set(names.map(({ id }) => id)).size !== names.length) wrong.push('a model is named twice');
               return names.map(({ id }) => id);
             });
             return [wrong, named];",
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("names at {width}"))?;
        ensure!(
            named
                .iter()
                .all(|ids| ids.len() > 1 && ids.len() <= width as usize / 40),
            "named at {width}: {named:?}"
        );
        // The newest steps are what readers look for.
        let nameless: Vec<String> = page.get(
            "await (async () => {
               const data = await e2e.data(), nameless = [];
               for (const { id } of data.benchmarks) {
                 await e2e.widget().setState({ benchmark: id });
                 await e2e.frames(3);
                 const { open, closed } = e2e.frontier(data, 'downloadable', id);
                 for (const best of [open, closed].filter(Boolean)) {
                   if (!e2e.$(`.ovc-frontier .ovc-point[data-id=\"${best.id}\"] text`)) nameless.push(`${id}: ${best.id}`);
                 }
               }
               return nameless;
             })()",
        )?;
        equal(
            nameless,
            [""; 0],
            &format!("newest steps without a name at {width}"),
        )?;
        // The step of January 2025 is what many came for.
        if width == 1280 {
            for id in ["deepseek-v3", "deepseek-r1", "o1"] {
                ensure!(
                    named[0].iter().any(|other| other == id),
                    "{id} has no name: {named:?}"
                );
            }
        }
    }
    Ok(())
}

fn the_axes_say_years_and_units(page: &Page) -> Outcome {
    let _server = open(page, 1280)?;
    let (years, values): (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-chart').map((chart) => e2e.text(chart.querySelector('.ovc-tick-label'))), \
          e2e.$$('.ovc-frontier .ovc-value').map(e2e.text)]",
    )?;
    ensure!(
        years.len() == 2 && years.iter().all(|year| year.contains("202")),
        "the first dates: {years:?}"
    );
    let units = values.iter().filter(|value| value.ends_with('%')).count();
    equal(units, 1, &format!("units in {values:?}"))?;
    // What the legend shows is what is drawn.
    // The newest step of a line is named there: it may have no room at its mark.
    let (keys, expected): (Vec<String>, Vec<String>) = page.get(
        "[e2e.$$('.ovc-frontier .ovc-legend span').map(e2e.text), await (async () => {
           const data = await e2e.data();
           const { open, closed } = e2e.frontier(data, 'downloadable', data.benchmarks[0].id);
           const name = ({ id }) => e2e.norm(data.models.find((model) => model.id === id).name);
           return [`best open score so far: ${name(open)}`, `best closed score so far: ${name(closed)}`,
             'other models', 'unreleased, on neither line'];
         })()]",
    )?;
    equal(keys, expected, "keys")?;
    let keys: Vec<String> = page.get("e2e.$$('.ovc-prices .ovc-legend span').map(e2e.text)")?;
    equal(keys, ["promotion"], "keys of the prices")
}

fn lines_and_marks_are_drawn_from_the_data(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    let (found, expected): (Value, Value) = page.eval(
        "const data = await e2e.data();
         const { marks } = e2e.frontier(data, 'downloadable', data.benchmarks[0].id);
         const steps = (side) => { let best = -1; return marks.filter((mark) => mark.isReleased && mark.side === side)
           .toSorted((a, b) => a.day - b.day || b.value - a.value).filter(({ value }) => value > best && (best = value)).length; };
         const chart = e2e.$('.ovc-frontier .ovc-chart');
         const drawn = (side) => (chart.querySelector(`.ovc-line.is-${side}`).getAttribute('d').match(/V/g) ?? []).length + 1;
         const sides = { open: 'is-open', mixed: 'is-both', closed: 'is-closed', unknown: 'is-context' };
         const right = [...chart.querySelectorAll('.ovc-point')].map((mark) => mark.querySelector('.ovc-hit'));
         const place = (circle) => [Number(circle.getAttribute('cx')), Number(circle.getAttribute('cy'))];
         // Later is further right, better is higher.
         const places = right.map(place);
         const inOrder = places.every(([x], at) => !at || x >= places[at - 1][0])
           && marks.every((mark, at) => marks.every((other, to) => mark.value <= other.value || places[at][1] < places[to][1]));
         return [
           [[...chart.querySelectorAll('.ovc-point')].map((mark) => [mark.dataset.id, Object.values(sides).find((side) => mark.classList.contains(side)), mark.classList.contains('is-hollow')]).toSorted(),
             drawn('open'), drawn('closed'), inOrder, chart.querySelector('.ovc-gap').getAttribute('d').endsWith('Z')],
           [marks.map(({ id, side, isReleased }) => [id, sides[side], !isReleased]).toSorted(), steps('open'), steps('closed'), true, true],
         ];",
        Value::Null,
    )?;
    equal(
        found,
        expected,
        "marks, steps of the lines, and their places",
    )
}

fn the_figures_stand_in_a_table(page: &Page) -> Outcome {
    let _server = open(page, 1000)?;
    let (found, expected): (Value, Value) = page.eval(
        "const data = await e2e.data();
         const { marks } = e2e.frontier(data, 'downloadable', data.benchmarks[0].id);
         const table = e2e.$('.ovc-frontier details.ovc-figures table');
         return [
           [...table.querySelectorAll('tbody tr')].map((row) => [row.dataset.id, Number(row.querySelector('[data-value]').dataset.value),
             row.querySelector('th').scope, row.querySelectorAll('a[href]').length > 0]).toSorted(),
           marks.map(({ id, value, scores }) => [id, value / 1e6, 'row', Boolean(scores[0].source)]).toSorted(),
         ];",
        Value::Null,
    )?;
    equal(found, expected, "rows of the table")?;
    page.click("e2e.$('.ovc-frontier .ovc-figures > summary')")?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('.ovc-frontier .ovc-figures table'))")?,
        "the table does not unfold"
    );
    Ok(())
}

fn a_benchmark_is_kept_in_the_link(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=models")?;
    page.run("await e2e.choose('Benchmark', 'mmlu')")?;
    // It is written with the next frame.
    page.wait("location.hash.includes('benchmark')")?;
    let hash: String = page.get("location.hash")?;
    equal(&*hash, "#view=models&benchmark=mmlu", "the link")?;
    page.open_live(&server, &format!("/{hash}"))?;
    let shown: (String, String, String) = page.get(
        "[e2e.$('.ovc-frontier .ovc-sentence').dataset.benchmark, e2e.choice('Benchmark').value, \
         e2e.text([...e2e.$$('.ovc-model-table thead th')].at(-2))]",
    )?;
    let expected = ["mmlu", "mmlu", "MMLU (%)"].map(str::to_owned);
    equal(
        shown,
        expected.into(),
        "chart, list and column of the table",
    )
}
