//! The events that match the filters and the search, computed only when one of them changes.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::Dataset;
use crate::locale::Formats;
use crate::query::search::{Haystack, Query};
use crate::query::{FacetIndex, FilterResult, select};
use crate::state::ViewState;
use crate::ui::context::{App, Highlight, ViewContext};
use crate::ui::dataset_prop::SharedDataset;
use crate::ui::hooks;
use crate::ui::shared::Shared;

/// How many best matches are shown.
const BEST: usize = 5;

/// Positions of events in the data set, in date order.
pub(super) type Positions = Shared<Vec<u32>>;

/// The result of the filters and the search.
pub(super) struct Filtered {
    /// The state that has these filters and this search.
    pub state: Rc<ViewState>,
    /// The values to filter by, with their counts.
    pub result: Rc<FilterResult>,
    /// The visible events.
    pub visible: Positions,
    /// The visible events that fit the search best, the best first; none without a search.
    pub best: Vec<u32>,
    /// The words of the search.
    pub highlight: Highlight,
}

impl Filtered {
    /// The result of the filters of a state without a search.
    pub fn without_search(data: &Dataset, state: &Rc<ViewState>) -> Self {
        let result = select(data, &state.filters, &state.search);
        Self {
            state: state.clone(),
            visible: result.visible.clone().into(),
            result: Rc::new(result),
            best: Vec::new(),
            highlight: Highlight::default(),
        }
    }

    /// Whether the event at a position is visible.
    pub fn shows(&self, position: usize) -> bool {
        is_among(&self.visible, position)
    }
}

/// Whether a position is among others, which are in order.
pub(super) fn is_among(positions: &[u32], position: usize) -> bool {
    u32::try_from(position).is_ok_and(|position| positions.binary_search(&position).is_ok())
}

/// The texts that are searched, and the last search, which the next one may refine.
#[derive(Default)]
struct TextSearch {
    haystack: Haystack,
    last: Option<(Rc<Query>, Vec<u32>)>,
}

impl TextSearch {
    /// Prepares some of the texts; returns whether all are prepared.
    fn prepare(&mut self, data: &Dataset, formats: &Formats) -> bool {
        self.haystack.step(data, &|date| formats.date(date))
    }

    /// Positions of the events that match a query.
    fn find(&mut self, query: &Rc<Query>, data: &Dataset, formats: &Formats) -> Vec<u32> {
        while !self.prepare(data, formats) {}
        let found = match &self.last {
            Some((last, among)) if query.refines(last) => self.haystack.find_among(query, among),
            _ => self.haystack.find(query),
        };
        self.last = Some((query.clone(), found.clone()));
        found
    }
}

/// The result of the filters and the search, and a callback that prepares the texts for a search.
/// With a large data set, preparing them at the first key stroke would take too long.
#[hook]
pub(super) fn use_filtered(app: &App, current: &ViewContext) -> (Shared<Filtered>, Callback<()>) {
    let data = SharedDataset::from(app.data.clone());
    let facets = use_memo(
        (current.source.clone(), data.clone()),
        |(source, data)| match source.facets() {
            // The data set brings its own facet index.
            Some(facets) if source == data => facets.clone(),
            _ => Rc::new(FacetIndex::new(data)),
        },
    );
    let search = use_memo((data.clone(), app.formats.clone()), |(data, formats)| {
        let search = Rc::new(RefCell::new(TextSearch::default()));
        let prepare = {
            let (search, data, formats) = (search.clone(), data.clone(), formats.clone());
            Callback::from(move |()| prepare(search.clone(), data.clone(), formats.clone()))
        };
        (search, prepare)
    });
    let (search, prepare) = &*search;
    let state = &current.state;
    let filtered = use_memo(
        (data, state.filters.clone(), state.search.clone()),
        |(data, _, text)| {
            let query = Rc::new(Query::new(text, data.normalize));
            let mut search = search.borrow_mut();
            let matching = if query.is_empty() {
                search.last = None;
                None
            } else {
                Some(search.find(&query, data, &app.formats))
            };
            let mut result = facets.select(&state.filters, matching.as_deref());
            let visible = std::mem::take(&mut result.visible);
            let best = match matching {
                Some(_) => search.haystack.best(&query, data, &visible, BEST),
                None => Vec::new(),
            };
            Filtered {
                state: state.clone(),
                result: Rc::new(result),
                visible: visible.into(),
                best,
                highlight: Highlight(query),
            }
        },
    );
    (filtered.into(), prepare.clone())
}

/// Prepares the texts in steps, so that the page can draw in between.
fn prepare(search: Rc<RefCell<TextSearch>>, data: SharedDataset, formats: Formats) {
    let is_done = search.borrow_mut().prepare(&data, &formats);
    if !is_done {
        hooks::run_later(0, move || prepare(search, data, formats));
    }
}
