//! Components that several views share.

pub(super) mod data_table;
pub(super) mod definition;
pub(super) mod disclosure;
pub(super) mod event;
pub(super) mod filters;
pub(super) mod reference;
pub(super) mod select;
pub(super) mod side;
pub(super) mod sides;
pub(super) mod skip;
pub(super) mod sources;
pub(super) mod status;
pub(super) mod terms;
pub(super) mod tooltip;

pub(super) use definition::{DefinitionSwitch, moves_in_words};
