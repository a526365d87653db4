//! The page is complete before it is live, and going live takes nothing from the reader.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    without_the_loader_the_whole_text_is_readable,
    without_the_wasm_the_whole_text_is_readable_and_it_is_said,
    a_link_opens_its_event_before_the_page_is_live,
    going_live_keeps_the_place_in_the_list,
    going_live_keeps_the_place_in_the_comparison,
    going_live_keeps_the_place_near_the_end_of_a_view,
    where_something_else_scrolls_no_room_is_made,
    going_live_keeps_the_focus,
    going_live_keeps_the_focus_on_the_sources_of_models,
    going_live_keeps_the_focus_on_what_stands_around_the_views,
    going_live_moves_nothing,
    going_live_leaves_open_what_the_reader_has_opened,
];

/// Opens the standalone page and keeps it from going live until the server is released.
fn open_static(page: &Page, path: &str) -> Outcome<Server> {
    let server = Site::new()?.hold("_bg.wasm").serve()?;
    page.open(&server, path)?;
    page.wait("document.fonts.status === 'loaded'")?;
    page.run("await e2e.frames(3)")?;
    Ok(server)
}

fn go_live(page: &Page, server: &Server) -> Outcome {
    server.release();
    page.run("await e2e.live(); await e2e.frames(5)")
}

/// Texts that the data set has and the page does not show.
const MISSING: &str = r#"
    const data = await e2e.data();
    const seen = e2e.norm(document.body.innerText);
    const norm = (text) => e2e.norm(text).replace(/\*(\S[^*]*)\*/g, "$1");
    const texts = [data.meta.title];
    for (const event of data.events) texts.push(event.title, event.summary, event.note);
    for (const level of data.levels) texts.push(level.name, level.definition, level.run, level.study);
    for (const link of data.links) texts.push(link.note);
    for (const item of data.dimensions) {
      texts.push(item.name, item.question, item.contested, item.crux);
      for (const claim of [...item.open, ...item.closed, ...(item.evidence ?? [])]) texts.push(claim.text);
    }
    return texts.filter((text) => text && !seen.includes(norm(text)));
"#;

fn without_the_loader_the_whole_text_is_readable(page: &Page) -> Outcome {
    page.expect("not loaded: ");
    let server = Site::new()?.refuse("/open-vs-closed.js").serve()?;
    page.open(&server, "/")?;
    // Scripts are on and do not come: nobody can know yet, so the list is folded, and opens by
    // links; the comparison stands.
    let folded: (bool, bool) = page.eval(
        "const entry = document.querySelectorAll('.ovc-entry')[7];
         const body = entry.querySelector('.ovc-entry-body');
         const before = e2e.isSeen(body);
         entry.querySelector('a').click();
         // A link inside the page is followed in a task of its own.
         await e2e.until(() => e2e.isSeen(body), 'the entry after its link was followed');
         return [before, e2e.isSeen(body)];",
        Value::Null,
    )?;
    equal(folded.1, true, "an entry after its link was followed")?;
    ensure!(!folded.0, "the list is not folded while scripts may come");
    // After some seconds it unfolds by itself, and everything is there.
    page.wait("e2e.isSeen([...document.querySelectorAll('.ovc-entry-body')].at(-1))")?;
    let missing: Vec<String> = page.eval(MISSING, Value::Null)?;
    equal(missing, [""; 0], "texts that cannot be read")?;
    ensure!(
        server.count(".wasm") == 0,
        "WebAssembly is loaded without the loader"
    );
    let links: usize =
        page.get("document.querySelectorAll('open-vs-closed .ovc-sources a[href^=http]').length")?;
    ensure!(links > 90, "{links} links to sources");
    Ok(())
}

fn without_the_wasm_the_whole_text_is_readable_and_it_is_said(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let server = Site::new()?.refuse("_bg.wasm").serve()?;
    page.open(&server, "/")?;
    page.wait("e2e.heard('ovc-error').length")?;
    let missing: Vec<String> = page.eval(MISSING, Value::Null)?;
    equal(missing, [""; 0], "texts that cannot be read")?;
    let said: bool = page.get(
        "e2e.isSeen(e2e.$('[role=status]')) && e2e.text(e2e.$('[role=status]')).length > 20",
    )?;
    ensure!(said, "it is not said why");
    Ok(())
}

fn a_link_opens_its_event_before_the_page_is_live(page: &Page) -> Outcome {
    let server = open_static(page, "/")?;
    let id: String = page.get("(await e2e.data()).events[30].id")?;
    let server_two = open_static(page, &format!("/#{id}"))?;
    drop(server);
    let seen: (bool, f64) = page.eval(
        "const entry = document.getElementById(arg);
         return [e2e.isSeen(entry.querySelector('.ovc-entry-body')), entry.getBoundingClientRect().top];",
        json!(id),
    )?;
    ensure!(seen.0, "the entry of {id} is folded");
    ensure!(
        (-2.0..400.0).contains(&seen.1),
        "the entry of {id} stands at {}",
        seen.1
    );
    go_live(page, &server_two)?;
    equal(
        page.state()?["event"].clone(),
        json!(id),
        "the event once live",
    )
}

/// Scrolls the static page so that an item stands a little below the top, goes live, and compares. Items
/// are counted from 0, or from the end: -1 is the last one.
/// Returns the server: the other views are still to be fetched from it.
fn check_place(page: &Page, selector: &str, item: i32) -> Outcome<Server> {
    let server = open_static(page, "/")?;
    let before: (String, f64) = page.eval(
        "const [selector, at] = arg;
         const item = [...document.querySelectorAll(selector)].at(at);
         scrollBy({ top: item.getBoundingClientRect().top - 7, behavior: 'instant' });
         await e2e.frames(3);
         return [item.dataset.id, item.getBoundingClientRect().top];",
        json!([selector, item]),
    )?;
    go_live(page, &server)?;
    let after: f64 = page.eval(
        "const item = e2e.$(`[data-id=\"${CSS.escape(arg)}\"]`);
         if (!item) throw new Error(`${arg} is gone`);
         return (item.closest('li, tr') ?? item).getBoundingClientRect().top;",
        json!(before.0),
    )?;
    ensure!(
        (after - before.1).abs() <= 3.0,
        "{} moves from {} to {after}",
        before.0,
        before.1
    );
    Ok(server)
}

fn going_live_keeps_the_place_in_the_list(page: &Page) -> Outcome {
    check_place(page, "li.ovc-entry", 45)?;
    check_place(page, "li.ovc-entry", 12).map(drop)
}

fn going_live_keeps_the_place_in_the_comparison(page: &Page) -> Outcome {
    check_place(page, ".ovc-table tbody tr", 3)?;
    check_place(page, ".ovc-table tbody tr", 9).map(drop)
}

fn going_live_keeps_the_place_near_the_end_of_a_view(page: &Page) -> Outcome {
    // What follows in the static page is another view, and live it is not there.
    let _server = check_place(page, "li.ovc-entry", -2)?;
    let room = "innerHeight + scrollY - e2e.root().querySelector('.ovc').getBoundingClientRect().bottom - scrollY";
    ensure!(
        page.get::<f64>(room)? > 50.0,
        "there is no room below the view to be tested"
    );
    // It goes with the view.
    page.set_state(json!({ "view": "models" }))?;
    let below: f64 = page.get(
        "e2e.root().querySelector('.ovc-mount').getBoundingClientRect().bottom - e2e.root().querySelector('.ovc').getBoundingClientRect().bottom",
    )?;
    equal(below, 0.0, "room below another view")?;
    check_place(page, ".ovc-table tbody tr", -1).map(drop)
}

fn where_something_else_scrolls_no_room_is_made(page: &Page) -> Outcome {
    let entries: String = (0..40)
        .map(|n| format!("<li data-id=\"e{n}\"><p style=\"height: 60px\">Event {n}</p></li>"))
        .collect();
    let events: Vec<Value> = (0..40)
        .map(|n| json!({ "id": format!("e{n}"), "date": format!("{}", 1980 + n), "title": format!("Event {n}") }))
        .collect();
    let data =
        json!({ "version": "1.0", "meta": { "title": "Few", "lang": "en" }, "events": events });
    let body = format!(
        "<div id=\"box\" style=\"width: 400px; height: 500px; overflow: auto\"><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/few.json\"><section id=\"timeline\"><ul>{entries}</ul></section></open-vs-closed></div>"
    );
    let server = Site::new()?
        .file("/few.json", data.to_string())
        .hold("_bg.wasm")
        .host("", &body)
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run("document.querySelector('#box').scrollTop = 1500; await e2e.frames(3)")?;
    go_live(page, &server)?;
    let below: f64 = page.get(
        "e2e.root().querySelector('.ovc-mount').getBoundingClientRect().bottom - e2e.root().querySelector('.ovc').getBoundingClientRect().bottom",
    )?;
    equal(below, 0.0, "room below the view")
}

fn going_live_keeps_the_focus_on_what_stands_around_the_views(page: &Page) -> Outcome {
    for selector in [
        ".ovc-tab[href='#compare']",
        ".ovc-definitions > summary, .ovc-definition summary",
    ] {
        let server = open_static(page, "/")?;
        let name: String = page.eval(
            "const target = document.querySelector(arg);
             target.focus();
             return target.textContent;",
            json!(selector),
        )?;
        go_live(page, &server)?;
        let active: Option<String> = page.get("e2e.active()?.textContent ?? null")?;
        equal(
            active,
            Some(name),
            "the words of what has the focus once live",
        )?;
    }
    Ok(())
}

fn going_live_keeps_the_focus(page: &Page) -> Outcome {
    let server = open_static(page, "/")?;
    let id: String = page.eval(
        "const entry = document.querySelectorAll('li.ovc-entry')[20];
         scrollBy({ top: entry.getBoundingClientRect().top - 300, behavior: 'instant' });
         entry.querySelector('a').focus({ preventScroll: true });
         await e2e.frames(2);
         return entry.dataset.id;",
        Value::Null,
    )?;
    go_live(page, &server)?;
    let active: Option<String> = page.get("e2e.active()?.dataset?.id ?? null")?;
    equal(active, Some(id), "what has the focus once live")
}

/// The words are those of others, which are folded away, and a mark in the chart stands for the same model.
fn going_live_keeps_the_focus_on_the_sources_of_models(page: &Page) -> Outcome {
    for selector in [
        "#models .ovc-frontier > .ovc-source-details > summary",
        "#models .ovc-model-table tr[data-id=gpt-5-5] summary",
    ] {
        let server = open_static(page, "/")?;
        page.run(&format!(
            "const target = document.querySelector('{selector}'); \
             scrollBy({{ top: target.getBoundingClientRect().top - 300, behavior: 'instant' }}); \
             target.focus({{ preventScroll: true }}); await e2e.frames(2);"
        ))?;
        go_live(page, &server)?;
        equal(page.state()?["view"].clone(), json!("models"), selector)?;
        let here: bool = page.get(&format!(
            "e2e.active()?.matches('{}') ?? false",
            selector.replace("#models ", "")
        ))?;
        ensure!(here, "the focus is lost from {selector}");
    }
    Ok(())
}

fn going_live_moves_nothing(page: &Page) -> Outcome {
    const PLACES: &str = "const at = (node) => { const box = node.getBoundingClientRect();
           return [box.left, box.top].map(Math.round); };
         const find = (selector) => (e2e.root()?.querySelector('.ovc-panel') ? e2e.root() : document).querySelector(selector);
         return ['.ovc-heading', '.ovc-about', '.ovc-tabs', '.ovc-tab', '.ovc-takeaway'].map((part) => [part, at(find(part))]);";
    for width in [1280, 700, 500] {
        page.browser().set_size(width, 900)?;
        let server = open_static(page, "/")?;
        let before: Value = page.eval(PLACES, Value::Null)?;
        let footer: f64 =
            page.get("document.querySelector('footer').getBoundingClientRect().top - innerHeight")?;
        go_live(page, &server)?;
        let after: Value = page.eval(PLACES, Value::Null)?;
        equal(after, before, &format!("places at {width} px"))?;
        ensure!(footer >= 0.0, "the static page is shorter than the window");
        // What stands below moves, and must not have been seen.
        let seen: f64 =
            page.get("document.querySelector('footer').getBoundingClientRect().top - innerHeight")?;
        ensure!(seen >= -1.0, "the footer jumps into view");
        if page.engine() == Engine::Chromium {
            // Only Chromium measures it.
            let shift: f64 = page.get("e2e.shifts.reduce((sum, value) => sum + value, 0)")?;
            ensure!(shift < 0.02, "the layout shifts by {shift} at {width} px");
        }
    }
    Ok(())
}

fn going_live_leaves_open_what_the_reader_has_opened(page: &Page) -> Outcome {
    // A list of sources under a period, and one in a cell of the comparison.
    for list in [
        "#timeline .ovc-era-note details",
        ".ovc-table [data-id] details",
    ] {
        let server = open_static(page, "/")?;
        let (text, top): (String, f64) = page.eval(
            "const list = [...document.querySelectorAll(arg)].at(-1);
             scrollBy({ top: list.getBoundingClientRect().top - 200, behavior: 'instant' });
             list.querySelector('summary').click();
             await e2e.frames(3);
             return [list.parentNode.textContent, list.getBoundingClientRect().top];",
            json!(list),
        )?;
        go_live(page, &server)?;
        let found: Vec<(String, f64)> = page.get(
            "e2e.$$('details[open]').map((list) => [list.parentNode.textContent, list.getBoundingClientRect().top])",
        )?;
        equal(found.len(), 1, &format!("open lists, {list}"))?;
        equal(&found[0].0, &text, "which one is open")?;
        ensure!(
            (found[0].1 - top).abs() <= 3.0,
            "{list} moves from {top} to {}",
            found[0].1
        );
    }
    Ok(())
}
