//! The shipped data set on the axis.

use open_vs_closed::dataset::{self, Dataset, Side};
use open_vs_closed::timeline::{
    IndexQuery, IndexedEvent, ItemSize, LayoutOptions, TimeIndex, TimeScale, place,
};

#[allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]
fn data() -> Dataset {
    let loaded = dataset::load(include_str!("../../www/data/debate.json"));
    loaded.expect("the data set loads").dataset
}

/// The events that have a mark at a width with the whole axis in view, and whether with a label. A
/// character is 7.5 pixels wide, which is more than in the fonts of the page.
fn marks(data: &Dataset, width: f64) -> Vec<(String, bool)> {
    let lane = |side: Side| match side {
        Side::Closed => 0,
        Side::Mixed => 1,
        Side::Open => 2,
        Side::Context => 3,
    };
    let events = || (0..).zip(data.events());
    let index = TimeIndex::new(
        4,
        events().map(|(position, event)| IndexedEvent {
            position,
            t: event.date.midpoint(),
            lane: lane(event.side),
            weight: event.weight,
            extent: (0.0, 0.0),
        }),
    );
    let days = |year: i32| f64::from((year - 1970) * 1461 / 4);
    let scale = TimeScale::new(days(2015), days(2027), width);
    let layout = LayoutOptions {
        rows: [3, 3, 4, 3],
        max_label: 420.0,
        bounds: (scale.start, scale.end),
        ..LayoutOptions::default()
    };
    let part = IndexQuery {
        scale: &scale,
        layout: &layout,
        ends: layout.bounds,
        selected: None,
        first_aggregate: data.events().len(),
    };
    let text = |text: &str| text.chars().count() as f64 * 7.5;
    let mut size = |position: u32, _: bool| {
        let event = &data.events()[position as usize];
        let short = event.short.as_ref().unwrap_or(&event.title);
        ItemSize {
            label_widths: [text(&event.title), text(short)],
            extent: (0.0, 0.0),
        }
    };
    let chosen = index.select(&part, &mut size);
    let placement = place(&chosen.items, &scale, &layout);
    let name = |index: usize| data.events()[index].id.to_string();
    let marks = placement.marks.iter();
    marks
        .map(|mark| (name(mark.index), mark.label.is_some()))
        .collect()
}

#[test]
fn the_heaviest_events_have_labels_with_the_whole_axis_in_view() {
    let data = data();
    let marks = marks(&data, 1184.0);
    for id in ["deepseek-r1", "chatgpt", "gpt-4-undisclosed"] {
        assert!(marks.contains(&(id.to_owned(), true)), "{id}: {marks:?}");
    }
}

#[test]
fn short_titles_are_short() {
    let data = data();
    for event in data.events() {
        let short = event.short.as_deref().unwrap_or_default().chars().count();
        assert!((1..=28).contains(&short), "{}", event.id);
    }
}
