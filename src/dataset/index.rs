//! Look-up of records by id.

use super::Text;

/// Positions by id. It grows with the records, so that no step at the end costs as much as all of
/// them; a table of our own, because the standard one weighs more in WebAssembly.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Index {
    /// In the order of the records.
    ids: Vec<Text>,
    /// Open addressing: hashes and positions; a power of two, at most half full.
    slots: Vec<(u32, u32)>,
}

/// The position in an empty slot.
const EMPTY: u32 = u32::MAX;

/// FNV-1a.
fn hash(id: &str) -> u32 {
    let start = 0x811c_9dc5;
    id.bytes().fold(start, |hash: u32, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

impl Index {
    /// Adds the id of the next record, unless there is one with that id.
    pub fn add(&mut self, id: &Text) {
        if self.contains(id) {
            return;
        }
        if self.slots.len() <= self.ids.len() * 2 {
            let grown = (self.slots.len() * 2).max(16);
            for (hash, position) in core::mem::replace(&mut self.slots, vec![(0, EMPTY); grown]) {
                if position != EMPTY {
                    self.put(hash, position);
                }
            }
        }
        // Far more than can be held in the memory of a page.
        let position = u32::try_from(self.ids.len()).unwrap_or(EMPTY);
        self.put(hash(id), position);
        self.ids.push(id.clone());
    }

    fn put(&mut self, hash: u32, position: u32) {
        let free = self.probe(hash, |slot| slot.1 == EMPTY);
        if let Some(slot) = free.and_then(|at| self.slots.get_mut(at)) {
            *slot = (hash, position);
        }
    }

    /// The first slot, of those where that hash may be, that is what is looked for.
    fn probe(&self, hash: u32, mut found: impl FnMut((u32, u32)) -> bool) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        // The low bits of the hash alone would put ids that end in numbers side by side.
        let start = (hash ^ (hash >> 15)) as usize;
        (0..=mask)
            .map(|step| (start + step) & mask)
            .find(|at| found(self.slots[*at]))
    }

    /// Position of the record with that id.
    pub fn position(&self, id: &str) -> Option<usize> {
        let wanted = hash(id);
        let is_id = |position| {
            self.ids
                .get(position as usize)
                .is_some_and(|it| **it == *id)
        };
        let at = self.probe(wanted, |(hash, position)| {
            position == EMPTY || (hash == wanted && is_id(position))
        })?;
        Some(self.slots[at].1 as usize).filter(|position| *position < self.ids.len())
    }

    /// Whether a record has that id.
    pub fn contains(&self, id: &str) -> bool {
        self.position(id).is_some()
    }

    /// How many ids there are.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(number: usize) -> Text {
        format!("event-{number}").into()
    }

    #[test]
    fn finds_what_was_added() {
        let mut index = Index::default();
        assert!(index.is_empty() && index.position("event-0").is_none());
        for number in 0..1000 {
            index.add(&text(number));
            index.add(&text(number / 2));
        }
        assert_eq!(index.len(), 1000);
        for number in 0..1000 {
            assert_eq!(index.position(&text(number)), Some(number));
        }
        assert!(!index.contains("event-1000") && !index.contains(""));
    }
}
