//! What is visible: the data set seen through the state.

use crate::dataset::{Confidence, Dataset, Event, EventKind, Side, Text, Vocabulary};
use crate::order;
use crate::search::{self, Haystack, Query};
use crate::state::ViewState;

/// A value to filter by.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facet<T> {
    /// The value.
    pub value: T,
    /// How many events have it, with every *other* filter applied.
    pub count: usize,
    /// Whether the reader has pressed it.
    pub pressed: bool,
}

/// The events to show and the counts beside the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct Selection {
    /// Positions in [`Dataset::events`], in date order.
    pub visible: Vec<u32>,
    /// Sides that events have.
    pub sides: Vec<Facet<Side>>,
    /// Kinds that events have.
    pub kinds: Vec<Facet<EventKind>>,
    /// Ids of actors that events have: the most frequent first.
    pub actors: Vec<Facet<Text>>,
    /// Ids of levels that events have, from the most closed to the most open.
    pub levels: Vec<Facet<Text>>,
    /// Degrees of confidence that events have.
    pub confidence: Vec<Facet<Confidence>>,
}

/// Whether the filters and the search let an event through.
pub fn matches(data: &Dataset, event: &Event, state: &ViewState) -> bool {
    fn allows<T: PartialEq>(pressed: &[T], value: Option<&T>) -> bool {
        pressed.is_empty() || value.is_some_and(|value| pressed.contains(value))
    }
    allows(&state.sides, Some(&event.side))
        && allows(&state.kinds, event.kind.as_ref())
        && allows(&state.levels, event.level.as_ref())
        && allows(&state.confidence, event.confidence.as_ref())
        && (state.actors.is_empty() || event.actors.iter().any(|id| state.actors.contains(id)))
        && search::matches(data, event, &Query::new(&state.search))
}

/// Applies the filters and the search, without a [`Table`] or a haystack that is ready.
pub fn select(data: &Dataset, state: &ViewState) -> Selection {
    let query = Query::new(&state.search);
    let found = (!query.is_empty()).then(|| Haystack::new(data, &|date| date.to_string()));
    let found = found.map(|haystack| haystack.find(&query));
    Table::new(data).select(data, state, found.as_deref())
}

/// How many dimensions there are to filter by, besides the search.
const DIMENSIONS: usize = 5;

/// What the filters ask of events, looked up once: every value of every dimension has a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The numbers of an event's values, one event after another.
    values: Vec<u32>,
    /// Where an event's values end.
    ends: Vec<usize>,
    /// The dimension of a value, and how many events have it.
    totals: Vec<(usize, usize)>,
    /// Number of the first value of each dimension.
    firsts: [usize; DIMENSIONS],
    /// Positions of the actors, the most frequent first.
    actors: Vec<usize>,
}

impl Table {
    /// The table of a data set.
    pub fn new(data: &Dataset) -> Self {
        let actors = &data.document.actors;
        let sizes = [
            Side::ALL.len(),
            EventKind::ALL.len(),
            Confidence::ALL.len(),
            data.document.levels.len(),
            actors.len(),
        ];
        let mut table = Self::default();
        for (dimension, size) in sizes.into_iter().enumerate() {
            table.firsts[dimension] = table.totals.len();
            table
                .totals
                .resize(table.totals.len() + size, (dimension, 0));
        }
        for event in data.events() {
            let level = event.level.as_deref();
            let values = [
                Some(event.side as usize),
                event.kind.map(|kind| kind as usize),
                event.confidence.map(|confidence| confidence as usize),
                level.and_then(|level| data.level_position(level)),
            ];
            let start = table.values.len();
            let actors = event.actors.iter().map(|actor| data.actor_position(actor));
            let actors = actors.map(|actor| (4, actor));
            for (dimension, value) in values.into_iter().enumerate().chain(actors) {
                let Some(value) = value else { continue };
                let number = table.firsts[dimension] + value;
                if !table.values[start..].contains(&(number as u32)) {
                    table.values.push(number as u32);
                    table.totals[number].1 += 1;
                }
            }
            table.ends.push(table.values.len());
        }
        let total = |actor: usize| table.totals[table.firsts[4] + actor].1;
        table.actors = order::sorted(actors.len(), &|a, b| {
            let most_first = total(b).cmp(&total(a));
            most_first.then_with(|| actors[a].name.cmp(&actors[b].name))
        });
        table
    }

    /// Applies the filters, to the events of `found` where there is a search. A facet counts what
    /// pressing it alone, beside the other filters, would show; values that no event has are left
    /// out.
    pub fn select(&self, data: &Dataset, state: &ViewState, found: Option<&[u32]>) -> Selection {
        let mut pressed = vec![false; self.totals.len()];
        let mut open = [true; DIMENSIONS];
        let mut press = |dimension: usize, value: Option<usize>| {
            if let Some(value) = value {
                pressed[self.firsts[dimension] + value] = true;
                open[dimension] = false;
            }
        };
        for side in &state.sides {
            press(0, Some(*side as usize));
        }
        for kind in &state.kinds {
            press(1, Some(*kind as usize));
        }
        for confidence in &state.confidence {
            press(2, Some(*confidence as usize));
        }
        for level in &state.levels {
            press(3, data.level_position(level));
        }
        for actor in &state.actors {
            press(4, data.actor_position(actor));
        }

        let mut visible = Vec::new();
        let mut counts = vec![0; self.totals.len()];
        let mut found = found.map(|found| found.iter().peekable());
        let mut start = 0;
        for (position, end) in (0u32..).zip(&self.ends) {
            let values = &self.values[start..*end];
            start = *end;
            let is_found = match &mut found {
                Some(found) => found.next_if_eq(&&position).is_some(),
                None => true,
            };
            if !is_found {
                continue;
            }
            let mut passes = open;
            for value in values {
                let value = *value as usize;
                passes[self.totals[value].0] |= pressed[value];
            }
            let against = passes.iter().filter(|passes| !**passes).count();
            if against == 0 {
                visible.push(position);
            }
            // What only one filter hides would be shown by its own values.
            for value in values {
                let value = *value as usize;
                let own = usize::from(!passes[self.totals[value].0]);
                counts[value] += usize::from(against == own);
            }
        }

        let facet = |dimension: usize, value: usize| {
            let number = self.firsts[dimension] + value;
            let occurs = self.totals[number].1 > 0;
            occurs.then(|| (counts[number], pressed[number]))
        };
        Selection {
            visible,
            sides: words(&|value| facet(0, value)),
            kinds: words(&|value| facet(1, value)),
            confidence: words(&|value| facet(2, value)),
            levels: facets(0..data.document.levels.len(), |level| {
                Some((
                    data.document.levels.get(level)?.id.clone(),
                    facet(3, level)?,
                ))
            }),
            actors: facets(self.actors.iter().copied(), |actor| {
                Some((
                    data.document.actors.get(actor)?.id.clone(),
                    facet(4, actor)?,
                ))
            }),
        }
    }
}

/// Facets of a vocabulary, from the count of each of its words and whether it is pressed.
fn words<T: Vocabulary>(facet: &dyn Fn(usize) -> Option<(usize, bool)>) -> Vec<Facet<T>> {
    facets(0..T::ALL.len(), |word| Some((T::ALL[word], facet(word)?)))
}

fn facets<T>(
    values: impl Iterator<Item = usize>,
    facet: impl Fn(usize) -> Option<(T, (usize, bool))>,
) -> Vec<Facet<T>> {
    let facets = values.filter_map(facet);
    facets
        .map(|(value, (count, pressed))| Facet {
            value,
            count,
            pressed,
        })
        .collect()
}

/// Position, among the visible events, of the one before or after `current`; without a current
/// one, the first or the last. `None` at the ends.
pub fn step(visible: &[u32], current: Option<u32>, forward: bool) -> Option<u32> {
    let Some(current) = current else {
        return if forward {
            visible.first().copied()
        } else {
            visible.last().copied()
        };
    };
    // The current one may be hidden by a filter: its place in the order still tells its neighbours.
    let place = visible.partition_point(|position| *position < current);
    if forward {
        let skip = usize::from(visible.get(place) == Some(&current));
        visible.get(place + skip).copied()
    } else {
        place
            .checked_sub(1)
            .and_then(|place| visible.get(place))
            .copied()
    }
}
