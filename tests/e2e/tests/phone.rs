//! The first screen of a phone, and one question at a time.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    the_first_screen_has_the_first_events,
    the_controls_unfold_and_tell_how_many_are_set,
    key_events_first_and_all_on_request,
    the_bar_is_low_and_gone_where_it_cannot_float,
    one_question_at_a_time,
    tables_end_at_a_column,
    tabs_stay_in_sight,
];

fn open(page: &Page, attributes: &str) -> Outcome<open_vs_closed_e2e::Server> {
    page.browser().set_size(500, 844)?;
    let server = boxed(390, attributes)?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn the_first_screen_has_the_first_events(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    let lead: String = page.get("e2e.text(e2e.$('.ovc-lead'))")?;
    ensure!(lead.starts_with("Who should hold the weights"), "{lead}");
    let top: f64 = page.get("e2e.$('.ovc-entry').getBoundingClientRect().top - e2e.widget().getBoundingClientRect().top")?;
    // On a screen of 844 px, under the line that says what the sides mean.
    ensure!(top < 640.0, "the first event is {top} px down");
    ensure!(
        page.get("e2e.isSeen(e2e.$('.ovc-sides'))")?,
        "what the sides mean is not said"
    );
    page.run("e2e.button('January 2025').click(); await e2e.frames(3)")?;
    equal(
        page.state()?["range"].clone(),
        json!("2025-01"),
        "one tap leads to January 2025",
    )
}

fn the_controls_unfold_and_tell_how_many_are_set(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    let seen =
        "['.ovc-definition', '.ovc-dates', '.ovc-search'].map((part) => e2e.isSeen(e2e.$(part)))";
    equal(page.get::<Vec<bool>>(seen)?, [false; 3], "folded")?;
    page.run("e2e.$('.ovc-fold button').focus()")?;
    page.press("Enter")?;
    equal(page.get::<Vec<bool>>(seen)?, [true; 3], "unfolded")?;
    page.set_state(json!({ "side": ["open"], "q": "model" }))?;
    equal(
        page.get::<String>("e2e.text(e2e.$('.ovc-fold button'))")?,
        "Filter 2 set",
        "how many are set",
    )?;
    page.set_width(900)?;
    equal(
        page.get::<Vec<bool>>(seen)?,
        [true; 3],
        "where there is room",
    )
}

fn key_events_first_and_all_on_request(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    let shown = "e2e.$$('.ovc-entry').filter(e2e.isSeen).length";
    let (key, all): (usize, usize) = page.eval(
        "const { events } = await e2e.data(); return [events.filter(({ weight }) => weight > 1).length, events.length]",
        Value::Null,
    )?;
    equal(page.get::<usize>(shown)?, key, "key events")?;
    page.run(&format!(
        "e2e.button('Show all {all} events').click(); await e2e.frames(3)"
    ))?;
    equal(page.get::<usize>(shown)?, all, "all events")?;
    page.run(&format!(
        "e2e.button('Show {key} key events').click(); await e2e.frames(3)"
    ))?;
    equal(page.get::<usize>(shown)?, key, "key events again")?;
    // An event of less weight is among all of them, and stays there when it is closed.
    page.eval::<Value>(
        "const { events } = await e2e.data();
         e2e.widget().goTo(events.find(({ weight }) => !(weight > 1)).id); await e2e.frames(4);",
        Value::Null,
    )?;
    equal(page.get::<usize>(shown)?, all, "with one of the others")?;
    page.set_state(json!({ "event": null }))?;
    equal(page.get::<usize>(shown)?, all, "after it is closed")
}

fn the_bar_is_low_and_gone_where_it_cannot_float(page: &Page) -> Outcome {
    let _server = open(page, "event=\"deepseek-r1\"")?;
    let height: f64 = page.get("e2e.$('.ovc-floating').getBoundingClientRect().height")?;
    ensure!(height > 30.0 && height <= 56.0, "it is {height} px high");
    page.browser().set_size(500, 4000)?;
    // (It would stand at the end of a frame that is as high as its content.)
    page.wait("!e2e.isSeen(e2e.$('.ovc-floating'))")
}

fn one_question_at_a_time(page: &Page) -> Outcome {
    let _server = open(page, "view=\"compare\"")?;
    let ids: Vec<String> = page.eval(
        "return (await e2e.data()).dimensions.map(({ id }) => id)",
        Value::Null,
    )?;
    let shown = "e2e.$$('.ovc-table tbody tr').map((row) => row.dataset.id)";
    equal(page.get::<Vec<String>>(shown)?, &ids[..1], "at first")?;
    page.run("e2e.$('.ovc-next').click(); await e2e.frames(4)")?;
    equal(page.get::<Vec<String>>(shown)?, &ids[1..2], "the next one")?;
    let (top, tabs): (f64, f64) = page.get(
        "[e2e.$('.ovc-table tbody tr'), e2e.$('.ovc-tabs')].map((node) => node.getBoundingClientRect()).flatMap((box, at) => at ? box.bottom : box.top)",
    )?;
    ensure!(
        top >= tabs - 1.0 && top < 200.0,
        "it begins at {top}, the tabs end at {tabs}"
    );
    page.eval::<Value>("await e2e.choose('Question', arg)", json!(ids.last()))?;
    equal(page.get::<Vec<String>>(shown)?, &ids[14..], "the last one")?;
    ensure!(page.get("!e2e.$('.ovc-next')")?, "one more after the last");
    Ok(())
}

/// Tables keep their first column, and no column is cut by the edge of its container.
fn tables_end_at_a_column(page: &Page) -> Outcome {
    for (width, view) in [
        (320, "models"),
        (390, "models"),
        (720, "models"),
        (320, "compare"),
        (1280, "compare"),
    ] {
        page.browser().set_size(width.max(500), 844)?;
        let server = boxed(width, &format!("view=\"{view}\""))?;
        page.open_live(&server, "/host.html")?;
        page.set_state(json!({ "models": ["o3-mini", "deepseek-r1", "o3", "gpt-4o"] }))?;
        let (wrong, scrolling): (Vec<String>, usize) = page.eval(
            "for (const details of e2e.$$('.ovc-figures, .ovc-side-by-side details')) details.open = true;
             await e2e.frames(3);
             const wrong = [];
             let scrolling = 0;
             for (const box of e2e.$$('.ovc-scroll')) {
               const name = e2e.text(box.querySelector('caption'));
               const [head, ...heads] = box.querySelectorAll('thead th');
               const note = e2e.isSeen(box.previousElementSibling);
               const isWider = box.scrollWidth > box.clientWidth + 1;
               if (isWider) scrolling += 1;
               if (isWider && !note) wrong.push(`${name} does not say that it scrolls`);
               for (const to of [0, heads[0].offsetWidth * 1.4, box.scrollWidth]) {
                 box.scrollLeft = to;
                 await new Promise((resolve) => setTimeout(resolve, 400));
                 await e2e.frames(2);
                 const { left, right } = box.getBoundingClientRect();
                 const first = head.getBoundingClientRect();
                 if (Math.abs(first.left - left) > 1) wrong.push(`${name}: the first column has left at ${to}`);
                 for (const cell of heads) {
                   const at = cell.getBoundingClientRect();
                   const isCut = (edge) => at.left < edge - 2 && at.right > edge + 2;
                   if (isCut(right) || isCut(first.right)) wrong.push(`${name}: ${e2e.text(cell)} is cut at ${to}`);
                 }
               }
             }
             return [wrong, scrolling];",
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("tables of {view} at {width} px"))?;
        ensure!(scrolling > 0, "no table of {view} scrolls at {width} px");
    }
    Ok(())
}

fn tabs_stay_in_sight(page: &Page) -> Outcome {
    for view in ["compare", "models"] {
        let _server = open(page, &format!("view=\"{view}\""))?;
        let top: f64 = page.get(
            "(scrollTo(0, 3000), await e2e.frames(3), e2e.$('[role=tablist]').getBoundingClientRect().top)",
        )?;
        ensure!(
            (-1.0..=1.0).contains(&top),
            "{view}: the tabs are at {top} px"
        );
    }
    Ok(())
}
