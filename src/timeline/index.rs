//! A time index: which of very many events a view has to place.
//!
//! Given events by lane, weight and time, and the scale of a view; returns candidates for the layout.
//! The axis is cut into the cells that the layout clusters in. Of each cell, only the events with a
//! chance of a mark are returned one by one, and the rest as one aggregate. The cost depends on the
//! number of cells in view; on the number of events only by binary search.

mod event;
mod intervals;
mod sampling;

pub use event::IndexedEvent;

use core::ops::Range;

use intervals::IntervalIndex;
use sampling::sample;

use super::layout::metrics::Metrics;
use super::layout::{Item, LayoutOptions};
use super::scale::TimeScale;
use crate::sort::sort_by;

/// The number of weights.
const WEIGHTS: usize = 3;
/// Marks that fit into a row of a cell, at most: one at each end.
const MARKS_IN_ROW: usize = 2;
/// Where cells are dense, one event of each stretch of this many pixels leads: it gets a label.
const LEAD_DISTANCE: f64 = 300.0;
/// Edge markers of a lane, at most: the heaviest.
const MAX_EDGE_MARKERS: usize = 6;

/// Events by lane, weight and time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeIndex {
    lanes: Vec<LaneIndex>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct LaneIndex {
    /// A list for each weight, the heaviest first; each by time.
    weights: [Vec<Entry>; WEIGHTS],
    intervals: IntervalIndex,
}

/// An event in a list.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Entry {
    t: f64,
    position: u32,
}

/// The events of a cell that are not placed one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    lane: usize,
    /// The cell's part of the list of each weight.
    ranges: [Range<usize>; WEIGHTS],
    /// Events of the cell that are placed one by one.
    placed: Vec<u32>,
}

/// The size of an event on the axis.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ItemSize {
    /// Widths of its label in CSS pixels, full and short; 0 for none.
    pub label_widths: [f64; 2],
    /// How many days before and after its time it reaches.
    pub extent: (f64, f64),
}

/// What a view has to place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// Events, with their position as index, and aggregates, with indices from
    /// [`IndexQuery::first_aggregate`] on.
    pub items: Vec<Item>,
    /// The contents of the aggregates.
    pub aggregates: Vec<Aggregate>,
    /// Events that reach into the view while their time is outside, for
    /// [`place_with_edge_markers`](super::place_with_edge_markers).
    pub edge_markers: Vec<Item>,
}

/// The part of the axis that is asked for.
pub struct IndexQuery<'a> {
    /// The scale of the view.
    pub scale: &'a TimeScale,
    /// Sizes of the layout to come.
    pub layout: &'a LayoutOptions,
    /// First and last time at which an event may stand, in days. Events outside stand at that end.
    pub ends: (f64, f64),
    /// An event that is placed one by one in any case.
    pub selected: Option<u32>,
    /// Index of the first aggregate; larger than every position.
    pub first_aggregate: usize,
}

impl IndexQuery<'_> {
    /// The time at which an event stands on the axis.
    fn plotted(&self, t: f64) -> f64 {
        t.max(self.ends.0).min(self.ends.1)
    }

    /// The part of a list between two times on the axis.
    fn range(&self, entries: &[Entry], (start, end): (f64, f64)) -> Range<usize> {
        let before = |t: f64| entries.partition_point(|entry| self.plotted(entry.t) < t);
        before(start)..before(end)
    }
}

/// A cell of a lane.
struct Cell {
    lane: usize,
    /// First and last time.
    ends: (f64, f64),
    /// The event that leads in the stretch around the cell.
    lead: Option<u32>,
}

impl TimeIndex {
    /// Indexes events for that many lanes. A lane beyond the last counts as the last.
    pub fn new(lanes: usize, events: impl Iterator<Item = IndexedEvent>) -> Self {
        let mut index = Self {
            lanes: vec![LaneIndex::default(); lanes.max(1)],
        };
        let last = index.lanes.len() - 1;
        for event in events {
            let lane = &mut index.lanes[event.lane.min(last)];
            let rank = WEIGHTS - usize::from(event.weight).clamp(1, WEIGHTS);
            lane.weights[rank].push(Entry {
                t: event.t,
                position: event.position,
            });
            lane.intervals.add(event);
        }
        for lane in &mut index.lanes {
            for entries in &mut lane.weights {
                sort_by(entries, |a, b| {
                    a.t.total_cmp(&b.t).then(a.position.cmp(&b.position))
                });
            }
            lane.intervals.sort();
        }
        index
    }

    /// What to place for a view, with one width of the view on either side. A mark can change the rows of
    /// those beside it, and these of the next; with a narrower margin, rows would change during a pan.
    ///
    /// `size` returns the size of an event, with its label where that is `true`.
    pub fn select(
        &self,
        query: &IndexQuery<'_>,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
    ) -> Candidates {
        let mut candidates = Candidates::default();
        let pixels_per_day = query.scale.pixels_per_day();
        if pixels_per_day <= 0.0 {
            return candidates;
        }
        let metrics = Metrics::new(query.layout);
        let margin = query.scale.span();
        let first = metrics.cell(query.plotted(query.scale.start - margin) * pixels_per_day);
        let last = metrics.cell(query.plotted(query.scale.end + margin) * pixels_per_day);
        let start_of = |cell: i64| metrics.cell_ends(cell).0 / pixels_per_day;
        // Every `stretch` cells, another event leads.
        let stretch = (LEAD_DISTANCE / metrics.cell_width()) as i64 + 1;
        for lane in 0..self.lanes.len() {
            let mut lead = None;
            for cell in first..=last {
                let offset = cell.rem_euclid(stretch);
                if cell == first || offset == 0 {
                    let from = cell - offset;
                    let ends = (start_of(from), start_of(from + stretch));
                    lead = self.heaviest(lane, ends, query);
                }
                let cell = Cell {
                    lane,
                    ends: (start_of(cell), start_of(cell + 1)),
                    lead,
                };
                self.add_cell(&cell, query, &metrics, size, &mut candidates);
            }
            self.add_edge_markers(lane, query, size, &mut candidates);
        }
        candidates
    }

    /// How many events there are from one time to another, in all lanes.
    pub fn count(&self, range: (f64, f64)) -> usize {
        (0..self.lanes.len())
            .map(|lane| self.count_in(lane, range))
            .sum()
    }

    /// How many events of a lane there are from one time to another.
    pub fn count_in(&self, lane: usize, (from, to): (f64, f64)) -> usize {
        let lists = self.lanes.get(lane).into_iter();
        let before = |entries: &[Entry], t: f64| entries.partition_point(|entry| entry.t < t);
        lists
            .flat_map(|lane| &lane.weights)
            .map(|entries| before(entries, to).saturating_sub(before(entries, from)))
            .sum()
    }

    /// The event that leads between two times: a sample of the heaviest.
    fn heaviest(&self, lane: usize, ends: (f64, f64), query: &IndexQuery<'_>) -> Option<u32> {
        self.lanes[lane].weights.iter().find_map(|entries| {
            let samples = sample(query.range(entries, ends), 1);
            samples.first().map(|at| entries[*at].position)
        })
    }

    /// Adds the events of a cell.
    fn add_cell(
        &self,
        cell: &Cell,
        query: &IndexQuery<'_>,
        metrics: &Metrics,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
        candidates: &mut Candidates,
    ) {
        let weights = &self.lanes[cell.lane].weights;
        let ranges = weights
            .each_ref()
            .map(|entries| query.range(entries, cell.ends));
        let total: usize = ranges.iter().map(Range::len).sum();
        let is_dense = total > MARKS_IN_ROW * metrics.rows(cell.lane);
        let mut room = if is_dense {
            metrics.marks_in_cell(cell.lane)
        } else {
            total
        };
        let mut placed = Vec::new();
        for (rank, (entries, range)) in weights.iter().zip(&ranges).enumerate() {
            let mut samples = sample(range.clone(), room);
            room -= samples.len();
            if is_dense && let Some(selected) = query.selected {
                let mut positions = range.clone();
                let at = positions.find(|at| entries[*at].position == selected);
                samples.extend(at.filter(|at| !samples.contains(at)));
            }
            for at in samples {
                let Entry { t, position } = entries[at];
                let leads = is_dense && cell.lead == Some(position);
                // A dense cell has no room for labels, apart from those of the heaviest events. To
                // measure the others would cost more than everything else here.
                let has_label = !is_dense || leads || rank == 0;
                let ItemSize {
                    label_widths,
                    extent,
                } = size(position, has_label);
                let plotted = query.plotted(t);
                placed.push(position);
                candidates.items.push(Item {
                    index: position as usize,
                    t: plotted,
                    lane: cell.lane,
                    weight: (WEIGHTS - rank) as u8,
                    leads,
                    label_widths,
                    // An event at the end of the axis is away from its time, and so is its extent.
                    extent: if plotted == t { extent } else { (0.0, 0.0) },
                    aggregate: 0,
                });
            }
        }
        let rest = total.saturating_sub(placed.len());
        if rest > 0 {
            candidates.items.push(Item {
                index: query.first_aggregate + candidates.aggregates.len(),
                t: f64::midpoint(cell.ends.0, cell.ends.1),
                lane: cell.lane,
                aggregate: rest,
                ..Item::default()
            });
            candidates.aggregates.push(Aggregate {
                lane: cell.lane,
                ranges,
                placed,
            });
        }
    }

    /// Adds the events that reach into the view from outside. Events at the ends of the axis do not.
    fn add_edge_markers(
        &self,
        lane: usize,
        query: &IndexQuery<'_>,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
        candidates: &mut Candidates,
    ) {
        let view = (query.scale.start, query.scale.end);
        let overlapping = self.lanes[lane].intervals.overlapping(view).into_iter();
        let on_axis = overlapping.filter(|event| query.plotted(event.t) == event.t);
        for event in on_axis.take(MAX_EDGE_MARKERS) {
            let ItemSize {
                label_widths,
                extent,
            } = size(event.position, true);
            candidates.edge_markers.push(Item {
                index: event.position as usize,
                t: event.t,
                lane,
                weight: event.weight,
                label_widths,
                extent,
                ..Item::default()
            });
        }
    }

    /// The first and the last event of an aggregate.
    pub fn ends(&self, aggregate: &Aggregate) -> Option<(u32, u32)> {
        let is_member = |entry: &&Entry| !aggregate.placed.contains(&entry.position);
        let firsts = self.lists(aggregate);
        let firsts = firsts.filter_map(|entries| entries.iter().find(is_member));
        let first = firsts.min_by(|a, b| a.t.total_cmp(&b.t))?;
        let lasts = self.lists(aggregate);
        let lasts = lasts.filter_map(|entries| entries.iter().rfind(is_member));
        let last = lasts.max_by(|a, b| a.t.total_cmp(&b.t))?;
        Some((first.position, last.position))
    }

    /// The events of an aggregate, the heaviest first, and by time among equals.
    pub fn members<'a>(&'a self, aggregate: &'a Aggregate) -> impl Iterator<Item = u32> + 'a {
        let positions = self.lists(aggregate).flatten().map(|entry| entry.position);
        positions.filter(|position| !aggregate.placed.contains(position))
    }

    /// The events of an aggregate's cell: a list for each weight, the heaviest first.
    fn lists<'a>(&'a self, aggregate: &'a Aggregate) -> impl Iterator<Item = &'a [Entry]> {
        let lane = self.lanes.get(aggregate.lane);
        let weights = lane.into_iter().flat_map(|lane| &lane.weights);
        weights
            .zip(&aggregate.ranges)
            .map(|(entries, range)| entries.get(range.clone()).unwrap_or_default())
    }
}
