//! What the filters and the search leave, reckoned only when one of them changes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::dataset::Text;
use crate::query::{Selection, Table};
use crate::search::{Haystack, Query};
use crate::state::{Filters, ViewState};
use crate::ui::shared::Shared;

use super::span::main_span;

/// How many best matches are shown.
const BEST: usize = 5;

/// What the filters and the search leave.
pub(super) struct Found {
    pub selection: Selection,
    /// Positions of the visible events, in date order.
    pub visible: Rc<Vec<u32>>,
    /// Positions of the events that fit the search best, the best first; none without a search.
    pub best: Vec<u32>,
    /// The whole span of the axis, in days since 1970-01-01.
    pub span: (f64, f64),
    /// The same as what was given, with the words of the search to be marked in texts.
    pub shared: Shared,
}

/// What has been reckoned, and for what.
#[derive(Default)]
pub(super) struct Cache {
    known: Option<(Shared, Table, (f64, f64))>,
    haystack: Option<Haystack>,
    found: Option<(Filters, Text, Rc<Found>)>,
}

/// What the filters of a state leave of the data set of `shared`. It is reckoned anew only where one of them is
/// another than the last time, and not while the reader pans.
pub(super) fn found(cache: &RefCell<Cache>, shared: &Shared, state: &ViewState) -> Rc<Found> {
    let cache = &mut *cache.borrow_mut();
    let is_other = !matches!(&cache.known, Some((known, ..)) if known == shared);
    if is_other {
        *cache = Cache::default();
    }
    if let Some((filters, search, found)) = &cache.found
        && *filters == state.filters
        && *search == state.search
    {
        return found.clone();
    }
    let data = &shared.data;
    let query = Query::new(&state.search);
    if !query.is_empty() {
        haystack(cache, shared);
    }
    let haystack = cache.haystack.as_ref().filter(|_| !query.is_empty());
    let matching = haystack.map(|haystack| haystack.find(&query));
    let known = || (shared.clone(), Table::new(data), main_span(data));
    let (_, table, span) = cache.known.get_or_insert_with(known);
    let mut selection = table.select(state, matching.as_deref());
    let visible = core::mem::take(&mut selection.visible);
    let best = haystack.map(|haystack| haystack.best(&query, data, &visible, BEST));
    let found = Rc::new(Found {
        selection,
        visible: Rc::new(visible),
        span: *span,
        best: best.unwrap_or_default(),
        shared: Shared {
            highlight: Rc::new(query),
            ..shared.clone()
        },
    });
    cache.found = Some((state.filters.clone(), state.search.clone(), found.clone()));
    found
}

/// Prepares the texts for a search: with a large data set that takes longer than a frame, which
/// the first key stroke should not.
pub(super) fn prepare(cache: &RefCell<Cache>, shared: &Shared) {
    // A search that is being reckoned prepares them itself.
    if let Ok(mut cache) = cache.try_borrow_mut() {
        haystack(&mut cache, shared);
    }
}

fn haystack(cache: &mut Cache, shared: &Shared) {
    let words = |date| shared.formats.date(date);
    let new = || Haystack::new(&shared.data, &words);
    cache.haystack.get_or_insert_with(new);
}
