//! The drawing of the frontier: two step lines, the area between them, and the marks.

use yew::AttrValue;

use crate::charts::{Frontier, FrontierStep, Rect, ScorePoint, ValueScale};
use crate::dataset::{Benchmark, Text};
use crate::date::Day;
use crate::ui::context::App;
use crate::ui::models::layout::{ChartLayout, DataPoint, Points};
use crate::ui::models::plot::Plot;
use crate::ui::models::reader::DaySpan;
use crate::ui::models::words::{model_name, point_side_name, with_unit};
use crate::ui::shared::Shared;
use crate::ui::svg::px;

/// What is drawn of the frontier.
pub(super) struct FrontierDrawing {
    /// The days of the first and of the newest scored model, released or not.
    pub span: DaySpan,
    pub layout: Shared<ChartLayout>,
    /// The path of the best open score so far.
    pub open: AttrValue,
    /// The path of the best closed score so far.
    pub closed: AttrValue,
    /// The path of the area between the two.
    pub gap: AttrValue,
}

impl FrontierDrawing {
    /// Draws the frontier in a container of that width, with the names of the `picked` models; `None` where there
    /// are no scores.
    pub fn new(
        app: &App,
        frontier: &Frontier,
        benchmark: &Benchmark,
        picked: &[Text],
        width: f64,
    ) -> Option<Self> {
        let span = DaySpan::from(frontier.span()?);
        let plot = Plot::new(width, span);
        let scores = frontier.points.iter().map(|point| point.value);
        let scale = ValueScale::linear(scores, benchmark.max, 6, plot.value_range());
        let points: Vec<DataPoint> = frontier
            .points
            .iter()
            .map(|point| data_point(app, benchmark, frontier, point))
            .collect();
        let lines = Lines {
            plot: &plot,
            scale: &scale,
            last: span.last,
        };
        let obstacles = [lines.boxes(&frontier.open), lines.boxes(&frontier.closed)].concat();
        let unit = benchmark.unit.as_deref();
        let layout = ChartLayout::new(
            app,
            plot,
            &scale,
            unit,
            Points {
                all: &points,
                picked,
                obstacles: &obstacles,
            },
        );
        Some(Self {
            span,
            layout: layout.into(),
            open: lines.path(&frontier.open).into(),
            closed: lines.path(&frontier.closed).into(),
            gap: lines.gap_path(frontier).into(),
        })
    }
}

fn data_point(
    app: &App,
    benchmark: &Benchmark,
    frontier: &Frontier,
    point: &ScorePoint,
) -> DataPoint {
    let name = model_name(app, point.model);
    let model = app.data.models().get(point.model);
    let released = model.and_then(|model| model.released);
    let date = released.map_or_else(String::new, |date| app.formats.date(date));
    let side = point_side_name(app, point);
    let score = with_unit(point.value.to_string(), benchmark.unit.as_deref());
    DataPoint {
        model: point.model,
        day: point.day,
        value: point.value,
        openness: point.openness,
        // A hollow mark needs its word more than a step its name, but for the newest of each line.
        rank: if point.is_released {
            frontier.weight(point)
        } else {
            f64::MAX / 2.0
        },
        is_leader: frontier.is_best(point),
        description: format!("{name}: {score}, {date}, {side}"),
        remark: (!point.is_released).then_some(app.words.unreleased),
        is_corrected: false,
    }
}

/// Draws step lines up to the last day of the chart.
struct Lines<'a> {
    plot: &'a Plot,
    scale: &'a ValueScale,
    last: Day,
}

impl Lines<'_> {
    fn x(&self, day: Day) -> String {
        px(self.plot.x(day))
    }

    fn y(&self, step: &FrontierStep) -> String {
        px(self.scale.position(step.value))
    }

    /// The path of a step line.
    fn path(&self, steps: &[FrontierStep]) -> String {
        let Some((first, others)) = steps.split_first() else {
            return String::new();
        };
        let mut path = format!("M{} {}", self.x(first.day), self.y(first));
        for step in others {
            path.push_str(&format!("H{}V{}", self.x(step.day), self.y(step)));
        }
        path.push_str(&format!("H{}", self.x(self.last)));
        path
    }

    /// The path of the area between the two lines, from the day on which there are both: along the
    /// closed one and back along the open one.
    fn gap_path(&self, frontier: &Frontier) -> String {
        let (Some(open), Some(closed)) = (frontier.open.first(), frontier.closed.first()) else {
            return String::new();
        };
        let first = open.day.max(closed.day);
        let mut path = self.path(&steps_from(&frontier.closed, first));
        for step in steps_from(&frontier.open, first).iter().rev() {
            path.push_str(&format!("V{}H{}", self.y(step), self.x(step.day)));
        }
        path.push('Z');
        path
    }

    /// The boxes of the parts of a step line.
    fn boxes(&self, steps: &[FrontierStep]) -> Vec<Rect> {
        let place = |step: &FrontierStep| (self.plot.x(step.day), self.scale.position(step.value));
        let mut boxes = Vec::new();
        for (at, step) in steps.iter().enumerate() {
            let from = place(step);
            let next = steps.get(at + 1);
            let to = next.map_or((self.plot.x(self.last), from.1), place);
            boxes.push(self.plot.line_box(from, (to.0, from.1)));
            // The lower end is left out: a name under the line is as near to that end as to the
            // line.
            boxes.push(self.plot.line_box((to.0, from.1 - 2.0), to));
        }
        boxes
    }
}

/// The part of a step line from a day on: the step that holds on that day begins there.
fn steps_from(steps: &[FrontierStep], first: Day) -> Vec<FrontierStep> {
    let begins = steps.partition_point(|step| step.day <= first).max(1) - 1;
    let mut steps = steps.get(begins..).unwrap_or_default().to_vec();
    if let Some(step) = steps.first_mut() {
        step.day = first;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decimal::Decimal;

    fn steps(steps: &[(Day, i32)]) -> Vec<FrontierStep> {
        let step = |(day, value): &(Day, i32)| FrontierStep {
            model: 0,
            day: *day,
            value: Decimal::whole(*value),
        };
        steps.iter().map(step).collect()
    }

    #[test]
    fn a_line_from_a_day_on_begins_with_the_step_that_holds_there() {
        let line = steps(&[(0, 1), (10, 2), (20, 3)]);
        assert_eq!(steps_from(&line, 12), steps(&[(12, 2), (20, 3)]));
        assert_eq!(steps_from(&line, 20), steps(&[(20, 3)]));
        assert_eq!(steps_from(&line, 0), line);
    }

    #[test]
    fn there_is_no_gap_without_both_lines() {
        let span = DaySpan { first: 0, last: 30 };
        let plot = Plot::new(400.0, span);
        let scores = [Decimal::whole(0), Decimal::whole(3)].into_iter();
        let scale = ValueScale::linear(scores, None, 3, plot.value_range());
        let lines = Lines {
            plot: &plot,
            scale: &scale,
            last: span.last,
        };
        let mut frontier = Frontier {
            open: steps(&[(0, 1), (10, 2)]),
            ..Frontier::default()
        };
        assert_eq!(lines.path(&frontier.closed), "");
        assert_eq!(lines.gap_path(&frontier), "");
        frontier.closed = steps(&[(5, 3)]);
        let (path, gap) = (lines.path(&frontier.open), lines.gap_path(&frontier));
        assert_eq!(path.matches('V').count(), 1, "a line of two steps: {path}");
        assert!(gap.starts_with('M') && gap.ends_with('Z'), "{gap}");
        assert!(
            gap.contains(&lines.x(5)) && !gap.contains(&lines.x(0)),
            "{gap}"
        );
    }
}
