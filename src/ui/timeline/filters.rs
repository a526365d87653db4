//! Search and filters: the side and the search are always in sight, the rest unfolds under its
//! button.

use std::rc::Rc;

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

#[derive(Clone, PartialEq, Properties)]
pub(in crate::ui) struct FiltersProps {
    pub shared: Shared,
    /// The filters alone, so that nothing here is rendered while the reader pans.
    pub filters: ViewState,
    pub selection: Rc<Selection>,
    /// The reader is about to type.
    #[prop_or_default]
    pub on_search: Callback<()>,
}

/// Search, sides, and a menu for each of the other filters.
#[component]
pub(in crate::ui) fn Filters(props: &FiltersProps) -> Html {
    let FiltersProps {
        shared,
        filters,
        selection,
        on_search,
    } = props;
    let messages = shared.messages;
    let node = use_node_ref();
    let opened = use_state_eq(|| None::<usize>);
    let all_actors = use_state_eq(|| false);

    let menus = [
        (
            messages.filter_kind,
            selection.kinds.len(),
            filters.kinds.len(),
        ),
        (
            messages.actors_label,
            selection.actors.len(),
            filters.actors.len(),
        ),
        (
            messages.level_label,
            selection.levels.len(),
            filters.levels.len(),
        ),
        (
            messages.confidence_label,
            selection.confidence.len(),
            filters.confidence.len(),
        ),
    ];
    let values = |menu: usize| match menu {
        0 => facets(
            shared,
            &selection.kinds,
            |kind| html! { messages.kind(*kind) },
            |kind| Action::ToggleKind(*kind),
        ),
        1 => actors(shared, &selection.actors, &all_actors),
        2 => facets(
            shared,
            &selection.levels,
            |id| named(shared.data.level(id).map(|level| &level.name)),
            |id| Action::ToggleLevel(id.clone()),
        ),
        _ => facets(
            shared,
            &selection.confidence,
            |confidence| html! { messages.confidence(*confidence) },
            |confidence| Action::ToggleConfidence(*confidence),
        ),
    };
    let menu = |(at, (name, values_of, pressed)): (usize, (&'static str, usize, usize))| {
        let is_open = *opened == Some(at);
        let onclick = {
            let (opened, all_actors) = (opened.setter(), all_actors.setter());
            let mut rest = selection.actors.iter().skip(FREQUENT);
            let rest_pressed = rest.any(|actor| actor.pressed);
            Callback::from(move |_| {
                opened.set((!is_open).then_some(at));
                all_actors.set(rest_pressed);
            })
        };
        html! {
            if values_of > 0 {
                <button type="button" class="ovc-button ovc-menu" aria-expanded={is_open.to_string()} {onclick}>
                    { name }
                    if pressed > 0 {
                        { " " }
                        <span class="ovc-pressed">
                            { pressed }<span class="ovc-hidden">{ " " }{ messages.filters_pressed }</span>
                        </span>
                    }
                </button>
                if is_open {
                    // Follows its button in the order of the keyboard; the style sheet puts it
                    // under the row.
                    <div class="ovc-filter is-unfolded" role="group" aria-label={name}>{ values(at) }</div>
                }
            }
        }
    };

    let oninput = {
        let dispatch = shared.dispatch.clone();
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                dispatch.emit(Action::Search(input.value().into()));
            }
        })
    };
    let onkeydown = {
        let (node, opened) = (node.clone(), opened.clone());
        let dispatch = shared.dispatch.clone();
        let is_searching = !filters.search.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if hooks::key(&event).as_deref() != Some("Escape") || event.is_composing() {
                return;
            }
            if is_searching && event.target_dyn_into::<HtmlInputElement>().is_some() {
                dispatch.emit(Action::Search("".into()));
            } else if opened.is_some() {
                hooks::focus_first(&node, ".ovc-menu[aria-expanded=true]");
                opened.set(None);
            } else {
                return;
            }
            // The card under the axis has its own Escape.
            event.stop_propagation();
            event.prevent_default();
        })
    };
    html! {
        <div class="ovc-filters" ref={node.clone()} {onkeydown}>
            <input type="search" class="ovc-search" aria-label={messages.search} placeholder={messages.search}
                maxlength={SEARCH_LENGTH.to_string()} autocomplete="off" value={attr(&filters.search)} {oninput}
                onfocus={on_search.reform(|_| ())} />
            <div class="ovc-filter" role="group" aria-label={messages.filter_side}>
                <span class="ovc-label" aria-hidden="true">{ messages.filter_side }</span>
                { facets(
                    shared,
                    &selection.sides,
                    |side| html! { <>{ shape::icon(*side) }{ messages.side(*side) }</> },
                    |side| Action::ToggleSide(*side),
                ) }
            </div>
            { for menus.into_iter().enumerate().map(menu) }
            if filters.is_filtered() {
                <button type="button" class="ovc-button is-clear" onclick={clear(shared, &node)}>
                    { messages.clear_filters }
                </button>
            }
        </div>
    }
}

/// Clears every filter. The button that did it is gone then, so focus goes to the first filter.
pub(super) fn clear(shared: &Shared, node: &NodeRef) -> Callback<MouseEvent> {
    let (node, dispatch) = (node.clone(), shared.dispatch.clone());
    Callback::from(move |_| {
        hooks::focus_first(&node, ".ovc-facet");
        dispatch.emit(Action::ClearFilters);
    })
}

/// Names of records come from the data set; one that is gone has none.
fn named(name: Option<&Text>) -> Html {
    name.map_or_else(Html::default, |name| html! { attr(name) })
}

/// The most frequent actors, and a button for the others, in the order of their names.
fn actors(shared: &Shared, actors: &[Facet<Text>], all: &UseStateHandle<bool>) -> Html {
    let buttons = |actors: &[Facet<Text>]| {
        facets(
            shared,
            actors,
            |id| named(shared.data.actor(id).map(|actor| &actor.name)),
            |id| Action::ToggleActor(id.clone()),
        )
    };
    let (frequent, others) = actors.split_at(actors.len().min(FREQUENT));
    let count = others.len().to_string();
    let onclick = {
        let all = all.clone();
        Callback::from(move |_| all.set(!*all))
    };
    html! {
        <>
            { buttons(frequent) }
            if !others.is_empty() {
                <button type="button" class="ovc-button ovc-menu" aria-expanded={all.to_string()} {onclick}>
                    { fill(shared.messages.more, &[("count", &count)]) }
                </button>
                if **all {
                    <div class="ovc-filter ovc-others">{ buttons(others) }</div>
                }
            }
        </>
    }
}

/// Buttons that limit what is shown to what is pressed, each with its count.
fn facets<T>(
    shared: &Shared,
    facets: &[Facet<T>],
    name: impl Fn(&T) -> Html,
    action: impl Fn(&T) -> Action,
) -> Html {
    let facets = facets.iter();
    facets
        .map(|facet| {
            let action = action(&facet.value);
            let class = match &action {
                Action::ToggleSide(side) => shape::class_of(*side),
                _ => "",
            };
            let onclick = shared.on(move || action.clone());
            html! {
                <button type="button" class={classes(&["ovc-button", "ovc-facet", class])}
                    aria-pressed={facet.pressed.to_string()} {onclick}>
                    { name(&facet.value) }{ " " }
                    <span class="ovc-count" data-value={facet.count.to_string()}>{ facet.count }</span>
                </button>
            }
        })
        .collect()
}
