//! The rule by which a definition gives sides.

use std::rc::Rc;

use super::openness::{DefinitionId, Openness};
use crate::dataset::{Dataset, Event, EventKind, Model, Side, Text, Vocabulary};
use crate::openness_framework::{OpennessClass, openness_class};

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
    /// Where it asks for the parts of a model and not for its level: the models whose parts are known, and
    /// whether each counts as open.
    by_parts: Option<Vec<(Text, bool)>>,
}

impl Rule {
    /// The definition with that id.
    pub fn new(data: &Dataset, definition: DefinitionId) -> Self {
        let open = levels(data, definition);
        // Files from before there were components name the levels that count.
        let asks_for_parts = definition == DefinitionId::Components && open.is_empty();
        let counted = data.models().iter().filter_map(|model| {
            let class = openness_class(&model.components)?;
            Some((model.id.clone(), class >= OpennessClass::OpenModel))
        });
        Self {
            by_parts: asks_for_parts.then(|| counted.collect()),
            open,
            released: levels(data, DefinitionId::Downloadable),
        }
    }

    /// Whether it asks which parts of a model are out, so that a level does not tell the openness.
    pub fn asks_for_parts(&self) -> bool {
        self.by_parts.is_some()
    }

    /// The openness of a level. Where the definition asks for parts, a level with published weights does
    /// not tell it.
    pub fn openness(&self, level: Option<&str>) -> Openness {
        let Some(level) = level else {
            return Openness::Unknown;
        };
        let has = |levels: &[Text]| levels.iter().any(|other| **other == *level);
        if has(&self.open) {
            Openness::Open
        } else if has(&self.released) && !self.asks_for_parts() {
            Openness::Mixed
        } else if CLOSED.contains(&level) {
            Openness::Closed
        } else {
            Openness::Unknown
        }
    }

    /// The openness of a model.
    pub fn of_model(&self, model: &Model) -> Openness {
        self.of_release(model.level.as_deref(), &model.id)
    }

    /// The openness of what has a level, and the parts of a model.
    fn of_release(&self, level: Option<&str>, model: &str) -> Openness {
        let openness = self.openness(level);
        if openness != Openness::Unknown || level.is_none() {
            return openness;
        }
        let mut known = self.by_parts.iter().flatten();
        match known.find(|(id, _)| **id == *model) {
            Some((_, true)) => Openness::Open,
            Some((_, false)) => Openness::Mixed,
            None => Openness::Unknown,
        }
    }

    /// The openness of an event; `None` where the editors' side holds, because it is no release or its
    /// level is not known.
    pub fn of_event(&self, event: &Event) -> Option<Openness> {
        let level = event.level.as_deref()?;
        let model = event.models.first().unwrap_or(&event.id);
        (event.kind == Some(EventKind::Release)).then(|| self.of_release(Some(level), model))
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

/// The levels that a definition counts as open; none where it asks for parts.
fn levels(data: &Dataset, definition: DefinitionId) -> Vec<Text> {
    let own = data.definition(definition.as_str());
    if let Some(own) = own.filter(|own| !own.levels.is_empty()) {
        return own.levels.clone();
    }
    let first = match definition {
        DefinitionId::Downloadable => 0,
        DefinitionId::Permissive => 1,
        DefinitionId::Osaid => 2,
        DefinitionId::Components => RELEASED.len(),
    };
    let levels = RELEASED.iter().skip(first);
    levels.map(|level| Text::from(*level)).collect()
}
