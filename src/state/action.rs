//! The actions that change the state.

use std::rc::Rc;

use super::view_state::{View, ViewState};
use crate::dataset::Text;
use crate::date::DateRange;
use crate::definition::DefinitionId;
use crate::query::Filter;

/// A change of the state.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "actions are made one at a time and used at once"
)]
pub enum Action {
    /// The reader picked a tab.
    Show(View),
    /// The reader picked an event, or closed its card.
    Select(Option<Text>),
    /// The reader pressed the entry of an event: it is selected, or no longer if it was. Two presses may come before
    /// the entry is rendered again.
    ToggleEvent(Text),
    /// The reader followed a reference to something with that id in another view. Filters of models are
    /// cleared, because they may hide the model.
    Visit(View, Text),
    /// The reader followed a reference, which does what the action does, from the record with that id.
    Follow(Box<Action>, Option<Text>),
    /// The reader went back to where they followed a reference.
    Back,
    /// A link or the host asks for an event: the timeline comes to the front, and filters that hide the
    /// event are cleared.
    GoTo(Text),
    /// The reader zoomed or panned, or picked a preset.
    SetRange(Option<DateRange>),
    /// The reader pressed a value of a filter.
    Toggle(Filter, Text),
    /// The reader typed a search text.
    Search(Text),
    /// The reader cleared the filters and the search.
    ClearFilters,
    /// The reader swapped the two sides.
    SwapSides,
    /// The reader switched what counts as open.
    SetDefinition(DefinitionId),
    /// The reader picked a model to compare, or removed it from the comparison.
    ToggleModel(Text),
    /// The reader picked the benchmark of the frontier chart.
    SetBenchmark(Text),
    /// The reader went to a step of the story.
    SetStep(Text),
    /// The reader picked a question of the comparison.
    SetQuestion(Text),
    /// The reader weighed needs; nothing means the defaults.
    SetWeights(Vec<(Text, u8)>),
    /// The reader chose a language.
    SetLang(Text),
    /// The host or the URL sets the whole state, apart from the views that are shown.
    Replace(ViewState),
    /// The host sets which views are shown.
    SetViews(Rc<[View]>),
}
