//! What the view Decide computes, as it stands on the page.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::decide::open;
use crate::support::tests;

tests![
    a_starting_point_sets_every_slider,
    bars_table_and_data_agree,
    a_score_can_be_changed_and_taken_back,
    costs_are_those_computed_by_hand,
];

fn a_starting_point_sets_every_slider(page: &Page) -> Outcome {
    let _server = open(page)?;
    let wrong: Vec<String> = page.eval(
        "const wrong = [];
         const { decide } = await e2e.data();
         for (const { name, weights } of decide.profiles) {
           e2e.button(name).click();
           await e2e.frames(3);
           for (const input of e2e.$$('.ovc-needs input')) {
             const { need } = input.closest('[data-need]').dataset;
             if (Number(input.value) !== weights[need]) wrong.push(`${name}: ${need} is ${input.value}`);
           }
           if (e2e.button(name).ariaPressed !== 'true') wrong.push(`${name} is not pressed`);
         }
         return wrong;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what a starting point does not set")
}

/// By the plain sum of weight times score.
fn bars_table_and_data_agree(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.set_state(json!({ "weights": ["support:9", "unit-cost:0", "data-control:7"] }))?;
    let wrong: Vec<String> = page.eval(
        "const wrong = [];
         const { decide, levels } = await e2e.data();
         const own = { support: 9, 'unit-cost': 0, 'data-control': 7 };
         const points = (level) => decide.needs.map(({ id, default: weight }) =>
           (own[id] ?? weight) * decide.scores.find((score) => score.need === id && score.level === level).value);
         const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
         const order = levels.toSorted((a, b) => sum(points(b.id)) - sum(points(a.id))).map(({ id }) => id);
         const rows = e2e.$$('.ovc-ranking tbody tr');
         const bars = e2e.$$('.ovc-ranks > li');
         for (const [at, id] of order.entries()) {
           const cells = [...rows[at].querySelectorAll('[data-value]')].map((cell) => Number(cell.dataset.value));
           const expected = [sum(points(id)), ...points(id)];
           if (rows[at].dataset.id !== id || cells.join() !== expected.join()) wrong.push(`the row of ${id}: ${cells}`);
           if (bars[at].dataset.id !== id || Number(bars[at].querySelector('b').dataset.value) !== expected[0]) wrong.push(`the bar of ${id}`);
           const widths = [...bars[at].querySelectorAll('g')].map((part) => part.getBoundingClientRect().width);
           const shown = points(id).filter((points) => points > 0);
           // Between two parts is a gap.
           const isToScale = widths.length === shown.length && widths.every((width, part) =>
             Math.abs((width + 1.5) / shown[part] - (widths[0] + 1.5) / shown[0]) < 0.5);
           if (!isToScale) wrong.push(`the parts of ${id}: ${widths}`);
         }
         return wrong;",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what does not add up")
}

fn a_score_can_be_changed_and_taken_back(page: &Page) -> Outcome {
    let _server = open(page)?;
    let total = "Number(e2e.$('.ovc-ranks [data-id=full] b').dataset.value)";
    let before: f64 = page.get(total)?;
    // Peak quality weighs 5, and “full” has 1 of it.
    page.run(
        "const list = e2e.$$('.ovc-scores select').find((list) => list.ariaLabel === 'Peak quality, Fully open: score');
         list.closest('details').open = true;
         list.value = '4'; list.dispatchEvent(new Event('change', { bubbles: true, composed: true })); await e2e.frames(3)",
    )?;
    equal(page.get::<f64>(total)?, before + 15.0, "three more of five")?;
    let told: (bool, bool) = page.get(
        "[e2e.text(e2e.$('.ovc-scores')).includes('changed, was 1'), e2e.text(e2e.$('.ovc-edited')).includes('you have changed: 1')]",
    )?;
    ensure!(told == (true, true), "the change is not marked: {told:?}");
    page.click("e2e.button('Reset the scores')")?;
    equal(page.get::<f64>(total)?, before, "after Reset")
}

/// o3-mini: US$1.10, 0.55 cached, 4.40. Of 1,000 million tokens 200 are output; of 800 of input, 600 are cached:
/// 200 × 1.10 + 600 × 0.55 + 200 × 4.40 = 1,430 US$. GPUs: 2 × 5 × 730 + 2,700 = 10,000 US$.
/// Break-even: 10,000 ÷ 1.43 million tokens. The GPUs serve 5 × 1,000 × 0.5 × 3,600 × 730 = 6,570 million.
fn costs_are_those_computed_by_hand(page: &Page) -> Outcome {
    let _server = open(page)?;
    let found: (f64, f64, f64, String) = page.eval(
        "await e2e.choose('Model of the API', 'o3-mini');
         const values = { tokens: '1000000000', 'output-share': '0.2', 'cached-share': '0.75', 'gpu-price': '2', gpus: '5',
           throughput: '1000', utilisation: '0.5', people: '2700' };
         for (const [input, value] of Object.entries(values)) {
           const field = e2e.$(`[data-input=${input}]`);
           field.value = value;
           field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
           await e2e.frames(1);
         }
         await e2e.frames(2);
         const output = (name) => Number(e2e.$(`[data-output=${name}]`).dataset.value);
         return [output('api-cost'), output('self-host-cost'), output('break-even'), e2e.text(e2e.$('.ovc-results .ovc-sentence'))];",
        Value::Null,
    )?;
    equal((found.0, found.1), (1430.0, 10_000.0), "the costs")?;
    let break_even = 10_000.0 / 1.43 * 1e6;
    ensure!(
        (found.2 - break_even).abs() < 1.0,
        "the break-even is {}",
        found.2
    );
    equal(
        &*found.3,
        "At 1 billion tokens a month, the API costs less. Both would cost the same at 6.99 billion tokens a month. \
         That is more than these GPUs can serve: 6.57 billion a month. So at this API price, these GPUs never become the cheaper way.",
        "the sentence",
    )
}
