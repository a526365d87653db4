//! The records of one list, as they are read one after another.

use super::load::MAX_EVENTS;
use super::record::{Record, Report};
use super::references::Known;
use super::types::*;
use super::{Index, Issue, Value, read};

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
    /// Reads the next record of the list with that key.
    pub(super) fn add(&mut self, value: &Value, at: &Place<'_>) {
        match at.key {
            "sources" => self.sources.add(value, at, read::source),
            "actors" => self.actors.add(value, at, read::actor),
            "levels" => self.levels.add(value, at, read::level),
            "definitions" => self.definitions.add(value, at, read::definition),
            // More are counted, and refused in the end.
            "events" if at.position >= MAX_EVENTS => {}
            "events" => self.events.add(value, at, read::event),
            "dimensions" => self.dimensions.add(value, at, read::dimension),
            "links" => self.links.add(value, at, read::link),
            "models" => self.models.add(value, at, read::model),
            "benchmarks" => self.benchmarks.add(value, at, read::benchmark),
            "yardsticks" => self.yardsticks.add(value, at, read::yardstick),
            _ => {}
        }
    }

    /// Empties the list with that key, if there is one.
    pub(super) fn clear(&mut self, key: &str) -> Option<&mut Ids> {
        Some(match key {
            "sources" => self.sources.clear(),
            "actors" => self.actors.clear(),
            "levels" => self.levels.clear(),
            "definitions" => self.definitions.clear(),
            "events" => self.events.clear(),
            "dimensions" => self.dimensions.clear(),
            "links" => self.links.clear(),
            "models" => self.models.clear(),
            "benchmarks" => self.benchmarks.clear(),
            "yardsticks" => self.yardsticks.clear(),
            _ => return None,
        })
    }

    /// Moves the problems of all lists, one list after another.
    pub(super) fn move_issues(&mut self, issues: &mut Vec<Issue>) {
        for ids in [
            &mut self.sources.ids,
            &mut self.actors.ids,
            &mut self.levels.ids,
            &mut self.definitions.ids,
            &mut self.events.ids,
            &mut self.dimensions.ids,
            &mut self.links.ids,
            &mut self.models.ids,
            &mut self.benchmarks.ids,
            &mut self.yardsticks.ids,
        ] {
            issues.append(&mut ids.issues);
        }
    }
}

/// What reading a list has given so far.
pub(super) struct List<T> {
    /// The sound records.
    pub(super) records: Vec<T>,
    pub(super) ids: Ids,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self {
            records: Vec::new(),
            ids: Ids::default(),
        }
    }
}

impl<T> List<T> {
    #[inline(never)]
    fn clear(&mut self) -> &mut Ids {
        self.records.clear();
        self.ids.clear();
        &mut self.ids
    }

    /// Reads the next record. One that is wrong, or whose id is taken, is left out.
    pub(super) fn add(&mut self, value: &Value, at: &Place<'_>, read: fn(&mut Record<'_>) -> T) {
        let records = &mut self.records;
        self.ids.add(value, at, &mut |record| {
            let item = read(record);
            let sound = record.finish();
            if sound {
                records.push(item);
            }
            sound
        });
    }

    /// Checks one record; whether there is such a record.
    pub(super) fn check(&mut self, at: usize, check: &mut dyn FnMut(usize, &mut T)) -> bool {
        match (self.records.get_mut(at), self.ids.positions.get(at)) {
            (Some(record), Some(position)) => {
                check(*position, record);
                true
            }
            _ => false,
        }
    }
}

/// Where a record stands.
pub(super) struct Place<'a> {
    pub(super) key: &'a str,
    pub(super) position: usize,
    /// Whether keys that nobody reads are reported too.
    pub(super) strict: bool,
}

/// The ids of a list.
#[derive(Default)]
pub(super) struct Ids {
    /// Where each sound record stands in the file.
    pub(super) positions: Vec<usize>,
    /// Ids of the sound records.
    pub(super) kept: Index,
    /// Ids of records that were left out: whoever refers to them is not to blame.
    lost: Index,
    /// Problems of this list.
    pub(super) issues: Vec<Issue>,
}

impl Ids {
    #[inline(never)]
    fn clear(&mut self) {
        *self = Self::default();
    }

    /// Hands a record to `keep`, which tells whether it is kept.
    fn add(
        &mut self,
        value: &Value,
        at: &Place<'_>,
        keep: &mut dyn FnMut(&mut Record<'_>) -> bool,
    ) {
        let Place { key, position, .. } = *at;
        let path = format!("{key}[{position}]");
        let id: Option<&Text> = value.get("id").and_then(Value::as_text);
        let holder = id.and_then(|id| self.kept.position(id));
        let mut report = Report {
            issues: core::mem::take(&mut self.issues),
            strict: at.strict,
        };
        let kept = Record::open(value, &path, &mut report).is_some_and(|mut record| {
            if let (Some(holder), Some(id)) = (holder, id) {
                let first = self.positions[holder];
                let message = format!(
                    "\"{id}\" is already the id of {key}[{first}]; give every item its own"
                );
                record.wrong("id", message);
            }
            keep(&mut record)
        });
        self.issues = report.issues;
        match (kept, id) {
            (true, Some(id)) => {
                self.positions.push(position);
                self.kept.add(id);
            }
            (_, Some(id)) => self.lost.add(id),
            _ => {}
        }
    }

    /// What references to this list are checked against.
    pub(super) fn known(&mut self, what: &'static str) -> Known {
        Known {
            what,
            index: core::mem::take(&mut self.kept),
            lost: core::mem::take(&mut self.lost),
        }
    }
}
