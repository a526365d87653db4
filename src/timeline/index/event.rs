//! What goes into the index.

/// An event to be indexed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexedEvent {
    /// Its position in the data set.
    pub position: u32,
    /// Its time, in days since 1970-01-01.
    pub t: f64,
    /// Its lane, from 0 at the top.
    pub lane: usize,
    /// 1 to 3.
    pub weight: u8,
    /// How many days before and after its time it reaches; see
    /// [`Item::extent`](crate::timeline::Item::extent).
    pub extent: (f64, f64),
}
