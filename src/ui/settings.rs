//! The reader's settings that are not part of the state.

use crate::charts::PriceKind;
use crate::dataset::Text;
use crate::date::Day;
use crate::decide::{CostEntries, ScoreEdit};
use crate::models::Sort;
use crate::state::Filter;

/// The reader's settings that links do not carry. They outlive a change of tab.
#[derive(Clone, Default, PartialEq)]
pub struct Settings {
    /// The order of the table of models.
    pub sort: Sort,
    /// The only year of release to show models of.
    pub year: Option<i32>,
    /// Which filter menu of the models is unfolded.
    pub unfolded: Unfolded,
    /// The day at which the frontier is read; `None` means the day of the newest scored model
    /// that is released.
    pub frontier_day: Option<Day>,
    /// The only tester whose scores the frontier takes, where the benchmark has enough of them; `None`
    /// means that it takes all.
    pub tester: Option<Text>,
    /// The day at which the prices are read; `None` means the day of the newest price.
    pub price_day: Option<Day>,
    /// Whether the reader has unfolded the controls of a narrow timeline.
    pub is_unfolded: bool,
    /// Whether a narrow list shows all events, and not only those with weight.
    pub all_events: bool,
    /// Which price the price chart shows.
    pub price_kind: PriceKind,
    /// Whether all views are printed, with every event, and not only the view in front as it is set.
    pub prints_everything: bool,
    /// Positions of the levels shown side by side in a narrow container; `None` means the default.
    pub pinned_levels: [Option<usize>; 2],
    /// The scores of strategies that the reader has changed.
    pub score_edits: Vec<ScoreEdit>,
    /// What the reader has changed in the calculator of costs.
    pub cost: CostEntries,
}

/// A change of the settings.
pub type SettingsChange = Box<dyn FnOnce(&mut Settings)>;

/// Which filter menu is unfolded; none at first.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Unfolded {
    /// The filter whose values are shown.
    pub filter: Option<Filter>,
    /// Whether all of its values are shown, not only the frequent ones.
    pub all: bool,
}
