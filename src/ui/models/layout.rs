//! The layout of a chart: the labels of the axes, and the places of marks and their names.
//!
//! Given the points with their values and the lines that no name should cover; returns texts, and
//! places in CSS pixels.

use super::plot::{LEFT, Plot};
use crate::charts::{Anchor, LabelPlace, PointLabel, Rect, ValueScale, place_labels};
use crate::dataset::{Side, Text};
use crate::date::{Day, PartialDate, Precision};
use crate::decimal::Decimal;
use crate::definition::Openness;
use crate::ui::context::App;

/// A model at a day with a value.
pub(super) struct DataPoint {
    /// Position of the model in the data set.
    pub model: usize,
    pub day: Day,
    pub value: Decimal,
    pub openness: Openness,
    /// Priority of its name, which is drawn where there is room; 0 means no name.
    pub rank: f64,
    /// Whether readers look for it: its name may stand away from its mark, at the end of a line.
    pub is_leader: bool,
    /// The name of its mark for screen readers.
    pub description: String,
    /// A word for what sets it apart, which stands beside its name; its mark is hollow.
    pub remark: Option<&'static str>,
    /// Whether a false report about it is corrected under the chart.
    pub is_corrected: bool,
}

/// The points of a chart.
#[derive(Clone, Copy)]
pub(super) struct Points<'a> {
    pub all: &'a [DataPoint],
    /// Ids of the models side by side. Each of their marks has its name, whether there is room or not.
    pub picked: &'a [Text],
    /// What no name covers where there is room elsewhere.
    pub obstacles: &'a [Rect],
}

/// A mark in its place.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// Id of the model.
    pub id: Text,
    /// Name of the model, with its remark.
    pub name: Text,
    pub description: Text,
    pub day: Day,
    pub side: Side,
    pub x: f64,
    pub y: f64,
    /// The place of its name; `None` where there is no room for it.
    pub label: Option<MarkLabel>,
    pub is_hollow: bool,
    pub is_corrected: bool,
}

/// The place of a mark's name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct MarkLabel {
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Which part of it is at `x`, as the value of `text-anchor`.
    pub anchor: &'static str,
    /// Where the line from its mark ends, where it stands away from it.
    pub line_to: Option<(f64, f64)>,
}

/// A text at an axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct AxisLabel {
    /// Its place along its axis.
    pub at: f64,
    pub text: String,
}

/// What a chart is drawn from.
#[derive(Debug, PartialEq)]
pub(super) struct ChartLayout {
    pub plot: Plot,
    /// From the lowest value to the highest.
    pub values: Vec<AxisLabel>,
    pub dates: Vec<AxisLabel>,
    /// What the values are, above their axis.
    pub title: Option<&'static str>,
    pub marks: Vec<Mark>,
}

impl ChartLayout {
    /// Lays out a chart. The highest value has the unit beside it.
    pub fn new(
        app: &App,
        plot: Plot,
        scale: &ValueScale,
        unit: Option<&str>,
        points: Points<'_>,
    ) -> Self {
        Self {
            plot,
            values: value_labels(scale, unit),
            dates: date_labels(app, &plot),
            title: None,
            marks: marks(app, &plot, scale, points),
        }
    }
}

fn value_labels(scale: &ValueScale, unit: Option<&str>) -> Vec<AxisLabel> {
    let mut labels: Vec<AxisLabel> = scale
        .ticks(7)
        .iter()
        .map(|tick| AxisLabel {
            at: scale.position(*tick),
            text: tick.to_string(),
        })
        .collect();
    if let (Some(last), Some(unit)) = (labels.last_mut(), unit) {
        last.text = format!("{}\u{a0}{unit}", last.text);
    }
    labels
}

fn date_labels(app: &App, plot: &Plot) -> Vec<AxisLabel> {
    let ticks = plot.ticks();
    let label = |(at, tick): (usize, &crate::timeline::Tick)| AxisLabel {
        at: LEFT + tick.x,
        text: year_or_month(app, tick.date, at == 0),
    };
    let has_room = |label: &AxisLabel| label.at + text_width(&label.text) <= plot.width;
    let labels = ticks.major.iter().enumerate().map(label);
    labels.filter(has_room).collect()
}

/// January is labelled by its year, and the first month has its year beside it: names of months
/// alone would not show the year.
fn year_or_month(app: &App, date: PartialDate, is_first: bool) -> String {
    let formats = &app.formats;
    let year = || formats.date(date.truncated(Precision::Year));
    match date.month() {
        Some(1) => year(),
        Some(_) if is_first => format!("{} {}", formats.finest(date), year()),
        _ => formats.finest(date),
    }
}

fn marks(
    app: &App,
    plot: &Plot,
    scale: &ValueScale,
    Points {
        all: points,
        picked,
        obstacles,
    }: Points<'_>,
) -> Vec<Mark> {
    let models = app.data.models();
    let is_picked = |point: &DataPoint| {
        let model = models.get(point.model);
        model.is_some_and(|model| picked.contains(&model.id))
    };
    let names: Vec<Text> = points.iter().map(|point| mark_name(app, point)).collect();
    let labels: Vec<PointLabel> = points
        .iter()
        .zip(&names)
        .map(|(point, name)| {
            PointLabel {
                // Measured from the plot, so that no name covers the values of the axis.
                x: plot.x(point.day) - LEFT,
                y: scale.position(point.value),
                radius: if point.is_corrected { 10.0 } else { 5.0 },
                width: text_width(name),
                height: 12.0,
                rank: if is_picked(point) {
                    f64::INFINITY
                } else {
                    point.rank
                },
                // The best closed score is usually above the best open one.
                below: point.openness == Openness::Open,
                may_be_away: point.is_leader || is_picked(point),
            }
        })
        .collect();
    let places = place_labels(&labels, obstacles, plot.width - LEFT, plot.bottom());
    let placed = points.iter().zip(&labels).zip(names).zip(places);
    placed
        .filter_map(|(((point, label), name), place)| {
            let model = models.get(point.model)?;
            Some(Mark {
                id: model.id.clone(),
                name,
                description: point.description.as_str().into(),
                day: point.day,
                side: point.openness.side(),
                x: label.x + LEFT,
                y: label.y,
                label: place
                    .or_else(|| is_picked(point).then(|| above(label, plot.width - LEFT)))
                    .map(|place| mark_label(label, place)),
                is_hollow: point.remark.is_some(),
                is_corrected: point.is_corrected,
            })
        })
        .collect()
}

/// The place of a name that stands at its mark although there is no room for it: above the mark, inside a chart
/// of that width.
fn above(label: &PointLabel, width: f64) -> LabelPlace {
    let left = (label.x - label.width / 2.0).min(width - label.width);
    LabelPlace {
        left: left.max(0.0),
        top: (label.y - label.radius - label.height - 2.0).max(0.0),
        anchor: Anchor::Left,
        line_to: None,
    }
}

/// The name of a model as it stands at its mark, with the remark.
fn mark_name(app: &App, point: &DataPoint) -> Text {
    let model = app.data.models().get(point.model);
    let name = model.map(|model| model.name.clone()).unwrap_or_default();
    match point.remark {
        Some(remark) => format!("{name} ({remark})").into(),
        None => name,
    }
}

/// An estimate of the width of a text in a chart.
pub(super) fn text_width(text: &str) -> f64 {
    text.chars().count() as f64 * 6.6 + 2.0
}

/// A name is anchored at the end next to its mark. Its width is an estimate, and an error must not
/// separate the two.
fn mark_label(label: &PointLabel, place: LabelPlace) -> MarkLabel {
    let (x, anchor) = match place.anchor {
        Anchor::Left => (place.left, "start"),
        Anchor::Middle => (label.x, "middle"),
        Anchor::Right => (place.left + label.width, "end"),
    };
    MarkLabel {
        x: x + LEFT,
        y: place.top + 10.0,
        anchor,
        line_to: place.line_to.map(|(x, y)| (x + LEFT, y)),
    }
}
