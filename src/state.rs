//! What the reader is looking at: the state, the actions that change it, and its URL fragment.

mod filter;
mod fragment;
pub mod keys;
mod percent;

pub use filter::{Filter, Filters};
pub use fragment::{is_foreign, parse_fragment, to_fragment};

use std::rc::Rc;

use crate::dataset::{Dataset, Text, Vocabulary};
use crate::date::{DateRange, SHORTEST, range_from_days};
use crate::definition::{DefinitionId, Rule};
use crate::interval::fit;
use crate::query;

/// A view of the widget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// The events on a calendar scale.
    #[default]
    Timeline,
    /// The strategies side by side.
    Compare,
    /// Notable models, as a table and in charts.
    Models,
}

impl Vocabulary for View {
    const ALL: &'static [Self] = &[Self::Timeline, Self::Compare, Self::Models];
    const WORDS: &'static [&'static str] = &["timeline", "compare", "models"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl View {
    /// Whether the data set has something to show in this view.
    pub fn has_data(self, data: &Dataset) -> bool {
        match self {
            Self::Timeline => true,
            Self::Compare => !data.document.dimensions.is_empty(),
            Self::Models => !data.models().is_empty(),
        }
    }
}

/// Which side of the argument stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum SideOrder {
    /// By the data set's date, so that the static page and the live one agree.
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
    /// Whether open stands first. The draw depends on nothing but the date of the data (the sum of
    /// its digits is even or odd), so that nobody chooses and everybody sees the same.
    pub fn open_first(self, data: &Dataset) -> bool {
        match self {
            Self::OpenFirst => true,
            Self::ClosedFirst => false,
            Self::Drawn => {
                let date = data.meta().updated.map(|date| date.to_string());
                let digits = date.iter().flat_map(|text| text.bytes());
                digits
                    .filter(u8::is_ascii_digit)
                    .fold(0u32, |sum, digit| sum + u32::from(digit - b'0'))
                    .is_multiple_of(2)
            }
        }
    }
}

/// What the reader is looking at. It is what a link keeps; hovering and dragging are not part of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ViewState {
    /// The view in front.
    pub view: View,
    /// Id of the selected event.
    pub event: Option<Text>,
    /// The range on the axis; `None` is everything.
    pub range: Option<DateRange>,
    /// What events are filtered by.
    pub filters: Filters,
    /// What the reader looks for, as it is typed.
    pub search: Text,
    /// Which side stands first.
    pub order: SideOrder,
    /// What counts as open.
    pub definition: DefinitionId,
    /// Ids of the models side by side, at most [`MAX_MODELS`].
    pub models: Vec<Text>,
    /// Id of the benchmark that the frontier chart shows; `None` is the first one.
    pub benchmark: Option<Text>,
    /// Id of what the reader's own last step has led to, for it to be brought into sight; it stands
    /// in no link.
    pub target: Option<Text>,
    /// The views that are shown; empty means all. They are the host's, and stand in no link.
    pub views: Rc<[View]>,
}

/// How many models stand side by side at most.
pub const MAX_MODELS: usize = 4;

impl ViewState {
    /// Whether a filter is on, or a search.
    pub fn is_filtered(&self) -> bool {
        !(self.filters.is_empty() && self.search.is_empty())
    }

    fn shows(&self, view: View) -> bool {
        self.views.is_empty() || self.views.contains(&view)
    }
}

/// A change of the state.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "there is one of them at a time, and not for long"
)]
pub enum Action {
    /// The reader picked a tab.
    Show(View),
    /// The reader picked an event, or closed its card.
    Select(Option<Text>),
    /// A reference leads to something with that id in another view. Where models are filtered, all
    /// come back: the one asked for may be hidden.
    Visit(View, Text),
    /// A link or the host asks for an event: the timeline comes to the front, and filters that
    /// hide the event are cleared.
    GoTo(Text),
    /// The reader zoomed or panned, or picked a preset.
    SetRange(Option<DateRange>),
    /// The reader pressed a value of a filter.
    Toggle(Filter, Text),
    /// The reader typed what to look for.
    Search(Text),
    /// The reader wants every event back.
    ClearFilters,
    /// The reader swapped the two sides.
    SwapSides,
    /// The reader switched what counts as open.
    SetDefinition(DefinitionId),
    /// The reader picked a model to compare, or put it back.
    ToggleModel(Text),
    /// The reader picked the benchmark of the frontier chart.
    SetBenchmark(Text),
    /// The host or the URL sets the whole state, but for the views that are shown.
    Replace(ViewState),
    /// The host says which views are shown.
    SetViews(Rc<[View]>),
}

/// The next state. Total: every action on every state gives a state, and an event that is not in
/// the data set is never selected, nor a view in front that is not shown.
pub fn reduce(state: &ViewState, action: Action, data: &Dataset) -> ViewState {
    let mut next = state.clone();
    next.target = None;
    let by_host = matches!(action, Action::Replace(_) | Action::SetViews(_));
    match action {
        Action::Show(view) => next.view = view,
        Action::Visit(view, id) => {
            if view == View::Models {
                clear_filters(&mut next);
            }
            next.view = view;
            next.target = Some(id);
        }
        Action::Select(event) => {
            select(&mut next, event, data);
            next.target = next.event.clone();
        }
        Action::GoTo(event) => {
            if data.event(&event).is_none() {
                return state.clone();
            }
            next.view = View::Timeline;
            select(&mut next, Some(event), data);
            next.target = next.event.clone();
            let hidden = next
                .event
                .as_deref()
                .and_then(|id| data.event(id))
                .map(|event| Rule::new(data, next.definition).applied(event))
                .is_some_and(|event| !query::matches(data, &event, &next));
            if hidden {
                clear_filters(&mut next);
            }
        }
        Action::SetRange(range) => next.range = range,
        Action::Toggle(filter, value) => next.filters.toggle(filter, &value, data),
        Action::Search(text) => next.search = search_text(&text),
        Action::ClearFilters => clear_filters(&mut next),
        Action::SwapSides => {
            next.order = if state.order.open_first(data) {
                SideOrder::ClosedFirst
            } else {
                SideOrder::OpenFirst
            };
        }
        Action::SetDefinition(definition) => next.definition = definition,
        Action::ToggleModel(id) => toggle_model(&mut next.models, &id, data),
        Action::SetBenchmark(id) => next.benchmark = known_benchmark(&id, data),
        Action::Replace(other) => {
            let event = other.event.clone();
            // A range that is asked for is what is shown; another event alone moves the one there is.
            let is_moved = event != state.event && other.range == state.range;
            next = ViewState {
                target: None,
                views: next.views,
                ..other
            };
            next.filters = next.filters.known(data);
            next.search = search_text(&next.search);
            next.models = known_models(&next.models, data);
            let benchmark = next.benchmark.as_deref();
            next.benchmark = benchmark.and_then(|id| known_benchmark(id, data));
            let range = next.range.and_then(|range| shown(range, data));
            select(&mut next, event, data);
            if !is_moved {
                next.range = range;
            }
        }
        Action::SetViews(views) => next.views = views,
    }
    if !next.shows(next.view) {
        let first = next.views.first().copied();
        next.view = match first.filter(|_| by_host) {
            Some(first) if !next.shows(state.view) => first,
            Some(_) => state.view,
            // What leads to a view that is not there leads nowhere.
            None => return state.clone(),
        };
    }
    next
}

fn clear_filters(state: &mut ViewState) {
    state.filters = Filters::default();
    state.search = Text::default();
}

/// The models of a list that the data set has, each once, in the order of the list.
fn known_models(ids: &[Text], data: &Dataset) -> Vec<Text> {
    let mut models = Vec::new();
    for model in ids.iter().filter_map(|id| data.model(id)) {
        if models.len() < MAX_MODELS && !models.contains(&model.id) {
            models.push(model.id.clone());
        }
    }
    models
}

/// The benchmark with that id, where the data set has it.
fn known_benchmark(id: &str, data: &Dataset) -> Option<Text> {
    data.benchmark(id).map(|benchmark| benchmark.id.clone())
}

fn toggle_model(models: &mut Vec<Text>, id: &Text, data: &Dataset) {
    let before = models.len();
    models.retain(|other| other != id);
    if models.len() == before && before < MAX_MODELS && data.model(id).is_some() {
        models.push(id.clone());
    }
}

/// Longest text that is looked for, in characters.
pub const MAX_SEARCH_LENGTH: usize = 200;

/// The text that is looked for: no longer than the field that it is typed into takes.
pub(crate) fn search_text(text: &str) -> Text {
    let end = text.char_indices().nth(MAX_SEARCH_LENGTH);
    let short = end.and_then(|(end, _)| text.get(..end));
    short.unwrap_or(text).into()
}

fn select(state: &mut ViewState, id: Option<Text>, data: &Dataset) {
    let event = id.as_deref().and_then(|id| data.event(id));
    state.event = event.map(|event| event.id.clone());
    if let (Some(event), Some(range)) = (event, state.range) {
        state.range = reveal(range, event.date.midpoint(), data);
    }
}

/// The range moved as little as needed for a time to stand inside it, a tenth of the span from
/// its edge, as far as there is anything to be shown.
fn reveal(range: DateRange, time: f64, data: &Dataset) -> Option<DateRange> {
    let (start, end) = range.days();
    let (start, end) = (f64::from(start), f64::from(end));
    let margin = (end - start) * 0.1;
    let shift = if time < start {
        time - margin - start
    } else if time > end {
        time + margin - end
    } else {
        return Some(range);
    };
    inside((start + shift, end + shift), data)
}

/// What the timeline shows of a range: the same, unless it leaves the whole span.
fn shown(range: DateRange, data: &Dataset) -> Option<DateRange> {
    let (start, end) = range.days();
    let shown = inside((f64::from(start), f64::from(end)), data)?;
    Some(if shown.days() == range.days() {
        range
    } else {
        shown
    })
}

/// What the timeline shows of a stretch of time, which is in days since 1970-01-01; `None` is all.
fn inside(stretch: (f64, f64), data: &Dataset) -> Option<DateRange> {
    let span = data.span();
    let (start, end) = fit(stretch, span, SHORTEST);
    ((start, end) != span).then(|| range_from_days(start, end))
}
