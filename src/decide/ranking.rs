//! The ranking of the strategies, which are the levels of openness.
//!
//! A strategy gets, for each need, the weight of the need times its score for the need, and is ranked by the
//! sum. All of it is whole numbers, so that ties are exact.

use crate::dataset::{Dataset, Decide, Need, Text};
use crate::decimal::Decimal;
use crate::sort::sort_by;

/// The highest score.
const FULL: u32 = 4;

/// A score that the reader has changed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScoreEdit {
    /// Position of the need.
    pub need: usize,
    /// Position of the level.
    pub level: usize,
    /// 0 to 4.
    pub value: u8,
}

/// The scores of all levels for all needs.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreTable {
    levels: usize,
    values: Vec<u8>,
}

impl ScoreTable {
    /// The scores of the data set, with what the reader has changed. A pair without a score has 0.
    pub fn new(data: &Dataset, edits: &[ScoreEdit]) -> Self {
        let levels = data.document.levels.len();
        let (needs, scores) = match &data.document.decide {
            Some(decide) => (&decide.needs[..], &decide.scores[..]),
            None => (&[][..], &[][..]),
        };
        let mut table = Self {
            levels,
            values: vec![0; levels * needs.len()],
        };
        for score in scores {
            let need = needs.iter().position(|need| need.id == score.need);
            let level = data.level_position(&score.level);
            if let (Some(need), Some(level)) = (need, level) {
                table.set(need, level, score.value);
            }
        }
        for edit in edits {
            table.set(edit.need, edit.level, edit.value);
        }
        table
    }

    fn set(&mut self, need: usize, level: usize, value: u8) {
        let is_inside = level < self.levels;
        let cell = self.values.get_mut(need * self.levels + level);
        if let Some(cell) = cell.filter(|_| is_inside) {
            *cell = value.min(FULL as u8);
        }
    }

    /// The score of a level for a need, both by position.
    pub fn value(&self, need: usize, level: usize) -> u8 {
        let cell = self.values.get(need * self.levels + level);
        cell.copied().unwrap_or_default()
    }

    /// How many levels there are.
    pub fn levels(&self) -> usize {
        self.levels
    }
}

/// The weight of each need: the reader's, or the default.
pub fn weights(decide: &Decide, own: &[(Text, u8)]) -> Vec<u8> {
    let weight = |need: &Need| {
        let own = own.iter().find(|(id, _)| *id == need.id);
        own.map_or(need.default, |(_, weight)| *weight)
    };
    decide.needs.iter().map(weight).collect()
}

/// A strategy with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// Position of the level.
    pub level: usize,
    /// Its place, counted from 1. Equal sums have the same place.
    pub place: usize,
    /// Weight times score, for each need.
    pub parts: Vec<u32>,
    /// Their sum.
    pub total: u32,
}

/// The strategies, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// In the order of their sums. Equal ones stay in the order of the levels.
    pub rows: Vec<Ranked>,
    /// The sum of a strategy that meets every need fully: four times all weights.
    pub most: u32,
}

impl Ranking {
    /// Ranks the levels by weighted scores.
    pub fn new(table: &ScoreTable, weights: &[u8]) -> Self {
        let part = |need: usize, level: usize, weight: u8| {
            u32::from(weight) * u32::from(table.value(need, level))
        };
        let mut rows: Vec<Ranked> = (0..table.levels)
            .map(|level| {
                let needs = weights.iter().enumerate();
                let parts: Vec<u32> = needs
                    .map(|(need, weight)| part(need, level, *weight))
                    .collect();
                Ranked {
                    level,
                    place: 0,
                    total: parts.iter().sum(),
                    parts,
                }
            })
            .collect();
        sort_by(&mut rows, |a, b| {
            b.total.cmp(&a.total).then(a.level.cmp(&b.level))
        });
        let totals: Vec<u32> = rows.iter().map(|row| row.total).collect();
        for row in &mut rows {
            row.place = totals.iter().filter(|total| **total > row.total).count() + 1;
        }
        Self {
            rows,
            most: FULL * weights.iter().map(|weight| u32::from(*weight)).sum::<u32>(),
        }
    }

    /// Which part of what is possible some points are, in percent with one decimal place; 0 where nothing has
    /// weight.
    pub fn percent(&self, points: u32) -> Decimal {
        let ratio = Decimal::ratio(i64::from(points) * 100, i64::from(self.most), 1);
        ratio.unwrap_or_default()
    }

    /// The best of the strategies that a function picks by the position of their level.
    pub fn best(&self, is_picked: impl Fn(usize) -> bool) -> Option<&Ranked> {
        self.rows.iter().find(|row| is_picked(row.level))
    }
}
