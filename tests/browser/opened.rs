//! What stands open of an event: all of its links can be reached, and it stays where a filter hides it.

use open_vs_closed::dataset;
use open_vs_closed::state::{Action, Filter};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::mounted::{Mounted, mount, mount_narrow};

/// An event with so many links that lead on, and another one with as many that lead to it.
async fn mount_linked(count: usize) -> Mounted {
    let events: Vec<String> = (0..=count)
        .map(|n| {
            let date = format!("20{:02}-01-15", 10 + n % 10);
            format!(r#"{{"id":"e{n}","date":"{date}","title":"Event {n}","side":"open"}}"#)
        })
        .collect();
    let link = |n: usize, from: usize, to: usize| {
        format!(
            r#"{{"id":"l{n}","from":"e{from}","to":"e{to}","relation":"led-to","status":"claimed"}}"#
        )
    };
    let on = (1..=count).map(|n| link(n, 0, n));
    let back = (1..count).map(|n| link(1000 + n, n, count));
    let links: Vec<String> = on.chain(back).collect();
    let data = format!(
        r#"{{"version":"1.0","meta":{{"title":"Linked"}},"events":[{}],"links":[{}]}}"#,
        events.join(","),
        links.join(",")
    );
    let data = dataset::load(&data).expect("the data set loads").dataset;
    let widget = mount(|props| props.data = data.into()).await;
    widget.send(Action::GoTo("e0".into())).await;
    widget
}

fn focused(widget: &Mounted) -> Element {
    widget
        .root
        .active_element()
        .expect("something has the focus")
}

/// Id of the link that has the focus.
fn link_in_focus(widget: &Mounted) -> Option<String> {
    let item = focused(widget).closest("li").expect("a selector");
    item.and_then(|item| item.get_attribute("data-id"))
}

/// Presses a button under the links as a keyboard does, which has the focus on it.
async fn turn(widget: &Mounted, at: &str) -> String {
    let selector = format!(".ovc-links.is-after > .ovc-button{at}");
    let button = widget.find(&selector);
    let html: &web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_ref(&button);
    html.focus().expect("it takes the focus");
    let name = button.text_content().unwrap_or_default();
    widget.click(&selector).await;
    name
}

#[wasm_bindgen_test]
async fn all_links_of_an_event_can_be_reached() {
    let widget = mount_linked(40).await;
    let listed = |widget: &Mounted| widget.count(".ovc-links.is-after li");
    assert_eq!(listed(&widget), 24);
    assert_eq!(turn(&widget, "").await, "Show 16 more");
    assert_eq!(listed(&widget), 40, "those that were there stay");
    assert_eq!(link_in_focus(&widget).as_deref(), Some("l25"));
    assert_eq!(widget.count(".ovc-links.is-after > :is(button, p)"), 0);
    // It belongs to that card: others are folded, and so is it when it opens again.
    widget.send(Action::GoTo("e40".into())).await;
    assert_eq!(widget.count(".ovc-links li"), 24);
    widget.send(Action::GoTo("e0".into())).await;
    assert_eq!(listed(&widget), 24);
}

#[wasm_bindgen_test]
async fn of_very_many_links_some_are_listed_at_a_time() {
    let widget = mount_linked(100).await;
    let listed = |widget: &Mounted| {
        let items = widget.root.query_selector_all(".ovc-links.is-after li");
        let items = items.expect("a selector");
        let id = |at| {
            items
                .get(at)
                .and_then(|item| wasm_bindgen::JsCast::dyn_into(item).ok())
        };
        let id = |at| id(at).and_then(|item: Element| item.get_attribute("data-id"));
        (items.length(), id(0).unwrap_or_default())
    };
    assert_eq!(widget.text(".ovc-links.is-after > p"), "76 more");
    assert_eq!(turn(&widget, "").await, "Show 24 more");
    assert_eq!(listed(&widget), (48, "l1".to_owned()));
    assert_eq!(turn(&widget, ":last-child").await, "Show 24 more");
    assert_eq!(listed(&widget), (48, "l25".to_owned()));
    assert_eq!(link_in_focus(&widget).as_deref(), Some("l49"));
    turn(&widget, ":last-child").await;
    assert_eq!(turn(&widget, ":last-child").await, "Show 4 more");
    assert_eq!(link_in_focus(&widget).as_deref(), Some("l97"));
    assert_eq!(listed(&widget), (48, "l53".to_owned()));
    assert_eq!(turn(&widget, "").await, "Show the 52 before");
    assert_eq!(link_in_focus(&widget).as_deref(), Some("l73"));
    assert_eq!(listed(&widget), (48, "l49".to_owned()));
}

/// Opens the first event, and lets a filter hide it.
async fn hide(widget: &Mounted) {
    widget.send(Action::Select(Some("first".into()))).await;
    assert_eq!(widget.count("[role=region] .ovc-empty"), 0);
    let closed = Action::Toggle(Filter::Side, "closed".into());
    widget.send(closed).await;
}

#[wasm_bindgen_test]
async fn an_event_that_the_filters_hide_stays_open_and_says_so() {
    for widget in [mount(|_| {}).await, mount_narrow().await] {
        hide(&widget).await;
        let said = widget.text("[role=region] .ovc-empty > p");
        assert_eq!(said, "The filters hide this event on the timeline.");
        assert!(widget.text("[role=region]").contains("First <b>event</b>"));
        // Previous and next go by the filters.
        assert_eq!(widget.text(".ovc-stepper .ovc-place"), "1 event");
        widget.click("[role=region] .ovc-empty button").await;
        assert!(!widget.state().is_filtered());
        assert_eq!(widget.state().event.as_deref(), Some("first"));
        assert_eq!(widget.count("[role=region]"), 1);
        assert_eq!(widget.count(".ovc-empty"), 0);
    }
}

#[wasm_bindgen_test]
async fn the_focus_stays_with_an_event_whose_filters_are_cleared() {
    let widget = mount(|_| {}).await;
    hide(&widget).await;
    let button = widget.find(".ovc-empty button");
    let html: &web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_ref(&button);
    html.focus().expect("it takes the focus");
    widget.click(".ovc-empty button").await;
    assert_eq!(focused(&widget).class_name(), "ovc-card-title");
}

#[wasm_bindgen_test]
async fn an_event_that_is_not_in_the_list_stands_before_it_until_it_is_closed() {
    let widget = mount(|props| props.as_static = true).await;
    hide(&widget).await;
    assert_eq!(widget.count("section.ovc-card ~ .ovc-years"), 1);
    let close = widget.find(".ovc-close");
    let html: &web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_ref(&close);
    html.focus().expect("it takes the focus");
    widget.press(".ovc-close", "Escape").await;
    assert_eq!(widget.state().event, None);
    assert_eq!(widget.count("[role=region]"), 0);
    let id = focused(&widget).get_attribute("data-id");
    assert_eq!(id.as_deref(), Some("second"), "what is in the list");
}

#[wasm_bindgen_test]
async fn where_nothing_is_found_the_card_stays_too() {
    for widget in [mount(|_| {}).await, mount_narrow().await] {
        widget.send(Action::GoTo("first".into())).await;
        widget.send(Action::Search("nowhere at all".into())).await;
        assert_eq!(widget.count(".ovc-empty"), 1, "told once");
        assert_eq!(widget.count("[role=region]"), 1);
        widget.press("[role=region]", "Escape").await;
        assert_eq!(widget.count("[role=region]"), 0);
    }
}
