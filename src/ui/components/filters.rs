//! Search and filters. The search and the sides are always visible; each other filter unfolds under
//! its button.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::side::{self, side_name};
use crate::dataset::{Confidence, EventKind, Side, Text, Vocabulary};
use crate::locale::fill;
use crate::query::{Facet, FilterResult};
use crate::state::{Action, Filter, Filters, MAX_SEARCH_LENGTH, View};
use crate::ui::context::{App, attr, flag, use_app};
use crate::ui::hooks;
use crate::ui::settings::Unfolded;

/// How many values of a menu are shown at first; of actors there may be hundreds.
const FREQUENT: usize = 8;
/// How many of the others are shown at most; rarer ones are found by the search.
const MOST: usize = 300;

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct FilterBarProps {
    /// The view whose records are filtered.
    pub view: View,
    /// The values that the reader has pressed.
    pub filters: Filters,
    /// What the reader looks for.
    pub search: AttrValue,
    /// Name of the field to search by.
    pub search_label: &'static str,
    /// The values to filter by, with their counts.
    pub selection: Rc<FilterResult>,
    pub unfolded: Unfolded,
    pub on_unfold: Callback<Unfolded>,
    /// Called when the reader is about to type.
    #[prop_or_default]
    pub on_search: Callback<()>,
    /// The element of the view, inside which focus moves when a button disappears.
    pub node: NodeRef,
}

/// Search, sides, and a menu for each of the other filters.
#[component]
pub(in crate::ui) fn FilterBar(props: &FilterBarProps) -> Html {
    let app = use_app();
    let words = app.words;
    let (view, selection) = (props.view, &props.selection);
    let oninput = {
        let dispatch = app.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::Search(input.value().into()));
            }
        })
    };
    let is_filtered = !(props.filters.is_empty() && props.search.is_empty());
    html! {
        <div class="ovc-filters" onkeydown={escape(&app, props)}>
            <div class="ovc-filter" role="group" aria-label={words.filter_side}>
                <span class="ovc-label" aria-hidden="true">{ words.filter_side }</span>
                { facets(&app, view, Filter::Side, selection.facets(Filter::Side)) }
            </div>
            <input type="search" class="ovc-button ovc-search" aria-label={props.search_label} placeholder={props.search_label}
                maxlength={MAX_SEARCH_LENGTH.to_string()} autocomplete="off" value={props.search.clone()} {oninput}
                onfocus={props.on_search.reform(|_| ())} />
            { for Filter::ALL.iter().skip(1).map(|filter| filter_menu(&app, props, *filter)) }
            if is_filtered {
                <button type="button" class="ovc-button is-clear" onclick={clear(&app, &props.node)}>
                    { words.clear_filters }
                </button>
            }
        </div>
    }
}

/// A button with the number of pressed values of a filter, and the values under it when it is
/// unfolded; nothing where there are no values.
fn filter_menu(app: &App, props: &FilterBarProps, filter: Filter) -> Html {
    let values = props.selection.facets(filter);
    if values.is_empty() {
        return Html::default();
    }
    let words = app.words;
    let name = words.filter(filter);
    let pressed = props.filters.get(filter).len();
    let is_open = props.unfolded.filter == Some(filter);
    // All values are shown where a pressed one is not among the frequent ones.
    let mut others = values.get(FREQUENT..).unwrap_or_default().iter();
    let next = if is_open {
        Unfolded::default()
    } else {
        Unfolded {
            filter: Some(filter),
            all: others.any(|other| other.pressed),
        }
    };
    html! {
        <>
            <button type="button" class="ovc-button ovc-menu" aria-expanded={flag(is_open)}
                onclick={props.on_unfold.reform(move |_| next)}>
                { name }
                if pressed > 0 {
                    { badge(pressed, words.filters_pressed) }
                }
            </button>
            if is_open {
                // In the Tab order it follows its button; the style sheet places it below the row.
                <div class="ovc-filter is-unfolded" role="group" aria-label={name}>
                    { menu_values(app, props, filter, values) }
                </div>
            }
        </>
    }
}

/// The most frequent values, and a button for the others.
fn menu_values(app: &App, props: &FilterBarProps, filter: Filter, values: &[Facet]) -> Html {
    let view = props.view;
    let (frequent, others) = values.split_at(values.len().min(FREQUENT));
    let others = others.get(..MOST).unwrap_or(others);
    let all = props.unfolded.all;
    let next = Unfolded {
        filter: Some(filter),
        all: !all,
    };
    html! {
        <>
            { facets(app, view, filter, frequent) }
            if !others.is_empty() {
                <button type="button" class="ovc-button ovc-menu" aria-expanded={flag(all)}
                    onclick={props.on_unfold.reform(move |_| next)}>
                    { fill(app.words.more, &[("count", &others.len().to_string())]) }
                </button>
                if all {
                    <div class="ovc-filter ovc-others">{ facets(app, view, filter, others) }</div>
                }
            }
        </>
    }
}

/// Escape empties the search or folds the menu; the card under the axis has its own Escape.
fn escape(app: &App, props: &FilterBarProps) -> Callback<KeyboardEvent> {
    let (node, on_unfold) = (props.node.clone(), props.on_unfold.clone());
    let dispatch = app.dispatch.clone();
    let is_searching = !props.search.is_empty();
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

/// Clears every filter. The pressed button disappears, so focus moves to the first filter.
pub(in crate::ui) fn clear(app: &App, node: &NodeRef) -> Callback<MouseEvent> {
    let (node, dispatch) = (node.clone(), app.dispatch.clone());
    Callback::from(move |_| {
        hooks::focus_first(&node, ".ovc-facet");
        dispatch.emit(Action::ClearFilters);
    })
}

/// Buttons for the values of a filter, each with the number of records that it would show.
fn facets(app: &App, view: View, filter: Filter, facets: &[Facet]) -> Html {
    let button = |facet: &Facet| {
        let side = Side::from_word(&facet.value).filter(|_| filter == Filter::Side);
        let value = facet.value.clone();
        let onclick = app.on(move || Action::Toggle(filter, value.clone()));
        html! {
            <button type="button" class={classes!("ovc-button", "ovc-facet", side.map(side::class_of))}
                aria-pressed={flag(facet.pressed)} {onclick}>
                { side.map(side::icon) }
                { value_name(app, view, filter, &facet.value) }{ " " }
                <span class="ovc-count" translate="no" data-value={facet.count.to_string()}>{ facet.count }</span>
            </button>
        }
    };
    facets.iter().map(button).collect::<Html>()
}

/// A value of a filter in words.
fn value_name(app: &App, view: View, filter: Filter, value: &Text) -> AttrValue {
    let (data, words) = (&app.data, app.words);
    let word = match filter {
        Filter::Side => Side::from_word(value).map(|side| match view {
            View::Models => side_name(words, side),
            _ => words.side(side),
        }),
        Filter::Kind => EventKind::from_word(value).map(|kind| words.kind(kind)),
        Filter::Confidence => Confidence::from_word(value).map(|item| words.confidence(item)),
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

/// A count on a button, with a word that says of what to those who do not see the button around it.
pub(in crate::ui) fn badge(count: usize, word: &'static str) -> Html {
    html! {
        <>
            { " " }
            <span class="ovc-pressed">{ count }<span class="ovc-hidden">{ " " }{ word }</span></span>
        </>
    }
}
