//! Hosts that are odd without meaning harm.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    whatever_is_set_as_state_is_no_trouble,
    the_address_of_a_page_with_a_base_stays,
    a_small_rem_leaves_the_text_readable,
    a_painted_headline_leaves_the_text_alone,
    what_becomes_eager_is_loaded,
    data_that_are_refused_are_told_by_path,
    words_without_spaces_are_not_cut_off,
    it_lives_in_a_dialog_a_template_and_a_text_that_is_edited,
    twenty_widgets_share_one_copy_of_the_code,
];

fn whatever_is_set_as_state_is_no_trouble(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let (took, state): (f64, Value) = page.eval(
        "const ring = {}; ring.a = ring; ring.b = ring;
         const start = performance.now();
         for (const partial of [ring, { view: ring, side: [ring], self: ring }, { foo: window }, window, 'text', 7, null,
           { get view() { throw new Error('no'); }, q: 'open' }, { foo: Array.from({ length: 1e5 }, () => ({ a: 1 })) }]) {
           await e2e.widget().setState(partial);
         }
         await e2e.frames(2);
         return [performance.now() - start, e2e.widget().getState()];",
        Value::Null,
    )?;
    // It took minutes, and then the widget was gone.
    ensure!(took < 10_000.0, "it takes {took} ms");
    equal(
        state["q"].clone(),
        json!("open"),
        "what stands beside what throws",
    )?;
    equal(state["view"].clone(), json!("timeline"), "the view")
}

fn the_address_of_a_page_with_a_base_stays(page: &Page) -> Outcome {
    let widget = "<open-vs-closed view=\"timeline\" loading=\"eager\" sync-url></open-vs-closed>";
    let head =
        "<script type=\"module\" src=\"/open-vs-closed.js\"></script><base href=\"/other/dir/\">";
    let server = Site::new()?.host(head, widget).serve()?;
    page.open_live(&server, "/host.html?a=1")?;
    page.set_state(json!({ "view": "compare" }))?;
    equal(
        page.get::<String>("location.pathname + location.search + location.hash")?,
        "/host.html?a=1#view=compare".to_owned(),
        "the address",
    )
}

fn a_small_rem_leaves_the_text_readable(page: &Page) -> Outcome {
    let sizes = "['.ovc', '.ovc-heading', '.ovc-button', '.ovc-tab'].map((part) => getComputedStyle(e2e.$(part)).fontSize)";
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let usual: Vec<String> = page.get(sizes)?;
    // The text around says how large text is, and not the size that a host calculates with.
    for (node, size, expected) in [
        ("documentElement", "62.5%", "16px"),
        ("body", "16px", "16px"),
        ("body", "22px", "22px"),
        ("body", "9px", "14px"),
    ] {
        page.run(&format!(
            "document.{node}.style.fontSize = '{size}'; await e2e.frames(4)"
        ))?;
        let found: Vec<String> = page.get(sizes)?;
        equal(
            found == usual,
            expected == "16px",
            &format!("{node} {size}: {found:?}"),
        )?;
        equal(&*found[0], expected, &format!("{node} {size}"))?;
    }
    Ok(())
}

fn a_painted_headline_leaves_the_text_alone(page: &Page) -> Outcome {
    let head = "<style>body { -webkit-text-fill-color: transparent; }</style>";
    let widget = "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.host(head, widget).serve()?;
    page.open_live(&server, "/host.html")?;
    let painted: Vec<(String, String)> = page.get(
        "['.ovc-heading', '.ovc-tab', '.ovc-hint'].map((part) => getComputedStyle(e2e.$(part))).map((style) => [style.webkitTextFillColor, style.color])",
    )?;
    for (fill, colour) in painted {
        equal(fill, colour, "what letters are filled with")?;
    }
    Ok(())
}

fn what_becomes_eager_is_loaded(page: &Page) -> Outcome {
    let body =
        "<div style=\"height: 9000px\"></div><open-vs-closed view=\"timeline\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("await customElements.whenDefined('open-vs-closed'); await e2e.frames(5)")?;
    equal(
        page.get::<Value>("e2e.widget().getState()")?,
        Value::Null,
        "far away",
    )?;
    page.run("e2e.widget().loading = 'eager'; await e2e.widget().ready")
}

fn data_that_are_refused_are_told_by_path(page: &Page) -> Outcome {
    page.expect("The data set");
    page.expect("banana");
    let data = json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": [{ "id": "a", "date": "banana", "title": "A" }] });
    let server = boxed_data(1000, &data)?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').length")?;
    ensure!(
        page.get("e2e.trouble.some((line) => line.includes('events[0].date: \"banana\"'))")?,
        "nobody tells the editor where"
    );
    Ok(())
}

fn words_without_spaces_are_not_cut_off(page: &Page) -> Outcome {
    let word =
        "https://example.org/open-vs-closed/research-notes/blob/main/licences/2024-overview-of-all";
    let data = json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": [
        { "id": "a", "date": "2024-01-02", "title": word, "summary": word, "note": word, "side": "open", "kind": "release" }] });
    for width in [280, 1000] {
        let server = boxed_data(width, &data)?;
        page.open_live(&server, "/host.html")?;
        page.run("e2e.widget().goTo('a'); await e2e.frames(4)")?;
        let wide: Vec<String> = page.get(
            "e2e.$$('.ovc-entry *, .ovc-card *').filter((node) => node.clientWidth && node.scrollWidth > node.clientWidth + 1 \
               && getComputedStyle(node).overflow === 'visible').map(({ className }) => className)",
        )?;
        equal(wide, [""; 0], &format!("cut off at {width} px"))?;
    }
    Ok(())
}

fn it_lives_in_a_dialog_a_template_and_a_text_that_is_edited(page: &Page) -> Outcome {
    let widget = "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let body = format!(
        "<dialog>{widget}</dialog><template>{widget}</template><div contenteditable=\"true\" id=\"edited\">{widget}</div>"
    );
    let server = Site::new()?.host("", &body).serve()?;
    page.open(&server, "/host.html")?;
    // In a template nothing starts before it is used.
    let dormant: bool =
        page.get("document.querySelector('template').content.firstChild.getState === undefined")?;
    ensure!(dormant, "an element in a template has started");
    page.run(
        "document.querySelector('dialog').showModal();
         document.body.append(document.querySelector('template').content.cloneNode(true));
         for (const widget of document.querySelectorAll('open-vs-closed')) await e2e.live(widget);",
    )?;
    let in_dialog = "document.querySelector('dialog open-vs-closed')";
    page.click(&format!("e2e.button('Next event', {in_dialog})"))?;
    ensure!(
        page.get(&format!("Boolean({in_dialog}.getState().event)"))?,
        "a click in the dialog selects nothing"
    );
    // Escape closes the card and not the dialog around it.
    page.run(&format!(
        "{in_dialog}.shadowRoot.querySelector('.ovc-axis').focus()"
    ))?;
    page.press("Escape")?;
    equal(
        page.get::<(bool, bool)>(&format!(
            "[Boolean({in_dialog}.getState().event), document.querySelector('dialog').open]"
        ))?,
        (false, true),
        "the card, and the dialog",
    )?;
    page.run("document.querySelector('dialog').close()")?;
    // What is typed into a field of the widget is no text of the editor.
    let edited = "document.querySelector('#edited open-vs-closed')";
    page.run(&format!(
        "{edited}.shadowRoot.querySelector('input[type=search]').focus()"
    ))?;
    page.press_all(&["l", "e", "a", "k"])?;
    page.wait(&format!("{edited}.getState().q === 'leak'"))?;
    equal(
        page.get::<String>("document.querySelector('#edited').innerHTML")?,
        "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>".to_owned(),
        "the text that is edited",
    )
}

fn twenty_widgets_share_one_copy_of_the_code(page: &Page) -> Outcome {
    let widget = "<open-vs-closed loading=\"eager\" views=\"timeline\"></open-vs-closed>";
    let server = Site::new()?.host("", &widget.repeat(20)).serve()?;
    page.open(&server, "/host.html")?;
    page.run(
        "for (const widget of document.querySelectorAll('open-vs-closed')) await e2e.live(widget)",
    )?;
    for part in ["_bg.wasm", "debate.json", "-timeline-"] {
        equal(server.count(part), 1, &format!("requests for {part}"))?;
    }
    page.run(
        "document.querySelectorAll('open-vs-closed')[19].goTo('chatgpt'); await e2e.frames(3)",
    )?;
    let open: Vec<bool> = page.get(
        "[...document.querySelectorAll('open-vs-closed')].map((widget) => Boolean(widget.getState().event))",
    )?;
    equal(
        open.iter().filter(|open| **open).count(),
        1,
        "widgets with an open event",
    )
}
