//! The frontier: the best open and the best closed score so far, and the gap between them.
//!
//! Given the models to show, a benchmark and a definition of “open”; returns the two lines, and the gap
//! and the lag on any day.

use core::cmp::Reverse;

use super::points::{day_of, is_released, models_at, months};
use super::scores::ScoreSet;
use crate::dataset::{Dataset, Text};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::sort::sort_by_key;

/// A scored model in the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePoint {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// When it was released, or shown where it is not released.
    pub day: Day,
    /// Its best score of those that count.
    pub value: Decimal,
    /// Its openness under the definition. Only open and closed models are on a line.
    pub openness: Openness,
    /// Whether someone outside its developer could use it. Others are on no line.
    pub is_released: bool,
}

/// A step of a line: from its day on, its score is the best so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierStep {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// The first day on which it holds.
    pub day: Day,
    /// The best score.
    pub value: Decimal,
}

/// The two lines of a benchmark.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frontier {
    /// Every model with a date and a score, by day.
    pub points: Vec<ScorePoint>,
    /// The best open score so far.
    pub open: Vec<FrontierStep>,
    /// The best closed score so far.
    pub closed: Vec<FrontierStep>,
    /// How many models have a score and no date. They are left out.
    pub undated: usize,
    /// How many models have no score. They are left out.
    pub unscored: usize,
    /// How many released points are on neither line, because the definition counts them as mixed.
    pub mixed: usize,
    /// How many released points are on neither line, because their openness is not known.
    pub unknown: usize,
    /// How many points are on neither line, because nobody outside could use the model.
    pub unreleased: usize,
    /// How many testers the scores are by.
    pub testers: usize,
}

/// The two lines on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierSnapshot {
    /// The day.
    pub day: Day,
    /// The best open score so far.
    pub open: Option<FrontierStep>,
    /// The best closed score so far.
    pub closed: Option<FrontierStep>,
    /// The closed score minus the open one, in points; negative where open leads. `None` where one of
    /// them is missing.
    pub gap: Option<Decimal>,
    /// The first closed model with at least the best open score, where it came before that open model.
    /// `None` where open was first, or one of the lines has no score.
    pub reached: Option<FrontierStep>,
    /// Days from the release of `reached` to that of the best open model; 0 where open was first.
    /// `None` where one of the lines has no score.
    pub lag: Option<Day>,
}

impl FrontierSnapshot {
    /// The lag in months of 30.44 days, rounded to `places` decimal places.
    pub fn lag_months(&self, places: u32) -> Option<Decimal> {
        self.lag.map(|days| months(days, places))
    }
}

impl Frontier {
    /// The lines of some scores, for the models at `positions`.
    ///
    /// Among models of the same day, only the best counts. A score equal to the best so far makes no step.
    pub fn new(data: &Dataset, positions: &[u32], scores: ScoreSet<'_>, rule: &Rule) -> Self {
        let mut frontier = Self::default();
        let mut testers: Vec<&Text> = Vec::new();
        for (position, model) in models_at(data, positions) {
            let Some(score) = scores.best(model) else {
                frontier.unscored += 1;
                continue;
            };
            let Some(released) = model.released else {
                frontier.undated += 1;
                continue;
            };
            if !testers.contains(&&score.tester) {
                testers.push(&score.tester);
            }
            frontier.points.push(ScorePoint {
                model: position,
                day: day_of(released),
                value: score.value,
                openness: rule.of_model(model),
                is_released: is_released(model),
            });
        }
        sort_by_key(&mut frontier.points, |point| {
            (point.day, Reverse(point.value), point.model)
        });
        frontier.testers = testers.len();
        frontier.draw_lines();
        frontier
    }

    /// Makes the lines of the points, which are in the order of time, and counts what is on neither.
    fn draw_lines(&mut self) {
        for point in &self.points {
            if !point.is_released {
                self.unreleased += 1;
                continue;
            }
            let line = match point.openness {
                Openness::Open => &mut self.open,
                Openness::Closed => &mut self.closed,
                Openness::Mixed => {
                    self.mixed += 1;
                    continue;
                }
                Openness::Unknown => {
                    self.unknown += 1;
                    continue;
                }
            };
            if line.last().is_none_or(|best| point.value > best.value) {
                line.push(FrontierStep {
                    model: point.model,
                    day: point.day,
                    value: point.value,
                });
            }
        }
    }

    /// How much the name of a point matters in the chart. The newest step of a line matters most, and the
    /// other steps by how far they rise. Points on neither line have weight 0.
    pub fn weight(&self, point: &ScorePoint) -> f64 {
        for line in [&self.open, &self.closed] {
            let Some(at) = line.iter().position(|step| step.model == point.model) else {
                continue;
            };
            let before = at.checked_sub(1).and_then(|before| line.get(before));
            return match before {
                _ if at + 1 == line.len() => f64::MAX,
                None => 1.0,
                Some(before) => point.value.minus(before.value).to_f64(),
            };
        }
        0.0
    }

    /// Whether a point is the newest step of a line: the best of its side so far.
    pub fn is_best(&self, point: &ScorePoint) -> bool {
        let newest = |line: &[FrontierStep]| line.last().map(|step| step.model);
        [&self.open, &self.closed]
            .iter()
            .any(|line| newest(line) == Some(point.model))
    }

    /// The days of the first and of the newest scored model.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.day, self.points.last()?.day))
    }

    /// The day of the newest scored model that is released, at which the chart is read first.
    pub fn newest_release(&self) -> Option<Day> {
        let mut newest_first = self.points.iter().rev();
        newest_first
            .find(|point| point.is_released)
            .map(|point| point.day)
    }

    /// The two lines on a day.
    pub fn at(&self, day: Day) -> FrontierSnapshot {
        let (open, closed) = (step_at(&self.open, day), step_at(&self.closed, day));
        let reached = open.and_then(|open| self.reached_before(open));
        let both = open.zip(closed);
        FrontierSnapshot {
            day,
            open,
            closed,
            gap: both.map(|(open, closed)| closed.value.minus(open.value)),
            reached,
            lag: both.map(|(open, _)| reached.map_or(0, |closed| open.day - closed.day)),
        }
    }

    /// The first closed model with at least the score of an open one, where it was released before it.
    /// The first model with a score is a step of the line: none before it had as much.
    fn reached_before(&self, open: FrontierStep) -> Option<FrontierStep> {
        let mut closed = self.closed.iter().take_while(|step| step.day < open.day);
        closed.find(|step| step.value >= open.value).copied()
    }
}

/// The step of a line that holds on a day.
fn step_at(line: &[FrontierStep], day: Day) -> Option<FrontierStep> {
    let after = line.partition_point(|step| step.day <= day);
    after.checked_sub(1).map(|at| line[at])
}
