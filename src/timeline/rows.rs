//! Rows of boxes that do not overlap.

/// A box in a row: a mark with its label, or a cluster.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Slot {
    pub(super) x1: f64,
    pub(super) x2: f64,
    /// Who owns it: an index that the caller gives.
    pub(super) owner: usize,
}

/// A row of boxes, from left to right.
#[derive(Clone, Debug, Default)]
pub(super) struct Row {
    slots: Vec<Slot>,
}

impl Row {
    fn first_after(&self, x: f64) -> usize {
        self.slots.partition_point(|slot| slot.x2 <= x)
    }

    /// Whether nothing stands between two places.
    pub(super) fn is_free(&self, x1: f64, x2: f64) -> bool {
        self.slots
            .get(self.first_after(x1))
            .is_none_or(|slot| slot.x1 >= x2)
    }

    /// Owners of what stands between two places.
    pub(super) fn owners(&self, x1: f64, x2: f64) -> Vec<usize> {
        let from = self.first_after(x1);
        let standing = self.slots.iter().skip(from);
        standing
            .take_while(|slot| slot.x1 < x2)
            .map(|slot| slot.owner)
            .collect()
    }

    /// Room to the right of a place, up to `most`.
    pub(super) fn room(&self, x: f64, most: f64) -> f64 {
        self.slots
            .get(self.first_after(x))
            .map_or(most, |slot| (slot.x1 - x).min(most))
    }

    /// Puts a box where nothing stands.
    pub(super) fn put(&mut self, slot: Slot) {
        let at = self.slots.partition_point(|other| other.x1 < slot.x1);
        self.slots.insert(at, slot);
    }

    /// Takes away the box of an owner.
    pub(super) fn remove(&mut self, owner: usize) {
        self.slots.retain(|slot| slot.owner != owner);
    }
}
