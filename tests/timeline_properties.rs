//! What holds for every date, every scale and every crowd on the axis.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeMap;

use open_vs_closed::date::{DateRange, PartialDate, civil, range_from_days};
use open_vs_closed::timeline::{
    Arc, Indexed, Item, LabelSide, Layout, Part, Placement, TickUnit, TimeIndex, TimeScale, place,
    ticks, truncate_to_width,
};
use proptest::prelude::*;

// ---------------------------------------------------------------- what there is

/// So many cases; what fails is printed and not kept in a file.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn date() -> impl Strategy<Value = PartialDate> {
    let year = -9999..=9999i32;
    let part = |last: u8| prop::option::of(1..=last);
    (year, part(12), part(31)).prop_filter_map("no such day", |parts| match parts {
        (year, None, _) => PartialDate::from_year(year),
        (year, Some(month), None) => PartialDate::from_year_month(year, month),
        (year, Some(month), Some(day)) => PartialDate::from_year_month_day(year, month, day),
    })
}

fn scale() -> impl Strategy<Value = TimeScale> {
    let start = prop_oneof![-4_000_000.0..3_000_000.0, 10_000.0..30_000.0];
    let span = prop_oneof![1.0..100.0, 100.0..10_000.0, 10_000.0..4_000_000.0];
    (start, span, 1.0..3000.0f64).prop_map(|(start, span, width): (f64, f64, f64)| {
        TimeScale::new(start, start + span, width)
    })
}

/// A scale of a timeline of today, at most as wide as a large screen.
fn modern_scale() -> impl Strategy<Value = TimeScale> {
    let span = prop_oneof![14.0..60.0, 60.0..400.0, 400.0..4000.0, Just(365.0)];
    let width = prop_oneof![280.0..1600.0, Just(730.0)];
    let start = prop_oneof![
        18_000.0..20_000.0f64,
        (18_000..20_000i32).prop_map(f64::from)
    ];
    (start, span, width).prop_map(|(start, span, width)| TimeScale::new(start, start + span, width))
}

fn layout() -> impl Strategy<Value = Layout> {
    let mark = prop_oneof![Just([10.0, 14.0, 18.0]), Just([20.0, 28.0, 36.0])];
    (mark, 1..=4usize, 1.0..8.0f64, 20.0..70.0f64, 60.0..200.0f64).prop_map(
        |(mark, rows_per_lane, gap, cluster_width, max_label)| Layout {
            lanes: 2,
            lane_head: 0.0,
            mark,
            rows_per_lane,
            gap,
            cluster_width,
            max_label,
            ..Layout::default()
        },
    )
}

/// Up to so many items, on whole and half days and in between, in and around a scale.
fn items(scale: TimeScale, most: usize) -> impl Strategy<Value = Vec<Item>> {
    let place = prop_oneof![-0.6..1.6f64, 0.4..0.6f64];
    let item = (
        place,
        0..2usize,
        prop_oneof![30 => 1..=3u8, 1 => Just(4u8)],
        prop_oneof![Just(0.0), 20.0..200.0f64],
        0..3u8,
    );
    prop::collection::vec(item, 0..most).prop_map(move |items| {
        let mut items: Vec<Item> = items
            .into_iter()
            .map(|(place, lane, weight, label_width, kind)| {
                let t = scale.start + place * scale.span();
                let t = match kind {
                    0 => t,
                    1 => t.floor(),
                    _ => t.floor() + 0.5,
                };
                Item {
                    index: 0,
                    t,
                    lane,
                    weight,
                    label_width,
                    crowd: 0,
                }
            })
            .collect();
        items.sort_by(|a, b| a.t.total_cmp(&b.t));
        // One at most is selected.
        let mut selected = items.iter_mut().filter(|item| item.weight > 3).skip(1);
        selected.by_ref().for_each(|item| item.weight = 3);
        for (index, item) in items.iter_mut().enumerate() {
            item.index = index + 100;
        }
        items
    })
}

fn scene() -> impl Strategy<Value = (TimeScale, Layout, Vec<Item>)> {
    (modern_scale(), layout())
        .prop_flat_map(|(scale, layout)| (Just(scale), Just(layout), items(scale, 160)))
}

/// How an item is shown: on which row of which lane alone, or with whom.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Mark(i64),
    Cluster(Vec<usize>),
}

fn shown(placement: &Placement) -> BTreeMap<usize, Vec<Shown>> {
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

/// A box in the picture: left, right, top, bottom, and what it is.
type Box4 = (f64, f64, f64, f64, String);

fn boxes(placement: &Placement, row_height: f64) -> Vec<Box4> {
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
    }
    for cluster in &placement.clusters {
        let what = format!("cluster {:?}", cluster.members);
        all.push(boxed(cluster.x, cluster.y, cluster.width, 2.0 * half, what));
    }
    all
}

// ---------------------------------------------------------------- dates

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_date_covers_something_and_prints_as_it_is_read(date in date()) {
        prop_assert!(date.first_day() < date.end_day());
        prop_assert!(f64::from(date.first_day()) < date.midpoint());
        prop_assert!(date.midpoint() < f64::from(date.end_day()));
        prop_assert_eq!(PartialDate::parse(&date.to_string()), Ok(date));
        let json = serde_json::to_string(&date).map_err(|error| error.to_string());
        prop_assert_eq!(json.clone(), Ok(format!("\"{date}\"")));
        prop_assert_eq!(serde_json::from_str::<PartialDate>(&json.unwrap_or_default()).ok(), Some(date));
    }

    #[test]
    fn dates_are_in_the_order_of_time(a in date(), b in date()) {
        let key = |date: PartialDate| (date.first_day(), date.precision());
        prop_assert_eq!(a.cmp(&b), key(a).cmp(&key(b)));
    }

    #[test]
    fn every_text_is_a_date_or_a_sentence(text in "[-0-9/a-z]{0,12}|.{0,60}") {
        match PartialDate::parse(&text) {
            Ok(date) => prop_assert_eq!(date.to_string(), text),
            Err(error) => {
                let sentence = error.to_string();
                let start: String = text.chars().take(40).collect();
                let start = format!("\"{start}");
                prop_assert!(sentence.starts_with(&start), "{}", sentence);
                prop_assert!(sentence.ends_with("is not a date; write 2021, 2021-06 or 2021-06-09"));
            }
        }
    }

    #[test]
    fn a_range_keeps_its_days(a in date(), b in date()) {
        if let Some(range) = DateRange::new(a, b) {
            let (start, end) = range.days();
            prop_assert!(start < end);
            prop_assert_eq!(DateRange::parse(&range.to_string()), Ok(range));
            let again = range_from_days(start.into(), end.into());
            prop_assert_eq!(again.days(), (start, end));
            prop_assert!(again.to_string().len() <= "-9999-12-31/-9999-12-31".len());
        } else {
            prop_assert!(b.end_day() <= a.first_day());
        }
    }

    #[test]
    fn days_are_there_and_back(day in -4_371_587..=2_932_896i32) {
        let (year, month, number) = civil(day);
        let date = PartialDate::from_year_month_day(year, month, number);
        prop_assert_eq!(date, Some(PartialDate::from_day(day)));
        prop_assert_eq!(date.map(PartialDate::first_day), Some(day));
    }
}

// ---------------------------------------------------------------- scale and ticks

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn the_scale_is_there_and_back_and_rises(scale in scale(), a in -1.0..2.0f64, b in -1.0..2.0f64) {
        let (s, t) = (scale.start + a * scale.span(), scale.start + b * scale.span());
        let slack = 1e-9 * (scale.span() + t.abs());
        prop_assert!((scale.t(scale.x(t)) - t).abs() <= slack);
        if s + slack < t {
            prop_assert!(scale.x(s) < scale.x(t));
        }
    }

    #[test]
    fn zooming_keeps_the_anchor_and_the_factor(scale in scale(), factor in 0.1..10.0f64, at in 0.0..1.0f64) {
        let x = at * scale.width;
        let zoomed = scale.zoom(factor, x);
        let slack = 1e-9 * (zoomed.span() + scale.span() + scale.start.abs());
        prop_assert!((zoomed.t(x) - scale.t(x)).abs() <= slack);
        prop_assert!((zoomed.span() * factor - scale.span()).abs() <= slack * factor.max(1.0));
    }

    #[test]
    fn clamping_keeps_to_the_bounds(scale in scale(), start in -1e6..1e6f64, length in 100.0..1e6f64, least in 1.0..50.0f64, most in 50.0..1e7f64) {
        let end = start + length;
        let clamped = scale.clamp((start, end), least, most);
        let slack = 1e-6;
        prop_assert!(clamped.start >= start - slack && clamped.end <= end + slack);
        prop_assert!(clamped.span() >= least - slack && clamped.span() <= most + slack);
        let again = clamped.clamp((start, end), least, most);
        prop_assert!((again.start - clamped.start).abs() < slack && (again.end - clamped.end).abs() < slack);
    }

    #[test]
    fn ticks_are_in_the_view_in_order_and_apart(scale in scale(), gap in 10.0..200.0f64) {
        let ticks = ticks(&scale, gap);
        for pair in ticks.major.windows(2) {
            prop_assert!(pair[0].date < pair[1].date);
            prop_assert!(pair[1].x - pair[0].x >= gap - 1e-6, "{pair:?}");
        }
        for tick in &ticks.major {
            prop_assert!((0.0..=scale.width).contains(&tick.x));
            prop_assert!((scale.start..=scale.end).contains(&tick.t));
            prop_assert!((scale.x(tick.t) - tick.x).abs() < 1e-6);
            prop_assert_eq!(tick.t, f64::from(tick.date.first_day()));
            let (_, month, day) = civil(tick.date.first_day());
            let begins = match ticks.unit {
                TickUnit::Year => (month, day) == (1, 1),
                TickUnit::Month => day == 1 && (month - 1) % ticks.step as u8 == 0,
                TickUnit::Day => (day - 1) % ticks.step as u8 == 0,
            };
            prop_assert!(begins, "{:?}", tick);
        }
        prop_assert!(ticks.major.len() as f64 <= scale.width / gap + 1.0);
    }

    #[test]
    fn ticks_are_as_near_as_they_may_be(scale in modern_scale(), gap in 30.0..100.0f64) {
        // The steps are at most four times as long as the ones before, months between 10 days and 28
        // included; the last tick of a month may be left out.
        let ticks = ticks(&scale, gap);
        for pair in ticks.major.windows(2) {
            prop_assert!(pair[1].x - pair[0].x < 5.0 * gap.max(scale.pixels_per_day()), "{pair:?}");
        }
    }

    #[test]
    fn the_context_fills_the_view(scale in scale(), gap in 10.0..200.0f64) {
        let first = f64::from(PartialDate::from_day(i32::MIN).first_day());
        let last = f64::from(PartialDate::from_day(i32::MAX).end_day());
        let ticks = ticks(&scale, gap);
        if ticks.unit == TickUnit::Year {
            prop_assert!(ticks.context.is_empty());
            return Ok(());
        }
        let mut x = scale.x(first).clamp(0.0, scale.width);
        for span in &ticks.context {
            prop_assert!((span.x1 - x).abs() < 1e-6 && span.x1 < span.x2);
            x = span.x2;
        }
        prop_assert!((x - scale.x(last).clamp(0.0, scale.width)).abs() < 1e-6);
    }
}

// ---------------------------------------------------------------- placement

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
                prop_assert_eq!(item.map(|item| item.label_width), Some(label.width));
                prop_assert!(label.width <= layout.max_label);
                // Where it says, as near to its mark as it may be.
                let distance = match label.side {
                    LabelSide::End => label.x - mark.x,
                    LabelSide::Start => mark.x - (label.x + label.width),
                };
                prop_assert!((distance - placement.target / 2.0 - layout.gap).abs() < 1e-6);
            }
        }
        for cluster in &placement.clusters {
            prop_assert!(inside(cluster.x - cluster.width / 2.0, cluster.x + cluster.width / 2.0));
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
        let room = (scale.width / 24.0 + 1.0).floor() as usize * layout.rows_per_lane * layout.lanes;
        prop_assert!(boxes <= room);
    }

    #[test]
    fn the_same_in_gives_the_same_out((scale, layout, items) in scene()) {
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
                for row in 0..layout.rows_per_lane - 1 {
                    let top = placement.lanes[item.lane].top + layout.row_height.max(placement.target) * row as f64;
                    let y = top + layout.row_height.max(placement.target) / 2.0;
                    let row: Vec<_> = placement.marks.iter().filter(|mark| (mark.y - y).abs() < 1.0).collect();
                    let by_mark = row.iter().any(|mark| (mark.x - x).abs() < near && weight(mark.index) >= item.weight);
                    let by_label = row.iter().any(|mark| {
                        weight(mark.index) > item.weight
                            && mark.label.is_some_and(|label| label.x - near < x && x < label.x + label.width + near)
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
        let panned = scale.pan(f64::from(dx));
        let before = shown(&place(&items, &scale, &layout));
        let after = shown(&place(&items, &panned, &layout));
        // What a cluster at the edge may take in reaches over three cells.
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

    // A crowd at equal distances: who has room depends on who is first, all along.
    #[test]
    fn a_queue_does_not_shift_for_what_is_out_of_reach(
        scale in modern_scale(), layout in layout(), step in 5.0..20.0f64, label_width in prop_oneof![Just(0.0), 20.0..60.0f64],
    ) {
        let long = beyond(&scale, &layout);
        let places = (0..).map(|step_number| f64::from(step_number) * step);
        let items: Vec<Item> = (0..)
            .zip(places.take_while(|x| *x <= long.width))
            .map(|(index, x)| Item { index, t: long.t(x), lane: 0, weight: 1, label_width, crowd: 0 })
            .collect();
        let (all, near) = with_and_without_the_far(&scale, &layout, &items);
        prop_assert_eq!(all, near);
    }
}

/// The same scale over so much more time that there is something out of reach.
fn beyond(scale: &TimeScale, layout: &Layout) -> TimeScale {
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
    layout: &Layout,
    items: &[Item],
) -> (Placement, Placement) {
    let reach = -layout.reach()..=scale.width + layout.reach();
    let near = items.iter().filter(|item| reach.contains(&scale.x(item.t)));
    let near: Vec<Item> = near.copied().collect();
    (place(items, scale, layout), place(&near, scale, layout))
}

// ---------------------------------------------------------------- labels and links

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_label_is_cut_to_its_width(text in "[a-zA-Z ,가-힣e\u{301}👩\u{200d}🔬]{0,40}", max in 0.0..300.0f64) {
        let measure = |text: &str| text.chars().map(|sign| if sign.is_ascii() { 7.0 } else { 13.0 }).sum::<f64>();
        let (short, width) = truncate_to_width(&text, max, &measure);
        prop_assert!(width <= max && (width - measure(&short)).abs() < 1e-9);
        match short.strip_suffix('…') {
            Some(start) => prop_assert!(text.trim().starts_with(start)),
            None => prop_assert!(short == text.trim() || max < measure("…")),
        }
    }

    #[test]
    fn an_arc_rises_no_more_than_it_may(x1 in 0.0..2000.0f64, y1 in 0.0..500.0f64, x2 in 0.0..2000.0f64, y2 in 0.0..500.0f64, rise in 0.0..200.0f64) {
        let path = Arc::new((x1, y1), (x2, y2), rise).path();
        let numbers: Vec<f64> = path.split(['M', 'Q', ' ']).filter_map(|number| number.parse().ok()).collect();
        prop_assert_eq!(numbers.len(), 6, "{}", path);
        let at = |t: f64| (1.0 - t).powi(2) * numbers[1] + 2.0 * t * (1.0 - t) * numbers[3] + t * t * numbers[5];
        for step in 0..=20 {
            let y = at(f64::from(step) / 20.0);
            prop_assert!(y >= y1.min(y2) - rise - 6.7 && y <= y1.max(y2) + 0.2);
        }
    }
}

// ---------------------------------------------------------------- any number of events

/// Up to some thousand events in three lanes around a scale.
fn crowd(scale: TimeScale) -> impl Strategy<Value = Vec<Indexed>> {
    let event = (prop_oneof![-0.6..1.6f64, 0.45..0.55f64], 0..3usize, 1..=3u8);
    prop::collection::vec(event, 0..3000).prop_map(move |events| {
        let mut events: Vec<Indexed> = events
            .into_iter()
            .map(|(place, lane, weight)| Indexed {
                position: 0,
                t: (scale.start + place * scale.span()).floor() + 0.5,
                lane,
                weight,
            })
            .collect();
        events.sort_by(|a, b| a.t.total_cmp(&b.t));
        for (position, event) in (0..).zip(&mut events) {
            event.position = position;
        }
        events
    })
}

fn many() -> impl Strategy<Value = (TimeScale, Vec<Indexed>, Option<u32>)> {
    modern_scale().prop_flat_map(|scale| (Just(scale), crowd(scale), prop::option::of(0..3000u32)))
}

const FIRST_CROWD: usize = 1_000_000;

/// What a view shows of an index: marks, and the events behind each cluster.
fn view(
    index: &TimeIndex,
    scale: &TimeScale,
    selected: Option<u32>,
) -> (Placement, Vec<Vec<u32>>, usize) {
    let layout = Layout {
        lanes: 3,
        ..Layout::default()
    };
    let part = Part {
        scale,
        layout: &layout,
        ends: (f64::MIN, f64::MAX),
        selected,
        first_crowd: FIRST_CROWD,
    };
    // Everything but the open ends of the number line.
    let part = Part {
        ends: (
            scale.start - 3.0 * scale.span(),
            scale.end + 3.0 * scale.span(),
        ),
        ..part
    };
    let chosen = index.select(&part, &mut |_| 60.0);
    let placement = place(&chosen.items, scale, &layout);
    let members = |cluster: &open_vs_closed::timeline::Cluster| {
        let mut all = Vec::new();
        for member in &cluster.members {
            match member.checked_sub(FIRST_CROWD) {
                None => all.push(*member as u32),
                Some(crowd) => all.extend(index.members(&chosen.crowds[crowd])),
            }
        }
        all
    };
    let clusters = placement.clusters.iter().map(members).collect();
    (placement, clusters, chosen.items.len())
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn of_any_number_each_is_shown_once((scale, events, selected) in many()) {
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

    /// What is placed, and what is drawn, is bounded by the width of the view alone.
    #[test]
    fn the_work_is_bounded((scale, events, selected) in many()) {
        let index = TimeIndex::new(3, events.iter().copied());
        let (placement, _, items) = view(&index, &scale, selected);
        let cells = (3.0 * scale.width / 40.0).ceil() as usize + 2;
        prop_assert!(items <= 3 * cells * 7 + 1, "{} items in {} cells", items, cells);
        let boxes = placement.marks.len() + placement.clusters.len();
        prop_assert!(boxes <= 3 * 3 * (scale.width / 28.0 + 2.0) as usize);
    }

    /// Where all have room, an index changes nothing.
    #[test]
    fn few_are_placed_as_they_are((scale, events, selected) in many()) {
        let few: Vec<Indexed> = events.into_iter().step_by(150).collect();
        let index = TimeIndex::new(3, few.iter().copied());
        let (placement, _, items) = view(&index, &scale, selected);
        let layout = Layout { lanes: 3, ..Layout::default() };
        let near = |t: f64| scale.start - scale.span() <= t && t <= scale.end + scale.span();
        let direct: Vec<Item> = few
            .iter()
            .filter(|event| near(event.t))
            .map(|event| Item {
                index: event.position as usize,
                t: event.t,
                lane: event.lane,
                weight: event.weight,
                label_width: 60.0,
                crowd: 0,
            })
            .collect();
        // Cells reach a little further than the margin.
        prop_assume!(items == direct.len());
        let expected = place(&direct, &scale, &layout);
        prop_assert_eq!(shown(&placement), shown(&expected));
    }

    #[test]
    fn a_crowd_knows_its_ends((scale, events, selected) in many()) {
        let index = TimeIndex::new(3, events.iter().copied());
        let layout = Layout { lanes: 3, ..Layout::default() };
        let part = Part { scale: &scale, layout: &layout, ends: (scale.start, scale.end), selected, first_crowd: FIRST_CROWD };
        let chosen = index.select(&part, &mut |_| 0.0);
        for crowd in &chosen.crowds {
            let t = |position: u32| events[position as usize].t;
            let (first, last) = index.ends(crowd).unwrap_or_default();
            prop_assert!(index.members(crowd).all(|member| t(first) <= t(member) && t(member) <= t(last)));
        }
    }
}
