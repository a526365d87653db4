//! Notices about the visible events, and in place of them.

use yew::prelude::*;

use super::filtered::Filtered;
use crate::dataset::Text;
use crate::locale::fill;
use crate::query::count_in_range;
use crate::state::{Action, ViewState, reduce};
use crate::timeline::{Viewport, Zoom};
use crate::ui::components::filters::clear;
use crate::ui::context::App;

/// With fewer matching events than this in the range, a notice counts those outside.
const FEW: usize = 5;

/// How many visible events have their middle in the viewport. Counts no further than matters to
/// [`outside_notice`].
pub(super) fn count_inside(app: &App, filtered: &Filtered, viewport: Viewport) -> usize {
    let events = app.data.events();
    count_in_range(events, &filtered.visible, viewport.range(), FEW)
}

/// How many of the visible events lie outside the viewport; 0 where enough are `inside` it.
fn count_outside(filtered: &Filtered, inside: usize, viewport: Viewport) -> usize {
    let least = if filtered.state.is_filtered() { FEW } else { 1 };
    if viewport.is_all() || inside >= least {
        return 0;
    }
    filtered.visible.len().saturating_sub(inside)
}

/// How many of the visible events lie outside the viewport, and a button that shows them; nothing
/// where enough are `inside`.
pub(super) fn outside_notice(
    app: &App,
    filtered: &Filtered,
    inside: usize,
    viewport: Viewport,
    on_zoom: &Callback<Zoom>,
) -> Html {
    let words = app.words;
    let outside = count_outside(filtered, inside, viewport);
    if outside == 0 {
        return Html::default();
    }
    let mut text = fill(words.range_outside, &[("count", &outside.to_string())]);
    if inside == 0 {
        text = format!("{} {text}", words.range_empty);
    }
    let all = on_zoom.reform(|_: MouseEvent| Zoom::All);
    notice(text, words.show_all, all)
}

/// A notice that nothing matches the search and the filters, with a button that clears them. `node`
/// is the element of the timeline.
pub(super) fn no_match_notice(app: &App, state: &ViewState, node: &NodeRef) -> Html {
    let text = nothing_matches(app, state);
    notice(text, app.words.clear_filters, clear(app, node))
}

/// A notice with a button.
fn notice(text: String, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <div class="ovc-empty">
            <p>{ text }</p>
            <button type="button" class="ovc-button" {onclick}>{ label }</button>
        </div>
    }
}

/// The text of the notice that nothing matches the search and the filters.
fn nothing_matches(app: &App, state: &ViewState) -> String {
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

/// The announcement for screen readers: one sentence about the selected event. Without one it
/// counts the visible events, once a filter has been set.
pub(super) fn announcement(
    app: &App,
    filtered: &Filtered,
    selected: Option<usize>,
    was_filtered: bool,
) -> String {
    let visible = &filtered.visible;
    if visible.is_empty() {
        return nothing_matches(app, &filtered.state);
    }
    let Some(position) = selected else {
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
        // The filters have just changed and hide the selected event.
        (Some(_), None) => app.words.events(visible.len()),
        _ => String::new(),
    }
}
