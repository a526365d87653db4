//! What is visible: filters with their counts, text search, threads of links, and what cites or explains what.
//!
//! Given a data set, filters and a search text; returns positions of events, models or sources, and counts
//! for the values of the filters.

mod citations;
mod facets;
mod filters;
mod key_events;
mod position;
pub mod search;
mod threads;

pub use citations::{Citations, Citing};
pub use facets::{Facet, FacetIndex, FilterResult};
pub use filters::{Filter, Filters};
pub use key_events::{is_key, key_events};
pub use position::{count_in_range, neighbour};
pub use threads::thread;

use crate::dataset::{Dataset, Event};
use search::{Haystack, Query};

/// Whether an event matches the filters and the search text.
pub fn matches(data: &Dataset, event: &Event, filters: &Filters, search: &str) -> bool {
    filters.allow(event) && search::matches(data, event, &Query::new(search, data.normalize))
}

/// The events that match the filters and the search text, where neither a [`FacetIndex`] nor a
/// [`Haystack`] is ready.
pub fn select(data: &Dataset, filters: &Filters, search: &str) -> FilterResult {
    let query = Query::new(search, data.normalize);
    let found =
        (!query.is_empty()).then(|| Haystack::new(data, &|date| date.to_string()).find(&query));
    FacetIndex::new(data).select(filters, found.as_deref())
}
