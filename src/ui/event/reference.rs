//! What leads from one record to another.

use yew::prelude::*;

use crate::dataset::{Claim, Dimension, Event, Model, Text};
use crate::locale::Messages;
use crate::state::{Action, View};
use crate::ui::context::{App, Surface, attr};
use crate::ui::event::sources::folded_sources;

/// Where it leads to.
pub(in crate::ui) enum To<'a> {
    Event(&'a Event),
    Model(&'a Model),
    Claim(&'a Text),
}

/// A link in the static page; live a button, because a link cannot lead to what is not on the page.
pub(in crate::ui) fn reference(app: &App, to: &To<'_>, text: AttrValue) -> Html {
    if app.surface != Surface::Live {
        let href = match to {
            To::Event(event) => format!("#{}", event.id),
            To::Model(model) => format!("#model-{}", model.id),
            To::Claim(id) => format!("#claim-{id}"),
        };
        return html! { <a {href}>{ text }</a> };
    }
    let action = match to {
        To::Event(event) => Action::GoTo(event.id.clone()),
        To::Model(model) => Action::Visit(View::Models, model.id.clone()),
        To::Claim(id) => Action::Visit(View::Compare, (*id).clone()),
    };
    let onclick = app.on(move || action.clone());
    html! { <button type="button" class="ovc-link" {onclick}>{ text }</button> }
}

/// What a claim rests on, folded under its counts: events, models and sources.
pub(in crate::ui) fn grounds(app: &App, claim: &Claim) -> Html {
    let (data, messages) = (&app.data, app.words);
    let mut summary = messages.sources_count(claim.sources.len());
    let mut more = Vec::new();
    for event in claim.events.iter().filter_map(|id| data.event(id)) {
        more.push(reference(app, &To::Event(event), attr(&event.title)));
    }
    for (count, words) in [
        (
            more.len(),
            Messages::events as fn(&Messages, usize) -> String,
        ),
        (claim.models.len(), Messages::models),
    ] {
        if count > 0 {
            summary.push_str(" · ");
            summary.push_str(&words(messages, count));
        }
    }
    for model in claim.models.iter().filter_map(|id| data.model(id)) {
        more.push(reference(app, &To::Model(model), attr(&model.name)));
    }
    folded_sources(app, summary, more, &claim.sources)
}

/// The cells of a dimension in which claims stand: the name of each, and its claims.
fn cells<'a>(messages: &Messages, dimension: &'a Dimension) -> [(&'static str, &'a [Claim]); 3] {
    [
        (messages.case_open, &dimension.open),
        (messages.case_closed, &dimension.closed),
        (messages.evidence, &dimension.evidence),
    ]
}

/// The claims that rest on an event, by the cell of the comparison in which they stand.
pub(super) fn cited_by(app: &App, event: &Event) -> Html {
    let mut items = Vec::new();
    for dimension in &app.data.document.dimensions {
        for (cell, claims) in cells(app.words, dimension) {
            // Those of a cell stand side by side: one link leads to all of them.
            let mut claims = claims.iter();
            if let Some(claim) = claims.find(|claim| claim.events.contains(&event.id)) {
                let text = AttrValue::from([&*dimension.name, cell].join(": "));
                items.push(html! { <li>{ reference(app, &To::Claim(&claim.id), text) }</li> });
            }
        }
    }
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <div class="ovc-cited">
            { app.heading(3, "ovc-label", html! { app.words.cited_by }) }
            <ul>{ for items }</ul>
        </div>
    }
}
