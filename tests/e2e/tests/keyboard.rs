//! Whoever has no mouse gets everywhere.

use std::collections::BTreeSet;

use open_vs_closed_e2e::{Failure, Outcome, Page, ensure, equal};
use serde::Deserialize;
use serde_json::Value;

use crate::support::{boxed, tests};

tests![
    tab_and_enter_reach_every_event_on_the_axis,
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
        page.get("e2e.active().classList.contains('ovc-axis')")?,
        "the axis does not come next"
    );
    Ok(())
}

fn tab_and_enter_reach_every_event_on_the_axis(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    tab_to_axis(page)?;
    let mut reached = BTreeSet::new();
    for _ in 0..150 {
        page.press("Tab")?;
        let at = place(page)?;
        if !at.on_axis {
            break;
        }
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
    }
    equal(reached, all_ids(page)?, "events that Tab and Enter reach")
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
