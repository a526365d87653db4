//! The frontier: the best open and the best closed score so far, and the gap between them.
//!
//! Given the models to show, a benchmark and a definition of “open”; returns the two lines, and the gap
//! and the lag on any day.

use core::cmp::Reverse;

use super::points::{day_of, models_at, months};
use crate::dataset::{Dataset, Model};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::sort::sort_by_key;

/// A scored model in the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePoint {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// When it was released.
    pub day: Day,
    /// Its score; the best, where the benchmark has several.
    pub value: Decimal,
    /// Its openness under the definition. Only open and closed models are on a line.
    pub openness: Openness,
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
    /// How many points are on neither line, because they are neither open nor closed.
    pub between: usize,
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
    /// Days since a closed score first reached the best open score of this day; 0 where open leads.
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
    /// The lines of a benchmark, for the models at `positions`.
    ///
    /// Among models of the same day, only the best counts. A score equal to the best so far makes no step.
    pub fn new(data: &Dataset, positions: &[u32], benchmark: &str, rule: &Rule) -> Self {
        let mut frontier = Self::default();
        for (position, model) in models_at(data, positions) {
            let Some(value) = best_score(model, benchmark) else {
                frontier.unscored += 1;
                continue;
            };
            let Some(released) = model.released else {
                frontier.undated += 1;
                continue;
            };
            frontier.points.push(ScorePoint {
                model: position,
                day: day_of(released),
                value,
                openness: rule.of_model(model),
            });
        }
        sort_by_key(&mut frontier.points, |point| {
            (point.day, Reverse(point.value), point.model)
        });
        for point in &frontier.points {
            let line = match point.openness {
                Openness::Open => &mut frontier.open,
                Openness::Closed => &mut frontier.closed,
                Openness::Mixed | Openness::Unknown => {
                    frontier.between += 1;
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
        frontier
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

    /// The days of the first and of the newest scored model.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.day, self.points.last()?.day))
    }

    /// The two lines on a day.
    pub fn at(&self, day: Day) -> FrontierSnapshot {
        let (open, closed) = (step_at(&self.open, day), step_at(&self.closed, day));
        let both = open.zip(closed);
        FrontierSnapshot {
            day,
            open,
            closed,
            gap: both.map(|(open, closed)| closed.value.minus(open.value)),
            lag: both.map(|(open, _)| self.lag(day, open.value)),
        }
    }

    /// Days from the first closed score of at least `score` to `day`; 0 where there is none yet.
    fn lag(&self, day: Day, score: Decimal) -> Day {
        let mut steps = self.closed.iter().take_while(|step| step.day <= day);
        let first = steps.find(|step| step.value >= score);
        first.map_or(0, |step| day - step.day)
    }
}

fn best_score(model: &Model, benchmark: &str) -> Option<Decimal> {
    let scores = model.scores.iter();
    scores
        .filter(|score| *score.benchmark == *benchmark)
        .map(|score| score.value)
        .max()
}

/// The step of a line that holds on a day.
fn step_at(line: &[FrontierStep], day: Day) -> Option<FrontierStep> {
    let after = line.partition_point(|step| step.day <= day);
    after.checked_sub(1).map(|at| line[at])
}
