//! Previous, next, and where the reader is among the visible events.

use yew::prelude::*;

use crate::locale::fill;
use crate::query;
use crate::state::Action;
use crate::ui::context::{App, classes};

/// Previous and next in the order of the filtered events.
pub(super) fn stepper(app: &App, visible: &[u32], selected: Option<&str>) -> Html {
    let messages = app.words;
    let current = selected
        .and_then(|id| app.data.event_position(id))
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
        let target = query::neighbour(visible, current, forward)
            .and_then(|position| app.data.events().get(position as usize))
            .map(|event| event.id.clone());
        let disabled = target.is_none();
        let onclick = app.on(move || Action::Select(target.clone()));
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

/// Steps along a chain of links; nothing where there is no chain. It stands outside the card, so that
/// the focus stays on its buttons while the cards change.
pub(super) fn threader(app: &App, thread: &[usize], position: usize) -> Html {
    let messages = app.words;
    let Some(place) = thread.iter().position(|other| *other == position) else {
        return Html::default();
    };
    if thread.len() < 2 {
        return Html::default();
    }
    let button = |label: &'static str, class: &'static str, to: Option<usize>| {
        let event = to.and_then(|to| app.data.events().get(*thread.get(to)?));
        let title = event.map_or("", |event| &*event.title);
        let name = if title.is_empty() {
            label.to_owned()
        } else {
            [label, ": ", title].concat()
        };
        let disabled = event.is_none();
        let target = event.map(|event| event.id.clone());
        let onclick = match target {
            Some(id) => app.on(move || Action::GoTo(id.clone())),
            None => Callback::noop(),
        };
        html! {
            <button type="button" class={classes(&["ovc-button", class])} aria-label={name}
                aria-disabled={disabled.then_some("true")} {onclick}>
                <span>{ if disabled { label.to_owned() } else { title.to_owned() } }</span>
            </button>
        }
    };
    let place_text = fill(
        messages.thread_place,
        &[
            ("n", &(place + 1).to_string()),
            ("total", &thread.len().to_string()),
        ],
    );
    html! {
        <div class="ovc-thread" role="group" aria-label={messages.thread}>
            <span class="ovc-label">{ messages.thread }</span>
            <span class="ovc-place">{ place_text }</span>
            { button(messages.thread_earlier, "is-earlier", place.checked_sub(1)) }
            { button(messages.thread_later, "is-later", Some(place + 1)) }
        </div>
    }
}
