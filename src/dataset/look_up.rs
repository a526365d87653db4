//! The data set that has been read. Records are found by id.

use std::collections::HashMap;
use std::rc::Rc;

use super::text::Text;
use super::types::*;
use super::vocabulary::Side;

/// A data set that has been read: sound records only, events and models in date order, and look-ups
/// by id. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The sound records.
    pub document: Rc<Document>,
    look_up: Rc<LookUp>,
    /// The events, where some have another side than the editors chose.
    reassigned: Option<Rc<[Event]>>,
}

/// Positions of records by id.
#[derive(Debug, PartialEq)]
pub(super) struct LookUp {
    pub events: HashMap<Text, usize>,
    pub sources: HashMap<Text, usize>,
    pub actors: HashMap<Text, usize>,
    pub levels: HashMap<Text, usize>,
    pub models: HashMap<Text, usize>,
    pub benchmarks: HashMap<Text, usize>,
    pub span: (f64, f64),
}

/// Finds a record of a list by id.
fn find<'a, T>(records: &'a [T], positions: &HashMap<Text, usize>, id: &str) -> Option<&'a T> {
    positions
        .get(id)
        .and_then(|position| records.get(*position))
}

/// The whole span: the preset `all` where the data set has one, or from the first event to the end of
/// the last with a little room.
pub(super) fn span_of(meta: &Meta, events: &[Event]) -> (f64, f64) {
    let preset = meta.presets.iter().find(|preset| &*preset.id == "all");
    if let Some(preset) = preset {
        let (start, end) = preset.range.days();
        return (f64::from(start), f64::from(end));
    }
    let first = events.first();
    let start = first.map_or(0.0, |event| f64::from(event.date.first_day()));
    let ends = events
        .iter()
        .map(|event| f64::from(event.end.unwrap_or(event.date).end_day()));
    let end = ends.fold(start, f64::max);
    let room = ((end - start) * 0.03).max(1.0);
    (start - room, end + room)
}

impl Dataset {
    pub(super) fn new(document: Document, look_up: LookUp) -> Self {
        Self {
            document: Rc::new(document),
            look_up: Rc::new(look_up),
            reassigned: None,
        }
    }

    /// The same data set with sides from a function.
    #[must_use]
    pub fn with_sides(&self, side: impl Fn(&Event) -> Side) -> Self {
        let events = self.document.events.iter().map(|event| Event {
            side: side(event),
            ..event.clone()
        });
        Self {
            reassigned: Some(events.collect()),
            ..self.clone()
        }
    }

    /// About the data set as a whole.
    pub fn meta(&self) -> &Meta {
        &self.document.meta
    }

    /// The events, by date and then by weight.
    pub fn events(&self) -> &[Event] {
        self.reassigned.as_deref().unwrap_or(&self.document.events)
    }

    /// The first and the last time of the timeline, in days since 1970-01-01.
    pub fn span(&self) -> (f64, f64) {
        self.look_up.span
    }

    /// Position of the event with that id in [`Dataset::events`].
    pub fn event_position(&self, id: &str) -> Option<usize> {
        self.look_up.events.get(id).copied()
    }

    /// The event with that id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        find(self.events(), &self.look_up.events, id)
    }

    /// The source with that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        find(&self.document.sources, &self.look_up.sources, id)
    }

    /// Position of the actor with that id in [`Document::actors`].
    pub fn actor_position(&self, id: &str) -> Option<usize> {
        self.look_up.actors.get(id).copied()
    }

    /// Position of the level with that id in [`Document::levels`].
    pub fn level_position(&self, id: &str) -> Option<usize> {
        self.look_up.levels.get(id).copied()
    }

    /// The actor with that id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        find(&self.document.actors, &self.look_up.actors, id)
    }

    /// The level of openness with that id.
    pub fn level(&self, id: &str) -> Option<&Level> {
        find(&self.document.levels, &self.look_up.levels, id)
    }

    /// The models, by release; those without a date last.
    pub fn models(&self) -> &[Model] {
        &self.document.models
    }

    /// Position of the model with that id in [`Dataset::models`].
    pub fn model_position(&self, id: &str) -> Option<usize> {
        self.look_up.models.get(id).copied()
    }

    /// The model with that id.
    pub fn model(&self, id: &str) -> Option<&Model> {
        find(self.models(), &self.look_up.models, id)
    }

    /// The benchmark with that id.
    pub fn benchmark(&self, id: &str) -> Option<&Benchmark> {
        find(&self.document.benchmarks, &self.look_up.benchmarks, id)
    }

    /// The links that end at that event: what led to it.
    pub fn links_to<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.document
            .links
            .iter()
            .filter(move |link| &*link.to == id)
    }

    /// The links that start at that event: what followed from it.
    pub fn links_from<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.document
            .links
            .iter()
            .filter(move |link| &*link.from == id)
    }
}
