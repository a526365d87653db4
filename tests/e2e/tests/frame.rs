//! `embed.html` in an iframe, and the helper of its parent.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    a_frame_is_as_high_as_its_content,
    parameters_of_the_address_become_attributes,
    a_height_from_somebody_else_is_ignored,
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
