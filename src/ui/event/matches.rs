//! The events that fit a search best, each with the words around the match.

use yew::prelude::*;

use super::panel::member;
use crate::dataset::{Event, Text};
use crate::search::excerpt;
use crate::ui::shared::{Shared, marked};

/// Longest excerpt, in bytes.
const EXCERPT: usize = 180;

/// The best matches at `positions`, as buttons; nothing where there are none.
pub(in crate::ui) fn best_matches(
    shared: &Shared,
    positions: &[u32],
    on_pick: &Callback<Text>,
) -> Html {
    if positions.is_empty() {
        return Html::default();
    }
    let events = positions
        .iter()
        .filter_map(|position| shared.data.events().get(*position as usize));
    let title = shared.messages.best_matches;
    html! {
        <section class="ovc-best" aria-label={title}>
            { shared.heading(2, "ovc-label", html! { title }) }
            <ol class="ovc-members">
                { for events.map(|event| {
                    let id = event.id.clone();
                    member(shared, event, on_pick.reform(move |_| id.clone()), around(shared, event))
                }) }
            </ol>
        </section>
    }
}

/// The words around the match in the first text that has one; without one, how the summary begins.
fn around(shared: &Shared, event: &Event) -> Html {
    let names = event.actors.iter().filter_map(|id| shared.data.actor(id));
    let names: Vec<&str> = names.map(|actor| &*actor.name).collect();
    let names = names.join(", ");
    let level = event.level.as_deref().and_then(|id| shared.data.level(id));
    let texts = [
        event.summary.as_deref().unwrap_or_default(),
        event.note.as_deref().unwrap_or_default(),
        &names,
        level.map_or("", |level| &*level.name),
    ];
    let query = &shared.highlight;
    let has_match = |text: &&&str| !query.highlights(text).is_empty();
    let text = texts.iter().find(has_match).unwrap_or(&texts[0]);
    // A cut may part two asterisks that belong together.
    let text: String = text.chars().filter(|letter| *letter != '*').collect();
    let (before, part, after) = excerpt(&text, query, EXCERPT);
    if part.is_empty() {
        return Html::default();
    }
    html! {
        <p class="ovc-excerpt">
            { if before { "… " } else { "" } }{ marked(part, query) }{ if after { " …" } else { "" } }
        </p>
    }
}
