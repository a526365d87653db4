//! The list of the timeline: the events of the range, a page at a time.

use yew::prelude::*;

use super::filtered::Positions;
use crate::dataset::Dataset;
use crate::locale::fill;
use crate::state::Action;
use crate::timeline::Viewport;
use crate::ui::components::event::YearList;
use crate::ui::context::use_app;

/// So many events of the list are on the page at a time; a list that is a little longer is one page.
const PAGE: usize = 100;

/// The events whose time is in the viewport or reaches into it; all of them where it shows
/// everything. Dates that only some sources give do not count: an entry is read with its own date
/// beside it.
pub(super) fn in_range(data: &Dataset, visible: &Positions, viewport: Viewport) -> Positions {
    if viewport.is_all() {
        return visible.clone();
    }
    let (start, end) = viewport.range();
    let is_inside = |position: &u32| {
        let event = data.events().get(*position as usize);
        event.is_some_and(|event| {
            let end_day = event.end.unwrap_or(event.date).end_day();
            f64::from(event.date.first_day()) < end && f64::from(end_day) > start
        })
    };
    let events: Vec<u32> = visible.iter().copied().filter(is_inside).collect();
    events.into()
}

/// First and one past the last of the events on the page of a list: the page that holds the selected
/// event, or the one that was asked for.
fn page_of(count: usize, selected: Option<usize>, asked: usize) -> (usize, usize) {
    if count <= PAGE + PAGE / 4 {
        return (0, count);
    }
    let asked = asked.min(count - 1);
    let start = match selected {
        // The selected event is never on another page.
        Some(place) if !(asked..asked + PAGE).contains(&place) => place / PAGE * PAGE,
        _ => asked,
    };
    (start, (start + PAGE).min(count))
}

#[derive(PartialEq, Properties)]
pub(super) struct EventListProps {
    /// The events of the range.
    pub events: Positions,
    /// Position of the selected event.
    pub selected: Option<usize>,
    /// Where the page begins that the reader has turned to.
    pub page: usize,
    pub on_page: Callback<usize>,
}

/// A page of the list: the number of nodes stays bounded, whatever the number of events.
#[component]
pub(super) fn EventList(props: &EventListProps) -> Html {
    let app = use_app();
    let events = &props.events;
    let place = props
        .selected
        .map(|position| events.partition_point(|at| (*at as usize) < position));
    let (start, end) = page_of(events.len(), place, props.page);
    let turn = |count: usize, to: usize, label: &str| {
        let text = fill(label, &[("count", &count.to_string())]);
        let (on_page, dispatch) = (props.on_page.clone(), app.dispatch.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.emit(Action::Select(None));
            on_page.emit(to);
        });
        html! {
            if count > 0 {
                <p><button type="button" class="ovc-button" {onclick}>{ text }</button></p>
            }
        }
    };
    let page = events.get(start..end).unwrap_or_default().to_vec();
    html! {
        <>
            { turn(start, start.saturating_sub(PAGE), app.words.list_earlier) }
            <YearList events={page} open={props.selected} />
            { turn(events.len() - end, end, app.words.list_later) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::page_of;

    #[test]
    fn a_list_that_is_a_little_longer_is_one_page() {
        assert_eq!(page_of(0, None, 0), (0, 0));
        assert_eq!(page_of(125, None, 100), (0, 125));
        assert_eq!(page_of(126, None, 0), (0, 100));
    }

    #[test]
    fn the_selected_event_is_on_the_page() {
        assert_eq!(page_of(1000, Some(250), 0), (200, 300));
        assert_eq!(page_of(1000, Some(250), 180), (180, 280));
        assert_eq!(page_of(1000, None, 5000), (999, 1000));
    }
}
