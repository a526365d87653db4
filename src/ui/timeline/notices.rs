//! What is told about the events that are shown, and instead of them.

use yew::prelude::*;

use super::selection::Found;
use crate::dataset::Text;
use crate::locale::fill;
use crate::query::count_in_range;
use crate::state::{Action, ViewState, reduce};
use crate::timeline::{Viewport, Zoom};
use crate::ui::context::App;

/// With fewer found events than that in the range, the reader is told of those outside.
const FEW: usize = 5;

/// How many of the events that were found have their middle in the range, those whose marks stand at their
/// time on the axis; no more than matter to [`outside`].
pub(super) fn inside(found: &Found, viewport: Viewport) -> usize {
    let events = found.app.data.events();
    count_in_range(events, &found.visible, viewport.range(), FEW)
}

/// How much of what was found lies outside the range, where there is little `inside`, and the way to it.
pub(super) fn outside(
    found: &Found,
    inside: usize,
    state: &ViewState,
    viewport: Viewport,
    on_zoom: &Callback<Zoom>,
) -> Html {
    let messages = found.app.words;
    let count = found.visible.len().saturating_sub(inside);
    if viewport.is_all() || count == 0 || inside >= if state.is_filtered() { FEW } else { 1 } {
        return Html::default();
    }
    let text = fill(messages.range_outside, &[("count", &count.to_string())]);
    let text = if inside == 0 {
        [messages.range_empty, " ", &text].concat()
    } else {
        text
    };
    let all = on_zoom.reform(|_: MouseEvent| Zoom::All);
    empty(text, messages.show_all, all)
}

/// That something is not shown, and the way to it.
pub(super) fn empty(text: String, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <div class="ovc-empty">
            <p>{ text }</p>
            <button type="button" class="ovc-button" {onclick}>{ label }</button>
        </div>
    }
}

/// That nothing fits the search and the filters.
pub(super) fn nothing_matches(app: &App, state: &ViewState) -> String {
    let query = state.search.trim();
    if query.is_empty() {
        return app.words.nothing_found.to_owned();
    }
    let without = reduce(state, Action::Search(Text::default()), &app.data);
    let message = if without.is_filtered() {
        app.words.nothing_found_among
    } else {
        app.words.nothing_found_for
    };
    fill(message, &[("query", query)])
}

/// What a screen reader is told after a selection: one sentence and no more.
/// How many events there are is told since a filter has been on.
pub(super) fn announcement(
    app: &App,
    visible: &[u32],
    state: &ViewState,
    was_filtered: bool,
) -> String {
    if visible.is_empty() {
        return nothing_matches(app, state);
    }
    let position = state
        .event
        .as_deref()
        .and_then(|id| app.data.event_position(id));
    let Some(position) = position else {
        return if was_filtered {
            app.words.events(visible.len())
        } else {
            String::new()
        };
    };
    let place = u32::try_from(position).ok();
    let place = place.and_then(|position| visible.binary_search(&position).ok());
    match (app.data.events().get(position), place) {
        (Some(event), Some(place)) => fill(
            app.words.announce,
            &[
                ("n", &(place + 1).to_string()),
                ("total", &visible.len().to_string()),
                ("title", &event.title),
                ("date", &app.spoken_date(event)),
            ],
        ),
        // The filters that hide it have just changed.
        (Some(_), None) => app.words.events(visible.len()),
        _ => String::new(),
    }
}
