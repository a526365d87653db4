//! The ids of a list: which record has which, and which were lost with their records.

use std::collections::{HashMap, HashSet};

use super::text::Text;

/// The ids of a list.
#[derive(Default)]
pub(super) struct Ids {
    /// Positions of the sound records.
    pub(super) positions: HashMap<Text, usize>,
    /// Ids of records that were left out. References to them are dropped without an issue.
    pub(super) lost: HashSet<Text>,
}
