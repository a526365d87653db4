//! Strategies: the input of the properties.

use std::collections::BTreeMap;

use open_vs_closed::date::PartialDate;
use open_vs_closed::timeline::{Item, LayoutOptions, Placement, TimeScale};
use proptest::prelude::*;

/// A number of cases. A failing case is printed and not written to a file.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

pub fn date() -> impl Strategy<Value = PartialDate> {
    let year = -9999..=9999i32;
    let part = |last: u8| prop::option::of(1..=last);
    (year, part(12), part(31)).prop_filter_map("no such day", |parts| match parts {
        (year, None, _) => PartialDate::from_year(year),
        (year, Some(month), None) => PartialDate::from_year_month(year, month),
        (year, Some(month), Some(day)) => PartialDate::from_year_month_day(year, month, day),
    })
}

pub fn scale() -> impl Strategy<Value = TimeScale> {
    let start = prop_oneof![-4_000_000.0..3_000_000.0, 10_000.0..30_000.0];
    let span = prop_oneof![1.0..100.0, 100.0..10_000.0, 10_000.0..4_000_000.0];
    (start, span, 1.0..3000.0f64).prop_map(|(start, span, width): (f64, f64, f64)| {
        TimeScale::new(start, start + span, width)
    })
}

/// A scale of recent years, at most as wide as a large screen.
pub fn modern_scale() -> impl Strategy<Value = TimeScale> {
    let span = prop_oneof![14.0..60.0, 60.0..400.0, 400.0..4000.0, Just(365.0)];
    let width = prop_oneof![280.0..1600.0, Just(730.0)];
    let start = prop_oneof![
        18_000.0..20_000.0f64,
        (18_000..20_000i32).prop_map(f64::from)
    ];
    (start, span, width).prop_map(|(start, span, width)| TimeScale::new(start, start + span, width))
}

pub fn layout() -> impl Strategy<Value = LayoutOptions> {
    let mark = prop_oneof![Just([10.0, 14.0, 18.0]), Just([20.0, 28.0, 36.0])];
    (mark, 1..=4usize, 1.0..8.0f64, 20.0..70.0f64, 60.0..200.0f64).prop_map(
        |(mark, rows, gap, cluster_width, max_label)| LayoutOptions {
            label_gap: gap,
            max_extent: 50.0,
            lanes: 2,
            lane_head: 0.0,
            mark,
            rows: [rows; 4],
            gap,
            cluster_width,
            max_label,
            ..LayoutOptions::default()
        },
    )
}

/// Up to `most` items, on whole and half days and in between, inside and around a scale.
pub fn items(scale: TimeScale, most: usize) -> impl Strategy<Value = Vec<Item>> {
    let place = prop_oneof![-0.6..1.6f64, 0.4..0.6f64];
    let item = (
        place,
        0..2usize,
        prop_oneof![30 => 1..=3u8, 1 => Just(4u8)],
        (
            prop_oneof![Just(0.0), 20.0..200.0f64],
            0.4..1.0f64,
            prop_oneof![3 => Just((0.0, 0.0)), 1 => (0.0..9.0f64, 0.0..9.0f64)],
        ),
        0..3u8,
    );
    prop::collection::vec(item, 0..most).prop_map(move |items| {
        let mut items: Vec<Item> = items
            .into_iter()
            .map(|(place, lane, weight, (width, short, extent), kind)| {
                let t = scale.start + place * scale.span();
                let t = match kind {
                    0 => t,
                    1 => t.floor(),
                    _ => t.floor() + 0.5,
                };
                Item {
                    t,
                    lane,
                    weight,
                    label_widths: [width, width * short],
                    extent,
                    ..Item::default()
                }
            })
            .collect();
        items.sort_by(|a, b| a.t.total_cmp(&b.t));
        // At most one is selected.
        let mut selected = items.iter_mut().filter(|item| item.weight > 3).skip(1);
        selected.by_ref().for_each(|item| item.weight = 3);
        for (index, item) in items.iter_mut().enumerate() {
            item.index = index + 100;
        }
        items
    })
}

pub fn scene() -> impl Strategy<Value = (TimeScale, LayoutOptions, Vec<Item>)> {
    (modern_scale(), layout())
        .prop_flat_map(|(scale, layout)| (Just(scale), Just(layout), items(scale, 160)))
}

/// How an item is shown: as a mark on a row, or in a cluster with others.
#[derive(Clone, Debug, PartialEq)]
pub enum Shown {
    Mark(i64),
    Cluster(Vec<usize>),
}

pub fn shown(placement: &Placement) -> BTreeMap<usize, Vec<Shown>> {
    let mut all = BTreeMap::<usize, Vec<Shown>>::new();
    for mark in &placement.marks {
        let row = (mark.y * 16.0) as i64;
        all.entry(mark.index).or_default().push(Shown::Mark(row));
    }
    for cluster in &placement.clusters {
        for member in &cluster.members {
            let mut members = cluster.members.clone();
            members.sort_unstable();
            all.entry(*member)
                .or_default()
                .push(Shown::Cluster(members));
        }
    }
    all
}

/// A box in the picture: left, right, top, bottom, and a description.
pub type Box4 = (f64, f64, f64, f64, String);

pub fn boxes(placement: &Placement, row_height: f64) -> Vec<Box4> {
    let half = placement.target / 2.0;
    let boxed = |x: f64, y: f64, width: f64, height: f64, what: String| {
        (
            x - width / 2.0,
            x + width / 2.0,
            y - height / 2.0,
            y + height / 2.0,
            what,
        )
    };
    let mut all = Vec::new();
    for mark in &placement.marks {
        all.push(boxed(
            mark.x,
            mark.y,
            2.0 * half,
            2.0 * half,
            format!("mark {}", mark.index),
        ));
        if let Some(label) = mark.label {
            let middle = label.x + label.width / 2.0;
            let what = format!("label {}", mark.index);
            all.push(boxed(middle, label.y, label.width, row_height, what));
        }
        // Beside its own mark, and without the part behind its own label.
        for line in mark.extent_segments(1.0) {
            for (from, to) in [
                (line.0, line.1.min(mark.x - half - 1e-6)),
                (line.0.max(mark.x + half + 1e-6), line.1),
            ] {
                let what = format!("extent {}", mark.index);
                if from < to {
                    all.push(boxed(
                        f64::midpoint(from, to),
                        mark.y,
                        to - from,
                        row_height,
                        what,
                    ));
                }
            }
        }
    }
    for cluster in &placement.clusters {
        let what = format!("cluster {:?}", cluster.members);
        all.push(boxed(cluster.x, cluster.y, cluster.width, 2.0 * half, what));
    }
    all
}
