//! Search and filters: the side and the search are always in sight, the rest unfolds under its
//! button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dataset::Text;
use crate::messages::fill;
use crate::query::{Facet, Selection};
use crate::state::{Action, SEARCH_LENGTH, ViewState};
use crate::ui::hooks;
use crate::ui::shape;
use crate::ui::shared::{Shared, attr, classes};

/// How many actors stand in the first row; there may be hundreds more.
const FREQUENT: usize = 8;

/// What of the menus is unfolded.
#[derive(Clone, Copy, PartialEq)]
pub(in crate::ui) enum Unfolded {
    Nothing,
    Kind,
    /// The actors: the most frequent, or all of them.
    Actor {
        all: bool,
    },
    Level,
    Confidence,
}

/// What the filters are given.
pub(in crate::ui) struct FiltersProps<'a> {
    pub shared: &'a Shared,
    pub state: &'a ViewState,
    pub selection: &'a Selection,
    pub unfolded: Unfolded,
    pub on_unfold: Callback<Unfolded>,
    /// The reader is about to type.
    pub on_search: Callback<()>,
    /// Where the filters stand.
    pub node: NodeRef,
}

/// Search, sides, and a menu for each of the other filters.
pub(in crate::ui) fn filters(props: &FiltersProps<'_>) -> Html {
    let FiltersProps {
        shared,
        state,
        selection,
        ..
    } = props;
    let messages = shared.messages;
    let oninput = {
        let dispatch = shared.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::Search(input.value().into()));
            }
        })
    };
    html! {
        <div class="ovc-filters" onkeydown={escape(props)}>
            <div class="ovc-filter" role="group" aria-label={messages.filter_side}>
                <span class="ovc-label" aria-hidden="true">{ messages.filter_side }</span>
                { facets(shared, &mut selection.sides.iter().map(|side| {
                    let name = html! { <>{ shape::icon(side.value) }{ messages.side(side.value) }</> };
                    (name, Action::ToggleSide(side.value), side.count, side.pressed)
                })) }
            </div>
            <input type="search" class="ovc-button ovc-search" aria-label={messages.search} placeholder={messages.search}
                maxlength={SEARCH_LENGTH.to_string()} autocomplete="off" value={attr(&state.search)} {oninput}
                onfocus={props.on_search.reform(|_| ())} />
            { menu(props, messages.filter_kind, Unfolded::Kind, selection.kinds.len(), state.kinds.len()) }
            { menu(props, messages.actors_label, actors_of(selection), selection.actors.len(), state.actors.len()) }
            { menu(props, messages.level_label, Unfolded::Level, selection.levels.len(), state.levels.len()) }
            { menu(props, messages.confidence_label, Unfolded::Confidence, selection.confidence.len(), state.confidence.len()) }
            if state.is_filtered() {
                <button type="button" class="ovc-button is-clear" onclick={clear(shared, &props.node)}>
                    { messages.clear_filters }
                </button>
            }
        </div>
    }
}

/// The actors, all of them where one is pressed that is not frequent.
fn actors_of(selection: &Selection) -> Unfolded {
    let others = selection.actors.get(FREQUENT..).unwrap_or_default();
    Unfolded::Actor {
        all: others.iter().any(|actor| actor.pressed),
    }
}

/// A button that tells how many of its values are pressed, and them under it when it is unfolded.
fn menu(
    props: &FiltersProps<'_>,
    name: &'static str,
    menu: Unfolded,
    values_of: usize,
    pressed: usize,
) -> Html {
    if values_of == 0 {
        return Html::default();
    }
    let is_open = core::mem::discriminant(&menu) == core::mem::discriminant(&props.unfolded);
    let next = if is_open { Unfolded::Nothing } else { menu };
    html! {
        <>
            <button type="button" class="ovc-button ovc-menu" aria-expanded={is_open.to_string()}
                onclick={props.on_unfold.reform(move |_| next)}>
                { name }
                if pressed > 0 {
                    { " " }
                    <span class="ovc-pressed">
                        { pressed }<span class="ovc-hidden">{ " " }{ props.shared.messages.filters_pressed }</span>
                    </span>
                }
            </button>
            if is_open {
                // Follows its button in the order of the keyboard; the style sheet puts it under
                // the row.
                <div class="ovc-filter is-unfolded" role="group" aria-label={name}>{ values(props) }</div>
            }
        </>
    }
}

/// The values of the menu that is unfolded.
fn values(props: &FiltersProps<'_>) -> Html {
    let FiltersProps {
        shared, selection, ..
    } = props;
    let messages = shared.messages;
    match props.unfolded {
        Unfolded::Nothing => Html::default(),
        Unfolded::Kind => facets(
            shared,
            &mut selection.kinds.iter().map(|kind| {
                let name = html! { messages.kind(kind.value) };
                (
                    name,
                    Action::ToggleKind(kind.value),
                    kind.count,
                    kind.pressed,
                )
            }),
        ),
        Unfolded::Actor { all } => actors(props, all),
        Unfolded::Level => facets(
            shared,
            &mut selection.levels.iter().filter_map(|level| {
                let name = html! { attr(&shared.data.level(&level.value)?.name) };
                let action = Action::ToggleLevel(level.value.clone());
                Some((name, action, level.count, level.pressed))
            }),
        ),
        Unfolded::Confidence => facets(
            shared,
            &mut selection.confidence.iter().map(|confidence| {
                let name = html! { messages.confidence(confidence.value) };
                let action = Action::ToggleConfidence(confidence.value);
                (name, action, confidence.count, confidence.pressed)
            }),
        ),
    }
}

/// The most frequent actors, and a button for the others.
fn actors(props: &FiltersProps<'_>, all: bool) -> Html {
    let shared = props.shared;
    let actors = &props.selection.actors;
    let (frequent, others) = actors.split_at(actors.len().min(FREQUENT));
    let buttons = |actors: &[Facet<Text>]| {
        facets(
            shared,
            &mut actors.iter().filter_map(|actor| {
                let name = html! { attr(&shared.data.actor(&actor.value)?.name) };
                let action = Action::ToggleActor(actor.value.clone());
                Some((name, action, actor.count, actor.pressed))
            }),
        )
    };
    let next = Unfolded::Actor { all: !all };
    html! {
        <>
            { buttons(frequent) }
            if !others.is_empty() {
                <button type="button" class="ovc-button ovc-menu" aria-expanded={all.to_string()}
                    onclick={props.on_unfold.reform(move |_| next)}>
                    { fill(shared.messages.more, &[("count", &others.len().to_string())]) }
                </button>
                if all {
                    <div class="ovc-filter ovc-others">{ buttons(others) }</div>
                }
            }
        </>
    }
}

/// Escape empties the search or folds the menu; the card under the axis has its own Escape.
fn escape(props: &FiltersProps<'_>) -> Callback<KeyboardEvent> {
    let (node, on_unfold) = (props.node.clone(), props.on_unfold.clone());
    let dispatch = props.shared.dispatch.clone();
    let is_searching = !props.state.search.is_empty();
    let is_open = props.unfolded != Unfolded::Nothing;
    Callback::from(move |event: KeyboardEvent| {
        if hooks::key(&event).as_deref() != Some("Escape") || event.is_composing() {
            return;
        }
        if is_searching && event.target_dyn_into::<HtmlInputElement>().is_some() {
            dispatch.emit(Action::Search("".into()));
        } else if is_open {
            hooks::focus_first(&node, ".ovc-menu[aria-expanded=true]");
            on_unfold.emit(Unfolded::Nothing);
        } else {
            return;
        }
        event.stop_propagation();
        event.prevent_default();
    })
}

/// Clears every filter. The button that did it is gone then, so focus goes to the first filter.
pub(super) fn clear(shared: &Shared, node: &NodeRef) -> Callback<MouseEvent> {
    let (node, dispatch) = (node.clone(), shared.dispatch.clone());
    Callback::from(move |_| {
        hooks::focus_first(&node, ".ovc-facet");
        dispatch.emit(Action::ClearFilters);
    })
}

/// Buttons that limit what is shown to what is pressed: each has a name, what it does, how many
/// events it would show, and whether it is pressed.
fn facets(shared: &Shared, facets: &mut dyn Iterator<Item = (Html, Action, usize, bool)>) -> Html {
    let buttons = facets.map(|(name, action, count, pressed)| {
        let class = match &action {
            Action::ToggleSide(side) => shape::class_of(*side),
            _ => "",
        };
        html! {
            <button type="button" class={classes(&["ovc-button", "ovc-facet", class])}
                aria-pressed={pressed.to_string()} onclick={shared.on(move || action.clone())}>
                { name }{ " " }
                <span class="ovc-count" data-value={count.to_string()}>{ count }</span>
            </button>
        }
    });
    buttons.collect()
}
