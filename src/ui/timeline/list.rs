//! The list of the timeline: the events of the range, a page at a time.

use yew::prelude::*;

use super::filtered::Positions;
use super::layout::LayoutInput;
use crate::dataset::Dataset;
use crate::locale::fill;
use crate::timeline::Viewport;
use crate::ui::components::event::year_list;
use crate::ui::context::App;
use crate::ui::dataset_prop::SharedDataset;

/// Number of events on a page of the list. A list that is a little longer is one page.
const PAGE: usize = 100;

/// The events of the list, which shows `viewport`; none where there is no list.
#[hook]
pub(super) fn use_listed(app: &App, visible: &Positions, viewport: Option<Viewport>) -> Positions {
    let data = SharedDataset::from(app.data.clone());
    let listed = use_memo(
        (data, visible.clone(), viewport),
        |(data, visible, viewport)| match viewport {
            Some(viewport) => in_range(data, visible, *viewport),
            None => Vec::new().into(),
        },
    );
    (*listed).clone()
}

/// The events whose time is in the viewport or reaches into it; all of them where it shows
/// everything. Disputed dates do not count, because an entry shows its own date.
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

/// Start and exclusive end of a page of the list: the page with the selected event, or else the
/// page that was asked for.
fn page_of(count: usize, selected: Option<usize>, asked: usize) -> (usize, usize) {
    if count <= PAGE + PAGE / 4 {
        return (0, count);
    }
    let asked = asked.min(count - 1);
    let start = match selected {
        // The page with the selected event is always shown.
        Some(place) if !(asked..asked + PAGE).contains(&place) => place / PAGE * PAGE,
        _ => asked,
    };
    (start, (start + PAGE).min(count))
}

/// A page of the list. Pages limit the number of nodes, whatever the number of events.
pub(super) fn event_list(app: &App, input: &LayoutInput) -> Html {
    let (events, selected) = (&input.listed, input.selected);
    let place = selected.map(|position| events.partition_point(|at| (*at as usize) < position));
    let (start, end) = page_of(events.len(), place, input.page);
    let turn = |count: usize, to: usize, label: &str| {
        if count == 0 {
            return Html::default();
        }
        let text = fill(label, &[("count", &count.to_string())]);
        let onclick = input.actions.turn_page.reform(move |_: MouseEvent| to);
        html! { <p><button type="button" class="ovc-button" {onclick}>{ text }</button></p> }
    };
    html! {
        <>
            { turn(start, start.saturating_sub(PAGE), app.words.list_earlier) }
            { year_list(app, events.get(start..end).unwrap_or_default(), selected) }
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
