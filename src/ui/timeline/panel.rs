//! The panel beside the axis, or under it.

use yew::prelude::*;

use super::layout::LayoutInput;
use super::phase::Phase;
use super::span::{between, days_of};
use crate::dataset::{Dataset, Era};
use crate::timeline::Viewport;
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::event::{
    ClusterPanel, OpenCluster, best_matches, cluster_panel, era_note, era_text,
};
use crate::ui::context::{App, attr};

/// Up to this many periods are all described, whatever the viewport, so that a zoom does not change
/// the height of the page.
const FEW_ERAS: usize = 12;
/// Of more periods, at most this many in the viewport are described.
const MOST_ERAS: usize = 30;

/// The events of a cluster, or the card of the selected event, or the best matches of a search, or an
/// invitation and the periods.
pub(super) fn panel(app: &App, input: &LayoutInput, is_beside: bool) -> Html {
    let LayoutInput {
        filtered,
        selected,
        actions,
        ..
    } = input;
    if let (Some(cluster), None) = (&input.cluster, selected) {
        return opened(app, input, cluster);
    }
    // A card that was open before a search does not replace the best matches.
    let is_match = selected.is_some_and(|at| filtered.best.iter().any(|best| *best as usize == at));
    let is_idle = selected.is_none() && filtered.best.is_empty();
    html! {
        <>
            if !is_match {
                { best_matches(app, &filtered.highlight, &filtered.best, &actions.pick) }
            }
            if let Some(event) = *selected {
                { input.card(event) }
            }
            if is_idle {
                { era_notes(app, input, is_beside) }
            }
        </>
    }
}

/// The open cluster.
fn opened(app: &App, input: &LayoutInput, cluster: &OpenCluster) -> Html {
    let (words, actions) = (app.words, &input.actions);
    let closer = closer_look(&app.data, cluster, input.viewport);
    // The axis shows no less than a day. At that zoom, the list has the events that it has no room
    // for.
    let can_zoom = closer.length() < input.viewport.length();
    let (more, label) = if can_zoom {
        (words.cluster_more, words.cluster_zoom)
    } else {
        (words.cluster_listed, words.cluster_list)
    };
    let actions = actions.clone();
    let panel = ClusterPanel {
        cluster,
        more,
        label,
        on_more: Callback::from(move |_| {
            if can_zoom {
                actions.show.emit(closer);
            } else {
                actions.set_layout.emit(true);
            }
        }),
        on_close: &input.actions.close,
        title_ref: &input.title_ref,
    };
    cluster_panel(app, &input.filtered.highlight, panel)
}

/// A viewport around the events of a cluster, with room on both sides where that is closer than the
/// present viewport.
fn closer_look(data: &Dataset, cluster: &OpenCluster, viewport: Viewport) -> Viewport {
    let event = |position: u32| data.events().get(position as usize);
    let (Some(first), Some(last)) = (event(cluster.first), event(cluster.last)) else {
        return viewport;
    };
    let days = between(first, last);
    let around = viewport.around(days);
    if around.length() < viewport.length() {
        around
    } else {
        viewport.set_to(days)
    }
}

/// An invitation, and the periods in words, folded: all of them, or where there are many those that are in
/// the viewport. Beside the axis there is room for what they say; what can be pressed there is folded, too.
fn era_notes(app: &App, input: &LayoutInput, is_beside: bool) -> Html {
    let viewport = input.viewport;
    let eras = &app.data.meta().eras;
    let are_few = eras.len() <= FEW_ERAS;
    let (start, end) = viewport.range();
    let is_shown = |era: &&Era| {
        let days = days_of(&app.data, era);
        // The periods are drawn in the last phase.
        input.phase == Phase::All && (are_few || days.0 < end && days.1 > start)
    };
    let shown = || eras.iter().filter(is_shown).take(MOST_ERAS);
    let note = |era: &Era| {
        let zoomed = viewport.set_to(days_of(&app.data, era));
        let on_zoom = input.actions.show.reform(move |_: MouseEvent| zoomed);
        era_note(app, era, Some(on_zoom))
    };
    let text = |era: &Era| {
        let name = html! { attr(&era.name) };
        html! { <div class="ovc-period">{ era_text(app, era, name) }</div> }
    };
    let notes = html! { <div class="ovc-eras">{ for shown().map(note) }</div> };
    html! {
        <>
            <p class="ovc-hint">{ app.words.choose_event }</p>
            if is_beside {
                { for shown().map(text) }
            }
            if !eras.is_empty() {
                { disclosure(app, "ovc-periods", app.words.periods.into(), notes) }
            }
        </>
    }
}
