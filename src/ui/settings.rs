//! What the reader has set beside the state.

use crate::charts::PriceKind;
use crate::date::Day;
use crate::models::Sort;
use crate::state::Filter;

/// What the reader has set and no link carries. It outlives a change of the tab.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Settings {
    /// The order of the table of models.
    pub sort: Sort,
    /// The only year of release to show models of.
    pub year: Option<i32>,
    /// What of the filters of models is unfolded.
    pub unfolded: Unfolded,
    /// The day at which the frontier is read; `None` is that of the newest scored model.
    pub frontier_day: Option<Day>,
    /// The day at which the prices are read; `None` is that of the newest price.
    pub price_day: Option<Day>,
    /// Which price the price chart shows.
    pub price_kind: PriceKind,
    /// Positions of the levels that stand side by side in a narrow container; `None` is the default.
    pub pinned_levels: [Option<usize>; 2],
}

/// A change of the settings.
pub type SettingsChange = Box<dyn FnOnce(&mut Settings)>;

/// What of the menus is unfolded; at first nothing.
#[derive(Clone, Copy, Default, PartialEq)]
pub struct Unfolded {
    /// The filter whose values are shown.
    pub filter: Option<Filter>,
    /// Whether all of its values are shown, not only the frequent ones.
    pub all: bool,
}
