//! The timeline as a list.

use yew::prelude::*;

use super::filtered::is_among;
use super::layout::LayoutInput;
use super::list::event_list;
use super::notices::outside_notice;
use super::phase::Phase;
use super::steps::steps;
use crate::ui::components::event::best_matches;
use crate::ui::components::sides::sides_legend;
use crate::ui::context::App;

/// The events of the range as a list, with the selected one unfolded in its place.
pub(super) fn list_layout(app: &App, input: &LayoutInput) -> Html {
    let LayoutInput {
        filtered, actions, ..
    } = input;
    // A selected event that is not in the list is shown above it.
    let is_apart = |selected: &usize| !is_among(&input.listed, *selected);
    let apart = input.selected.filter(is_apart);
    let count = input.listed.len();
    html! {
        <>
            { sides_legend(app) }
            { outside_notice(app, filtered, count, input.viewport, &actions.zoom) }
            { best_matches(app, &filtered.highlight, &filtered.best, &actions.pick) }
            // The list is drawn in the last phase.
            if input.phase == Phase::All {
                if let Some(event) = apart {
                    { input.card(event) }
                }
                if count > 0 {
                    { event_list(app, input) }
                }
            }
            <div class="ovc-floating">{ steps(app, input) }</div>
        </>
    }
}
