//! `embed.html` in an iframe, and the helper of its parent.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    a_frame_is_as_high_as_its_content,
    parameters_of_the_address_become_attributes,
    a_height_from_somebody_else_is_ignored,
    a_sandboxed_frame_is_as_high_as_its_content,
    a_helper_that_comes_late_asks_for_the_height,
    styles_of_the_host_do_not_cut_the_frame,
    heights_stay_within_limits,
    without_the_helper_the_frame_keeps_its_height,
];

fn host(src: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title>\
         <script type=\"module\" src=\"/open-vs-closed-frame.js\"></script></head>\
         <body style=\"margin: 0\"><iframe id=\"frame\" src=\"{src}\" title=\"Widget\" width=\"100%\"></iframe>\
         <iframe id=\"other\" srcdoc=\"nothing\" title=\"Other\" height=\"123\"></iframe></body></html>"
    )
}

/// Waits until the widget in the frame is live.
const LIVE: &str = "const frame = document.querySelector('#frame');
    const inner = await e2e.until(() => frame.contentWindow?.e2e, 'a document in the frame');
    await inner.live(); await e2e.frames(5);";

fn a_frame_is_as_high_as_its_content(page: &Page) -> Outcome {
    let server = Site::new()?
        .file("/host.html", host("/embed.html?view=timeline"))
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run(LIVE)?;
    let heights = "(() => { const frame = document.querySelector('#frame'); const inner = frame.contentDocument.documentElement; \
                   return [frame.clientHeight, inner.getBoundingClientRect().height, inner.scrollHeight, inner.clientHeight]; })()";
    let check = |what: &str| -> Outcome {
        let found: (f64, f64, f64, f64) = page.get(heights)?;
        ensure!(
            (found.0 - found.1).abs() <= 1.5,
            "{what}: a frame of {} for a content of {}",
            found.0,
            found.1
        );
        ensure!(
            found.2 <= found.3 + 1.0,
            "{what}: the frame scrolls ({} in {})",
            found.2,
            found.3
        );
        ensure!(found.0 > 300.0, "{what}: only {} px high", found.0);
        Ok(())
    };
    check("at the beginning")?;
    page.run("const inner = document.querySelector('#frame').contentWindow.e2e; inner.widget().setState({ view: 'compare' }); await e2e.frames(6)")?;
    check("with the comparison")?;
    page.run("const inner = document.querySelector('#frame').contentWindow.e2e; inner.widget().setState({ view: 'timeline' }); await e2e.frames(6)")?;
    check("back again")?;
    page.run("document.querySelector('#frame').style.width = '320px'; await e2e.frames(8)")?;
    check("narrow")
}

fn parameters_of_the_address_become_attributes(page: &Page) -> Outcome {
    let src = "/embed.html?view=compare&amp;theme=dark&amp;order=closed-first&amp;heading-level=3&amp;onclick=alert(1)&amp;unknown=1";
    let server = Site::new()?.file("/host.html", host(src)).serve()?;
    page.open(&server, "/host.html")?;
    page.run(LIVE)?;
    let found: Value = page.eval(
        "const inner = document.querySelector('#frame').contentWindow.e2e; const widget = inner.widget();
         return [widget.getState().view, widget.getState().order, widget.getAttribute('theme'),
           inner.$('.ovc-heading').tagName, widget.hasAttribute('onclick'), widget.hasAttribute('unknown')];",
        Value::Null,
    )?;
    equal(
        found,
        serde_json::json!(["compare", "closed-first", "dark", "H3", false, false]),
        "the widget in the frame",
    )
}

fn a_height_from_somebody_else_is_ignored(page: &Page) -> Outcome {
    let server = Site::new()?
        .file("/host.html", host("/embed.html?views=compare"))
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run(LIVE)?;
    let heights = "['#frame', '#other'].map((frame) => document.querySelector(frame).height)";
    let before: (String, String) = page.get(heights)?;
    page.run(
        "const message = { type: 'ovc-height', height: 4321 };
         window.postMessage(message, '*');
         // From a frame without an origin of its own that the page could trust.
         const other = document.querySelector('#other');
         other.setAttribute('sandbox', 'allow-scripts');
         other.srcdoc = '<script>parent.postMessage({ type: `ovc-height`, height: 4321 }, `*`)</' + 'script>';
         await new Promise((resolve) => setTimeout(resolve, 400));
         const frame = document.querySelector('#frame').contentWindow;
         for (const height of [-5, 0, 1e9, NaN, '4321px', null]) frame.parent.postMessage({ type: 'ovc-height', height }, '*');
         window.postMessage(null, '*'); window.postMessage('ovc-height', '*');
         await new Promise((resolve) => setTimeout(resolve, 100));",
    )?;
    equal(
        page.get::<(String, String)>(heights)?,
        before,
        "heights of the frames",
    )
}

/// A page with a frame, where the helper is loaded by `load()`.
fn late(frame: &str) -> Outcome<open_vs_closed_e2e::Server> {
    let script =
        "function load() { const script = document.createElement('script'); script.type = 'module';
        script.src = '/open-vs-closed-frame.js'; document.body.append(script); }";
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title></head>\
         <body style=\"margin: 0\">{frame}<script>{script}</script></body></html>"
    );
    // A sandboxed frame is of no origin, so all of it comes from another one.
    Site::new()?.cors().file("/host.html", page).serve()
}

/// Waits until a frame is as high as a widget is, and no longer as a frame is.
const FITS: &str =
    "await e2e.until(() => frame.clientHeight > 400, 'a frame as high as its content', 30000)";

fn a_sandboxed_frame_is_as_high_as_its_content(page: &Page) -> Outcome {
    // The least that it needs, and nothing more: no origin, no permission.
    let server = late(
        "<iframe id=\"frame\" src=\"/embed.html?view=timeline\" title=\"Widget\" width=\"100%\" sandbox=\"allow-scripts\" \
         allow=\"\" referrerpolicy=\"no-referrer\"></iframe>",
    )?;
    page.open(&server, "/host.html")?;
    page.run(&format!(
        "load(); const frame = document.querySelector('#frame'); {FITS}"
    ))
}

fn a_helper_that_comes_late_asks_for_the_height(page: &Page) -> Outcome {
    let server = late(
        "<iframe id=\"frame\" src=\"/embed.html?view=timeline\" title=\"Widget\" width=\"100%\"></iframe>\
         <div id=\"card\"></div>",
    )?;
    page.open(&server, "/host.html")?;
    page.run(LIVE)?;
    page.run(&format!(
        "const frame = document.querySelector('#frame');
         if (frame.clientHeight > 400) throw new Error('it is high already');
         load(); {FITS}
         // In a shadow root, too.
         const inner = frame.cloneNode();
         inner.removeAttribute('height'); inner.removeAttribute('style');
         document.querySelector('#card').attachShadow({{ mode: 'open' }}).append(inner);
         {}",
        FITS.replace("frame.", "inner.")
    ))?;
    // Asked by somebody else than its parent, the frame says nothing.
    page.run(
        "const frame = document.querySelector('#frame');
         const other = document.createElement('iframe');
         document.body.append(other);
         let told = 0;
         addEventListener('message', ({ source }) => { told += source === frame.contentWindow; });
         other.contentWindow.eval('parent.document.querySelector(`#frame`).contentWindow.postMessage({ type: `ovc-height-request` }, `*`)');
         await new Promise((done) => setTimeout(done, 300));
         if (told) throw new Error('it answers a stranger');",
    )
}

fn styles_of_the_host_do_not_cut_the_frame(page: &Page) -> Outcome {
    for style in [
        "height: auto",
        "height: auto !important; max-width: 100%",
        "box-sizing: border-box; border: 10px solid; padding: 5px",
    ] {
        let server = late(&format!(
            "<style>iframe {{ {style} }}</style>\
             <iframe id=\"frame\" src=\"/embed.html?view=compare\" title=\"Widget\" width=\"100%\"></iframe>"
        ))?;
        page.open(&server, "/host.html")?;
        page.run(&format!("load(); {LIVE} {FITS}"))?;
        page.wait(
            "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1)(document.querySelector('#frame').contentDocument.documentElement)",
        )?;
    }
    Ok(())
}

fn heights_stay_within_limits(page: &Page) -> Outcome {
    let sender = "<!doctype html><title>Sender</title><script>
        addEventListener('message', ({ data }) => { if (data.type === 'tell') parent.postMessage({ type: 'ovc-height', height: data.height }, '*'); })</script>";
    let server = Site::new()?
        .file("/sender.html", sender)
        .file("/host.html", host("/sender.html"))
        .serve()?;
    page.open(&server, "/host.html")?;
    let heights: Vec<f64> = page.eval(
        "const frame = document.querySelector('#frame');
         await e2e.until(() => document.readyState === 'complete');
         const heights = [];
         for (const height of [300, 300.2, 1e9, -5, 0, NaN, Infinity, '400', null, {}, 301]) {
           frame.contentWindow.postMessage({ type: 'tell', height }, '*');
           await new Promise((done) => setTimeout(done, 60));
           heights.push(Number(frame.height));
         }
         return heights;",
        Value::Null,
    )?;
    equal(
        heights,
        [
            300.0, 301.0, 50000.0, 50000.0, 50000.0, 50000.0, 50000.0, 50000.0, 50000.0, 50000.0,
            301.0,
        ],
        "heights of the frame",
    )
}

fn without_the_helper_the_frame_keeps_its_height(page: &Page) -> Outcome {
    let server = late(
        "<iframe id=\"frame\" src=\"/embed.html?view=timeline\" title=\"Widget\" width=\"100%\" height=\"600\"></iframe>",
    )?;
    page.open(&server, "/host.html")?;
    page.run(LIVE)?;
    let found: (f64, bool) = page.get(
        "(({ clientHeight, contentDocument: { documentElement } }) => [clientHeight, documentElement.scrollHeight > clientHeight + 1])(document.querySelector('#frame'))",
    )?;
    // All of it can be scrolled to.
    equal(found, (600.0, true), "the height, and whether it scrolls")
}
