//! What is the host's stays the host's: its address, its keys, its attributes.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    many_changes_are_few_changes_of_the_address,
    an_address_that_cannot_be_written_is_no_trouble,
    an_address_may_begin_with_two_slashes,
    what_the_host_writes_meanwhile_stays,
    a_document_without_an_address_is_left_alone,
    what_is_typed_into_a_field_stays_there,
    keys_that_the_widget_uses_stay_there,
    attributes_and_content_are_left_to_the_host,
];

/// Notes every attempt to change the address.
const COUNT: &str = "e2e.written = [];
    for (const name of ['pushState', 'replaceState']) {
      const own = history[name];
      history[name] = (...all) => { e2e.written.push(name); own.apply(history, all); };
    }";

fn many_changes_are_few_changes_of_the_address(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    page.open_live(&server, "/host.html")?;
    page.run(COUNT)?;
    let (seconds, changes): (f64, usize) = page.eval(
        "const start = performance.now();
         for (let at = 0; at < 90; at += 1) {
           await e2e.widget().setState({ range: `${2015 + at % 5}/${2022 + at % 4}` });
           await new Promise(requestAnimationFrame);
         }
         return [(performance.now() - start) / 1000, e2e.heard('ovc-change').length];",
        Value::Null,
    )?;
    ensure!(changes > 10, "only {changes} changes are told");
    page.wait("location.hash === `#range=${e2e.widget().getState().range}`")?;
    let written: usize = page.get("e2e.written.length")?;
    ensure!(
        written as f64 <= seconds * 5.0 + 2.0,
        "the address is written {written} times in {seconds} s"
    );
    // What is followed can be gone back from, whatever is still to be written.
    page.run(
        "e2e.written.length = 0;
         await e2e.widget().setState({ view: 'compare', range: null }); await e2e.shown(); await e2e.frames(3);
         const link = e2e.$('.ovc-claims .ovc-link');
         link.closest('details').open = true;
         await e2e.widget().setState({ range: '2016' }); await e2e.frames(2);
         link.click(); await e2e.frames(4);",
    )?;
    let written: Vec<String> = page.get("e2e.written")?;
    equal(
        written.last().map(String::as_str),
        Some("pushState"),
        &format!("how the last one is written, of {written:?}"),
    )?;
    page.run("history.back()")?;
    page.wait("location.hash === '#view=compare&range=2016'")
}

fn an_address_that_cannot_be_written_is_no_trouble(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "e2e.tried = 0; e2e.own = history.replaceState;
         history.replaceState = () => { e2e.tried += 1; throw new DOMException('Too often.', 'SecurityError'); }",
    )?;
    page.set_state(json!({ "view": "compare" }))?;
    page.set_state(json!({ "view": "models" }))?;
    equal(
        page.get::<Vec<String>>("e2e.heard('ovc-change').map(({ state }) => state.view)")?,
        ["compare", "models"],
        "changes that are told",
    )?;
    equal(page.get::<String>("location.hash")?, "", "the fragment")?;
    ensure!(page.get("e2e.tried > 0")?, "nothing has been tried");
    // It is tried once more, 10 s later.
    page.run("history.replaceState = e2e.own")?;
    page.wait("location.hash === '#view=models'")
}

fn an_address_may_begin_with_two_slashes(page: &Page) -> Outcome {
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url></open-vs-closed>";
    let site = Site::new()?.file("//host.html", open_vs_closed_e2e::host_page("", body));
    let server = site.serve()?;
    page.open_live(&server, "//host.html?a=1")?;
    page.set_state(json!({ "view": "compare" }))?;
    equal(
        page.get::<String>("location.href")?,
        server.url("//host.html?a=1#view=compare"),
        "the address",
    )
}

fn what_the_host_writes_meanwhile_stays(page: &Page) -> Outcome {
    let server = boxed(1000, "sync-url")?;
    page.open_live(&server, "/host.html")?;
    // The first change is written at once, the second one is to follow, unless the frames take longer than that.
    page.run(
        "await e2e.widget().setState({ range: '2020' }); await e2e.frames(2);
         await e2e.widget().setState({ range: '2021' }); await e2e.frames(6);
         history.pushState(null, '', '/next.html#theirs');
         await new Promise((done) => setTimeout(done, 500));",
    )?;
    equal(
        page.get::<String>("location.pathname + location.hash")?,
        "/next.html#theirs",
        "the address after the host has gone elsewhere",
    )?;
    // As an application does that shows its next page: what was there is removed.
    let (gone, later): (String, String) = page.eval(
        "await e2e.widget().setState({ range: '2022' });
         await e2e.until(() => location.hash === '#range=2022', 'the address');
         // Then the next change would be written at once.
         await new Promise((done) => setTimeout(done, 400));
         await e2e.widget().setState({ range: '2023' });
         e2e.widget().remove();
         const gone = location.href;
         await new Promise((done) => setTimeout(done, 500));
         return [gone, location.href];",
        Value::Null,
    )?;
    ensure!(gone.ends_with("/next.html#range=2022"), "{gone}");
    equal(later, gone, "the address after the widget is gone")
}

fn a_document_without_an_address_is_left_alone(page: &Page) -> Outcome {
    let server = Site::new()?
        .host(
            "",
            "<iframe id=\"frame\" width=\"900\" height=\"700\"></iframe>",
        )
        .serve()?;
    page.open(&server, "/host.html")?;
    let told: (usize, usize) = page.eval(
        "const frame = document.querySelector('#frame');
         frame.srcdoc = `<!doctype html><title>Inner</title><script type=module src=${location.origin}/open-vs-closed.js></script>
           <open-vs-closed view=timeline loading=eager sync-url></open-vs-closed>`;
         const widget = await e2e.until(() => frame.contentDocument.querySelector('open-vs-closed'), 'a document in the frame');
         await e2e.until(() => widget.ready, 'the element');
         await widget.ready;
         let written = 0, changes = 0;
         const { history } = frame.contentWindow;
         for (const name of ['pushState', 'replaceState']) history[name] = () => { written += 1; };
         widget.addEventListener('ovc-change', () => { changes += 1; });
         await widget.setState({ range: '2020' });
         await e2e.until(() => changes, 'the change');
         await e2e.frames(2);
         return [written, changes];",
        Value::Null,
    )?;
    equal(
        told,
        (0, 1),
        "how often the address is written, and changes",
    )
}

/// Notes the keys that a host hears.
const LISTEN: &str = "e2e.keys = [];
    for (const type of ['keydown', 'keypress', 'keyup']) {
      addEventListener(type, ({ key, ctrlKey, target }) => {
        if (target === e2e.widget()) e2e.keys.push(`${type} ${ctrlKey ? 'Ctrl+' : ''}${key}`);
      });
    }";

fn what_is_typed_into_a_field_stays_there(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run(LISTEN)?;
    page.run("e2e.$('.ovc-search').focus()")?;
    page.press_all(&["s", "/", "Space", "7", "Backspace", "ArrowLeft", "Home"])?;
    equal(
        page.get::<Vec<String>>("e2e.keys")?,
        [""; 0],
        "what the host hears of a search",
    )?;
    ensure!(
        page.get("e2e.$('.ovc-search').value.startsWith('s/')")?,
        "nothing is typed"
    );
    page.run("e2e.$('.ovc-definition select, select').focus()")?;
    ensure!(
        page.get("e2e.active().localName === 'select'")?,
        "no list has the focus"
    );
    page.press_all(&["p"])?;
    equal(
        page.get::<Vec<String>>("e2e.keys")?,
        [""; 0],
        "what the host hears of a list",
    )?;
    // The host's own keys with a modifier, and those that lead out of a field, are no letters.
    let sent: Vec<String> = page.eval(
        "const field = e2e.$('.ovc-search');
         for (const init of [{ key: 'k', ctrlKey: true }, { key: 'k', metaKey: true }, { key: '1', altKey: true }, { key: 'Tab' },
           { key: 'Escape' }, { key: 'F1' }, { key: 's' }]) {
           field.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, composed: true, cancelable: true }));
         }
         return e2e.keys.map((key) => key.split(' ')[1]);",
        Value::Null,
    )?;
    // Escape has emptied the search, and means nothing to the host.
    equal(
        sent,
        ["Ctrl+k", "k", "1", "Tab", "F1"],
        "what the host hears",
    )
}

fn keys_that_the_widget_uses_stay_there(page: &Page) -> Outcome {
    let server = boxed(1280, "range=\"2020/2022\"")?;
    page.open_live(&server, "/host.html")?;
    page.run(LISTEN)?;
    page.run("e2e.$('.ovc-axis').focus()")?;
    page.press_all(&["+", "ArrowLeft", "j"])?;
    equal(
        page.get::<Vec<String>>("e2e.keys.filter((key) => key.startsWith('keydown'))")?,
        ["keydown j"],
        "what the host hears of the axis",
    )
}

fn attributes_and_content_are_left_to_the_host(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let head = "<script>window.seen = [];
        document.addEventListener('DOMContentLoaded', () => {
          for (const widget of document.querySelectorAll('open-vs-closed')) {
            new MutationObserver((all) => seen.push(...all.map(({ type, attributeName }) => attributeName ?? type)))
              .observe(widget, { attributes: true, childList: true, subtree: true, characterData: true });
          }
        });</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url><div class=\"ovc\"><p>Fallback</p></div></open-vs-closed>\
        <open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/missing.json\"><p>Fallback</p></open-vs-closed>";
    let server = Site::new()?.host(head, body).serve()?;
    page.open_live(&server, "/host.html#view=compare")?;
    page.wait("e2e.heard('ovc-error').length")?;
    page.run("e2e.widget().setState({ view: 'models' }); await e2e.shown(); await new Promise((done) => setTimeout(done, 200))")?;
    equal(
        page.get::<Vec<String>>("seen")?,
        [""; 0],
        "what is changed of the host's",
    )?;
    let failed: (bool, bool) = page.get(
        "[...document.querySelectorAll('open-vs-closed')].map((widget) => widget.matches(':state(failed)'))",
    )?;
    equal(failed, (false, true), "which of them have failed")?;
    let data = json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": [{ "id": "a", "date": "2024", "title": "A" }] });
    let server = boxed_data(1000, &data)?;
    page.open_live(&server, "/host.html")
}
