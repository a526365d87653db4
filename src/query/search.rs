//! Text search: which events match all words of a query, where, and how well.
//!
//! Given the texts of events and what the reader types; returns positions of events, ranges to
//! highlight, and excerpts. Letters are compared without case, accents, width and normal form. A page searches at every key stroke, so the texts are prepared once ([`Haystack`]).

mod excerpt;
mod fold;
mod glossary;
mod haystack;
mod sources;
mod words;

pub use excerpt::{Excerpt, excerpt};
pub use glossary::terms_in;
pub use haystack::Haystack;
pub use sources::{FoundSources, KindCounts, SourceIndex, alphabetical};
pub use words::Query;

use crate::dataset::{Dataset, Event};

/// Whether one event matches, where no haystack is ready; its date is searched in digits only.
pub fn matches(data: &Dataset, event: &Event, query: &Query) -> bool {
    let event = core::slice::from_ref(event);
    query.is_empty()
        || !Haystack::of(data, event, &|_| String::new())
            .find(query)
            .is_empty()
}
