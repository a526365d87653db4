//! Following references, and the way back.

use super::data;
use open_vs_closed::state::{Action, View, ViewState, reduce};

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
    let at = reduce(
        &ViewState::default(),
        Action::Select(Some("a".into())),
        &data,
    );
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
