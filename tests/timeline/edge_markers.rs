//! What reaches into the view from outside.

use open_vs_closed::timeline::{
    IndexQuery, IndexedEvent, Item, ItemSize, LayoutOptions, Mark, TimeIndex, TimeScale, place,
    place_with_edge_markers,
};
use proptest::prelude::*;

use crate::strategies::*;

/// Up to eight items that stand before or after a scale, and reach far.
fn passing(scale: TimeScale) -> impl Strategy<Value = Vec<Item>> {
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

/// Left and right end of all that belongs to a mark.
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
    fn it_takes_what_room_is_left(
        (scale, layout, items, passing) in scene().prop_flat_map(|(scale, layout, items)| {
            (Just(scale), Just(layout), Just(items), passing(scale))
        })
    ) {
        let layout = LayoutOptions { mark: [10.0, 14.0, 18.0], ..layout };
        let alone = place(&items, &scale, &layout);
        let mut all = place_with_edge_markers(&items, &passing, &scale, &layout);
        let (guests, hosts): (Vec<Mark>, Vec<Mark>) = all.marks.iter().partition(|mark| mark.index >= 1000);
        for guest in &guests {
            let item = &passing[guest.index - 1000];
            let x = |days: f64| scale.x(item.t + days);
            let (from, to) = ends(guest);
            prop_assert!(from >= -1e-6 && to <= scale.width + 1e-6, "{guest:?} leaves the view");
            // It stands in what it reaches over.
            prop_assert!(x(-item.extent.0) <= guest.x && guest.x <= x(item.extent.1), "{guest:?}");
            for host in hosts.iter().chain(&guests).filter(|other| other.y == guest.y && other.index != guest.index) {
                let other = ends(host);
                prop_assert!(to <= other.0 + 0.02 || other.1 <= from + 0.02, "{guest:?} and {host:?}");
            }
            for cluster in all.clusters.iter().filter(|cluster| cluster.y == guest.y) {
                let half = cluster.width / 2.0;
                prop_assert!(to <= cluster.x - half + 0.02 || cluster.x + half <= from + 0.02, "{guest:?} and {cluster:?}");
            }
            prop_assert_eq!(guests.iter().filter(|other| other.index == guest.index).count(), 1);
        }
        // Nothing has moved for it.
        all.marks.retain(|mark| mark.index < 1000);
        prop_assert_eq!(all, alone);
    }
}

const YEAR: f64 = 365.0;

/// The marks of a view of some days of the sixth year, of an index of one lane.
fn seen(index: &TimeIndex, all: &[IndexedEvent], days: (f64, f64)) -> Vec<(usize, f64, bool)> {
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
fn what_lasts_is_seen_as_long_as_it_does() {
    let event = |position, t, extent| IndexedEvent {
        position,
        t,
        extent,
        lane: 0,
        weight: 2,
    };
    // Three years, half of the sixth one, and a day of it.
    let all = [
        event(0, 5.5 * YEAR, (1.5 * YEAR, 1.5 * YEAR)),
        event(1, 5.25 * YEAR, (0.25 * YEAR, 0.25 * YEAR)),
        event(2, 5.0 * YEAR + 20.0, (0.0, 0.0)),
    ];
    let index = TimeIndex::new(1, all.iter().copied());
    // The whole year: all in their places.
    let marks = seen(&index, &all, (0.0, YEAR));
    assert_eq!(marks.len(), 3, "{marks:?}");
    // January: the middles of two are after it.
    let marks = seen(&index, &all, (0.0, 30.0));
    assert!(
        marks.iter().any(|mark| mark.0 == 2 && mark.1 > 600.0),
        "{marks:?}"
    );
    assert!(marks.contains(&(0, 988.0, true)), "{marks:?}");
    assert!(marks.contains(&(1, 988.0, true)), "{marks:?}");
    // December: the middles are before it, and one is over.
    assert_eq!(seen(&index, &all, (330.0, YEAR)), [(0, 12.0, true)]);
    // Two of ten years on one side hardly reach in.
    assert_eq!(
        seen(&index, &all, (1.5 * YEAR + 1.0, 1.5 * YEAR + 3.0)).len(),
        1
    );
    assert_eq!(seen(&index, &all, (2.5 * YEAR, 3.0 * YEAR)), []);
}
