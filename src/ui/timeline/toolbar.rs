//! Presets, zoom and layout.

use yew::prelude::*;

use super::range::{RangeProps, range};
use crate::state::ViewState;
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::{App, flag};

/// What the controls are given.
pub(in crate::ui) struct ToolbarProps {
    pub app: App,
    pub state: ViewState,
    /// Search and filters.
    pub filters: Html,
    pub as_list: bool,
    /// Whether the container is too narrow for anything but the list.
    pub narrow: bool,
    pub viewport: Viewport,
    pub on_layout: Callback<bool>,
    pub on_zoom: Callback<Zoom>,
}

/// The controls of the timeline.
pub(in crate::ui) fn toolbar(props: &ToolbarProps) -> Html {
    html! {
        <div class="ovc-toolbar" part="toolbar">
            <div class="ovc-toolbar-row">
                { range(&RangeProps {
                    app: &props.app,
                    state: &props.state,
                    viewport: props.viewport,
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
            { props.filters.clone() }
        </div>
    }
}

fn zoom(props: &ToolbarProps) -> Html {
    let messages = props.app.words;
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
    let messages = props.app.words;
    let button = |as_list: bool, label: &'static str| {
        html! {
            <button type="button" class="ovc-button" aria-pressed={flag(props.as_list == as_list)}
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
