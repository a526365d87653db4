//! Where the code stops because of a fault of its own.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![a_trap_puts_the_static_views_back];

/// A panic, from inside a drawing. (A bundle with test hooks can panic by itself.)
const TRAP: &str = "const widget = e2e.widget('#first');
    if (widget.testPanic) return void widget.testPanic();
    const real = Element.prototype.setAttribute;
    Element.prototype.setAttribute = () => {
      Element.prototype.setAttribute = real;
      throw new Error('none that a drawing reckons with');
    };
    e2e.button('Zoom in', widget).click();";

fn a_trap_puts_the_static_views_back(page: &Page) -> Outcome {
    for text in [
        "unreachable",
        "has stopped because of a fault",
        "RuntimeError",
    ] {
        page.expect(text);
    }
    let widget = |id: &str| {
        format!(
            "<open-vs-closed id=\"{id}\" loading=\"eager\"><p>As text, {id}</p></open-vs-closed>"
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
    let is_text_seen = |id: &str| format!("e2e.isSeen(e2e.widget('#{id} p'))");
    ensure!(
        !page.get::<bool>(&is_text_seen("first"))?,
        "the text is seen beside the live view"
    );

    page.run(TRAP)?;
    page.wait("e2e.heard('ovc-error').length === 2")?;
    let codes: Vec<String> = page.get("e2e.heard('ovc-error').map(({ code }) => code)")?;
    equal(codes, ["panic", "panic"], "what the host hears")?;
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
    let refused: bool =
        page.get("await e2e.widget('#first').setState({ view: 'compare' }).then(() => true)")?;
    ensure!(refused, "a state that is set after it");
    page.run(
        "const late = document.createElement('open-vs-closed');
         late.id = 'late';
         late.setAttribute('loading', 'eager');
         document.body.append(late);
         await e2e.until(() => e2e.events.some(({ type, target }) => type === 'ovc-error' && target === 'late'), 'a later widget says why')",
    )
}
