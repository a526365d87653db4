//! State, methods, events and the page's fragment.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    state_is_a_plain_object_of_known_keys,
    null_clears_and_bad_values_are_dropped,
    values_of_a_wrong_type_are_dropped_and_the_rest_is_kept,
    go_to_shows_the_timeline_with_the_event,
    methods_wait_for_the_live_view,
    changes_are_told_at_most_once_a_frame,
    a_drag_is_told_at_most_once_a_frame,
    events_bubble_and_cross_shadow_roots,
    without_sync_url_the_address_stays,
    sync_url_writes_and_reads_the_fragment,
    a_fragment_of_the_host_is_kept,
    sync_url_can_come_and_go,
    an_id_as_fragment_selects_its_event,
];

fn state_is_a_plain_object_of_known_keys(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let plain: bool = page.get("e2e.isPlain(e2e.widget().getState())")?;
    ensure!(plain, "the state is no plain object");
    equal(
        page.state()?,
        json!({ "view": "timeline", "step": null, "event": null, "range": null, "side": [], "kind": [],
            "actor": [], "level": [], "confidence": [], "q": "", "order": "drawn",
            "definition": "downloadable", "question": null, "models": [], "benchmark": null,
            "weights": [], "lang": null }),
        "the state at the beginning",
    )?;
    // What getState gives, setState takes.
    page.set_state(
        json!({ "side": ["open", "mixed"], "kind": ["policy"], "range": "2023/2024",
        "actor": ["meta"], "level": ["full"], "confidence": ["confirmed"], "q": "Llama & 2",
        "definition": "osaid", "models": ["o3-mini", "deepseek-r1"], "benchmark": "mmlu",
        "step": "gap", "question": "safety", "weights": ["data-control:9"] }),
    )?;
    let state = page.state()?;
    page.set_state(json!({ "side": null, "kind": null, "range": null,
        "definition": null, "models": null, "benchmark": null, "actor": null, "level": null, "confidence": null, "q": null,
        "step": null, "question": null, "weights": null }))?;
    page.set_state(state.clone())?;
    equal(page.state()?, state, "the state set again")
}

fn null_clears_and_bad_values_are_dropped(page: &Page) -> Outcome {
    let server = boxed(1000, "order=\"open-first\"")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(
        json!({ "range": "2024", "side": ["open"], "kind": ["policy"], "q": "open",
            "actor": ["meta"], "level": ["full"], "confidence": ["confirmed"], "order": "closed-first",
            "definition": "osaid", "models": ["o3-mini"], "benchmark": "mmlu" }),
    )?;
    let before = page.state()?;
    page.set_state(json!({
        "view": "banana", "event": "no-such-event", "range": "2024-13", "order": "mine", "unknown": { "a": [1] },
        "definition": "banana", "benchmark": "nothing",
    }))?;
    equal(page.state()?, before, "bad values")?;
    page.set_state(json!({ "side": ["closed", "banana", "closed"] }))?;
    equal(
        page.state()?["side"].clone(),
        json!(["closed"]),
        "one good value among bad ones",
    )?;
    page.set_state(json!({ "range": null, "side": null, "kind": null, "q": null,
        "actor": null, "level": null, "confidence": null, "order": null, "event": null, "view": null,
        "definition": null, "models": null, "benchmark": null }))?;
    equal(
        page.state()?,
        json!({ "view": "timeline", "step": null, "event": null, "range": null, "side": [], "kind": [],
            "actor": [], "level": [], "confidence": [], "q": "", "order": "open-first",
            "definition": "downloadable", "question": null, "models": [], "benchmark": null,
            "weights": [], "lang": null }),
        "null for every key",
    )?;
    page.set_state(json!({}))?;
    page.run("await e2e.widget().setState(undefined); await e2e.widget().setState(null)")
}

fn values_of_a_wrong_type_are_dropped_and_the_rest_is_kept(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "range": 2025, "kind": { "a": 1 }, "view": "compare" }))?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["range"], &state["kind"]),
        (&json!("compare"), &Value::Null, &json!([])),
        "the state after a number for a range",
    )
}

fn go_to_shows_the_timeline_with_the_event(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"compare\" range=\"2017\"")?;
    page.open_live(&server, "/host.html")?;
    let id: String = page.get("(await e2e.data()).events.at(-1).id")?;
    // A filter that hides the event gives way.
    page.eval::<Value>(
        "const event = (await e2e.data()).events.at(-1);
         await e2e.widget().setState({ side: [event.side === 'open' ? 'closed' : 'open'] });
         await e2e.widget().goTo(event.id); await e2e.frames(3);",
        Value::Null,
    )?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["event"]),
        (&json!("timeline"), &json!(id)),
        "the state",
    )?;
    page.wait(&format!(
        "e2e.$('[data-card]')?.dataset.card === {}",
        json!(id)
    ))?;
    // And the range moves until it is seen.
    // (The axis is measured before it is drawn, which takes a few frames more.)
    page.wait(&format!(
        "e2e.isSeen(e2e.$('.ovc-axis g[data-id=\"{id}\"]')) || e2e.$$('[data-cluster]').length > 0"
    ))?;
    page.run("await e2e.widget().goTo('no-such-event'); await e2e.widget().goTo(undefined); await e2e.frames(2)")
}

fn methods_wait_for_the_live_view(page: &Page) -> Outcome {
    let body =
        "<div style=\"height: 6000px\"></div><open-vs-closed view=\"timeline\"></open-vs-closed>";
    let server = Site::new()?.hold("_bg.wasm").host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("await customElements.whenDefined('open-vs-closed')")?;
    equal(
        page.state()?,
        Value::Null,
        "the state before the view is live",
    )?;
    page.run(
        "const id = (await e2e.data()).events[3].id;
         window.done = []; window.id = id;
         e2e.widget().setState({ view: 'compare' }).then(() => window.done.push('set'));
         e2e.widget().goTo(id).then(() => window.done.push('gone'));
         e2e.widget().ready.then(() => window.done.push('ready'));",
    )?;
    page.wait("performance.getEntriesByType('resource').some((entry) => entry.name.includes('open-vs-closed-live'))")?;
    equal(
        page.get::<Vec<String>>("window.done")?,
        [""; 0],
        "what is done before the view is live",
    )?;
    server.release();
    page.wait("window.done.length === 3")?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["event"]),
        (&json!("timeline"), &page.get::<Value>("window.id")?),
        "the state",
    )
}

fn changes_are_told_at_most_once_a_frame(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "const widget = e2e.widget();
         for (const view of ['compare', 'timeline', 'compare']) widget.setState({ view });
         await e2e.frames(3);",
    )?;
    let changes: Vec<Value> = page.get("e2e.heard('ovc-change')")?;
    equal(changes.len(), 1, "events for three changes at once")?;
    equal(
        changes[0]["state"].clone(),
        page.state()?,
        "the state that is told",
    )?;
    page.run("e2e.widget().setState({ view: 'compare' }); await e2e.shown(); await e2e.frames(3)")?;
    equal(
        page.get::<usize>("e2e.heard('ovc-change').length")?,
        1,
        "events for no change",
    )
}

fn a_drag_is_told_at_most_once_a_frame(page: &Page) -> Outcome {
    let server = boxed(1280, "range=\"2022/2023\"")?;
    page.open_live(&server, "/host.html")?;
    page.drag("e2e.$('.ovc-axis > svg')", (-300.0, 0.0))?;
    let frames: Vec<u64> = page
        .get("e2e.events.filter(({ type }) => type === 'ovc-change').map(({ frame }) => frame)")?;
    ensure!(!frames.is_empty(), "a drag is not told");
    let twice = frames.windows(2).filter(|pair| pair[0] == pair[1]).count();
    equal(twice, 0, &format!("frames with two events: {frames:?}"))
}

fn events_bubble_and_cross_shadow_roots(page: &Page) -> Outcome {
    let server = Site::new()?
        .host(
            "",
            "<div id=\"outer\"></div><script>\
             const inner = document.createElement('open-vs-closed'); inner.setAttribute('loading', 'eager');\
             document.querySelector('#outer').attachShadow({ mode: 'open' }).append(inner);\
             window.inner = inner;</script>",
        )
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run("await e2e.live(window.inner); window.inner.setState({ view: 'compare' }); await e2e.frames(3)")?;
    let heard: Vec<(String, String)> =
        page.get("e2e.events.map(({ type, target }) => [type, target])")?;
    let expected = [("ovc-ready", "outer"), ("ovc-change", "outer")]
        .map(|(a, b)| (a.to_owned(), b.to_owned()));
    equal(heard, expected, "events at the window")
}

fn without_sync_url_the_address_stays(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html#view=compare")?;
    equal(page.state()?["view"].clone(), json!("timeline"), "the view")?;
    page.set_state(json!({ "view": "compare", "range": "2024" }))?;
    equal(
        page.get::<String>("location.hash")?,
        "#view=compare",
        "the fragment",
    )?;
    page.run("location.hash = '#view=timeline'; await e2e.frames(3)")?;
    equal(
        page.state()?["view"].clone(),
        json!("compare"),
        "the view after the host's own change",
    )
}

fn sync_url_writes_and_reads_the_fragment(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    // Older links call the mixed side "both".
    page.open_live(
        &server,
        "/host.html#range=2024-12/2025-03&side=open,both&unknown=1",
    )?;
    let state = page.state()?;
    equal(
        (&state["range"], &state["side"]),
        (&json!("2024-12/2025-03"), &json!(["open", "mixed"])),
        "read",
    )?;
    let before: u64 = page.get("history.length")?;
    let id: String =
        page.get("(await e2e.data()).events.find(({ side, date }) => side === 'open' && date.startsWith('2025-0')).id")?;
    page.set_state(json!({ "view": "compare", "event": id, "range": "2025" }))?;
    let hash: String = page.get("location.hash")?;
    equal(
        &hash,
        &format!("#view=compare&event={id}&range=2025&side=open,mixed"),
        "written",
    )?;
    equal(
        page.get::<u64>("history.length")?,
        before,
        "entries of the history",
    )?;
    page.run("location.hash = '#view=timeline&kind=policy'; await e2e.frames(4)")?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["kind"], &state["side"]),
        (&json!("timeline"), &json!(["policy"]), &json!([])),
        "read again",
    )?;
    // The link leads where it says.
    page.open_live(&server, &format!("/host.html{hash}"))?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["event"]),
        (&json!("compare"), &json!(id)),
        "the link opened anew",
    )
}

fn a_fragment_of_the_host_is_kept(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    page.open_live(&server, "/host.html#chapter-3")?;
    page.run("await e2e.frames(5)")?;
    equal(
        page.get::<String>("location.hash")?,
        "#chapter-3",
        "a fragment that is not ours, before any change",
    )?;
    // Nor does a link of the host to a place of its own change anything.
    page.set_state(json!({ "view": "compare", "side": ["open"] }))?;
    page.run("location.hash = '#chapter-4'; await e2e.frames(5)")?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["side"]),
        (&json!("compare"), &json!(["open"])),
        "the state after a link of the host",
    )?;
    equal(
        page.get::<String>("location.hash")?,
        "#chapter-4",
        "a fragment that is not ours, after a change",
    )
}

fn sync_url_can_come_and_go(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let hash = || page.get::<String>("location.hash");
    page.set_state(json!({ "view": "compare" }))?;
    equal(hash()?, "", "the fragment, not asked for")?;
    page.run("e2e.widget().syncUrl = true; await e2e.frames(3)")?;
    equal(hash()?, "#view=compare", "the state that was there")?;
    page.run("location.hash = '#view=models'; await e2e.frames(4)")?;
    equal(page.state()?["view"].clone(), json!("models"), "read")?;
    page.run("e2e.widget().syncUrl = false; await e2e.frames(3)")?;
    page.set_state(json!({ "view": "timeline" }))?;
    equal(hash()?, "#view=models", "the fragment, no longer ours")?;
    page.run("location.hash = '#view=compare'; await e2e.frames(4)")?;
    equal(page.state()?["view"].clone(), json!("timeline"), "not read")
}

fn an_id_as_fragment_selects_its_event(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open(&server, "/")?;
    let id: String = page.get("(await e2e.data()).events[40].id")?;
    page.open_live(&server, &format!("/#{id}"))?;
    equal(page.state()?["event"].clone(), json!(id), "the event")?;
    page.run("location.hash = '#compare'; await e2e.frames(4)")?;
    equal(
        page.state()?["view"].clone(),
        json!("compare"),
        "the name of a view as fragment",
    )
}
