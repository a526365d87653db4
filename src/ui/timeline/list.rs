//! The list of the timeline: the events of the range, a page at a time.

use std::borrow::Cow;

use yew::prelude::*;

use crate::locale::fill;
use crate::state::Action;
use crate::timeline::Viewport;
use crate::ui::context::App;
use crate::ui::event::{Opened, Years, year_list};

/// So many events of the list are on the page at a time; a list that is a little longer is left whole.
const PAGE: usize = 100;

/// The events whose time is in the viewport or reaches into it, all of them where it shows everything. Dates
/// that only some sources give do not count: an entry is read with its own date beside it.
pub(super) fn in_range<'a>(app: &App, visible: &'a [u32], viewport: Viewport) -> Cow<'a, [u32]> {
    let (start, end) = viewport.range();
    let shows = |position: &u32| {
        let event = app.data.events().get(*position as usize);
        event.is_some_and(|event| {
            let end_day = event.end.unwrap_or(event.date).end_day();
            f64::from(event.date.first_day()) < end && f64::from(end_day) > start
        })
    };
    if viewport.is_all() {
        return Cow::Borrowed(visible);
    }
    visible.iter().copied().filter(shows).collect()
}

/// The list, or the page of it that holds the selected event or that the reader has turned to: the
/// number of nodes stays bounded, whatever the number of events.
pub(super) fn paged_list(
    app: &App,
    listed: &[u32],
    selected: Option<usize>,
    (opened, years): (Option<&Opened<'_>>, &mut Years),
    asked: usize,
    on_page: &Callback<usize>,
) -> Html {
    if listed.len() <= PAGE + PAGE / 4 {
        return year_list(app, listed, opened, years);
    }
    let last = listed.len().saturating_sub(1);
    let place = selected.map(|position| listed.partition_point(|at| (*at as usize) < position));
    let asked = asked.min(last);
    let start = match place {
        // The selected event is never on another page.
        Some(place) if !(asked..asked + PAGE).contains(&place) => place / PAGE * PAGE,
        _ => asked,
    };
    let end = (start + PAGE).min(listed.len());
    let turn = |count: usize, to: usize, label: &str| {
        let text = fill(label, &[("count", &count.to_string())]);
        let (on_page, dispatch) = (on_page.clone(), app.dispatch.clone());
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
    html! {
        <>
            { turn(start, start.saturating_sub(PAGE), app.words.list_earlier) }
            { year_list(app, listed.get(start..end).unwrap_or_default(), opened, years) }
            { turn(listed.len() - end, end, app.words.list_later) }
        </>
    }
}
