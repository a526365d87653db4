//! The overview, the dates and the periods: the same range in other ways.

use open_vs_closed_e2e::{Outcome, Page, Server, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    two_thumbs_tell_their_dates,
    keys_move_a_thumb,
    a_thumb_can_be_dragged,
    the_window_can_be_dragged,
    a_click_beside_the_window_brings_it_there,
    dates_set_the_range,
    dates_the_wrong_way_round_are_told_in_place,
    a_year_that_is_being_typed_changes_nothing,
    names_of_dates_never_overlap,
    a_year_before_the_first_troubles_no_control,
    a_period_zooms_to_itself,
    the_narrow_list_keeps_to_the_range,
    two_fingers_zoom,
    a_resize_while_dragging_goes_well,
];

const THUMBS: &str = "e2e.$$('.ovc-overview [role=slider]')";

fn range(page: &Page) -> Outcome<Value> {
    Ok(page.state()?["range"].clone())
}

fn days(page: &Page) -> Outcome<(f64, f64)> {
    page.get("e2e.days(e2e.widget().getState().range)")
}

fn open(page: &Page) -> Outcome<open_vs_closed_e2e::Server> {
    let server = boxed(1280, "range=\"2022/2023\"")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn two_thumbs_tell_their_dates(page: &Page) -> Outcome {
    let _server = open(page)?;
    let told: Vec<(String, String)> = page.get(&format!(
        "{THUMBS}.map((thumb) => [thumb.getAttribute('aria-label'), thumb.getAttribute('aria-valuetext')])"
    ))?;
    equal(
        told,
        vec![
            ("Start of the range".to_owned(), "1 January 2022".to_owned()),
            ("End of the range".to_owned(), "31 December 2023".to_owned()),
        ],
        "the thumbs",
    )?;
    let sound: bool = page.get(&format!(
        "{THUMBS}.every((thumb) => {{ const [min, now, max] = ['min', 'now', 'max'].map((key) => \
         Number(thumb.getAttribute(`aria-value${{key}}`))); return min <= now && now <= max && min < max; }})"
    ))?;
    ensure!(sound, "a thumb stands outside its own limits");
    Ok(())
}

fn keys_move_a_thumb(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = days(page)?;
    page.run(&format!("{THUMBS}[0].focus()"))?;
    page.press("ArrowRight")?;
    let right = days(page)?;
    ensure!(
        right.0 > before.0 && right.1 == before.1,
        "right: {before:?}, then {right:?}"
    );
    page.press("ArrowLeft")?;
    ensure!(
        (days(page)?.0 - before.0).abs() <= 1.0,
        "and left: {:?}",
        days(page)?
    );
    page.press("PageDown")?;
    let page_down = days(page)?;
    ensure!(
        before.0 - page_down.0 > 9.0 * (right.0 - before.0),
        "Page Down: {page_down:?}"
    );
    page.press("End")?;
    let end = days(page)?;
    ensure!(
        end.1 - end.0 <= 2.0,
        "the start goes up to the end: {end:?}"
    );
    page.press("Home")?;
    page.run(&format!("{THUMBS}[1].focus()"))?;
    page.press("End")?;
    equal(range(page)?, Value::Null, "from Home to End")?;
    ensure!(
        page.get(&format!("e2e.active() === {THUMBS}[1]"))?,
        "the thumb has lost the focus"
    );
    Ok(())
}

fn a_thumb_can_be_dragged(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = days(page)?;
    page.drag(
        &format!("{THUMBS}[1].querySelector('.ovc-hit')"),
        (120.0, 0.0),
    )?;
    let after = days(page)?;
    ensure!(
        after.0 == before.0 && after.1 > before.1 + 200.0,
        "{before:?}, then {after:?}"
    );
    Ok(())
}

fn the_window_can_be_dragged(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = days(page)?;
    page.drag("e2e.$('.ovc-overview-window')", (-100.0, 0.0))?;
    let after = days(page)?;
    ensure!(after.0 < before.0 - 200.0, "{before:?}, then {after:?}");
    ensure!(
        ((after.1 - after.0) - (before.1 - before.0)).abs() <= 2.0,
        "its length has changed: {before:?}, then {after:?}"
    );
    Ok(())
}

fn a_click_beside_the_window_brings_it_there(page: &Page) -> Outcome {
    let _server = open(page)?;
    page.drag("e2e.$('.ovc-overview-hit')", (0.0, 0.0))?;
    let after = days(page)?;
    // 1 January 2021, to a few pixels.
    let middle = (after.0 + after.1) / 2.0;
    ensure!(
        (middle - 18_628.0).abs() < 20.0,
        "the middle of the whole span: {after:?}"
    );
    Ok(())
}

/// Types a date as browsers tell it when it is whole.
fn set_date(page: &Page, label: &str, value: &str) -> Outcome {
    page.run(&format!(
        "const input = e2e.$$('.ovc-date').find((label) => e2e.text(label) === '{label}').querySelector('input'); \
         input.value = '{value}'; input.dispatchEvent(new Event('change', {{ bubbles: true }})); await e2e.frames(2)"
    ))
}

fn dates_set_the_range(page: &Page) -> Outcome {
    let _server = open(page)?;
    let values = "e2e.$$('.ovc-date input').map((input) => input.value)";
    equal(
        page.get::<Value>(values)?,
        json!(["2022-01-01", "2023-12-31"]),
        "the dates of the range",
    )?;
    set_date(page, "From", "2023-03-15")?;
    equal(
        range(page)?,
        json!("2023-03-15/2023-12-31"),
        "another start",
    )?;
    Ok(())
}

fn dates_the_wrong_way_round_are_told_in_place(page: &Page) -> Outcome {
    let _server = open(page)?;
    let told = "e2e.$$('.ovc-date input').map((input) => [input.value, input.getAttribute('aria-invalid'), \
         input.getAttribute('aria-describedby') ? e2e.text(e2e.root().getElementById(input.getAttribute('aria-describedby'))) : null])";
    set_date(page, "From", "2024-03-15")?;
    equal(range(page)?, json!("2022/2023"), "the range")?;
    let late = "This is after the last day, 31 December 2023. Pick an earlier day, or change “To”.";
    let expected = json!([["2024-03-15", "true", late], ["2023-12-31", null, null]]);
    equal(page.get::<Value>(told)?, expected.clone(), "what is told")?;
    // It is not lost on the way to the other field.
    page.run("e2e.$$('.ovc-date input')[0].focus(); e2e.$$('.ovc-date input')[1].focus(); await e2e.frames(2)")?;
    equal(
        page.get::<Value>(told)?,
        expected,
        "after the focus has moved",
    )?;
    set_date(page, "To", "2024-03-10")?;
    let early = "This is before the first day, 15 March 2024. Pick a later day, or change “From”.";
    equal(
        page.get::<Value>(told)?,
        json!([["2024-03-15", null, null], ["2024-03-10", "true", early]]),
        "what is told of the other",
    )?;
    set_date(page, "To", "2024-05-10")?;
    equal(
        range(page)?,
        json!("2024-03-15/2024-05-10"),
        "both together",
    )?;
    ensure!(page.get("!e2e.$('.ovc-problem')")?, "still told");
    // Another range takes the place of what is wrong.
    set_date(page, "From", "2025-01-01")?;
    page.set_state(json!({ "range": "2021" }))?;
    equal(
        page.get::<Value>(told)?,
        json!([["2021-01-01", null, null], ["2021-12-31", null, null]]),
        "another range",
    )?;
    page.set_state(json!({ "range": "2024-03-15/2024-05-10" }))?;
    ensure!(
        page.get("!e2e.$('.ovc-problem')")?,
        "told of a range that is gone"
    );
    Ok(())
}

fn a_year_that_is_being_typed_changes_nothing(page: &Page) -> Outcome {
    let _server = open(page)?;
    for value in ["0002-01-01", "0020-01-01", ""] {
        set_date(page, "From", value)?;
        equal(range(page)?, json!("2022/2023"), value)?;
    }
    Ok(())
}

/// The page with a data set of events at these dates.
fn with_events(page: &Page, dates: &[&str]) -> Outcome<Server> {
    let events: Vec<Value> = dates
        .iter()
        .map(
            |date| json!({ "id": format!("e{date}"), "date": date, "title": format!("On {date}") }),
        )
        .collect();
    let data =
        json!({ "version": "1.0", "meta": { "title": "Few", "lang": "en" }, "events": events });
    let server = boxed_data(1280, &data)?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn names_of_dates_never_overlap(page: &Page) -> Outcome {
    // Spans whose first year or month is nearly over.
    for dates in [
        &["2018-12-10", "2025-01-20"][..],
        &["2024-01-30", "2024-06-01", "2024-09-03"],
        &["2019-03-01", "2024-11-11"],
    ] {
        let _server = with_events(page, dates)?;
        let overlaps: Vec<String> = page.get(
            "(() => { const boxes = e2e.$$('.ovc-overview-date').map((text) => [text.textContent, text.getBoundingClientRect()]);
               return boxes.flatMap(([name, a], at) => boxes.slice(at + 1)
                 .filter(([, b]) => a.left < b.right && b.left < a.right).map(([other]) => `${name} and ${other}`)); })()",
        )?;
        equal(overlaps, [""; 0], "names of dates that overlap")?;
        let names: usize = page.get("e2e.$$('.ovc-overview-date').length")?;
        ensure!(names > 0, "no date is named");
    }
    Ok(())
}

fn a_year_before_the_first_troubles_no_control(page: &Page) -> Outcome {
    // A browser warns of values that a control cannot hold.
    let _server = with_events(page, &["-0044-03-15", "0987", "2024"])?;
    let shown: Vec<(String, Option<String>)> = page.get(
        "e2e.$$('.ovc-date input').map((input) => [input.value, input.getAttribute('min')])",
    )?;
    equal(shown[0].clone(), (String::new(), None), "the first date")?;
    ensure!(shown[1].0.starts_with("20"), "{shown:?}");
    Ok(())
}

fn a_period_zooms_to_itself(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let eras: Vec<String> = page.get("(await e2e.data()).meta.eras.map((era) => era.name)")?;
    let told = |when| -> Outcome {
        let named: Vec<String> = page.get("e2e.$$('.ovc-era-note .ovc-link').map(e2e.text)")?;
        equal(named, eras.clone(), when)
    };
    told("the periods below the axis")?;
    page.click("e2e.$('.ovc-periods > summary')")?;
    page.click("e2e.button('After R1')")?;
    equal(range(page)?, json!("2025"), "the range of the period")?;
    // What is under the reader's eye does not come and go with each step of the zoom.
    told("the periods below the axis, of which one is in the view")?;
    page.click("e2e.button('Show all')")?;
    page.click("e2e.$$('.ovc-era')[1]")?;
    equal(range(page)?, json!("2020/2022"), "a click on its band")
}

fn the_narrow_list_keeps_to_the_range(page: &Page) -> Outcome {
    let server = boxed(320, "range=\"2025-01\"")?;
    page.open_live(&server, "/host.html")?;
    let listed: Vec<String> = page.get("e2e.$$('.ovc-entry time').map((time) => time.dateTime)")?;
    ensure!(
        !listed.is_empty() && listed.iter().all(|date| date.starts_with("2025-01")),
        "listed: {listed:?}"
    );
    page.set_state(json!({ "range": "2016-03" }))?;
    ensure!(
        page.get("e2e.$('.ovc-empty').textContent.includes('No event is dated in this range')")?,
        "an empty range is not told"
    );
    page.click("e2e.button('Show all')")?;
    equal(range(page)?, Value::Null, "the range after Show all")
}

fn two_fingers_zoom(page: &Page) -> Outcome {
    let _server = open(page)?;
    let before = days(page)?;
    // Two pointers, 200 px apart and then 400, around the middle: drivers send one finger only.
    page.run(
        "const axis = e2e.$('.ovc-axis'); const { left, width, top } = axis.getBoundingClientRect(); \
         const middle = left + width / 2; \
         const send = (type, pointerId, x) => axis.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, \
           pointerId, isPrimary: pointerId === 7, pointerType: 'touch', button: type === 'pointermove' ? -1 : 0, buttons: 1, \
           clientX: x, clientY: top + 100 })); \
         send('pointerdown', 7, middle - 100); send('pointerdown', 8, middle + 100); \
         for (const far of [120, 160, 200]) { send('pointermove', 7, middle - far); send('pointermove', 8, middle + far); await e2e.frames(1); } \
         send('pointerup', 7, middle - 200); send('pointerup', 8, middle + 200); await e2e.frames(2);",
    )?;
    let after = days(page)?;
    let (long, short) = (before.1 - before.0, after.1 - after.0);
    ensure!(
        (short / long - 0.5).abs() < 0.05,
        "{before:?}, then {after:?}"
    );
    let middle = |(start, end): (f64, f64)| f64::midpoint(start, end);
    ensure!(
        (middle(before) - middle(after)).abs() < long * 0.03,
        "what is between the fingers has moved: {before:?}, then {after:?}"
    );
    Ok(())
}

fn a_resize_while_dragging_goes_well(page: &Page) -> Outcome {
    let _server = open(page)?;
    let width = "e2e.$('.ovc-axis > svg').getBoundingClientRect().width";
    let (start, end) = days(page)?;
    let held = start + 400.0 / page.get::<f64>(width)? * (end - start);
    page.run(
        "const axis = e2e.$('.ovc-axis'); const { left, top } = axis.getBoundingClientRect(); \
         const send = (type, x) => axis.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerId: 1, \
           isPrimary: true, button: type === 'pointermove' ? -1 : 0, buttons: 1, clientX: left + x, clientY: top + 100 })); \
         send('pointerdown', 400); send('pointermove', 450); await e2e.frames(2); \
         document.querySelector('#box').style.width = '700px'; await e2e.frames(4); \
         send('pointermove', 500); await e2e.frames(2); send('pointerup', 500); await e2e.frames(2);",
    )?;
    let width: f64 = page.get(width)?;
    let (start, end) = days(page)?;
    let length = end - start;
    ensure!(
        width <= 700.0,
        "the axis is {width} px wide in a box of 700"
    );
    ensure!(
        (length - 730.0).abs() <= 2.0,
        "the range is {length} days long"
    );
    let found = start + 500.0 / width * length;
    ensure!(
        (found - held).abs() <= 3.0,
        "day {held} was taken hold of, and day {found} is under the pointer"
    );
    Ok(())
}
