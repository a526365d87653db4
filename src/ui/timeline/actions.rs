//! What the reader can do in the timeline, as callbacks that stay the same.

use yew::prelude::*;

use super::focus::{event_of, mark_of};
use super::local::{LocalAction, LocalState};
use crate::dataset::{Dataset, Text};
use crate::date::range_from_days;
use crate::state::Action;
use crate::timeline::{Viewport, Zoom};
use crate::ui::components::event::OpenCluster;
use crate::ui::context::App;
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks;

/// What the reader can do in the timeline.
#[derive(Clone, PartialEq)]
pub(super) struct Actions {
    /// Shows a stretch of time on the axis.
    pub show: Callback<Viewport>,
    /// Zooms, or goes to a range.
    pub zoom: Callback<Zoom>,
    /// Selects the event with that id, or none.
    pub select: Callback<Option<Text>>,
    /// Closes what is open.
    pub close: Callback<()>,
    pub open_cluster: Callback<OpenCluster>,
    /// Shows the list, or the axis.
    pub set_layout: Callback<bool>,
    /// Turns to the page of the list that begins there.
    pub turn_page: Callback<usize>,
    /// Selects a best match, and keeps the focus near it.
    pub pick: Callback<Text>,
}

/// The actions of a timeline that stands in `node`, shows `viewport`, and has the event at
/// `selected` selected.
#[hook]
pub(super) fn use_actions(
    app: &App,
    node: &NodeRef,
    local: &UseReducerDispatcher<LocalState>,
    viewport: Viewport,
    selected: Option<usize>,
) -> Actions {
    let data = SharedDataset::from(app.data.clone());
    let latest = hooks::use_latest((viewport, selected));
    let reducer = (local.clone(), app.dispatch.clone());
    let show = {
        let latest = latest.clone();
        use_callback(reducer.clone(), move |next: Viewport, (local, dispatch)| {
            let (viewport, _) = *latest.borrow();
            // A link to the closest look, and the dates beside it, name the day that is in sight.
            let is_zoomed = (next.length() - viewport.length()).abs() > 0.01;
            let next = if is_zoomed {
                next.on_whole_days()
            } else {
                next
            };
            local.dispatch(LocalAction::Show(next));
            let (start, end) = next.range();
            let range = (!next.is_all()).then(|| range_from_days(start, end));
            dispatch.emit(Action::SetRange(range));
        })
    };
    let zoom = {
        let node = node.clone();
        use_callback((show.clone(), data.clone()), move |zoom, (show, data)| {
            let (viewport, selected) = *latest.borrow();
            show.emit(zoomed(zoom, viewport, selected, &node, data));
        })
    };
    let select = use_callback(reducer.clone(), |event, (local, dispatch)| {
        local.dispatch(LocalAction::CloseCluster);
        dispatch.emit(Action::Select(event));
    });
    let close = use_callback(select.clone(), |(), select| select.emit(None));
    let open_cluster = use_callback(reducer, |cluster, (local, dispatch)| {
        dispatch.emit(Action::Select(None));
        local.dispatch(LocalAction::OpenCluster(cluster));
    });
    let set_layout = use_callback(local.clone(), |as_list, local| {
        local.dispatch(LocalAction::SetLayout { as_list });
    });
    let turn_page = use_callback(local.clone(), |start, local| {
        local.dispatch(LocalAction::TurnPage(start));
    });
    let pick = {
        let node = node.clone();
        use_callback((select.clone(), data), move |id: Text, (select, data)| {
            // The button makes room for the card. Where there is neither mark nor entry, focus
            // goes to the card.
            if let Some(mark) = mark_of(&node, &id, data) {
                hooks::focus_element(&mark);
            }
            select.emit(Some(id));
        })
    };
    Actions {
        show,
        zoom,
        select,
        close,
        open_cluster,
        set_layout,
        turn_page,
        pick,
    }
}

/// The viewport after a zoom: around the mark or the entry that has the focus, or else the selected
/// one, where it is in the viewport.
fn zoomed(
    zoom: Zoom,
    viewport: Viewport,
    selected: Option<usize>,
    node: &NodeRef,
    data: &Dataset,
) -> Viewport {
    let factor = match zoom {
        Zoom::In => 2.0,
        Zoom::Out => 0.5,
        Zoom::All | Zoom::Range(_) => return viewport.zoomed(zoom),
    };
    let (start, end) = viewport.range();
    let bounds = viewport.bounds();
    let time = |position: usize| {
        let event = data.events().get(position)?;
        // What lies beyond the axis stands at its end.
        let time = event.date.midpoint().max(bounds.0).min(bounds.1);
        (start <= time && time <= end).then_some(time)
    };
    let focused = hooks::focused(node)
        .filter(|element| element.matches(".ovc-mark, .ovc-anchor").unwrap_or(false))
        .and_then(|mark| data.event_position(&event_of(&mark)?));
    match focused.and_then(time).or_else(|| selected.and_then(time)) {
        Some(time) => viewport.zoomed_at(factor, time),
        None => viewport.zoomed(zoom),
    }
}
