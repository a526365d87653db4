//! What counts as open: the switch, what it has changed, and the definitions to choose from.

use yew::prelude::*;

use super::context::{App, Surface, attr, rich};
use super::event::source_details;
use super::hooks;
use super::stage::choice;
use crate::dataset::Vocabulary;
use crate::definition::{DefinitionChange, DefinitionId};
use crate::locale::fill;
use crate::state::Action;

/// The switch, what it has changed, and the definitions; nothing where the data set has none.
pub(super) fn definition(app: &App, moved: AttrValue) -> Html {
    let messages = app.words;
    let definitions = &app.data.document.definitions;
    if definitions.is_empty() {
        return Html::default();
    }
    let dispatch = app.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(definition) = DefinitionId::from_word(&hooks::value(&event)) {
            dispatch.emit(Action::SetDefinition(definition));
        }
    });
    let options = definitions
        .iter()
        .map(|item| (item.id.to_string(), item.name.to_string()));
    let is_live = app.surface == Surface::Live;
    html! {
        <div class="ovc-definition">
            <div class="ovc-definition-row">
                if is_live {
                    { choice(messages.definition, options.collect(), app.definition.as_str(), onchange) }
                } else {
                    <p class="ovc-choice"><span class="ovc-label">{ messages.definition }</span>{ " " }{ name(app, app.definition) }</p>
                }
                <p class="ovc-moved">{ moved }</p>
            </div>
            <details class="ovc-source-details" open={app.surface == Surface::Print}>
                <summary>{ messages.definitions }</summary>
                <dl class="ovc-definitions">
                    { for definitions.iter().map(|item| html! {
                        <div key={item.id.to_string()} data-id={attr(&item.id)}>
                            <dt>{ attr(&item.name) }</dt>
                            <dd>{ rich(&item.text) }{ source_details(app, &item.sources) }</dd>
                        </div>
                    }) }
                </dl>
            </details>
        </div>
    }
}

/// What a screen reader is told in a view: the news of the switch, or else that. The only live region.
pub(super) fn status(app: &App, text: String) -> Html {
    if app.surface != Surface::Live {
        return Html::default();
    }
    let text = if app.news.is_empty() {
        AttrValue::from(text)
    } else {
        app.news.clone()
    };
    html! { <p class="ovc-hidden" role="status">{ text }</p> }
}

/// What the switch has changed, in words.
pub(super) fn told(app: &App, from: DefinitionId, moves: DefinitionChange) -> String {
    let messages = app.words;
    let mut text = fill(
        messages.definition_moved,
        &[
            ("events", &messages.events(moves.events)),
            ("models", &messages.models(moves.models)),
            ("from", &name(app, from)),
        ],
    );
    if moves.unknown > 0 {
        let events = messages.events(moves.unknown);
        text.push(' ');
        text.push_str(&fill(messages.definition_unknown, &[("events", &events)]));
    }
    text
}

/// Name of a definition.
fn name(app: &App, definition: DefinitionId) -> String {
    let mut definitions = app.data.document.definitions.iter();
    let item = definitions.find(|item| *item.id == *definition.as_str());
    item.map_or(definition.as_str(), |item| &item.name)
        .to_owned()
}

/// The definition in force, for wherever something is counted by it.
pub(super) fn in_force(app: &App) -> String {
    let definition = name(app, app.definition);
    fill(
        app.words.definition_in_force,
        &[("definition", &definition)],
    )
}
