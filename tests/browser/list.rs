//! The narrow list.

use open_vs_closed::state::{Action, Filter};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::mount_narrow;

#[wasm_bindgen_test]
async fn narrow_is_a_list() {
    let widget = mount_narrow().await;
    assert!(widget.look(".ovc-axis").is_none());
    assert_eq!(widget.count("button[data-id]"), 3);
    widget.click("[data-id=second]").await;
    assert_eq!(
        widget
            .find("[data-id=second]")
            .get_attribute("aria-expanded")
            .as_deref(),
        Some("true")
    );
    assert_eq!(widget.count("[role=region]"), 1);
}

/// Under load, a key may come before what the last one did is drawn.
#[wasm_bindgen_test]
async fn two_presses_before_the_list_is_drawn_open_and_close() {
    let widget = mount_narrow().await;
    let entry: web_sys::HtmlElement = widget.find("[data-id=second]").unchecked_into();
    entry.click();
    entry.click();
    widget.settle().await;
    assert_eq!(widget.state().event, None);
    assert_eq!(widget.count("[role=region]"), 0);
}

/// The second event is dated June 2021: its middle is in no part of these ranges.
#[wasm_bindgen_test]
async fn the_list_has_what_reaches_into_its_range() {
    for (range, listed) in [
        ("2021-06-01/2021-06-03", 1),
        ("2021-06-28/2021-07-20", 1),
        ("2021-07-01/2021-07-20", 0),
        ("2019-02-14/2021-06-02", 2),
    ] {
        let widget = mount_narrow().await;
        widget.send(Action::SetRange(range.parse().ok())).await;
        assert_eq!(widget.count("button[data-id]"), listed, "{range}");
        assert_eq!(widget.count(".ovc-empty") == 0, listed > 0, "{range}");
    }
}

/// The key events come first, and what is looked for is never hidden among the others.
#[wasm_bindgen_test]
async fn what_is_looked_for_is_all_seen() {
    for action in [
        Action::Search("event".into()),
        Action::Toggle(Filter::Side, "open".into()),
        Action::SetRange("2019/2025".parse().ok()),
    ] {
        let widget = mount_narrow().await;
        assert_eq!(widget.count(".ovc-timeline.is-short"), 1, "at first");
        widget.send(action).await;
        assert_eq!(widget.count(".ovc-timeline.is-short"), 0);
    }
}
