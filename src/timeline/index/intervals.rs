//! Events with an extent, to find those that reach into a time span from outside.
//!
//! They are grouped by how far they reach, in powers of two, and sorted by time within a class. The
//! events with a chance to reach into a span are then found by binary search, however many there are.

use core::cmp::Reverse;

use super::event::IndexedEvent;
use super::sampling::sample;
use crate::sort::{sort_by, sort_by_key};

/// Classes of reach, from a day to a century; the last one holds everything longer.
const CLASSES: usize = 16;
/// Candidates that are looked at in each class, on each side of the span.
const MAX_CANDIDATES: usize = 8;

/// The events of a lane that have an extent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct IntervalIndex {
    classes: [ReachClass; CLASSES],
}

/// Events that reach about equally far.
#[derive(Clone, Debug, Default, PartialEq)]
struct ReachClass {
    /// The longest reach of an event, in days.
    longest: f64,
    /// By time.
    events: Vec<IndexedEvent>,
}

impl IntervalIndex {
    /// Adds an event, if it has an extent. [`sort`](Self::sort) has to follow.
    pub fn add(&mut self, event: IndexedEvent) {
        let reach = event.extent.0.max(event.extent.1);
        if reach > 0.0 {
            let limits = core::iter::successors(Some(1.0), |limit| Some(limit * 2.0));
            let class = limits.take(CLASSES - 1).take_while(|limit| *limit < reach);
            let class = &mut self.classes[class.count()];
            class.longest = class.longest.max(reach);
            class.events.push(event);
        }
    }

    /// Puts the events into the order of time.
    pub fn sort(&mut self) {
        for class in &mut self.classes {
            sort_by(&mut class.events, |a, b| {
                a.t.total_cmp(&b.t).then(a.position.cmp(&b.position))
            });
        }
    }

    /// The events that reach into a span while their time is outside, the heaviest first. Where there are
    /// very many, the result is a sample.
    pub fn overlapping(&self, (start, end): (f64, f64)) -> Vec<IndexedEvent> {
        let mut found = Vec::new();
        for ReachClass { longest, events } in &self.classes {
            let before = |t: f64| events.partition_point(|event| event.t < t);
            let until = |t: f64| events.partition_point(|event| event.t <= t);
            let sides = [
                before(start - longest)..before(start),
                until(end)..until(end + longest),
            ];
            let reaches_in = |event: &IndexedEvent| {
                event.t + event.extent.1 > start && event.t - event.extent.0 < end
            };
            for side in sides {
                let candidates = sample(side, MAX_CANDIDATES).into_iter();
                let candidates = candidates.map(|at| events[at]);
                found.extend(candidates.filter(reaches_in));
            }
        }
        sort_by_key(&mut found, |event| Reverse(event.weight));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(position: u32, t: f64, extent: (f64, f64), weight: u8) -> IndexedEvent {
        IndexedEvent {
            position,
            t,
            extent,
            weight,
            lane: 0,
        }
    }

    fn found(index: &IntervalIndex, span: (f64, f64)) -> Vec<u32> {
        let found = index.overlapping(span);
        found.iter().map(|event| event.position).collect()
    }

    #[test]
    fn events_that_reach_into_a_span_are_found() {
        let mut index = IntervalIndex::default();
        for event in [
            event(0, 100.0, (0.0, 0.0), 3),
            event(1, 900.0, (15.0, 15.0), 1),
            event(2, 90.0, (15.0, 15.0), 1),
            event(3, 50.0, (10.0, 100_000.0), 2),
            event(4, 110.0, (15.0, 15.0), 3),
            event(5, 102.0, (15.0, 15.0), 3),
        ] {
            index.add(event);
        }
        index.sort();
        assert_eq!(found(&index, (100.0, 103.0)), [4, 3, 2]);
        // Touching is not reaching into.
        assert_eq!(found(&index, (105.0, 106.0)), [5, 4, 3]);
        assert_eq!(found(&index, (0.0, 200.0)), [0; 0]);
        assert_eq!(found(&index, (5000.0, 6000.0)), [3]);
        assert_eq!(found(&IntervalIndex::default(), (0.0, 1.0)), [0; 0]);
    }

    #[test]
    fn of_very_many_events_some_are_looked_at() {
        let mut index = IntervalIndex::default();
        for position in 0..10_000 {
            index.add(event(position, f64::from(position), (5e3, 5e3), 1));
        }
        index.sort();
        let found = found(&index, (5000.2, 5000.8));
        assert_eq!(found.len(), 2 * MAX_CANDIDATES);
    }
}
