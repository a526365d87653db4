//! What the page around the widget does to its size, its scale and its font.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::json;

use crate::support::{boxed, boxed_data, tests};

tests![
    a_parent_that_fits_its_content_is_filled,
    drags_and_tooltips_follow_the_pointer_in_a_scaled_page,
    labels_fit_a_font_that_comes_late,
    names_of_presets_wrap,
    the_page_keeps_its_only_banner,
    names_are_cut_between_flags,
    a_translated_page_is_searched,
];

fn a_parent_that_fits_its_content_is_filled(page: &Page) -> Outcome {
    let parents = [
        "display: flex; flex-direction: column; align-items: center",
        "display: flex; justify-content: center",
        "display: grid; justify-items: center",
        "display: grid; justify-content: center",
        "float: left",
        "float: left; padding: 0 30px; box-sizing: border-box; max-width: 100%",
        "display: inline-block",
        "display: table-cell",
        "display: table",
        "position: absolute",
        "width: fit-content",
        "width: fit-content; margin: 0 20px; padding: 10px",
        "display: block",
    ];
    let body = "<div id=\"box\"><div id=\"parent\"><open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed></div></div>";
    let head = "<style>body { margin: 0 }</style>";
    let server = Site::new()?.host(head, body).serve()?;
    page.open_live(&server, "/host.html")?;
    for parent in parents {
        for own in ["", "margin: 0 15px"] {
            for room in [900, 320] {
                let (width, ends, inside): (f64, f64, bool) = page.eval(
                    "const [parent, own, room] = arg;
                     document.querySelector('#box').style = `position: relative; width: ${room}px`;
                     document.querySelector('#parent').style = parent;
                     e2e.widget().style = own;
                     await e2e.frames(4);
                     const seen = e2e.widget().getBoundingClientRect();
                     const around = document.querySelector('#parent').getBoundingClientRect();
                     return [seen.width, Math.max(seen.right, around.right), seen.left >= around.left - 1 && seen.right <= around.right + 1];",
                    json!([parent, own, room]),
                )?;
                let what = format!("{width} px, to {ends}, in {room} px of {parent}; {own}");
                ensure!(width > f64::from(room) - 100.0, "too narrow: {what}");
                ensure!(
                    ends <= f64::from(room) + 1.0 && inside,
                    "it overflows: {what}"
                );
            }
        }
    }
    Ok(())
}

fn drags_and_tooltips_follow_the_pointer_in_a_scaled_page(page: &Page) -> Outcome {
    for style in [
        "transform: scale(0.6); transform-origin: 0 0",
        "zoom: 0.6",
        "zoom: 1.2",
    ] {
        let body = format!(
            "<div style=\"width: 960px; {style}\"><open-vs-closed view=\"timeline\" loading=\"eager\" range=\"2020/2023\"></open-vs-closed></div>"
        );
        let server = Site::new()?.host("", &body).serve()?;
        page.open_live(&server, "/host.html")?;
        let (moved, off): (f64, f64) = page.eval(
            "const days = () => e2e.widget().getState().range.split('/').map((day) => Date.parse(day) / 864e5);
             const axis = e2e.$('.ovc-axis'), box = axis.getBoundingClientRect();
             const send = (target, type, x, more) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, cancelable: true,
               pointerId: 1, isPrimary: true, pointerType: 'mouse', clientX: box.left + box.width * x, clientY: box.top + 20, button: 0, ...more }));
             const mark = e2e.$('.ovc-axis .ovc-mark');
             send(mark, 'pointerover', 0.5, { buttons: 0 });
             await e2e.frames(3);
             const tip = e2e.$('.ovc-axis [role=tooltip]').getBoundingClientRect(), target = mark.querySelector('.ovc-hit').getBoundingClientRect();
             const middle = ({ left, right }) => Math.min(Math.max((left + right) / 2, box.left + tip.width / 2), box.right - tip.width / 2);
             const beside = Math.max(tip.top - target.bottom, target.top - tip.bottom);
             const off = Math.max(Math.abs(middle(tip) - middle(target)), beside - 8, -beside);
             const [from] = days();
             send(axis, 'pointerdown', 0.75, { buttons: 1 });
             send(axis, 'pointermove', 0.6, { buttons: 1 });
             await e2e.frames(3);
             send(axis, 'pointermove', 0.5, { buttons: 1 });
             await e2e.frames(3);
             send(axis, 'pointerup', 0.5, { buttons: 0 });
             await e2e.frames(3);
             // Four years are seen.
             return [(days()[0] - from) / 1461, off];",
            json!(null),
        )?;
        ensure!(
            (moved - 0.25).abs() < 0.02,
            "{style}: a drag by a quarter moves {moved}"
        );
        ensure!(off < 3.0, "{style}: the tooltip is {off} px off");
    }
    Ok(())
}

fn labels_fit_a_font_that_comes_late(page: &Page) -> Outcome {
    let server = boxed(1000, "style=\"--ovc-font: sans-serif\"")?;
    page.open_live(&server, "/host.html")?;
    let overlaps = "(() => {
        const names = e2e.$$('.ovc-axis .ovc-mark-label').map((name) => name.getBoundingClientRect());
        const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 3;
        return names.flatMap((a, at) => names.slice(at + 1).filter((b) => meet(a, b))).length;
      })()";
    equal(page.get::<usize>(overlaps)?, 0, "names over names at first")?;
    let names = page.get::<usize>("e2e.$$('.ovc-axis .ovc-mark-label').length")?;
    page.run("e2e.widget().style.setProperty('--ovc-font', 'monospace'); await e2e.frames(6)")?;
    equal(
        page.get::<usize>(overlaps)?,
        0,
        "names over names in a wider font",
    )?;
    let wider = page.get::<usize>("e2e.$$('.ovc-axis .ovc-mark-label').length")?;
    ensure!(wider < names, "{names} names have become {wider}");
    Ok(())
}

fn names_of_presets_wrap(page: &Page) -> Outcome {
    let long = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz";
    let data = json!({ "version": "1.0", "meta": { "title": long, "lang": "de",
        "presets": [{ "id": "p", "name": long, "range": "2020/2021" }], "eras": [{ "id": "e", "name": long, "start": "2020", "end": "2022" }] },
        "actors": [{ "id": "a", "name": long }, { "id": "b", "name": "B" }],
        "events": [{ "id": "a", "date": "2020", "title": long, "side": "open", "actors": ["a"] }, { "id": "b", "date": "2022", "title": "B", "actors": ["b"] }] });
    let server = boxed_data(304, &data)?;
    page.open_live(&server, "/host.html")?;
    for view in ["timeline", "models"] {
        page.set_state(json!({ "view": view }))?;
        page.run("for (const button of e2e.$$('[aria-expanded=false]')) { button.click(); await e2e.frames(2); } await e2e.frames(3)")?;
        let far: Vec<String> = page.get(
            "(() => { const end = e2e.widget().getBoundingClientRect().right + 1;
               return e2e.$$('button, summary, label, h2, h3, p, span').filter((node) => !node.closest('svg, .ovc-hidden, .ovc-sample, [hidden]') && node.getClientRects().length && node.getBoundingClientRect().right > end)
                 .map((node) => node.outerHTML.slice(0, 80)); })()",
        )?;
        equal(far, [""; 0], &format!("beyond the end in {view}"))?;
    }
    Ok(())
}

fn the_page_keeps_its_only_banner(page: &Page) -> Outcome {
    let body = "<header><p>The Daily</p></header><open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open_live(&server, "/host.html")?;
    let landmarks: usize = page.get(
        "e2e.$$('header, footer, main, [role=banner], [role=main], [role=contentinfo]').filter((node) => !node.closest('article, section, nav, aside, [role=region]')).length",
    )?;
    equal(landmarks, 0, "landmarks that belong to the page")
}

fn names_are_cut_between_flags(page: &Page) -> Outcome {
    let flags = "🇰🇷🇪🇺🇺🇸🇯🇵".repeat(20);
    let data = json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": [
        { "id": "a", "date": "2001", "title": flags, "side": "open" }, { "id": "b", "date": "2021", "title": "B" }] });
    let server = boxed_data(900, &data)?;
    page.open_live(&server, "/host.html")?;
    let kept: usize = page.get(
        "e2e.$$('.ovc-axis [data-id=a] text').map((text) => text.textContent).filter((text) => text.endsWith('…')).map((text) => text.length - 1)[0]",
    )?;
    // A flag has four code units.
    ensure!(
        kept > 0 && kept.is_multiple_of(4),
        "{kept} code units are kept"
    );
    Ok(())
}

fn a_translated_page_is_searched(page: &Page) -> Outcome {
    let server = boxed(500, "")?;
    page.open_live(&server, "/host.html")?;
    let (heard, found): (usize, usize) = page.eval(
        "const translate = () => {
           const walk = document.createTreeWalker(e2e.widget().shadowRoot, NodeFilter.SHOW_TEXT), texts = [];
           while (walk.nextNode()) if (walk.currentNode.data.trim() && !walk.currentNode.parentElement.closest('svg, option, [translate=no]')) texts.push(walk.currentNode);
           for (const text of texts) {
             const outer = document.createElement('font'), inner = document.createElement('font');
             inner.textContent = '»' + text.data;
             outer.append(inner);
             text.replaceWith(outer);
           }
         };
         for (const state of [{ q: 'llama' }, { q: '' }, { q: 'open' }, { side: ['open'] }, { definition: 'osaid' }, { view: 'models' }, { q: 'qwen' }, { view: 'compare' }, { view: 'timeline' }, { q: 'llama', side: null }]) {
           translate();
           await e2e.widget().setState(state);
           await e2e.frames(4);
         }
         return [e2e.heard('ovc-error').length, e2e.$$('.ovc-entry mark').length];",
        json!(null),
    )?;
    equal(heard, 0, "faults")?;
    ensure!(found > 0, "nothing is marked");
    Ok(())
}
