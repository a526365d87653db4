//! Zoom and pan.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    a_zoom_from_all_leads_to_the_events_and_is_told_at_rest,
    plus_minus_and_zero_zoom,
    the_buttons_zoom_as_the_keys_do,
    arrows_pan,
    home_and_end_lead_to_the_ends,
    page_up_and_page_down_pan_by_a_screen,
    the_keys_act_on_the_controls_too,
    a_preset_shows_its_range,
    a_drag_pans_and_clicks_nothing,
    a_drag_asks_for_no_size,
    a_plain_wheel_scrolls_the_page,
    control_and_wheel_zoom,
    keys_outside_the_widget_do_nothing,
    what_reaches_into_the_range_stands_at_its_edge,
];

/// A mark well inside the axis.
const MARK: &str = "e2e.$$('g[data-id] .ovc-hit').find((hit) => { \
    const { left, right } = hit.getBoundingClientRect(); return left > 400 && right < 1000; })";

/// First and last day on the axis, since 1970; the whole span as `null` in the state.
type Days = Option<(f64, f64)>;

fn days(page: &Page) -> Outcome<Days> {
    page.get("e2e.days(e2e.widget().getState().range)")
}

fn shown(page: &Page) -> Outcome<(f64, f64)> {
    days(page)?.ok_or_else(|| open_vs_closed_e2e::Failure::new("the range is everything"))
}

fn length((start, end): (f64, f64)) -> f64 {
    end - start
}

/// Opens the axis at a range of 2022 and 2023, with the keyboard on it.
fn open(page: &Page) -> Outcome<open_vs_closed_e2e::Server> {
    let server = boxed(1280, "range=\"2022/2023\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-axis').focus()")?;
    Ok(server)
}

fn check_ratio(found: f64, expected: f64, what: &str) -> Outcome {
    ensure!(
        (found - expected).abs() < 0.03,
        "{what}: {found:.3} rather than {expected}"
    );
    Ok(())
}

fn plus_minus_and_zero_zoom(page: &Page) -> Outcome {
    let _server = open(page)?;
    let whole = shown(page)?;
    page.press("+")?;
    check_ratio(length(shown(page)?) / length(whole), 0.5, "after +")?;
    check_ratio(
        (shown(page)?.0 - whole.0) / length(whole),
        0.25,
        "the middle stays",
    )?;
    page.press("-")?;
    check_ratio(length(shown(page)?) / length(whole), 1.0, "after -")?;
    page.press("0")?;
    equal(days(page)?, None, "after 0")?;
    page.press("-")?;
    equal(days(page)?, None, "- at the whole span")?;
    // Far in: there is a least stretch, and no end of the world.
    for _ in 0..12 {
        page.press("+")?;
    }
    let least = length(shown(page)?);
    ensure!((1.0..60.0).contains(&least), "12 times + show {least} days");
    // Keys act where a mark has the focus, too.
    page.press("0")?;
    page.run("e2e.$('g[data-id]').focus()")?;
    page.press("+")?;
    ensure!(days(page)?.is_some(), "+ on a mark does nothing");
    Ok(())
}

fn the_buttons_zoom_as_the_keys_do(page: &Page) -> Outcome {
    let _server = open(page)?;
    let whole = shown(page)?;
    page.click("e2e.button('Zoom in')")?;
    check_ratio(length(shown(page)?) / length(whole), 0.5, "after Zoom in")?;
    page.click("e2e.button('Zoom out')")?;
    check_ratio(length(shown(page)?) / length(whole), 1.0, "after Zoom out")?;
    page.click("e2e.button('Show all')")?;
    equal(days(page)?, None, "after Show all")
}

fn arrows_pan(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = shown(page)?;
    page.press("ArrowRight")?;
    let after = shown(page)?;
    ensure!(
        after.0 > before.0 && after.0 < before.1,
        "right: {before:?} to {after:?}"
    );
    check_ratio(length(after) / length(before), 1.0, "the length")?;
    page.press("ArrowLeft")?;
    ensure!(
        (shown(page)?.0 - before.0).abs() <= 1.5,
        "and back: {:?}",
        shown(page)?
    );
    page.press("ArrowLeft")?;
    ensure!(shown(page)?.0 < before.0, "left: {:?}", shown(page)?);
    Ok(())
}

fn home_and_end_lead_to_the_ends(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = shown(page)?;
    // The dates cannot leave the span of the axis.
    let whole: (f64, f64) = page.eval(
        "const { min, max } = e2e.$('.ovc-date input'); return e2e.days(`${min}/${max}`)",
        json!(null),
    )?;
    page.press("Home")?;
    let home = shown(page)?;
    ensure!(
        (home.0 - whole.0).abs() <= 1.5,
        "Home: {home:?} of {whole:?}"
    );
    check_ratio(length(home) / length(before), 1.0, "the length after Home")?;
    page.press("End")?;
    let end = shown(page)?;
    ensure!((end.1 - whole.1).abs() <= 1.5, "End: {end:?} of {whole:?}");
    check_ratio(length(end) / length(before), 1.0, "the length after End")
}

fn page_up_and_page_down_pan_by_a_screen(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = shown(page)?;
    page.press("PageUp")?;
    check_ratio((before.0 - shown(page)?.0) / length(before), 1.0, "PageUp")?;
    page.press("PageDown")?;
    check_ratio(
        (before.0 - shown(page)?.0) / length(before),
        0.0,
        "and PageDown",
    )?;
    page.press("PageDown")?;
    check_ratio(
        (shown(page)?.0 - before.0) / length(before),
        1.0,
        "PageDown",
    )
}

fn the_keys_act_on_the_controls_too(page: &Page) -> Outcome {
    let _server = open(page)?;
    for control in ["Zoom in", "Next event", "Open"] {
        page.run(&format!(
            "(e2e.button('{control}') ?? e2e.facet('{control}')).focus()"
        ))?;
        let before = shown(page)?;
        page.press("PageUp")?;
        check_ratio((before.0 - shown(page)?.0) / length(before), 1.0, control)?;
        page.press("PageDown")?;
    }
    // What is read scrolls.
    page.run(
        "await e2e.widget().goTo('chatgpt'); await e2e.frames(3); e2e.$('.ovc-card a').focus()",
    )?;
    let before = shown(page)?;
    page.press("End")?;
    equal(shown(page)?, before, "the range after End in the card")
}

fn a_preset_shows_its_range(page: &Page) -> Outcome {
    let _server = open(page)?;
    // Its own range, or the last months up to that of the data's date, or the whole axis.
    let presets: Vec<(String, Option<String>)> = page.eval(
        "const { presets, updated } = (await e2e.data()).meta;
         const [year, month] = updated.split('-').map(Number);
         const text = (months) => `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
         const end = year * 12 + month - 1;
         const last = (months) => months ? `${text(end - months + 1)}/${text(end)}` : null;
         return presets.map(({ id, name, range, months }) => [name, id === 'all' ? null : range ?? last(months)]);",
        json!(null),
    )?;
    ensure!(presets.len() > 1, "no presets");
    for (name, range) in presets {
        page.eval::<Value>("e2e.button(arg).click(); await e2e.frames(3)", json!(name))?;
        let expected: Days = match range {
            Some(range) => page.eval("return e2e.days(arg)", json!(range))?,
            None => None,
        };
        equal(days(page)?, expected, &name)?;
        let pressed: Vec<String> =
            page.get("e2e.$$('.ovc-presets [aria-pressed=true]').map(e2e.text)")?;
        equal(pressed, [name], "the preset that is pressed")?;
    }
    Ok(())
}

fn a_drag_pans_and_clicks_nothing(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = shown(page)?;
    // From a mark: what is dragged is not clicked.
    page.drag(MARK, (-256.0, 3.0))?;
    let after = shown(page)?;
    let part = (after.0 - before.0) / length(before);
    let width: f64 = page.get("e2e.$('.ovc-axis').clientWidth")?;
    ensure!(
        (part - 256.0 / width).abs() < 0.02,
        "a drag by 256 pixels pans by {part:.3}"
    );
    equal(
        page.state()?["event"].clone(),
        Value::Null,
        "the event after a drag",
    )?;
    // What no pointer has clicked, assistive technology or a script, is clicked all the same.
    let click = "dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }))";
    page.run(&format!("({MARK}).{click}"))?;
    page.wait("e2e.widget().getState().event")?;
    page.set_state(json!({ "event": null }))?;
    page.wait("!e2e.widget().getState().event")?;
    // And what is not dragged is clicked afterwards.
    page.click(MARK)?;
    ensure!(
        !page.state()?["event"].is_null(),
        "a click after a drag selects nothing"
    );
    Ok(())
}

/// To tell one, the browser lays out the page a second time in the same frame.
fn a_drag_asks_for_no_size(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.run(
        "e2e.asked = 0; \
         for (const name of ['clientWidth', 'clientHeight']) { \
           const own = Object.getOwnPropertyDescriptor(Element.prototype, name).get; \
           Object.defineProperty(Element.prototype, name, { get() { e2e.asked += 1; return own.call(this); } }); \
         } \
         e2e.$('.ovc-axis').focus(); e2e.$('.ovc-axis').clientWidth;",
    )?;
    let before = shown(page)?;
    page.drag(MARK, (-256.0, 3.0))?;
    ensure!(shown(page)? != before, "nothing was dragged");
    equal(
        page.get::<u32>("e2e.asked")?,
        1,
        "sizes that were asked for",
    )
}

fn a_plain_wheel_scrolls_the_page(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.run("document.body.style.minHeight = '4000px'")?;
    let before = shown(page)?;
    page.middle("e2e.$('.ovc-axis')")?;
    let top: f64 = page.get("scrollY")?;
    page.wheel("e2e.$('.ovc-axis')", 200)?;
    page.wait(&format!("scrollY > {top} + 50"))?;
    equal(shown(page)?, before, "the range after a plain wheel")
}

fn control_and_wheel_zoom(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = shown(page)?;
    // The drivers do not agree on which keys go with a wheel; the event is the same.
    let prevented: bool = page.eval(
        "const axis = e2e.$('.ovc-axis'); const box = axis.getBoundingClientRect();
         const event = new WheelEvent('wheel', { deltaY: -240, ctrlKey: true, bubbles: true,
           cancelable: true, composed: true, clientX: box.left, clientY: box.top + 50 });
         axis.querySelector('svg').dispatchEvent(event);
         await e2e.frames(3);
         return event.defaultPrevented;",
        Value::Null,
    )?;
    ensure!(prevented, "the browser would zoom the page as well");
    let after = shown(page)?;
    check_ratio(length(after) / length(before), 0.5, "Control and the wheel")?;
    ensure!(
        (after.0 - before.0).abs() <= 1.5,
        "what is under the pointer moves: {before:?} to {after:?}"
    );
    Ok(())
}

fn keys_outside_the_widget_do_nothing(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.run(
        "const field = document.createElement('input'); field.id = 'field'; \
         document.body.append(field);",
    )?;
    let before = page.state()?;
    for focus in [
        "e2e.active()?.blur()",
        "document.querySelector('#field').focus()",
    ] {
        page.run(focus)?;
        page.press_all(&[
            "+",
            "-",
            "0",
            "ArrowLeft",
            "ArrowRight",
            "Home",
            "End",
            "Escape",
            "Enter",
        ])?;
        equal(page.state()?, before.clone(), focus)?;
    }
    let typed: String = page.get("document.querySelector('#field').value")?;
    equal(typed, "+-0", "what was typed into the host's field")
}

fn what_reaches_into_the_range_stands_at_its_edge(page: &Page) -> Outcome {
    let _server = open(page)?;
    // Some days at the beginning and at the end of a month in which the day of an event is not known.
    let found: Vec<String> = page.eval(
        r#"
        const found = [];
        const month = (await e2e.data()).events.filter((event) => /^\d{4}-\d\d$/.test(event.date));
        if (!month.length) found.push("no event of which only the month is known");
        for (const { id, date } of month) {
          const last = new Date(Date.UTC(...date.split("-").map(Number), 0)).getUTCDate();
          for (const [range, atEnd] of [[`${date}-01/${date}-05`, true], [`${date}-${last - 4}/${date}-${last}`, false]]) {
            await e2e.widget().setState({ range });
            await e2e.frames(3);
            const axis = e2e.box(e2e.$(".ovc-axis svg"));
            const mark = e2e.$(`.ovc-axis g[data-id="${id}"]`);
            if (!mark) { found.push(`${id} is not seen in ${range}`); continue; }
            const hit = e2e.box(mark.querySelector(".ovc-hit"));
            const away = atEnd ? axis.right - hit.right : hit.left - axis.left;
            if (Math.abs(away) > 1) found.push(`${id} stands ${away} from the edge in ${range}`);
            for (const part of [".ovc-whisker", ".ovc-mark-label"]) {
              if (!mark.querySelector(part)) found.push(`${id} has no ${part} in ${range}`);
            }
          }
        }
        return found;
        "#,
        Value::Null,
    )?;
    equal(found, [""; 0], "what is wrong")?;
    // It is a mark as any other.
    page.run("e2e.$('.ovc-axis g[data-id] .ovc-whisker').closest('g[data-id]').focus()")?;
    page.press("Enter")?;
    ensure!(
        page.get("e2e.$('[data-card]')?.dataset.card === e2e.widget().getState().event")?,
        "Enter opens nothing"
    );
    Ok(())
}

fn a_zoom_from_all_leads_to_the_events_and_is_told_at_rest(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-axis').focus()")?;
    page.press("+")?;
    let share: f64 = page.get(
        "await (async () => { const [start] = e2e.widget().getState().range.split('/'); \
         const { events } = await e2e.data(); \
         return events.filter(({ date }) => date >= start).length / events.length; })()",
    )?;
    ensure!(share > 0.8, "{share} of the events are in view");
    page.wait("/^In view: .*20/.test(e2e.text(e2e.$('.ovc-timeline > [role=status]')))")?;
    // What is selected afterwards is told instead.
    page.run("e2e.button('Next event').click()")?;
    page.wait("/^Event 1 of/.test(e2e.text(e2e.$('.ovc-timeline > [role=status]')))")
}
