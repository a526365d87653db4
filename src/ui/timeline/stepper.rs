//! Previous, next, and where the reader is among the visible events.

use yew::prelude::*;

use crate::messages::fill;
use crate::query;
use crate::state::Action;
use crate::ui::shared::Shared;

/// Previous and next in the order of the filtered events.
pub(super) fn stepper(shared: &Shared, visible: &[u32], selected: Option<&str>) -> Html {
    let messages = shared.messages;
    let current = selected
        .and_then(|id| shared.data.event_position(id))
        .and_then(|position| u32::try_from(position).ok());
    let place = current.and_then(|current| visible.binary_search(&current).ok());
    let total = visible.len();
    let text = match place {
        Some(place) => fill(
            messages.position,
            &[
                ("n", &(place + 1).to_string()),
                ("total", &total.to_string()),
            ],
        ),
        None => messages.events(total),
    };
    let button = |label: &'static str, forward: bool| {
        let target = query::step(visible, current, forward)
            .and_then(|position| shared.data.events().get(position as usize))
            .map(|event| event.id.clone());
        let disabled = target.is_none();
        let onclick = shared.on(move || Action::Select(target.clone()));
        // Not `disabled`: a button that is would drop the focus of whoever just pressed it.
        let onclick = if disabled { Callback::noop() } else { onclick };
        html! {
            <button type="button" class="ovc-button" aria-disabled={disabled.then_some("true")} {onclick}>
                { label }
            </button>
        }
    };
    html! {
        <div class="ovc-stepper">
            { button(messages.previous_event, false) }
            { button(messages.next_event, true) }
            <span class="ovc-place">{ text }</span>
        </div>
    }
}
