//! Look-up of records by id.

use super::Text;
use crate::order;

/// Positions by id, sorted for binary search: smaller in WebAssembly than a hash map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    entries: Vec<(Text, u32)>,
}

impl Index {
    /// Indexes ids in the order of their records.
    pub fn new<'a>(ids: impl Iterator<Item = &'a Text>) -> Self {
        let entries: Vec<(Text, u32)> = ids.cloned().zip(0..).collect();
        let by_id = order::sorted(entries.len(), &|a, b| entries[a].0.cmp(&entries[b].0));
        Self {
            entries: order::reordered(entries, &by_id),
        }
    }

    /// Position of the record with that id.
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self
            .entries
            .binary_search_by(|(entry, _)| (**entry).cmp(id))
            .ok()?;
        self.entries
            .get(found)
            .map(|(_, position)| *position as usize)
    }

    /// Whether a record has that id.
    pub fn contains(&self, id: &str) -> bool {
        self.position(id).is_some()
    }
}
