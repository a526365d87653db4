//! The first drawing, split into several tasks so that none is long.

use yew::prelude::*;

use crate::ui::hooks;

/// How much of the view is drawn. The parts around it are drawn before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// The controls and the axis without marks, while the font of their labels is measured.
    Frame,
    /// The events have been put in order for the axis.
    Indexed,
    /// The marks.
    Marks,
    /// All, with the list or the panel under the axis.
    All,
}

/// More events than this are put in order in a separate task.
const MANY: usize = 10_000;

impl Phase {
    fn next(self, as_list: bool, events: usize) -> Option<Self> {
        match self {
            Self::All => None,
            Self::Frame if !as_list && events > MANY => Some(Self::Indexed),
            Self::Frame | Self::Indexed if !as_list => Some(Self::Marks),
            _ => Some(Self::All),
        }
    }
}

/// Runs the phases, each in a separate task, and calls `on_drawn` after the last one. With
/// `at_once`, all is drawn in the first rendering.
#[hook]
pub(super) fn use_phase(
    at_once: bool,
    as_list: bool,
    events: usize,
    on_drawn: &Callback<()>,
) -> Phase {
    let phase = use_state_eq(|| if at_once { Phase::All } else { Phase::Frame });
    {
        let (setter, on_drawn) = (phase.setter(), on_drawn.clone());
        use_effect_with(*phase, move |phase| match phase.next(as_list, events) {
            Some(next) => hooks::run_later(0, move || setter.set(next)),
            None => on_drawn.emit(()),
        });
    }
    *phase
}
