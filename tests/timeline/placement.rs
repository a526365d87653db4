//! Marks, labels and clusters.

use open_vs_closed::timeline::{Item, LabelSide, LayoutOptions, Mark, Placement, TimeScale, place};
use proptest::prelude::*;

use crate::strategies::*;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn nothing_overlaps((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let target = layout.mark.into_iter().fold(24.0, f64::max);
        prop_assert_eq!(placement.target, target);
        let row_height = layout.row_height.max(target);
        let mut all = boxes(&placement, row_height);
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (index, a) in all.iter().enumerate() {
            for b in all.iter().skip(index + 1).take_while(|b| b.0 < a.1) {
                let apart = a.3 <= b.2 + 1e-9 || b.3 <= a.2 + 1e-9;
                prop_assert!(apart, "{a:?} and {b:?}");
            }
            prop_assert!(a.2 >= -1e-9 && a.3 <= placement.height + 1e-9, "{a:?} leaves its lane");
        }
    }

    #[test]
    fn everything_is_inside_the_view((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let inside = |from: f64, to: f64| from >= -1e-6 && to <= scale.width + 1e-6;
        for mark in &placement.marks {
            prop_assert!(inside(mark.x, mark.x));
            let item = items.iter().find(|item| item.index == mark.index);
            prop_assert!(item.is_some_and(|item| (scale.x(item.t) - mark.x).abs() < 1e-6));
            if let Some(label) = mark.label {
                prop_assert!(inside(label.x, label.x + label.width));
                let widths = item.map(|item| item.label_widths[usize::from(label.is_short)]);
                prop_assert_eq!(widths, Some(label.width));
                prop_assert!(label.width <= layout.max_label);
                // As near to its mark as it may be, with no extent on that side or one that goes on behind
                // the label; or as near to the extent, which may be longer than the room reserved for it.
                let near = layout.mark[2].max(24.0) / 2.0 + layout.label_gap;
                let end = label.x + label.width;
                let reach = item.map_or((0.0, 0.0), |item| item.extent);
                let (beside, beyond, reach) = match label.side {
                    LabelSide::End => (label.x - mark.x, label.x - mark.extent.map_or(mark.x, |it| it.1), reach.1),
                    LabelSide::Start => (mark.x - end, mark.extent.map_or(mark.x, |it| it.0) - end, reach.0),
                };
                let is_alone = beyond > 2.0 * layout.label_gap - 1e-6;
                let goes_on = reach * scale.pixels_per_day() > near + label.width + 2.0 * layout.label_gap;
                let is_beside = (beside - near).abs() < 1e-6 && (is_alone || goes_on);
                let reserved = beside - 2.0 * layout.label_gap;
                let is_behind = (beyond - 2.0 * layout.label_gap).abs() < 1e-6 && beside >= near - 1e-6
                    || beyond < 0.0 && (reserved - layout.max_extent).abs() < 1e-6;
                prop_assert!(is_beside || is_behind, "{mark:?}");
            }
        }
        for cluster in &placement.clusters {
            prop_assert!(inside(cluster.x - cluster.width / 2.0, cluster.x + cluster.width / 2.0));
        }
    }

    /// With less distance, two labels are read as one.
    #[test]
    fn labels_stand_apart((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let mut labels: Vec<_> = placement.marks.iter().filter_map(|mark| mark.label).collect();
        labels.sort_by(|a, b| (a.y, a.x).partial_cmp(&(b.y, b.x)).unwrap_or(std::cmp::Ordering::Equal));
        for pair in labels.windows(2).filter(|pair| pair[0].y == pair[1].y) {
            let between = pair[1].x - pair[0].x - pair[0].width;
            prop_assert!(between > layout.label_gap * 2.5 - 0.02, "{pair:?}");
        }
    }

    /// However little room other marks leave.
    #[test]
    fn an_extent_is_visible_beside_its_mark((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let half = placement.target / 2.0;
        for mark in &placement.marks {
            let (before, after) = items[mark.index - 100].extent;
            let (from, to) = mark.extent.unwrap_or((mark.x, mark.x));
            let day = scale.pixels_per_day();
            for (side, reach, edge, visible) in [
                (LabelSide::Start, before * day, mark.x, mark.x - from),
                (LabelSide::End, after * day, scale.width - mark.x, to - mark.x),
            ] {
                let is_named = mark.label.is_some_and(|label| label.side == side);
                let least = reach.min(edge).min(half) - 0.02;
                prop_assert!(is_named || visible >= least, "{visible} of {reach} is visible of {mark:?}");
            }
        }
    }

    #[test]
    fn every_visible_item_is_shown_exactly_once((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let shown = shown(&placement);
        for item in &items {
            let x = scale.x(item.t);
            let count = shown.get(&item.index).map_or(0, Vec::len);
            let beyond = (-x).max(x - scale.width);
            if beyond <= 1e-9 {
                prop_assert_eq!(count, 1, "{:?}", item);
            } else if beyond < 1e-5 {
                // So near to the edge, rounding decides whether it is in the view.
                prop_assert!(count <= 1);
            } else {
                // A cluster at the edge may have a member just outside.
                let near = (-200.0..=scale.width + 200.0).contains(&x);
                prop_assert!(count == 0 || near && count == 1 && matches!(shown[&item.index][0], Shown::Cluster(_)));
            }
        }
        for cluster in &placement.clusters {
            prop_assert!(cluster.members.len() >= 2);
            prop_assert!(cluster.members.is_sorted());
            let t = |index: Option<&usize>| index.and_then(|index| items.get(*index - 100)).map(|item| item.t);
            prop_assert_eq!(t(cluster.members.first()), Some(cluster.start_t));
            prop_assert_eq!(t(cluster.members.last()), Some(cluster.end_t));
        }
    }

    #[test]
    fn the_number_of_boxes_is_bounded((scale, layout, items) in scene()) {
        let placement = place(&items, &scale, &layout);
        let boxes = placement.marks.len() + placement.clusters.len();
        let room = (scale.width / 24.0 + 1.0).floor() as usize * layout.rows[0] * layout.lanes;
        prop_assert!(boxes <= room);
    }

    #[test]
    fn equal_input_gives_equal_output((scale, layout, items) in scene()) {
        prop_assert_eq!(place(&items, &scale, &layout), place(&items, &scale, &layout));
    }

    #[test]
    fn the_heavier_stand_alone_first((scale, layout, items) in scene()) {
        let shown = shown(&place(&items, &scale, &layout));
        let is_mark = |item: &Item| matches!(shown.get(&item.index).map(|shown| &shown[..]), Some([Shown::Mark(_)]));
        let is_clustered = |item: &Item| matches!(shown.get(&item.index).map(|shown| &shown[..]), Some([Shown::Cluster(_)]));
        for heavy in items.iter().filter(|item| is_clustered(item)) {
            let same = |light: &&Item| light.lane == heavy.lane && light.t == heavy.t && light.weight < heavy.weight;
            for light in items.iter().filter(same) {
                prop_assert!(!is_mark(light), "{light:?} stands where {heavy:?} does not");
            }
        }
    }

    #[test]
    fn no_lighter_label_stands_where_a_heavier_one_could((scale, layout, items) in scene()) {
        // Well inside the view: at the edges, labels change sides.
        let placement = place(&items, &scale, &layout);
        let weight = |mark: &Mark| items[mark.index - 100].weight;
        let edge = 500.0;
        let bare = placement.marks.iter().filter(|mark| mark.label.is_none());
        for bare in bare.filter(|mark| (edge..scale.width - edge).contains(&mark.x)) {
            let width = items[bare.index - 100].label_widths[1];
            if width <= 0.0 || width > layout.max_label {
                continue;
            }
            let near = layout.mark[2].max(24.0) / 2.0 + layout.label_gap;
            for (from, to) in [(bare.x + near, bare.x + near + width), (bare.x - near - width, bare.x - near)] {
                let within = |gap: f64| move |ends: (f64, f64)| ends.0 < to + gap && from - gap < ends.1;
                let touches = within(layout.label_gap);
                // Texts keep farther apart.
                let touches_text = within(layout.label_gap * 2.5);
                let half = placement.target / 2.0;
                let mut row = placement.marks.iter().filter(|mark| mark.y == bare.y && mark.index != bare.index);
                let by_other = row.clone().any(|mark| {
                    touches((mark.x - half, mark.x + half))
                        || weight(mark) >= weight(bare) && decoration(mark).is_some_and(touches_text)
                });
                let by_cluster = placement.clusters.iter().any(|cluster| {
                    cluster.y == bare.y && touches((cluster.x - cluster.width / 2.0, cluster.x + cluster.width / 2.0))
                });
                let by_lighter = row.any(|mark| decoration(mark).is_some_and(touches));
                prop_assert!(by_other || by_cluster || !by_lighter, "{bare:?}");
            }
        }
    }

    #[test]
    fn a_row_is_left_to_a_cluster_only_for_something_as_heavy((scale, layout, items) in scene()) {
        // Well inside the view: at the edges, what is in the way may be out of it.
        let placement = place(&items, &scale, &layout);
        let weight = |index: usize| items.get(index - 100).map_or(0, |item| item.weight);
        let near = placement.target + layout.gap;
        for cluster in &placement.clusters {
            for item in cluster.members.iter().filter_map(|member| items.get(*member - 100)) {
                let x = scale.x(item.t);
                if !(300.0..scale.width - 300.0).contains(&x) {
                    continue;
                }
                for row in 0..layout.rows[0] - 1 {
                    let top = placement.lanes[item.lane].top + layout.row_height.max(placement.target) * row as f64;
                    let y = top + layout.row_height.max(placement.target) / 2.0;
                    let row: Vec<_> = placement.marks.iter().filter(|mark| (mark.y - y).abs() < 1.0).collect();
                    let by_mark = row.iter().any(|mark| (mark.x - x).abs() < near && weight(mark.index) >= item.weight);
                    let by_label = row.iter().any(|mark| {
                        weight(mark.index) > item.weight
                            && decoration(mark).is_some_and(|(from, to)| from - near < x && x < to + near)
                    });
                    prop_assert!(by_mark || by_label, "{item:?} has room at {x} on {y}");
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn panning_rearranges_nothing((scale, layout, items) in scene(), dx in -300..300i32) {
        let panned = panned(&scale, f64::from(dx));
        let before = shown(&place(&items, &scale, &layout));
        let after = shown(&place(&items, &panned, &layout));
        // A cluster at the edge may take in marks of three cells.
        let edge = 3.0 * (layout.cluster_width.max(36.0) + layout.gap);
        for item in &items {
            let inside = |scale: &TimeScale| (edge..scale.width - edge).contains(&scale.x(item.t));
            if inside(&scale) && inside(&panned) {
                prop_assert_eq!(before.get(&item.index), after.get(&item.index), "{:?}", item);
            }
        }
    }

    #[test]
    fn what_is_out_of_reach_has_no_effect(
        (scale, layout, items) in (modern_scale(), layout()).prop_flat_map(|(scale, layout)| {
            (Just(scale), Just(layout), items(beyond(&scale, &layout), 900))
        })
    ) {
        let (all, near) = with_and_without_the_far(&scale, &layout, &items);
        prop_assert_eq!(all, near);
    }

    // Many items at equal distances: which of them have room depends on the first one, all along.
    #[test]
    fn a_queue_does_not_shift_for_what_is_out_of_reach(
        scale in modern_scale(), layout in layout(), step in 5.0..20.0f64, width in prop_oneof![Just(0.0), 20.0..60.0f64],
    ) {
        let long = beyond(&scale, &layout);
        let places = (0..).map(|step_number| f64::from(step_number) * step);
        let items: Vec<Item> = (0..)
            .zip(places.take_while(|x| *x <= long.width))
            .map(|(index, x)| Item { index, t: long.t(x), weight: 1, label_widths: [width; 2], ..Item::default() })
            .collect();
        let (all, near) = with_and_without_the_far(&scale, &layout, &items);
        prop_assert_eq!(all, near);
    }
}

/// Left and right end of the label and the extent of a mark.
fn decoration(mark: &Mark) -> Option<(f64, f64)> {
    let label = mark.label.map(|label| (label.x, label.x + label.width));
    let both = label.into_iter().chain(mark.extent);
    both.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

/// The same scale over more time, so that some items are out of reach.
fn beyond(scale: &TimeScale, layout: &LayoutOptions) -> TimeScale {
    let more = layout.reach() + 150.0;
    let days = more / scale.pixels_per_day();
    TimeScale::new(
        scale.start - days,
        scale.end + days,
        scale.width + 2.0 * more,
    )
}

/// The placement of all items, and of those within reach of the view.
fn with_and_without_the_far(
    scale: &TimeScale,
    layout: &LayoutOptions,
    items: &[Item],
) -> (Placement, Placement) {
    let reach = -layout.reach()..=scale.width + layout.reach();
    let near = items.iter().filter(|item| reach.contains(&scale.x(item.t)));
    let near: Vec<Item> = near.copied().collect();
    (place(items, scale, layout), place(&near, scale, layout))
}

/// The scale after a drag by that many pixels.
fn panned(scale: &TimeScale, dx: f64) -> TimeScale {
    let days = dx / scale.pixels_per_day();
    TimeScale::new(scale.start - days, scale.end - days, scale.width)
}
