//! What moves when the reader switches the definition of "open".

use core::cmp::Reverse;

use super::openness::{DefinitionId, Openness};
use super::rule::Rule;
use crate::dataset::{Dataset, EventKind, Model, Text};
use crate::sort::sort_by_key;

/// A release or a model that changes its openness.
#[derive(Clone, Debug, PartialEq)]
pub struct Move {
    /// A short name.
    pub name: Text,
    /// The record.
    pub record: Moved,
}

/// The record that changes its openness.
#[derive(Clone, Debug, PartialEq)]
pub enum Moved {
    /// Id of an event.
    Event(Text),
    /// Id of a model.
    Model(Text),
}

/// What moves from one openness to the same other one.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveGroup {
    /// The openness before.
    pub from: Openness,
    /// The openness now.
    pub to: Openness,
    /// Events by date, then models by date. A model that an event of the group tells of is left out.
    pub moves: Vec<Move>,
}

/// What a switch of the definition changes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DefinitionChange {
    /// What moves, the largest group first.
    pub groups: Vec<MoveGroup>,
    /// How many releases stay where they are because their level is not known.
    pub unknown: usize,
}

/// What changes from one definition to another.
pub fn changes_between(data: &Dataset, from: DefinitionId, to: DefinitionId) -> DefinitionChange {
    let (from, to) = (Rule::new(data, from), Rule::new(data, to));
    let mut change = DefinitionChange::default();
    for event in data.events() {
        if let (Some(before), Some(now)) = (from.of_event(event), to.of_event(event)) {
            let name = event.short.as_ref().unwrap_or(&event.title);
            change.add(before, now, name, Moved::Event(event.id.clone()));
        } else if event.kind == Some(EventKind::Release) {
            change.unknown += 1;
        }
    }
    for model in data.models() {
        let (before, now) = (from.of_model(model), to.of_model(model));
        if !change.tells_of(data, before, now, model) {
            change.add(before, now, &model.name, Moved::Model(model.id.clone()));
        }
    }
    sort_by_key(&mut change.groups, |group| Reverse(group.moves.len()));
    change
}

impl DefinitionChange {
    /// Whether nothing moves.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    fn add(&mut self, from: Openness, to: Openness, name: &Text, record: Moved) {
        if from == to {
            return;
        }
        let is_same = |group: &MoveGroup| (group.from, group.to) == (from, to);
        let at = self.groups.iter().position(is_same).unwrap_or_else(|| {
            let moves = Vec::new();
            self.groups.push(MoveGroup { from, to, moves });
            self.groups.len() - 1
        });
        self.groups[at].moves.push(Move {
            name: name.clone(),
            record,
        });
    }

    /// Whether an event that moves in the same way has the model's name, or names it.
    fn tells_of(&self, data: &Dataset, from: Openness, to: Openness, model: &Model) -> bool {
        let is_same = |group: &&MoveGroup| (group.from, group.to) == (from, to);
        let moves = self.groups.iter().find(is_same).map(|group| &group.moves);
        moves
            .into_iter()
            .flatten()
            .any(|other| match &other.record {
                Moved::Event(id) => {
                    let event = data.event(id);
                    other.name == model.name
                        || event.is_some_and(|event| event.models.contains(&model.id))
                }
                Moved::Model(_) => false,
            })
    }
}
