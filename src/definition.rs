//! Definitions of “open”, and how each of them classifies models and events.
//!
//! Given a level of openness; returns whether a definition counts it as open. The levels that count come
//! from the data set (`definitions[].levels`), or else from the lists below. Levels of open weights differ
//! by the licence and by whether the training data is published, so that they also decide the Open Source
//! AI Definition and the component classes, which ask for more than a licence.

use std::rc::Rc;

use crate::dataset::{Dataset, Event, EventKind, Side, Text, Vocabulary};

/// A definition of "open" that the reader can switch to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DefinitionId {
    /// The Open Source AI Definition 1.0.
    Osaid,
    /// Weights under a permissive licence.
    Permissive,
    /// All weights that can be downloaded.
    #[default]
    Downloadable,
    /// A component class, in the manner of the Model Openness Framework.
    Components,
}

impl Vocabulary for DefinitionId {
    const ALL: &'static [Self] = &[
        Self::Osaid,
        Self::Permissive,
        Self::Downloadable,
        Self::Components,
    ];
    const WORDS: &'static [&'static str] = &["osaid", "permissive", "downloadable", "components"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

/// How a definition classifies a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// It counts as open.
    Open,
    /// Its weights can be downloaded, on terms that do not count as open. It would be wrong to call it
    /// closed.
    Between,
    /// Its weights cannot be downloaded: unreleased, hosted or behind an API. All definitions agree here.
    Closed,
    /// The level is not known, or no definition names it. That never counts as closed.
    Unknown,
}

impl Openness {
    /// The side whose colour and shape show it.
    pub fn side(self) -> Side {
        match self {
            Self::Open => Side::Open,
            Self::Between => Side::Mixed,
            Self::Closed => Side::Closed,
            Self::Unknown => Side::Context,
        }
    }
}

/// Levels with downloadable weights, the most open last. Each definition counts the last few.
const RELEASED: [&str; 3] = ["restricted", "permissive", "full"];

/// Levels without downloadable weights.
const CLOSED: [&str; 3] = ["unreleased", "hosted", "api"];

/// A definition, as the data set has it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// Levels that it counts as open.
    open: Vec<Text>,
    /// Levels with downloadable weights.
    released: Vec<Text>,
}

impl Rule {
    /// The definition with that id.
    pub fn new(data: &Dataset, definition: DefinitionId) -> Self {
        Self {
            open: levels(data, definition),
            released: levels(data, DefinitionId::Downloadable),
        }
    }

    /// The openness of a level under the definition.
    pub fn openness(&self, level: Option<&str>) -> Openness {
        let Some(level) = level else {
            return Openness::Unknown;
        };
        let has = |levels: &[Text]| levels.iter().any(|other| **other == *level);
        if has(&self.open) {
            Openness::Open
        } else if has(&self.released) {
            Openness::Between
        } else if CLOSED.contains(&level) {
            Openness::Closed
        } else {
            Openness::Unknown
        }
    }

    /// The side of an event under the definition.
    ///
    /// This is the side that the editors chose by the event's effect on openness, with one exception. An
    /// open event with a level that the definition does not count goes to both sides, because its weights
    /// were published and something was withheld. Laws, statements and deals have no level.
    pub fn side(&self, event: &Event) -> Side {
        let is_open = event.side == Side::Open;
        if is_open && self.openness(event.level.as_deref()) == Openness::Between {
            return Side::Mixed;
        }
        event.side
    }

    /// The data set with the sides of the definition; the same one where no event changes its side.
    pub fn apply_to(&self, data: &Rc<Dataset>) -> Rc<Dataset> {
        let moves = |event: &Event| self.side(event) != event.side;
        if data.events().iter().any(moves) {
            Rc::new(data.with_sides(|event| self.side(event)))
        } else {
            data.clone()
        }
    }

    /// An event with the side of the definition.
    pub fn applied(&self, event: &Event) -> Event {
        Event {
            side: self.side(event),
            ..event.clone()
        }
    }
}

/// The levels that a definition counts as open.
fn levels(data: &Dataset, definition: DefinitionId) -> Vec<Text> {
    let id = definition.as_str();
    let mut definitions = data.document.definitions.iter();
    let own = definitions.find(|item| *item.id == *id);
    if let Some(own) = own.filter(|own| !own.levels.is_empty()) {
        return own.levels.clone();
    }
    let first = match definition {
        DefinitionId::Downloadable => 0,
        DefinitionId::Permissive => 1,
        DefinitionId::Osaid | DefinitionId::Components => 2,
    };
    let levels = RELEASED.iter().skip(first);
    levels.map(|level| Text::from(*level)).collect()
}

/// How many events and models a change of the definition affects.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DefinitionChange {
    /// Events that change their side.
    pub events: usize,
    /// Models that are open by one of the two definitions and not by the other.
    pub models: usize,
    /// Releases that the editors call open and whose level is not known. They do not change their side.
    pub unknown: usize,
}

/// Counts what changes from one definition to another.
pub fn changes_between(data: &Dataset, from: DefinitionId, to: DefinitionId) -> DefinitionChange {
    let (from, to) = (Rule::new(data, from), Rule::new(data, to));
    let mut change = DefinitionChange::default();
    for event in data.events() {
        change.events += usize::from(from.side(event) != to.side(event));
        let is_unknown = event.level.is_none() && event.side == Side::Open;
        change.unknown += usize::from(is_unknown && event.kind == Some(EventKind::Release));
    }
    for model in data.models() {
        let level = model.level.as_deref();
        change.models += usize::from(from.openness(level) != to.openness(level));
    }
    change
}
