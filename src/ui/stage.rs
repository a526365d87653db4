//! What the timeline is given.

use super::context::{App, Current};
use crate::state::ViewState;

/// What the timeline is given.
pub(super) struct Stage<'a> {
    pub app: &'a App,
    pub state: &'a ViewState,
    /// Width of the view in CSS pixels.
    pub width: f64,
}

impl<'a> Stage<'a> {
    pub fn new(app: &'a App, current: &'a Current) -> Self {
        Self {
            app,
            state: &current.state,
            width: current.width,
        }
    }
}
