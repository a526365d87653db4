//! Components in a browser, inside a shadow root as in the element.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

mod deferred;
mod definition;
mod drawn;
mod keys;
mod list;
mod models;
mod mounted;
mod opened;
mod paper;
mod reading;
mod redrawn;
mod searching;
mod translated;

use std::cell::RefCell;
use std::rc::Rc;

use open_vs_closed::state::{Action, View};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::ShadowRoot;
use yew::Callback;

use mounted::{Mounted, begin, mount};

wasm_bindgen_test_configure!(run_in_browser);
#[wasm_bindgen_test]
async fn it_is_ready_once_and_with_all_its_marks() {
    let root: Rc<RefCell<Option<ShadowRoot>>> = Rc::default();
    // How many marks stand when a change is told: that is after one drawing.
    let told: Rc<RefCell<Vec<u32>>> = Rc::default();
    let mounted = mount(|props| {
        let (root, told) = (root.clone(), told.clone());
        props.on_change = Callback::from(move |_| {
            if let Some(root) = &*root.borrow() {
                let marks = root.query_selector_all(".ovc-mark").expect("a selector");
                told.borrow_mut().push(marks.length());
            }
        });
    })
    .await;
    assert_eq!((mounted.ready.get(), mounted.count(".ovc-mark")), (1, 3));
    root.replace(Some(mounted.root.clone()));
    mounted.send(Action::Show(View::Compare)).await;
    mounted.send(Action::Show(View::Timeline)).await;
    // What the axis has learnt it remembers: it is not drawn twice again.
    assert_eq!(*told.borrow(), [0, 3]);
    assert_eq!(mounted.ready.get(), 1);
}

#[wasm_bindgen_test]
async fn what_stands_around_the_view_is_drawn_first_and_alone() {
    let widget = begin(|_| {});
    let parts = || [".ovc-head", ".ovc-axis", ".ovc-mark"].map(|part| widget.count(part));
    widget.settle().await;
    assert_eq!((parts(), widget.ready.get()), ([1, 0, 0], 0));
    widget.draw().await;
    assert_eq!((parts(), widget.ready.get()), ([1, 1, 3], 1));
}

#[wasm_bindgen_test]
async fn marks_are_explained_where_there_are_marks() {
    let widget = mount(|_| {}).await;
    assert!(
        widget
            .text(".ovc-axis")
            .contains("Hollow: its day is not certain.")
    );
    let list = mount(|props| props.as_static = true).await;
    assert_eq!(list.count(".ovc-keys"), 0);
}

#[wasm_bindgen_test]
async fn an_application_shows_one_widget_after_another() {
    let mut widget = mount(|_| {}).await;
    widget.send(Action::Show(View::Compare)).await;
    widget.send(Action::GoTo("first".into())).await;
    let parts = ["*", ".ovc-mark", ".ovc-card"];
    let before = parts.map(|part| widget.count(part));
    let stale = widget.dispatch.borrow().clone().expect("a hand on it");

    widget.show(None).await;
    // The element that it stands in is left, and nothing hears of anything.
    assert_eq!((widget.count("*"), widget.ready.get()), (1, 0));
    let told = widget.states.borrow().len();
    stale.emit(Action::GoTo("third".into()));
    widget.step().await;
    assert_eq!((widget.count("*"), widget.states.borrow().len()), (1, told));

    widget.show(Some(1)).await;
    widget.draw().await;
    assert_eq!(widget.state().event, None);
    assert_eq!(
        parts[1..]
            .iter()
            .map(|part| widget.count(part))
            .collect::<Vec<_>>(),
        [3, 0]
    );
    assert_eq!(widget.ready.get(), 1);
    widget.send(Action::GoTo("first".into())).await;
    assert_eq!(parts.map(|part| widget.count(part)), before);
}

#[wasm_bindgen_test]
async fn once_ready_another_view_is_drawn_at_once() {
    let root: Rc<RefCell<Option<ShadowRoot>>> = Rc::default();
    let told: Rc<RefCell<Vec<u32>>> = Rc::default();
    let widget = begin(|props| {
        props.width = 320.0;
        props.start.view = View::Compare;
        let (root, told) = (root.clone(), told.clone());
        props.on_change = Callback::from(move |_| {
            if let Some(root) = &*root.borrow() {
                let entries = root
                    .query_selector_all("button[data-id]")
                    .expect("a selector");
                told.borrow_mut().push(entries.length());
            }
        });
    });
    // So that nothing is measured: it is as narrow as it was told.
    widget.host.set_attribute("hidden", "").expect("hidden");
    widget.draw().await;
    root.replace(Some(widget.root.clone()));
    widget.send(Action::Show(View::Timeline)).await;
    assert_eq!(*told.borrow(), [3]);
}

#[wasm_bindgen_test]
async fn every_event_is_a_button_named_by_its_title() {
    let widget = mount(|_| {}).await;
    assert_eq!(widget.count("[role=button][data-id]"), 3);
    let name = widget.find("[data-id=first]").get_attribute("aria-label");
    assert!(
        name.expect("a name")
            .starts_with("First <b>event</b>, 2019-02-14")
    );
}

#[wasm_bindgen_test]
async fn markup_in_the_data_is_text() {
    let widget = mount(|_| {}).await;
    widget.click("[data-id=first]").await;
    assert_eq!(widget.count("b"), 0, "the data has made no element");
    assert!(widget.text(".ovc-title").contains("<b>event</b>"));
    assert_eq!(widget.text(".ovc-summary em"), "happened");
}

#[wasm_bindgen_test]
async fn a_click_opens_the_card_and_escape_closes_it() {
    let widget = mount(|_| {}).await;
    assert!(widget.look("[role=region]").is_none());
    widget.click("[data-id=second]").await;
    let region = widget.find("[role=region]");
    let title = region
        .get_attribute("aria-labelledby")
        .expect("it is labelled");
    assert_eq!(widget.text(&format!("#{title}")), "Second event");
    assert_eq!(widget.state().event.as_deref(), Some("second"));
    widget.press(".ovc-axis", "Escape").await;
    assert!(widget.look("[role=region]").is_none());
}

#[wasm_bindgen_test]
async fn typed_links_lead_on() {
    let widget = mount(|_| {}).await;
    widget.click("[data-id=first]").await;
    assert_eq!(widget.text(".ovc-links .ovc-status"), "disputed");
    widget.click(".ovc-links button").await;
    assert_eq!(widget.state().event.as_deref(), Some("third"));
    assert!(widget.text(".ovc-links").contains("First <b>event</b>"));
}

#[wasm_bindgen_test]
async fn filters_limit_and_clear() {
    let widget = mount(|_| {}).await;
    widget.click(".ovc-facet.is-open").await;
    assert_eq!(widget.count("[role=button][data-id]"), 2);
    assert_eq!(
        widget
            .find(".ovc-facet.is-open")
            .get_attribute("aria-pressed")
            .as_deref(),
        Some("true")
    );
    widget.click(".is-clear").await;
    assert_eq!(widget.count("[role=button][data-id]"), 3);
}

#[wasm_bindgen_test]
async fn a_search_marks_what_it_finds() {
    let widget = mount(|_| {}).await;
    let input = widget.find("[type=search]");
    js_sys::Reflect::set(&input, &"value".into(), &"happen".into()).expect("it takes a value");
    let init = web_sys::EventInit::new();
    init.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &init).expect("an event");
    input.dispatch_event(&event).expect("it goes out");
    widget.settle().await;
    assert_eq!(&*widget.state().search, "happen");
    assert_eq!(widget.count("[role=button][data-id]"), 1);
    assert_eq!(widget.text(".ovc-best .ovc-excerpt"), "What happened.");
    assert_eq!(widget.text(".ovc-excerpt mark"), "happen");
    widget.click(".ovc-best [data-id=first]").await;
    assert_eq!(widget.text(".ovc-summary em mark"), "happen");
    assert_eq!(widget.count(".ovc-best"), 0, "the card takes its place");
}

#[wasm_bindgen_test]
async fn selecting_a_mark_moves_no_other() {
    let widget = mount(|_| {}).await;
    let places = |widget: &Mounted| {
        ["first", "second", "third"].map(|id| {
            let mark = widget.find(&format!("[data-id={id}]"));
            mark.get_attribute("transform")
        })
    };
    let before = places(&widget);
    widget.click("[data-id=second]").await;
    assert_eq!(places(&widget), before);
}

#[wasm_bindgen_test]
async fn tabs_move_by_arrow_keys() {
    let widget = mount(|_| {}).await;
    assert_eq!(widget.count("[role=tab]"), 3);
    widget
        .press("[role=tab][aria-selected=true]", "ArrowRight")
        .await;
    assert_eq!(widget.state().view, View::Compare);
    assert_eq!(widget.text("[role=tab][aria-selected=true]"), "Compare");
    assert_eq!(widget.count("table tbody tr"), 1);
    widget.press("[role=tab][aria-selected=true]", "End").await;
    assert_eq!(widget.state().view, View::Sources);
    widget.press("[role=tab][aria-selected=true]", "Home").await;
    assert_eq!(widget.state().view, View::Timeline);
}

#[wasm_bindgen_test]
async fn one_view_alone_has_no_tabs() {
    let widget = mount(|props| props.views = vec![View::Compare]).await;
    assert!(widget.look("[role=tablist]").is_none());
    assert_eq!(widget.count("table"), 1);
}

#[wasm_bindgen_test]
async fn sides_can_be_swapped() {
    let widget = mount(|props| props.views = vec![View::Compare]).await;
    let first = widget.text("thead th:nth-child(2)");
    widget.click(".ovc-table-head button").await;
    assert_ne!(widget.text("thead th:nth-child(2)"), first);
}

#[wasm_bindgen_test]
async fn actions_from_outside_arrive_and_are_told_once() {
    let widget = mount(|_| {}).await;
    let before = widget.states.borrow().len();
    widget.send(Action::GoTo("third".into())).await;
    assert_eq!(widget.states.borrow().len(), before + 1);
    widget.send(Action::GoTo("third".into())).await;
    assert_eq!(widget.states.borrow().len(), before + 1, "nothing changed");
}

#[wasm_bindgen_test]
async fn what_could_not_be_shown_is_counted() {
    let widget = mount(|props| props.left_out = 2).await;
    assert_eq!(widget.text(".ovc-left-out"), "2 items could not be shown");
}

#[wasm_bindgen_test]
async fn the_way_back_names_the_event_that_was_open() {
    let widget = mount(|_| {}).await;
    widget.send(Action::Select(Some("second".into()))).await;
    let visit = Action::Visit(View::Compare, "o".into());
    widget.send(Action::Follow(Box::new(visit), None)).await;
    assert_eq!(widget.text(".ovc-back button"), "← Back to “Second event”");
    widget.click(".ovc-back button").await;
    assert_eq!(widget.state().event.as_deref(), Some("second"));
    assert_eq!(widget.count(".ovc-back"), 0);
}
