//! What is visible: the data set seen through the state.

use core::cmp::Ordering;

use super::search::{self, Haystack, Query};
use crate::dataset::{Dataset, Event, Text, Vocabulary};
use crate::date::PartialDate;
use crate::order;
use crate::state::{Filter, ViewState};

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

/// The events or models to show and the counts beside the filters.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterResult {
    /// Positions in [`Dataset::events`] or [`Dataset::models`], in date order.
    pub visible: Vec<u32>,
    facets: [Vec<Facet>; FILTERS],
}

impl FilterResult {
    /// The values that events have: actors the most frequent first, the others in the order of the
    /// data set.
    pub fn facets(&self, filter: Filter) -> &[Facet] {
        &self.facets[filter as usize]
    }
}

/// Whether the filters and the search let an event through.
pub fn matches(data: &Dataset, event: &Event, state: &ViewState) -> bool {
    state.filters.allow(event) && search::matches(data, event, &Query::new(&state.search))
}

/// Applies the filters and the search, without a [`FacetIndex`] or a haystack that is ready.
pub fn select(data: &Dataset, state: &ViewState) -> FilterResult {
    let query = Query::new(&state.search);
    let found = (!query.is_empty()).then(|| Haystack::new(data, &|date| date.to_string()));
    let found = found.map(|haystack| haystack.find(&query));
    FacetIndex::new(data).select(state, found.as_deref())
}

/// How many events are taken in in one step: a fraction of a millisecond.
const AT_ONCE: usize = 1000;

/// How many filters there are, besides the search.
const FILTERS: usize = Filter::ALL.len();

/// Tells the places of the values that the thing at a position has of a filter.
type Places<'a> = &'a dyn Fn(usize, Filter, &mut dyn FnMut(usize));

/// What the filters ask of events, looked up once: every value of every filter has a number.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FacetIndex {
    /// The numbers of an event's values, one event after another.
    values: Vec<u32>,
    /// Where an event's values end.
    ends: Vec<usize>,
    /// What a number stands for.
    known: Vec<FacetValue>,
    /// The numbers that events have, in the order in which they are shown.
    shown: Vec<usize>,
    /// The number of the first value of each filter.
    firsts: [usize; FILTERS],
}

/// A value of a filter.
#[derive(Clone, Debug, PartialEq)]
struct FacetValue {
    filter: Filter,
    value: Text,
    /// How many events have it.
    total: usize,
}

impl FacetIndex {
    /// The table of the events of a data set.
    pub fn new(data: &Dataset) -> Self {
        let mut table = Self::begin(data);
        while !table.step(data) {}
        table
    }

    /// Takes in the next few events of a table that has been [`begun`](Self::begin), for a page that draws
    /// in between; whether these are all, and the table can be used.
    pub fn step(&mut self, data: &Dataset) -> bool {
        let events = data.events();
        let end = events.len().min(self.ends.len() + AT_ONCE);
        self.add(end, &|at, filter, tell| {
            filter.positions(&events[at], data, tell);
        });
        if end == events.len() {
            self.finish(data);
        }
        end == events.len()
    }

    /// The table of `count` things; `places` tells the places of the values of the one at a
    /// position, among the [values](Filter::values) of a filter.
    pub(crate) fn of(data: &Dataset, count: usize, places: Places<'_>) -> Self {
        let mut table = Self::begin(data);
        table.add(count, places);
        table.finish(data);
        table
    }

    /// The table of nothing yet.
    pub fn begin(data: &Dataset) -> Self {
        let mut table = Self::default();
        for filter in Filter::ALL {
            table.firsts[*filter as usize] = table.known.len();
            let values = filter.values(data).into_iter();
            table.known.extend(values.map(|value| FacetValue {
                filter: *filter,
                value,
                total: 0,
            }));
        }
        table
    }

    fn add(&mut self, end: usize, places: Places<'_>) {
        for at in self.ends.len()..end {
            let start = self.values.len();
            for filter in Filter::ALL {
                places(at, *filter, &mut |place| {
                    let number = self.firsts[*filter as usize] + place;
                    if !self.values[start..].contains(&(number as u32)) {
                        self.values.push(number as u32);
                        self.known[number].total += 1;
                    }
                });
            }
            self.ends.push(self.values.len());
        }
    }

    fn finish(&mut self, data: &Dataset) {
        let name = |known: &FacetValue| data.actor(&known.value).map(|actor| actor.name.clone());
        let order = order::sorted(self.known.len(), &|a, b| {
            let (a, b) = (&self.known[a], &self.known[b]);
            if a.filter != Filter::Actor || b.filter != Filter::Actor {
                return Ordering::Equal;
            }
            b.total.cmp(&a.total).then_with(|| name(a).cmp(&name(b)))
        });
        let occurs = |number: &usize| self.known[*number].total > 0;
        self.shown = order.into_iter().filter(occurs).collect();
    }

    /// Applies the filters, to the events of `found` where there is a search. A facet counts what
    /// pressing it alone, beside the other filters, would show; values that no event has are left
    /// out.
    pub fn select(&self, state: &ViewState, found: Option<&[u32]>) -> FilterResult {
        let is_pressed =
            |known: &FacetValue| state.filters.get(known.filter).contains(&known.value);
        let pressed: Vec<bool> = self.known.iter().map(is_pressed).collect();
        let mut open = [true; FILTERS];
        for filter in Filter::ALL {
            open[*filter as usize] = state.filters.get(*filter).is_empty();
        }

        let is_open = open.iter().all(|open| *open);
        let mut visible = Vec::new();
        let mut counts = vec![0; self.known.len()];
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
            if is_open {
                // As below, where no filter is against anything: most searches are of this kind.
                visible.push(position);
                for value in values {
                    counts[*value as usize] += 1;
                }
                continue;
            }
            let mut passes = open;
            for value in values {
                let value = *value as usize;
                passes[self.known[value].filter as usize] |= pressed[value];
            }
            let against = passes.iter().filter(|passes| !**passes).count();
            if against == 0 {
                visible.push(position);
            }
            // What only one filter hides would be shown by its own values.
            for value in values {
                let value = *value as usize;
                let own = usize::from(!passes[self.known[value].filter as usize]);
                counts[value] += usize::from(against == own);
            }
        }

        let mut facets: [Vec<Facet>; FILTERS] = Default::default();
        for number in self.shown.iter().copied() {
            let known = &self.known[number];
            facets[known.filter as usize].push(Facet {
                value: known.value.clone(),
                count: counts[number],
                pressed: pressed[number],
            });
        }
        FilterResult { visible, facets }
    }
}

/// The longest time, in days, from the first day of a date to its middle: half a leap year.
const HALF_YEAR: f64 = 183.0;

/// How many of the visible events, which are in the order of their dates, have their middle in a stretch of
/// time, in days since 1970-01-01; of more than `most`, so many. A coarse date comes before the finer ones,
/// and its middle after them: so they are looked at one by one, from the last on.
pub fn count_in_range(
    events: &[Event],
    visible: &[u32],
    (start, end): (f64, f64),
    most: usize,
) -> usize {
    let date = |at: &u32| events.get(*at as usize).map(|event| event.date);
    let begins = |end: f64| {
        let is_before = |at: &u32| date(at).is_some_and(|date| f64::from(date.first_day()) < end);
        visible.partition_point(is_before)
    };
    let may = visible.get(begins(start - HALF_YEAR)..begins(end));
    let middles = may.into_iter().flatten().rev().filter_map(date);
    let is_inside = |t: &f64| (start..end).contains(t);
    let inside = middles.map(PartialDate::midpoint).filter(is_inside);
    inside.take(most).count()
}

/// Position, among the visible events, of the one before or after `current`; without a current
/// one, the first or the last. `None` at the ends.
pub fn neighbour(visible: &[u32], current: Option<u32>, forward: bool) -> Option<u32> {
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
