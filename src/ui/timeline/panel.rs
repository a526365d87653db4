//! What stands under the axis.

use yew::prelude::*;

use super::layout::LayoutProps;
use super::phase::Phase;
use super::span::{between, days_of};
use crate::dataset::Dataset;
use crate::timeline::Viewport;
use crate::ui::components::event::{BestMatches, ClusterPanel, EraNote, EventCard, OpenCluster};
use crate::ui::context::use_app;
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks::use_latest;

/// So many periods are described, whatever the viewport is: the page keeps its height under a reader
/// who zooms.
const FEW_ERAS: usize = 12;
/// Of more than those, so many that are in the viewport; zooming in brings others.
const MOST_ERAS: usize = 30;

/// The events of a cluster, or the card of the selected event, or the best matches of a search, or an
/// invitation and the periods.
#[component]
pub(super) fn Panel(props: &LayoutProps) -> Html {
    let app = use_app();
    let LayoutProps {
        filtered,
        selected,
        viewport,
        actions,
        ..
    } = props;
    if let (Some(cluster), None) = (&props.cluster, selected) {
        let closer = closer_look(&app.data, cluster, *viewport);
        // A day is the closest look: there, the list has what the axis has no room for.
        return html! {
            <ClusterPanel cluster={cluster.clone()} can_zoom={closer.length() < viewport.length()}
                on_zoom={actions.show.reform(move |()| closer)} on_list={actions.set_layout.reform(|()| true)}
                on_close={actions.close.clone()} title_ref={props.title_ref.clone()} />
        };
    }
    // What was opened before a search does not stand in its way.
    let is_match = selected.is_some_and(|at| filtered.best.iter().any(|best| *best as usize == at));
    let is_idle = selected.is_none() && filtered.best.is_empty();
    html! {
        <>
            if !is_match {
                <BestMatches events={filtered.best.clone()} on_pick={actions.pick.clone()} />
            }
            if let Some(event) = *selected {
                <EventCard key={event} {event} is_hidden={props.is_selection_hidden()}
                    title_ref={props.title_ref.clone()} on_close={actions.close.clone()} />
            }
            if is_idle {
                <EraNotes viewport={*viewport} is_drawn={props.phase == Phase::All}
                    on_show={actions.show.clone()} />
            }
        </>
    }
}

/// A viewport around the events of a cluster: with room on both sides where it is closer than the
/// one that there is.
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

#[derive(PartialEq, Properties)]
struct EraNotesProps {
    viewport: Viewport,
    is_drawn: bool,
    on_show: Callback<Viewport>,
}

/// An invitation, and the periods in words: all of them, or where there are many those that are in
/// the viewport.
#[component]
fn EraNotes(props: &EraNotesProps) -> Html {
    let app = use_app();
    let viewport = props.viewport;
    let latest = use_latest(viewport);
    let data = SharedDataset::from(app.data.clone());
    let on_zoom = use_callback(
        (props.on_show.clone(), data),
        move |era: usize, (on_show, data)| {
            if let Some(era) = data.meta().eras.get(era) {
                let viewport = *latest.borrow();
                on_show.emit(viewport.set_to(days_of(era, viewport)));
            }
        },
    );
    let eras = &app.data.meta().eras;
    let are_few = eras.len() <= FEW_ERAS;
    let (start, end) = viewport.range();
    let shown = (0..).zip(eras).filter(|(_, era)| {
        let (first, last) = days_of(era, viewport);
        are_few || first < end && last > start
    });
    html! {
        <>
            <p class="ovc-hint">{ app.words.choose_event }</p>
            <div class="ovc-eras">
                // Going live, what nobody has asked for comes last.
                if props.is_drawn {
                    { for shown.take(MOST_ERAS).map(|(position, era)| html! {
                        <EraNote key={&*era.id} era={position} on_zoom={on_zoom.clone()} />
                    }) }
                }
            </div>
        </>
    }
}
