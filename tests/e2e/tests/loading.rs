//! Nothing is loaded before it is needed, and nothing is left behind.

use std::thread::sleep;
use std::time::{Duration, Instant};

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{first_try_fails, tests};

tests![
    nothing_but_the_loader_is_fetched_until_it_comes_near,
    eager_does_not_wait,
    the_webassembly_does_not_wait_for_the_code_that_takes_it,
    a_later_widget_tries_again,
    nothing_is_stored_and_nobody_else_is_asked,
    removed_widgets_stop_listening,
    a_large_data_set_says_how_far_it_is_and_goes_live,
    progress_is_told_where_the_style_comes_late,
    an_unloaded_widget_leaves_no_word_of_progress,
];

fn nothing_but_the_loader_is_fetched_until_it_comes_near(page: &Page) -> Outcome {
    let body =
        "<div style=\"height: 9000px\"></div><open-vs-closed view=\"timeline\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("await customElements.whenDefined('open-vs-closed'); await new Promise((resolve) => setTimeout(resolve, 400))")?;
    equal(
        server.log(),
        ["/host.html", "/open-vs-closed.js"],
        "requests far from the widget",
    )?;
    // A screen before it is seen, it comes.
    page.run("scrollTo({ top: 9000 - 1.7 * innerHeight, behavior: 'instant' })")?;
    page.wait("e2e.heard('ovc-ready').length")?;
    equal(server.count("_bg.wasm"), 1, "requests for WebAssembly")
}

fn eager_does_not_wait(page: &Page) -> Outcome {
    let body = "<div style=\"height: 9000px\"></div><open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-ready').length")
}

fn the_webassembly_does_not_wait_for_the_code_that_takes_it(page: &Page) -> Outcome {
    let body =
        "<div style=\"height: 9000px\"></div><open-vs-closed view=\"timeline\"></open-vs-closed>";
    let server = Site::new()?.hold("-live-").host("", body).serve()?;
    page.open(&server, "/host.html")?;
    // Not before the page is there: an engine may wait for every module until it says so.
    page.run("e2e.widget().load()")?;
    let end = Instant::now() + Duration::from_secs(15);
    while server.count("_bg.wasm") == 0 {
        ensure!(
            Instant::now() < end,
            "only these are asked for: {:?}",
            server.log()
        );
        sleep(Duration::from_millis(25));
    }
    server.release();
    page.wait("e2e.heard('ovc-ready').length")?;
    equal(server.count("_bg.wasm"), 1, "requests for WebAssembly")
}

fn a_later_widget_tries_again(page: &Page) -> Outcome {
    let server = first_try_fails(page)?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').some(({ code }) => code === 'load-failed')")?;
    page.run("document.body.append(Object.assign(document.createElement('open-vs-closed'), { loading: 'eager' }))")?;
    page.wait("e2e.heard('ovc-ready').length")
}

fn nothing_is_stored_and_nobody_else_is_asked(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/")?;
    page.run("e2e.widget().setState({ view: 'compare' }); await e2e.widget().goTo((await e2e.data()).events[5].id); await e2e.frames(3)")?;
    let stored: Value = page.get(
        "[document.cookie, localStorage.length, sessionStorage.length, \
          (await indexedDB.databases?.() ?? []).length, (await caches.keys()).length, \
          (await navigator.serviceWorker.getRegistrations()).length]",
    )?;
    equal(
        stored,
        serde_json::json!(["", 0, 0, 0, 0, 0]),
        "cookies, storage, caches, workers",
    )?;
    ensure!(!page.has_cookies()?, "the browser holds a cookie");
    let elsewhere: Vec<String> = page.get(
        "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith(location.origin))",
    )?;
    equal(elsewhere, [""; 0], "requests to other origins")
}

fn removed_widgets_stop_listening(page: &Page) -> Outcome {
    let head = "<script>window.listening = new Map();
        for (const target of [window, document]) {
          const { addEventListener, removeEventListener } = target;
          const count = (type, by) => window.listening.set(type, (window.listening.get(type) ?? 0) + by);
          target.addEventListener = function (type, ...rest) { count(type, 1); return addEventListener.call(target, type, ...rest); };
          target.removeEventListener = function (type, ...rest) { if (rest[0]) count(type, -1); return removeEventListener.call(target, type, ...rest); };
        }</script>";
    let server = Site::new()?
        .host(
            head,
            "<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url></open-vs-closed>",
        )
        .serve()?;
    page.open_live(&server, "/host.html")?;
    let live: Value = page.get("[...window.listening].filter(([, count]) => count)")?;
    // Only the fragment, where it is asked for, and that the page is being printed.
    equal(
        live,
        serde_json::json!([["beforeprint", 1], ["afterprint", 1], ["hashchange", 1]]),
        "what is listened to outside the element",
    )?;
    page.run("e2e.widget().remove(); await new Promise((resolve) => setTimeout(resolve, 150))")?;
    let gone: Value = page.get("[...window.listening].filter(([, count]) => count)")?;
    equal(
        gone,
        serde_json::json!([]),
        "what is listened to after it is gone",
    )
}

/// Many events, in no order.
fn large(count: usize) -> String {
    let events: Vec<Value> = (0..count)
        .map(|at| json!({ "id": format!("e{at}"), "date": format!("{}", 1900 + at * 7 % 120), "title": format!("Event {at}") }))
        .collect();
    json!({ "version": "1.0", "meta": { "title": "Large" }, "events": events }).to_string()
}

fn a_large_data_set_says_how_far_it_is_and_goes_live(page: &Page) -> Outcome {
    // What was said, as a screen reader would hear it, and whether the fallback was seen then.
    let head = "<script>window.said = [];
        document.addEventListener('DOMContentLoaded', () => {
          const seen = (note) => said.push([note.getAttribute('role'), note.textContent, e2e.isSeen(document.querySelector('#fallback'))]);
          const watch = () => {
            const root = e2e.widget().shadowRoot;
            if (!root) return setTimeout(watch);
            const look = () => { const note = root.querySelector('[part=progress]'); if (note) seen(note); };
            new MutationObserver(look).observe(root, { childList: true, subtree: true, characterData: true });
            look();
          };
          watch();
        });</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/large.json\"><p id=\"fallback\">Fallback</p></open-vs-closed>";
    let server = Site::new()?
        .file("/large.json", large(20_000))
        .hold("/large.json")
        .host(head, body)
        .serve()?;
    page.open(&server, "/host.html")?;
    // The wait is long enough to be told because we hold the data back.
    page.wait("said.length")?;
    server.release();
    page.run("await e2e.live()")?;
    let said: Vec<(String, String, bool)> = page.get("said")?;
    ensure!(said.len() <= 5, "said too often: {said:?}");
    for (role, text, fallback) in &said {
        equal(role.as_str(), "status", "the role of what is said")?;
        ensure!(text.starts_with("Loading") && *fallback, "{said:?}");
    }
    let left: usize = page.get("e2e.$$('[part=progress]').length")?;
    equal(left, 0, "lines of progress in the live view")?;
    let about: String = page.get("e2e.text(e2e.$('.ovc-about'))")?;
    ensure!(
        about.contains("20,000") || about.contains("20000"),
        "{about}"
    );
    page.run("await e2e.widget().goTo('e19999'); await e2e.frames(3)")?;
    equal(
        page.state()?["event"].clone(),
        json!("e19999"),
        "the selected event",
    )
}

fn progress_is_told_where_the_style_comes_late(page: &Page) -> Outcome {
    // Later than somebody has to be told that there is something to wait for.
    let head = "<script>
        const get = window.fetch;
        window.fetch = async (address, ...rest) => {
          if (String(address).endsWith('.css')) await new Promise((resolve) => setTimeout(resolve, 700));
          return get(address, ...rest);
        };</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/held.json\"><p>Fallback</p></open-vs-closed>";
    let server = Site::new()?
        .file("/held.json", large(3))
        .hold("/held.json")
        .host(head, body)
        .serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.$('[part=progress]')")?;
    server.release();
    page.run("await e2e.live()")
}

fn an_unloaded_widget_leaves_no_word_of_progress(page: &Page) -> Outcome {
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/held.json\"><p>Fallback</p></open-vs-closed>";
    let server = Site::new()?
        .file("/held.json", large(3))
        .hold("/held.json")
        .host("", body)
        .serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.$('[part=progress]')")?;
    page.run("window.widget = e2e.widget(); widget.remove(); await new Promise((resolve) => setTimeout(resolve, 150))")?;
    let left: usize = page.get("e2e.$$('[part=progress]', widget).length")?;
    equal(left, 0, "lines of progress in what was taken off the page")?;
    server.release();
    Ok(())
}
