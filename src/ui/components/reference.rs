//! What leads from one record to another.

use yew::prelude::*;

use super::sources::evidence_details;
use crate::dataset::{Claim, Dimension, Event, Model, Text};
use crate::locale::Messages;
use crate::state::{Action, View};
use crate::ui::context::{App, attr};

/// Where it leads to.
pub(in crate::ui) enum To<'a> {
    Event(&'a Event),
    Model(&'a Model),
    Claim(&'a Text),
}

/// A link in the static page; live a button, because a link cannot lead to what is not on the page.
pub(in crate::ui) fn reference(app: &App, to: &To<'_>, text: AttrValue) -> Html {
    if !app.is_live() {
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
    let (data, words) = (&app.data, app.words);
    let events = claim.events.iter().filter_map(|id| data.event(id));
    let mut more: Vec<Html> = events
        .map(|event| reference(app, &To::Event(event), attr(&event.title)))
        .collect();
    let mut counts = vec![words.sources_count(claim.sources.len())];
    if !more.is_empty() {
        counts.push(words.events(more.len()));
    }
    if !claim.models.is_empty() {
        counts.push(words.models(claim.models.len()));
    }
    let models = claim.models.iter().filter_map(|id| data.model(id));
    more.extend(models.map(|model| reference(app, &To::Model(model), attr(&model.name))));
    evidence_details(app, counts.join(" · "), more, &claim.sources)
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
pub(in crate::ui) fn cited_by(app: &App, event: &Event) -> Html {
    let mut items = Vec::new();
    for dimension in &app.data.document.dimensions {
        for (cell, claims) in cells(app.words, dimension) {
            // Those of a cell stand side by side: one link leads to all of them.
            let mut claims = claims.iter();
            if let Some(claim) = claims.find(|claim| claim.events.contains(&event.id)) {
                let text = AttrValue::from(format!("{}: {cell}", dimension.name));
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
