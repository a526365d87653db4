//! A single step shows at once what was there, and what is new with the next frame.

use std::time::Duration;

use open_vs_closed::dataset;
use wasm_bindgen_test::wasm_bindgen_test;
use yew::platform::time::sleep;

use super::mounted::{Mounted, mount};

/// Thirty events, one in each quarter of a year.
async fn mount_many() -> Mounted {
    let events: Vec<String> = (0..30)
        .map(|n| {
            let date = format!("{}-{:02}-15", 2018 + n / 4, n % 4 * 3 + 1);
            let side = ["open", "closed"][n % 2];
            format!(
                r#"{{"id":"e{n}","date":"{date}","title":"Event {n}","side":"{side}","kind":"release"}}"#
            )
        })
        .collect();
    let data = format!(
        r#"{{"version":"1.0","meta":{{"title":"Many"}},"events":[{}]}}"#,
        events.join(",")
    );
    let data = dataset::load(&data).expect("the data set loads").dataset;
    mount(|props| props.data = data.into()).await
}

/// The reader does nothing for a while, and the page has drawn what it had to.
async fn rest() {
    sleep(Duration::from_millis(250)).await;
}

fn marks(widget: &Mounted) -> u32 {
    widget.count(".ovc-mark[data-id]")
}

#[wasm_bindgen_test]
async fn new_marks_come_after_those_that_were_there() {
    let widget = mount_many().await;
    let all = marks(&widget);
    assert!(all > 24, "{all} marks");
    for _ in 0..3 {
        widget.press(".ovc-axis", "+").await;
    }
    rest().await;
    let close = marks(&widget);
    assert!(close < 8, "{close} marks");
    widget.press(".ovc-axis", "0").await;
    assert_eq!(marks(&widget), close, "what was there");
    rest().await;
    assert_eq!(marks(&widget), all, "all of them");
}

#[wasm_bindgen_test]
async fn steps_that_follow_at_once_bring_all() {
    let widget = mount_many().await;
    let all = marks(&widget);
    for key in ["+", "+", "+", "0"] {
        widget.press(".ovc-axis", key).await;
    }
    assert_eq!(marks(&widget), all);
}

#[wasm_bindgen_test]
async fn what_is_selected_is_there_at_once() {
    let widget = mount_many().await;
    for _ in 0..3 {
        widget.press(".ovc-axis", "+").await;
    }
    rest().await;
    let id = Some("e0".into());
    widget.send(open_vs_closed::state::Action::Select(id)).await;
    rest().await;
    widget.press(".ovc-axis", "End").await;
    rest().await;
    assert_eq!(widget.count("[data-id=e0].ovc-mark"), 0, "out of sight");
    widget.press(".ovc-axis", "0").await;
    assert_eq!(widget.count("[data-id=e0].ovc-mark"), 1);
    rest().await;
}
