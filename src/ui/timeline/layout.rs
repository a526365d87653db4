//! The input of both layouts of the timeline: the axis and the list.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::filtered::{Filtered, Positions};
use super::phase::Phase;
use crate::timeline::Viewport;
use crate::ui::components::event::{EventCard, OpenCluster};
use crate::ui::hooks::TextMeasure;
use crate::ui::shared::Shared;

/// The input of both layouts.
pub(super) struct LayoutInput {
    pub filtered: Shared<Filtered>,
    /// Position of the selected event.
    pub selected: Option<usize>,
    pub viewport: Viewport,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// Whether the lane of open models comes first.
    pub open_first: bool,
    /// How much of the view is drawn.
    pub phase: Phase,
    /// Measures labels of the axis, once their font is known.
    pub measure: Option<TextMeasure>,
    pub cluster: Option<Rc<OpenCluster>>,
    /// The events of the list; none where the axis is shown.
    pub listed: Positions,
    /// Start of the page of the list that the reader has turned to.
    pub page: usize,
    /// The chain of links through the selected event.
    pub thread: Vec<usize>,
    pub actions: Rc<Actions>,
    /// The element of the timeline.
    pub node: NodeRef,
    /// The element of the axis.
    pub axis_node: NodeRef,
    /// The title of the open card or cluster. It takes focus when the reader presses the mark
    /// again.
    pub title_ref: NodeRef,
}

impl LayoutInput {
    /// Whether the filters hide the selected event, and other events are visible.
    fn is_selection_hidden(&self) -> bool {
        !self.filtered.visible.is_empty()
            && self
                .selected
                .is_some_and(|selected| !self.filtered.shows(selected))
    }

    /// The card of the event at a position.
    pub fn card(&self, event: usize) -> Html {
        html! {
            <EventCard key={event} {event} is_hidden={self.is_selection_hidden()}
                title_ref={self.title_ref.clone()} on_close={self.actions.close.clone()} />
        }
    }
}
