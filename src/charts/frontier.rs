//! The best open and the best closed score so far, and the distance between them.

use super::{chosen, day_of, months};
use crate::dataset::{Dataset, Model};
use crate::date::Day;
use crate::decimal::Decimal;
use crate::definition::{Openness, Rule};
use crate::order;

/// A scored model in the chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScorePoint {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// When it was released.
    pub day: Day,
    /// Its score; where a benchmark has several for it, the best.
    pub value: Decimal,
    /// What the definition says of it. Only what is open or closed stands on a line.
    pub openness: Openness,
}

/// A step of a line: from its day on, its score is the best so far.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierStep {
    /// Position in [`Dataset::models`].
    pub model: usize,
    /// From when on.
    pub day: Day,
    /// The best score.
    pub value: Decimal,
}

/// The two lines of a benchmark under a definition of "open".
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Frontier {
    /// Every model with a date and a score, by day.
    pub points: Vec<ScorePoint>,
    /// The best open score so far.
    pub open: Vec<FrontierStep>,
    /// The best closed score so far.
    pub closed: Vec<FrontierStep>,
    /// Models with a score and no date: left out.
    pub undated: usize,
    /// Models without a score: left out.
    pub unscored: usize,
    /// Marks that are on neither line, because they are neither open nor closed.
    pub between: usize,
}

/// The two lines at a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FrontierSnapshot {
    /// The day.
    pub day: Day,
    /// The best open score so far.
    pub open: Option<FrontierStep>,
    /// The best closed score so far.
    pub closed: Option<FrontierStep>,
    /// Points, closed minus open; negative where open leads. Without one of the two there is none.
    pub gap: Option<Decimal>,
    /// Days since the best closed score first was at least the best open score of this day; 0
    /// where open leads.
    pub lag: Option<Day>,
}

impl FrontierSnapshot {
    /// The lag in months of 30.44 days, to so many decimal places.
    pub fn lag_months(&self, places: u32) -> Option<Decimal> {
        self.lag.map(|days| months(days, places))
    }
}

impl Frontier {
    /// The lines of a benchmark, among the models at those positions. Of models of one day the better one counts; a score that only
    /// equals the best so far makes no step.
    pub fn new(data: &Dataset, shown: &[u32], benchmark: &str, rule: &Rule) -> Self {
        let mut frontier = Self::default();
        for (model, item) in chosen(data, shown) {
            let Some(value) = best(item, benchmark) else {
                frontier.unscored += 1;
                continue;
            };
            let Some(released) = item.released else {
                frontier.undated += 1;
                continue;
            };
            frontier.points.push(ScorePoint {
                model,
                day: day_of(released),
                value,
                openness: rule.openness(item.level.as_deref()),
            });
        }
        let marks = core::mem::take(&mut frontier.points);
        let by_day = order::sorted(marks.len(), &|a, b| {
            let (a, b) = (&marks[a], &marks[b]);
            a.day.cmp(&b.day).then(b.value.cmp(&a.value))
        });
        for at in by_day {
            let mark = marks[at];
            let line = match mark.openness {
                Openness::Open => Some(&mut frontier.open),
                Openness::Closed => Some(&mut frontier.closed),
                Openness::Between | Openness::Unknown => None,
            };
            match line {
                None => frontier.between += 1,
                Some(line) if line.last().is_none_or(|last| mark.value > last.value) => {
                    line.push(FrontierStep {
                        model: mark.model,
                        day: mark.day,
                        value: mark.value,
                    });
                }
                Some(_) => {}
            }
            frontier.points.push(mark);
        }
        frontier
    }

    /// How much the name of a mark matters in the chart: the newest step of a line most, the others
    /// by how far they rose; what is on neither line not at all.
    pub fn weight(&self, mark: &ScorePoint) -> f64 {
        for line in [&self.open, &self.closed] {
            if let Some(at) = line.iter().position(|step| step.model == mark.model) {
                let before = at.checked_sub(1).and_then(|before| line.get(before));
                return match before {
                    _ if at + 1 == line.len() => f64::MAX,
                    None => 1.0,
                    Some(before) => mark.value.minus(before.value).to_f64(),
                };
            }
        }
        0.0
    }

    /// The days of the first and of the newest scored model.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((self.points.first()?.day, self.points.last()?.day))
    }

    /// The two lines at a day.
    pub fn at(&self, day: Day) -> FrontierSnapshot {
        let (open, closed) = (step_at(&self.open, day), step_at(&self.closed, day));
        let (mut gap, mut lag) = (None, None);
        if let (Some(open), Some(closed)) = (open, closed) {
            gap = Some(closed.value.minus(open.value));
            let mut steps = self.closed.iter();
            let caught = steps.find(|step| step.day <= day && step.value >= open.value);
            lag = Some(caught.map_or(0, |step| day - step.day));
        }
        FrontierSnapshot {
            day,
            open,
            closed,
            gap,
            lag,
        }
    }
}

fn best(model: &Model, benchmark: &str) -> Option<Decimal> {
    let scores = model.scores.iter();
    scores
        .filter(|score| *score.benchmark == *benchmark)
        .map(|score| score.value)
        .max()
}

fn step_at(line: &[FrontierStep], day: Day) -> Option<FrontierStep> {
    let after = line.partition_point(|step| step.day <= day);
    after.checked_sub(1).and_then(|at| line.get(at)).copied()
}
