//! Hosts and words that are written from right to left.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    a_right_to_left_host_leaves_english_as_it_is,
    words_from_right_to_left_turn_the_tabs,
];

fn a_right_to_left_host_leaves_english_as_it_is(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/examples/rtl.html")?;
    equal(
        page.get::<String>("getComputedStyle(e2e.$('.ovc')).direction")?,
        "ltr",
        "the direction",
    )?;
    page.run("e2e.$('[role=tab][aria-selected=true]').focus()")?;
    page.press("ArrowRight")?;
    equal(
        page.state()?["view"].clone(),
        json!("compare"),
        "the view after the right key",
    )?;
    page.press("ArrowLeft")?;
    check_axis_in_place(page, "ArrowRight")
}

/// Data in a language that is written from right to left.
fn arabic() -> String {
    let events: Vec<Value> = (1..9)
        .map(|month| json!({ "id": format!("e{month}"), "date": format!("2022-{month:02}-10"), "title": format!("حدث مهم رقم {month}"), "side": "open", "weight": 3 }))
        .collect();
    json!({
        "version": "1.0", "meta": { "title": "مفتوح أم مغلق", "lang": "ar" }, "events": events,
        "dimensions": [{ "id": "d", "name": "الوصول", "open": [], "closed": [] }],
    })
    .to_string()
}

fn words_from_right_to_left_turn_the_tabs(page: &Page) -> Outcome {
    let body = "<div id=\"box\" style=\"width: 900px\"><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/ar.json\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/ar.json", arabic())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>("getComputedStyle(e2e.$('.ovc')).direction")?,
        "rtl",
        "the direction",
    )?;
    let order: (f64, f64) =
        page.get("e2e.$$('[role=tab]').map((tab) => tab.getBoundingClientRect().left)")?;
    ensure!(
        order.0 > order.1,
        "the first tab stands right of the second: {order:?}"
    );
    page.run("e2e.$('[role=tab][aria-selected=true]').focus()")?;
    page.press("ArrowLeft")?;
    equal(
        page.state()?["view"].clone(),
        json!("compare"),
        "the view after the left key",
    )?;
    page.press("ArrowRight")?;
    equal(
        page.state()?["view"].clone(),
        json!("timeline"),
        "and after the right one",
    )?;
    let places: Vec<f64> = page.get(
        "['e1', 'e4', 'e8'].map((id) => e2e.$(`g[data-id=${id}]`).getBoundingClientRect().left)",
    )?;
    ensure!(
        places.iter().rev().is_sorted(),
        "time does not run to the left: {places:?}"
    );
    let thumbs: Vec<f64> = page.get(
        "e2e.$$('.ovc-overview [role=slider]').map((thumb) => thumb.getBoundingClientRect().left)",
    )?;
    ensure!(
        thumbs[0] > thumbs[1],
        "the start of the range stands left: {thumbs:?}"
    );
    check_axis_in_place(page, "ArrowLeft")
}

/// Labels stay inside, the page does not scroll, and the key that points where time runs leads there.
fn check_axis_in_place(page: &Page, later: &str) -> Outcome {
    let sideways: (f64, f64) = page.get("[document.documentElement.scrollWidth, innerWidth]")?;
    ensure!(
        sideways.0 <= sideways.1,
        "the page scrolls sideways: {sideways:?}"
    );
    let outside: Vec<String> = page.eval(
        "const axis = e2e.$('.ovc-axis > svg').getBoundingClientRect();
         const mark = e2e.$('.ovc-axis g[data-id] .ovc-hit').getBoundingClientRect();
         const outside = mark.left < axis.left - 13 || mark.right > axis.right + 13 ? ['the first mark'] : [];
         for (const label of e2e.$$('.ovc-mark-label')) {
           const { left, right } = label.getBoundingClientRect();
           const hit = label.parentNode.querySelector('.ovc-hit').getBoundingClientRect();
           if (left < axis.left - 3 || right > axis.right + 3) outside.push(e2e.text(label));
           if (left < hit.right - 2 && right > hit.left + 2) outside.push(`${e2e.text(label)} over its mark`);
         }
         return outside;",
        Value::Null,
    )?;
    equal(outside, [""; 0], "what stands outside the axis")?;
    page.run("e2e.$('.ovc-axis').focus()")?;
    page.press("+")?;
    // It zooms to where most events are, which may be the end of the axis.
    let start = || page.get::<f64>("e2e.days(e2e.widget().getState().range)[0]");
    let earlier = if later == "ArrowRight" {
        "ArrowLeft"
    } else {
        "ArrowRight"
    };
    let zoomed = start()?;
    page.press(earlier)?;
    let before = start()?;
    ensure!(before < zoomed, "{earlier} does not lead to the past");
    page.press(later)?;
    let after = start()?;
    ensure!(after > before, "{later} leads to the past");
    Ok(())
}
