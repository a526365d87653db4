//! Any number of events, by lane, weight and time: what a view has to place of them.
//!
//! In a view of 1,200 pixels a lane has room for some eighty marks, whether there are a hundred events
//! or a hundred thousand. So the axis is cut into the cells in which [`place`](super::place) collects
//! what has no room, and of each cell only those with a chance of a mark are placed; the others stand
//! behind one item, a [`Aggregate`]. What this costs depends on the number of cells in the view, and on the
//! number of events only by binary search.

use core::ops::Range;

use super::intervals::IntervalIndex;
use super::metrics::Metrics;
use super::{Item, LayoutOptions, TimeScale};
use crate::number::within;
use crate::order;

/// How many weights there are.
const WEIGHTS: usize = 3;
/// Marks that fit into a row of a cell, at most: one at each end.
const MARKS_IN_ROW: usize = 2;
/// In an aggregate, the heaviest of each stretch of so many pixels leads: it keeps room for its label.
const LEAD: f64 = 300.0;

/// An event on the axis: where it stands, and which it is.
type Entry = (f64, u32);

/// Of what reaches into a view from outside, so many are placed in a lane: the heaviest.
const PASSING: usize = 6;

/// Events by lane, weight and time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeIndex {
    lanes: Vec<LaneIndex>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct LaneIndex {
    /// The heaviest first; each by time.
    weights: [Vec<Entry>; WEIGHTS],
    lasting: IntervalIndex,
}

/// An event to be indexed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndexedEvent {
    /// Which event it is.
    pub position: u32,
    /// Where it stands, in days since 1970-01-01.
    pub t: f64,
    /// Its lane, from 0 at the top.
    pub lane: usize,
    /// 1 to 3.
    pub weight: u8,
    /// How many days before and after its time it reaches; see [`Item::extent`].
    pub extent: (f64, f64),
}

/// The events of a cell that are not placed one by one.
#[derive(Clone, Debug, PartialEq)]
pub struct Aggregate {
    lane: usize,
    cell: [Range<usize>; WEIGHTS],
    /// Those of the cell that are.
    placed: Vec<u32>,
}

/// Widths of an event's label, whole and in short, and the days before and after its time that it
/// reaches over.
pub type ItemSize = ([f64; 2], (f64, f64));

/// A stretch of a lane.
struct Cell {
    lane: usize,
    ends: (f64, f64),
    /// The event that leads there, if it is in this cell.
    lead: Option<u32>,
}

/// What a view has to place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Candidates {
    /// Events, whose index is their position; and aggregates, whose index is `first_aggregate` and more.
    pub items: Vec<Item>,
    /// What the aggregates are made of.
    pub aggregates: Vec<Aggregate>,
    /// Events that reach into the view while their middle is outside; for [`place_with_edge_markers`](super::place_with_edge_markers).
    pub edge_markers: Vec<Item>,
}

/// Which part of the axis is asked for.
pub struct IndexQuery<'a> {
    /// The view.
    pub scale: &'a TimeScale,
    /// Sizes of the placement to come.
    pub layout: &'a LayoutOptions,
    /// First and last time at which something may stand, in days: what lies outside stands there.
    pub ends: (f64, f64),
    /// An event that is placed in any case.
    pub selected: Option<u32>,
    /// Index of the first aggregate: more than any position.
    pub first_aggregate: usize,
}

impl IndexQuery<'_> {
    /// Where a time stands on the axis.
    fn plotted(&self, t: f64) -> f64 {
        within(t, self.ends.0, self.ends.1)
    }

    /// How many stand before a time.
    fn before(&self, entries: &[Entry], end: f64) -> usize {
        entries.partition_point(|entry| self.plotted(entry.0) < end)
    }
}

impl TimeIndex {
    /// Indexes events for that many lanes. A lane beyond the last counts as the last.
    pub fn new(lanes: usize, events: impl Iterator<Item = IndexedEvent>) -> Self {
        let mut all = Vec::new();
        all.resize_with(lanes.max(1), LaneIndex::default);
        // What lasts, or is not known to the day, stands among the others and not in their order.
        let mut lasting = Vec::new();
        lasting.resize_with(all.len() * WEIGHTS, Vec::new);
        for event in events {
            let at = event.lane.min(all.len() - 1);
            let rank = WEIGHTS - usize::from(event.weight).clamp(1, WEIGHTS);
            let Some(lane) = all.get_mut(at) else {
                continue;
            };
            let lists = if event.extent == (0.0, 0.0) {
                lane.weights.get_mut(rank)
            } else {
                lasting.get_mut(at * WEIGHTS + rank)
            };
            if let Some(entries) = lists {
                entries.push((event.t, event.position));
            }
            lane.lasting.add(event);
        }
        for lane in &mut all {
            lane.lasting.sort();
        }
        let lists = all.iter_mut().flat_map(|lane| &mut lane.weights);
        for (entries, lasting) in lists.zip(lasting) {
            let known = by_time(core::mem::take(entries));
            *entries = merged(&known, &by_time(lasting));
        }
        Self { lanes: all }
    }

    /// What to place for a view, with one view's width on either side: one mark in the other's way moves
    /// the next, and less would let marks change their rows while the view is moved. `size` gives the
    /// size of an event, with its label or without.
    pub fn select(
        &self,
        part: &IndexQuery<'_>,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
    ) -> Candidates {
        let mut selection = Candidates::default();
        let pixels_per_day = part.scale.pixels_per_day();
        if pixels_per_day <= 0.0 {
            return selection;
        }
        let metrics = Metrics::new(part.layout);
        let margin = part.scale.span();
        let cell_of = |t: f64| metrics.cell(t * pixels_per_day);
        let first = within(part.scale.start - margin, part.ends.0, part.ends.1);
        let last = within(part.scale.end + margin, part.ends.0, part.ends.1);
        let start_of = |cell: i64| metrics.cell_ends(cell).0 / pixels_per_day;
        let stretch = (LEAD / metrics.cell_width()) as i64 + 1;
        for lane in 0..self.lanes.len() {
            let mut lead = (i64::MIN, None);
            for cell in cell_of(first)..=cell_of(last) {
                let from = cell - cell.rem_euclid(stretch);
                if lead.0 != from {
                    let ends = (start_of(from), start_of(from + stretch));
                    lead = (from, self.heaviest(lane, ends, part));
                }
                let ends = (start_of(cell), start_of(cell + 1));
                let cell = Cell {
                    lane,
                    ends,
                    lead: lead.1,
                };
                self.cell(&cell, part, &metrics, size, &mut selection);
            }
            self.add_edge_markers(lane, part, size, &mut selection);
        }
        selection
    }

    /// Adds what reaches into the view from outside. What lies outside the axis stands at its end.
    fn add_edge_markers(
        &self,
        lane: usize,
        part: &IndexQuery<'_>,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
        selection: &mut Candidates,
    ) {
        let Some(LaneIndex { lasting, .. }) = self.lanes.get(lane) else {
            return;
        };
        let found = lasting.overlapping((part.scale.start, part.scale.end));
        let passing = found
            .iter()
            .filter(|event| part.plotted(event.t) == event.t);
        for event in passing.take(PASSING) {
            let (label_widths, extent) = size(event.position, true);
            selection.edge_markers.push(Item {
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

    /// How many events there are from one time to another, in all lanes.
    pub fn count(&self, (from, to): (f64, f64)) -> usize {
        let all = self.lanes.iter().flat_map(|lane| &lane.weights);
        let before =
            |entries: &Vec<Entry>, end: f64| entries.partition_point(|entry| entry.0 < end);
        all.map(|entries| before(entries, to) - before(entries, from))
            .sum()
    }

    /// The first to be picked of the heaviest between two times.
    fn heaviest(&self, lane: usize, ends: (f64, f64), part: &IndexQuery<'_>) -> Option<u32> {
        self.lanes.get(lane)?.weights.iter().find_map(|entries| {
            let range = part.before(entries, ends.0)..part.before(entries, ends.1);
            Some(entries.get(*picked(range, 1).first()?)?.1)
        })
    }

    /// Adds what is in a cell.
    fn cell(
        &self,
        &Cell { lane, ends, lead }: &Cell,
        part: &IndexQuery<'_>,
        metrics: &Metrics,
        size: &mut dyn FnMut(u32, bool) -> ItemSize,
        selection: &mut Candidates,
    ) {
        let Some(LaneIndex { weights, .. }) = self.lanes.get(lane) else {
            return;
        };
        let cell = weights
            .each_ref()
            .map(|entries| part.before(entries, ends.0)..part.before(entries, ends.1));
        let total: usize = cell.iter().map(Range::len).sum();
        let rows = metrics.rows(lane);
        let is_dense = total > MARKS_IN_ROW * rows;
        let mut left = if is_dense {
            metrics.marks_in_cell(lane)
        } else {
            total
        };
        let mut placed = Vec::new();
        for (rank, (entries, range)) in weights.iter().zip(&cell).enumerate() {
            let mut picks = picked(range.clone(), left);
            left -= picks.len();
            let all = entries.get(range.clone()).unwrap_or_default();
            let is_selected = |entry: &Entry| Some(entry.1) == part.selected;
            // Where not all are picked, the selected one is.
            if is_dense && part.selected.is_some() {
                let selected = all.iter().position(is_selected);
                let hidden = selected.map(|at| range.start + at);
                picks.extend(hidden.filter(|at| !picks.contains(at)));
            }
            for (t, position) in picks.iter().filter_map(|at| entries.get(*at)) {
                // In an aggregate there is no room for labels, but what is heaviest may push lighter marks
                // away. Measuring all others would cost more than all the rest.
                let leads = is_dense && lead == Some(*position);
                let has_label = !is_dense || leads || rank == 0;
                let (label_widths, extent) = size(*position, has_label);
                let plotted = part.plotted(*t);
                placed.push(*position);
                selection.items.push(Item {
                    index: *position as usize,
                    t: plotted,
                    lane,
                    weight: (WEIGHTS - rank) as u8,
                    leads,
                    label_widths,
                    // What lies outside the axis stands at its end, and what it reaches over does not.
                    extent: if plotted == *t { extent } else { (0.0, 0.0) },
                    aggregate: 0,
                });
            }
        }
        let aggregate = total.saturating_sub(placed.len());
        if aggregate > 0 {
            selection.items.push(Item {
                index: part.first_aggregate + selection.aggregates.len(),
                t: f64::midpoint(ends.0, ends.1),
                lane,
                aggregate,
                ..Item::default()
            });
            selection.aggregates.push(Aggregate { lane, cell, placed });
        }
    }

    /// The first and the last event of an aggregate.
    pub fn ends(&self, aggregate: &Aggregate) -> Option<(u32, u32)> {
        let is_there = |entry: &&Entry| !aggregate.placed.contains(&entry.1);
        let slices = self.slices(aggregate);
        let first = slices.filter_map(|entries| entries.iter().find(is_there));
        let first = first.min_by(|a, b| a.0.total_cmp(&b.0))?;
        let slices = self.slices(aggregate);
        let last = slices.filter_map(|entries| entries.iter().rfind(is_there));
        let last = last.max_by(|a, b| a.0.total_cmp(&b.0))?;
        Some((first.1, last.1))
    }

    fn slices<'a>(&'a self, aggregate: &'a Aggregate) -> impl Iterator<Item = &'a [Entry]> {
        let lane = self.lanes.get(aggregate.lane);
        let weights = lane.into_iter().flat_map(|lane| &lane.weights);
        weights
            .zip(&aggregate.cell)
            .map(|(entries, range)| entries.get(range.clone()).unwrap_or_default())
    }

    /// The events of an aggregate, the heaviest first, and by time among equals.
    pub fn members<'a>(&'a self, aggregate: &'a Aggregate) -> impl Iterator<Item = u32> + 'a {
        self.slices(aggregate)
            .flatten()
            .map(|entry| entry.1)
            .filter(|position| !aggregate.placed.contains(position))
    }
}

/// In the order of time: events known to the day come in it, and those of the month, and of the year.
fn by_time(entries: Vec<Entry>) -> Vec<Entry> {
    if entries.is_sorted_by(|a, b| a.0 <= b.0) {
        return entries;
    }
    let by_time = order::sorted(entries.len(), &|a, b| entries[a].0.total_cmp(&entries[b].0));
    order::reordered(entries, &by_time)
}

/// Two lists that are in the order of time as one; what stands at the same time, in the order of events.
fn merged<'a>(mut a: &'a [Entry], mut b: &'a [Entry]) -> Vec<Entry> {
    let mut all = Vec::with_capacity(a.len() + b.len());
    while let (Some(first), Some(second)) = (a.first(), b.first()) {
        let from = if first <= second { &mut a } else { &mut b };
        all.extend(from.split_off_first());
    }
    all.extend_from_slice(a);
    all.extend_from_slice(b);
    all
}

/// Which of a range stand for it where not all can, ascending: those whose number can be halved most
/// often, and the first of these. So they are spread over the range, and what is picked from a range is
/// picked from each part of it that it is in: zooming in keeps it on the axis.
pub(super) fn picked(range: Range<usize>, count: usize) -> Vec<usize> {
    if range.len() <= count {
        return range.collect();
    }
    if count == 0 {
        return Vec::new();
    }
    // The coarsest grid with enough. Counted from 1, because 0 can be halved for ever.
    let on_grid = |step: usize| range.end / step - range.start / step;
    let mut step = 1;
    while on_grid(step * 2) >= count {
        step *= 2;
    }
    let mut left = count - on_grid(step * 2);
    let on_grid = range.start / step + 1..=range.end / step;
    let picked = on_grid.filter(|at| {
        let is_coarser = at % 2 == 0;
        let is_picked = is_coarser || left > 0;
        left -= usize::from(is_picked && !is_coarser);
        is_picked
    });
    picked.map(|at| at * step - 1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_picked_is_picked_from_each_part() {
        assert!(picked(3..3, 4).is_empty());
        assert_eq!(picked(3..6, 4), [3, 4, 5]);
        assert_eq!(picked(1..15, 3), [3, 7, 11]);
        assert_eq!(picked(1..15, 4), [1, 3, 7, 11]);
        assert!(picked(0..100, 0).is_empty());
        for (start, end) in [(0, 64), (5, 90), (17, 41)] {
            for count in 0..9 {
                let whole = picked(start..end, count);
                assert_eq!(whole.len(), count.min(end - start), "{start}..{end}");
                for from in start..end {
                    for to in from..end {
                        let part = picked(from..to, count);
                        let mut kept = whole.iter().filter(|at| (from..to).contains(at));
                        assert!(kept.all(|at| part.contains(at)), "{count} of {from}..{to}");
                    }
                }
            }
        }
    }
}
