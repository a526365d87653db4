//! Search and filters: the side and the search are always in sight, the rest unfolds under its
//! button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::dataset::{Confidence, EventKind, Side, Text, Vocabulary};
use crate::locale::fill;
use crate::query::{Facet, FilterResult};
use crate::state::{Action, Filter, MAX_SEARCH_LENGTH, View, ViewState};
use crate::ui::hooks;
use crate::ui::settings::Unfolded;

use super::side::side_name;
use crate::ui::components::side;
use crate::ui::context::{App, attr, classes, flag};

/// How many values of a menu are shown at first; of actors there may be hundreds.
const FREQUENT: usize = 8;
/// How many of the others are shown at most; rarer ones are found by the search.
const MOST: usize = 300;

/// What the filters are given.
pub(in crate::ui) struct FiltersProps<'a> {
    pub app: &'a App,
    pub state: &'a ViewState,
    pub selection: &'a FilterResult,
    /// Name of the field to search by.
    pub search: &'static str,
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
        app,
        state,
        selection,
        ..
    } = props;
    let messages = app.words;
    let oninput = {
        let dispatch = app.dispatch.clone();
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
                { facets(props, Filter::Side, selection.facets(Filter::Side)) }
            </div>
            <input type="search" class="ovc-button ovc-search" aria-label={props.search} placeholder={props.search}
                maxlength={MAX_SEARCH_LENGTH.to_string()} autocomplete="off" value={attr(&state.search)} {oninput}
                onfocus={props.on_search.reform(|_| ())} />
            { for Filter::ALL.iter().skip(1).map(|filter| menu(props, *filter)) }
            if state.is_filtered() {
                <button type="button" class="ovc-button is-clear" onclick={clear(app, &props.node)}>
                    { messages.clear_filters }
                </button>
            }
        </div>
    }
}

/// A button that tells how many of its values are pressed, and them under it when it is unfolded.
fn menu(props: &FiltersProps<'_>, filter: Filter) -> Html {
    let values = props.selection.facets(filter);
    if values.is_empty() {
        return Html::default();
    }
    let messages = props.app.words;
    let name = messages.filter(filter);
    let is_open = props.unfolded.filter == Some(filter);
    let pressed = props.state.filters.get(filter).len();
    // All of them at once where one is pressed that is not frequent.
    let mut others = values.get(FREQUENT..).unwrap_or_default().iter();
    let all = others.any(|other| other.pressed);
    let next = if is_open {
        Unfolded::default()
    } else {
        Unfolded {
            filter: Some(filter),
            all,
        }
    };
    html! {
        <>
            <button type="button" class="ovc-button ovc-menu" aria-expanded={flag(is_open)}
                onclick={props.on_unfold.reform(move |_| next)}>
                { name }
                if pressed > 0 {
                    { " " }
                    <span class="ovc-pressed">
                        { pressed }<span class="ovc-hidden">{ " " }{ messages.filters_pressed }</span>
                    </span>
                }
            </button>
            if is_open {
                // Follows its button in the order of the keyboard; the style sheet puts it under
                // the row.
                <div class="ovc-filter is-unfolded" role="group" aria-label={name}>
                    { unfolded(props, filter, values) }
                </div>
            }
        </>
    }
}

/// The most frequent values, and a button for the others.
fn unfolded(props: &FiltersProps<'_>, filter: Filter, values: &[Facet]) -> Html {
    let app = props.app;
    let (frequent, others) = values.split_at(values.len().min(FREQUENT));
    let others = others.get(..MOST).unwrap_or(others);
    let all = props.unfolded.all;
    let next = Unfolded {
        filter: Some(filter),
        all: !all,
    };
    html! {
        <>
            { facets(props, filter, frequent) }
            if !others.is_empty() {
                <button type="button" class="ovc-button ovc-menu" aria-expanded={flag(all)}
                    onclick={props.on_unfold.reform(move |_| next)}>
                    { fill(app.words.more, &[("count", &others.len().to_string())]) }
                </button>
                if all {
                    <div class="ovc-filter ovc-others">{ facets(props, filter, others) }</div>
                }
            }
        </>
    }
}

/// Escape empties the search or folds the menu; the card under the axis has its own Escape.
fn escape(props: &FiltersProps<'_>) -> Callback<KeyboardEvent> {
    let (node, on_unfold) = (props.node.clone(), props.on_unfold.clone());
    let dispatch = props.app.dispatch.clone();
    let is_searching = !props.state.search.is_empty();
    let is_open = props.unfolded.filter.is_some();
    Callback::from(move |event: KeyboardEvent| {
        if hooks::key(&event).as_deref() != Some("Escape") || event.is_composing() {
            return;
        }
        if is_searching && event.target_dyn_into::<HtmlInputElement>().is_some() {
            dispatch.emit(Action::Search("".into()));
        } else if is_open {
            hooks::focus_first(&node, ".ovc-menu[aria-expanded=true]");
            on_unfold.emit(Unfolded::default());
        } else {
            return;
        }
        event.stop_propagation();
        event.prevent_default();
    })
}

/// Clears every filter. The button that did it is gone then, so focus goes to the first filter.
pub(in crate::ui) fn clear(app: &App, node: &NodeRef) -> Callback<MouseEvent> {
    let (node, dispatch) = (node.clone(), app.dispatch.clone());
    Callback::from(move |_| {
        hooks::focus_first(&node, ".ovc-facet");
        dispatch.emit(Action::ClearFilters);
    })
}

/// Buttons that limit what is shown to what is pressed, each with how many events it would show.
fn facets(props: &FiltersProps<'_>, filter: Filter, facets: &[Facet]) -> Html {
    let app = props.app;
    let buttons = facets.iter().map(|facet| {
        let side = Side::from_word(&facet.value).filter(|_| filter == Filter::Side);
        let class = side.map_or("", side::class_of);
        let value = facet.value.clone();
        let onclick = app.on(move || Action::Toggle(filter, value.clone()));
        html! {
            <button type="button" class={classes(&["ovc-button", "ovc-facet", class])}
                aria-pressed={flag(facet.pressed)} {onclick}>
                if let Some(side) = side {
                    { side::icon(side) }
                }
                { name_of(props, filter, &facet.value) }{ " " }
                <span class="ovc-count" data-value={facet.count.to_string()}>{ facet.count }</span>
            </button>
        }
    });
    buttons.collect::<Html>()
}

/// A value of a filter in words.
fn name_of(props: &FiltersProps<'_>, filter: Filter, value: &Text) -> AttrValue {
    let (data, messages) = (&props.app.data, props.app.words);
    let word = match filter {
        Filter::Side => Side::from_word(value).map(|side| match props.state.view {
            View::Models => side_name(messages, side),
            _ => messages.side(side),
        }),
        Filter::Kind => EventKind::from_word(value).map(|kind| messages.kind(kind)),
        Filter::Confidence => Confidence::from_word(value).map(|item| messages.confidence(item)),
        Filter::Actor => {
            return data
                .actor(value)
                .map_or(attr(value), |actor| attr(&actor.name));
        }
        Filter::Level => {
            return data
                .level(value)
                .map_or(attr(value), |level| attr(&level.name));
        }
    };
    word.map_or(attr(value), AttrValue::Static)
}
