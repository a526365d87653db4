//! Faceted filtering: which events or models pass the filters, and the count beside each value.
//!
//! Given a data set and the filters; returns the visible positions and the facets. An index looks up
//! every value once. It can be filled in steps, because 100,000 events take longer than a frame.

use core::cmp::Reverse;

use super::filters::{Filter, Filters};
use crate::dataset::{Dataset, Text, Vocabulary};
use crate::sort::sort_by_key;

/// A value to filter by.
#[derive(Clone, Debug, PartialEq)]
pub struct Facet {
    /// The value: a word of the data set, or an id.
    pub value: Text,
    /// How many events or models have it, with every *other* filter applied.
    pub count: usize,
    /// Whether the reader has pressed it.
    pub pressed: bool,
}

/// The visible events or models, and the facets of the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterResult {
    /// Positions in [`Dataset::events`] or [`Dataset::models`], in date order.
    pub visible: Vec<u32>,
    facets: [Vec<Facet>; FILTERS],
}

impl FilterResult {
    /// The facets of a filter, without values that nothing has: actors by frequency, the others in the
    /// order of the data set.
    pub fn facets(&self, filter: Filter) -> &[Facet] {
        &self.facets[filter as usize]
    }
}

/// Events that are indexed in one step, which takes a fraction of a millisecond.
const EVENTS_PER_STEP: usize = 1000;

/// How many filters there are, besides the search.
const FILTERS: usize = Filter::ALL.len();

/// Calls a visitor with the position, among [`Filter::values`], of each value that an entry has of a
/// filter. The first argument is the entry. (A visitor, because a list for each entry and filter would
/// be half a million allocations.)
type VisitValues<'a> = &'a dyn Fn(usize, Filter, &mut dyn FnMut(usize));

/// The values that events or models have, as numbers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetIndex {
    /// All values of all filters. The index here is the number of a value.
    values: Vec<FacetValue>,
    /// The number of the first value of each filter.
    firsts: [usize; FILTERS],
    /// The numbers of the values that entries have, one entry after another.
    entry_values: Vec<u32>,
    /// Where the values of each entry end.
    entry_ends: Vec<usize>,
    /// The numbers of the values that occur, in the order in which they are shown.
    display_order: Vec<usize>,
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq)]
struct FacetValue {
    filter: Filter,
    value: Text,
    /// How many entries have it.
    total: usize,
}

/// What is pressed, by number of value and by filter.
struct Pressed {
    values: Vec<bool>,
    /// Filters with nothing pressed. Every entry passes them.
    is_open: [bool; FILTERS],
}

impl FacetIndex {
    /// The index of the events of a data set.
    pub fn new(data: &Dataset) -> Self {
        let mut index = Self::begin(data);
        while !index.step(data) {}
        index
    }

    /// An index without entries, to be filled by [`step`](Self::step).
    pub fn begin(data: &Dataset) -> Self {
        let mut index = Self::default();
        for filter in Filter::ALL {
            index.firsts[*filter as usize] = index.values.len();
            let values = filter.values(data).into_iter();
            index.values.extend(values.map(|value| FacetValue {
                filter: *filter,
                value,
                total: 0,
            }));
        }
        index
    }

    /// Indexes the next few events; returns whether all are indexed.
    pub fn step(&mut self, data: &Dataset) -> bool {
        let events = data.events();
        let end = events.len().min(self.entry_ends.len() + EVENTS_PER_STEP);
        self.add(end, &|at, filter, visit| {
            filter.visit_positions(&events[at], data, visit);
        });
        let is_complete = end == events.len();
        if is_complete {
            self.finish(data);
        }
        is_complete
    }

    /// The index of `count` entries whose values are visited by a function.
    pub(crate) fn of(data: &Dataset, count: usize, visit_values: VisitValues<'_>) -> Self {
        let mut index = Self::begin(data);
        index.add(count, visit_values);
        index.finish(data);
        index
    }

    fn add(&mut self, end: usize, visit_values: VisitValues<'_>) {
        for entry in self.entry_ends.len()..end {
            let start = self.entry_values.len();
            for filter in Filter::ALL {
                visit_values(entry, *filter, &mut |position| {
                    let number = self.firsts[*filter as usize] + position;
                    if !self.entry_values[start..].contains(&(number as u32)) {
                        self.entry_values.push(number as u32);
                        self.values[number].total += 1;
                    }
                });
            }
            self.entry_ends.push(self.entry_values.len());
        }
    }

    /// Puts the values into the order in which they are shown.
    fn finish(&mut self, data: &Dataset) {
        let occurs = |number: &usize| self.values[*number].total > 0;
        self.display_order = (0..self.values.len()).filter(occurs).collect();
        let values = &self.values;
        sort_by_key(&mut self.display_order, |number| {
            let FacetValue {
                filter,
                value,
                total,
            } = &values[*number];
            let by_frequency = (*filter == Filter::Actor)
                .then(|| (Reverse(*total), data.actor(value).map(|actor| &actor.name)));
            (*filter as usize, by_frequency)
        });
    }

    /// Applies the filters; where there is a search, to the events that it has found, in date order.
    ///
    /// A facet counts what pressing it alone, beside the other filters, would show.
    pub fn select(&self, filters: &Filters, found: Option<&[u32]>) -> FilterResult {
        let is_pressed = |value: &FacetValue| filters.get(value.filter).contains(&value.value);
        let mut pressed = Pressed {
            values: self.values.iter().map(is_pressed).collect(),
            is_open: [true; FILTERS],
        };
        for filter in Filter::ALL {
            pressed.is_open[*filter as usize] = filters.get(*filter).is_empty();
        }

        let mut visible = Vec::new();
        let mut counts = vec![0; self.values.len()];
        let mut found = found.map(|found| found.iter().peekable());
        let mut start = 0;
        for (position, end) in (0u32..).zip(&self.entry_ends) {
            let values = &self.entry_values[start..*end];
            start = *end;
            if let Some(found) = &mut found
                && found.next_if_eq(&&position).is_none()
            {
                continue;
            }
            if self.count(values, &pressed, &mut counts) {
                visible.push(position);
            }
        }

        let mut facets: [Vec<Facet>; FILTERS] = Default::default();
        for number in &self.display_order {
            let FacetValue { filter, value, .. } = &self.values[*number];
            facets[*filter as usize].push(Facet {
                value: value.clone(),
                count: counts[*number],
                pressed: pressed.values[*number],
            });
        }
        FilterResult { visible, facets }
    }

    /// Counts the values of an entry; returns whether the entry passes the filters.
    fn count(&self, values: &[u32], pressed: &Pressed, counts: &mut [usize]) -> bool {
        let mut passes = pressed.is_open;
        if passes.contains(&false) {
            for value in values {
                let value = *value as usize;
                passes[self.values[value].filter as usize] |= pressed.values[value];
            }
        }
        let failed = passes.iter().filter(|passes| !**passes).count();
        for value in values {
            let value = *value as usize;
            // An entry that fails one filter only would be shown by its values of that filter.
            let fails_own = !passes[self.values[value].filter as usize];
            counts[value] += usize::from(failed == usize::from(fails_own));
        }
        failed == 0
    }
}
