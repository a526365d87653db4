//! Placements as texts. A day is 10 pixels wide, and the view is January 2025 unless a test says
//! otherwise.

use super::*;
use crate::date::{DateRange, PartialDate};

/// `20:3:80` is the 20th, with weight 3 and a label 80 pixels wide. The defaults are 1 and 0.
fn items(text: &str) -> Vec<Item> {
    let item = |(index, text): (usize, &str)| {
        let mut parts = text
            .split(':')
            .map(|part| part.parse::<f64>().unwrap_or(f64::NAN));
        let day = parts.next().unwrap_or(f64::NAN);
        let first = DateRange::parse("2025-01").map_or(0, |range| range.days().0);
        Item {
            index,
            t: f64::from(first) + day - 1.0,
            lane: 0,
            weight: parts.next().unwrap_or(1.0) as u8,
            label_widths: [parts.next().unwrap_or(0.0); 2],
            ..Item::default()
        }
    };
    text.split_whitespace().enumerate().map(item).collect()
}

fn january(layout: &LayoutOptions, text: &str) -> Placement {
    let (start, end) = DateRange::parse("2025-01").map_or((0, 0), DateRange::days);
    let scale = TimeScale::new(start.into(), end.into(), 310.0);
    place(&items(text), &scale, layout)
}

/// Marks as `day row label`, with `>` for a label to the right and `<` for one to the left, and
/// clusters as their days in brackets.
fn describe(text: &str, placement: &Placement, layout: &LayoutOptions) -> String {
    let items = items(text);
    let day = |index: usize| {
        let t = items.get(index).map_or(0.0, |item| item.t);
        PartialDate::from_day(t.floor() as i32).day().unwrap_or(0)
    };
    let marks = placement.marks.iter().map(|mark| {
        let row = (mark.y / layout.row_height).floor();
        let label = match mark.label.map(|label| label.side) {
            Some(LabelSide::End) => ">",
            Some(LabelSide::Start) => "<",
            None => "",
        };
        format!("{}r{row}{label}", day(mark.index))
    });
    let clusters = placement.clusters.iter().map(|cluster| {
        let days: Vec<_> = cluster
            .members
            .iter()
            .map(|index| day(*index).to_string())
            .collect();
        format!("[{}]", days.join(" "))
    });
    marks.chain(clusters).collect::<Vec<_>>().join(" ")
}

fn one_lane() -> LayoutOptions {
    LayoutOptions {
        lanes: 1,
        lane_head: 0.0,
        gap: 2.0,
        label_gap: 2.0,
        cluster_width: 44.0,
        max_label: 180.0,
        ..LayoutOptions::default()
    }
}

fn check(text: &str, expected: &str) {
    let layout = one_lane();
    let placement = january(&layout, text);
    assert_eq!(describe(text, &placement, &layout), expected, "{text}");
}

#[test]
fn a_mark_with_room_stands_on_the_first_row_with_its_label() {
    check("", "");
    check("5:1:60", "5r0>");
    check("5:1:60 15:1:60 25:1:30", "5r0> 15r0> 25r0>");
}

#[test]
fn a_label_without_room_takes_the_next_row_or_the_other_side_or_is_left_out() {
    check("5:1:60 8:1:60", "5r0> 8r1>");
    // The label of 9 has no room on the first two rows, on either side.
    check("5:2:60 6:2:60 9:1:60", "5r0> 6r1> 9r2>");
    // The last one would be cut off at the right.
    check("28:1:60", "28r0<");
    check("5:1:170 15:1:999", "5r0> 15r1");
    // Wider than the layout allows.
    check("5:1:181", "5r0");
}

#[test]
fn marks_of_one_weight_push_labels_aside_and_lighter_marks_do_not() {
    check("5:1:60 6:1:60 9:1:60", "5r0 6r1> 9r0>");
    check("5:2:60 6:2:60 9:2:60", "5r0 6r1> 9r0>");
    check("5:3:60 6:3:60 8:1 9:1:60", "5r0> 6r1> [8 9]");
}

#[test]
fn the_heavier_stand_alone_and_the_rest_together() {
    check("9:1 9:2 9:3 9:1 9:2", "9r1 9r0 [9 9 9]");
    let placement = january(&one_lane(), "9:1 9:2 9:3 9:1 9:2");
    let alone: Vec<_> = placement.marks.iter().map(|mark| mark.index).collect();
    assert_eq!(alone, [1, 2]);
    assert_eq!(
        placement
            .clusters
            .first()
            .map(|cluster| cluster.members.clone()),
        Some(vec![0, 3, 4])
    );
}

#[test]
fn a_cluster_of_one_is_a_mark() {
    check("9 9 9", "9r0 9r1 9r2");
    check("9 9 9 20 20 20", "9r0 9r1 9r2 20r0 20r1 20r2");
}

#[test]
fn a_cluster_knows_its_time_and_stays_inside_the_view() {
    let placement = january(&one_lane(), "1 1 1 1");
    let cluster = placement.clusters.first();
    let found = cluster.map(|cluster| (cluster.x, cluster.width, cluster.end_t - cluster.start_t));
    assert_eq!(found, Some((22.0, 44.0, 0.0)));
}

#[test]
fn a_cluster_that_is_moved_into_the_view_overlaps_no_label() {
    let layout = LayoutOptions {
        max_label: 250.0,
        ..one_lane()
    };
    // Its box ends at 44. The label on its row can only stand to the left of the 31st, from 48 or 42.
    for (label, expected) in [(238, "31r2<"), (244, "31r2")] {
        let text = format!("1:3 1:3 1 1 31:3 31:3 31:1:{label}");
        let expected = format!("1r0 1r1 31r0 31r1 {expected} [1 1]");
        assert_eq!(describe(&text, &january(&layout, &text), &layout), expected);
    }
}

#[test]
fn items_outside_the_view_are_left_out() {
    check("-3 1 31 35", "1r0 31r0");
    // An item outside keeps its place for when the view is panned.
    check("0 1", "1r1");
}

#[test]
fn lanes_stand_below_each_other_and_are_independent() {
    let layout = LayoutOptions {
        lanes: 2,
        lane_head: 20.0,
        row_height: 30.0,
        rows: [2; 4],
        ..LayoutOptions::default()
    };
    let mut items = items("9:1 9:1 9:1");
    for (lane, item) in items.iter_mut().enumerate() {
        item.lane = lane;
    }
    let scale = TimeScale::new(items[0].t, items[0].t + 10.0, 100.0);
    let placement = place(&items, &scale, &layout);
    let lanes: Vec<_> = placement
        .lanes
        .iter()
        .map(|lane| (lane.top, lane.height))
        .collect();
    assert_eq!(lanes, [(0.0, 80.0), (80.0, 80.0)]);
    assert_eq!(placement.height, 160.0);
    // The third is in a lane beyond the last, and goes to the last.
    let marks: Vec<_> = placement
        .marks
        .iter()
        .map(|mark| (mark.lane, mark.y))
        .collect();
    assert_eq!(marks, [(0, 35.0), (1, 115.0), (1, 145.0)]);
}

#[test]
fn a_view_without_width_has_lanes_and_nothing_in_them() {
    let scale = TimeScale::new(0.0, 10.0, 0.0);
    let placement = place(&items("9 9"), &scale, &one_lane());
    assert!(placement.marks.is_empty() && placement.clusters.is_empty());
    assert_eq!(placement.height, 84.0);
}

#[test]
fn sizes_that_make_no_sense_do_no_harm() {
    let layout = LayoutOptions {
        lanes: 0,
        lane_head: f64::NAN,
        mark: [-1.0, f64::INFINITY, 30.0],
        row_height: 0.0,
        rows: [1; 4],
        gap: -5.0,
        cluster_width: f64::NAN,
        label_gap: f64::NAN,
        max_label: -1.0,
        max_extent: f64::INFINITY,
        target: -1.0,
        bounds: (f64::NAN, f64::NAN),
    };
    let placement = january(&layout, "9 9 12:7:60 NaN 20:0:NaN");
    assert_eq!(placement.target, 30.0);
    assert_eq!(placement.height, 30.0);
    let placed = placement
        .clusters
        .iter()
        .map(|cluster| cluster.members.len())
        .sum::<usize>();
    assert_eq!(placed + placement.marks.len(), 4);
}

/// At the end of the axis a label stands before its mark: no pan would bring it into view otherwise.
#[test]
fn labels_stay_inside_the_axis() {
    let (start, end) = (0.0, 100.0);
    let scale = TimeScale::new(start, end, 1000.0);
    let layout = LayoutOptions {
        lanes: 1,
        bounds: (start, end),
        ..LayoutOptions::default()
    };
    let item = |t: f64| Item {
        t,
        weight: 3,
        label_widths: [200.0; 2],
        ..Item::default()
    };
    let side = |t: f64| {
        let placement = place(&[item(t)], &scale, &layout);
        placement
            .marks
            .first()
            .and_then(|mark| mark.label)
            .map(|label| label.side)
    };
    assert_eq!(side(5.0), Some(LabelSide::End));
    assert_eq!(side(95.0), Some(LabelSide::Start));
}

/// An item with an extent and a label of that width.
fn with_extent(index: usize, t: f64, extent: (f64, f64), width: f64) -> Item {
    Item {
        index,
        t,
        extent,
        weight: 2,
        label_widths: [width; 2],
        ..Item::default()
    }
}

/// The label of a long extent stands beside the mark, and the extent goes on behind it as far as there is
/// room, however much was reserved for it.
#[test]
fn a_long_extent_is_drawn_as_long_as_it_is() {
    let layout = LayoutOptions {
        max_extent: 100.0,
        max_label: 350.0,
        ..one_lane()
    };
    let scale = TimeScale::new(0.0, 100.0, 1000.0);
    let long = with_extent(0, 50.0, (30.0, 70.0), 80.0);
    let placed = |others: &[Item]| {
        let items = [&[long], others].concat();
        let marks = place(&items, &scale, &layout).marks;
        let mark = marks.into_iter().find(|mark| mark.index == 0);
        mark.map(|mark| {
            (
                mark.extent,
                mark.label.map(|label| label.x),
                mark.extent_segments(4.0),
            )
        })
    };
    let lines = |from, to| [(from, 500.0), (598.0, to)];
    assert_eq!(
        placed(&[]),
        Some((Some((200.0, 1000.0)), Some(514.0), lines(200.0, 1000.0)))
    );
    // The label of an item outside the view is not drawn, and takes no room.
    let outside = with_extent(1, -3.0, (0.0, 0.0), 300.0);
    assert_eq!(
        placed(&[outside]),
        Some((Some((200.0, 1000.0)), Some(514.0), lines(200.0, 1000.0)))
    );
    // Beyond the reserved room, an extent ends at other marks, as far from them as text from text.
    let others = [
        with_extent(1, 30.0, (0.0, 0.0), 0.0),
        with_extent(2, 75.0, (0.0, 0.0), 0.0),
    ];
    assert_eq!(
        placed(&others),
        Some((Some((317.0, 733.0)), Some(514.0), lines(317.0, 733.0)))
    );
}

/// Where others are too near for the whole extent, it is drawn as far as there is room.
#[test]
fn an_extent_is_cut_at_other_marks() {
    let layout = LayoutOptions {
        rows: [2; 4],
        ..one_lane()
    };
    let scale = TimeScale::new(0.0, 100.0, 1000.0);
    let extent = |neighbours: [f64; 2], width| {
        let [before, after] = neighbours;
        let items = [
            with_extent(0, 50.0, (3.0, 9.0), width),
            with_extent(1, before, (0.0, 0.0), 0.0),
            with_extent(2, before, (0.0, 0.0), 0.0),
            with_extent(3, after, (0.0, 0.0), 0.0),
            with_extent(4, after, (0.0, 0.0), 0.0),
        ];
        let marks = place(&items, &scale, &layout).marks;
        let mark = marks.into_iter().find(|mark| mark.index == 0);
        mark.and_then(|mark| mark.extent)
    };
    assert_eq!(extent([30.0, 70.0], 0.0), Some((470.0, 590.0)));
    // The target of a neighbour begins 12 pixels before its middle, and text is 5 pixels away from it.
    assert_eq!(extent([30.0, 55.0], 0.0), Some((470.0, 533.0)));
    assert_eq!(extent([47.0, 55.0], 0.0), Some((487.0, 533.0)));
    assert_eq!(extent([47.2, 52.8], 0.0), Some((488.0, 512.0)));
    // A label comes first: the extent goes on behind it where there is room, or ends before it.
    assert_eq!(extent([47.0, 57.0], 20.0), Some((487.0, 553.0)));
    assert_eq!(extent([47.0, 55.0], 10.0), Some((487.0, 510.0)));
}

#[test]
fn twice_mirrored_is_as_before() {
    let scale = TimeScale::new(0.0, 100.0, 400.0);
    let item = |index: usize, t: f64| Item {
        index,
        t,
        weight: 1,
        label_widths: [50.0; 2],
        ..Item::default()
    };
    let items = [
        item(0, 10.0),
        item(1, 90.0),
        item(2, 91.0),
        item(3, 91.0),
        item(4, 91.5),
    ];
    let placement = place(
        &items,
        &scale,
        &LayoutOptions {
            rows: [2; 4],
            ..LayoutOptions::default()
        },
    );
    let mirrored = placement.clone().mirrored(400.0);
    let first = mirrored.marks.first().map(|mark| (mark.index, mark.x));
    assert_eq!(first, Some((0, 360.0)));
    let label = mirrored.marks.first().and_then(|mark| mark.label);
    assert_eq!(
        label.map(|label| (label.x + label.width + 16.0, label.side)),
        Some((360.0, LabelSide::Start))
    );
    assert_eq!(mirrored.mirrored(400.0), placement);
}
