//! The URL fragment.

use crate::*;

#[test]
fn a_fragment_holds_the_differences() {
    let state = after(&[
        Action::Show(View::Compare),
        Action::Select(Some("a".into())),
        Action::SetRange(DateRange::parse("2024-12/2025-03").ok()),
        toggle(Filter::Side, Side::Closed.as_str()),
        toggle(Filter::Side, Side::Open.as_str()),
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
fn lists_of_ids_are_read_however_they_are_encoded() {
    let start = ViewState::default();
    for fragment in ["actor=lab,a%2C%20b", "actor=a%2C%20b,gone,lab,lab"] {
        let state = parse_fragment(fragment, &start, &data());
        assert_eq!(
            pressed(&state, Filter::Actor),
            ["a, b", "lab"],
            "{fragment}"
        );
    }
    let whole = parse_fragment("level=full%2Capi&q=open+weights%2B", &start, &data());
    assert_eq!(pressed(&whole, Filter::Level).len(), 2);
    assert_eq!(&*whole.search, "open weights+");
    let state = after(&[
        toggle(Filter::Actor, "a, b"),
        Action::Search("50% & more".into()),
    ]);
    assert_eq!(
        to_fragment(&state, &start),
        "view=story&actor=a%2C%20b&q=50%25%20%26%20more"
    );
}

#[test]
fn older_links_call_the_mixed_side_both() {
    let start = ViewState::default();
    for fragment in ["side=open,both", "side=both%2Copen", "side=mixed,open,both"] {
        let state = parse_fragment(fragment, &start, &data());
        assert_eq!(
            pressed(&state, Filter::Side),
            ["open", "mixed"],
            "{fragment}"
        );
        assert_eq!(to_fragment(&state, &start), "view=timeline&side=open,mixed");
    }
    // The word is one of sides alone, and pressing by it releases what is pressed.
    assert_eq!(parse_fragment("kind=both", &start, &data()), start);
    let state = after(&[toggle(Filter::Side, "both"), toggle(Filter::Side, "mixed")]);
    assert!(!state.is_filtered());
}

#[test]
fn a_bare_id_selects_its_event() {
    let start = ViewState::default();
    let state = parse_fragment("#a", &start, &data());
    assert_eq!(state.event.as_deref(), Some("a"));
    assert_eq!(parse_fragment("#gone", &start, &data()), start);
    assert_eq!(parse_fragment("", &start, &data()), start);
    for ours in ["", "#a", "#compare", "#gone&q=x", "view=none"] {
        assert!(!is_foreign(ours, &data()), "{ours}");
    }
    for foreign in ["#gone", "#gone=1", "gone&other=2"] {
        assert!(is_foreign(foreign, &data()), "{foreign}");
    }
    assert_eq!(
        parse_fragment("#compare", &start, &data()).view,
        View::Compare
    );
}

#[test]
fn bad_values_are_ignored() {
    let start = ViewState::default();
    for fragment in [
        "view=nowhere",
        "event=gone",
        "range=banana",
        "side=left",
        "kind=",
        "actor=gone",
        "level=,",
        "confidence=sure",
        "q=",
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
    assert_eq!(pressed(&state, Filter::Side), ["open", "closed"]);
}

proptest! {
    #[test]
    fn a_fragment_is_read_back(actions in prop::collection::vec(any_action(), 0..12)) {
        let state = ViewState {
            target: None,
            ..after(&actions)
        };
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

/// The timeline was first before there was a story, and links did not name it.
#[test]
fn older_links_without_a_view_show_what_they_are_about() {
    let start = ViewState::default();
    let view = |fragment: &str| parse_fragment(fragment, &start, &data()).view;
    assert_eq!(view("range=2020/2021"), View::Timeline);
    assert_eq!(view("event=a"), View::Timeline);
    assert_eq!(view("event=gone"), View::Story);
    assert_eq!(view("order=open-first"), View::Story);
    let compare = ViewState {
        view: View::Compare,
        ..ViewState::default()
    };
    assert_eq!(
        parse_fragment("event=a", &compare, &data()).view,
        View::Compare
    );
}
