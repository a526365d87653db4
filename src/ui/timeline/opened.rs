//! The event whose card stands open, wherever it stands.

use yew::prelude::*;

use super::memory::Memory;
use super::notices::empty;
use crate::state::Action;
use crate::ui::components::event::{Opened, Turned};
use crate::ui::context::App;

/// Whether an event is among those at these positions, which are in date order.
pub(super) fn is_among(shown: &[u32], position: Option<usize>) -> bool {
    position.is_some_and(|position| shown.binary_search(&(position as u32)).is_ok())
}

/// The event with that id, at that position; `is_hidden` tells whether the filters hide it.
pub(super) fn opened<'a>(
    memory: &Memory,
    app: &App,
    (id, position): (&'a str, Option<usize>),
    is_hidden: bool,
) -> Opened<'a> {
    if memory.read().turned.0 != position {
        memory.note(|remembered| remembered.turned = (position, Turned::default()));
    }
    let on_turn = {
        let memory = memory.clone();
        Callback::from(move |(turned, link)| {
            memory.change(|remembered| {
                remembered.turned = (position, turned);
                remembered.link = Some(link);
            });
        })
    };
    // The button is gone when it is pressed: focus goes to the title of what it stood with.
    let note = is_hidden.then(|| {
        let text = app.words.hidden_by_filters.to_owned();
        let clear = app.on(|| Action::ClearFilters);
        empty(text, app.words.clear_filters, clear)
    });
    Opened {
        id,
        turned: memory.read().turned.1,
        on_turn,
        note: note.unwrap_or_default(),
    }
}
