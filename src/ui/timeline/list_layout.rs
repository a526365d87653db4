//! The timeline as a list.

use yew::prelude::*;

use super::filtered::is_among;
use super::layout::LayoutProps;
use super::list::{EventList, in_range};
use super::notices::outside_notice;
use super::phase::Phase;
use super::steps::steps;
use crate::ui::components::event::{BestMatches, EventCard};
use crate::ui::context::use_app;
use crate::ui::dataset_prop::SharedDataset;

/// The events of the range as a list, with the selected one unfolded in its place.
#[component]
pub(super) fn ListLayout(props: &LayoutProps) -> Html {
    let app = use_app();
    let LayoutProps {
        filtered,
        selected,
        viewport,
        actions,
        ..
    } = props;
    let events = use_memo(
        (
            SharedDataset::from(app.data.clone()),
            filtered.visible.clone(),
            *viewport,
        ),
        |(data, visible, viewport)| in_range(data, visible, *viewport),
    );
    // A selected event that has no place in the list stands before it.
    let apart = selected.filter(|selected| !is_among(&events, *selected));
    html! {
        <>
            { outside_notice(&app, filtered, events.len(), *viewport, &actions.zoom) }
            <BestMatches events={filtered.best.clone()} on_pick={actions.pick.clone()} />
            // Going live, the list comes last.
            if props.phase == Phase::All {
                if let Some(event) = apart {
                    <EventCard key={event} {event} is_hidden={props.is_selection_hidden()}
                        title_ref={props.title_ref.clone()} on_close={actions.close.clone()} />
                }
                if !events.is_empty() {
                    <EventList events={(*events).clone()} {selected} page={props.page}
                        on_page={actions.turn_page.clone()} />
                }
            }
            <div class="ovc-floating">{ steps(props) }</div>
        </>
    }
}
