//! The comparison: from a claim to what it rests on and back, the order of the sides, the levels.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    kind_and_strength_are_words_and_shapes,
    every_claim_leads_to_what_it_rests_on,
    a_claim_leads_to_its_event_and_back,
    a_claim_leads_to_its_model,
    a_filter_gives_way_to_the_model_that_is_asked_for,
    every_card_names_the_claims_that_rest_on_it,
    sides_are_swapped_and_kept_in_the_link,
    the_attribute_fixes_the_order,
    two_levels_stand_side_by_side_where_it_is_narrow,
    all_levels_stand_with_scripts_off,
];

/// The claims of the data, each with its dimension and its cell.
const CLAIMS: &str = "const data = await e2e.data();
    const claims = data.dimensions.flatMap((dimension) => ['open', 'closed', 'evidence'].flatMap((cell) =>
      (dimension[cell] ?? []).map((claim) => ({ ...claim, dimension, cell }))));";

fn kind_and_strength_are_words_and_shapes(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    let (wrong, shapes): (Vec<String>, Vec<Vec<String>>) = page.eval(
        &format!(
            "{CLAIMS}
             const kinds = {{ fact: 'fact', forecast: 'forecast', value: 'value judgement' }};
             const strengths = {{ settled: 'settled', contested: 'contested', open: 'open question' }};
             const actors = new Map(data.actors.map(({{ id, name }}) => [id, e2e.norm(name)]));
             const wrong = [], shapes = {{}};
             for (const claim of claims) {{
               const item = e2e.$(`.ovc-claims [data-id=\"${{claim.id}}\"]`);
               const said = e2e.text(item.querySelector('.ovc-claim-about'));
               const held = claim.holders?.length ? [`held by ${{claim.holders.map((id) => actors.get(id)).join(', ')}}`] : [];
               if (said !== [kinds[claim.kind], strengths[claim.strength], ...held].join(' · ')) wrong.push(`${{claim.id}}: ${{said}}`);
               if (item.closest('[data-cell]').dataset.cell !== claim.cell || item.closest('tr').dataset.id !== claim.dimension.id) wrong.push(`${{claim.id}} stands in a wrong cell`);
               const {{ backgroundColor, backgroundImage, borderTopWidth }} = getComputedStyle(item.querySelector('.ovc-strength'), '::before');
               (shapes[claim.strength] ??= new Set()).add([backgroundColor, backgroundImage, borderTopWidth === '0px'].join(' '));
             }}
             return [wrong, Object.values(shapes).map((shapes) => [...shapes])];"
        ),
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is wrong with claims")?;
    // Filled, half filled, empty: a shape each, and the same for all of one strength.
    let each: Vec<&String> = shapes.iter().flatten().collect();
    let mut distinct = each.clone();
    distinct.sort_unstable();
    distinct.dedup();
    ensure!(
        each.len() == 3 && distinct.len() == 3,
        "shapes of the strengths: {shapes:?}"
    );
    Ok(())
}

fn every_claim_leads_to_what_it_rests_on(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    let wrong: Vec<String> = page.eval(
        &format!(
            "{CLAIMS}
             const found = [];
             const titles = new Map(data.events.map(({{ id, title }}) => [id, e2e.norm(title)]));
             const names = new Map(data.models.map(({{ id, name }}) => [id, e2e.norm(name)]));
             const count = (list, word) => (list?.length ? [`${{list.length}} ${{word}}${{list.length === 1 ? '' : 's'}}`] : []);
             for (const claim of claims) {{
               const details = e2e.$(`.ovc-claims [data-id=\"${{claim.id}}\"] details`);
               const summary = [...count(claim.sources, 'source'), ...count(claim.events, 'event'), ...count(claim.models, 'model')].join(' · ');
               if (e2e.text(details.querySelector('summary')) !== summary) found.push(`${{claim.id}}: ${{e2e.text(details.querySelector('summary'))}}`);
               const links = [...details.querySelectorAll('a')].map((a) => a.getAttribute('href')).join();
               if (links !== e2e.hrefs(data, claim.sources).join()) found.push(`${{claim.id}}: ${{links}}`);
               const buttons = [...details.querySelectorAll('button')].map(e2e.text).join('|');
               const expected = [...(claim.events ?? []).map((id) => titles.get(id)), ...(claim.models ?? []).map((id) => names.get(id))].join('|');
               if (buttons !== expected) found.push(`${{claim.id}}: ${{buttons}}`);
             }}
             return found;"
        ),
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what is wrong with claims")
}

/// A claim that rests on an event and on a model: its id, the event's, the model's, the dimension's name and
/// the cell's.
type Claim = (String, String, String, String, String);

fn claim(page: &Page) -> Outcome<Claim> {
    page.eval(
        &format!(
            "{CLAIMS}
             const {{ id, events: [event], models: [model], dimension, cell }} = claims.find(({{ events, models }}) => events?.length && models?.length);
             const cells = {{ open: 'The case for open', closed: 'The case for closed', evidence: 'What the evidence says' }};
             return [id, event, model, dimension.name, cells[cell]];"
        ),
        Value::Null,
    )
}

/// The button in a claim's grounds that leads to the event or the model at that position.
fn ground(claim: &str, at: i32) -> String {
    format!("e2e.$$('.ovc-claims [data-id=\"{claim}\"] details button').at({at})")
}

fn unfold(page: &Page, claim: &str) -> Outcome {
    page.click(&format!(
        "e2e.$('.ovc-claims [data-id=\"{claim}\"] summary')"
    ))
}

const IN_SIGHT: &str =
    "(({ top, bottom }) => top < innerHeight && bottom > 0)(e2e.box(e2e.active()))";

fn a_claim_leads_to_its_event_and_back(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    let (claim, event, _, dimension, cell) = claim(page)?;
    unfold(page, &claim)?;
    page.click(&ground(&claim, 0))?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["event"]),
        (&json!("timeline"), &json!(event)),
        "the state",
    )?;
    page.wait(&format!("e2e.$('[data-card]')?.dataset.card === '{event}'"))?;
    let back = format!(
        "e2e.$$('.ovc-cited button').find((button) => e2e.text(button) === e2e.norm({}))",
        serde_json::to_string(&format!("{dimension}: {cell}"))?
    );
    page.click(&back)?;
    equal(page.state()?["view"].clone(), json!("compare"), "the view")?;
    page.wait(&format!(
        "e2e.active()?.dataset.id === '{claim}' && e2e.active().matches('.ovc-claims li')"
    ))?;
    page.wait(IN_SIGHT)?;
    // Once more, by keyboard: the second time is not lost.
    page.click("e2e.$('#ovc-tab-timeline')")?;
    page.run(&format!("{back}.focus(); await e2e.frames(2)"))?;
    page.press("Enter")?;
    page.wait(&format!("e2e.active()?.dataset.id === '{claim}'"))
}

fn a_claim_leads_to_its_model(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    let (claim, _, model, ..) = claim(page)?;
    unfold(page, &claim)?;
    page.run(&format!(
        "{}.focus(); await e2e.frames(2)",
        ground(&claim, -1)
    ))?;
    page.press("Enter")?;
    equal(page.state()?["view"].clone(), json!("models"), "the view")?;
    page.wait(&format!(
        "e2e.active()?.dataset.id === '{model}' && e2e.active().matches('.ovc-model-table tr')"
    ))?;
    page.wait(IN_SIGHT)
}

fn a_filter_gives_way_to_the_model_that_is_asked_for(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    let (claim, _, model, ..) = claim(page)?;
    // A filter of the state, and the year, which stands in none.
    page.set_state(json!({ "q": "no such model" }))?;
    page.eval::<Value>(
        "const { released } = (await e2e.data()).models.find(({ id }) => id === arg);
         await e2e.choose('Year', [...e2e.choice('Year').options].map(({ value }) => value).find((year) => year && !released.startsWith(year)));",
        json!(model),
    )?;
    page.set_state(json!({ "view": "compare" }))?;
    unfold(page, &claim)?;
    page.click(&ground(&claim, -1))?;
    page.wait(&format!(
        "e2e.active()?.dataset.id === '{model}' && e2e.active().matches('.ovc-model-table tr')"
    ))
}

fn every_card_names_the_claims_that_rest_on_it(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let (found, expected): (Value, Value) = page.eval(
        &format!(
            "{CLAIMS}
             const cells = {{ open: 'The case for open', closed: 'The case for closed', evidence: 'What the evidence says' }};
             const found = {{}}, expected = {{}};
             for (const {{ id }} of data.events) {{
               const cited = claims.filter(({{ events }}) => events?.includes(id)).map(({{ dimension, cell }}) => e2e.norm(`${{dimension.name}}: ${{cells[cell]}}`));
               if (!cited.length && id !== data.events[0].id) continue;
               await e2e.widget().goTo(id);
               await e2e.until(() => e2e.$(`[data-card=\"${{CSS.escape(id)}}\"]`), id);
               found[id] = e2e.$$('.ovc-cited button').map(e2e.text);
               // The claims of a cell stand side by side: one link leads to all of them.
               expected[id] = [...new Set(cited)];
             }}
             return [found, expected];"
        ),
        Value::Null,
    )?;
    equal(&found, &expected, "claims in the cards")?;
    ensure!(
        found.as_object().is_some_and(|cards| cards.len() > 5),
        "few events are cited: {found}"
    );
    Ok(())
}

/// Which case stands first in the table, and which level in the scale.
const FIRST: &str = "[e2e.$$('.ovc-table thead th')[1].classList.contains('is-open'), \
    e2e.$$('.ovc-table tbody tr').every((row) => row.querySelectorAll('[data-cell]')[0].dataset.cell === (e2e.$$('.ovc-table thead th')[1].classList.contains('is-open') ? 'open' : 'closed')), \
    e2e.$('.ovc-level').dataset.id]";

type First = (bool, bool, String);

fn first(page: &Page) -> Outcome<First> {
    page.get(FIRST)
}

fn order(open_first: bool) -> First {
    let level = if open_first { "full" } else { "unreleased" };
    (open_first, true, level.to_owned())
}

fn sides_are_swapped_and_kept_in_the_link(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/#view=compare")?;
    let start = first(page)?;
    // Drawn by the date of the data: the sum of its digits.
    let drawn: bool = page.get(
        "[...(await e2e.data()).meta.updated.replace(/\\D/g, '')].reduce((sum, digit) => sum + Number(digit), 0) % 2 === 0",
    )?;
    equal(start, order(drawn), "the order that is drawn")?;
    page.click("e2e.button('Swap sides')")?;
    equal(first(page)?, order(!drawn), "the order after the swap")?;
    let word = if drawn { "closed-first" } else { "open-first" };
    let hash: String = page.get("location.hash")?;
    equal(&hash, &format!("#view=compare&order={word}"), "the link")?;
    page.open_live(&server, &format!("/{hash}"))?;
    equal(first(page)?, order(!drawn), "the order that the link gives")?;
    page.click("e2e.button('Swap sides')")?;
    equal(first(page)?, order(drawn), "the order swapped again")
}

fn the_attribute_fixes_the_order(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"compare\" order=\"open-first\"")?;
    page.open_live(&server, "/host.html")?;
    for open_first in [true, false] {
        let word = if open_first {
            "open-first"
        } else {
            "closed-first"
        };
        page.run(&format!(
            "e2e.widget().setAttribute('order', '{word}'); await e2e.frames(4)"
        ))?;
        equal(first(page)?, order(open_first), word)?;
    }
    Ok(())
}

fn two_levels_stand_side_by_side_where_it_is_narrow(page: &Page) -> Outcome {
    let server = boxed(400, "view=\"compare\" order=\"closed-first\"")?;
    page.open_live(&server, "/host.html")?;
    let seen = "e2e.$$('.ovc-level').filter(e2e.isSeen).map((level) => [level.dataset.id, Math.round(e2e.box(level).left), Math.round(e2e.box(level).top)]).toSorted((a, b) => a[1] - b[1])";
    let check = |expected: [&str; 2], what: &str| -> Outcome {
        let seen: Vec<(String, i32, i32)> = page.get(seen)?;
        let ids: Vec<&str> = seen.iter().map(|(id, ..)| &**id).collect();
        equal(ids, expected, what)?;
        ensure!(
            seen[0].1 < seen[1].1 && seen[0].2 == seen[1].2,
            "{what}: they do not stand side by side: {seen:?}"
        );
        Ok(())
    };
    check(["api", "permissive"], "at the beginning")?;
    let at = |id: &str| {
        page.eval::<String>(
            "return String((await e2e.data()).levels.findIndex(({ id }) => id === arg))",
            json!(id),
        )
    };
    for (label, id, expected) in [
        ("First column", "full", ["full", "permissive"]),
        ("Second column", "unreleased", ["full", "unreleased"]),
        ("First column", "restricted", ["restricted", "unreleased"]),
        // What stands in the other column already changes places with it.
        ("Second column", "restricted", ["unreleased", "restricted"]),
    ] {
        page.eval::<Value>("await e2e.choose(arg[0], arg[1])", json!([label, at(id)?]))?;
        check(expected, &format!("{id} in the {label}"))?;
    }
    // Where there is room, all of them stand and there is nothing to choose.
    page.set_width(1280)?;
    let wide: (usize, bool) = page.get(
        "[e2e.$$('.ovc-level').filter(e2e.isSeen).length, e2e.isSeen(e2e.choice('First column'))]",
    )?;
    equal(wide, (6, false), "levels where it is wide, and the lists")
}

fn all_levels_stand_with_scripts_off(page: &Page) -> Outcome {
    page.expect("not loaded: ");
    let server = Site::new()?.refuse("/open-vs-closed.js").serve()?;
    page.open(&server, "/")?;
    for width in ["1200px", "320px"] {
        let seen: (Vec<String>, Vec<String>, usize) = page.eval(
            "document.querySelector('main').style.width = arg; await e2e.frames(2);
             const levels = [...document.querySelectorAll('.ovc-level')];
             return [levels.filter(e2e.isSeen).map((level) => level.dataset.id).toSorted(),
               (await e2e.data()).levels.map(({ id }) => id).toSorted(), document.querySelectorAll('open-vs-closed .ovc-pins').length];",
            json!(width),
        )?;
        equal(seen.0, seen.1, &format!("levels at {width}"))?;
        equal(seen.2, 0, "lists that do nothing")?;
    }
    // References are links there, and lead to what is on the page.
    let dead: Vec<String> = page.get(
        "[...document.querySelectorAll('open-vs-closed a[href^=\"#\"]')].map((a) => a.getAttribute('href')) \
         .filter((href) => !document.getElementById(decodeURIComponent(href.slice(1))))",
    )?;
    equal(dead, [""; 0], "links that lead nowhere")
}
