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
    ensure!(
        !page.get::<bool>("e2e.isSeen(e2e.$('.ovc-floating'))")?,
        "it stands at the end of a frame that is as high as its content"
    );
    Ok(())
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
