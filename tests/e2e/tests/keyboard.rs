//! Whoever has no mouse gets everywhere.

use std::collections::BTreeSet;

use open_vs_closed_e2e::{Failure, Outcome, Page, ensure, equal};
use serde::Deserialize;
use serde_json::Value;

use crate::support::{boxed, tests};

tests![
    arrow_keys_and_enter_reach_every_event_on_the_axis,
    the_axis_is_one_stop_and_the_card_is_near,
    the_tab_key_comes_back_to_the_mark_that_it_left,
    each_chart_is_one_stop_with_arrow_keys,
    the_events_on_the_axis_can_be_skipped,
    a_member_of_a_cluster_opens_by_keyboard,
    next_event_leads_through_all_of_them,
    tab_and_enter_open_every_event_of_the_narrow_list,
    escape_closes_what_a_mark_has_opened,
    escape_closes_the_card_from_inside_it,
    escape_closes_an_entry_of_the_list,
    closing_a_card_does_not_lose_the_place_of_the_keyboard,
];

/// Where the keyboard is, and what stands open.
#[derive(Deserialize)]
struct Place {
    on_axis: bool,
    id: Option<String>,
    is_cluster: bool,
    /// Id of the event whose card stands open.
    card: Option<String>,
    /// Whether that card is a region labelled by the title of its event.
    is_labelled: bool,
    members: Vec<String>,
    name: String,
}

fn place(page: &Page) -> Outcome<Place> {
    page.eval(
        r#"
        const active = e2e.active();
        const card = e2e.$("[data-card]");
        const label = card && e2e.$(`#${card.getAttribute("aria-labelledby")}`);
        const title = card && (window.__titles ??= new Map(
          (await e2e.data()).events.map((event) => [event.id, event.title])));
        return {
          on_axis: Boolean(active?.closest(".ovc-axis")),
          id: active?.dataset?.id ?? null,
          is_cluster: active?.hasAttribute("data-cluster") ?? false,
          card: card?.dataset.card ?? null,
          is_labelled: Boolean(card) && card.getAttribute("role") === "region"
            && e2e.text(label) === title.get(card.dataset.card),
          members: e2e.$$(".is-cluster .ovc-members button[data-id]").map((button) => button.dataset.id),
          name: active ? e2e.name(active) : "",
        };
        "#,
        Value::Null,
    )
}

/// Notes every card that appears: the id of its event, and the title that labels it.
const WATCH: &str = "window.cards = []; \
    const note = (card, id) => window.cards.push( \
      [id, e2e.text(e2e.$(`#${card.getAttribute('aria-labelledby')}`))]); \
    new MutationObserver((records) => { \
      for (const node of records.flatMap((record) => [...record.addedNodes])) { \
        if (node.dataset?.card) note(node, node.dataset.card); \
        const entry = node.closest?.('.ovc-entry'); \
        if (entry && node.matches('[role=region]')) note(node, entry.querySelector('[data-id]').dataset.id); \
      } \
    }).observe(e2e.root(), { childList: true, subtree: true });";

/// Cards that appeared, each id with its title, against all that there are.
fn check_cards(page: &Page) -> Outcome {
    let (found, expected): (Value, Value) = page.get(
        "[window.cards.toSorted(), (await e2e.data()).events.map((event) => [event.id, event.title]).toSorted()]",
    )?;
    equal(found, expected, "cards that were opened")
}

fn all_ids(page: &Page) -> Outcome<BTreeSet<String>> {
    page.get("(await e2e.data()).events.map((event) => event.id)")
}

/// Presses Tab until the keyboard is on the axis.
fn tab_to_axis(page: &Page) -> Outcome {
    for _ in 0..60 {
        page.press("Tab")?;
        if place(page)?.on_axis {
            return Ok(());
        }
    }
    Err(Failure::new("60 times Tab do not lead to the axis"))
}

fn the_events_on_the_axis_can_be_skipped(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let seen = "Number(getComputedStyle(e2e.button('Skip the events on the axis')).opacity)";
    let before: f64 = page.get(seen)?;
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    let focused: f64 = page.get(seen)?;
    equal((before, focused), (0.0, 1.0), "how far it is seen")?;
    let through: bool = page.get(
        "/^rgba\\(.*, 0\\)$/.test(getComputedStyle(e2e.button('Skip the events on the axis')).backgroundColor)",
    )?;
    ensure!(!through, "what stands under it is seen through it");
    page.press("Enter")?;
    let role: String = page.get("e2e.active().getAttribute('aria-label')")?;
    equal(&*role, "Start of the range", "where it leads")?;
    // It stands before the axis.
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    page.press("Tab")?;
    ensure!(
        page.get("e2e.active().matches('.ovc-axis .ovc-mark')")?,
        "the marks do not come next"
    );
    Ok(())
}

fn arrow_keys_and_enter_reach_every_event_on_the_axis(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    tab_to_axis(page)?;
    let mut reached = BTreeSet::new();
    let mut last = None;
    for _ in 0..150 {
        let at = place(page)?;
        if last.as_ref() == Some(&at.name) {
            break;
        }
        last = Some(at.name.clone());
        page.press("Enter")?;
        let open = place(page)?;
        if at.is_cluster {
            ensure!(
                at.name.starts_with(&format!("+{} ", open.members.len())),
                "“{}” opens {} events",
                at.name,
                open.members.len()
            );
            reached.extend(open.members);
        } else {
            let id = at.id.unwrap_or_default();
            equal(
                open.card.as_deref(),
                Some(&*id),
                "the card that Enter opens",
            )?;
            ensure!(
                open.is_labelled,
                "the card of {id} is not labelled by its title"
            );
            reached.insert(id);
        }
        ensure!(
            place(page)?.on_axis,
            "Enter on “{}” takes the keyboard away",
            at.name
        );
        page.press("ArrowDown")?;
    }
    equal(
        reached,
        all_ids(page)?,
        "events that arrow keys and Enter reach",
    )
}

/// What the Tab key stops at, in this order.
const STOPS: &str = "e2e.$$('a[href], button, input, select, summary, [tabindex]').filter((node) => \
     node.tabIndex >= 0 && !node.disabled && e2e.isSeen(node) && !node.closest('[inert]'))";

fn the_axis_is_one_stop_and_the_card_is_near(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let on_axis = format!("{STOPS}.filter((node) => node.closest('.ovc-axis')).length");
    // The switch of the language at the head is no part of it.
    let stops: usize = page.get(&format!(
        "{STOPS}.filter((node) => node.closest('.ovc-views')).length"
    ))?;
    ensure!(stops <= 30, "{stops} stops");
    equal(page.get::<usize>(&on_axis)?, 1, "stops on the axis")?;
    for event in ["deepseek-r1", "llama-2"] {
        page.run(&format!(
            "await e2e.widget().goTo('{event}'); await e2e.frames(3); e2e.$('.ovc-axis g[aria-pressed=true]').focus()"
        ))?;
        equal(page.get::<usize>(&on_axis)?, 1, "stops on the axis")?;
        let mut steps = 0;
        while !page.get::<bool>("Boolean(e2e.active()?.closest('[data-card]'))")? {
            steps += 1;
            ensure!(steps <= 3, "the card of {event} is far");
            page.press("Tab")?;
        }
    }
    Ok(())
}

fn the_tab_key_comes_back_to_the_mark_that_it_left(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let name = "e2e.name(e2e.active())";
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    page.press_all(&["Tab", "ArrowDown", "ArrowDown", "ArrowDown"])?;
    let left: String = page.get(name)?;
    ensure!(place(page)?.on_axis, "the keyboard is on {left}");
    page.press("Tab")?;
    ensure!(!place(page)?.on_axis, "Tab does not leave the axis");
    page.press("Shift+Tab")?;
    equal(page.get::<String>(name)?, left, "where Shift and Tab lead")?;
    // An event that is selected afterwards comes first.
    page.run("await e2e.widget().goTo('deepseek-r1'); await e2e.frames(3)")?;
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    page.press("Tab")?;
    let id: String = page.get("e2e.active().dataset.id")?;
    equal(&*id, "deepseek-r1", "where Tab leads")?;
    // The arrow keys to the sides move the range, on a mark as well.
    page.press("+")?;
    let before = page.state()?["range"].clone();
    page.press("ArrowRight")?;
    ensure!(page.state()?["range"] != before, "the range stays");
    Ok(())
}

fn each_chart_is_one_stop_with_arrow_keys(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"models\"")?;
    page.open_live(&server, "/host.html")?;
    for chart in [".ovc-frontier", ".ovc-prices"] {
        let stops: usize = page.get(&format!(
            "{STOPS}.filter((node) => node.closest('{chart} .ovc-chart')).length"
        ))?;
        equal(stops, 1, chart)?;
        page.run(&format!("e2e.$('{chart} .ovc-skip').focus()"))?;
        page.press("Tab")?;
        // Counted from the newest point, which the Tab key comes to.
        let at = format!("[...e2e.$$('{chart} .ovc-point')].reverse().indexOf(e2e.active())");
        equal(page.get::<i32>(&at)?, 0, "where Tab leads")?;
        page.press_all(&["ArrowLeft", "ArrowLeft", "ArrowRight", "Tab"])?;
        ensure!(
            page.get("e2e.active().type === 'range'")?,
            "Tab does not lead out of the chart"
        );
        page.press("Shift+Tab")?;
        equal(page.get::<i32>(&at)?, 1, "where Shift and Tab lead back")?;
        page.run(&format!("e2e.$('{chart} .ovc-skip').focus()"))?;
        page.press("Enter")?;
        ensure!(
            page.get("e2e.active().type === 'range'")?,
            "the chart is not skipped"
        );
    }
    Ok(())
}

fn a_member_of_a_cluster_opens_by_keyboard(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('[data-cluster]').focus()")?;
    page.press("Enter")?;
    let members = place(page)?.members;
    // Enter again leads into what the first one has opened.
    page.press("Enter")?;
    for _ in 0..4 {
        let at = place(page)?;
        if at.id.is_some() && !at.on_axis {
            page.press("Enter")?;
            let open = place(page)?;
            ensure!(
                at.id.as_ref().is_some_and(|id| members.contains(id)),
                "{:?} is no member",
                at.id
            );
            return equal(open.card, at.id, "the card of the member");
        }
        page.press("Tab")?;
    }
    Err(Failure::new(
        "Tab does not lead from the cluster to its members",
    ))
}

fn next_event_leads_through_all_of_them(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let ids = all_ids(page)?;
    page.run("e2e.button('Next event').focus()")?;
    page.run(WATCH)?;
    page.press_all(&vec!["Enter"; ids.len()])?;
    check_cards(page)?;
    let end: (String, Option<String>) = page.get(
        "[e2e.text(e2e.$('.ovc-place')), e2e.button('Next event').getAttribute('aria-disabled')]",
    )?;
    let total = all_ids(page)?.len();
    equal(
        end,
        (format!("Event {total} of {total}"), Some("true".to_owned())),
        "at the end",
    )?;
    ensure!(
        page.get("e2e.active() === e2e.button('Next event')")?,
        "the button has lost the focus"
    );
    page.run("e2e.button('Previous event').focus()")?;
    page.press("Enter")?;
    let place: String = page.get("e2e.text(e2e.$('.ovc-place'))")?;
    equal(place, format!("Event {} of {total}", total - 1), "one back")
}

/// Periods stand between the events, each with its sources: one more stop for each of them.
const PERIODS: usize = 5;

fn tab_and_enter_open_every_event_of_the_narrow_list(page: &Page) -> Outcome {
    let server = boxed(320, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-fold > :nth-child(2)').click(); await e2e.frames(3)")?;
    let ids = all_ids(page)?;
    for _ in 0..60 {
        page.press("Tab")?;
        if place(page)?.id.is_some() {
            break;
        }
    }
    page.run(WATCH)?;
    page.press_all(&["Enter", "Enter", "Tab"].repeat(ids.len() + PERIODS))?;
    check_cards(page)
}

fn escape_closes_what_a_mark_has_opened(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('g[data-id]').focus()")?;
    page.press("Enter")?;
    ensure!(place(page)?.card.is_some(), "Enter opens no card");
    page.press("Escape")?;
    equal(place(page)?.card, None, "the card after Escape")?;
    page.run("e2e.$('[data-cluster]').focus()")?;
    page.press("Enter")?;
    ensure!(!place(page)?.members.is_empty(), "Enter opens no cluster");
    page.press("Escape")?;
    equal(place(page)?.members, [""; 0], "the cluster after Escape")?;
    ensure!(place(page)?.on_axis, "Escape takes the keyboard away");
    Ok(())
}

fn escape_closes_the_card_from_inside_it(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('g[data-id]').focus()")?;
    page.press("Enter")?;
    page.press("Enter")?;
    ensure!(
        page.get("Boolean(e2e.active()?.closest('[data-card]'))")?,
        "a second Enter does not lead into the card"
    );
    page.press("Escape")?;
    equal(place(page)?.card, None, "the card after Escape inside it")
}

fn escape_closes_an_entry_of_the_list(page: &Page) -> Outcome {
    let server = boxed(320, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-entry:not(.is-minor) > button').focus()")?;
    page.press("Enter")?;
    let is_open = "Boolean(e2e.$('.ovc-entry [role=region]'))";
    ensure!(page.get(is_open)?, "Enter opens no entry");
    page.press("Escape")?;
    ensure!(
        !page.get::<bool>(is_open)?,
        "Escape does not close the entry"
    );
    ensure!(
        page.get("Boolean(e2e.active()?.matches('button[data-id]'))")?,
        "Escape takes the keyboard away"
    );
    Ok(())
}

fn closing_a_card_does_not_lose_the_place_of_the_keyboard(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('g[data-id]').focus()")?;
    page.press("Enter")?;
    page.run("e2e.button('Close').focus()")?;
    page.press("Enter")?;
    equal(place(page)?.card, None, "the card after Close")?;
    let active: String = page.get("e2e.active()?.tagName ?? 'nothing'")?;
    ensure!(
        active != "BODY" && active != "nothing",
        "the keyboard focus is on {active}"
    );
    Ok(())
}
