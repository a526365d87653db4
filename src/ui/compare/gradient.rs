//! The gradient of release, from unreleased to fully open.

use yew::prelude::*;

use crate::dataset::Level;
use crate::gather::Gather;
use crate::ui::event::source_details;
use crate::ui::markup::html;
use crate::ui::shared::{Shared, attr, rich};

/// The levels as a scale. It starts at the end whose side stands first.
pub(super) fn gradient(shared: &Shared, open_first: bool) -> Html {
    let levels = &shared.data.document.levels;
    let items = levels
        .iter()
        .enumerate()
        .map(|(step, level)| item(shared, step, level));
    let items: Vec<Html> = if open_first {
        items.rev().gather()
    } else {
        items.gather()
    };
    html! { <ol class="ovc-levels">{ for items }</ol> }
}

fn item(shared: &Shared, step: usize, level: &Level) -> Html {
    let messages = shared.messages;
    let examples: Vec<&str> = level.examples.iter().map(|example| &**example).gather();
    let rows = [
        level
            .run
            .as_ref()
            .map(|text| (messages.compare_run, rich(text))),
        level
            .study
            .as_ref()
            .map(|text| (messages.compare_study, rich(text))),
        (!examples.is_empty()).then(|| (messages.compare_examples, html! { examples.join("; ") })),
    ];
    html! {
        <li key={level.id.to_string()} class={format!("ovc-level is-step-{step}")} data-id={attr(&level.id)}>
            { shared.heading(2, "ovc-level-name", html! { attr(&level.name) }) }
            <p>{ rich(&level.definition) }</p>
            <dl>
                { for rows.into_iter().flatten().map(|(term, text)| html! {
                    <div><dt>{ term }</dt><dd>{ text }</dd></div>
                }) }
            </dl>
            { source_details(shared, &level.sources) }
        </li>
    }
}
