//! The filters, and what the reader has pressed of each.

use crate::dataset::{Confidence, Dataset, Event, EventKind, Side, Text, Vocabulary};

/// What events are filtered by. Its values are words or ids of the data set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// The side of the event.
    Side,
    /// The kind of event.
    Kind,
    /// Who acted, by id.
    Actor,
    /// The level of openness, by id.
    Level,
    /// How certain it is.
    Confidence,
}

impl Vocabulary for Filter {
    const ALL: &'static [Self] = &[
        Self::Side,
        Self::Kind,
        Self::Actor,
        Self::Level,
        Self::Confidence,
    ];
    const WORDS: &'static [&'static str] = &["side", "kind", "actor", "level", "confidence"];

    fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }
}

impl Filter {
    /// All its values, in the order in which links have them.
    pub fn values(self, data: &Dataset) -> Vec<Text> {
        let words = |words: &[&str]| words.iter().map(|word| Text::from(*word)).collect();
        match self {
            Self::Side => words(Side::WORDS),
            Self::Kind => words(EventKind::WORDS),
            Self::Confidence => words(Confidence::WORDS),
            Self::Actor => data
                .document
                .actors
                .iter()
                .map(|item| item.id.clone())
                .collect(),
            Self::Level => data
                .document
                .levels
                .iter()
                .map(|item| item.id.clone())
                .collect(),
        }
    }

    /// A value as it is spelled now: older links and hosts have `both` for `mixed`.
    fn current(self, value: &str) -> &str {
        let word = match self {
            Self::Side => spelling::<Side>(value),
            Self::Kind => spelling::<EventKind>(value),
            Self::Confidence => spelling::<Confidence>(value),
            Self::Actor | Self::Level => None,
        };
        word.unwrap_or(value)
    }

    /// Visits the positions, among [`values`](Self::values), of the values of an event; an actor may
    /// occur twice.
    pub fn visit_positions(self, event: &Event, data: &Dataset, visit: &mut dyn FnMut(usize)) {
        let one = match self {
            Self::Side => return event.sides().for_each(|side| visit(side as usize)),
            Self::Kind => event.kind.map(|kind| kind as usize),
            Self::Confidence => event.confidence.map(|confidence| confidence as usize),
            Self::Level => event
                .level
                .as_deref()
                .and_then(|level| data.level_position(level)),
            Self::Actor => {
                let actors = event.actors.iter();
                let positions = actors.filter_map(|actor| data.actor_position(actor));
                return positions.for_each(visit);
            }
        };
        one.into_iter().for_each(visit);
    }

    /// The values of an event; an actor may occur twice.
    pub fn of(self, event: &Event) -> Vec<&str> {
        let one = match self {
            Self::Side => return event.sides().map(Vocabulary::as_str).collect(),
            Self::Kind => event.kind.map(Vocabulary::as_str),
            Self::Confidence => event.confidence.map(Vocabulary::as_str),
            Self::Level => event.level.as_deref(),
            Self::Actor => return event.actors.iter().map(|actor| &**actor).collect(),
        };
        one.into_iter().collect()
    }
}

/// A word as it is spelled now.
fn spelling<V: Vocabulary>(word: &str) -> Option<&'static str> {
    V::from_word(word).map(V::as_str)
}

/// The pressed values of each filter. Every event passes a filter with none.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Filters {
    pressed: [Vec<Text>; Filter::ALL.len()],
}

impl Filters {
    /// The pressed values of a filter.
    pub fn get(&self, filter: Filter) -> &[Text] {
        &self.pressed[filter as usize]
    }

    /// Presses exactly these values, without those that the data set does not have. Each is pressed once,
    /// in the order of the data set, so that equal filters are written equally.
    pub fn set(&mut self, filter: Filter, values: &[Text], data: &Dataset) {
        let values: Vec<&str> = values.iter().map(|value| filter.current(value)).collect();
        let mut all = filter.values(data);
        all.retain(|value| values.contains(&&**value));
        self.pressed[filter as usize] = all;
    }

    /// Presses a value, or releases it.
    pub fn toggle(&mut self, filter: Filter, value: &Text, data: &Dataset) {
        let mut values = self.get(filter).to_vec();
        values.retain(|other| **other != *filter.current(value));
        if values.len() == self.get(filter).len() {
            values.push(value.clone());
        }
        self.set(filter, &values, data);
    }

    /// The same without values that the data set does not have.
    #[must_use]
    pub fn known(&self, data: &Dataset) -> Self {
        let mut known = Self::default();
        for filter in Filter::ALL {
            known.set(*filter, self.get(*filter), data);
        }
        known
    }

    /// Whether nothing is pressed.
    pub fn is_empty(&self) -> bool {
        self.pressed.iter().all(Vec::is_empty)
    }

    /// Whether an event passes all of them.
    pub fn allow(&self, event: &Event) -> bool {
        Filter::ALL.iter().all(|filter| {
            let pressed = self.get(*filter);
            let has = |value: &&str| pressed.iter().any(|pressed| &**pressed == *value);
            pressed.is_empty() || filter.of(event).iter().any(has)
        })
    }
}
