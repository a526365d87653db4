//! What the views without a memory of their own are given.

use yew::prelude::*;

use super::context::{App, Current, Surface};
use super::hooks;
use super::settings::Settings;
use crate::state::ViewState;

/// What the views without a memory of their own are given.
pub(super) struct Stage<'a> {
    pub app: &'a App,
    pub state: &'a ViewState,
    pub settings: &'a Settings,
    pub set: &'a Callback<Settings>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// What the view stands in.
    pub node: NodeRef,
}

impl<'a> Stage<'a> {
    pub fn new(app: &'a App, current: &'a Current) -> Self {
        Self {
            app,
            state: &current.state,
            settings: &current.settings,
            set: &current.set,
            width: current.width,
            node: current.node.clone(),
        }
    }

    /// A handler that changes the settings by what stands in the control it came from.
    pub fn on<E: AsRef<Event> + 'static>(
        &self,
        change: impl Fn(&mut Settings, String) + 'static,
    ) -> Callback<E> {
        let (settings, set) = (*self.settings, self.set.clone());
        Callback::from(move |event: E| {
            let mut settings = settings;
            change(&mut settings, hooks::value(event.as_ref()));
            set.emit(settings);
        })
    }

    pub fn is_live(&self) -> bool {
        self.app.surface == Surface::Live
    }
}
