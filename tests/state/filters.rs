//! Filters and facets.

use crate::*;

fn shown(state: &ViewState) -> Vec<String> {
    let data = data();
    let selection = query::select(&data, &state.filters, &state.search);
    let events = selection.visible.iter();
    events
        .map(|position| data.events()[*position as usize].id.to_string())
        .collect()
}

#[test]
fn a_filter_shows_events_with_a_pressed_value() {
    assert_eq!(shown(&ViewState::default()).len(), 4);
    assert_eq!(
        shown(&after(&[toggle(Filter::Side, Side::Open.as_str())])),
        ["a", "c"]
    );
    let both = after(&[
        toggle(Filter::Side, Side::Open.as_str()),
        toggle(Filter::Side, Side::Closed.as_str()),
    ]);
    assert_eq!(shown(&both), ["a", "b", "c"]);
    let crossed = after(&[
        toggle(Filter::Side, Side::Open.as_str()),
        toggle(Filter::Kind, EventKind::Policy.as_str()),
    ]);
    assert_eq!(shown(&crossed), ["c"]);
}

#[test]
fn all_filters_apply_together() {
    let actor = toggle(Filter::Actor, "lab");
    assert_eq!(shown(&after(std::slice::from_ref(&actor))), ["a", "c"]);
    let level = toggle(Filter::Level, "api");
    assert_eq!(shown(&after(&[actor.clone(), level.clone()])), ["c"]);
    let levels = after(&[level, toggle(Filter::Level, "full")]);
    assert_eq!(shown(&levels), ["a", "c"]);
    assert_eq!(pressed(&levels, Filter::Level), ["api", "full"]);
    let sure = toggle(Filter::Confidence, Confidence::Confirmed.as_str());
    assert_eq!(shown(&after(&[sure])), ["c"]);
    assert_eq!(shown(&after(&[Action::Search("lab a".into())])), ["a", "c"]);
    assert_eq!(
        shown(&after(&[actor.clone(), Action::Search("Two".into())])),
        ["a"]
    );
    let cleared = after(&[actor, Action::Search("x".into()), Action::ClearFilters]);
    assert_eq!(cleared, ViewState::default());
}

#[test]
fn a_value_that_the_data_set_does_not_have_is_no_filter() {
    // Pressed with another data set.
    let other = r#"{"version":"1.0","meta":{"title":"T"},"events":[{"id":"z","date":"2020","title":"Z"}],
        "actors":[{"id":"gone","name":"Gone"},{"id":"lab","name":"Lab"}]}"#;
    let other = dataset::load(other)
        .expect("the other data set loads")
        .dataset;
    let mut filters = Filters::default();
    filters.set(
        Filter::Actor,
        &["gone".into(), "lab".into(), "lab".into()],
        &other,
    );
    assert_eq!(filters.get(Filter::Actor).len(), 2);
    let state = after(&[Action::Replace(ViewState {
        filters,
        search: "x".repeat(900).into(),
        ..ViewState::default()
    })]);
    assert_eq!(pressed(&state, Filter::Actor), ["lab"]);
    assert_eq!(state.search.len(), 200);
    assert!(!after(&[toggle(Filter::Actor, "gone")]).is_filtered());
}

#[test]
fn facets_are_what_events_have() {
    let selection = query::select(&data(), &Filters::default(), "");
    let actors = selection.facets(Filter::Actor).iter();
    let actors: Vec<_> = actors.map(|facet| (&*facet.value, facet.count)).collect();
    assert_eq!(actors, [("lab", 2), ("a, b", 1)], "the most frequent first");
    assert_eq!(values(&selection, Filter::Level), ["api", "full"]);
    assert_eq!(
        values(&selection, Filter::Confidence),
        ["confirmed", "reported"]
    );
    assert_eq!(
        values(&selection, Filter::Side),
        ["open", "closed", "context"],
        "no event is both"
    );
}

#[test]
fn a_facet_counts_what_pressing_it_would_show() {
    let data = data();
    let state = after(&[toggle(Filter::Kind, EventKind::Policy.as_str())]);
    let selection = query::select(&data, &state.filters, &state.search);
    for facet in selection.facets(Filter::Side) {
        let mut alone = state.clone();
        alone
            .filters
            .set(Filter::Side, std::slice::from_ref(&facet.value), &data);
        assert_eq!(facet.count, shown(&alone).len(), "{}", facet.value);
    }
}

proptest! {
    #[test]
    fn facets_and_events_agree_with_the_filters(actions in prop::collection::vec(any_action(), 0..8)) {
        let data = data();
        let state = after(&actions);
        let selection = query::select(&data, &state.filters, &state.search);
        let visible = |state: &ViewState| -> Vec<u32> {
            let events = (0..).zip(data.events());
            events.filter(|(_, event)| query::matches(&data, event, &state.filters, &state.search)).map(|(at, _)| at).collect()
        };
        prop_assert_eq!(&selection.visible, &visible(&state));
        for filter in Filter::ALL {
            for facet in selection.facets(*filter) {
                let mut alone = state.clone();
                alone.filters.set(*filter, std::slice::from_ref(&facet.value), &data);
                prop_assert_eq!(facet.count, visible(&alone).len());
                prop_assert_eq!(facet.pressed, state.filters.get(*filter).contains(&facet.value));
            }
        }
    }
}
