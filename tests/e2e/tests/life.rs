//! Elements that come, go, and move to where they were not made for.

use std::thread::sleep;
use std::time::Duration;

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Failure, Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    an_element_that_goes_before_its_code_comes_starts_nothing,
    a_clone_lives_by_itself,
    markup_that_is_read_and_written_is_live_again,
    another_document_shows_it_as_it_was,
    in_another_document_it_listens_there,
    a_document_that_is_not_shown_is_no_trouble,
    the_browser_leads_back_to_a_live_page,
    pages_that_follow_one_another_leave_nothing,
    elements_that_come_and_go_leave_nothing,
];

fn an_element_that_goes_before_its_code_comes_starts_nothing(page: &Page) -> Outcome {
    // Far away, so that nothing is asked for while the page loads: Firefox waits for that.
    let body = "<div style=\"height: 9000px\"></div><open-vs-closed view=\"timeline\"><p>Fallback</p></open-vs-closed>";
    let server = Site::new()?.hold("-live-").host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run(
        "await customElements.whenDefined('open-vs-closed');
         window.gone = e2e.widget(); gone.load(); gone.remove();
         await new Promise((done) => setTimeout(done, 120));",
    )?;
    server.release();
    page.run("await new Promise((done) => setTimeout(done, 500))")?;
    equal(server.count("-live-"), 1, "requests for the code")?;
    equal(
        server.count("debate.json"),
        0,
        "requests for data of what is gone",
    )?;
    equal(
        page.get::<(usize, Value)>("[e2e.events.length, gone.shadowRoot]")?,
        (0, Value::Null),
        "events, and a shadow root, of what is gone",
    )?;
    page.run("document.body.append(gone); await e2e.live(gone)")
}

fn a_clone_lives_by_itself(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/")?;
    page.set_state(json!({ "range": "2020" }))?;
    page.run(
        "const clone = e2e.widget().cloneNode(true);
         clone.id = 'clone'; clone.removeAttribute('sync-url'); clone.loading = 'eager';
         if (clone.querySelector('.ovc').inert) throw new Error('its text is inert');
         document.body.append(clone);
         await e2e.live(clone);
         clone.setState({ view: 'compare' }); await e2e.frames(3);",
    )?;
    let states: (Value, Value, Value) = page.get(
        "[e2e.widget().getState().view, e2e.widget('#clone').getState().view, e2e.widget('#clone').getState().range]",
    )?;
    equal(
        states,
        (json!("story"), json!("compare"), Value::Null),
        "the view of both, and the range of the clone",
    )
}

fn markup_that_is_read_and_written_is_live_again(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/")?;
    page.run(
        "const main = e2e.widget().parentNode;
         const before = main.innerHTML;
         window.old = e2e.widget();
         main.innerHTML = before;
         if (main.innerHTML !== before) throw new Error('it is not what it was');
         await e2e.live();
         await new Promise((done) => setTimeout(done, 120));",
    )?;
    equal(
        page.get::<(Value, bool, usize)>(
            "[old.getState(), e2e.isSeen(e2e.$('.ovc-step')), e2e.$$('.ovc').length]",
        )?,
        (Value::Null, true, 1),
        "the old state, what is seen, and views",
    )
}

/// Moves the widget into a frame of the page, 900 px wide, or back.
const MOVE: &str = "const widget = window.widget ??= e2e.widget();
    const frame = document.querySelector('#frame');
    const box = document.querySelector('#box');
    (widget.ownerDocument === document ? frame.contentDocument.body : box).append(widget);
    await new Promise((done) => setTimeout(done, 150)); await e2e.frames(4);
    const window_ = widget.ownerDocument.defaultView;";

fn with_a_frame(attributes: &str) -> Outcome<open_vs_closed_e2e::Server> {
    let body = format!(
        "<div id=\"box\" style=\"width: 700px\"><open-vs-closed loading=\"eager\" {attributes}></open-vs-closed></div>\
         <iframe id=\"frame\" src=\"/inner.html\" width=\"900\" height=\"700\"></iframe>"
    );
    // A scroll bar would take some of the width in Firefox.
    let inner = "<!doctype html><html lang=\"en\" style=\"scrollbar-width: none\"><title>Inner</title><body style=\"margin: 0\"></body></html>";
    Site::new()?
        .file("/inner.html", inner)
        .host("", &body)
        .serve()
}

fn another_document_shows_it_as_it_was(page: &Page) -> Outcome {
    let server = with_a_frame("view=\"timeline\"")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "range": "2020/2024", "event": "chatgpt" }))?;
    let look = "[window_.getComputedStyle(e2e.$('.ovc-button', widget)).borderTopWidth,
         window_.getComputedStyle(e2e.$('.ovc', widget)).containerName,
         widget.shadowRoot.adoptedStyleSheets.length, e2e.$$('.ovc', widget).length, widget.getState()]";
    let here: Value = page.eval(
        &format!("const widget = e2e.widget(), window_ = window; return {look};"),
        Value::Null,
    )?;
    page.run(
        "window.begun = 0; e2e.widget().addEventListener('ovc-ready', () => { window.begun += 1; })",
    )?;
    for (place, width) in [("in a frame", 900.0), ("back again", 700.0)] {
        let there: Value = page.eval(&format!("{MOVE} return {look};"), Value::Null)?;
        equal(there, here.clone(), place)?;
        page.wait(&format!(
            "e2e.$('.ovc-axis > svg', widget)?.getBoundingClientRect().width === {width}"
        ))?;
        equal(
            page.get::<usize>("window.begun")?,
            0,
            "how often it has begun again",
        )?;
    }
    Ok(())
}

fn in_another_document_it_listens_there(page: &Page) -> Outcome {
    let server = with_a_frame("view=\"timeline\" sync-url")?;
    page.open_live(&server, "/host.html")?;
    page.run(&format!(
        "{MOVE} widget.setState({{ view: 'compare' }}); await e2e.frames(4)"
    ))?;
    let hashes = "[location.hash, document.querySelector('#frame').contentWindow.location.hash]";
    equal(
        page.get::<(String, String)>(hashes)?,
        (String::new(), "#view=compare".to_owned()),
        "the fragments of both",
    )?;
    page.run(
        "location.hash = '#view=models'; await e2e.frames(3);
         if (widget.getState().view !== 'compare') throw new Error('it follows the page that it has left');
         document.querySelector('#frame').contentWindow.location.hash = '#view=timeline'; await e2e.frames(3);
         await e2e.until(() => widget.getState().view === 'timeline', 'it follows the page that it is in');",
    )?;
    // Keys are those of that window.
    page.run(
        "const { KeyboardEvent } = document.querySelector('#frame').contentWindow;
         e2e.$('.ovc-axis', widget).dispatchEvent(new KeyboardEvent('keydown', { key: '+', bubbles: true, composed: true, cancelable: true }));
         await e2e.until(() => widget.getState().range, 'a key is heard');",
    )?;
    page.run(
        "document.querySelector('#frame').width = 800;
         await e2e.until(() => e2e.$('.ovc-axis > svg', widget).getBoundingClientRect().width === 800, 'the new width');",
    )?;
    // A tooltip is still hidden by a key.
    page.run(
        "const tip = () => e2e.isSeen(e2e.$('[role=tooltip]', widget));
         e2e.$('.ovc-mark', widget).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true, pointerType: 'mouse' }));
         await e2e.until(tip, 'a tooltip');
         const { KeyboardEvent, document: inner } = document.querySelector('#frame').contentWindow;
         inner.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
         await e2e.until(() => !tip(), 'no tooltip');",
    )
}

fn a_document_that_is_not_shown_is_no_trouble(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "range": "2020" }))?;
    let state = page.state()?;
    page.run(
        "const widget = e2e.widget(), box = document.querySelector('#box');
         const other = document.implementation.createHTMLDocument('');
         other.body.append(widget);
         await new Promise((done) => setTimeout(done, 150));
         if (widget.getState()) throw new Error('it is live where nobody sees it');
         // Made there, too.
         other.body.append(document.createElement('open-vs-closed'));
         await new Promise((done) => setTimeout(done, 150));
         box.append(widget);
         await e2e.live(widget);",
    )?;
    equal(page.state()?, state, "the state")
}

/// Waits for a page that the browser is on its way to; until it is there, nothing answers.
fn arrive(page: &Page, path: &str) -> Outcome {
    let is_there = format!(
        "location.pathname === '{path}' && document.readyState === 'complete' && Boolean(globalThis.e2e)"
    );
    for _ in 0..200 {
        if page.get::<bool>(&is_there).unwrap_or_default() {
            return Ok(());
        }
        sleep(Duration::from_millis(50));
    }
    Err(Failure::new(format!("the browser does not come to {path}")))
}

fn the_browser_leads_back_to_a_live_page(page: &Page) -> Outcome {
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?
        .host("", body)
        .file("/next.html", open_vs_closed_e2e::host_page("", "Next"))
        .serve()?;
    page.open_live(&server, "/host.html")?;
    page.run("addEventListener('pageshow', ({ persisted }) => { e2e.persisted = persisted; }); setTimeout(() => { location.href = '/next.html'; })")?;
    arrive(page, "/next.html")?;
    page.run("setTimeout(() => history.back())")?;
    arrive(page, "/host.html")?;
    page.run("await e2e.live(); e2e.button('Zoom in').click(); await e2e.frames(3)")?;
    ensure!(
        page.get("Boolean(e2e.widget().getState().range)")?,
        "it does not answer"
    );
    // Whether a page is kept is the browser's business; that nothing of ours forbids it, ours.
    if page.engine() == Engine::Chromium {
        let (is_kept, reasons): (bool, usize) = page.get(
            "[e2e.persisted === true, performance.getEntriesByType('navigation').flatMap(({ notRestoredReasons }) => notRestoredReasons?.reasons ?? []).length]",
        )?;
        ensure!(
            is_kept || reasons > 0,
            "it is neither kept nor said why not"
        );
        equal(
            page.get::<Vec<String>>(
                "performance.getEntriesByType('navigation').flatMap(({ notRestoredReasons }) => notRestoredReasons?.reasons ?? []) \
                 .map(({ reason }) => reason).filter((reason) => /unload|websocket|broadcast|lock/.test(reason))",
            )?,
            [""; 0],
            "why the page was not kept",
        )?;
    }
    Ok(())
}

fn pages_that_follow_one_another_leave_nothing(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "const box = document.querySelector('#box');
         for (const number of [1, 2, 3]) {
           history.pushState(null, '', `/page-${number}`);
           box.innerHTML = '<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url></open-vs-closed>';
           await e2e.live();
           await new Promise((done) => setTimeout(done, 120));
           const { range } = e2e.widget().getState();
           if (range) throw new Error(`it begins with ${range}`);
           e2e.widget().setState({ range: `202${number}` });
           await e2e.until(() => location.hash === `#range=202${number}`, 'the address');
         }
         history.back();
         await e2e.until(() => location.pathname === '/page-2', 'the page before');
         box.innerHTML = '<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url></open-vs-closed>';
         await e2e.live();
         if (e2e.widget().getState().range !== '2022') throw new Error(`it is not as it was: ${location.href}`);",
    )
}

/// Nodes and listeners that the page keeps, and bytes on its heap, once nothing is left to be collected.
fn kept(page: &Page) -> Outcome<(u64, u64, f64)> {
    let browser = page.browser();
    let mut bytes = f64::INFINITY;
    // What is freed in one collection frees more in the next.
    for _ in 0..4 {
        browser.devtools("HeapProfiler.collectGarbage", json!({}))?;
        page.run("await e2e.frames(3)")?;
        let heap = browser.devtools("Runtime.getHeapUsage", json!({}))?;
        bytes = heap["usedSize"].as_f64().unwrap_or(bytes).min(bytes);
    }
    let counters = browser.devtools("Memory.getDOMCounters", json!({}))?;
    let count = |name: &str| counters[name].as_u64().unwrap_or_default();
    Ok((count("nodes"), count("jsEventListeners"), bytes))
}

fn elements_that_come_and_go_leave_nothing(page: &Page) -> Outcome {
    // Only Chromium counts them.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let come_and_go = |times: u32| {
        page.eval::<Value>(
            "const box = document.querySelector('#box');
             box.replaceChildren();
             for (let time = 0; time < arg; time += 1) {
               const widget = document.createElement('open-vs-closed');
               widget.loading = 'eager';
               box.append(widget);
               await widget.ready;
               widget.remove();
               await new Promise((done) => setTimeout(done, 60));
             }",
            json!(times),
        )
    };
    // The browser compiles what runs often, and keeps that.
    come_and_go(30)?;
    let before = kept(page)?;
    // Twice, because no command may take too long.
    come_and_go(35)?;
    come_and_go(35)?;
    let after = kept(page)?;
    equal(
        (after.0, after.1),
        (before.0, before.1),
        "nodes and listeners",
    )?;
    let growth = after.2 / before.2 - 1.0;
    ensure!(growth < 0.1, "the heap has grown by {growth}");
    Ok(())
}
