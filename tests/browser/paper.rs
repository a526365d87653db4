//! What is made for paper.

use open_vs_closed::dataset;
use open_vs_closed::ui::SharedDataset;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::mount;

const DATA: &str = r#"{"version":"1.0","meta":{"title":"T"},
  "sources":[{"id":"x","title":"X","url":"https://example.org/x","kind":"press"},
    {"id":"y","title":"Y","url":"https://example.org/y","kind":"press"}],
  "events":[{"id":"a","date":"2020-01-01","title":"A","sources":["y"]},
    {"id":"b","date":"2020-02-01","title":"B","sources":["x","y"]}]}"#;

#[wasm_bindgen_test]
async fn a_number_on_paper_is_that_of_its_source() {
    let widget = mount(|props| {
        let loaded = dataset::load(DATA).expect("the data set loads");
        props.data = SharedDataset::from(loaded.dataset);
    })
    .await;
    let window = web_sys::window().expect("a window");
    let tell = |name: &str| {
        let event = web_sys::Event::new(name).expect("an event");
        window.dispatch_event(&event).expect("it goes out");
    };
    tell("beforeprint");
    widget.settle().await;
    assert_eq!(widget.text(".ovc-paper li[data-id=a] .ovc-numbers"), "1");
    assert_eq!(widget.text(".ovc-paper li[data-id=b] .ovc-numbers"), "2, 1");
    assert_eq!(widget.text(".ovc-notes li:nth-child(1) a"), "Y\u{a0}↗");
    assert_eq!(widget.text(".ovc-notes li:nth-child(2) a"), "X\u{a0}↗");
    tell("afterprint");
    widget.settle().await;
    assert_eq!(widget.count(".ovc-paper"), 0);
}
