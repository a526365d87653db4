//! Previous, next, and where the reader is among the visible events.

use yew::prelude::*;

use crate::locale::fill;
use crate::query::neighbour;
use crate::state::Action;
use crate::ui::context::App;

/// Previous and next in the order of the visible events, from the one at a position.
pub(super) fn stepper(app: &App, visible: &[u32], selected: Option<usize>) -> Html {
    let words = app.words;
    let selected = selected.and_then(|position| u32::try_from(position).ok());
    let place = selected.and_then(|selected| visible.binary_search(&selected).ok());
    let text = match place {
        Some(place) => fill(
            words.position,
            &[
                ("n", &(place + 1).to_string()),
                ("total", &visible.len().to_string()),
            ],
        ),
        None => words.events(visible.len()),
    };
    // The short word is enough where it is narrow; the whole one is its name.
    let button = |label: &'static str, name: &'static str, forward: bool| {
        let target = neighbour(visible, selected, forward)
            .and_then(|position| app.data.events().get(position as usize))
            .map(|event| event.id.clone());
        let is_disabled = target.is_none();
        let onclick = match target {
            Some(id) => app.on(move || Action::Select(Some(id.clone()))),
            None => Callback::noop(),
        };
        // Not `disabled`: a disabled button loses focus, and the reader may just have pressed it.
        html! {
            <button type="button" class="ovc-button" aria-label={name} aria-disabled={is_disabled.then_some("true")} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <div class="ovc-stepper">
            { button(words.previous, words.previous_event, false) }
            { button(words.next, words.next_event, true) }
            <span class="ovc-place">{ text }</span>
        </div>
    }
}
