//! The chain of links that the reader steps along.

use yew::prelude::*;

use crate::dataset::Dataset;
use crate::locale::fill;
use crate::query::thread;
use crate::state::Action;
use crate::ui::context::App;

/// The chain of links through the selected event, as positions in the order of time. It stays the
/// same while the reader steps along it.
#[hook]
pub(super) fn use_thread(data: &Dataset, selected: Option<usize>) -> Vec<usize> {
    let chain = use_mut_ref(Vec::new);
    let mut chain = chain.borrow_mut();
    if let Some(position) = selected
        && !chain.contains(&position)
    {
        *chain = thread(data, position);
    }
    chain.clone()
}

/// Steps along a chain of links from the event at a position; nothing where there is no chain. The
/// buttons are outside the card, so that focus stays on them while the card changes.
pub(super) fn thread_stepper(app: &App, thread: &[usize], selected: usize) -> Html {
    let words = app.words;
    let place = thread.iter().position(|other| *other == selected);
    let Some(place) = place.filter(|_| thread.len() > 1) else {
        return Html::default();
    };
    let button = |label: &'static str, class: &'static str, to: Option<usize>| {
        let event = to.and_then(|to| app.data.events().get(*thread.get(to)?));
        let name = match event {
            Some(event) => format!("{label}: {}", event.title),
            None => label.to_owned(),
        };
        let text = event.map_or(label, |event| &*event.title).to_owned();
        let onclick = match event.map(|event| event.id.clone()) {
            Some(id) => app.on(move || Action::GoTo(id.clone())),
            None => Callback::noop(),
        };
        html! {
            <button type="button" class={classes!("ovc-button", class)} aria-label={name}
                aria-disabled={event.is_none().then_some("true")} {onclick}>
                <span>{ text }</span>
            </button>
        }
    };
    let place_text = fill(
        words.thread_place,
        &[
            ("n", &(place + 1).to_string()),
            ("total", &thread.len().to_string()),
        ],
    );
    let name = thread_name(app, thread);
    html! {
        <div class="ovc-thread" role="group" aria-label={name.clone()}>
            <span class="ovc-label">{ name }</span>
            <span class="ovc-place">{ place_text }</span>
            { button(words.thread_earlier, "is-earlier", place.checked_sub(1)) }
            { button(words.thread_later, "is-later", Some(place + 1)) }
        </div>
    }
}

/// What a thread is about: its first and its last event.
fn thread_name(app: &App, thread: &[usize]) -> String {
    let name = |at: Option<&usize>| {
        let event = at.and_then(|at| app.data.events().get(*at));
        event.map_or("", |event| event.short.as_ref().unwrap_or(&event.title))
    };
    let (first, last) = (name(thread.first()), name(thread.last()));
    fill(app.words.thread, &[("first", first), ("last", last)])
}
