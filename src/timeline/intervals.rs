//! Events that last, or whose dates are open: which of them reach into a stretch of time that their
//! middle is not in.
//!
//! They are kept by how far they reach, in powers of two, and by time among equals: then those with a
//! chance to reach into a stretch are found by binary search, however many there are.

use super::index::{IndexedEvent, picked};
use crate::order;

/// So many reaches are told apart, from a day to a century; the last one holds all that is longer.
const REACHES: usize = 16;
/// Of those with a chance, so many are looked at for each reach and each side.
const LOOKED_AT: usize = 8;

/// Those of a lane.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct IntervalIndex {
    reaches: [Reach; REACHES],
}

/// Those that reach about equally far.
#[derive(Clone, Debug, Default, PartialEq)]
struct Reach {
    /// How far one of them reaches at most, in days.
    longest: f64,
    /// By time.
    events: Vec<IndexedEvent>,
}

impl IntervalIndex {
    /// Adds an event, if it lasts.
    pub fn add(&mut self, event: IndexedEvent) {
        let far = event.extent.0.max(event.extent.1);
        let (mut at, mut size) = (0, 1.0);
        while size < far && at + 1 < REACHES {
            (at, size) = (at + 1, size * 2.0);
        }
        if let Some(reach) = self.reaches.get_mut(at).filter(|_| far > 0.0) {
            reach.longest = reach.longest.max(far);
            reach.events.push(event);
        }
    }

    /// Puts them in order of time.
    pub fn sort(&mut self) {
        for Reach { events, .. } in &mut self.reaches {
            if !events.is_sorted_by(|a, b| a.t <= b.t) {
                let by_time =
                    order::sorted(events.len(), &|a, b| events[a].t.total_cmp(&events[b].t));
                *events = order::reordered(core::mem::take(events), &by_time);
            }
        }
    }

    /// Those that reach into a stretch from outside, the heaviest first; where there are very many, some.
    pub fn overlapping(&self, (start, end): (f64, f64)) -> Vec<IndexedEvent> {
        let mut found = Vec::new();
        for Reach { longest, events } in &self.reaches {
            let before = |t: f64| events.partition_point(|event| event.t < t);
            let until = |t: f64| events.partition_point(|event| event.t <= t);
            let sides = [
                before(start - longest)..before(start),
                until(end)..until(end + longest),
            ];
            for at in sides.into_iter().flat_map(|range| picked(range, LOOKED_AT)) {
                let reaches = |event: &&IndexedEvent| {
                    event.t + event.extent.1 > start && event.t - event.extent.0 < end
                };
                found.extend(events.get(at).filter(reaches).copied());
            }
        }
        let by_weight = order::sorted(found.len(), &|a, b| found[b].weight.cmp(&found[a].weight));
        by_weight.into_iter().map(|at| found[at]).collect()
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

    fn found(lasting: &IntervalIndex, stretch: (f64, f64)) -> Vec<u32> {
        let found = lasting.overlapping(stretch);
        found.iter().map(|event| event.position).collect()
    }

    #[test]
    fn those_that_reach_in_are_found() {
        let mut lasting = IntervalIndex::default();
        for event in [
            event(0, 100.0, (0.0, 0.0), 3),
            event(1, 900.0, (15.0, 15.0), 1),
            event(2, 90.0, (15.0, 15.0), 1),
            event(3, 50.0, (10.0, 100_000.0), 2),
            event(4, 110.0, (15.0, 15.0), 3),
            event(5, 102.0, (15.0, 15.0), 3),
        ] {
            lasting.add(event);
        }
        lasting.sort();
        assert_eq!(found(&lasting, (100.0, 103.0)), [4, 3, 2]);
        // Touching is not reaching into.
        assert_eq!(found(&lasting, (105.0, 106.0)), [5, 4, 3]);
        assert_eq!(found(&lasting, (0.0, 200.0)), [0; 0]);
        assert_eq!(found(&lasting, (5000.0, 6000.0)), [3]);
        assert_eq!(found(&IntervalIndex::default(), (0.0, 1.0)), [0; 0]);
    }

    #[test]
    fn of_very_many_some_are_looked_at() {
        let mut lasting = IntervalIndex::default();
        for position in 0..10_000 {
            lasting.add(event(position, f64::from(position), (5e3, 5e3), 1));
        }
        lasting.sort();
        let found = found(&lasting, (5000.2, 5000.8));
        assert_eq!(found.len(), 2 * LOOKED_AT);
    }
}
