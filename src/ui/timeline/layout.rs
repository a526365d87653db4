//! What both layouts of the timeline are given: the axis and the list.

use std::rc::Rc;

use yew::prelude::*;

use super::actions::Actions;
use super::filtered::{Filtered, Positions};
use super::phase::Phase;
use crate::timeline::Viewport;
use crate::ui::components::event::{EventCard, OpenCluster};
use crate::ui::hooks::TextMeasure;
use crate::ui::shared::Shared;

/// What both layouts are given.
pub(super) struct LayoutInput {
    pub filtered: Shared<Filtered>,
    /// Position of the selected event.
    pub selected: Option<usize>,
    pub viewport: Viewport,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// Whether the lane of open models stands first.
    pub open_first: bool,
    /// How much of the view stands.
    pub phase: Phase,
    /// Measures labels of the axis, once their font is known.
    pub measure: Option<TextMeasure>,
    pub cluster: Option<Rc<OpenCluster>>,
    /// The events of the list; none where the axis is shown.
    pub listed: Positions,
    /// Where the page of the list begins that the reader has turned to.
    pub page: usize,
    /// The chain of links through the selected event.
    pub thread: Vec<usize>,
    pub actions: Rc<Actions>,
    /// Where the timeline stands.
    pub node: NodeRef,
    /// Where the axis stands.
    pub axis_node: NodeRef,
    /// The title of what is opened: where focus goes from a mark that is pressed already.
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
