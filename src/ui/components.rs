//! What several views share.

pub(super) mod choice;
pub(super) mod definition;
pub(super) mod event;
pub(super) mod filters;
pub(super) mod reference;
pub(super) mod side;
pub(super) mod sources;

pub(super) use definition::{DefinitionSwitch, definition_news};
