//! References from one record to another.

use yew::prelude::*;

use super::sources::evidence_details;
use crate::dataset::{Claim, Dimension, Event, Model, Text};
use crate::locale::Messages;
use crate::state::{Action, View};
use crate::ui::context::{App, attr};
use crate::ui::hooks;

/// The target of a reference.
pub(in crate::ui) enum ReferenceTarget<'a> {
    Event(&'a Event),
    Model(&'a Model),
    Claim(&'a Text),
    /// A record of a view: what its anchor begins with, and its id.
    Record(View, &'static str, &'a str),
}

/// A link in the static page. In the live view it is a button, because its target may not be on the
/// page.
pub(in crate::ui) fn reference(app: &App, to: &ReferenceTarget<'_>, text: AttrValue) -> Html {
    if !app.is_live() {
        let href = match to {
            ReferenceTarget::Event(event) => format!("#{}", event.id),
            ReferenceTarget::Model(model) => format!("#model-{}", model.id),
            ReferenceTarget::Claim(id) => format!("#claim-{id}"),
            ReferenceTarget::Record(_, anchor, id) => format!("#{anchor}-{id}"),
        };
        return html! { <a {href}>{ text }</a> };
    }
    let action = match to {
        ReferenceTarget::Event(event) => Action::GoTo(event.id.clone()),
        ReferenceTarget::Model(model) => Action::Visit(View::Models, model.id.clone()),
        ReferenceTarget::Claim(id) => Action::Visit(View::Compare, (*id).clone()),
        ReferenceTarget::Record(view, _, id) => Action::Visit(*view, (*id).into()),
    };
    let dispatch = app.dispatch.clone();
    let onclick = Callback::from(move |event: MouseEvent| {
        let follow = Action::Follow(Box::new(action.clone()), record_of(&event));
        dispatch.emit(follow);
    });
    html! { <button type="button" class="ovc-link" {onclick}>{ text }</button> }
}

/// Id of the record that an event came from.
fn record_of(event: &MouseEvent) -> Option<Text> {
    let record = hooks::closest(event, "[data-id]")?;
    record.get_attribute("data-id").map(Text::from)
}

/// What a claim rests on, folded under its counts: events, models and sources.
pub(in crate::ui) fn grounds(app: &App, claim: &Claim) -> Html {
    let (data, words) = (&app.data, app.words);
    let events = claim.events.iter().filter_map(|id| data.event(id));
    let mut more: Vec<Html> = events
        .map(|event| reference(app, &ReferenceTarget::Event(event), attr(&event.title)))
        .collect();
    let mut counts = vec![words.sources_count(claim.sources.len())];
    if !more.is_empty() {
        counts.push(words.events(more.len()));
    }
    if !claim.models.is_empty() {
        counts.push(words.models(claim.models.len()));
    }
    let models = claim.models.iter().filter_map(|id| data.model(id));
    more.extend(
        models.map(|model| reference(app, &ReferenceTarget::Model(model), attr(&model.name))),
    );
    evidence_details(app, counts.join(" · "), more, &claim.sources)
}

/// The cells of a dimension that have claims: the name of each, and its claims.
fn cells<'a>(messages: &Messages, dimension: &'a Dimension) -> [(&'static str, &'a [Claim]); 3] {
    [
        (messages.case_open, &dimension.open),
        (messages.case_closed, &dimension.closed),
        (messages.evidence, &dimension.evidence),
    ]
}

/// The claims that rest on an event, by cell of the comparison.
pub(in crate::ui) fn cited_by(app: &App, event: &Event) -> Html {
    let mut items = Vec::new();
    for dimension in &app.data.document.dimensions {
        for (cell, claims) in cells(app.words, dimension) {
            // One link is enough for all claims of a cell.
            let mut claims = claims.iter();
            if let Some(claim) = claims.find(|claim| claim.events.contains(&event.id)) {
                let text = AttrValue::from(format!("{}: {cell}", dimension.name));
                items.push(
                    html! { <li>{ reference(app, &ReferenceTarget::Claim(&claim.id), text) }</li> },
                );
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
