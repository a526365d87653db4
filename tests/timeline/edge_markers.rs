//! Edge markers: events that reach into the view from outside.

use open_vs_closed::timeline::{
    IndexQuery, IndexedEvent, Item, ItemSize, LayoutOptions, Mark, TimeIndex, TimeScale, place,
    place_with_edge_markers,
};
use proptest::prelude::*;

use crate::strategies::*;

/// Up to eight items with their time before or after the scale, and long extents.
fn edge_items(scale: TimeScale) -> impl Strategy<Value = Vec<Item>> {
    let place = prop_oneof![-2.0..0.0f64, 1.0..3.0f64];
    let reach = || prop_oneof![Just(0.0), 0.0..4.0f64];
    let item = (place, reach(), reach(), 0..2usize, 0.0..200.0f64);
    prop::collection::vec(item, 0..8).prop_map(move |items| {
        let all = (1000..).zip(items);
        all.map(|(index, (place, before, after, lane, width))| Item {
            index,
            t: scale.start + place * scale.span(),
            extent: (before * scale.span(), after * scale.span()),
            lane,
            weight: 2,
            label_widths: [width; 2],
            ..Item::default()
        })
        .collect()
    })
}

/// Left and right end of a mark with its label and its extent.
fn ends(mark: &Mark) -> (f64, f64) {
    let label = mark.label.map(|label| (label.x, label.x + label.width));
    let all = label.into_iter().chain(mark.extent);
    all.fold((mark.x - 12.0, mark.x + 12.0), |a, b| {
        (a.0.min(b.0), a.1.max(b.1))
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn edge_markers_take_the_room_that_is_left(
        (scale, layout, items, edge_items) in scene().prop_flat_map(|(scale, layout, items)| {
            (Just(scale), Just(layout), Just(items), edge_items(scale))
        })
    ) {
        let layout = LayoutOptions { mark: [10.0, 14.0, 18.0], ..layout };
        let alone = place(&items, &scale, &layout);
        let mut all = place_with_edge_markers(&items, &edge_items, &scale, &layout);
        let (markers, others): (Vec<Mark>, Vec<Mark>) = all.marks.iter().partition(|mark| mark.index >= 1000);
        for marker in &markers {
            let item = &edge_items[marker.index - 1000];
            let x = |days: f64| scale.x(item.t + days);
            let (from, to) = ends(marker);
            prop_assert!(from >= -1e-6 && to <= scale.width + 1e-6, "{marker:?} leaves the view");
            // It stands on its own extent.
            prop_assert!(x(-item.extent.0) <= marker.x && marker.x <= x(item.extent.1), "{marker:?}");
            for other_mark in others.iter().chain(&markers).filter(|other| other.y == marker.y && other.index != marker.index) {
                let other = ends(other_mark);
                prop_assert!(to <= other.0 + 0.02 || other.1 <= from + 0.02, "{marker:?} and {other_mark:?}");
            }
            for cluster in all.clusters.iter().filter(|cluster| cluster.y == marker.y) {
                let half = cluster.width / 2.0;
                prop_assert!(to <= cluster.x - half + 0.02 || cluster.x + half <= from + 0.02, "{marker:?} and {cluster:?}");
            }
            prop_assert_eq!(markers.iter().filter(|other| other.index == marker.index).count(), 1);
        }
        // Nothing has moved for them.
        all.marks.retain(|mark| mark.index < 1000);
        prop_assert_eq!(all, alone);
    }
}

const YEAR: f64 = 365.0;

/// Index, position and whether there is an extent of each mark, in a view of some days of the sixth year.
fn marks_in_view(
    index: &TimeIndex,
    all: &[IndexedEvent],
    days: (f64, f64),
) -> Vec<(usize, f64, bool)> {
    let scale = TimeScale::new(5.0 * YEAR + days.0, 5.0 * YEAR + days.1, 1000.0);
    let layout = LayoutOptions {
        lanes: 1,
        ..LayoutOptions::default()
    };
    let part = IndexQuery {
        scale: &scale,
        layout: &layout,
        ends: (0.0, 10.0 * YEAR),
        selected: None,
        first_aggregate: 1000,
    };
    let mut size = |position: u32, _: bool| ItemSize {
        label_widths: [80.0; 2],
        extent: all[position as usize].extent,
    };
    let chosen = index.select(&part, &mut size);
    let placement = place_with_edge_markers(&chosen.items, &chosen.edge_markers, &scale, &layout);
    let marks = placement.marks.iter();
    marks
        .map(|mark| (mark.index, mark.x, mark.extent.is_some()))
        .collect()
}

#[test]
fn an_event_with_an_extent_is_shown_as_long_as_it_reaches_in() {
    let event = |position, t, extent| IndexedEvent {
        position,
        t,
        extent,
        lane: 0,
        weight: 2,
    };
    // One of three years, one of half the sixth year, and one of a day in it.
    let all = [
        event(0, 5.5 * YEAR, (1.5 * YEAR, 1.5 * YEAR)),
        event(1, 5.25 * YEAR, (0.25 * YEAR, 0.25 * YEAR)),
        event(2, 5.0 * YEAR + 20.0, (0.0, 0.0)),
    ];
    let index = TimeIndex::new(1, all.iter().copied());
    // The whole year shows all of them at their times.
    let marks = marks_in_view(&index, &all, (0.0, YEAR));
    assert_eq!(marks.len(), 3, "{marks:?}");
    // In January, the middles of two are outside, to the right.
    let marks = marks_in_view(&index, &all, (0.0, 30.0));
    assert!(
        marks.iter().any(|mark| mark.0 == 2 && mark.1 > 600.0),
        "{marks:?}"
    );
    assert!(marks.contains(&(0, 988.0, true)), "{marks:?}");
    assert!(marks.contains(&(1, 988.0, true)), "{marks:?}");
    // In December, they are outside to the left, and one is over.
    assert_eq!(
        marks_in_view(&index, &all, (330.0, YEAR)),
        [(0, 12.0, true)]
    );
    // Less than a target of the extent is in view.
    assert_eq!(
        marks_in_view(&index, &all, (1.5 * YEAR + 1.0, 1.5 * YEAR + 3.0)).len(),
        1
    );
    assert_eq!(marks_in_view(&index, &all, (2.5 * YEAR, 3.0 * YEAR)), []);
}
