//! The state of the widget: what the reader is looking at.
//!
//! Given a state and an action, [`reduce`] returns the next state. [`to_fragment`] and
//! [`parse_fragment`] write the state to the fragment of a URL and read it; [`keys`] does so key by key.

mod action;
mod fragment;
pub mod keys;
mod known;
mod reduce;
mod view_state;

pub use action::Action;
pub use fragment::{is_foreign, parse_fragment, to_fragment};
pub use reduce::reduce;
pub use view_state::{
    MAX_MODELS, MAX_SEARCH_LENGTH, MAX_WEIGHT, SideOrder, View, ViewState, available_views,
};

pub use crate::query::{Filter, Filters};
