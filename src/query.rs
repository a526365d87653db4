//! What is visible: filters with their counts, text search, and chains of links.
//!
//! A data set and a state come in, positions of events or models come out.

mod facets;
pub mod search;
mod threads;

pub use facets::{Facet, FacetIndex, FilterResult, count_in_range, matches, neighbour, select};
pub use threads::thread;
