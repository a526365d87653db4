//! What is visible: the data set seen through the state.

use crate::dataset::{Dataset, Event, EventKind, Side, Vocabulary};
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
    /// Sides that the data set has.
    pub sides: Vec<Facet<Side>>,
    /// Kinds that the data set has.
    pub kinds: Vec<Facet<EventKind>>,
}

/// Whether the filters let an event through.
pub fn matches(event: &Event, state: &ViewState) -> bool {
    matches_side(event, state) && matches_kind(event, state)
}

fn matches_side(event: &Event, state: &ViewState) -> bool {
    state.sides.is_empty() || state.sides.contains(&event.side)
}

fn matches_kind(event: &Event, state: &ViewState) -> bool {
    state.kinds.is_empty() || event.kind.is_some_and(|kind| state.kinds.contains(&kind))
}

/// Applies the filters. A facet counts what pressing it alone, beside the other filters, would
/// show; values that no event has are left out.
pub fn select(data: &Dataset, state: &ViewState) -> Selection {
    let mut visible = Vec::new();
    let mut sides = Counter::<Side>::new();
    let mut kinds = Counter::<EventKind>::new();
    for (position, event) in (0u32..).zip(data.events()) {
        let (side, kind) = (matches_side(event, state), matches_kind(event, state));
        if side && kind {
            visible.push(position);
        }
        sides.add(event.side, kind);
        if let Some(value) = event.kind {
            kinds.add(value, side);
        }
    }
    Selection {
        visible,
        sides: sides.facets(&state.sides),
        kinds: kinds.facets(&state.kinds),
    }
}

/// Counts by value: whether the value occurs at all, and how often among what the other filters
/// let through.
struct Counter<T>(Vec<(T, bool, usize)>);

impl<T: Vocabulary> Counter<T> {
    fn new() -> Self {
        Self(T::ALL.iter().map(|value| (*value, false, 0)).collect())
    }

    fn add(&mut self, value: T, counts: bool) {
        if let Some((_, occurs, count)) = self.0.iter_mut().find(|(other, ..)| *other == value) {
            *occurs = true;
            *count += usize::from(counts);
        }
    }

    fn facets(self, pressed: &[T]) -> Vec<Facet<T>> {
        let occurring = self.0.into_iter().filter(|(_, occurs, _)| *occurs);
        occurring
            .map(|(value, _, count)| Facet {
                value,
                count,
                pressed: pressed.contains(&value),
            })
            .collect()
    }
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
