//! The axis by keyboard, and the names of its marks.

use open_vs_closed::state::Action;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, mount};

#[wasm_bindgen_test]
async fn enter_and_space_open_too() {
    let widget = mount(|_| {}).await;
    widget.press("[data-id=first]", "Enter").await;
    assert_eq!(widget.state().event.as_deref(), Some("first"));
    widget.press("[data-id=third]", " ").await;
    assert_eq!(widget.state().event.as_deref(), Some("third"));
}

#[wasm_bindgen_test]
async fn keys_zoom_and_zero_shows_all() {
    let widget = mount(|_| {}).await;
    widget.press(".ovc-axis", "+").await;
    let (start, end) = widget.state().range.expect("a range").days();
    widget.press(".ovc-axis", "+").await;
    let (closer_start, closer_end) = widget.state().range.expect("a range").days();
    assert!(closer_end - closer_start < end - start);
    widget.press(".ovc-axis", "ArrowLeft").await;
    assert!(widget.state().range.expect("a range").days().0 < closer_start);
    widget.press(".ovc-axis", "0").await;
    assert_eq!(widget.state().range, None);
}

#[wasm_bindgen_test]
async fn home_and_end_move_without_zooming() {
    let widget = mount(|_| {}).await;
    widget.press(".ovc-axis", "+").await;
    let days = |widget: &Mounted| {
        let (start, end) = widget.state().range.expect("a range").days();
        (start, end - start)
    };
    let (middle, span) = days(&widget);
    widget.press(".ovc-axis", "Home").await;
    let (first, span_at_home) = days(&widget);
    widget.press(".ovc-axis", "End").await;
    let (last, span_at_end) = days(&widget);
    assert!(first < middle && middle < last);
    assert!((span_at_home - span).abs() <= 1 && (span_at_end - span).abs() <= 1);
}

/// Which mark the Tab key comes to.
fn stops(widget: &Mounted) -> Vec<String> {
    let stops = widget.root.query_selector_all(".ovc-axis [tabindex='0']");
    let stops = stops.expect("a selector");
    let stops = (0..stops.length()).filter_map(|at| stops.get(at));
    let id = |stop: web_sys::Node| {
        let stop: web_sys::Element = stop.unchecked_into();
        stop.get_attribute("data-id").unwrap_or_default()
    };
    stops.map(id).collect()
}

#[wasm_bindgen_test]
async fn the_axis_is_one_tab_stop_with_arrow_keys() {
    let widget = mount(|_| {}).await;
    assert_eq!(stops(&widget), ["first"]);
    let first: web_sys::HtmlElement = widget.find("[data-id=first]").unchecked_into();
    first.focus().expect("it takes the focus");
    widget.press("[data-id=first]", "ArrowDown").await;
    assert_eq!(stops(&widget), ["second"]);
    widget.press("[data-id=second]", "ArrowUp").await;
    widget.press("[data-id=first]", "ArrowUp").await;
    assert_eq!(stops(&widget), ["first"], "it stands at the end");
    widget.send(Action::Select(Some("third".into()))).await;
    assert_eq!(stops(&widget), ["third"], "what is selected comes first");
    // Where no event is in view, the axis itself is the stop.
    let range = "2022-02-01/2022-02-03".parse().ok();
    widget.send(Action::Select(None)).await;
    widget.send(Action::SetRange(range)).await;
    assert!(stops(&widget).is_empty());
    let axis = widget.find(".ovc-axis");
    assert_eq!(axis.get_attribute("tabindex").as_deref(), Some("0"));
    widget.send(Action::SetRange(None)).await;
    assert_eq!(stops(&widget).len(), 1);
}

#[wasm_bindgen_test]
async fn a_hovered_mark_tells_its_title_and_date() {
    let widget = mount(|_| {}).await;
    let is_hidden = |widget: &Mounted| widget.find("[role=tooltip]").has_attribute("hidden");
    assert!(is_hidden(&widget));
    let hover = js_sys::Function::new_with_args(
        "mark",
        "mark.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }))",
    );
    let mark = widget.find("[data-id=first] .ovc-hit");
    hover.call1(&mark, &mark).expect("it goes out");
    assert!(!is_hidden(&widget));
    assert_eq!(widget.text("[role=tooltip] strong"), "First <b>event</b>");
    assert_eq!(widget.text("[role=tooltip] span"), "2019-02-14");
    // What has the name is gone.
    widget.click(".ovc-facet.is-closed").await;
    assert!(is_hidden(&widget));
}

/// Browsers fire a `keydown` that is no keyboard event when they fill in forms.
#[wasm_bindgen_test]
async fn a_keydown_without_a_key_does_no_harm() {
    let widget = mount(|_| {}).await;
    let event = web_sys::Event::new("keydown").expect("an event");
    event.init_event_with_bubbles("keydown", true);
    widget
        .find(".ovc-axis")
        .dispatch_event(&event)
        .expect("it is sent");
    widget.settle().await;
    widget.click("[data-id=first]").await;
    assert_eq!(widget.state().event.as_deref(), Some("first"));
}

#[wasm_bindgen_test]
async fn the_tab_key_comes_back_to_a_mark_that_was_out_of_view() {
    let widget = mount(|_| {}).await;
    let first: web_sys::HtmlElement = widget.find("[data-id=first]").unchecked_into();
    first.focus().expect("it takes the focus");
    widget.press("[data-id=first]", "ArrowDown").await;
    let elsewhere = "2022-02-01/2022-02-03".parse().ok();
    widget.send(Action::SetRange(elsewhere)).await;
    assert!(stops(&widget).is_empty());
    widget.send(Action::SetRange(None)).await;
    assert_eq!(stops(&widget), ["second"]);
}
