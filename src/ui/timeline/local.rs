//! The reader's settings in the timeline that links do not carry.

use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::Dataset;
use crate::state::ViewState;
use crate::timeline::Viewport;
use crate::ui::components::event::OpenCluster;

/// The timeline's own state.
#[derive(Clone, Default, PartialEq)]
pub(super) struct TimelineState {
    /// Whether the reader wants the list where there is room for the axis.
    pub as_list: bool,
    /// The open cluster.
    pub cluster: Option<Rc<OpenCluster>>,
    /// Start of the page of the list that the reader has turned to.
    pub page: usize,
    /// The viewport that was last asked for, finer than the days of the state.
    viewport: Option<Viewport>,
    /// How often something was opened that the page must scroll to.
    pub reveals: u32,
}

/// Changes of the timeline's own state.
pub(super) enum LocalAction {
    /// The axis shows another stretch of time.
    Show(Viewport),
    /// The reader opens a cluster.
    OpenCluster(OpenCluster),
    CloseCluster,
    /// The reader wants the list, or the axis.
    SetLayout {
        as_list: bool,
    },
    /// The reader turns to the page of the list that begins there.
    TurnPage(usize),
}

impl TimelineState {
    /// The initial state: as a list, or as an axis where there is room for it.
    pub fn new(as_list: bool) -> Self {
        Self {
            as_list,
            ..Self::default()
        }
    }

    /// The viewport that was last asked for, where it matches the range of the state to the day;
    /// else the viewport of the state.
    pub fn viewport(&self, state: &ViewState, data: &Dataset) -> Viewport {
        self.viewport
            .filter(|viewport| viewport.shows(state.range) && viewport.bounds() == data.span())
            .unwrap_or_else(|| Viewport::new(state.range, data.span()))
    }
}

impl Reducible for TimelineState {
    type Action = LocalAction;

    fn reduce(self: Rc<Self>, action: LocalAction) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            LocalAction::Show(viewport) => {
                next.viewport = Some(viewport);
                next.cluster = None;
            }
            LocalAction::OpenCluster(cluster) => {
                next.cluster = Some(Rc::new(cluster));
                next.reveals += 1;
            }
            LocalAction::CloseCluster => next.cluster = None,
            LocalAction::SetLayout { as_list } => {
                next.as_list = as_list;
                next.reveals += u32::from(as_list);
            }
            LocalAction::TurnPage(start) => next.page = start,
        }
        Rc::new(next)
    }
}
