//! The card beside the axis, where there is room for both.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    nothing_moves_when_a_card_opens,
    axis_and_card_are_in_sight_together,
    what_the_host_leads_to_is_in_sight_with_the_axis,
    the_next_card_begins_at_its_head,
    under_the_axis_the_steps_stand_above_the_card,
    lanes_count_what_is_in_view,
];

fn open(page: &Page, width: u32, attributes: &str) -> Outcome<Server> {
    // With room for the margins of the page.
    page.browser().set_size(1300, 800)?;
    let server = boxed(width, attributes)?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

/// Where the axis, each mark, the steps and the end of the widget are.
const PLACES: &str = "[...e2e.$$('.ovc-axis > svg, .ovc-axis g[data-id], .ovc-axis [data-cluster], .ovc-stepper, .ovc-mark-label'), e2e.widget()] \
     .map((node) => node.getBoundingClientRect()).map(({ left, top, width }) => [left, top, width].map(Math.round))";

fn nothing_moves_when_a_card_opens(page: &Page) -> Outcome {
    let _server = open(page, 1280, "range=\"2022/2025\"")?;
    page.run("e2e.$('.ovc-axis').scrollIntoView({ block: 'center' }); await e2e.frames(2)")?;
    let before: Value = page.get(PLACES)?;
    for at in [0, 7, 20] {
        page.click(&format!(
            "e2e.$$('.ovc-axis g[data-id]')[{at}].querySelector('.ovc-hit')"
        ))?;
        ensure!(page.get("Boolean(e2e.$('[data-card]'))")?, "no card");
        equal(
            page.get::<Value>(PLACES)?,
            before.clone(),
            "places with a card",
        )?;
    }
    page.run("e2e.button('Close').click(); await e2e.frames(2)")?;
    equal(page.get::<Value>(PLACES)?, before.clone(), "places without")?;
    page.click("e2e.$('[data-cluster]')")?;
    ensure!(
        page.get("Boolean(e2e.$('.ovc-card.is-cluster'))")?,
        "no cluster is open"
    );
    equal(page.get::<Value>(PLACES)?, before, "places with a cluster")
}

/// Whether the axis and the head of the card beside it are in the window.
const IN_SIGHT: &str = "(() => { const [axis, head] = ['.ovc-axis > svg', '.ovc-card > header'].map((part) => e2e.$(part).getBoundingClientRect()); \
     const isIn = ({ top, bottom }) => top >= -1 && bottom <= innerHeight + 1; \
     return isIn(axis) && isIn(head) && head.left > axis.right; })()";

fn axis_and_card_are_in_sight_together(page: &Page) -> Outcome {
    for width in [1100, 1280] {
        let _server = open(page, width, "range=\"2024/2025\"")?;
        page.run("e2e.$('.ovc-axis > svg').scrollIntoView({ block: 'end' }); await e2e.frames(2)")?;
        for at in [0, 9] {
            page.click(&format!(
                "e2e.$$('.ovc-axis g[data-id]')[{at}].querySelector('.ovc-hit')"
            ))?;
            ensure!(
                page.get(IN_SIGHT)?,
                "{width} px, mark {at}: not both in sight"
            );
            let edge: f64 = page.get(
                "(({ right }) => e2e.box(e2e.widget()).right - right)(e2e.box(e2e.$('.ovc-card')))",
            )?;
            ensure!(edge >= -1.0, "{width} px: the card is cut by {edge}");
        }
    }
    Ok(())
}

fn what_the_host_leads_to_is_in_sight_with_the_axis(page: &Page) -> Outcome {
    page.browser().set_size(1280, 800)?;
    let text = "<p>Text of the page.</p>".repeat(60);
    let body = format!(
        "{text}<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>{text}"
    );
    let server = Site::new()?.host("", &body).serve()?;
    page.open_live(&server, "/host.html")?;
    page.run("await e2e.widget().goTo('deepseek-r1'); await e2e.frames(4)")?;
    ensure!(page.get(IN_SIGHT)?, "axis and card are not both in sight");
    // A state that the host sets does not scroll its page.
    page.run("scrollTo(0, 0)")?;
    page.set_state(json!({ "event": "chatgpt" }))?;
    equal(page.get::<f64>("scrollY")?, 0.0, "the page")
}

fn the_next_card_begins_at_its_head(page: &Page) -> Outcome {
    let _server = open(page, 1280, "event=\"deepseek-r1\"")?;
    page.run("e2e.$('.ovc-beside').scrollTop = 300; await e2e.frames(2)")?;
    let top = "e2e.$('.ovc-beside').scrollTop";
    ensure!(page.get::<f64>(top)? > 100.0, "the panel does not scroll");
    page.click("e2e.button('Next event')")?;
    let now: f64 = page.get(top)?;
    ensure!(now < 4.0, "the next card begins {now} px under its head");
    Ok(())
}

fn under_the_axis_the_steps_stand_above_the_card(page: &Page) -> Outcome {
    let _server = open(page, 1000, "event=\"deepseek-r1\"")?;
    let tops: [f64; 3] = page.get(
        "['.ovc-overview', '.ovc-stepper', '.ovc-card'].map((part) => e2e.$(part).getBoundingClientRect().top)",
    )?;
    ensure!(tops.is_sorted(), "{tops:?}");
    Ok(())
}

fn lanes_count_what_is_in_view(page: &Page) -> Outcome {
    let _server = open(page, 1000, "")?;
    let told = "e2e.$$('.ovc-lane-name').map(e2e.text)";
    let all: Vec<String> = page.get(told)?;
    ensure!(all.iter().all(|name| !name.contains("in view")), "{all:?}");
    page.set_state(json!({ "range": "2025-01" }))?;
    let expected: usize = page.eval(
        "return (await e2e.data()).events.filter(({ date }) => date.startsWith('2025-01')).length",
        Value::Null,
    )?;
    let now: Vec<String> = page.get(told)?;
    let mut sum = 0;
    for (before, now) in all.iter().zip(&now) {
        let (name, total) = before.rsplit_once(' ').unwrap_or_default();
        let rest = now.strip_prefix(name).unwrap_or_default();
        let count = rest.strip_suffix(&format!(" of {total} in view"));
        let count = count.and_then(|count| count.trim().parse::<usize>().ok());
        ensure!(count.is_some(), "“{now}” after “{before}”");
        sum += count.unwrap_or_default();
    }
    equal(sum, expected, "events in January 2025")
}
