//! Reads a data set from JSON text, in steps that a page can draw between.

use super::list::{Lists, Place};
use super::look_up::{Dataset, LookUp, span_of};
use super::parse::{Met, Parser, Piece};
use super::record::{Record, Report};
use super::references::References;
use super::types::*;
use super::{Index, Issue, Refusal, Value, format, read};
use crate::date::PartialDate;
use crate::gather::Gather;
use crate::order::{self, Sorting};

/// Largest text that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// Most events that are read.
pub const MAX_EVENTS: usize = 100_000;

/// How many bytes are read in one step: a fraction of a millisecond.
const READ_AT_ONCE: usize = 16_000;

/// How many records are checked in one step: a fraction of a millisecond too.
const CHECKED_AT_ONCE: usize = 250;

/// The share of the work that is done when all is read and nothing is checked yet.
const READ_SHARE: f64 = 0.9;

/// A data set, and what was left out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The sound records.
    pub dataset: Dataset,
    /// Every problem, by path.
    pub issues: Vec<Issue>,
}

/// Says what is wrong with a text that is not JSON; `None` where it is JSON. Asked only where
/// reading has failed: its words are those of serde_json natively, and of the browser in a page.
pub type Fault = fn(&str) -> Option<String>;

/// Reads a data set.
///
/// # Errors
/// Refuses only what is no data set at all: a text that is not a JSON object, a version that this
/// code does not know, no sound event, or a size over [`MAX_BYTES`] or [`MAX_EVENTS`].
pub fn load(text: &str) -> Result<Loaded, Refusal> {
    load_with(text, false)
}

/// Every problem of a data set or of a text that is none, for editors. Unknown keys count too,
/// because a misspelt key is a field that nobody sees.
pub fn check(text: &str) -> Vec<Issue> {
    match load_with(text, true) {
        Ok(loaded) => loaded.issues,
        Err(refusal) => {
            let mut issues = refusal.issues;
            issues.push(Issue {
                path: "$".to_owned(),
                message: refusal.message,
                left_out: true,
            });
            issues
        }
    }
}

fn load_with(text: &str, strict: bool) -> Result<Loaded, Refusal> {
    let fault = |text: &str| {
        let found = serde_json::from_str::<serde::de::IgnoredAny>(text);
        found.err().map(|error| error.to_string())
    };
    let mut reading = Reading::new(text.as_bytes().to_vec(), fault)?;
    reading.report.strict = strict;
    loop {
        if let Step::Done(loaded) = reading.step()? {
            return Ok(*loaded);
        }
    }
}

/// What a step has come to.
pub enum Step {
    /// The share of the work that is done, below 1.
    Share(f64),
    /// Everything is read.
    Done(Box<Loaded>),
}

/// A data set that is being read. No step takes longer than some milliseconds, however large the
/// data set is, unless a single record is.
pub struct Reading {
    parser: Parser,
    fault: Fault,
    /// Problems of the document as a whole, and after reading all of them.
    report: Report,
    /// Keys of the document in the order of the file.
    keys: Vec<Text>,
    /// How many items of the list in hand have been read.
    items: usize,
    /// How many events the data set has, sound or not.
    seen_events: usize,
    version: Value,
    /// What stands under `meta`, before and after reading it.
    about: Option<Value>,
    meta: Option<Meta>,
    lists: Lists,
    references: References,
    /// What events are ordered by before all else: beside one another, because comparing the events
    /// themselves would reach all over the memory.
    keys_by_date: Vec<(PartialDate, u8)>,
    sorting: Sorting,
    /// The events by id, in their order.
    by_id: Index,
    stage: Stage,
}

/// What is done next.
enum Stage {
    Reading,
    /// Which of the lists, and which of its records.
    Checking(u8, usize),
    Ordering,
    /// Which of the events.
    Placing(usize),
    Done,
}

impl Reading {
    /// Begins to read a text in UTF-8.
    ///
    /// # Errors
    /// Refuses more than [`MAX_BYTES`].
    pub fn new(bytes: Vec<u8>, fault: Fault) -> Result<Self, Refusal> {
        if bytes.len() > MAX_BYTES {
            return Err(Refusal::new(format!(
                "The data set is larger than {} MB; split it or shorten it.",
                MAX_BYTES / 1_000_000
            )));
        }
        Ok(Self {
            parser: Parser::new(bytes),
            fault,
            report: Report::default(),
            keys: Vec::new(),
            items: 0,
            seen_events: 0,
            version: Value::Null,
            about: None,
            meta: None,
            lists: Lists::default(),
            references: References::default(),
            keys_by_date: Vec::new(),
            sorting: Sorting::default(),
            by_id: Index::default(),
            stage: Stage::Reading,
        })
    }

    /// Reads on. After an error or [`Step::Done`] there is nothing more to read.
    ///
    /// # Errors
    /// Refuses what [`load`] refuses.
    pub fn step(&mut self) -> Result<Step, Refusal> {
        match self.stage {
            Stage::Reading => return self.read_some(),
            Stage::Checking(list, from) => self.check_some(list, from),
            Stage::Ordering => self.order_some(),
            Stage::Placing(from) => {
                if self.place_some(from) {
                    self.stage = Stage::Done;
                    return Ok(Step::Done(Box::new(self.placed())));
                }
            }
            Stage::Done => return Err(Refusal::new("The data set has been read already.")),
        }
        Ok(Step::Share(READ_SHARE))
    }

    fn check_some(&mut self, list: u8, from: usize) {
        self.stage = Stage::Checking(list, from + CHECKED_AT_ONCE);
        for at in from..from + CHECKED_AT_ONCE {
            let (lists, report) = (&mut self.lists, &mut self.report);
            if !self.references.check(lists, report, list, at) {
                self.stage = if list + 1 < References::LISTS {
                    Stage::Checking(list + 1, 0)
                } else {
                    let events = &self.lists.events.records;
                    let keys = events
                        .iter()
                        .map(|event| (event.date, u8::MAX - event.weight));
                    self.keys_by_date = keys.gather();
                    self.sorting = Sorting::new(events.len());
                    Stage::Ordering
                };
                return;
            }
        }
    }

    fn order_some(&mut self) {
        let (keys, events) = (&self.keys_by_date, &self.lists.events.records);
        let done = self.sorting.step(&|a, b| {
            let by_date = keys[a].cmp(&keys[b]);
            by_date.then_with(|| events[a].id.cmp(&events[b].id))
        });
        if done {
            self.stage = Stage::Placing(0);
        }
    }

    /// Puts some events in their place; whether those were the last ones.
    fn place_some(&mut self, from: usize) -> bool {
        let (order, events) = (&self.sorting.order, &mut self.lists.events.records);
        let end = events.len().min(from + CHECKED_AT_ONCE);
        for at in from..end {
            // What stood in an earlier place has been exchanged for what belongs there.
            let mut before = order[at];
            while before < at {
                before = order[before];
            }
            events.swap(at, before);
            self.by_id.add(&events[at].id);
        }
        self.stage = Stage::Placing(end);
        end == events.len()
    }

    /// The data set, of what has been read and checked.
    #[inline(never)]
    fn placed(&mut self) -> Loaded {
        let lists = core::mem::take(&mut self.lists);
        let references = core::mem::take(&mut self.references);
        let links = references.whole(lists.links);
        let mut models = lists.models.records;
        order_models(&mut models);
        let mut by_model = Index::default();
        for model in &models {
            by_model.add(&model.id);
        }
        let meta = self.meta.take().unwrap_or_else(format::no_meta);
        let look_up = LookUp {
            span: span_of(&meta, &lists.events.records),
            events: core::mem::take(&mut self.by_id),
            sources: references.sources.index,
            actors: references.actors.index,
            levels: references.levels.index,
            models: by_model,
            benchmarks: references.benchmarks.index,
        };
        let document = Document {
            schema: None,
            version: "1.0".into(),
            meta,
            sources: lists.sources.records,
            actors: lists.actors.records,
            levels: lists.levels.records,
            definitions: lists.definitions.records,
            dimensions: lists.dimensions.records,
            events: lists.events.records,
            links,
            models,
            benchmarks: lists.benchmarks.records,
            yardsticks: lists.yardsticks.records,
        };
        let dataset = Dataset {
            document: document.into(),
            look_up: look_up.into(),
            seen: None,
        };
        Loaded {
            dataset,
            issues: core::mem::take(&mut self.report.issues),
        }
    }

    fn read_some(&mut self) -> Result<Step, Refusal> {
        let end = self.parser.at() + READ_AT_ONCE;
        while self.parser.at() < end {
            match self.parser.next() {
                Some(Piece::End) => return self.all_read(),
                Some(piece) => self.take(piece),
                None => {
                    let text = self.parser.text();
                    return Err((self.fault)(&text)
                        .map_or_else(Refusal::no_object, |fault| Refusal::no_json(&fault)));
                }
            }
        }
        self.stage = Stage::Reading;
        let share = self.parser.at() as f64 / self.parser.len().max(1) as f64;
        Ok(Step::Share(share * READ_SHARE))
    }

    #[inline(never)]
    fn take(&mut self, piece: Piece) {
        match piece {
            Piece::List(key) => self.open(key, Value::List(Vec::new())),
            Piece::Single(key, value, met) => {
                self.mention(&value, met, &|| key.to_string());
                self.open(key, value);
            }
            Piece::Item(value, met) => {
                let position = self.items;
                self.items += 1;
                let Some(key) = self.keys.last().cloned() else {
                    return;
                };
                self.mention(&value, met, &|| format!("{key}[{position}]"));
                let strict = self.report.strict;
                let at = Place {
                    key: &key,
                    position,
                    strict,
                };
                self.lists.add(&value, &at);
            }
            Piece::End => {}
        }
        if let Some("events") = self.keys.last().map(|key| &**key) {
            self.seen_events = self.items;
        }
    }

    fn mention(&mut self, value: &Value, met: Met, path: &dyn Fn() -> String) {
        if met.too_deep {
            self.report.issues.push(Issue::too_deep(&path()));
        } else if met.half_of_a_pair {
            let mut path = path();
            if let Value::Object(entries) = value
                && let Some((key, _)) = entries.iter().find(|(_, value)| value.is_mended())
            {
                path.push('.');
                path.push_str(key);
            }
            self.report.issues.push(Issue::half_of_a_pair(&path));
        }
    }

    /// A key of the document. Where it has been there before, the last one counts.
    #[inline(never)]
    fn open(&mut self, key: Text, value: Value) {
        self.items = 0;
        match &*key {
            "version" => self.version = value,
            "meta" => self.about = Some(value),
            other => {
                let ids = self.lists.clear(other);
                if let (Some(ids), false) = (ids, matches!(value, Value::List(_))) {
                    ids.issues.push(Issue {
                        path: other.to_owned(),
                        message: "expected a list […]; nothing of it is shown".to_owned(),
                        left_out: true,
                    });
                }
            }
        }
        self.keys.push(key);
    }

    /// Refuses what is no data set, now that all of it has been seen.
    #[inline(never)]
    fn all_read(&mut self) -> Result<Step, Refusal> {
        // What is read takes its room.
        self.parser = Parser::new(Vec::new());
        format::check_version(&self.version, &mut self.report)?;
        // A document without it has neither title nor language, which is told.
        let meta = self.about.take().unwrap_or(Value::Object(Vec::new()));
        self.meta = Record::read(&meta, "meta", &mut self.report, read::meta);
        self.lists.move_issues(&mut self.report.issues);
        format::report_unknown_keys(&self.keys, &mut self.report);
        if self.seen_events > MAX_EVENTS {
            return Err(Refusal::new(format!(
                "The data set has {} events; at most {MAX_EVENTS} can be shown.",
                self.seen_events
            )));
        }
        if self.lists.events.records.is_empty() {
            return Err(Refusal {
                message: "The data set has no event that can be shown; \"events\" is a list of objects with id, date and title.".to_owned(),
                issues: core::mem::take(&mut self.report.issues),
            });
        }
        self.references = References {
            sources: self.lists.sources.ids.known("source"),
            actors: self.lists.actors.ids.known("actor"),
            levels: self.lists.levels.ids.known("level"),
            events: self.lists.events.ids.known("event"),
            models: self.lists.models.ids.known("model"),
            benchmarks: self.lists.benchmarks.ids.known("benchmark"),
            broken: Vec::new(),
        };
        self.stage = Stage::Checking(0, 0);
        Ok(Step::Share(READ_SHARE))
    }
}

/// Puts models in the order of their release, those without a date last.
fn order_models(models: &mut Vec<Model>) {
    let by_release = order::sorted(models.len(), &|a, b| {
        let key = |at: usize| (models[at].released.is_none(), models[at].released);
        key(a)
            .cmp(&key(b))
            .then_with(|| models[a].id.cmp(&models[b].id))
    });
    *models = order::reordered(core::mem::take(models), &by_release);
}
