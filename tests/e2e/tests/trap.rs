//! Where the code stops because of a fault of its own.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    a_fault_is_told_and_the_widget_comes_back,
    a_second_fault_leaves_the_static_views,
];

/// A panic, from inside a drawing. (A bundle with test hooks can panic by itself.)
const PANIC: &str = "const widget = e2e.widget('#first');
    if (widget.testPanic) return void widget.testPanic();
    const real = Element.prototype.setAttribute;
    Element.prototype.setAttribute = () => {
      Element.prototype.setAttribute = real;
      throw new Error('none that a drawing reckons with');
    };
    e2e.button('Zoom in', widget).click();";

fn errors(count: usize) -> String {
    format!("e2e.heard('ovc-error').length >= {count}")
}

/// Two widgets, live, on a page that may have the trouble of this.
fn two(page: &Page) -> Outcome<Server> {
    for text in ["unreachable", "because of a fault", "RuntimeError"] {
        page.expect(text);
    }
    let widget = |id: &str| {
        format!(
            "<open-vs-closed view=\"timeline\" id=\"{id}\" loading=\"eager\"><p>As text, {id}</p></open-vs-closed>"
        )
    };
    let body = format!(
        "<div id=\"box\">{}{}</div>",
        widget("first"),
        widget("second")
    );
    let server = Site::new()?.host("", &body).serve()?;
    page.open_live(&server, "/host.html")?;
    page.run("await e2e.live(e2e.widget('#second'))")?;
    Ok(server)
}

fn come_back(page: &Page) -> Outcome {
    page.run(
        "for (const id of ['first', 'second']) await e2e.live(e2e.widget(`#${id}`));
         await e2e.until(() => e2e.heard('ovc-ready').length === 4, 'both are live again')",
    )
}

fn a_fault_is_told_and_the_widget_comes_back(page: &Page) -> Outcome {
    let _server = two(page)?;
    page.run(
        "await e2e.widget('#second').setState({ event: 'deepseek-r1', range: '2024/2025' });
         await e2e.frames(3)",
    )?;
    page.run(PANIC)?;
    page.wait(&errors(2))?;
    let codes: Vec<String> = page.get("e2e.heard('ovc-error').map(({ code }) => code)")?;
    equal(codes, ["panic", "panic"], "what the host hears")?;
    come_back(page)?;
    let (event, range): (String, String) =
        page.get("(({ event, range }) => [event, range])(e2e.widget('#second').getState())")?;
    equal(
        (&*event, &*range),
        ("deepseek-r1", "2024/2025"),
        "what the reader had in sight",
    )?;
    let is_said: bool = page.get("e2e.$$('[part=failure]', e2e.widget('#first')).length > 0")?;
    ensure!(!is_said, "the fault is still told");
    page.run("e2e.button('Zoom in', e2e.widget('#first')).click(); await e2e.frames(2)")?;
    ensure!(
        page.get("Boolean(e2e.widget('#first').getState().range)")?,
        "the first one answers"
    );
    Ok(())
}

fn a_second_fault_leaves_the_static_views(page: &Page) -> Outcome {
    let _server = two(page)?;
    let is_text_seen = |id: &str| format!("e2e.isSeen(e2e.widget('#{id} p'))");
    ensure!(
        !page.get::<bool>(&is_text_seen("first"))?,
        "the text is seen beside the live view"
    );
    page.run(PANIC)?;
    page.wait(&errors(2))?;
    come_back(page)?;
    page.run(PANIC)?;
    page.wait(&errors(4))?;
    for id in ["first", "second"] {
        ensure!(
            page.get::<bool>(&is_text_seen(id))?,
            "the text of the {id} is not seen"
        );
        let said: String = page.get(&format!(
            "e2e.text(e2e.$('[role=status]', e2e.widget('#{id}')))"
        ))?;
        ensure!(said.contains("Reload the page"), "the {id} says: {said}");
        equal(
            page.get::<Value>(&format!("e2e.widget('#{id}').getState()"))?,
            Value::Null,
            "its state",
        )?;
    }

    // Nothing of it is called again, and nobody waits for it.
    page.set_width(400)?;
    page.press("Tab")?;
    page.run("await e2e.widget('#first').setState({ view: 'compare' })")?;
    page.run(
        "const late = document.createElement('open-vs-closed');
         late.id = 'late';
         late.setAttribute('loading', 'eager');
         document.body.append(late);
         const isTold = ({ type, target }) => type === 'ovc-error' && target === 'late';
         await e2e.until(() => e2e.events.some(isTold), 'a later widget says why')",
    )
}
