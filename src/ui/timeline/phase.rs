//! The first drawing, made in several tasks so that none is long.

use yew::prelude::*;

use crate::ui::hooks;

/// How much of the view stands. What stands around it has been drawn before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// The controls and the axis without marks, while the font of their labels is measured.
    Frame,
    /// The events have been put in order for the axis.
    Indexed,
    /// The marks.
    Marks,
    /// All, with the list or what stands under the axis.
    All,
}

/// More events than this are put in order in a task of their own.
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

/// Goes through the phases, each in a task of its own, and calls `on_drawn` after the last one. A
/// view that comes to the front later is drawn at once.
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
