//! A part of the timeline inside another view.

use yew::prelude::*;

use super::axis_layout::axis;
use super::layout::LayoutInput;
use super::list::in_range;
use crate::dataset::Event;
use crate::query::select;
use crate::state::ViewState;
use crate::timeline::Viewport;
use crate::ui::components::side;
use crate::ui::context::{App, attr, rich};

/// The axis with its arcs, and what the selected event was.
pub(super) fn axis_excerpt(
    app: &App,
    input: &LayoutInput,
    onkeydown: Callback<KeyboardEvent>,
) -> Html {
    let events = app.data.events();
    let selected = input.selected.and_then(|at| events.get(at));
    html! {
        <div class="ovc-timeline" part="timeline" ref={input.node.clone()} {onkeydown}>
            { app.heading(1, "ovc-hidden", html! { app.words.view_timeline }) }
            { axis(input, input.width) }
            if let Some(event) = selected {
                <div class="ovc-caption">
                    <p>{ side::icon(event.side) }<strong>{ attr(&event.title) }</strong>{ ", " }{ app.spoken_date(event) }</p>
                    if let Some(summary) = &event.summary {
                        <p>{ rich(summary) }</p>
                    }
                </div>
            }
        </div>
    }
}

/// The events of a state as a short list, for the static page and for paper.
pub(super) fn list_excerpt(app: &App, state: &ViewState) -> Html {
    let visible = select(&app.data, &state.filters, &state.search).visible;
    let viewport = Viewport::new(state.range, app.data.span());
    let listed = in_range(&app.data, &visible.into(), viewport);
    let events = listed.iter();
    let events = events.filter_map(|at| app.data.events().get(*at as usize));
    html! { <ul class="ovc-events">{ for events.map(|event| line(app, event)) }</ul> }
}

fn line(app: &App, event: &Event) -> Html {
    html! {
        <li>
            <time datetime={event.date.to_string()}>{ app.formats.date(event.date) }</time>{ " " }
            { side::icon(event.side) }
            <a href={format!("#{}", event.id)}>{ attr(&event.title) }</a>
        </li>
    }
}
