//! The lists of a document, read record by record.

use std::collections::HashSet;
use std::fmt::Display;

use super::ids::{Ids, Place};
use super::issue::Issue;
use super::object::blanks;
use super::record::{self, Record};
use super::references::{Checker, Item, References};
use super::text::Text;
use super::types::*;

/// The keys of the lists, in the order in which they are read.
pub(super) const LISTS: [&str; 14] = [
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
    "glossary",
    "claims",
    "method",
    "corrections",
];

/// The keys of the values that are read and are no lists.
#[cfg(feature = "schema")]
pub(super) const OBJECTS: [&str; 3] = ["meta", "story", "decide"];

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
    pub(super) glossary: List<GlossaryTerm>,
    pub(super) claims: List<FactCheck>,
    pub(super) method: List<MethodText>,
    pub(super) corrections: List<Correction>,
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
            "glossary" => self.glossary.read(text, place, issues),
            "claims" => self.claims.read(text, place, issues),
            "method" => self.method.read(text, place, issues),
            "corrections" => self.corrections.read(text, place, issues),
            _ => {}
        }
    }

    /// Leaves a record out: its id is known, so that references to it are no further problem.
    pub(super) fn lose(&mut self, text: &str, place: &Place) {
        let ids = match place.list {
            "sources" => &mut self.sources.ids,
            "actors" => &mut self.actors.ids,
            "levels" => &mut self.levels.ids,
            "events" => &mut self.events.ids,
            "models" => &mut self.models.ids,
            "benchmarks" => &mut self.benchmarks.ids,
            "claims" => &mut self.claims.ids,
            _ => return,
        };
        ids.add_lost(text);
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
            "glossary" => self.glossary.check("glossary", at, check),
            "claims" => self.claims.check("claims", at, check),
            "method" => self.method.check("method", at, check),
            "corrections" => self.corrections.check("corrections", at, check),
            _ => false,
        }
    }

    /// Takes the ids that records can refer to.
    pub(super) fn take_ids(&mut self) -> References {
        let dimensions = self.dimensions.records.iter();
        let mut claims = std::mem::take(&mut self.claims.ids);
        for claim in dimensions.flat_map(Dimension::claims) {
            claims.positions.insert(claim.id.clone(), 0);
        }
        References {
            claims,
            sources: std::mem::take(&mut self.sources.ids),
            actors: std::mem::take(&mut self.actors.ids),
            levels: std::mem::take(&mut self.levels.ids),
            events: std::mem::take(&mut self.events.ids),
            models: std::mem::take(&mut self.models.ids),
            benchmarks: std::mem::take(&mut self.benchmarks.ids),
        }
    }
}

/// Tells that fields of a sound record are `""`, except those that have been told of other records.
pub(super) fn tell_blanks(
    text: &str,
    place: &dyn Display,
    told: &mut HashSet<Text>,
    issues: &mut Vec<Issue>,
) {
    for field in blanks(text) {
        // The same field of another item is the same.
        let letters = field.chars().filter(|letter| !letter.is_ascii_digit());
        if told.insert(letters.collect::<String>().into()) {
            issues.push(Issue {
                path: format!("{place}.{field}"),
                message: "\"\" counts as left out, here and in other items; leave the field out"
                    .to_owned(),
                left_out: false,
            });
        }
    }
}

/// The part of a list that has been read.
pub(super) struct List<T> {
    /// The sound records.
    pub(super) records: Vec<T>,
    /// Where each of them stands in the file.
    places: Vec<usize>,
    ids: Ids,
    /// Those of `records` that cannot stay, ascending.
    dropped: Vec<usize>,
    /// The fields that were `""`, each told once: a sheet may have thousands of blank cells.
    blank: HashSet<Text>,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            places: Vec::new(),
            ids: Ids::default(),
            dropped: Vec::new(),
            blank: HashSet::new(),
        }
    }
}

impl<T: Record + Item> List<T> {
    /// Reads the next record. One that is wrong, or whose id is taken, is left out.
    fn read(&mut self, text: &str, place: &Place, issues: &mut Vec<Issue>) {
        match record::read::<T>(text, place, issues) {
            Some(record) => {
                tell_blanks(text, place, &mut self.blank, issues);
                if self.ids.add(record.id(), place, &mut self.places, issues) {
                    self.records.push(record);
                }
            }
            None => self.ids.add_lost(text),
        }
    }

    /// Checks the references of one record; returns whether there is such a record.
    fn check(&mut self, list: &'static str, at: usize, check: &mut Checker<'_>) -> bool {
        let Some(record) = self.records.get_mut(at) else {
            return false;
        };
        let position = self.places[at];
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
