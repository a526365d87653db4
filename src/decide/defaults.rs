//! How the weights at first are spread over the two sides.

use super::ranking::ScoreTable;
use crate::dataset::Dataset;
use crate::definition::{DefinitionId, Openness, Rule};

/// The needs in which the best open strategy scores better, and those in which the best closed one does, where
/// both groups have the same default weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DefaultGroups {
    /// How many needs open serves better.
    pub open: usize,
    /// How many needs closed serves better.
    pub closed: usize,
    /// The weight of each group.
    pub weight: u32,
}

/// The two groups, where they weigh the same. Open is what has published weights.
pub fn default_groups(data: &Dataset) -> Option<DefaultGroups> {
    let decide = data.document.decide.as_ref()?;
    let rule = Rule::new(data, DefinitionId::Downloadable);
    let table = ScoreTable::new(data, &[]);
    let best = |need: usize, openness: Openness| {
        let levels = data.document.levels.iter().enumerate();
        let of_side = levels.filter(|(_, level)| rule.openness(Some(&level.id)) == openness);
        of_side.map(|(level, _)| table.value(need, level)).max()
    };
    let (mut open, mut closed) = ((0, 0), (0, 0));
    for (at, need) in decide.needs.iter().enumerate() {
        let (of_open, of_closed) = (best(at, Openness::Open)?, best(at, Openness::Closed)?);
        let weight = u32::from(need.default);
        if of_open > of_closed {
            open = (open.0 + 1, open.1 + weight);
        } else if of_closed > of_open {
            closed = (closed.0 + 1, closed.1 + weight);
        }
    }
    (open.1 == closed.1 && open.1 > 0).then_some(DefaultGroups {
        open: open.0,
        closed: closed.0,
        weight: open.1,
    })
}
