//! Nothing is loaded before it is needed, and nothing is left behind.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    nothing_but_the_loader_is_fetched_until_it_comes_near,
    eager_does_not_wait,
    nothing_is_stored_and_nobody_else_is_asked,
    removed_widgets_stop_listening,
];

fn nothing_but_the_loader_is_fetched_until_it_comes_near(page: &Page) -> Outcome {
    let body = "<div style=\"height: 9000px\"></div><open-vs-closed></open-vs-closed>";
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
    equal(server.count(".wasm"), 1, "requests for WebAssembly")
}

fn eager_does_not_wait(page: &Page) -> Outcome {
    let body =
        "<div style=\"height: 9000px\"></div><open-vs-closed loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
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
            "<open-vs-closed loading=\"eager\" sync-url></open-vs-closed>",
        )
        .serve()?;
    page.open_live(&server, "/host.html")?;
    let live: Value = page.get("[...window.listening].filter(([, count]) => count)")?;
    // Only what the contract names: the fragment, where it is asked for.
    equal(
        live,
        serde_json::json!([["hashchange", 1]]),
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
