//! The types of the state.

use std::rc::Rc;

use crate::dataset::{Dataset, Side, Text, Vocabulary};
use crate::date::DateRange;
use crate::definition::DefinitionId;
use crate::query::Filters;

/// A view of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The argument in a few steps.
    #[default]
    Story,
    /// The events on a calendar scale.
    Timeline,
    /// The strategies side by side.
    Compare,
    /// Notable models, as a table and in charts.
    Models,
    /// Which strategy fits the reader, and what running a model costs.
    Decide,
    /// The sources, and what explains the data set.
    Sources,
}

impl Vocabulary for View {
    const ALL: &'static [Self] = &[
        Self::Story,
        Self::Timeline,
        Self::Compare,
        Self::Models,
        Self::Decide,
        Self::Sources,
    ];
    const WORDS: &'static [&'static str] = &[
        "story", "timeline", "compare", "models", "decide", "sources",
    ];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl View {
    /// Whether the data set has something to show in this view.
    pub fn has_data(self, data: &Dataset) -> bool {
        let document = &data.document;
        match self {
            Self::Story => document
                .story
                .as_ref()
                .is_some_and(|story| !story.steps.is_empty()),
            Self::Timeline => true,
            Self::Compare => !document.dimensions.is_empty(),
            Self::Models => !data.models().is_empty(),
            Self::Decide => document
                .decide
                .as_ref()
                .is_some_and(|decide| !decide.needs.is_empty() || !decide.cost.is_empty()),
            Self::Sources => !document.sources.is_empty(),
        }
    }
}

/// The views that are asked for and have data, in the order in which they are asked for; none asked
/// for means all. The timeline where that leaves none.
pub fn available_views(asked: &[View], data: &Dataset) -> Vec<View> {
    let asked = if asked.is_empty() { View::ALL } else { asked };
    let views: Vec<View> = asked
        .iter()
        .copied()
        .filter(|view| view.has_data(data))
        .collect();
    if views.is_empty() {
        vec![View::Timeline]
    } else {
        views
    }
}

/// Which side of the argument stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SideOrder {
    /// Drawn by lot from the date of the data set, so that the static page and the live one agree.
    #[default]
    Drawn,
    /// Open first.
    OpenFirst,
    /// Closed first.
    ClosedFirst,
}

impl Vocabulary for SideOrder {
    const ALL: &'static [Self] = &[Self::Drawn, Self::OpenFirst, Self::ClosedFirst];
    const WORDS: &'static [&'static str] = &["drawn", "open-first", "closed-first"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl SideOrder {
    /// The sides from the top: the two of the argument with the first one first, what is mixed between
    /// them, context last.
    pub fn lanes(open_first: bool) -> [Side; 4] {
        if open_first {
            [Side::Open, Side::Mixed, Side::Closed, Side::Context]
        } else {
            [Side::Closed, Side::Mixed, Side::Open, Side::Context]
        }
    }

    /// Whether open stands first.
    ///
    /// The lot is the sum of the digits of the data's date, even or odd: nobody chooses it, and everybody
    /// sees the same.
    pub fn open_first(self, data: &Dataset) -> bool {
        match self {
            Self::OpenFirst => true,
            Self::ClosedFirst => false,
            Self::Drawn => {
                let date = data.meta().updated.map(|date| date.to_string());
                let digits = date.unwrap_or_default();
                let digits = digits.chars().filter_map(|digit| digit.to_digit(10));
                digits.sum::<u32>().is_multiple_of(2)
            }
        }
    }
}

/// What the reader is looking at, as a link describes it. Hovering and dragging are not part of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ViewState {
    /// The view in front.
    pub view: View,
    /// Id of the selected event.
    pub event: Option<Text>,
    /// The range on the axis; `None` is the whole axis.
    pub range: Option<DateRange>,
    /// The pressed values of the filters.
    pub filters: Filters,
    /// What the reader searches for, as typed.
    pub search: Text,
    /// Which side stands first.
    pub order: SideOrder,
    /// What counts as open.
    pub definition: DefinitionId,
    /// Ids of the models side by side, at most [`MAX_MODELS`].
    pub models: Vec<Text>,
    /// Id of the step of the story; `None` is the first one.
    pub step: Option<Text>,
    /// Id of the question of the comparison that is shown where one is shown at a time; `None` is the first one.
    pub question: Option<Text>,
    /// The weights of needs that the reader has set, 0 to 10, by id of the need. Other needs have their default.
    pub weights: Vec<(Text, u8)>,
    /// Id of the benchmark that the frontier chart shows; `None` is the first one.
    pub benchmark: Option<Text>,
    /// The language that the reader has chosen, as a BCP 47 tag; `None` is that of the page.
    pub lang: Option<Text>,
    /// Id of what the reader's last action leads to, to be scrolled into view. It is in no link.
    pub target: Option<Text>,
    /// What the reader was looking at before their last action, where that followed a reference. It is in no
    /// link.
    pub back: Option<Rc<Self>>,
    /// The views that are shown; empty means all. The host sets them, and they are in no link.
    pub views: Rc<[View]>,
}

/// The largest weight of a need.
pub const MAX_WEIGHT: u8 = 10;

/// How many models stand side by side at most.
pub const MAX_MODELS: usize = 4;

/// The longest search text, in characters.
pub const MAX_SEARCH_LENGTH: usize = 200;

impl ViewState {
    /// Whether a filter is pressed, or there is a search.
    pub fn is_filtered(&self) -> bool {
        !(self.filters.is_empty() && self.search.is_empty())
    }

    /// Whether a filter, a search or a range limits the events that are shown.
    pub fn is_narrowed(&self) -> bool {
        self.is_filtered() || self.range.is_some()
    }

    /// Whether a view is among those that are shown.
    pub(super) fn shows(&self, view: View) -> bool {
        self.views.is_empty() || self.views.contains(&view)
    }

    /// Releases all filters and empties the search.
    pub(super) fn clear_filters(&mut self) {
        self.filters = Filters::default();
        self.search = Text::default();
    }
}
