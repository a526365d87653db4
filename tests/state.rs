//! The state: actions, filters and the URL fragment.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Dataset, EventKind, Side, Vocabulary};
use open_vs_closed::date::DateRange;
use open_vs_closed::query;
use open_vs_closed::state::{Action, Order, View, ViewState, parse_fragment, reduce, to_fragment};
use proptest::prelude::*;

fn data() -> Dataset {
    let text = r#"{"version":"1.0","meta":{"title":"T","updated":"2026-11-23"},"events":[
        {"id":"a","date":"2019-02-14","title":"A","side":"open","kind":"release"},
        {"id":"b","date":"2020-06","title":"B","side":"closed","kind":"policy"},
        {"id":"c","date":"2021","title":"C","side":"open","kind":"policy"},
        {"id":"odd id, with=signs&more#","date":"2025-01-20","title":"D"}]}"#;
    let loaded = dataset::load(text).expect("the data set loads");
    assert!(loaded.issues.is_empty());
    loaded.dataset
}

fn after(actions: &[Action]) -> ViewState {
    let data = data();
    let step = |state: ViewState, action: &Action| reduce(&state, action.clone(), &data);
    actions.iter().fold(ViewState::default(), step)
}

#[test]
fn only_events_of_the_data_set_are_selected() {
    assert_eq!(after(&[Action::Select(Some("gone".into()))]).event, None);
    let state = after(&[Action::Select(Some("a".into()))]);
    assert_eq!(state.event.as_deref(), Some("a"));
    let state = after(&[Action::Replace(ViewState {
        event: Some("gone".into()),
        ..ViewState::default()
    })]);
    assert_eq!(state.event, None);
}

#[test]
fn going_to_a_hidden_event_clears_the_filters() {
    let state = after(&[
        Action::Show(View::Compare),
        Action::ToggleSide(Side::Closed),
        Action::GoTo("a".into()),
    ]);
    assert_eq!(state.view, View::Timeline);
    assert_eq!(state.event.as_deref(), Some("a"));
    assert!(!state.is_filtered());
    let state = after(&[Action::ToggleSide(Side::Open), Action::GoTo("a".into())]);
    assert_eq!(state.sides, [Side::Open], "a filter that shows it stays");
}

#[test]
fn selecting_moves_the_range_no_farther_than_needed() {
    let range = DateRange::parse("2019").expect("a range");
    let inside = after(&[
        Action::SetRange(Some(range)),
        Action::Select(Some("a".into())),
    ]);
    assert_eq!(inside.range, Some(range));
    let outside = after(&[
        Action::SetRange(Some(range)),
        Action::Select(Some("b".into())),
    ]);
    let (start, end) = outside.range.expect("a range").days();
    assert_eq!(end - start, 365, "the span stays");
    let event = data().event("b").map(|event| event.date.midpoint());
    let event = event.expect("the event");
    assert!(
        event < f64::from(end) && f64::from(end) - event < 40.0,
        "near the edge"
    );
}

#[test]
fn pressing_twice_is_not_pressing() {
    let twice = [
        Action::ToggleKind(EventKind::Policy),
        Action::ToggleKind(EventKind::Policy),
    ];
    assert_eq!(after(&twice), ViewState::default());
    let one = after(&[
        Action::ToggleSide(Side::Context),
        Action::ToggleSide(Side::Open),
    ]);
    let other = after(&[
        Action::ToggleSide(Side::Open),
        Action::ToggleSide(Side::Context),
    ]);
    assert_eq!(one, other, "the order of pressing does not show");
}

#[test]
fn the_order_is_drawn_from_the_date_of_the_data() {
    // 2 + 0 + 2 + 6 + 1 + 1 + 2 + 3 = 17 is odd.
    let data = data();
    assert!(!Order::Drawn.open_first(&data));
    let swapped = after(&[Action::SwapSides]);
    assert_eq!(swapped.order, Order::OpenFirst);
    assert_eq!(
        after(&[Action::SwapSides, Action::SwapSides]).order,
        Order::ClosedFirst
    );
}

fn shown(state: &ViewState) -> Vec<String> {
    let data = data();
    let selection = query::select(&data, state);
    let events = selection.visible.iter();
    events
        .map(|position| data.events()[*position as usize].id.to_string())
        .collect()
}

#[test]
fn filters_limit_to_what_is_pressed() {
    assert_eq!(shown(&ViewState::default()).len(), 4);
    assert_eq!(shown(&after(&[Action::ToggleSide(Side::Open)])), ["a", "c"]);
    let both = after(&[
        Action::ToggleSide(Side::Open),
        Action::ToggleSide(Side::Closed),
    ]);
    assert_eq!(shown(&both), ["a", "b", "c"]);
    let crossed = after(&[
        Action::ToggleSide(Side::Open),
        Action::ToggleKind(EventKind::Policy),
    ]);
    assert_eq!(shown(&crossed), ["c"]);
}

#[test]
fn a_count_is_what_pressing_would_show() {
    let data = data();
    let state = after(&[Action::ToggleKind(EventKind::Policy)]);
    let selection = query::select(&data, &state);
    for facet in &selection.sides {
        let mut alone = state.clone();
        alone.sides = vec![facet.value];
        assert_eq!(facet.count, shown(&alone).len(), "{}", facet.value.as_str());
    }
    assert!(
        selection
            .sides
            .iter()
            .all(|facet| facet.value != Side::Both),
        "no event is both"
    );
}

#[test]
fn steps_follow_the_filtered_order() {
    assert_eq!(query::step(&[2, 5, 9], Some(5), true), Some(9));
    assert_eq!(query::step(&[2, 5, 9], Some(9), true), None);
    assert_eq!(query::step(&[2, 5, 9], Some(2), false), None);
    assert_eq!(query::step(&[2, 5, 9], None, true), Some(2));
    assert_eq!(query::step(&[2, 5, 9], None, false), Some(9));
    // The selected event is hidden by a filter.
    assert_eq!(query::step(&[2, 5, 9], Some(6), true), Some(9));
    assert_eq!(query::step(&[2, 5, 9], Some(6), false), Some(5));
    assert_eq!(query::step(&[], Some(6), true), None);
}

#[test]
fn a_fragment_tells_the_differences() {
    let state = after(&[
        Action::Show(View::Compare),
        Action::Select(Some("a".into())),
        Action::SetRange(DateRange::parse("2024-12/2025-03").ok()),
        Action::ToggleSide(Side::Closed),
        Action::ToggleSide(Side::Open),
    ]);
    let fragment = to_fragment(&state, &ViewState::default());
    assert!(
        fragment.starts_with("view=compare&event=a&range="),
        "{fragment}"
    );
    assert!(fragment.ends_with("&side=open,closed"), "{fragment}");
    assert_eq!(
        to_fragment(&ViewState::default(), &ViewState::default()),
        ""
    );
}

#[test]
fn a_bare_id_selects_its_event() {
    let start = ViewState::default();
    let state = parse_fragment("#a", &start, &data());
    assert_eq!(state.event.as_deref(), Some("a"));
    assert_eq!(parse_fragment("#gone", &start, &data()), start);
    assert_eq!(parse_fragment("", &start, &data()), start);
    assert_eq!(
        parse_fragment("#compare", &start, &data()).view,
        View::Compare
    );
}

#[test]
fn bad_values_are_dropped() {
    let start = ViewState::default();
    for fragment in [
        "view=nowhere",
        "event=gone",
        "range=banana",
        "side=left",
        "kind=",
        "unknown=1",
        "=",
        "&&",
        "view",
        "%",
        "event=%ff",
    ] {
        assert_eq!(
            parse_fragment(fragment, &start, &data()),
            start,
            "{fragment}"
        );
    }
    let state = parse_fragment("side=left,closed,open,closed", &start, &data());
    assert_eq!(state.sides, [Side::Open, Side::Closed]);
}

fn any_action() -> impl Strategy<Value = Action> {
    let event = prop::sample::select(vec!["a", "b", "c", "odd id, with=signs&more#", "gone"]);
    let range = (-8000_i32..8000, 1..900_i32).prop_map(|(start, length)| {
        open_vs_closed::date::range_from_days(f64::from(start), f64::from(start + length))
    });
    prop_oneof![
        prop::sample::select(View::ALL.to_vec()).prop_map(Action::Show),
        prop::option::of(event.clone()).prop_map(|id| Action::Select(id.map(Into::into))),
        event.prop_map(|id| Action::GoTo(id.into())),
        prop::option::of(range).prop_map(Action::SetRange),
        prop::sample::select(Side::ALL.to_vec()).prop_map(Action::ToggleSide),
        prop::sample::select(EventKind::ALL.to_vec()).prop_map(Action::ToggleKind),
        Just(Action::ClearFilters),
        Just(Action::SwapSides),
    ]
}

proptest! {
    #[test]
    fn a_fragment_comes_back(actions in prop::collection::vec(any_action(), 0..12)) {
        let state = after(&actions);
        let start = ViewState::default();
        let fragment = to_fragment(&state, &start);
        prop_assert!(!fragment.contains('#') && !fragment.contains(' '));
        prop_assert_eq!(parse_fragment(&fragment, &start, &data()), state);
    }

    #[test]
    fn any_text_is_a_fragment(text in ".{0,60}") {
        let data = data();
        let state = parse_fragment(&text, &ViewState::default(), &data);
        if let Some(event) = &state.event {
            prop_assert!(data.event(event).is_some());
        }
    }
}
