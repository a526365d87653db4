//! Definitions of “open”, and how each of them classifies models and events.
//!
//! Given a data set and a definition; returns how open a level, a model or an event is, and what moves when
//! the definition is switched. One rule holds everywhere: a release or a model that has a level gets its side
//! from the level and the definition in force, or from its parts where the definition asks for them. For all
//! other events the editors' side holds.

mod changes;
mod openness;
mod rule;

pub use changes::{DefinitionChange, Move, MoveGroup, Moved, changes_between};
pub use openness::{DefinitionId, Openness};
pub use rule::Rule;
