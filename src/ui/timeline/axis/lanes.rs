//! The lanes of the axis: the visible events by side and time, and the periods above them.

use crate::dataset::{Dataset, Event, Side, Vocabulary};
use crate::state::SideOrder;
use crate::timeline::{Band, IndexedEvent, Period, TimeIndex, pack_bands};
use crate::ui::timeline::span::{period_of, reach};

/// Rows for periods that overlap in time. Periods without room there are only described below the
/// axis and in the list.
const ERA_ROWS: usize = 3;

/// A lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct LaneSide {
    pub side: Side,
    /// How many visible events it has.
    pub count: usize,
}

/// The visible events by lane and time, and the periods.
#[derive(Default, PartialEq)]
pub(super) struct Lanes {
    /// The sides that the data set has events of, from the top.
    pub sides: Vec<LaneSide>,
    pub index: TimeIndex,
    /// Whether the events are in the index yet.
    pub is_indexed: bool,
    /// The band of each period of the data set above the lanes.
    pub bands: Vec<Option<Band>>,
}

impl Lanes {
    /// The lanes of the visible events; where not `is_indexed`, they have a height but no events.
    pub fn new(data: &Dataset, visible: &[u32], open_first: bool, is_indexed: bool) -> Self {
        let sides = lane_sides(data, visible, open_first);
        let lane = |side: Side| sides.iter().position(|other| other.side == side);
        let events = events_at(data, visible).filter(|_| is_indexed);
        let events = events.flat_map(|(position, event)| {
            event.sides().map(move |side| IndexedEvent {
                position,
                t: event.date.midpoint(),
                lane: lane(side).unwrap_or(0),
                weight: event.weight,
                extent: extent_of(event),
            })
        });
        let eras = data.meta().eras.iter();
        let periods: Vec<Period> = eras.map(|era| period_of(data, era)).collect();
        Self {
            index: TimeIndex::new(sides.len(), events),
            bands: pack_bands(&periods, ERA_ROWS),
            sides,
            is_indexed,
        }
    }
}

fn events_at<'a>(
    data: &'a Dataset,
    positions: &'a [u32],
) -> impl Iterator<Item = (u32, &'a Event)> {
    positions
        .iter()
        .filter_map(|position| Some((*position, data.events().get(*position as usize)?)))
}

fn lane_sides(data: &Dataset, visible: &[u32], open_first: bool) -> Vec<LaneSide> {
    let mut has_events = [false; Side::ALL.len()];
    for side in data.events().iter().flat_map(Event::sides) {
        has_events[side as usize] = true;
    }
    let mut counts = [0; Side::ALL.len()];
    for side in events_at(data, visible).flat_map(|(_, event)| event.sides()) {
        counts[side as usize] += 1;
    }
    SideOrder::lanes(open_first)
        .into_iter()
        .filter(|side| has_events[*side as usize])
        .map(|side| LaneSide {
            side,
            count: counts[side as usize],
        })
        .collect()
}

/// How far an event reaches from its middle, in days before and after it.
pub(super) fn extent_of(event: &Event) -> (f64, f64) {
    let (t, (from, to)) = (event.date.midpoint(), reach(event));
    (t - from, to - t)
}
