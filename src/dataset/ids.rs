//! The ids of a list: which record has which, and which were lost with their records.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::issue::Issue;
use super::object::fields;
use super::text::Text;

/// Where a record stands: `events[12]`.
pub(super) struct Place {
    pub(super) list: &'static str,
    pub(super) position: usize,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]", self.list, self.position)
    }
}

/// The ids of a list.
#[derive(Default)]
pub(super) struct Ids {
    /// Positions among the sound records.
    pub(super) positions: HashMap<Text, usize>,
    /// Ids of records that were left out. References to them are dropped without an issue.
    pub(super) lost: HashSet<Text>,
}

impl FromIterator<Text> for Ids {
    fn from_iter<I: IntoIterator<Item = Text>>(ids: I) -> Self {
        let ids = ids.into_iter().enumerate();
        Self {
            positions: ids.map(|(position, id)| (id, position)).collect(),
            lost: HashSet::new(),
        }
    }
}

impl Ids {
    /// Whether a record has, or had, that id.
    pub(super) fn has(&self, id: &Text) -> bool {
        self.positions.contains_key(id) || self.lost.contains(id)
    }

    /// Adds the id of the next sound record; returns whether the id was free. An id that is taken is
    /// reported. `places` has the positions in the file of the sound records so far.
    pub(super) fn add(
        &mut self,
        id: &Text,
        place: &Place,
        places: &mut Vec<usize>,
        issues: &mut Vec<Issue>,
    ) -> bool {
        let Some(first) = self.positions.get(id) else {
            self.positions.insert(id.clone(), places.len());
            places.push(place.position);
            return true;
        };
        let first = Place {
            list: place.list,
            position: places[*first],
        };
        issues.push(Issue {
            path: format!("{place}.id"),
            message: format!("\"{id}\" is already the id of {first}; give every item its own"),
            left_out: true,
        });
        false
    }

    /// Adds the id of a record that was left out, if it has one.
    pub(super) fn add_lost(&mut self, text: &str) {
        if let Ok(fields) = fields(text)
            && let Some(id) = fields.get("id")
            && let Ok(id) = serde_json::from_str(id.get())
        {
            self.lost.insert(id);
        }
    }
}
