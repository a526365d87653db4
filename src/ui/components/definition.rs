//! What counts as open: the switch, what it has changed, and the definitions to choose from.

use yew::prelude::*;

use super::disclosure::disclosure;
use super::select::{SelectOption, select};
use super::sources::source_details;
use crate::dataset::Vocabulary;
use crate::definition::{DefinitionChange, DefinitionId};
use crate::locale::fill;
use crate::state::Action;
use crate::ui::context::{App, attr, rich, use_app};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct DefinitionSwitchProps {
    /// What changed sides at the last switch, in words; empty before the first switch.
    pub moved: AttrValue,
}

/// The switch, what it has changed, and the definitions; nothing where the data set has none.
#[component]
pub(in crate::ui) fn DefinitionSwitch(props: &DefinitionSwitchProps) -> Html {
    let app = use_app();
    let words = app.words;
    let definitions = &app.data.document.definitions;
    if definitions.is_empty() {
        return Html::default();
    }
    let texts = html! {
        <dl class="ovc-definitions">
            { for definitions.iter().map(|item| html! {
                <div key={item.id.to_string()} data-id={attr(&item.id)}>
                    <dt>{ attr(&item.name) }</dt>
                    <dd>{ rich(&item.text) }{ source_details(&app, &item.sources) }</dd>
                </div>
            }) }
        </dl>
    };
    html! {
        <div class="ovc-definition">
            <div class="ovc-definition-row">
                if app.is_live() {
                    { switch(&app) }
                } else {
                    <p class="ovc-choice"><span class="ovc-label">{ words.definition }</span>{ " " }{ name(&app, app.definition) }</p>
                }
                <p class="ovc-moved">{ &props.moved }</p>
            </div>
            { disclosure(&app, "ovc-source-details", words.definitions.into(), texts) }
        </div>
    }
}

fn switch(app: &App) -> Html {
    let definitions = app.data.document.definitions.iter();
    let options: Vec<SelectOption> = definitions
        .map(|item| SelectOption::new(item.id.clone(), item.name.clone()))
        .collect();
    let dispatch = app.dispatch.clone();
    let on_select = Callback::from(move |value: String| {
        if let Some(definition) = DefinitionId::from_word(&value) {
            dispatch.emit(Action::SetDefinition(definition));
        }
    });
    let label = app.words.definition;
    select(label, &options, app.definition.as_str(), &on_select)
}

/// What the switch has changed, in words.
pub(in crate::ui) fn definition_news(
    app: &App,
    from: DefinitionId,
    moves: DefinitionChange,
) -> String {
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

/// The definition in force in words, for the places where something is counted by it.
pub(in crate::ui) fn in_force(app: &App) -> String {
    let definition = name(app, app.definition);
    fill(
        app.words.definition_in_force,
        &[("definition", &definition)],
    )
}
