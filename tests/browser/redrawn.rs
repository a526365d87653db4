//! Only what changes is drawn anew: every component that is drawn puts its dates in words.

use std::cell::RefCell;
use std::rc::Rc;

use open_vs_closed::state::Action;
use open_vs_closed::ui::{AppProps, Formats};
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, mount};

/// The dates of the events.
const EVENTS: [&str; 3] = ["2019-02-14", "2021-06", "2025-01-20"];

/// The dates that were put in words.
#[derive(Clone, Default)]
struct Dates(Rc<RefCell<Vec<String>>>);

/// The date of the data, in the head of the widget: that is small, and drawn with every change.
const UPDATED: &str = "2026-11-23";

impl Dates {
    fn take(&self) -> Vec<String> {
        let mut dates = self.0.take();
        dates.retain(|date| date != UPDATED);
        dates.sort();
        dates.dedup();
        dates
    }

    /// The same, without those of other things, such as the days of the calendar.
    fn take_among(&self, wanted: &[&str]) -> Vec<String> {
        let mut dates = self.take();
        dates.retain(|date| wanted.contains(&&**date));
        dates
    }
}

async fn mount_recorded(change: impl FnOnce(&mut AppProps)) -> (Mounted, Dates) {
    let dates = Dates::default();
    let widget = mount(|props| {
        let (dates, iso) = (dates.clone(), Formats::iso());
        props.formats = Formats::new(move |date, _| {
            dates.0.borrow_mut().push(date.to_string());
            iso.date(date)
        });
        change(props);
    })
    .await;
    // The width has been measured.
    widget.step().await;
    dates.take();
    (widget, dates)
}

#[wasm_bindgen_test]
async fn only_years_that_change_are_drawn_anew() {
    let (widget, dates) = mount_recorded(|props| props.as_static = true).await;
    widget.click("[data-id=second]").await;
    assert_eq!(dates.take(), ["2021", "2021-06"]);
    // The reader is told which event it is, and the years of both are drawn.
    widget.click("[data-id=first]").await;
    let drawn = dates.take();
    assert!(!drawn.contains(&"2025".to_owned()), "{drawn:?}");
    widget.click("[data-id=first]").await;
    assert_eq!(dates.take(), ["2019", "2019-02-14"]);
}

#[wasm_bindgen_test]
async fn a_selection_puts_no_other_mark_in_words_anew() {
    let (widget, dates) = mount_recorded(|_| {}).await;
    widget.click("[data-id=second]").await;
    assert_eq!(dates.take_among(&EVENTS), ["2021-06"]);
    widget.send(Action::Select(None)).await;
    assert!(dates.take_among(&EVENTS).is_empty());
}

#[wasm_bindgen_test]
async fn a_pan_and_a_zoom_put_no_mark_in_words_anew() {
    let (widget, dates) = mount_recorded(|_| {}).await;
    widget.press(".ovc-axis", "+").await;
    widget.press(".ovc-axis", "ArrowLeft").await;
    assert!(dates.take_among(&EVENTS).is_empty());
}

#[wasm_bindgen_test]
async fn a_toggled_filter_draws_only_the_years_that_it_changes() {
    let (widget, dates) = mount_recorded(|props| props.as_static = true).await;
    widget.click(".ovc-facet.is-open").await;
    assert_eq!(widget.count("button[data-id]"), 2);
    let others = ["2019", "2019-02-14", "2025", "2025-01-20"];
    assert!(dates.take_among(&others).is_empty());
}
