//! From the narrowest column to the widest: nothing sticks out, nothing is cut off.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    nothing_sticks_out_at_any_width,
    nothing_sticks_out_of_the_static_page,
    large_text_does_not_stick_out,
    a_finger_has_room,
    what_has_the_focus_is_not_under_what_floats,
];

const WIDTHS: [u32; 8] = [280, 320, 400, 560, 720, 1000, 1280, 1400];

/// In a frame, because windows have a least width: what is wider than the document, and controls
/// whose text is cut off or whose target is too small.
const SPOILT: &str = r#"
    const frame = document.querySelector("iframe");
    const inner = frame.contentDocument;
    const page = inner.documentElement;
    const top = frame.contentWindow.e2e.root()?.querySelector(".ovc") ?? inner.querySelector(".ovc");
    const found = [];
    if (page.scrollWidth > page.clientWidth) found.push(`the page scrolls sideways: ${page.scrollWidth} in ${page.clientWidth}`);
    const name = (node) => `${node.tagName} ${node.getAttribute("class") ?? ""} “${e2e.text(node).slice(0, 30)}”`;
    for (const node of top.querySelectorAll("*")) {
      if (node.closest(".ovc-hidden, [inert]") || node.closest("svg") || !e2e.isSeen(node)) continue;
      const box = node.getBoundingClientRect();
      if (box.width <= 1.5 && box.height <= 1.5) continue;
      if (node.closest("thead") && box.width <= 1.5) continue;
      // A wide table scrolls in a box of its own, and the page does not.
      const scroller = node.parentElement?.closest(".ovc-scroll");
      if (scroller && scroller.scrollWidth > scroller.clientWidth && getComputedStyle(scroller).overflowX !== "auto") found.push(`${name(scroller)} does not scroll`);
      const clipped = scroller || node.closest("thead")?.getBoundingClientRect().width <= 1.5;
      if (!clipped && (box.left < -0.5 || box.right > page.clientWidth + 0.5)) {
        found.push(`${name(node)} stands from ${Math.round(box.left)} to ${Math.round(box.right)} of ${page.clientWidth}`);
      }
      if (node.matches("button, input, summary, [role=tab], a.ovc-anchor, a.ovc-tab")) {
        if (node.scrollWidth > node.clientWidth + 1 && getComputedStyle(node).display !== "inline") found.push(`${name(node)} is cut off`);
        const isInText = getComputedStyle(node).display === "inline";
        if (!isInText && (box.width < 24 || box.height < 24)) found.push(`${name(node)} is ${Math.round(box.width)} × ${Math.round(box.height)}`);
      }
    }
    return [...new Set(found)];
"#;

fn host(src: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Widths</title></head><body style=\"margin: 0\">\
         <iframe id=\"frame\" src=\"{src}\" title=\"Page\" style=\"border: 0; height: 1000px; width: 1000px\"></iframe></body></html>"
    )
}

#[derive(Deserialize)]
struct Ids {
    event: String,
    linked: String,
}

fn at_every_width(page: &Page, prepare: &str) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    for width in WIDTHS {
        page.eval::<Value>(
            &format!(
                "const frame = document.querySelector('#frame'); frame.style.width = `${{arg}}px`; await e2e.frames(4);
                 const inner = frame.contentWindow.e2e; const widget = inner.widget(); {prepare}; await e2e.frames(4);"
            ),
            json!(width),
        )?;
        let spoilt: Vec<String> = page.eval(SPOILT, Value::Null)?;
        found.extend(spoilt.iter().map(|spoilt| format!("{width} px: {spoilt}")));
    }
    Ok(found)
}

fn nothing_sticks_out_at_any_width(page: &Page) -> Outcome {
    let server = Site::new()?
        .file("/host.html", host("/index.html"))
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run("const inner = await e2e.until(() => document.querySelector('#frame').contentWindow?.e2e); await inner.live()")?;
    let ids: Ids = page.eval(
        "const { events, links } = await e2e.data();
         const longest = events.toSorted((a, b) => b.title.length - a.title.length)[0];
         return { event: longest.id, linked: links[0].to };",
        Value::Null,
    )?;
    let mut found = Vec::new();
    for (what, prepare) in [
        ("timeline", "widget.setState({ view: 'timeline', event: null, range: null })".to_owned()),
        ("longest title", format!("await widget.goTo('{}')", ids.event)),
        ("filters and links", format!("await widget.goTo('{}'); widget.setState({{ side: ['open', 'closed', 'both', 'context'] }}); \
            for (const details of inner.$$('details')) details.open = true", ids.linked)),
        ("search and actors", "widget.setState({ event: null, side: null, q: 'open' }); await inner.frames(3); await inner.unfold('Who'); \
            inner.$('.is-unfolded .ovc-menu[aria-expanded=false]')?.click()".to_owned()),
        ("comparison", "widget.setState({ view: 'compare' }); await e2e.frames(2); for (const details of inner.$$('details')) details.open = true".to_owned()),
        ("models", "widget.setState({ view: 'models', q: null, models: ['o3-mini', 'deepseek-r1', 'o3'] }); await e2e.frames(2); \
            for (const details of inner.$$('details')) details.open = true".to_owned()),
        ("decide", "widget.setState({ view: 'decide', models: null }); await inner.shown(); await e2e.frames(2); \
            for (const details of inner.$$('details')) details.open = true".to_owned()),
        ("sources", "widget.setState({ view: 'sources' }); await e2e.frames(2); for (const details of inner.$$('details')) details.open = true".to_owned()),
    ] {
        let spoilt = at_every_width(page, &prepare)?;
        found.extend(spoilt.iter().map(|spoilt| format!("{what}, {spoilt}")));
    }
    equal(found, [""; 0], "what is spoilt")
}

fn nothing_sticks_out_of_the_static_page(page: &Page) -> Outcome {
    page.expect("not loaded: ");
    let server = Site::new()?
        .refuse("/open-vs-closed.js")
        .file("/host.html", host("/index.html"))
        .serve()?;
    page.open(&server, "/host.html")?;
    let found = at_every_width(page, "")?;
    equal(found, [""; 0], "what is spoilt")
}

fn large_text_does_not_stick_out(page: &Page) -> Outcome {
    let server = Site::new()?
        .file("/host.html", host("/index.html"))
        .serve()?;
    page.open(&server, "/host.html")?;
    page.run("const inner = await e2e.until(() => document.querySelector('#frame').contentWindow?.e2e); await inner.live()")?;
    // Twice the size of letters, as readers may have it.
    let script = "inner.widget().ownerDocument.documentElement.style.fontSize = '32px'";
    let timeline = at_every_width(
        page,
        &format!("{script}; widget.setState({{ view: 'timeline' }})"),
    )?;
    let wide: Vec<&String> = timeline
        .iter()
        .filter(|found| found.contains("sideways"))
        .collect();
    ensure!(wide.is_empty(), "with letters of twice the size: {wide:?}");
    let compare = at_every_width(
        page,
        &format!("{script}; widget.setState({{ view: 'compare' }})"),
    )?;
    let wide: Vec<&String> = compare
        .iter()
        .filter(|found| found.contains("sideways"))
        .collect();
    ensure!(wide.is_empty(), "with letters of twice the size: {wide:?}");
    let models = at_every_width(
        page,
        &format!("{script}; widget.setState({{ view: 'models' }})"),
    )?;
    let wide: Vec<&String> = models
        .iter()
        .filter(|found| found.contains("sideways"))
        .collect();
    ensure!(wide.is_empty(), "with letters of twice the size: {wide:?}");
    Ok(())
}

fn a_finger_has_room(page: &Page) -> Outcome {
    // Only Chromium's driver can say that there is no finer pointer.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let emulate = |enabled: bool| {
        let given = json!({ "enabled": enabled, "maxTouchPoints": 1 });
        page.browser()
            .devtools("Emulation.setTouchEmulationEnabled", given)
            .map(drop)
    };
    emulate(true)?;
    let small = [1000, 320].map(|width| -> Outcome<Vec<String>> {
        let server = boxed(width, "")?;
        page.open_live(&server, "/host.html")?;
        let look = "e2e.$$('button, summary, select, .ovc-thumb .ovc-hit, .ovc-mark .ovc-hit, input')
               .map((node) => [node, node.getBoundingClientRect()])
               .filter(([node, { width, height }]) => e2e.isSeen(node) && !node.closest('.ovc-hidden, .ovc-skip') && (height < 43.5 || (node.matches('.ovc-hit') && width < 43.5)))
               .map(([node, { width, height }]) => `${node.textContent || node.closest('[aria-label]')?.ariaLabel} (${node.className.baseVal ?? node.className}): ${width} by ${height}`)";
        let mut small: Vec<String> = page.get(look)?;
        page.run("await e2e.widget().goTo('deepseek-r1'); await e2e.frames(3)")?;
        small.extend(page.get::<Vec<String>>(look)?);
        Ok(small)
    });
    emulate(false)?;
    for small in small {
        equal(small?, [""; 0], "what is too small for a finger")?;
    }
    Ok(())
}

fn what_has_the_focus_is_not_under_what_floats(page: &Page) -> Outcome {
    page.browser().set_size(500, 800)?;
    let server = boxed(320, "event=\"deepseek-r1\"")?;
    page.open_live(&server, "/host.html")?;
    let hidden: Vec<String> = page.eval(
        "const floating = e2e.$('.ovc-floating');
         const hidden = [];
         for (const control of e2e.$$('.ovc-entry :is(a, button, summary)')) {
           if (!e2e.isSeen(control)) continue;
           // In the window, and under what floats at its bottom.
           scrollBy({ top: control.getBoundingClientRect().bottom - innerHeight + 4, behavior: 'instant' });
           await e2e.frames(1);
           control.focus();
           await e2e.frames(1);
           const [box, bar] = [control, floating].map((node) => node.getBoundingClientRect());
           if (box.top >= bar.top && box.bottom <= bar.bottom) hidden.push(control.textContent);
         }
         return hidden;",
        Value::Null,
    )?;
    equal(hidden, [""; 0], "what is focused out of sight")
}
