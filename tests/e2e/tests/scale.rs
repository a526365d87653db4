//! Many events: what is drawn stays bounded, and every one can be reached.

use open_vs_closed_e2e::{Outcome, Page, Server, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed_data, tests};

tests![
    the_axis_draws_no_more_than_it_can_show,
    links_periods_and_actors_stay_bounded,
    a_crowd_opens_and_zooming_leads_to_each_event,
    a_crowded_day_leads_to_the_list,
    the_list_comes_in_pages,
    the_selected_event_is_on_the_page_of_the_list,
];

/// So many events over twelve years, as a host would have them.
const COUNT: usize = 20_000;
/// Elements of the timeline view, whatever the data.
const MOST: usize = 1_500;

fn many() -> Value {
    let sides = ["open", "closed", "mixed", "context"];
    let events: Vec<Value> = (0..COUNT)
        .map(|n| {
            // Steps that have nothing in common with the length of a year.
            let (year, month, day) = (2014 + n * 7 % 12, 1 + n * 5 % 12, 1 + n * 11 % 28);
            json!({
                "id": format!("e{n}"), "date": format!("{year}-{month:02}-{day:02}"),
                "title": format!("Event number {n}"), "side": sides[n % 4], "weight": 1 + (n % 3),
                "kind": "release",
            })
        })
        .collect();
    json!({ "version": "1.0", "meta": { "title": "Many", "lang": "en" }, "events": events })
}

fn open(page: &Page, width: u32) -> Outcome<Server> {
    let server = boxed_data(width, &many())?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn elements(page: &Page) -> Outcome<usize> {
    page.get("e2e.$$('.ovc *').length")
}

fn the_axis_draws_no_more_than_it_can_show(page: &Page) -> Outcome {
    let _server = open(page, 1280)?;
    let counted: usize = page.get(
        "e2e.$$('[data-cluster]').reduce((sum, cluster) => sum + Number(cluster.dataset.cluster), 0) + e2e.$$('g[data-id]').length",
    )?;
    equal(counted, COUNT, "events in marks and clusters")?;
    for range in [
        Value::Null,
        json!("2015/2020"),
        json!("2018"),
        json!("2018-05"),
        json!("2018-05-09"),
    ] {
        page.set_state(json!({ "range": range }))?;
        let found = elements(page)?;
        ensure!(found <= MOST, "{found} elements in {range}");
    }
    Ok(())
}

fn links_periods_and_actors_stay_bounded(page: &Page) -> Outcome {
    let day = |n: usize| {
        format!(
            "{}-{:02}-{:02}",
            2014 + n * 7 % 12,
            1 + n * 5 % 12,
            1 + n * 11 % 28
        )
    };
    let events: Vec<Value> = (0..2_500)
        .map(|n| json!({ "id": format!("e{n}"), "date": day(n), "title": format!("Event number {n}"), "actors": [format!("a{n}")] }))
        .collect();
    let links: Vec<Value> = (1..900)
        .map(|n| json!({ "id": format!("l{n}"), "from": "e0", "to": format!("e{n}"), "relation": "led-to", "status": "documented", "note": "It did." }))
        .collect();
    let actors: Vec<Value> = (0..2_500)
        .map(|n| json!({ "id": format!("a{n}"), "name": format!("Actor {n}") }))
        .collect();
    let eras: Vec<Value> = (0..600)
        .map(|n| json!({ "id": format!("p{n}"), "name": format!("Period {n}"), "start": day(n), "end": "2026" }))
        .collect();
    let data = json!({ "version": "1.0", "meta": { "title": "Much", "lang": "en", "eras": eras },
                       "events": events, "links": links, "actors": actors });
    let server = boxed_data(1280, &data)?;
    page.open_live(&server, "/host.html")?;
    let bounded = |what: &str| -> Outcome {
        let found = elements(page)?;
        ensure!(found <= MOST, "{found} elements with {what}");
        Ok(())
    };
    bounded("600 periods")?;
    page.click("e2e.button('Who')")?;
    page.click("e2e.$$('.ovc-filter .ovc-menu').at(-1)")?;
    bounded("2,500 actors")?;
    page.click("e2e.button('Who')")?;
    page.run("await e2e.widget().goTo('e0'); await e2e.frames(3)")?;
    bounded("899 links")?;
    let said: String = page.get("e2e.text(e2e.$('.ovc-links.is-after > p'))")?;
    equal(said.as_str(), "875 more", "what is told of the other links")
}

fn a_crowd_opens_and_zooming_leads_to_each_event(page: &Page) -> Outcome {
    let _server = open(page, 1280)?;
    page.run("e2e.$$('[data-cluster]').sort((a, b) => b.dataset.cluster - a.dataset.cluster)[0].dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); await e2e.frames(2)")?;
    let (title, listed): (String, usize) =
        page.get("[e2e.text(e2e.$('#ovc-cluster-title')), e2e.$$('.ovc-members li').length]")?;
    ensure!((2..=60).contains(&listed), "{title}: {listed} are listed");
    ensure!(
        elements(page)? <= MOST,
        "{} elements with a cluster open",
        elements(page)?
    );
    // One named event, far down in a crowd: select it from outside, and it is a mark.
    page.set_state(json!({ "event": "e12345" }))?;
    ensure!(
        page.get("Boolean(e2e.$('g[data-id=e12345][aria-pressed=true]'))")?,
        "the selected event is no mark"
    );
    Ok(())
}

fn a_crowded_day_leads_to_the_list(page: &Page) -> Outcome {
    let events: Vec<Value> = (0..400)
        .map(|n| json!({ "id": format!("e{n}"), "date": "2021-06-09", "title": format!("Event number {n}"), "side": "open" }))
        .collect();
    let data =
        json!({ "version": "1.0", "meta": { "title": "A day", "lang": "en" }, "events": events });
    let server = boxed_data(1280, &data)?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "for (let n = 0; n < 9; n += 1) { e2e.button('Zoom in').click(); await e2e.frames(2); }",
    )?;
    // What the axis shows is what its range says.
    let ticks: Vec<String> = page.get("e2e.$$('.ovc-tick-label').map(e2e.text)")?;
    equal(
        (page.state()?["range"].clone(), ticks),
        (json!("2021-06-09"), vec!["9".to_owned()]),
        "the closest look",
    )?;
    page.run("e2e.$('[data-cluster]').dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); await e2e.frames(2)")?;
    ensure!(
        page.get(
            "e2e.button('Zoom in here') === undefined || e2e.button('Zoom in here') === null"
        )?,
        "there is no closer look"
    );
    page.click("e2e.button('Show as a list')")?;
    let listed: usize = page.get("e2e.$$('.ovc-entry').length")?;
    ensure!(listed > 60, "{listed} events in the list");
    equal(
        page.state()?["range"].clone(),
        json!("2021-06-09"),
        "the range",
    )
}

fn the_list_comes_in_pages(page: &Page) -> Outcome {
    let _server = open(page, 320)?;
    let first = "e2e.text(e2e.$('.ovc-entry-title'))";
    let start: String = page.get(first)?;
    ensure!(
        elements(page)? <= MOST,
        "{} elements in the list",
        elements(page)?
    );
    page.click("e2e.$$('button').find((button) => /later events/.test(button.textContent))")?;
    let second: String = page.get(first)?;
    ensure!(start != second, "the next page begins with the same event");
    ensure!(
        elements(page)? <= MOST,
        "{} elements on the next page",
        elements(page)?
    );
    page.click("e2e.$$('button').find((button) => /earlier events/.test(button.textContent))")?;
    equal(
        page.get::<String>(first)?,
        start,
        "the first of the first page again",
    )
}

fn the_selected_event_is_on_the_page_of_the_list(page: &Page) -> Outcome {
    let _server = open(page, 320)?;
    page.set_state(json!({ "event": "e12345" }))?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('[data-id=e12345][aria-expanded=true]'))")?,
        "the selected event is not in the list"
    );
    page.run("e2e.button('Next event').focus()")?;
    for _ in 0..5 {
        page.press("Enter")?;
    }
    ensure!(
        page.get(
            "e2e.isSeen(e2e.$(`[data-id=${e2e.widget().getState().event}][aria-expanded=true]`))"
        )?,
        "the fifth event after it is not in the list"
    );
    Ok(())
}
