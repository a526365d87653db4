//! What the filters and the search leave, reckoned only when one of them changes.

use std::cell::RefCell;
use std::rc::Rc;

use crate::dataset::{Dataset, Text};
use crate::query::search::{Haystack, Query};
use crate::query::{FacetIndex, FilterResult};
use crate::state::{Filters, ViewState};
use crate::ui::context::App;
use crate::ui::hooks;

/// How many best matches are shown.
const BEST: usize = 5;

/// What the filters and the search leave.
pub(super) struct Found {
    pub selection: FilterResult,
    /// Positions of the visible events, in date order.
    pub visible: Rc<Vec<u32>>,
    /// Positions of the events that fit the search best, the best first; none without a search.
    pub best: Vec<u32>,
    /// The same as what was given, with the words of the search to be marked in texts.
    pub app: App,
}

/// What has been reckoned, and for what.
#[derive(Default)]
pub(in crate::ui) struct Cache {
    /// The table of a data set that came with it.
    ready: Option<(Rc<Dataset>, Rc<FacetIndex>)>,
    known: Option<(App, Rc<FacetIndex>)>,
    haystack: Haystack,
    /// The last search, and the events that fit it.
    matching: Option<(Rc<Query>, Vec<u32>)>,
    found: Option<(Filters, Text, Rc<Found>)>,
}

impl Cache {
    /// Nothing but what came with a data set.
    pub fn of(data: &Rc<Dataset>, table: &Option<Rc<FacetIndex>>) -> Self {
        Self {
            ready: table.clone().map(|table| (data.clone(), table)),
            ..Self::default()
        }
    }

    /// Takes in some of the texts that are searched; whether these are all.
    fn prepare_some(&mut self, app: &App) -> bool {
        let words = |date| app.formats.date(date);
        self.haystack.step(&app.data, &words)
    }
}

/// What the filters of a state leave of the data set of `app`. It is reckoned anew only where one of them is
/// another than the last time, and not while the reader pans.
pub(super) fn found(cache: &RefCell<Cache>, app: &App, state: &ViewState) -> Rc<Found> {
    let cache = &mut *cache.borrow_mut();
    let is_other = !matches!(&cache.known, Some((known, _)) if known == app);
    if is_other {
        *cache = Cache {
            ready: cache.ready.take(),
            ..Cache::default()
        };
    }
    if let Some((filters, search, found)) = &cache.found
        && *filters == state.filters
        && *search == state.search
    {
        return found.clone();
    }
    let data = &app.data;
    let query = Rc::new(Query::new(&state.search));
    if !query.is_empty() {
        while !cache.prepare_some(app) {}
    }
    let haystack = (!query.is_empty()).then_some(&cache.haystack);
    cache.matching = haystack.map(|haystack| {
        let earlier = cache.matching.as_ref();
        let earlier = earlier.filter(|(earlier, _)| query.refines(earlier));
        let matching = match earlier {
            Some((_, among)) => haystack.find_among(&query, among),
            None => haystack.find(&query),
        };
        (query.clone(), matching)
    });
    let matching = cache.matching.as_ref().map(|(_, events)| &**events);
    let ready = cache.ready.as_ref();
    let known = || {
        let ready = ready.filter(|(of, _)| Rc::ptr_eq(of, data));
        let table = ready.map_or_else(
            || Rc::new(FacetIndex::new(data)),
            |(_, table)| table.clone(),
        );
        (app.clone(), table)
    };
    let (_, table) = cache.known.get_or_insert_with(known);
    let mut selection = table.select(&state.filters, matching);
    let visible = core::mem::take(&mut selection.visible);
    let best = haystack.map(|haystack| haystack.best(&query, data, &visible, BEST));
    let found = Rc::new(Found {
        selection,
        visible: Rc::new(visible),
        best: best.unwrap_or_default(),
        app: App {
            highlight: query.clone(),
            ..app.clone()
        },
    });
    cache.found = Some((state.filters.clone(), state.search.clone(), found.clone()));
    found
}

/// Prepares the texts for a search, in steps that the page can draw between: with a large data set the
/// whole takes longer than the first key stroke should.
pub(super) fn prepare(cache: &Rc<RefCell<Cache>>, app: &App) {
    // A search that is being reckoned prepares them itself.
    let is_done = match cache.try_borrow_mut() {
        Ok(mut cache) => cache.prepare_some(app),
        Err(_) => true,
    };
    if !is_done {
        let (cache, app) = (cache.clone(), app.clone());
        hooks::run_later(0, move || prepare(&cache, &app));
    }
}
