//! The state: actions, filters and the URL fragment.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

mod filters;
mod follow;
mod fragment;

use open_vs_closed::dataset::{self, Confidence, Dataset, EventKind, Side, Vocabulary};
use open_vs_closed::date::DateRange;
use open_vs_closed::query;
use open_vs_closed::state::{
    Action, Filter, Filters, SideOrder, View, ViewState, is_foreign, parse_fragment, reduce,
    to_fragment,
};
use proptest::prelude::*;

fn data() -> Dataset {
    let text = r#"{"version":"1.0","meta":{"title":"T","updated":"2026-11-23"},"events":[
        {"id":"a","date":"2019-02-14","title":"A","side":"open","kind":"release","level":"full","actors":["lab","a, b"]},
        {"id":"b","date":"2020-06","title":"B","side":"closed","kind":"policy","confidence":"reported"},
        {"id":"c","date":"2021","title":"C","side":"open","kind":"policy","level":"api","actors":["lab","lab"],"confidence":"confirmed"},
        {"id":"odd id, with=signs&more#","date":"2025-01-20","title":"D"}],
        "actors":[{"id":"a, b","name":"Two"},{"id":"nobody","name":"Nobody"},{"id":"lab","name":"Lab"}],
        "levels":[{"id":"api","name":"API","definition":"…"},{"id":"full","name":"Fully open","definition":"…"}]}"#;
    let loaded = dataset::load(text).expect("the data set loads");
    assert!(loaded.issues.is_empty());
    loaded.dataset
}

fn toggle(filter: Filter, value: &str) -> Action {
    Action::Toggle(filter, value.into())
}

fn pressed(state: &ViewState, filter: Filter) -> Vec<&str> {
    state
        .filters
        .get(filter)
        .iter()
        .map(|value| &**value)
        .collect()
}

fn values(selection: &query::FilterResult, filter: Filter) -> Vec<&str> {
    let facets = selection.facets(filter).iter();
    facets.map(|facet| &*facet.value).collect()
}

fn after(actions: &[Action]) -> ViewState {
    let data = data();
    let step = |state: ViewState, action: &Action| reduce(&state, action.clone(), &data);
    actions.iter().fold(ViewState::default(), step)
}

#[test]
fn a_second_press_of_an_entry_closes_it() {
    let press = |id: &str| Action::ToggleEvent(id.into());
    assert_eq!(after(&[press("a")]).event.as_deref(), Some("a"));
    assert_eq!(after(&[press("a"), press("a")]).event, None);
    assert_eq!(after(&[press("a"), press("b")]).event.as_deref(), Some("b"));
    assert_eq!(after(&[press("gone")]).event, None);
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
        toggle(Filter::Side, Side::Closed.as_str()),
        Action::GoTo("a".into()),
    ]);
    assert_eq!(state.view, View::Timeline);
    assert_eq!(state.event.as_deref(), Some("a"));
    assert!(!state.is_filtered());
    let state = after(&[
        toggle(Filter::Side, Side::Open.as_str()),
        Action::GoTo("a".into()),
    ]);
    assert_eq!(
        pressed(&state, Filter::Side),
        ["open"],
        "a filter that shows it stays"
    );
}

#[test]
fn going_to_an_unknown_event_changes_nothing() {
    let before = [
        Action::Show(View::Compare),
        Action::Select(Some("a".into())),
    ];
    let unknown = Action::GoTo("gone".into());
    let after_it = reduce(&after(&before), unknown, &data());
    assert_eq!(after_it, after(&before));
}

#[test]
fn the_view_in_front_is_always_one_that_is_shown() {
    let only = |views: &[View]| Action::SetViews(views.into());
    let compare = after(&[only(&[View::Compare])]);
    assert_eq!(compare.view, View::Compare);
    let data = data();
    // An action that leads to another view does nothing. A state from the host counts, apart from its view.
    for action in [Action::GoTo("a".into()), Action::Show(View::Timeline)] {
        assert_eq!(reduce(&compare, action, &data), compare);
    }
    let replaced = ViewState {
        event: Some("a".into()),
        ..ViewState::default()
    };
    let replaced = reduce(&compare, Action::Replace(replaced), &data);
    assert_eq!(replaced.view, View::Compare);
    assert_eq!(replaced.event.as_deref(), Some("a"));
    let both = reduce(&replaced, only(&[View::Timeline, View::Compare]), &data);
    assert_eq!(both.view, View::Compare);
}

#[test]
fn only_the_readers_own_actions_have_a_target() {
    let state = after(&[Action::Select(Some("a".into()))]);
    assert_eq!(state.target.as_deref(), Some("a"));
    let state = after(&[Action::GoTo("a".into())]);
    assert_eq!(state.target.as_deref(), Some("a"));
    let by_host = after(&[Action::Replace(state)]);
    assert_eq!(by_host.target, None);
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

fn ranged(range: &str, event: Option<&str>) -> ViewState {
    ViewState {
        range: Some(DateRange::parse(range).expect("a range")),
        event: event.map(Into::into),
        ..ViewState::default()
    }
}

fn shown(state: &ViewState) -> String {
    state
        .range
        .map_or_else(|| "all".to_owned(), |range| range.to_string())
}

#[test]
fn a_range_from_a_link_stays_whatever_is_selected() {
    let linked = Action::Replace(ranged("2020/2021", Some("a")));
    assert_eq!(shown(&after(&[linked])), "2020/2021");
    // It also stays where another key is set beside it.
    let searched = ViewState {
        search: "a".into(),
        ..ranged("2020/2021", Some("a"))
    };
    let linked = Action::Replace(ranged("2020/2021", Some("a")));
    assert_eq!(
        shown(&after(&[linked, Action::Replace(searched)])),
        "2020/2021"
    );
    // A new event in the same range moves it.
    let moved = after(&[
        Action::Replace(ranged("2021", None)),
        Action::Replace(ranged("2021", Some("b"))),
    ]);
    assert_eq!(shown(&moved), "2020-05-11/2021-05-10");
}

#[test]
fn a_range_never_leaves_the_axis() {
    let asked = |range| shown(&after(&[Action::Replace(ranged(range, None))]));
    assert_eq!(asked("2019-03-01/2020-03-31"), "2019-03-01/2020-03-31");
    assert_eq!(asked("1950/1960"), "all");
    let (start, end) = data().span();
    let first = |range: &str| DateRange::parse(range).expect("a range").days();
    let before = asked("1990");
    assert_eq!(f64::from(first(&before).0), start.round());
    assert_eq!(first(&before).1 - first(&before).0, 365);
    // Nor where an event is near the end of the axis.
    let last = after(&[
        Action::SetRange(Some(DateRange::parse("2019/2020").expect("a range"))),
        Action::Select(Some("odd id, with=signs&more#".into())),
    ]);
    assert_eq!(
        f64::from(last.range.expect("a range").days().1),
        end.round()
    );
}

#[test]
fn pressing_twice_is_not_pressing() {
    let twice = [
        toggle(Filter::Kind, EventKind::Policy.as_str()),
        toggle(Filter::Kind, EventKind::Policy.as_str()),
    ];
    assert_eq!(after(&twice), ViewState::default());
    let one = after(&[
        toggle(Filter::Side, Side::Context.as_str()),
        toggle(Filter::Side, Side::Open.as_str()),
    ]);
    let other = after(&[
        toggle(Filter::Side, Side::Open.as_str()),
        toggle(Filter::Side, Side::Context.as_str()),
    ]);
    assert_eq!(one, other, "the order of pressing does not matter");
}

#[test]
fn the_order_is_drawn_from_the_date_of_the_data() {
    // 2 + 0 + 2 + 6 + 1 + 1 + 2 + 3 = 17 is odd.
    let data = data();
    assert!(!SideOrder::Drawn.open_first(&data));
    let swapped = after(&[Action::SwapSides]);
    assert_eq!(swapped.order, SideOrder::OpenFirst);
    assert_eq!(
        after(&[Action::SwapSides, Action::SwapSides]).order,
        SideOrder::ClosedFirst
    );
}

#[test]
fn going_to_an_event_that_the_search_hides_clears_it() {
    let state = after(&[Action::Search("two".into()), Action::GoTo("b".into())]);
    assert!(!state.is_filtered());
    let state = after(&[Action::Search("two".into()), Action::GoTo("a".into())]);
    assert_eq!(&*state.search, "two");
}

proptest! {
    /// A year or a month is listed before its days, and its middle comes after many of them.
    #[test]
    fn events_in_a_range_are_counted(
        dates in prop::collection::vec((2019..2023i32, 0..=12u8, 0..=28u8), 1..60),
        start in -100.0..1600.0f64, days in 0.0..800.0f64, most in 0..40usize,
    ) {
        let date = |(year, month, day): &(i32, u8, u8)| match (month, day) {
            (0, _) => format!("{year}"),
            (_, 0) => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        let events: Vec<String> = (0..)
            .zip(&dates)
            .map(|(id, parts)| format!(r#"{{"id":"e{id}","date":"{}","title":"T","side":"open","kind":"policy"}}"#, date(parts)))
            .collect();
        let text = format!(r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{}]}}"#, events.join(","));
        let data = dataset::load(&text).expect("the data set loads").dataset;
        let range = (start + 17_900.0, start + days + 17_900.0);
        let visible: Vec<u32> = (0..data.events().len() as u32).filter(|at| at % 3 != 0).collect();
        let is_inside = |at: &&u32| (range.0..range.1).contains(&data.events()[**at as usize].date.midpoint());
        let expected = visible.iter().filter(is_inside).count().min(most);
        prop_assert_eq!(query::count_in_range(data.events(), &visible, range, most), expected);
    }
}

#[test]
fn neighbours_are_visible_events() {
    assert_eq!(query::neighbour(&[2, 5, 9], Some(5), true), Some(9));
    assert_eq!(query::neighbour(&[2, 5, 9], Some(9), true), None);
    assert_eq!(query::neighbour(&[2, 5, 9], Some(2), false), None);
    assert_eq!(query::neighbour(&[2, 5, 9], None, true), Some(2));
    assert_eq!(query::neighbour(&[2, 5, 9], None, false), Some(9));
    // A filter hides the selected event.
    assert_eq!(query::neighbour(&[2, 5, 9], Some(6), true), Some(9));
    assert_eq!(query::neighbour(&[2, 5, 9], Some(6), false), Some(5));
    assert_eq!(query::neighbour(&[], Some(6), true), None);
}

fn any_action() -> impl Strategy<Value = Action> {
    let event = prop::sample::select(vec!["a", "b", "c", "odd id, with=signs&more#", "gone"]);
    let range = (-8000_i32..8000, 1..900_i32).prop_map(|(start, length)| {
        open_vs_closed::date::range_from_days(f64::from(start), f64::from(start + length))
    });
    prop_oneof![
        prop::sample::select(View::ALL.to_vec()).prop_map(Action::Show),
        prop::option::of(event.clone()).prop_map(|id| Action::Select(id.map(Into::into))),
        event.clone().prop_map(|id| Action::ToggleEvent(id.into())),
        event.prop_map(|id| Action::GoTo(id.into())),
        prop::option::of(range).prop_map(Action::SetRange),
        prop::sample::select(vec![
            (Filter::Side, "open"),
            (Filter::Side, "context"),
            (Filter::Kind, "policy"),
            (Filter::Kind, "gone"),
            (Filter::Actor, "lab"),
            (Filter::Actor, "a, b"),
            (Filter::Actor, "gone"),
            (Filter::Level, "api"),
            (Filter::Level, "full"),
            (Filter::Confidence, "confirmed"),
            (Filter::Confidence, "reported"),
        ])
        .prop_map(|(filter, value)| toggle(filter, value)),
        prop_oneof![".{0,20}", "[a-d ,&=#+%]{0,4}"].prop_map(|text| Action::Search(text.into())),
        Just(Action::ClearFilters),
        Just(Action::SwapSides),
    ]
}
