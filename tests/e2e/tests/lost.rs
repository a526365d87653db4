//! A pointer or a focus that loses what it was on.

use open_vs_closed_e2e::{Failure, Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    a_drag_that_ends_out_of_sight_is_over,
    zooming_the_list_keeps_to_the_entry_with_the_focus,
    an_empty_list_keeps_the_focus,
    controls_that_fold_hand_the_focus_on,
    a_date_beyond_the_span_is_its_end,
    what_the_host_leads_to_in_the_list_is_in_sight,
    what_is_selected_is_in_sight_in_the_list_that_follows_the_axis,
    marks_that_are_never_drawn_are_not_waited_for,
];

/// What has the focus, in words; nothing where the page itself has it.
const ACTIVE: &str = "e2e.active() === document.body ? null : e2e.name(e2e.active()) || e2e.active().className.baseVal || e2e.active().className || e2e.active().type";

fn focused(page: &Page, when: &str) -> Outcome {
    let active: Option<String> = page.get(ACTIVE)?;
    ensure!(active.is_some(), "{when}: the focus is lost");
    Ok(())
}

fn a_drag_that_ends_out_of_sight_is_over(page: &Page) -> Outcome {
    let server = boxed(1280, "range=\"2020/2022\"")?;
    page.open_live(&server, "/host.html")?;
    let ranges: (Value, Value) = page.eval(
        "const send = (type, x, buttons) => { const axis = e2e.$('.ovc-axis'); const { left, top } = axis.getBoundingClientRect();
           axis.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, isPrimary: true,
             button: type === 'pointermove' ? -1 : 0, buttons, clientX: left + x, clientY: top + 100 })); };
         send('pointerdown', 600, 1); send('pointermove', 500, 1); await e2e.frames(2);
         const box = document.querySelector('#box');
         box.style.width = '320px'; await e2e.frames(4);
         box.style.width = '1280px'; await e2e.frames(4);
         const before = e2e.widget().getState().range;
         for (const x of [300, 500, 700]) { send('pointermove', x, 0); await e2e.frames(2); }
         return [before, e2e.widget().getState().range];",
        Value::Null,
    )?;
    ensure!(ranges.0 != json!("2020/2022"), "nothing was dragged");
    equal(ranges.1, ranges.0, "the range after moves without a button")
}

fn zooming_the_list_keeps_to_the_entry_with_the_focus(page: &Page) -> Outcome {
    let server = boxed(320, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-fold > :nth-child(2)').click(); await e2e.frames(3)")?;
    page.run("[...e2e.$$('.ovc-anchor')].find((entry) => entry.dataset.id === 'gpt-4o').focus()")?;
    for _ in 0..3 {
        page.press("+")?;
        let id: Option<String> = page.get("e2e.active()?.dataset?.id ?? null")?;
        equal(id.as_deref(), Some("gpt-4o"), "what has the focus")?;
    }
    ensure!(!page.state()?["range"].is_null(), "nothing was zoomed");
    Ok(())
}

fn an_empty_list_keeps_the_focus(page: &Page) -> Outcome {
    let server = boxed(320, "range=\"2019-02/2019-03\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-anchor').focus()")?;
    page.set_state(json!({ "range": "2016-02/2016-03" }))?;
    equal(
        page.get::<usize>("e2e.$$('.ovc-anchor').length")?,
        0,
        "entries",
    )?;
    focused(page, "in an empty list")?;
    page.press("0")?;
    equal(
        page.state()?["range"].clone(),
        Value::Null,
        "the range after 0",
    )?;
    focused(page, "in the whole list")
}

fn controls_that_fold_hand_the_focus_on(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    for control in [".ovc-search", ".ovc-date input", ".ovc-definition select"] {
        page.run(&format!("e2e.$({}).focus()", json!(control)))?;
        page.set_width(320)?;
        page.run("await e2e.frames(4)")?;
        focused(page, &format!("{control}, narrow"))?;
        equal(
            page.get::<bool>("e2e.active().matches('.ovc-fold > button')")?,
            true,
            "the focus is on what folds them",
        )?;
        page.set_width(1280)?;
        page.run("await e2e.frames(4)")?;
        focused(page, &format!("{control}, wide again"))?;
    }
    Ok(())
}

fn a_date_beyond_the_span_is_its_end(page: &Page) -> Outcome {
    let server = boxed(1280, "range=\"2018/2020\"")?;
    page.open_live(&server, "/host.html")?;
    let typed = |at: usize, date: &str| -> Outcome<String> {
        page.eval(
            "const input = e2e.$$('.ovc-date input')[arg[0]];
             input.focus();
             input.value = arg[1];
             input.dispatchEvent(new Event('change', { bubbles: true }));
             await e2e.frames(3);
             input.blur();
             await e2e.frames(3);
             return e2e.$$('.ovc-date input')[arg[0]].value;",
            json!([at, date]),
        )
    };
    let ends: (String, String) =
        page.get("e2e.$$('.ovc-date input').map(({ min, max }) => [min, max])[0]")?;
    equal(typed(0, "1990-06-15")?, ends.0, "a first day before all")?;
    equal(typed(1, "2090-06-15")?, ends.1, "a last day after all")?;
    equal(page.state()?["range"].clone(), Value::Null, "the range")
}

fn what_the_host_leads_to_in_the_list_is_in_sight(page: &Page) -> Outcome {
    let server = boxed(320, "sync-url")?;
    page.open_live(&server, "/host.html")?;
    let top = "e2e.$('.ovc-entry:has([aria-expanded=true])').getBoundingClientRect().top";
    for (way, id) in [
        ("e2e.widget().goTo('chatgpt')", "chatgpt"),
        (
            "location.hash = '#view=timeline&event=deepseek-r1'",
            "deepseek-r1",
        ),
    ] {
        page.run(&format!("{way}; await e2e.frames(6)"))?;
        page.wait(&format!(
            "e2e.widget().getState().event === '{id}' && {top} >= -10 && {top} < 200"
        ))
        .map_err(|error| Failure::new(format!("after {way}: {error}")))?;
        page.run("await e2e.frames(4)")?;
        let rest: f64 = page.get(top)?;
        ensure!(
            (-10.0..200.0).contains(&rest),
            "after {way} it does not stay: {rest}"
        );
    }
    Ok(())
}

fn what_is_selected_is_in_sight_in_the_list_that_follows_the_axis(page: &Page) -> Outcome {
    let server = boxed(1280, "event=\"chatgpt\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.button('List').focus()")?;
    page.press("Enter")?;
    page.run("await e2e.frames(4)")?;
    let top: f64 = page.get(
        "e2e.$('.ovc-entry:has([aria-expanded=true])').getBoundingClientRect().top / innerHeight",
    )?;
    ensure!(
        (-0.05..0.5).contains(&top),
        "it stands at {top} of the window"
    );
    let focused: Option<String> = page.get("e2e.active()?.dataset.id ?? null")?;
    equal(focused.as_deref(), Some("chatgpt"), "what has the focus")
}

fn marks_that_are_never_drawn_are_not_waited_for(page: &Page) -> Outcome {
    let events: Vec<Value> = (0..60)
        .map(|n| json!({ "id": format!("e{n}"), "date": format!("{}-0{}", 2010 + n / 4, n % 4 * 2 + 1), "title": format!("Event {n}") }))
        .collect();
    let data =
        json!({ "version": "1.0", "meta": { "title": "Many", "lang": "en" }, "events": events });
    let server = boxed_data(1280, &data)?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "range": "2012" }))?;
    // All marks are on their way when the axis goes.
    let timers: usize = page.eval(
        "await new Promise((done) => setTimeout(done, 400));
         const own = window.setTimeout;
         let timers = 0;
         await e2e.widget().setState({ range: null });
         await new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
         await e2e.widget().setState({ q: 'zzzz' });
         window.setTimeout = (...all) => { timers += 1; return own(...all); };
         await new Promise((done) => own(done, 800));
         window.setTimeout = own;
         return timers;",
        Value::Null,
    )?;
    ensure!(
        timers < 6,
        "{timers} timers in 0.8 s in which nothing happens"
    );
    page.set_state(json!({ "q": null }))?;
    page.wait("e2e.$$('.ovc-mark').length > 20")
}
