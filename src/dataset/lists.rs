//! The lists of a document, read record by record.

use std::fmt;

use serde::Deserialize;

use super::ids::Ids;
use super::issue::Issue;
use super::record::{self, Record};
use super::references::{Checker, Item, References};
use super::text::Text;
use super::types::*;

/// The keys of the lists, in the order in which they are read.
pub(super) const LISTS: [&str; 10] = [
    "sources",
    "actors",
    "levels",
    "definitions",
    "events",
    "dimensions",
    "links",
    "models",
    "benchmarks",
    "yardsticks",
];

/// All lists of a document.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) sources: List<Source>,
    pub(super) actors: List<Actor>,
    pub(super) levels: List<Level>,
    pub(super) definitions: List<Definition>,
    pub(super) events: List<Event>,
    pub(super) dimensions: List<Dimension>,
    pub(super) links: List<Link>,
    pub(super) models: List<Model>,
    pub(super) benchmarks: List<Benchmark>,
    pub(super) yardsticks: List<Yardstick>,
}

impl Lists {
    /// Reads the next record of a list.
    pub(super) fn read(&mut self, text: &str, place: &Place, issues: &mut Vec<Issue>) {
        match place.list {
            "sources" => self.sources.read(text, place, issues),
            "actors" => self.actors.read(text, place, issues),
            "levels" => self.levels.read(text, place, issues),
            "definitions" => self.definitions.read(text, place, issues),
            "events" => self.events.read(text, place, issues),
            "dimensions" => self.dimensions.read(text, place, issues),
            "links" => self.links.read(text, place, issues),
            "models" => self.models.read(text, place, issues),
            "benchmarks" => self.benchmarks.read(text, place, issues),
            "yardsticks" => self.yardsticks.read(text, place, issues),
            _ => {}
        }
    }

    /// Checks the references of one record of a list; returns whether there is such a record.
    pub(super) fn check(&mut self, list: &str, at: usize, check: &mut Checker<'_>) -> bool {
        match list {
            "levels" => self.levels.check("levels", at, check),
            "definitions" => self.definitions.check("definitions", at, check),
            "events" => self.events.check("events", at, check),
            "dimensions" => self.dimensions.check("dimensions", at, check),
            "links" => self.links.check("links", at, check),
            "models" => self.models.check("models", at, check),
            "benchmarks" => self.benchmarks.check("benchmarks", at, check),
            "yardsticks" => self.yardsticks.check("yardsticks", at, check),
            _ => false,
        }
    }

    /// Takes the ids that records can refer to.
    pub(super) fn take_ids(&mut self) -> References {
        References {
            sources: std::mem::take(&mut self.sources.ids),
            actors: std::mem::take(&mut self.actors.ids),
            levels: std::mem::take(&mut self.levels.ids),
            events: std::mem::take(&mut self.events.ids),
            models: std::mem::take(&mut self.models.ids),
            benchmarks: std::mem::take(&mut self.benchmarks.ids),
        }
    }
}

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

/// A list, as far as it is read.
pub(super) struct List<T> {
    /// The sound records.
    pub(super) records: Vec<T>,
    /// Where each of them stands in the file.
    positions: Vec<usize>,
    ids: Ids,
    /// Those of `records` that cannot stay, ascending.
    dropped: Vec<usize>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            positions: Vec::new(),
            ids: Ids::default(),
            dropped: Vec::new(),
        }
    }
}

/// The id of a record that is wrong elsewhere.
#[derive(Deserialize)]
struct Identified {
    id: Text,
}

impl<T: Record + Item> List<T> {
    /// Reads the next record. One that is wrong, or whose id is taken, is left out.
    fn read(&mut self, text: &str, place: &Place, issues: &mut Vec<Issue>) {
        let path = place.to_string();
        let Some(record) = record::read::<T>(text, &path, issues) else {
            if let Ok(Identified { id }) = serde_json::from_str(text) {
                self.ids.lost.insert(id);
            }
            return;
        };
        let id = record.id();
        if let Some(first) = self.ids.positions.get(id) {
            let first = Place {
                list: place.list,
                position: self.positions[*first],
            };
            issues.push(Issue {
                path: format!("{path}.id"),
                message: format!("\"{id}\" is already the id of {first}; give every item its own"),
                left_out: true,
            });
            return;
        }
        self.ids.positions.insert(id.clone(), self.records.len());
        self.positions.push(place.position);
        self.records.push(record);
    }

    /// Checks the references of one record; returns whether there is such a record.
    fn check(&mut self, list: &'static str, at: usize, check: &mut Checker<'_>) -> bool {
        let Some(record) = self.records.get_mut(at) else {
            return false;
        };
        let position = self.positions[at];
        if !record.check_references(check, &Place { list, position }) {
            self.dropped.push(at);
        }
        true
    }

    /// The records that can stay.
    pub(super) fn into_records(mut self) -> Vec<T> {
        let mut at = 0;
        let dropped = self.dropped;
        self.records.retain(|_| {
            at += 1;
            dropped.binary_search(&(at - 1)).is_err()
        });
        self.records
    }
}
