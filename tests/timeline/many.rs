//! The time index with any number of events.

use open_vs_closed::timeline::{
    Cluster, IndexQuery, IndexedEvent, Item, ItemSize, LayoutOptions, Placement, TimeIndex,
    TimeScale, place,
};
use proptest::prelude::*;

use crate::strategies::*;

/// Up to 3,000 events in three lanes around a scale.
fn events(scale: TimeScale) -> impl Strategy<Value = Vec<IndexedEvent>> {
    let half = prop_oneof![3 => Just(0.0), 1 => Just(15.0), 1 => Just(182.5)];
    let event = (
        prop_oneof![-0.6..1.6f64, 0.45..0.55f64],
        0..3usize,
        1..=3u8,
        half,
    );
    prop::collection::vec(event, 0..3000).prop_map(move |events| {
        let mut events: Vec<IndexedEvent> = events
            .into_iter()
            .map(|(place, lane, weight, half)| IndexedEvent {
                position: 0,
                t: (scale.start + place * scale.span()).floor() + 0.5,
                lane,
                weight,
                extent: (half, half),
            })
            .collect();
        // In the order of a data set: by first day, so that coarse dates are out of the order of time.
        events.sort_by(|a, b| (a.t - a.extent.0).total_cmp(&(b.t - b.extent.0)));
        for (position, event) in (0..).zip(&mut events) {
            event.position = position;
        }
        events
    })
}

fn many() -> impl Strategy<Value = (TimeScale, Vec<IndexedEvent>, Option<u32>)> {
    modern_scale().prop_flat_map(|scale| (Just(scale), events(scale), prop::option::of(0..3000u32)))
}

fn size(label_width: f64) -> ItemSize {
    ItemSize {
        label_widths: [label_width; 2],
        extent: (0.0, 0.0),
    }
}

const FIRST_AGGREGATE: usize = 1_000_000;

/// The placement of a view, the events of each cluster, and the numbers of items and aggregates.
fn view(
    index: &TimeIndex,
    scale: &TimeScale,
    selected: Option<u32>,
) -> (Placement, Vec<Vec<u32>>, (usize, usize)) {
    let layout = LayoutOptions {
        lanes: 3,
        ..LayoutOptions::default()
    };
    let part = IndexQuery {
        scale,
        layout: &layout,
        ends: (f64::MIN, f64::MAX),
        selected,
        first_aggregate: FIRST_AGGREGATE,
    };
    // The axis has to be finite.
    let part = IndexQuery {
        ends: (
            scale.start - 3.0 * scale.span(),
            scale.end + 3.0 * scale.span(),
        ),
        ..part
    };
    let chosen = index.select(&part, &mut |_, _| size(60.0));
    let placement = place(&chosen.items, scale, &layout);
    let members = |cluster: &Cluster| {
        let mut all = Vec::new();
        for member in &cluster.members {
            match member.checked_sub(FIRST_AGGREGATE) {
                None => all.push(*member as u32),
                Some(aggregate) => all.extend(index.members(&chosen.aggregates[aggregate])),
            }
        }
        all
    };
    let clusters = placement.clusters.iter().map(members).collect();
    (
        placement,
        clusters,
        (chosen.items.len(), chosen.aggregates.len()),
    )
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn each_event_is_shown_once((scale, events, selected) in many()) {
        let index = TimeIndex::new(3, events.iter().copied());
        let (placement, clusters, _) = view(&index, &scale, selected);
        for (cluster, members) in placement.clusters.iter().zip(&clusters) {
            prop_assert_eq!(cluster.count, members.len());
            prop_assert!(cluster.count > 1);
        }
        let marks = placement.marks.iter().map(|mark| mark.index as u32);
        let mut shown: Vec<u32> = marks.chain(clusters.concat()).collect();
        shown.sort_unstable();
        let count = shown.len();
        shown.dedup();
        prop_assert_eq!(shown.len(), count, "an event is shown twice");
        for event in &events {
            if scale.start <= event.t && event.t <= scale.end {
                prop_assert!(shown.binary_search(&event.position).is_ok(), "{:?}", event);
            }
        }
    }

    /// The numbers of items and of boxes are bounded by the width of the view alone.
    #[test]
    fn the_work_is_bounded((scale, events, selected) in many()) {
        let index = TimeIndex::new(3, events.iter().copied());
        let (placement, _, (items, _)) = view(&index, &scale, selected);
        let cells = (3.0 * scale.width / 40.0).ceil() as usize + 2;
        prop_assert!(items <= 3 * cells * 7 + 1, "{} items in {} cells", items, cells);
        let boxes = placement.marks.len() + placement.clusters.len();
        prop_assert!(boxes <= 3 * 3 * (scale.width / 28.0 + 2.0) as usize);
    }

    /// Marks well inside the view stay as they are when the view is panned a little: enough is placed on
    /// either side.
    #[test]
    fn a_pan_changes_nothing_inside((scale, events, _) in many(), moved in -300.0..300.0f64) {
        const INSIDE: f64 = 150.0;
        let index = TimeIndex::new(3, events.iter().copied());
        let days = moved / scale.pixels_per_day();
        let other = TimeScale::new(scale.start + days, scale.end + days, scale.width);
        // Whether a position is well inside; marks have to be so in both views.
        let is_inside = |x: f64| INSIDE < x && x < scale.width - INSIDE;
        let marks = |at: &TimeScale| -> Vec<(usize, i64)> {
            let (placement, ..) = view(&index, at, None);
            let marks = placement.marks.iter().filter(|mark| {
                let t = events[mark.index].t;
                is_inside(scale.x(t)) && is_inside(other.x(t))
            });
            marks.map(|mark| (mark.index, (mark.y * 16.0) as i64)).collect()
        };
        prop_assert_eq!(marks(&scale), marks(&other));
    }

    /// Where all events have room, the index changes nothing.
    #[test]
    fn few_events_are_placed_as_without_an_index((scale, events, selected) in many()) {
        let few: Vec<IndexedEvent> = events.into_iter().step_by(150).collect();
        let index = TimeIndex::new(3, few.iter().copied());
        let (placement, _, (items, aggregates)) = view(&index, &scale, selected);
        let layout = LayoutOptions { lanes: 3, ..LayoutOptions::default() };
        let near = |t: f64| scale.start - scale.span() <= t && t <= scale.end + scale.span();
        let direct: Vec<Item> = few
            .iter()
            .filter(|event| near(event.t))
            .map(|event| Item {
                index: event.position as usize,
                t: event.t,
                lane: event.lane,
                weight: event.weight,
                label_widths: [60.0; 2],
                ..Item::default()
            })
            .collect();
        // Cells reach a little farther than the margin, and a dense cell is not placed as it is.
        prop_assume!(items == direct.len() && aggregates == 0);
        let expected = place(&direct, &scale, &layout);
        prop_assert_eq!(shown(&placement), shown(&expected));
    }

    #[test]
    fn the_ends_of_an_aggregate_are_its_first_and_last_event((scale, events, selected) in many()) {
        let index = TimeIndex::new(3, events.iter().copied());
        let layout = LayoutOptions { lanes: 3, ..LayoutOptions::default() };
        let part = IndexQuery { scale: &scale, layout: &layout, ends: (scale.start, scale.end), selected, first_aggregate: FIRST_AGGREGATE };
        let chosen = index.select(&part, &mut |_, _| size(0.0));
        for aggregate in &chosen.aggregates {
            let t = |position: u32| events[position as usize].t;
            let (first, last) = index.ends(aggregate).unwrap_or_default();
            prop_assert!(index.members(aggregate).all(|member| t(first) <= t(member) && t(member) <= t(last)));
        }
    }
}
