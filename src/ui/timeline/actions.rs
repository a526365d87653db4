//! What the reader can do in the timeline, as callbacks that stay the same.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::filtered::Positions;
use super::focus::{event_of, mark_of};
use super::local::{LocalAction, TimelineState};
use crate::dataset::{Dataset, Text};
use crate::date::range_from_days;
use crate::state::Action;
use crate::timeline::{Viewport, Zoom, densest_half};
use crate::ui::components::event::OpenCluster;
use crate::ui::context::App;
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks;

/// What the reader can do in the timeline.
#[derive(PartialEq)]
pub(super) struct Actions {
    /// Shows a stretch of time on the axis.
    pub show: Callback<Viewport>,
    /// Zooms, or goes to a range.
    pub zoom: Callback<Zoom>,
    /// Selects the event with that id, or none.
    pub select: Callback<Option<Text>>,
    /// Closes the open card or cluster.
    pub close: Callback<()>,
    pub open_cluster: Callback<OpenCluster>,
    /// Shows the list, or the axis.
    pub set_layout: Callback<bool>,
    /// Turns to the page of the list that begins there, and closes the selected event.
    pub turn_page: Callback<usize>,
    /// Selects a best match, and focuses its mark or entry.
    pub pick: Callback<Text>,
}

/// The actions of a timeline in `node` that shows `viewport`, with the event at `selected`
/// selected.
#[hook]
pub(super) fn use_actions(
    app: &App,
    node: &NodeRef,
    local: &UseReducerDispatcher<TimelineState>,
    viewport: Viewport,
    selected: Option<usize>,
    visible: &Positions,
) -> Rc<Actions> {
    let latest = hooks::use_latest((viewport, selected, visible.clone()));
    let node = node.clone();
    use_memo(
        (
            SharedDataset::from(app.data.clone()),
            local.clone(),
            app.dispatch.clone(),
        ),
        move |(data, local, dispatch)| {
            Actions::new(&Rc::new(Target {
                data: data.clone(),
                local: local.clone(),
                dispatch: dispatch.clone(),
                node,
                latest,
            }))
        },
    )
}

impl Actions {
    fn new(target: &Rc<Target>) -> Self {
        Self {
            show: target.callback(Target::show),
            zoom: target.callback(Target::zoom),
            select: target.callback(Target::select),
            close: target.callback(|target, ()| target.select(None)),
            open_cluster: target.callback(Target::open_cluster),
            set_layout: target.callback(|target, as_list| {
                target.local.dispatch(LocalAction::SetLayout { as_list });
            }),
            turn_page: target.callback(|target, start| {
                target.dispatch.emit(Action::Select(None));
                target.local.dispatch(LocalAction::TurnPage(start));
            }),
            pick: target.callback(Target::pick),
        }
    }
}

/// What the actions act on.
struct Target {
    data: SharedDataset,
    local: UseReducerDispatcher<TimelineState>,
    dispatch: Callback<Action>,
    /// The element of the timeline.
    node: NodeRef,
    /// The viewport, the selected event and the visible events of the last rendering.
    latest: Rc<RefCell<(Viewport, Option<usize>, Positions)>>,
}

impl Target {
    fn callback<T: 'static>(self: &Rc<Self>, act: fn(&Self, T)) -> Callback<T> {
        let target = self.clone();
        Callback::from(move |value| act(&target, value))
    }

    fn show(&self, next: Viewport) {
        let viewport = self.latest.borrow().0;
        // A zoom ends on whole days, so that links and date inputs name the days in view.
        let is_zoomed = (next.length() - viewport.length()).abs() > 0.01;
        let next = if is_zoomed {
            next.on_whole_days()
        } else {
            next
        };
        self.local.dispatch(LocalAction::Show(next));
        let (start, end) = next.range();
        let range = (!next.is_all()).then(|| range_from_days(start, end));
        self.dispatch.emit(Action::SetRange(range));
    }

    fn zoom(&self, zoom: Zoom) {
        let next = {
            let (viewport, selected, visible) = &*self.latest.borrow();
            let focused = focused_event(&self.node, &self.data);
            let centres = [focused, *selected];
            zoomed(zoom, *viewport, centres, visible, &self.data)
        };
        self.show(next);
    }

    fn select(&self, event: Option<Text>) {
        self.local.dispatch(LocalAction::CloseCluster);
        self.dispatch.emit(Action::Select(event));
    }

    fn open_cluster(&self, cluster: OpenCluster) {
        self.dispatch.emit(Action::Select(None));
        self.local.dispatch(LocalAction::OpenCluster(cluster));
    }

    /// The card replaces the pressed button, so focus moves to the mark or the entry. Where there
    /// is neither, focus moves to the card.
    fn pick(&self, id: Text) {
        if let Some(mark) = mark_of(&self.node, &id, &self.data) {
            hooks::focus_element(&mark);
        }
        self.select(Some(id));
    }
}

/// The event of the mark or the entry with focus.
fn focused_event(node: &NodeRef, data: &Dataset) -> Option<usize> {
    let mark = hooks::focused(node)?;
    let is_mark = mark.matches(".ovc-mark, .ovc-anchor").unwrap_or(false);
    data.event_position(&event_of(&mark).filter(|_| is_mark)?)
}

/// The viewport after a zoom. It is zoomed around the first of the `centres` that is in the viewport. Without
/// one, a zoom from the whole axis leads to where most events are, and any other keeps the middle.
fn zoomed(
    zoom: Zoom,
    viewport: Viewport,
    centres: [Option<usize>; 2],
    visible: &[u32],
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
        // An event beyond the axis is drawn at its end.
        let time = event.date.midpoint().max(bounds.0).min(bounds.1);
        (start <= time && time <= end).then_some(time)
    };
    let centre = centres.into_iter().flatten().find_map(time);
    if let Some(time) = centre {
        return viewport.zoomed_at(factor, time);
    }
    let next = viewport.zoomed(zoom);
    if zoom == Zoom::In && viewport.is_all() {
        let times = visible.iter().filter_map(|at| time(*at as usize));
        return next.moved_to(densest_half(times, bounds));
    }
    next
}
