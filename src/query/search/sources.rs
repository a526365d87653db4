//! The folded publishers and titles of all sources, and searching them.

use super::fold::folded;
use super::words::Query;
use crate::dataset::{Dataset, SourceKind, Vocabulary};
use crate::sort::{sort_by, sorted_positions};
use crate::text::Normalize;

/// How many sources there are of each kind, in the order of [`SourceKind::ALL`].
pub type KindCounts = [usize; SourceKind::ALL.len()];

/// The sources by kind, then by publisher and title, with their texts as they are compared.
#[derive(Debug, Default)]
pub struct SourceIndex(Vec<Entry>);

#[derive(Debug)]
struct Entry {
    /// Position in the data set.
    source: usize,
    kind: SourceKind,
    text: String,
}

/// The sources that match.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundSources {
    /// Positions in the data set, by kind, then by publisher and title.
    pub visible: Vec<usize>,
    /// Those that match the search, of each kind, whatever the filter.
    pub counts: KindCounts,
}

impl SourceIndex {
    /// The texts of all sources, in the normal form that `normalize` gives.
    pub fn new(data: &Dataset, normalize: Normalize) -> Self {
        let sources = data.document.sources.iter().enumerate();
        let entries = sources.map(|(source, item)| {
            let publisher = item.publisher.as_deref().unwrap_or_default();
            let text = format!("{publisher}\n{}", item.title);
            Entry {
                source,
                kind: item.kind,
                text: folded(text.trim_start(), normalize),
            }
        });
        let mut entries: Vec<Entry> = entries.collect();
        sort_by(&mut entries, |a, b| {
            (a.kind, &a.text).cmp(&(b.kind, &b.text))
        });
        Self(entries)
    }

    /// The sources that match a query, all kinds or one.
    pub fn find(&self, query: &Query, kind: Option<SourceKind>) -> FoundSources {
        let mut found = FoundSources::default();
        for entry in &self.0 {
            if query.matches_folded(entry.text.as_bytes()) {
                found.counts[entry.kind as usize] += 1;
                if kind.is_none_or(|kind| kind == entry.kind) {
                    found.visible.push(entry.source);
                }
            }
        }
        found
    }
}

/// Positions of texts in the order of the alphabet, without case and accents.
pub fn alphabetical<'a>(
    texts: impl IntoIterator<Item = &'a str>,
    normalize: Normalize,
) -> Vec<usize> {
    let texts = texts.into_iter().map(|text| folded(text, normalize));
    let texts: Vec<String> = texts.collect();
    sorted_positions(texts.len(), &|a, b| texts[a].cmp(&texts[b]))
}
