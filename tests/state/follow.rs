//! Following references, and the way back.

use super::{after, data, toggle};
use open_vs_closed::state::{Action, Filter, View, ViewState, reduce};

fn follow(action: Action, from: Option<&str>) -> Action {
    Action::Follow(Box::new(action), from.map(Into::into))
}

#[test]
fn a_followed_reference_leads_back_to_the_record_it_was_in() {
    let data = data();
    let before = ViewState {
        view: View::Compare,
        ..ViewState::default()
    };
    let there = reduce(
        &before,
        follow(Action::GoTo("b".into()), Some("a claim")),
        &data,
    );
    assert_eq!(
        (there.view, there.event.as_deref()),
        (View::Timeline, Some("b"))
    );
    let back = reduce(&there, Action::Back, &data);
    assert_eq!(back.target.as_deref(), Some("a claim"));
    assert_eq!((back.view, back.event), (View::Compare, None));
    assert_eq!(back.back, None);
    // In the timeline the event around the reference comes into sight.
    let at = after(&[
        Action::Show(View::Timeline),
        Action::Select(Some("a".into())),
    ]);
    let there = reduce(&at, follow(Action::GoTo("b".into()), Some("a link")), &data);
    let back = reduce(&there, Action::Back, &data);
    assert_eq!(back.target.as_deref(), Some("a"));
}

#[test]
fn whatever_the_reader_does_next_ends_the_way_back() {
    let data = data();
    let there = reduce(
        &ViewState::default(),
        follow(Action::GoTo("b".into()), None),
        &data,
    );
    let on = reduce(&there, Action::Show(View::Compare), &data);
    assert_eq!(on.back, None);
    assert_eq!(reduce(&on, Action::Back, &data).view, View::Compare);
}

#[test]
fn the_way_back_of_the_browser_leads_to_the_same_record() {
    let data = data();
    let before = ViewState {
        view: View::Compare,
        ..ViewState::default()
    };
    let there = reduce(&before, follow(Action::GoTo("b".into()), Some("x")), &data);
    let back = reduce(&there, Action::Replace(before.clone()), &data);
    assert_eq!(back.target.as_deref(), Some("x"));
    let other = ViewState {
        search: "else".into(),
        ..before
    };
    assert_eq!(reduce(&there, Action::Replace(other), &data).target, None);
}

#[test]
fn the_way_back_restores_what_the_reference_cleared() {
    let data = data();
    let before = after(&[
        Action::Show(View::Timeline),
        toggle(Filter::Kind, "policy"),
        Action::Search("c".into()),
        Action::SetRange("2020/2021".parse().ok()),
        Action::Select(Some("c".into())),
    ]);
    assert!(before.is_filtered() && before.range.is_some());
    let visit = Action::Visit(View::Models, "m".into());
    let there = reduce(&before, follow(visit, None), &data);
    assert!(!there.is_filtered());
    let back = reduce(&there, Action::Back, &data);
    let target = before.event.clone();
    assert_eq!(back, ViewState { target, ..before });
}

#[test]
fn a_reference_that_leads_nowhere_offers_no_way_back() {
    let before = after(&[Action::Select(Some("c".into()))]);
    let there = reduce(&before, follow(Action::GoTo("gone".into()), None), &data());
    assert_eq!(there.back, None);
    assert_eq!(there.event, before.event);
}
