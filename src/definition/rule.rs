//! The rule by which a definition gives sides.

use std::rc::Rc;

use super::openness::{DefinitionId, Openness};
use crate::dataset::{Dataset, Event, EventKind, Model, Side, Text, Vocabulary};

/// Levels with downloadable weights, the most open last. Where the data set does not name the levels that
/// a definition counts, it counts the last few.
const RELEASED: [&str; 3] = ["restricted", "permissive", "full"];

/// Levels without downloadable weights.
const CLOSED: [&str; 3] = ["unreleased", "hosted", "api"];

/// A definition of "open", applied to a data set.
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

    /// The openness of a level.
    pub fn openness(&self, level: Option<&str>) -> Openness {
        let Some(level) = level else {
            return Openness::Unknown;
        };
        let has = |levels: &[Text]| levels.iter().any(|other| **other == *level);
        if has(&self.open) {
            Openness::Open
        } else if has(&self.released) {
            Openness::Mixed
        } else if CLOSED.contains(&level) {
            Openness::Closed
        } else {
            Openness::Unknown
        }
    }

    /// The openness of a model.
    pub fn of_model(&self, model: &Model) -> Openness {
        self.openness(model.level.as_deref())
    }

    /// The openness of an event; `None` where the editors' side holds, because it is no release or its
    /// level is not known.
    pub fn of_event(&self, event: &Event) -> Option<Openness> {
        let level = event.level.as_deref()?;
        (event.kind == Some(EventKind::Release)).then(|| self.openness(Some(level)))
    }

    /// The side of an event.
    pub fn side(&self, event: &Event) -> Side {
        self.of_event(event).map_or(event.side, Openness::side)
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
