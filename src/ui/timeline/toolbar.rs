//! The controls: the range, zoom, layout, search and filters.

use yew::prelude::*;

use super::filtered::Filtered;
use super::range::{RangeControls, range_controls};
use crate::date::DateRange;
use crate::state::View;
use crate::timeline::{Viewport, Zoom};
use crate::ui::components::filters::FilterBar;
use crate::ui::context::{App, attr, flag, use_app};
use crate::ui::settings::Unfolded;
use crate::ui::shared::Shared;

#[derive(PartialEq, Properties)]
pub(super) struct ToolbarProps {
    pub filtered: Shared<Filtered>,
    /// The range of the state.
    pub range: Option<DateRange>,
    pub viewport: Viewport,
    pub as_list: bool,
    /// Whether the container is too narrow for anything but the list.
    pub is_narrow: bool,
    /// The element of the timeline.
    pub node: NodeRef,
    pub on_zoom: Callback<Zoom>,
    pub on_layout: Callback<bool>,
    /// Called when the reader is about to type a search.
    pub on_search: Callback<()>,
}

/// The controls of the timeline.
#[component]
pub(super) fn Toolbar(props: &ToolbarProps) -> Html {
    let app = use_app();
    let unfolded = use_state_eq(Unfolded::default);
    let on_unfold = use_callback(unfolded.setter(), |menu, unfolded| unfolded.set(menu));
    let ToolbarProps {
        filtered,
        range,
        viewport,
        is_narrow,
        on_zoom,
        ..
    } = props;
    let range = RangeControls {
        range: *range,
        viewport: *viewport,
        on_zoom,
    };
    let state = &filtered.state;
    html! {
        <div class="ovc-toolbar" part="toolbar">
            <div class="ovc-toolbar-row">
                { range_controls(&app, &range) }
                if !props.as_list {
                    { zoom_buttons(&app, on_zoom, viewport.is_all()) }
                }
                if !is_narrow {
                    { layout_buttons(&app, props) }
                }
            </div>
            <FilterBar view={View::Timeline} filters={state.filters.clone()} search={attr(&state.search)}
                search_label={app.words.search} selection={filtered.result.clone()}
                unfolded={*unfolded} {on_unfold} on_search={props.on_search.clone()} node={props.node.clone()} />
        </div>
    }
}

/// The buttons for the zoom. Where everything is in view, those that would show more are out of the way of the
/// Tab key; they are not `disabled`, because a disabled button loses focus.
fn zoom_buttons(app: &App, on_zoom: &Callback<Zoom>, is_all: bool) -> Html {
    let words = app.words;
    let button = |zoom: Zoom, label: &'static str, icon: &'static str| {
        let is_idle = is_all && zoom != Zoom::In;
        html! {
            <button type="button" class="ovc-button is-icon" aria-label={label} title={label}
                aria-disabled={is_idle.then_some("true")} tabindex={is_idle.then_some("-1")}
                onclick={on_zoom.reform(move |_: MouseEvent| zoom)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    };
    html! {
        <div class="ovc-zoom" role="group" aria-label={words.zoom}>
            { button(Zoom::In, words.zoom_in, "M8 3V13M3 8H13") }
            { button(Zoom::Out, words.zoom_out, "M3 8H13") }
            { button(Zoom::All, words.show_all, "M2 5V11M14 5V11M2 8H14M5 5.5L2 8L5 10.5M11 5.5L14 8L11 10.5") }
        </div>
    }
}

/// The buttons for the axis and the list.
fn layout_buttons(app: &App, props: &ToolbarProps) -> Html {
    let words = app.words;
    let button = |as_list: bool, label: &'static str| {
        html! {
            <button type="button" class="ovc-button" aria-pressed={flag(props.as_list == as_list)}
                onclick={props.on_layout.reform(move |_: MouseEvent| as_list)}>{ label }</button>
        }
    };
    html! {
        <div class="ovc-layout" role="group" aria-label={words.layout}>
            { button(false, words.as_axis) }
            { button(true, words.as_list) }
        </div>
    }
}
