//! Which scores a chart takes, and which testers scored enough models for a chart of their own.
//!
//! Given a benchmark and perhaps one tester; returns the scores of a model that count.

use super::points::is_released;
use crate::dataset::{Dataset, Model, Score, Text};
use crate::definition::{Openness, Rule};
use crate::sort::sort_by_key;

/// How many open models, and how many closed ones, a tester must have scored for a chart of their scores
/// alone.
const ENOUGH_MODELS: usize = 2;

/// The scores that a chart takes: those in a benchmark, by all testers or by one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScoreSet<'a> {
    /// Id of the benchmark.
    pub benchmark: &'a str,
    /// The only tester whose scores count; `None` means that all count.
    pub tester: Option<&'a str>,
}

impl<'a> ScoreSet<'a> {
    /// All scores in a benchmark.
    pub fn all(benchmark: &'a str) -> Self {
        Self {
            benchmark,
            tester: None,
        }
    }

    fn has(self, score: &Score) -> bool {
        *score.benchmark == *self.benchmark
            && self.tester.is_none_or(|tester| *score.tester == *tester)
    }

    /// The best of these scores of a model; the first one where several are equal.
    pub fn best(self, model: &Model) -> Option<&Score> {
        let scores = model.scores.iter().filter(|score| self.has(score));
        scores.reduce(|best, score| {
            if score.value > best.value {
                score
            } else {
                best
            }
        })
    }
}

/// The testers whose scores in a benchmark are enough for a chart of their own, by name: each scored at
/// least two open and two closed models that are released.
pub fn testers_with_enough_scores(data: &Dataset, benchmark: &str, rule: &Rule) -> Vec<Text> {
    let scores = data.models().iter().flat_map(|model| &model.scores);
    let mut testers: Vec<Text> = Vec::new();
    for score in scores.filter(|score| *score.benchmark == *benchmark) {
        if !testers.contains(&score.tester) {
            testers.push(score.tester.clone());
        }
    }
    testers.retain(|tester| {
        let scores = ScoreSet {
            benchmark,
            tester: Some(&**tester),
        };
        [Openness::Open, Openness::Closed].iter().all(|side| {
            let models = data.models().iter().filter(|model| {
                rule.of_model(model) == *side
                    && is_released(model)
                    && model.released.is_some()
                    && scores.best(model).is_some()
            });
            models.count() >= ENOUGH_MODELS
        })
    });
    sort_by_key(&mut testers, |tester| tester.to_lowercase());
    testers
}
