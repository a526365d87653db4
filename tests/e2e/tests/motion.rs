//! Marks move to their new lanes where the reader's system allows it.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::json;

use crate::definition::LABEL;
use crate::support::{boxed, tests};

tests![
    marks_move_where_motion_is_allowed,
    marks_stay_where_motion_is_reduced,
];

/// Switches the definition and gives the ids of the marks that an animation moves.
fn moving(page: &Page, definition: &str) -> Outcome<Vec<String>> {
    page.eval(
        &format!(
            "const moving = new Set();
             const animate = Element.prototype.animate;
             Element.prototype.animate = function (...words) {{
               if (this.closest('.ovc-axis') && words[0].translate) moving.add(this.dataset.id);
               return animate.apply(this, words);
             }};
             await e2e.choose('{LABEL}', arg);
             Element.prototype.animate = animate;
             return [...moving];"
        ),
        json!(definition),
    )
}

const REDUCED: &str = "matchMedia('(prefers-reduced-motion: reduce)').matches";

fn marks_move_where_motion_is_allowed(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let moved = moving(page, "osaid")?;
    if page.get::<bool>(REDUCED)? {
        return equal(moved, [""; 0], "marks that move though the system says no");
    }
    ensure!(!moved.is_empty(), "nothing moves");
    // Among what moves is what has changed its side.
    let changed: bool = page.eval(
        "const data = await e2e.data();
         return data.events.some((event) => arg.includes(event.id) && e2e.sideOf(data, 'osaid', event) !== event.side);",
        json!(moved),
    )?;
    ensure!(
        changed,
        "what has changed its side does not move: {moved:?}"
    );
    // It comes to its end.
    page.wait("e2e.$$('.ovc-axis [data-id]').every((mark) => !mark.getAnimations().length)")?;
    equal(
        moving(page, "osaid")?,
        [""; 0],
        "marks that move where nothing changes",
    )
}

fn marks_stay_where_motion_is_reduced(page: &Page) -> Outcome {
    // Only Chromium can be told what the system says.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let tell = |value: &str| {
        let features = json!([{ "name": "prefers-reduced-motion", "value": value }]);
        let features = json!({ "features": features });
        page.browser()
            .devtools("Emulation.setEmulatedMedia", features)
    };
    tell("reduce")?;
    let moved = moving(page, "osaid");
    let reduced = page.get::<bool>(REDUCED);
    tell("")?;
    ensure!(reduced?, "motion is not reduced");
    equal(moved?, [""; 0], "marks that move")
}
