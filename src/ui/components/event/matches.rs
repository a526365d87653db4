//! The events that fit a search best, each with the words around the match.

use yew::prelude::*;

use super::member::member;
use crate::dataset::{Event, Text};
use crate::query::search::excerpt;
use crate::text::without_emphasis;
use crate::ui::context::{App, Highlight, marked};
use crate::ui::hooks;

/// Longest excerpt, in bytes.
const EXCERPT: usize = 180;

/// The best matches as buttons, the best first; nothing where there are none. `on_pick` gets the id
/// of the event that the reader picks.
pub(in crate::ui) fn best_matches(
    app: &App,
    highlight: &Highlight,
    events: &[u32],
    on_pick: &Callback<Text>,
) -> Html {
    if events.is_empty() {
        return Html::default();
    }
    let events = events
        .iter()
        .filter_map(|position| app.data.events().get(*position as usize));
    let title = app.words.best_matches;
    html! {
        <section class="ovc-best" aria-label={title}>
            { app.heading(2, "ovc-label", html! { title }) }
            <ol class="ovc-members">
                { for events.map(|event| {
                    let id = event.id.clone();
                    let onclick = on_pick.reform(move |_: MouseEvent| id.clone());
                    member(app, highlight, event, onclick, around_match(app, highlight, event))
                }) }
            </ol>
        </section>
    }
}

/// The words around the match, from the first text that has one; without a match, the beginning of
/// the summary.
fn around_match(app: &App, highlight: &Highlight, event: &Event) -> Html {
    let names = event.actors.iter().filter_map(|id| app.data.actor(id));
    let names: Vec<&str> = names.map(|actor| &*actor.name).collect();
    let names = names.join(", ");
    let level = event.level.as_deref().and_then(|id| app.data.level(id));
    let texts = [
        event.summary.as_deref().unwrap_or_default(),
        event.note.as_deref().unwrap_or_default(),
        &names,
        level.map_or("", |level| &*level.name),
    ];
    let query = &highlight.0;
    let has_match = |text: &&&str| !query.highlights(text).is_empty();
    let text = texts.iter().find(has_match).unwrap_or(&texts[0]);
    // The excerpt may end between two asterisks that mark emphasis.
    let text = without_emphasis(text);
    let excerpt = excerpt(&text, query, EXCERPT, &hooks::character_ends);
    if excerpt.text.is_empty() {
        return Html::default();
    }
    html! {
        <p class="ovc-excerpt">
            { if excerpt.is_cut_before { "… " } else { "" } }{ marked(excerpt.text, query) }{ if excerpt.is_cut_after { " …" } else { "" } }
        </p>
    }
}
