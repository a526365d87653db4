//! Definitions of “open”, and how each of them classifies models and events.
//!
//! One rule holds everywhere. A release or a model that has a level gets its side from the level and the
//! definition in force; the editors' side holds for everything else.

mod changes;
mod openness;
mod rule;

pub use changes::{DefinitionChange, Move, MoveGroup, Moved, changes_between};
pub use openness::{DefinitionId, Openness};
pub use rule::Rule;
