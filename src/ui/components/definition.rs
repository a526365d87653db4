//! What counts as open: the switch, what it has changed, and the definitions to choose from.

use std::rc::Rc;

use yew::prelude::*;

use super::disclosure::disclosure;
use super::reference::{ReferenceTarget, reference};
use super::select::{SelectOption, select};
use super::side::side_name;
use super::sources::source_details;
use crate::dataset::Vocabulary;
use crate::definition::{DefinitionChange, DefinitionId, Move, MoveGroup, Moved, Openness};
use crate::locale::{counted, fill};
use crate::state::Action;
use crate::ui::context::{App, Surface, attr, rich, use_app};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct DefinitionSwitchProps {
    /// What the last action has moved, where that was a switch.
    #[prop_or_default]
    pub moved: Option<Rc<DefinitionChange>>,
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
    let is_print = app.surface == Surface::Print;
    // On paper, only the one in force.
    let shown = definitions
        .iter()
        .filter(|item| !is_print || *item.id == *app.definition.as_str());
    let texts = html! {
        <dl class="ovc-definitions">
            { for shown.map(|item| html! {
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
                    <p class="ovc-choice"><span class="ovc-label">{ words.definition }</span>{ " " }{ definition_name(&app, app.definition) }</p>
                }
                if !is_print {
                    { disclosure(&app, "ovc-source-details", words.definitions.into(), texts.clone()) }
                }
                if let Some(moved) = &props.moved {
                    <div class="ovc-moved">{ moved_groups(&app, moved) }</div>
                }
            </div>
            if is_print {
                { texts }
            }
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

/// How many names stand in the summary of a group.
const NAMED: usize = 2;
/// How many names a group lists. Of 100,000 events nobody reads all.
const LISTED: usize = 200;

/// What a switch has moved: each group under a summary of its own.
fn moved_groups(app: &App, change: &DefinitionChange) -> Html {
    let words = app.words;
    html! {
        <>
            if change.is_empty() {
                <p>{ words.moved_nothing }</p>
            }
            { for change.groups.iter().map(|group| moved_group(app, group)) }
            if change.unknown > 0 {
                <p>{ stays_unknown(app, change) }</p>
            }
        </>
    }
}

fn moved_group(app: &App, group: &MoveGroup) -> Html {
    let summary = group_in_words(app, group).into();
    if group.moves.len() <= NAMED {
        return html! { <p>{ summary }</p> };
    }
    let target = |item: &Move| {
        let to = match &item.record {
            Moved::Event(id) => ReferenceTarget::Event(app.data.event(id)?),
            Moved::Model(id) => ReferenceTarget::Model(app.data.model(id)?),
        };
        Some(html! { <li>{ reference(app, &to, attr(&item.name)) }</li> })
    };
    let rest = group.moves.len().saturating_sub(LISTED);
    let list = html! {
        <ul class="ovc-moved-list">
            { for group.moves.iter().take(LISTED).filter_map(target) }
            if rest > 0 {
                <li>{ fill(app.words.more, &[("count", &rest.to_string())]) }</li>
            }
        </ul>
    };
    disclosure(app, "ovc-source-details", summary, list)
}

/// “Llama 2, Gemma and 11 more: Open → Mixed”.
fn group_in_words(app: &App, group: &MoveGroup) -> String {
    let words = app.words;
    let side = |openness: Openness| side_name(words, openness.side());
    let rest = group.moves.len().saturating_sub(NAMED).to_string();
    let names = match &group.moves[..] {
        [] => String::new(),
        [only] => only.name.to_string(),
        [first, last] => fill(words.and, &[("first", &first.name), ("last", &last.name)]),
        [first, second, ..] => fill(
            words.and_more,
            &[
                ("names", &format!("{}, {}", first.name, second.name)),
                ("count", &rest),
            ],
        ),
    };
    let (from, to) = (side(group.from), side(group.to));
    fill(
        words.moved_group,
        &[("names", &names), ("from", from), ("to", to)],
    )
}

fn stays_unknown(app: &App, change: &DefinitionChange) -> String {
    counted(
        app.words.moved_unknown_one,
        app.words.moved_unknown_many,
        change.unknown,
    )
}

/// What a switch has moved, in words.
pub(in crate::ui) fn moves_in_words(app: &App, change: &DefinitionChange) -> String {
    let groups = change.groups.iter();
    let mut texts: Vec<String> = groups.map(|group| group_in_words(app, group)).collect();
    if texts.is_empty() {
        texts.push(app.words.moved_nothing.to_owned());
    }
    if change.unknown > 0 {
        texts.push(stays_unknown(app, change));
    }
    texts.join(". ")
}

/// Name of a definition.
pub(in crate::ui) fn definition_name(app: &App, definition: DefinitionId) -> String {
    let id = definition.as_str();
    let item = app.data.definition(id);
    item.map_or(id, |item| &item.name).to_owned()
}

/// The definition in force in words, for the places where something is counted by it.
pub(in crate::ui) fn in_force(app: &App) -> String {
    let definition = definition_name(app, app.definition);
    fill(
        app.words.definition_in_force,
        &[("definition", &definition)],
    )
}
