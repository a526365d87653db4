//! Presets, zoom, and filters.

use std::rc::Rc;

use yew::prelude::*;

use super::range::{RangeProps, range};
use super::window::{Window, Zoom};
use crate::messages::Messages;
use crate::query::{Facet, Selection};
use crate::state::{Action, ViewState};
use crate::ui::shape;
use crate::ui::shared::{Shared, classes};

/// What the controls are given.
pub(in crate::ui) struct ToolbarProps {
    pub shared: Shared,
    pub state: ViewState,
    pub selection: Rc<Selection>,
    pub as_list: bool,
    /// Whether the container is too narrow for anything but the list.
    pub narrow: bool,
    pub window: Window,
    pub on_layout: Callback<bool>,
    pub on_zoom: Callback<Zoom>,
}

/// The controls of the timeline.
pub(in crate::ui) fn toolbar(props: &ToolbarProps) -> Html {
    html! {
        <div class="ovc-toolbar" part="toolbar">
            <div class="ovc-toolbar-row">
                { range(&RangeProps {
                    shared: &props.shared,
                    state: &props.state,
                    window: props.window,
                    narrow: props.narrow,
                    on_zoom: &props.on_zoom,
                }) }
                if !props.as_list {
                    { zoom(props) }
                }
                if !props.narrow {
                    { layout(props) }
                }
            </div>
            { filters(props) }
        </div>
    }
}

fn zoom(props: &ToolbarProps) -> Html {
    let messages = props.shared.messages;
    let button = |zoom: Zoom, label: &'static str, icon: &'static str| {
        html! {
            <button type="button" class="ovc-button is-icon" aria-label={label} title={label}
                onclick={props.on_zoom.reform(move |_| zoom)}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d={icon} /></svg>
            </button>
        }
    };
    html! {
        <div class="ovc-zoom" role="group" aria-label={messages.zoom}>
            { button(Zoom::In, messages.zoom_in, "M8 3V13M3 8H13") }
            { button(Zoom::Out, messages.zoom_out, "M3 8H13") }
            { button(Zoom::All, messages.show_all, "M2 5V11M14 5V11M2 8H14M5 5.5L2 8L5 10.5M11 5.5L14 8L11 10.5") }
        </div>
    }
}

fn layout(props: &ToolbarProps) -> Html {
    let messages = props.shared.messages;
    let button = |as_list: bool, label: &'static str| {
        html! {
            <button type="button" class="ovc-button" aria-pressed={(props.as_list == as_list).to_string()}
                onclick={props.on_layout.reform(move |_| as_list)}>{ label }</button>
        }
    };
    html! {
        <div class="ovc-layout" role="group" aria-label={messages.layout}>
            { button(false, messages.as_axis) }
            { button(true, messages.as_list) }
        </div>
    }
}

fn filters(props: &ToolbarProps) -> Html {
    let shared = &props.shared;
    let messages = shared.messages;
    let sides = facets(
        shared,
        &props.selection.sides,
        |value| html! { <>{ shape::icon(value) }{ messages.side(value) }</> },
        Action::ToggleSide,
        shape::class_of,
    );
    let kinds = facets(
        shared,
        &props.selection.kinds,
        |value| html! { Messages::kind(messages, value) },
        Action::ToggleKind,
        |_| "",
    );
    html! {
        <div class="ovc-filters">
            <div class="ovc-filter" role="group" aria-label={messages.filter_side}>
                <span class="ovc-label" aria-hidden="true">{ messages.filter_side }</span>
                { sides }
            </div>
            if !props.selection.kinds.is_empty() {
                // Folded where it is narrow; where it is wide its summary is out of sight.
                <details class="ovc-kinds" open={!props.narrow}>
                    <summary>{ messages.filter_kind }</summary>
                    <div class="ovc-filter" role="group" aria-label={messages.filter_kind}>
                        <span class="ovc-label" aria-hidden="true">{ messages.filter_kind }</span>
                        { kinds }
                    </div>
                </details>
            }
            if props.state.is_filtered() {
                <button type="button" class="ovc-button is-clear" onclick={shared.on(|| Action::ClearFilters)}>
                    { messages.clear_filters }
                </button>
            }
        </div>
    }
}

/// Buttons that limit what is shown to what is pressed, each with its count.
fn facets<T: Copy + PartialEq + 'static>(
    shared: &Shared,
    facets: &[Facet<T>],
    name: impl Fn(T) -> Html,
    action: fn(T) -> Action,
    class: fn(T) -> &'static str,
) -> Html {
    facets
        .iter()
        .map(|facet| {
            let value = facet.value;
            html! {
                <button type="button" class={classes(&["ovc-button", "ovc-facet", class(value)])}
                    aria-pressed={facet.pressed.to_string()} onclick={shared.on(move || action(value))}>
                    { name(value) }{ " " }
                    <span class="ovc-count" data-value={facet.count.to_string()}>{ facet.count }</span>
                </button>
            }
        })
        .collect()
}
