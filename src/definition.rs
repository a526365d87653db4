//! What counts as open: four definitions, and what each of them says of a model and of an event.
//!
//! The facts are the levels of openness that models and events carry; a definition says which levels
//! it counts as open (`definitions[].levels` of the data set, or what stands here where the data set
//! does not tell). How that is applied:
//!
//! * A level that the definition counts is **open**.
//! * Weights that can be downloaded, on terms that the definition does not count, are **between**:
//!   they are not open by it, and it would be wrong to call them closed.
//! * A level without downloadable weights (unreleased, hosted, API) is **closed** by every definition.
//! * A level that is not known, or that no definition names, stays **unknown**; never closed.
//!
//! The Open Source AI Definition and the component classes ask for more than a licence. The level
//! answers for them: "fully open" says that weights, code and data are known to be out, and the other
//! levels of open weights say that the data is not, or that the licence limits its users.
//!
//! Events keep the side that the editors gave them, which tells their effect on openness; with one
//! exception. An event that stands as open because of a model at a level that the definition does
//! not count goes to "both": weights were given away, and something was kept. Laws, statements and
//! deals carry no level, and stay.

use std::rc::Rc;

use crate::dataset::{Dataset, Event, EventKind, Side, Text, Vocabulary};

/// A definition of "open" that the reader can switch to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum DefinitionId {
    /// The Open Source AI Definition 1.0.
    Osaid,
    /// Weights under a permissive licence.
    Permissive,
    /// Any weights that can be downloaded.
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

/// What a definition says of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Openness {
    /// It counts as open.
    Open,
    /// Its weights can be downloaded, but it does not count as open.
    Between,
    /// Its weights stay with the developer.
    Closed,
    /// Not known.
    Unknown,
}

impl Openness {
    /// The side whose colour and shape stand for it.
    pub fn side(self) -> Side {
        match self {
            Self::Open => Side::Open,
            Self::Between => Side::Both,
            Self::Closed => Side::Closed,
            Self::Unknown => Side::Context,
        }
    }
}

/// Levels with downloadable weights, the most open last: each definition counts a tail of them.
const RELEASED: [&str; 3] = ["restricted", "permissive", "full"];

/// Levels without.
const KEPT: [&str; 3] = ["unreleased", "hosted", "api"];

/// A definition as a data set puts it.
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

    /// What it says of a level.
    pub fn openness(&self, level: Option<&str>) -> Openness {
        let Some(level) = level else {
            return Openness::Unknown;
        };
        let has = |levels: &[Text]| levels.iter().any(|other| **other == *level);
        if has(&self.open) {
            Openness::Open
        } else if has(&self.released) {
            Openness::Between
        } else if KEPT.contains(&level) {
            Openness::Closed
        } else {
            Openness::Unknown
        }
    }

    /// The side on which an event stands.
    pub fn side(&self, event: &Event) -> Side {
        let is_open = event.side == Side::Open;
        if is_open && self.openness(event.level.as_deref()) == Openness::Between {
            return Side::Both;
        }
        event.side
    }

    /// The data set as the definition sees it; the same one where it moves no event.
    pub fn apply_to(&self, data: &Rc<Dataset>) -> Rc<Dataset> {
        let moves = |event: &Event| self.side(event) != event.side;
        if data.events().iter().any(moves) {
            Rc::new(data.with_sides(|event| self.side(event)))
        } else {
            data.clone()
        }
    }

    /// The event as the definition sees it.
    pub fn applied(&self, event: &Event) -> Event {
        Event {
            side: self.side(event),
            ..event.clone()
        }
    }
}

fn levels(data: &Dataset, definition: DefinitionId) -> Vec<Text> {
    let id = definition.as_str();
    let told = data
        .document
        .definitions
        .iter()
        .find(|item| *item.id == *id);
    if let Some(told) = told.filter(|told| !told.levels.is_empty()) {
        return told.levels.clone();
    }
    let first = match definition {
        DefinitionId::Downloadable => 0,
        DefinitionId::Permissive => 1,
        DefinitionId::Osaid | DefinitionId::Components => 2,
    };
    let levels = RELEASED.iter().skip(first);
    levels.map(|level| Text::from(*level)).collect()
}

/// What a change of the definition does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DefinitionChange {
    /// Events that change their side.
    pub events: usize,
    /// Models that are open by one of the two definitions and not by the other.
    pub models: usize,
    /// Releases that the editors hold open and whose level is not known: they stay where they are.
    pub unknown: usize,
}

/// What changes between two definitions.
pub fn changes_between(data: &Dataset, from: DefinitionId, to: DefinitionId) -> DefinitionChange {
    let (from, to) = (Rule::new(data, from), Rule::new(data, to));
    let mut moves = DefinitionChange::default();
    for event in data.events() {
        moves.events += usize::from(from.side(event) != to.side(event));
        let untold = event.level.is_none() && event.side == Side::Open;
        moves.unknown += usize::from(untold && event.kind == Some(EventKind::Release));
    }
    for model in data.models() {
        let level = model.level.as_deref();
        moves.models += usize::from(from.openness(level) != to.openness(level));
    }
    moves
}
