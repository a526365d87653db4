//! What stands on the axis: nothing over another, and nothing lost.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    nothing_overlaps_at_any_width_and_range,
    every_event_is_in_one_mark_or_cluster,
    filtered_events_are_in_one_mark_or_cluster,
    picking_an_event_makes_nothing_overlap,
    a_range_shows_what_happened_in_it,
    a_cluster_opens_as_a_list_of_buttons,
    a_cluster_of_one_day_tells_it_once_and_stands_in_its_box,
];

const WIDTHS: [u32; 5] = [600, 720, 1000, 1280, 1400];
const RANGES: [Option<&str>; 7] = [
    None,
    Some("2019/2022"),
    Some("2022-10/2024-02"),
    Some("2024-12/2025-03"),
    Some("2025-01"),
    Some("2025-01-10/2025-02-05"),
    Some("2025-11/2026-10"),
];

/// What overlaps or stands outside, in words. Boxes are those of geometry, without the outline of
/// letters that engines count or not.
const OVERLAPS: &str = r#"
    const items = [];
    const box = (node, what, owner) => {
      const { x, y, width, height } = node.getBBox();
      const place = node.getScreenCTM();
      if (width) items.push({ what, owner, left: x + place.e, right: x + width + place.e, top: y + place.f, bottom: y + height + place.f });
    };
    for (const group of e2e.$$(".ovc-axis g[data-id], .ovc-axis g[data-cluster]")) {
      const owner = group.dataset.id ?? group.getAttribute("aria-label");
      box(group.querySelector(".ovc-hit") ?? group.querySelector(".ovc-dot"), "box", owner);
      for (const label of group.querySelectorAll(".ovc-mark-label")) box(label, "label", owner);
    }
    for (const name of e2e.$$(".ovc-lane-name")) box(name, "lane", e2e.text(name));
    for (const tick of e2e.$$(".ovc-tick-label, .ovc-tick-context")) box(tick, "tick", e2e.text(tick));
    const axis = e2e.$(".ovc-axis > svg").getBoundingClientRect();
    const found = [];
    for (const [at, one] of items.entries()) {
      // A mark at the very edge of a range may stand half outside: the padding has room for that.
      const room = one.what === "box" ? 12.5 : 1;
      if (one.left < axis.left - room || one.right > axis.right + room || one.top < axis.top - 1 || one.bottom > axis.bottom + 1) {
        found.push(`${one.what} of ${one.owner} stands outside (${Math.round(one.left - axis.left)} to ${Math.round(one.right - axis.left)} of ${axis.width})`);
      }
      for (const other of items.slice(at + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (wide > 1 && high > 1) found.push(`${one.what} of ${one.owner} over ${other.what} of ${other.owner} by ${wide.toFixed(1)}`);
      }
    }
    const { left, right, width } = axis;
    const beside = e2e.$(".ovc-beside").getBoundingClientRect();
    const isBeside = beside.left > right;
    return { found, count: items.length, width: isBeside ? beside.right - left : width, isBeside };
"#;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Overlaps {
    found: Vec<String>,
    count: usize,
    /// Width of the axis, with the panel where that stands beside it.
    width: f64,
    is_beside: bool,
}

fn nothing_overlaps_at_any_width_and_range(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let mut found = Vec::new();
    for width in WIDTHS {
        page.set_width(width)?;
        for range in RANGES {
            page.set_state(json!({ "range": range }))?;
            let overlaps: Overlaps = page.eval(OVERLAPS, Value::Null)?;
            equal(overlaps.width.round() as u32, width, "width of the axis")?;
            equal(overlaps.is_beside, width >= 1100, "a panel beside it")?;
            ensure!(
                overlaps.count > 12,
                "{width} px, {range:?}: {} boxes",
                overlaps.count
            );
            let here = overlaps.found.iter();
            found.extend(here.map(|found| format!("{width} px, {range:?}: {found}")));
        }
    }
    equal(found, [""; 0], "what overlaps")
}

fn picking_an_event_makes_nothing_overlap(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let ids: Vec<String> = page.get("(await e2e.data()).events.map((event) => event.id)")?;
    let mut found = Vec::new();
    for id in ids.iter().step_by(6) {
        page.set_state(json!({ "event": id }))?;
        let overlaps: Overlaps = page.eval(OVERLAPS, Value::Null)?;
        found.extend(
            overlaps
                .found
                .iter()
                .map(|found| format!("{id} picked: {found}")),
        );
        let pressed: Vec<String> =
            page.get("e2e.$$('.ovc-axis g[aria-pressed=true]').map((mark) => mark.dataset.id)")?;
        equal(pressed, [id.as_str()], "the mark that is pressed")?;
    }
    equal(found, [""; 0], "what overlaps")
}

/// Ids that stand more than once, and how many events marks and clusters hold.
fn held(page: &Page) -> Outcome<(Vec<String>, usize)> {
    page.eval(
        "const marks = e2e.$$('.ovc-axis g[data-id]').map((mark) => mark.dataset.id);
         const clusters = e2e.$$('.ovc-axis [data-cluster]').map((cluster) => Number(cluster.dataset.cluster));
         const twice = marks.filter((id, at) => marks.indexOf(id) !== at);
         return [twice, clusters.reduce((sum, count) => sum + count, marks.length)];",
        Value::Null,
    )
}

fn every_event_is_in_one_mark_or_cluster(page: &Page) -> Outcome {
    let server = boxed(1280, "range=\"2025-01\"")?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.button('Show all')")?;
    let total: usize = page.get("(await e2e.data()).events.length")?;
    for width in WIDTHS {
        page.set_width(width)?;
        equal(
            held(page)?,
            (Vec::new(), total),
            &format!("events at {width} px"),
        )?;
    }
    // And every cluster holds events that no mark and no other cluster shows.
    let ids: (Vec<String>, Vec<String>) = page.eval(
        "const ids = e2e.$$('.ovc-axis g[data-id]').map((mark) => mark.dataset.id);
         for (let at = 0; at < e2e.$$('[data-cluster]').length; at += 1) {
           e2e.$$('[data-cluster]')[at].dispatchEvent(new MouseEvent('click', { bubbles: true }));
           await e2e.frames(2);
           ids.push(...e2e.$$('.ovc-members button').map((button) => button.dataset.id));
         }
         return [ids.toSorted(), (await e2e.data()).events.map((event) => event.id).toSorted()];",
        Value::Null,
    )?;
    equal(ids.0, ids.1, "events of marks and clusters together")
}

fn filtered_events_are_in_one_mark_or_cluster(page: &Page) -> Outcome {
    let server = boxed(720, "")?;
    page.open_live(&server, "/host.html")?;
    for filters in [
        json!({ "side": ["open"] }),
        json!({ "side": ["closed", "context"], "kind": [] }),
        json!({ "side": [], "kind": ["release"] }),
        json!({ "side": ["open"], "kind": ["release", "policy"] }),
    ] {
        page.set_state(filters.clone())?;
        let count: usize = page.eval(
            "const { side, kind } = e2e.widget().getState();
             return (await e2e.data()).events.filter((event) =>
               (!side.length || side.includes(event.side)) && (!kind.length || kind.includes(event.kind))).length;",
            Value::Null,
        )?;
        equal(held(page)?, (Vec::new(), count), &filters.to_string())?;
    }
    Ok(())
}

fn a_range_shows_what_happened_in_it(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    for range in RANGES.into_iter().flatten() {
        page.set_state(json!({ "range": range }))?;
        // Two days from the edge nothing is in doubt.
        let missing: Vec<String> = page.eval(
            "const [start, end] = e2e.days(arg);
             const inside = (await e2e.data()).events.filter(({ date }) => {
               const [day] = e2e.days(date);
               return date.length >= 10 && day > start + 2 && day < end - 3;
             });
             const ids = new Set(e2e.$$('.ovc-axis g[data-id]').map((mark) => mark.dataset.id));
             for (let at = 0; at < e2e.$$('[data-cluster]').length; at += 1) {
               e2e.$$('[data-cluster]')[at].dispatchEvent(new MouseEvent('click', { bubbles: true }));
               await e2e.frames(2);
               for (const button of e2e.$$('.ovc-members button')) ids.add(button.dataset.id);
             }
             return inside.map((event) => event.id).filter((id) => !ids.has(id));",
            json!(range),
        )?;
        equal(
            missing,
            [""; 0],
            &format!("events of {range} that are not shown"),
        )?;
    }
    Ok(())
}

fn a_cluster_opens_as_a_list_of_buttons(page: &Page) -> Outcome {
    let server = boxed(720, "")?;
    page.open_live(&server, "/host.html")?;
    let count: usize = page.get("Number(e2e.$('[data-cluster]').dataset.cluster)")?;
    let name: String = page.get("e2e.name(e2e.$('[data-cluster]'))")?;
    ensure!(
        name.starts_with(&format!("+{count} ")),
        "the cluster is called “{name}”"
    );
    page.click("e2e.$('[data-cluster]')")?;
    equal(
        page.get::<String>("e2e.$('[data-cluster]').getAttribute('aria-expanded')")?,
        "true",
        "expanded",
    )?;
    let titles: Vec<String> =
        page.get("e2e.$$('.is-cluster .ovc-members button').map(e2e.text)")?;
    equal(titles.len(), count, "members")?;
    let known: bool = page.eval(
        "const titles = (await e2e.data()).events.map((event) => event.title); return arg.every((title) => titles.includes(title))",
        json!(titles),
    )?;
    ensure!(known, "a member is no event: {titles:?}");
    page.click("e2e.$$('.is-cluster .ovc-members button')[1]")?;
    equal(
        page.get::<Option<String>>("e2e.text(e2e.$('[data-card] .ovc-title'))")?
            .as_ref(),
        titles.get(1),
        "the card",
    )?;
    // And the way in: zooming shows its members.
    page.set_state(json!({ "event": null }))?;
    page.click("e2e.$('[data-cluster]')")?;
    page.click("e2e.button('Zoom in here')")?;
    ensure!(
        !page.state()?["range"].is_null(),
        "the range after “Zoom in here”"
    );
    Ok(())
}

fn a_cluster_of_one_day_tells_it_once_and_stands_in_its_box(page: &Page) -> Outcome {
    let events: Vec<Value> = (0..150)
        .map(|n| json!({ "id": format!("e{n}"), "date": "2020-05-05", "title": format!("Event {n}"), "side": "open" }))
        .collect();
    let data =
        json!({ "version": "1.0", "meta": { "title": "A day", "lang": "en" }, "events": events });
    let server = boxed_data(1000, &data)?;
    page.open_live(&server, "/host.html")?;
    let clusters: Vec<(String, f64, f64)> = page.get(
        "e2e.$$('[data-cluster]').map((cluster) => [e2e.name(cluster),
           cluster.querySelector('text').getBBox().width, cluster.querySelector('.ovc-dot').getBBox().width])",
    )?;
    ensure!(
        clusters.iter().any(|(name, ..)| name.starts_with("+1")),
        "no cluster of more than a hundred: {clusters:?}"
    );
    for (name, text, around) in clusters {
        ensure!(
            name.ends_with("5 May 2020") && !name.contains(" to "),
            "“{name}”"
        );
        ensure!(text + 2.0 < around, "{name}: {text} px in {around}");
    }
    page.click("e2e.$('[data-cluster]')")?;
    let title: String = page.get("e2e.text(e2e.$('#ovc-cluster-title'))")?;
    ensure!(
        title.ends_with("events, 5 May 2020"),
        "the panel: “{title}”"
    );
    Ok(())
}
