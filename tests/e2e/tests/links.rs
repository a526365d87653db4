//! What led to what: arcs, threads, and how far a date is known.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    arcs_are_the_links_of_the_selected_event,
    arcs_differ_in_more_than_colour,
    words_of_arcs_cover_nothing,
    words_of_arcs_stand_by_their_own,
    arcs_strike_through_no_title,
    a_thread_leads_from_gpt_2_to_gpt_oss,
    a_thread_says_where_it_leads,
    an_event_without_links_has_no_thread,
    what_is_not_certain_is_drawn_and_said,
];

fn open(page: &Page, attributes: &str) -> Outcome<open_vs_closed_e2e::Server> {
    let server = boxed(1280, attributes)?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

const ARCS: &str = "e2e.$$('.ovc-arcs [data-status]')";

fn arcs_are_the_links_of_the_selected_event(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    equal(
        page.get::<usize>(&format!("{ARCS}.length"))?,
        0,
        "arcs while nothing is selected",
    )?;
    page.set_state(json!({ "event": "deepseek-r1" }))?;
    let expected: Value = page.get(
        "(await e2e.data()).links.filter((link) => [link.from, link.to].includes('deepseek-r1'))\
         .map((link) => `${link.relation} ${link.status}`).sort()",
    )?;
    let found: Value = page.get(&format!(
        "{ARCS}.map((arc) => `${{arc.dataset.relation}} ${{arc.dataset.status}}`).sort()"
    ))?;
    equal(found, expected.clone(), "the arcs")?;
    let listed: Value = page.get(
        "e2e.$$('[data-card] [data-status]').map((link) => `${link.dataset.relation} ${link.dataset.status}`).sort()",
    )?;
    equal(listed, expected, "the links in the card")
}

fn arcs_differ_in_more_than_colour(page: &Page) -> Outcome {
    let _server = open(page, "event=\"deepseek-r1\" range=\"2025-01\"")?;
    let dashes: Vec<(String, String)> = page.get(&format!(
        "[...new Set({ARCS}.map((arc) => JSON.stringify([arc.dataset.status, \
         getComputedStyle(arc.querySelector('.ovc-arc-line')).strokeDasharray])))].map(JSON.parse).sort()"
    ))?;
    let statuses: Vec<&str> = dashes.iter().map(|(status, _)| &**status).collect();
    equal(
        statuses,
        vec!["claimed", "disputed", "documented"],
        "one look for each status",
    )?;
    let mut looks: Vec<&str> = dashes.iter().map(|(_, dash)| &**dash).collect();
    looks.sort_unstable();
    looks.dedup();
    equal(looks.len(), 3, "different dashes")?;
    let words: Vec<String> = page.get("e2e.$$('.ovc-arc-label').map(e2e.text)")?;
    ensure!(
        words.iter().any(|words| words.contains("disputed")),
        "no arc says that it is disputed: {words:?}"
    );
    Ok(())
}

fn words_of_arcs_cover_nothing(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    for (event, range) in [
        ("deepseek-r1", Value::Null),
        ("deepseek-r1", json!("2025-01")),
        ("gpt-2-staged", json!("2018/2021")),
        ("llama-1", json!("2023")),
        ("gpt-oss", json!("2025")),
    ] {
        page.set_state(json!({ "event": event, "range": range }))?;
        let covered: Vec<String> = page.get(
            "(() => { const box = (node) => { /* without the halo, which Firefox counts */ \
                 const { x, y, width, height } = node.getBBox(), { e, f } = node.getScreenCTM(); \
                 return { left: x + e, right: x + width + e, top: y + f, bottom: y + height + f }; }; \
               const words = e2e.$$('.ovc-arc-label'); \
               const rest = [...words, ...e2e.$$('.ovc-mark-label, .ovc-cluster .ovc-dot, .ovc-mark .ovc-dot')]; \
               const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4; \
               return words.flatMap((word) => rest.filter((other) => other !== word && meet(box(word), box(other))) \
                 .map((other) => `${word.textContent} on ${other.textContent || other.parentNode.dataset.id}`)); })()",
        )?;
        equal(covered, [""; 0], &format!("{event} in {range}"))?;
    }
    Ok(())
}

fn arcs_strike_through_no_title(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    let ids: Vec<String> = page.get(
        "(async () => { const { events, links } = await e2e.data(); \
           return events.map(({ id }) => id).filter((id) => links.filter(({ from, to }) => [from, to].includes(id)).length > 2); })()",
    )?;
    ensure!(ids.len() > 5, "few events with links: {ids:?}");
    let mut lines = 0;
    for id in &ids {
        for range in [Value::Null, json!("2022/2025")] {
            page.set_state(json!({ "event": id, "range": range }))?;
            let (drawn, struck): (usize, Vec<String>) = page.get(
                "(() => { const place = (node) => { const { x, y, width, height } = node.getBBox(), { e, f } = node.getCTM(); \
                     return { text: node.textContent, left: x + e, right: x + e + width, top: y + f + 3, bottom: y + f + height - 3 }; }; \
                   const texts = e2e.$$('.ovc-mark-label, .ovc-lane-name, .ovc-arc-label').map(place); \
                   const lines = e2e.$$('.ovc-arc-line'); \
                   return [lines.length, lines.flatMap((line) => { const { e, f } = line.getCTM(), all = line.getTotalLength(); \
                     return Array.from({ length: 200 }, (_, at) => line.getPointAtLength(all * at / 199)) \
                       .flatMap(({ x, y }) => texts.filter((text) => text.left + 1 < x + e && x + e < text.right - 1 && text.top < y + f && y + f < text.bottom)) \
                       .map(({ text }) => text); })]; })()",
            )?;
            lines += drawn;
            equal(struck, [""; 0], &format!("struck through: {id} in {range}"))?;
        }
    }
    ensure!(lines > 20, "only {lines} lines");
    Ok(())
}

/// A reader takes a word for that of the nearest line.
fn words_of_arcs_stand_by_their_own(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    for (event, range, least) in [
        ("deepseek-r1", Value::Null, 1),
        ("deepseek-r1", json!("2025-01"), 5),
        ("gpt-2-staged", json!("2018/2021"), 1),
        ("gpt-oss", json!("2025"), 1),
    ] {
        page.set_state(json!({ "event": event, "range": range }))?;
        let (words, strayed): (usize, Vec<String>) = page.get(
            "(() => { const says = { 'led-to': 'led to', 'response-to': 'was answered by', scheduled: 'announced', contradicts: 'was contradicted by', 'refers-to': 'is recalled by' }; \
               const lines = e2e.$$('.ovc-arcs [data-relation]').map((arc) => { const path = arc.querySelector('path'), all = path.getTotalLength(); \
                 const { relation, status } = arc.dataset; \
                 return { texts: [`${says[relation]} · ${status}`, status === 'documented' ? says[relation] : status], \
                          points: Array.from({ length: 101 }, (_, at) => path.getPointAtLength(all * at / 100)) }; }); \
               const words = e2e.$$('.ovc-arc-label').filter((word) => !/[←→]/.test(word.textContent)); \
               return [words.length, words.filter((word) => { const { x, y, width, height } = word.getBBox(); \
                 const away = ({ x: px, y: py }) => Math.hypot(Math.max(x - px, px - x - width, 0), Math.max(y - py, py - y - height, 0)); \
                 const nearest = (own) => Math.min(...lines.filter(({ texts }) => texts.includes(word.textContent) === own).flatMap(({ points }) => points.map(away))); \
                 /* Its own line is cut out under it. */ \
                 return nearest(true) > nearest(false) + 4; }).map((word) => word.textContent)]; })()",
        )?;
        ensure!(words >= least, "{event} in {range}: {words} words");
        equal(
            strayed,
            [""; 0],
            &format!("words by another line: {event} in {range}"),
        )?;
    }
    Ok(())
}

/// Goes along a thread by keyboard until its end, and returns what is on the way, with the start.
fn walk(page: &Page, way: &str, start: &str) -> Outcome<Vec<String>> {
    let step = format!("e2e.$('.ovc-thread .{way}')");
    page.run(&format!("{step}.focus()"))?;
    let mut seen = vec![start.to_owned()];
    for _ in 0..20 {
        page.press("Enter")?;
        let now: String = page.get("e2e.widget().getState().event")?;
        if seen.last() == Some(&now) {
            break;
        }
        seen.push(now);
        ensure!(
            page.get(&format!("e2e.active() === {step}"))?,
            "the button has lost the focus"
        );
    }
    Ok(seen)
}

fn a_thread_leads_from_gpt_2_to_gpt_oss(page: &Page) -> Outcome {
    // The head of OpenAI on its “wrong side of history”: DeepSeek R1 led there, and it led to gpt-oss.
    let _server = open(page, "event=\"altman-ama\"")?;
    let later = walk(page, "is-later", "altman-ama")?;
    let last = later.last().map_or("", |id| id);
    let mut seen = walk(page, "is-earlier", last)?;
    seen.reverse();
    ensure!(
        seen.ends_with(&later),
        "the way back is another: {seen:?}, {later:?}"
    );
    for id in ["gpt-2-staged", "deepseek-r1", "altman-ama", "gpt-oss"] {
        ensure!(
            seen.iter().any(|seen| seen == id),
            "{id} is not on the way: {seen:?}"
        );
    }
    let (dates, strays): (Vec<String>, Vec<String>) = page.eval(
        "const { events, links } = await e2e.data();
         return [arg.map((id) => events.find((event) => event.id === id).date),
           arg.slice(1).filter((to, at) => !links.some((link) => link.from === arg[at] && link.to === to))];",
        json!(seen),
    )?;
    ensure!(dates.is_sorted(), "not in the order of time: {dates:?}");
    equal(strays, [""; 0], "steps that are no links")?;
    equal(
        page.get::<Option<String>>(
            "e2e.$('.ovc-thread .is-earlier').getAttribute('aria-disabled')",
        )?,
        Some("true".to_owned()),
        "at the first",
    )
}

fn a_thread_says_where_it_leads(page: &Page) -> Outcome {
    let _server = open(page, "event=\"altman-ama\"")?;
    let (told, group): (String, String) = page.get(
        "[e2e.text(e2e.$('.ovc-thread > .ovc-label')), e2e.$('.ovc-thread').getAttribute('aria-label')]",
    )?;
    equal(&told, &group, "the name of the group")?;
    let at = |end: &str, way: &str| -> Outcome<String> {
        let seen = walk(page, way, "altman-ama")?;
        let id = seen.last().cloned().unwrap_or_default();
        let short: String = page.eval(
            "const event = (await e2e.data()).events.find(({ id }) => id === arg); return event.short ?? event.title;",
            json!(id),
        )?;
        ensure!(
            told.contains(&format!("{end} “{short}”")),
            "“{told}” does not name {short}"
        );
        Ok(short)
    };
    let last = at("to", "is-later")?;
    let first = at("from", "is-earlier")?;
    ensure!(first != last, "it leads nowhere");
    Ok(())
}

fn an_event_without_links_has_no_thread(page: &Page) -> Outcome {
    let _server = open(page, "")?;
    let lonely: String = page.get(
        "await e2e.data().then(({ events, links }) => events.find((event) => !links.some((link) => \
         [link.from, link.to].includes(event.id))).id)",
    )?;
    page.set_state(json!({ "event": lonely }))?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('[data-card]')) && !e2e.$('.ovc-thread')")?,
        "{lonely} has a thread, or no card"
    );
    Ok(())
}

fn what_is_not_certain_is_drawn_and_said(page: &Page) -> Outcome {
    let _server = open(page, "event=\"gpt-j\" range=\"2021-04/2021-08\"")?;
    let (mark, name): (bool, String) = page.get(
        "(() => { const mark = e2e.$('g[data-id=gpt-j]'); \
         return [mark.classList.contains('is-hollow'), mark.getAttribute('aria-label')]; })()",
    )?;
    ensure!(mark, "the mark of an uncertain date is not hollow");
    for part in ["June 2021", "day not certain", "4 June 2021", "9 June 2021"] {
        ensure!(name.contains(part), "“{part}” is not said: {name}");
    }
    let (width, month): (f64, f64) = page.get(
        "[e2e.$('g[data-id=gpt-j] .ovc-whisker').getBoundingClientRect().width, \
          e2e.$('.ovc-axis > svg').getBoundingClientRect().width * 30 / 153]",
    )?;
    ensure!(
        (width - month).abs() < 9.0,
        "the whisker is {width} px long, the month {month}"
    );
    // However near: the line leaves its own name free, and goes on to the ends of the month.
    page.set_state(json!({ "event": null, "range": "2021-06" }))?;
    let [from, to, label, end, width]: [f64; 5] = page.get(
        "(() => { const part = (name) => e2e.box(e2e.$(`g[data-id=gpt-j] .ovc-${name}`)); \
         const { left, right } = e2e.box(e2e.$('.ovc-axis > svg')); \
         const [line, label] = [part('whisker'), part('mark-label')]; \
         return [line.left, line.right, label.left, label.right, right - left].map((x, at) => at < 4 ? x - left : x); })()",
    )?;
    // Some engines count the stroke.
    ensure!(
        from.abs() < 5.0 && (to - width).abs() < 5.0,
        "the whisker goes from {from} to {to}, the month from 0 to {width}"
    );
    ensure!(
        width / 2.0 < label && label < width / 2.0 + 30.0 && end < to,
        "the name stands from {label} to {end}, the mark at {}",
        width / 2.0
    );
    page.set_state(json!({ "event": null, "range": "2025-01" }))?;
    ensure!(
        page.get("!e2e.$('g[data-id=deepseek-r1] .ovc-whisker')")?,
        "a certain date has a whisker"
    );
    Ok(())
}
