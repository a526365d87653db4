//! The card of the selected event.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    what_is_pressed_opens_and_nothing_else,
    a_click_on_a_mark_opens_its_card,
    sources_are_links_that_lead_out_safely,
    every_typed_link_is_told_at_both_ends,
    a_typed_link_leads_to_the_other_event,
    a_selection_is_announced_once,
    an_entry_of_the_list_opens_in_its_place,
    close_closes_the_card,
];

/// Marks and clusters are heard by the group of them: each part of one leads to the same.
fn what_is_pressed_opens_and_nothing_else(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let strays: Vec<String> = page.get(
        "(async () => {
           const press = async (part) => {
             part.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
             await e2e.frames(2);
           };
           const strays = [];
           const clusters = e2e.$$('.ovc-cluster').map(({ dataset }) => dataset.first);
           if (clusters.length < 3) strays.push(`only ${clusters.length} clusters`);
           for (const first of clusters) {
             const { dataset, lastElementChild } = e2e.$(`.ovc-cluster[data-first='${first}']`);
             await press(lastElementChild);
             const card = e2e.$('.ovc-card.is-cluster');
             const count = card?.querySelectorAll('.ovc-members li').length;
             if (card?.dataset.first !== first || count !== Number(dataset.cluster)) strays.push(`+${first}: ${card?.dataset.first}, ${count}`);
           }
           for (const part of ['.ovc-hit', '.ovc-dot', '.ovc-mark-label']) {
             for (const at of [0, 3]) {
               const mark = e2e.$$('.ovc-axis g[data-id]').filter((mark) => mark.querySelector(part))[at];
               const { id } = mark.dataset;
               await press(mark.querySelector(part));
               if (e2e.widget().getState().event !== id) strays.push(`${id} by ${part}`);
             }
           }
           e2e.widget().setState({ event: null });
           await e2e.frames(2);
           await press(e2e.$('.ovc-mark').parentNode);
           if (e2e.widget().getState().event !== undefined && e2e.widget().getState().event !== null) strays.push('the group itself');
           return strays;
         })()",
    )?;
    ensure!(
        strays.is_empty(),
        "what opens something else: {}",
        strays.join("; ")
    );
    Ok(())
}

fn a_click_on_a_mark_opens_its_card(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let name: String = page.get("e2e.name(e2e.$$('.ovc-axis g[data-id]')[5])")?;
    page.click("e2e.$$('.ovc-axis g[data-id]')[5].querySelector('.ovc-hit')")?;
    let card: (String, String, String) = page.eval(
        "const card = e2e.$('[data-card]');
         const label = e2e.$(`#${card.getAttribute('aria-labelledby')}`);
         return [card.getAttribute('role'), e2e.text(label), card.dataset.card];",
        Value::Null,
    )?;
    equal(&*card.0, "region", "the role of the card")?;
    ensure!(name.starts_with(&card.1), "“{name}” opens “{}”", card.1);
    equal(page.state()?["event"].clone(), json!(card.2), "the state")
}

/// Opens the card of each event in turn, and collects what a script says of it.
fn of_each_card(page: &Page, script: &str) -> Outcome<Vec<String>> {
    let all = format!(
        "const data = await e2e.data();
         const found = [];
         for (const event of data.events) {{
           await e2e.widget().goTo(event.id);
           const card = await e2e.until(() => e2e.$(`[data-card=\"${{CSS.escape(event.id)}}\"]`), event.id);
           {script}
         }}
         return found;"
    );
    page.eval(&all, Value::Null)
}

fn sources_are_links_that_lead_out_safely(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let wrong = of_each_card(
        page,
        "const links = [...card.querySelectorAll('.ovc-card-sources a')];
         const hrefs = links.map((a) => a.getAttribute('href'));
         if (!links.some(e2e.isSeen)) found.push(`${event.id}: no source in sight`);
         if (hrefs.join() !== e2e.hrefs(data, event.sources).join()) found.push(`${event.id}: ${hrefs.join()}`);
         for (const a of card.querySelectorAll('a')) {
           if (!/^https?:$/.test(a.protocol)) found.push(`${event.id}: leads to ${a.href}`);
           if (a.target === '_blank' && !/noopener/.test(a.rel)) found.push(`${event.id}: opens with an opener`);
           const arrow = a.querySelector('.ovc-external');
           if (arrow?.getAttribute('aria-label') !== 'another website, in a new tab' || (e2e.isSeen(a) && !e2e.isSeen(arrow))) found.push(`${event.id}: not told to lead away`);
           if (!e2e.text(a)) found.push(`${event.id}: a link without a name`);
         }",
    )?;
    equal(wrong, [""; 0], "what is wrong with sources")
}

fn every_typed_link_is_told_at_both_ends(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let wrong = of_each_card(
        page,
        "const shown = (part) => [...card.querySelectorAll(`.ovc-links.${part} > ul > li`)].map((item) => item.dataset.id).toSorted().join();
         const links = (key) => data.links.filter((link) => link[key] === event.id).map((link) => link.id).toSorted().join();
         for (const [part, key, title] of [['is-before', 'to', 'What led here'], ['is-after', 'from', 'What followed']]) {
           if (shown(part) !== links(key)) found.push(`${event.id}: ${title}: ${shown(part)} rather than ${links(key)}`);
           const head = card.querySelector(`.ovc-links.${part} .ovc-label`);
           if (head && e2e.text(head) !== title) found.push(`${event.id}: “${e2e.text(head)}”`);
         }
         for (const item of card.querySelectorAll('.ovc-links > ul > li')) {
           const link = data.links.find((link) => link.id === item.dataset.id);
           if (item.dataset.status !== link.status || item.dataset.relation !== link.relation) found.push(`${link.id}: ${item.dataset.status}`);
         }",
    )?;
    equal(wrong, [""; 0], "what is wrong with typed links")
}

fn a_typed_link_leads_to_the_other_event(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let link: (String, String) =
        page.get("(({ from, to }) => [from, to])((await e2e.data()).links[0])")?;
    page.set_state(json!({ "event": link.0 }))?;
    let title = |id: &str| {
        page.eval::<String>(
            "return (await e2e.data()).events.find((event) => event.id === arg).title",
            json!(id),
        )
    };
    for (part, id) in [("is-after", &link.1), ("is-before", &link.0)] {
        let title = serde_json::to_string(&title(id)?)?;
        page.click(&format!(
            "e2e.$$('.ovc-links.{part} li button').find((button) => e2e.text(button) === e2e.norm({title}))"
        ))?;
        equal(page.state()?["event"].clone(), json!(id), part)?;
        let card: String = page.get("e2e.$('[data-card]').dataset.card")?;
        equal(&card, id, "the card")?;
    }
    Ok(())
}

fn a_selection_is_announced_once(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let regions: usize = page.get("e2e.$$('[aria-live], [role=status], [role=alert]').length")?;
    equal(regions, 1, "live regions")?;
    page.click("e2e.button('Next event')")?;
    page.click("e2e.button('Next event')")?;
    let said: (String, String, String, usize) = page.eval(
        "const { events } = await e2e.data();
         const { event: id } = e2e.widget().getState();
         return [e2e.text(e2e.$('[role=status]')), e2e.norm(events.find((event) => event.id === id).title),
           e2e.text(e2e.$('[data-card] header time')), events.length];",
        Value::Null,
    )?;
    let (said, title, date, total) = said;
    equal(
        said,
        format!("Event 2 of {total}: {title}, {date}"),
        "what is announced",
    )
}

fn an_entry_of_the_list_opens_in_its_place(page: &Page) -> Outcome {
    let server = boxed(400, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-fold > :nth-child(2)').click(); await e2e.frames(3)")?;
    page.click("e2e.$$('.ovc-entry button[data-id]')[4]")?;
    let entry: (String, String, bool, bool) = page.eval(
        "const button = e2e.$$('.ovc-entry button[data-id]')[4];
         const region = button.closest('li').querySelector('[role=region]');
         const label = e2e.$(`#${region.getAttribute('aria-labelledby')}`);
         const title = (await e2e.data()).events.find((event) => event.id === button.dataset.id).title;
         return [button.getAttribute('aria-expanded'), e2e.text(label), e2e.text(label) === e2e.norm(title),
           e2e.isSeen(region)];",
        Value::Null,
    )?;
    equal(
        (&*entry.0, entry.2, entry.3),
        ("true", true, true),
        &entry.1,
    )?;
    // Whoever reads on has previous and next at hand.
    page.click("e2e.button('Next event')")?;
    let next: bool = page
        .get("e2e.$$('.ovc-entry button[data-id]')[5].getAttribute('aria-expanded') === 'true'")?;
    ensure!(next, "Next event does not open the next entry: {:?} {:?}", page.state(), page.get::<Value>("[e2e.$$('[aria-expanded=true]').map(e2e.text), e2e.name(e2e.active()), scrollY, e2e.box(e2e.button('Next event'))]"));
    page.wait("(({ top, bottom }) => top >= -1 && top < innerHeight)(e2e.box(e2e.$('[aria-expanded=true]')))")?;
    page.click("e2e.$$('.ovc-entry button[data-id]')[5]")?;
    equal(
        page.state()?["event"].clone(),
        Value::Null,
        "the event after a second click",
    )
}

fn close_closes_the_card(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.button('Next event')")?;
    page.click("e2e.button('Close')")?;
    equal(
        page.state()?["event"].clone(),
        Value::Null,
        "the event after Close",
    )?;
    ensure!(
        page.get("!e2e.$('[data-card]')")?,
        "the card is still there"
    );
    Ok(())
}
