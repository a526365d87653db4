//! The switch of what "open" means: everything that is counted by it follows, in all views.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    lanes_and_counts_follow_the_switch,
    what_changes_is_told,
    the_comparison_says_what_counts,
    mixed_has_one_name,
    the_rule_over_a_level_has_the_colour_of_what_it_counts_as,
    the_models_follow_the_switch,
    the_switch_is_in_state_link_and_attribute,
    the_switch_shows_what_is_in_force,
    unknown_stays_unknown,
];

/// The name of the switch.
pub const LABEL: &str = "“Open” means";
const DEFINITIONS: [&str; 4] = ["osaid", "permissive", "components", "downloadable"];

fn choose(page: &Page, definition: &str) -> Outcome {
    let script = format!("await e2e.choose('{LABEL}', arg)");
    page.eval::<Value>(&script, json!(definition)).map(drop)?;
    equal(
        page.state()?["definition"].clone(),
        json!(definition),
        "the state",
    )
}

fn lanes_and_counts_follow_the_switch(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    for definition in DEFINITIONS {
        choose(page, definition)?;
        let (counted, drawn, expected): (Value, Value, Value) = page.eval(
            "const data = await e2e.data();
             const classes = { open: 'is-open', mixed: 'is-both', closed: 'is-closed', context: 'is-context' };
             const counted = {}, drawn = {}, expected = {};
             for (const [side, style] of Object.entries(classes)) {
               counted[side] = Number(e2e.$(`[role=group][aria-label=Side] .ovc-facet.${style} [data-value]`).dataset.value);
               drawn[side] = e2e.$$(`.ovc-axis g[data-id].${style}`).length
                 + e2e.$$(`.ovc-axis [data-cluster].${style}`).reduce((sum, node) => sum + Number(node.dataset.cluster), 0);
               expected[side] = data.events.filter((event) => e2e.sideOf(data, arg, event) === side).length;
             }
             return [counted, drawn, expected];",
            json!(definition),
        )?;
        equal(
            counted,
            expected.clone(),
            &format!("counts beside the sides, {definition}"),
        )?;
        equal(
            drawn,
            expected,
            &format!("events in the lanes, {definition}"),
        )?;
    }
    // A filter by side follows too: the list shows what has come to "mixed".
    page.set_state(json!({ "side": ["mixed"], "definition": "osaid" }))?;
    page.set_width(360)?;
    let (listed, expected): (Vec<String>, Vec<String>) = page.eval(
        "const data = await e2e.data();
         return [e2e.$$('.ovc-entry [data-id]').map((entry) => entry.dataset.id).toSorted(),
           data.events.filter((event) => e2e.sideOf(data, 'osaid', event) === 'mixed').map(({ id }) => id).toSorted()];",
        Value::Null,
    )?;
    equal(listed, expected, "the list of what is mixed")
}

/// What is told after a switch, to the eye and to a screen reader, and what should be; and the names that
/// unfold, found and expected.
type Told = (String, String, String, Vec<String>, Vec<String>);

fn told(page: &Page, from: &str, to: &str) -> Outcome<Told> {
    page.eval(
        "const [from, to] = arg;
         const { words, names } = e2e.moves(await e2e.data(), from, to);
         const seen = e2e.$$('.ovc-moved > p, .ovc-moved summary').map(e2e.text).join('. ');
         return [seen, e2e.text(e2e.$('[role=status]')), words.join('. '),
           e2e.$$('.ovc-moved-list li').map((item) => e2e.norm(item.textContent)), names];",
        json!([from, to]),
    )
}

fn what_changes_is_told(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let before: (String, String) =
        page.get("[e2e.text(e2e.$('.ovc-moved') ?? document.createElement('p')), e2e.text(e2e.$('[role=status]'))]")?;
    equal(
        before,
        (String::new(), String::new()),
        "what is told at the beginning",
    )?;
    let mut from = "downloadable";
    for (view, to) in [
        ("timeline", "osaid"),
        ("timeline", "permissive"),
        ("compare", "downloadable"),
        ("models", "components"),
        ("models", "osaid"),
    ] {
        page.set_state(json!({ "view": view }))?;
        choose(page, to)?;
        let (seen, said, expected, listed, names) = told(page, from, to)?;
        ensure!(!expected.is_empty(), "nothing moves, {from} to {to}");
        equal(&seen, &expected, &format!("what is seen, {from} to {to}"))?;
        equal(&said, &expected, &format!("what is said, {from} to {to}"))?;
        equal(listed, names, &format!("the names, {from} to {to}"))?;
        let regions: usize =
            page.get("e2e.$$('[aria-live], [role=status], [role=alert]').length")?;
        equal(regions, 1, &format!("live regions in {view}"))?;
        from = to;
    }
    // The next step has news of its own.
    page.click("e2e.facet('Open')")?;
    let said: (String, String) = page.get(
        "[e2e.text(e2e.$('[role=status]')), `${e2e.$$('.ovc-model-table tr[data-id]').length} of ${(await e2e.data()).models.length} models.`]",
    )?;
    equal(said.0, said.1, "what is said after a filter")?;
    let left: usize = page.get("e2e.$$('.ovc-moved').length")?;
    equal(left, 0, "what is still told after a filter")
}

fn the_comparison_says_what_counts(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    for definition in DEFINITIONS {
        choose(page, definition)?;
        let (found, expected): (Value, Value) = page.eval(
            "const data = await e2e.data();
             const words = { open: 'counts as open', mixed: 'weights are out, counts as mixed', closed: 'counts as closed',
               unknown: 'depends on the parts that are out' };
             const shapes = { open: 'is-open', mixed: 'is-both', closed: 'is-closed', unknown: 'is-context' };
             const name = data.definitions.find(({ id }) => id === arg).name;
             const found = { force: e2e.text(e2e.$('.ovc-gradient .ovc-note')) };
             const expected = { force: `“Open” here: ${name}.` };
             for (const { id } of data.levels) {
               const counts = e2e.$(`.ovc-level[data-id=\"${id}\"] .ovc-counts`);
               const openness = e2e.openness(data, arg, id);
               found[id] = [e2e.text(counts), counts.classList.contains(shapes[openness]), Boolean(counts.querySelector('svg'))];
               expected[id] = [words[openness], true, true];
             }
             return [found, expected];",
            json!(definition),
        )?;
        equal(found, expected, &format!("levels, {definition}"))?;
    }
    Ok(())
}

fn mixed_has_one_name(page: &Page) -> Outcome {
    let server = boxed(1000, "definition=\"osaid\" view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    let said: (bool, bool, bool) = page.get(
        "[Boolean(e2e.facet('Mixed')), e2e.text(e2e.$('.ovc-prices .ovc-sentence')).includes('Mixed: '), \
          e2e.$$('.ovc-point.is-both').every((mark) => /Mixed/.test(e2e.name(mark)))]",
    )?;
    equal(said, (true, true, true), "what models are called")?;
    page.set_state(json!({ "view": "timeline" }))?;
    let said: (bool, bool) = page.get(
        "[Boolean(e2e.facet('Mixed')), e2e.$$('.ovc-sides > summary > span').some((item) => e2e.text(item).startsWith('Mixed:'))]",
    )?;
    equal(said, (true, true), "what events are called")
}

fn the_rule_over_a_level_has_the_colour_of_what_it_counts_as(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    for definition in DEFINITIONS {
        choose(page, definition)?;
        let wrong: Vec<String> = page.eval(
            "const { backgroundColor } = getComputedStyle(e2e.$('.ovc'));
             const share = [100, 75, 45, 45, 75, 100];
             return e2e.$$('.ovc-level').filter((level, at) => {
               // What a level counts as, as strong as its step is far from the middle.
               const { color } = getComputedStyle(level.querySelector('.ovc-counts'));
               const probe = document.createElement('i');
               probe.style.color = `color-mix(in oklab, ${color} ${share[at]}%, ${backgroundColor})`;
               level.append(probe);
               const numbers = (colour) => colour.match(/[\\d.]+(?:e-\\d+)?/g).map(Number);
               const drawn = document.createElement('i');
               drawn.style.color = `color-mix(in oklab, ${getComputedStyle(level).borderTopColor} 100%, black 0%)`;
               level.append(drawn);
               const [a, b] = [drawn, probe].map((node) => numbers(getComputedStyle(node).color));
               probe.remove(); drawn.remove();
               return a.some((part, index) => Math.abs(part - b[index]) > 0.02);
             }).map(({ dataset }) => dataset.id)",
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("levels, {definition}"))?;
    }
    Ok(())
}

fn the_models_follow_the_switch(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    let mut seen = Vec::new();
    for definition in DEFINITIONS {
        choose(page, definition)?;
        let (found, expected): (Value, Value) = page.eval(
            "const data = await e2e.data();
             const sides = { open: 'open', mixed: 'both', closed: 'closed', unknown: 'context' };
             const name = data.definitions.find(({ id }) => id === arg).name;
             const found = { counts: {}, rows: {}, marks: {} }, expected = { counts: {}, rows: {}, marks: {} };
             for (const button of e2e.$$('[role=group][aria-label=Side] .ovc-facet')) {
               const side = Object.values(sides).find((side) => button.classList.contains(`is-${side}`));
               found.counts[side] = Number(button.querySelector('[data-value]').dataset.value);
             }
             const of = (node) => Object.values(sides).find((side) => node.classList.contains(`is-${side}`));
             for (const row of e2e.$$('.ovc-model-table tr[data-id]')) found.rows[row.dataset.id] = of(row);
             for (const mark of e2e.$$('.ovc-prices .ovc-point')) found.marks[mark.dataset.id] = of(mark);
             for (const { id, level, prices } of data.models) {
               const side = sides[e2e.openness(data, arg, level, id)];
               expected.counts[side] = (expected.counts[side] ?? 0) + 1;
               expected.rows[id] = side;
               if (prices?.length) expected.marks[id] = side;
             }
             // Printed beside the count, the gap and the prices.
             found.force = ['.ovc-models > .ovc-note', '.ovc-frontier .ovc-sentence', '.ovc-prices .ovc-sentence']
               .map((part) => e2e.text(e2e.$(part)).includes(`“Open” here: ${name}.`));
             expected.force = [true, true, true];
             return [found, expected];",
            json!(definition),
        )?;
        equal(
            &found["counts"],
            &expected["counts"],
            &format!("counts, {definition}"),
        )?;
        equal(found, expected, &format!("models, {definition}"))?;
        seen.push(page.get::<(Option<String>, Option<String>)>(
            "(({ gap, lag }) => [gap ?? null, lag ?? null])(e2e.$('.ovc-frontier .ovc-sentence').dataset)",
        )?);
    }
    ensure!(seen[0] != seen[3], "the gap does not follow: {seen:?}");
    Ok(())
}

fn the_switch_is_in_state_link_and_attribute(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url definition=\"permissive\"")?;
    page.open_live(&server, "/host.html")?;
    let start = page.state()?["definition"].clone();
    equal(start, json!("permissive"), "the attribute at the beginning")?;
    choose(page, "osaid")?;
    equal(
        page.get::<String>("location.hash")?,
        "#definition=osaid",
        "the link",
    )?;
    choose(page, "permissive")?;
    equal(
        page.get::<String>("location.hash")?,
        "",
        "the link at the start",
    )?;
    page.run("e2e.widget().setAttribute('definition', 'components'); await e2e.frames(4)")?;
    equal(
        page.state()?["definition"].clone(),
        json!("components"),
        "the attribute later",
    )?;
    page.run("e2e.widget().definition = 'osaid'; await e2e.frames(4)")?;
    let now: (String, String) =
        page.get("[e2e.widget().getAttribute('definition'), e2e.widget().getState().definition]")?;
    equal(
        now,
        ("osaid".to_owned(), "osaid".to_owned()),
        "the property",
    )?;
    page.set_state(json!({ "definition": "banana" }))?;
    equal(
        page.state()?["definition"].clone(),
        json!("osaid"),
        "after a bad value",
    )?;
    page.open_live(&server, "/host.html#definition=components&view=models")?;
    equal(
        page.state()?["definition"].clone(),
        json!("components"),
        "what a link gives",
    )?;
    ensure!(
        page.get("await e2e.data().then(({ definitions }) => definitions.find(({ id }) => id === 'components').name).then((name) => \
             e2e.text(e2e.$('.ovc-frontier .ovc-sentence')).includes(`“Open” here: ${e2e.norm(name)}.`))")?,
        "the models do not follow the link"
    );
    Ok(())
}

fn the_switch_shows_what_is_in_force(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    // Whoever sets it, the reader or the host, and in whatever turn.
    for (by_host, definition) in [
        (false, "osaid"),
        (true, "downloadable"),
        (true, "osaid"),
        (false, "permissive"),
        (true, "osaid"),
        (true, "permissive"),
    ] {
        if by_host {
            page.set_state(json!({ "definition": definition }))?;
        } else {
            choose(page, definition)?;
        }
        let shown: String = page.get(&format!("e2e.choice('{LABEL}').value"))?;
        equal(&*shown, definition, "what the switch shows")?;
    }
    // Each cites its text.
    let (found, expected): (Value, Value) = page.eval(
        "const data = await e2e.data();
         return [
           e2e.$$('.ovc-definitions > [data-id]').map((item) => [item.dataset.id, e2e.text(item.querySelector('dt')),
             [...item.querySelectorAll('a')].map((a) => a.getAttribute('href')), /unknown/.test(e2e.text(item))]),
           data.definitions.map(({ id, name, sources }) => [id, e2e.norm(name), e2e.hrefs(data, sources), true]),
         ];",
        Value::Null,
    )?;
    equal(found, expected, "the definitions")
}

fn unknown_stays_unknown(page: &Page) -> Outcome {
    let level = |id: &str| json!({ "id": id, "name": id, "definition": id });
    let score = |value: f64| json!([{ "benchmark": "b", "value": value, "tester": "T" }]);
    let data = json!({
        "version": "1.0", "meta": { "title": "T", "lang": "en" },
        "events": [
            { "id": "untold", "date": "2021", "title": "Untold", "side": "open", "kind": "release" },
            { "id": "told", "date": "2022", "title": "Told", "side": "open", "kind": "release", "level": "restricted" },
        ],
        "levels": [level("api"), level("restricted"), level("full")],
        "definitions": [
            { "id": "osaid", "name": "OSAID", "text": "O", "levels": ["full"] },
            { "id": "downloadable", "name": "Any", "text": "A", "levels": ["restricted", "full"] },
        ],
        "benchmarks": [{ "id": "b", "name": "B", "description": "B" }],
        "models": [
            { "id": "m-untold", "name": "M untold", "released": "2021-01-02", "scores": score(50.0) },
            { "id": "m-told", "name": "M told", "released": "2022-01-02", "level": "restricted", "scores": score(60.0) },
            { "id": "m-api", "name": "M api", "released": "2023-01-02", "level": "api", "scores": score(70.0) },
        ],
    });
    let body = "<div id=\"box\" style=\"width: 900px\"><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/data.json\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/data.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    choose(page, "osaid")?;
    let sides: Value = page.get(
        "e2e.$$('.ovc-axis g[data-id]').map((mark) => [mark.dataset.id, mark.classList.contains('is-open')]).toSorted()",
    )?;
    equal(
        sides,
        json!([["told", false], ["untold", true]]),
        "whether events are open",
    )?;
    let said: String = page.get("e2e.$$('.ovc-moved > p').map(e2e.text).join('. ')")?;
    let expected = "Told and M told: Open → Mixed. \
                    1 release stays where it is: its openness is not known.";
    equal(&*said, expected, "what is told")?;
    page.set_state(json!({ "view": "models" }))?;
    let names: Vec<String> = page.get(
        "e2e.$$('.ovc-frontier .ovc-point').map((mark) => e2e.name(mark).split(/ 20\\d\\d, /).at(-1))",
    )?;
    let expected = ["Unknown", "Mixed", "Closed"];
    equal(names, expected, "sides of the marks")?;
    let sentence: (String, Option<String>) = page.get(
        "[e2e.text(e2e.$('.ovc-frontier .ovc-sentence')), e2e.$('.ovc-frontier .ovc-sentence').dataset.gap ?? null]",
    )?;
    // The legend names what is drawn: there is no line of open models.
    let keys: Vec<String> = page.get("e2e.$$('.ovc-legend span').map(e2e.text)")?;
    equal(
        keys,
        ["best closed score so far: M api", "other models"],
        "keys",
    )?;
    ensure!(
        sentence.1.is_none()
            && sentence.0.contains(
                "1 model is mixed by this definition and stands on neither line. \
                 1 model is of unknown openness and stands on neither line."
            )
            && sentence.0.contains("no open model has a score yet."),
        "the frontier says: {sentence:?}"
    );
    Ok(())
}
