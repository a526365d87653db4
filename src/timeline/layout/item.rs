//! What goes into a layout: an event, measured.

/// An event to be placed, or an aggregate of events.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Item {
    /// Its index in the caller's list, which [`Mark`](super::Mark) and [`Cluster`](super::Cluster)
    /// refer to.
    pub index: usize,
    /// Its time, in days since 1970-01-01.
    pub t: f64,
    /// Its lane, from 0 at the top. One beyond the last counts as the last.
    pub lane: usize,
    /// 1 to 3: the heavier is placed first when there is not room for all. A higher weight is for the
    /// selected event, which is placed before all others.
    pub weight: u8,
    /// Whether it is placed before all items of weight 1 to 3, so that a dense stretch has one name.
    pub leads: bool,
    /// Widths of its label in CSS pixels, full and short; 0 for none.
    pub label_widths: [f64; 2],
    /// How many days before and after its time are drawn as its extent: how long it lasted, or between
    /// which days its date is. 0 for none.
    pub extent: (f64, f64),
    /// 0 for an event. Otherwise it stands for that many events that have no chance of a mark (see
    /// [`TimeIndex`](crate::timeline::TimeIndex)), and is always part of a cluster.
    pub aggregate: usize,
}

impl Item {
    /// How many events it stands for.
    pub(super) fn event_count(&self) -> usize {
        self.aggregate.max(1)
    }
}
