//! Reads a data set from JSON text, in steps, so that a page can draw in between.
//!
//! The text is scanned in one step. Then records are deserialised one by one, their references are
//! checked, and events are sorted and indexed. The result is the sound records and the issues.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};
use std::mem;

use super::document::DocumentText;
use super::ids::Place;
use super::issue::{Issue, Refusal};
use super::lists::{LISTS, Lists, tell_blanks};
use super::look_up::{Dataset, LookUp, date_of, span_of};
use super::record::Record;
use super::references::{Checker, References};
use super::text::Text;
use super::types::{Decide, Document, Meta, Model, Story};
use super::{record, version};
use crate::sort::sort_by;

/// Largest text that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// Most events that are read.
pub const MAX_EVENTS: usize = 100_000;

/// Bytes of records that are read in one step: a fraction of a millisecond.
const BYTES_PER_STEP: usize = 16_000;

/// Records that are checked or indexed in one step: a fraction of a millisecond.
const RECORDS_PER_STEP: usize = 250;

/// The share of the work that is done when all records are read.
const READ_SHARE: f64 = 0.9;

/// A data set, and what was left out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The sound records.
    pub dataset: Dataset,
    /// Every wrong record, by path; of one with several problems, the first.
    pub issues: Vec<Issue>,
}

/// Reads a data set.
///
/// # Errors
/// Refuses only what is no data set at all: a text that is not a JSON object, a version that this
/// code does not know, no sound event, or a size over [`MAX_BYTES`] or [`MAX_EVENTS`].
pub fn load(text: &(impl AsRef<[u8]> + ?Sized)) -> Result<Loaded, Refusal> {
    let mut reading = Reading::new(text.as_ref().to_vec())?;
    loop {
        if let Step::Done(loaded) = reading.step()? {
            return Ok(*loaded);
        }
    }
}

/// The result of a step.
pub enum Step {
    /// The share of the work that is done, below 1.
    Share(f64),
    /// Everything is read.
    Done(Box<Loaded>),
}

/// A data set that is being read.
///
/// Steps take a fraction of a millisecond. In a large data set two take longer: scanning the text, and
/// sorting.
pub struct Reading {
    phase: Phase,
    document: DocumentText,
    /// Bytes of the records that have been read.
    bytes_read: usize,
    meta: Meta,
    story: Option<Story>,
    decide: Option<Decide>,
    lists: Lists,
    references: References,
    /// Positions of the events by id.
    events: HashMap<Text, usize>,
    issues: Vec<Issue>,
}

/// What the next step does.
enum Phase {
    Scan(Vec<u8>),
    /// Looks at a list: its place in [`LISTS`].
    Find(usize),
    Read {
        list: usize,
        next: usize,
    },
    CheckReferences {
        list: usize,
        next: usize,
    },
    Sort,
    /// The event that is indexed next.
    Index(usize),
    Done,
}

impl Reading {
    /// Starts to read a text in UTF-8. A record with bytes that are not UTF-8 is left out.
    ///
    /// # Errors
    /// Refuses more than [`MAX_BYTES`].
    pub fn new(bytes: Vec<u8>) -> Result<Self, Refusal> {
        if bytes.len() > MAX_BYTES {
            return Err(Refusal::new(format!(
                "The data set is larger than {} MB; split it or shorten it.",
                MAX_BYTES / 1_000_000
            )));
        }
        Ok(Self {
            phase: Phase::Scan(bytes),
            document: DocumentText::default(),
            bytes_read: 0,
            meta: Meta::default(),
            story: None,
            decide: None,
            lists: Lists::default(),
            references: References::default(),
            events: HashMap::new(),
            issues: Vec::new(),
        })
    }

    /// Takes the next step. After an error or [`Step::Done`] there is nothing more to read.
    ///
    /// # Errors
    /// Refuses what [`load`] refuses.
    pub fn step(&mut self) -> Result<Step, Refusal> {
        self.phase = match mem::replace(&mut self.phase, Phase::Done) {
            Phase::Scan(bytes) => self.scan(bytes)?,
            Phase::Find(list) => self.find(list)?,
            Phase::Read { list, next } => self.read(list, next),
            Phase::CheckReferences { list, next } => self.check_references(list, next),
            Phase::Sort => self.sort(),
            Phase::Index(next) if next < self.lists.events.records.len() => self.index(next),
            Phase::Index(_) => return Ok(Step::Done(Box::new(self.loaded()))),
            Phase::Done => return Err(Refusal::new("The data set has been read already.")),
        };
        Ok(Step::Share(self.share()))
    }

    fn share(&self) -> f64 {
        match self.phase {
            Phase::Scan(_) | Phase::Find(_) | Phase::Read { .. } => {
                self.bytes_read as f64 / self.document.len().max(1) as f64 * READ_SHARE
            }
            _ => READ_SHARE,
        }
    }

    fn scan(&mut self, bytes: Vec<u8>) -> Result<Phase, Refusal> {
        self.document = DocumentText::decode(bytes)?;
        self.issues.extend(self.document.wrong_values());
        self.issues
            .extend(version::check(self.document.value("version"))?);
        // An empty object has neither title nor language, which is reported.
        self.meta = self.read_value("meta", Some("{}")).unwrap_or_default();
        self.story = self.read_value("story", None);
        self.decide = self.read_value("decide", None);
        Ok(Phase::Find(0))
    }

    /// Reads a value that is no list, unless its bytes have been reported as wrong.
    fn read_value<T: Record>(&mut self, key: &str, otherwise: Option<&str>) -> Option<T> {
        let is_told = (self.issues.iter().map(|issue| &*issue.path))
            .any(|path| path == key || path.starts_with(&format!("{key}.")));
        let text = self.document.value(key).or(otherwise);
        let text = text.filter(|text| !is_told && *text != "null")?;
        let read = record::read(text, &key, &mut self.issues)?;
        tell_blanks(text, &key, &mut HashSet::new(), &mut self.issues);
        Some(read)
    }

    fn find(&mut self, list: usize) -> Result<Phase, Refusal> {
        let Some(key) = LISTS.get(list) else {
            return self.all_read();
        };
        if !self.document.has_list(key) {
            return Ok(Phase::Find(list + 1));
        }
        let Some(places) = self.document.records(key) else {
            self.issues.push(Issue {
                path: (*key).to_owned(),
                message: "expected a list […]; nothing of it is shown".to_owned(),
                left_out: true,
            });
            return Ok(Phase::Find(list + 1));
        };
        if *key == "events" && places.len() > MAX_EVENTS {
            return Err(Refusal::new(format!(
                "The data set has {} events; at most {MAX_EVENTS} can be shown.",
                places.len()
            )));
        }
        Ok(Phase::Read { list, next: 0 })
    }

    fn read(&mut self, list: usize, mut next: usize) -> Phase {
        let places = self.document.records(LISTS[list]).unwrap_or_default();
        let end = self.bytes_read + BYTES_PER_STEP;
        while self.bytes_read < end {
            let Some(place) = places.get(next) else {
                return Phase::Find(list + 1);
            };
            if let Some(text) = self.document.slice(place) {
                let (wrong, start) = (self.document.wrong_in(place), place.start);
                let place = Place {
                    list: LISTS[list],
                    position: next,
                };
                if let Some(wrong) = wrong {
                    self.issues
                        .push(wrong.issue(text, start, &place.to_string()));
                    self.lists.lose(text, &place);
                } else {
                    self.lists.read(text, &place, &mut self.issues);
                }
            }
            self.bytes_read += place.len();
            next += 1;
        }
        Phase::Read { list, next }
    }

    fn all_read(&mut self) -> Result<Phase, Refusal> {
        self.document = DocumentText::default();
        if self.lists.events.records.is_empty() {
            return Err(Refusal {
                message: "The data set has no event that can be shown; \"events\" is a list of objects with id, date and title.".to_owned(),
                issues: mem::take(&mut self.issues),
            });
        }
        self.references = self.lists.take_ids();
        Ok(Phase::CheckReferences { list: 0, next: 0 })
    }

    fn check_references(&mut self, list: usize, next: usize) -> Phase {
        let mut checker = Checker {
            ids: &self.references,
            issues: &mut self.issues,
        };
        let Some(key) = LISTS.get(list) else {
            if let Some(story) = &mut self.story {
                checker.story(story);
            }
            if let Some(decide) = &mut self.decide {
                checker.decide(decide);
            }
            return Phase::Sort;
        };
        let end = next + RECORDS_PER_STEP;
        if (next..end).all(|at| self.lists.check(key, at, &mut checker)) {
            Phase::CheckReferences { list, next: end }
        } else {
            Phase::CheckReferences {
                list: list + 1,
                next: 0,
            }
        }
    }

    /// Sorts the events by date, then by weight. Ids make the order the same everywhere.
    fn sort(&mut self) -> Phase {
        let events = &mut self.lists.events.records;
        sort_by(events, |a, b| {
            (a.date, Reverse(a.weight), &a.id).cmp(&(b.date, Reverse(b.weight), &b.id))
        });
        self.events.reserve(events.len());
        Phase::Index(0)
    }

    fn index(&mut self, next: usize) -> Phase {
        let end = next + RECORDS_PER_STEP;
        let events = self.lists.events.records.iter().enumerate();
        for (position, event) in events.take(end).skip(next) {
            self.events.insert(event.id.clone(), position);
        }
        Phase::Index(end)
    }

    fn loaded(&mut self) -> Loaded {
        let lists = mem::take(&mut self.lists);
        let references = mem::take(&mut self.references);
        let document = Document {
            schema: None,
            version: "1.0".into(),
            meta: mem::take(&mut self.meta),
            sources: lists.sources.records,
            actors: lists.actors.records,
            levels: lists.levels.records,
            definitions: lists.definitions.records,
            dimensions: lists.dimensions.records,
            events: lists.events.records,
            links: lists.links.into_records(),
            models: sorted(lists.models.records),
            benchmarks: lists.benchmarks.records,
            yardsticks: lists.yardsticks.records,
            glossary: lists.glossary.records,
            claims: lists.claims.records,
            method: lists.method.records,
            corrections: lists.corrections.records,
            story: self.story.take(),
            decide: self.decide.take(),
        };
        let models = document.models.iter().enumerate();
        let look_up = LookUp {
            span: span_of(&document.meta, &document.events),
            date: date_of(&document.meta, &document.events),
            events: mem::take(&mut self.events),
            sources: references.sources.positions,
            actors: references.actors.positions,
            levels: references.levels.positions,
            models: models.map(|(at, model)| (model.id.clone(), at)).collect(),
            benchmarks: references.benchmarks.positions,
        };
        Loaded {
            dataset: Dataset::new(document, look_up),
            issues: mem::take(&mut self.issues),
        }
    }
}

/// Sorts models by release, those without a date last.
fn sorted(mut models: Vec<Model>) -> Vec<Model> {
    sort_by(&mut models, |a, b| {
        (a.released.is_none(), a.released, &a.id).cmp(&(b.released.is_none(), b.released, &b.id))
    });
    models
}
