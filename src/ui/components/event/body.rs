//! The details of an event, which the card and the list share.

use yew::prelude::*;

use super::links::event_links;
use crate::dataset::{Confidence, Event};
use crate::ui::components::reference::{ReferenceTarget, cited_by, reference};
use crate::ui::components::side;
use crate::ui::components::sources::{note_numbers, source_list};
use crate::ui::components::terms::terms;
use crate::ui::context::{App, Highlight, Surface, attr};

/// Summary, facts, note, sources and links of the event at a position in the data set.
pub(super) fn event_body(app: &App, highlight: &Highlight, position: usize, event: &Event) -> Html {
    let words = app.words;
    let is_print = app.surface == Surface::Print;
    html! {
        <div class="ovc-body">
            <div class="ovc-body-main">
                if event.summary.is_some() || is_print {
                    <p class="ovc-summary">
                        { event.summary.as_ref().map(|summary| highlight.rich(summary)) }
                        if is_print {
                            { note_numbers(app, &event.sources) }
                        }
                    </p>
                }
                if let Some(note) = &event.note {
                    <p class="ovc-note"><b>{ words.note_label }</b>{ " " }{ highlight.rich(note) }</p>
                }
                { facts(app, event) }
                { terms(app, &texts(event)) }
                if !event.sources.is_empty() && !is_print {
                    <div class="ovc-card-sources">
                        { app.heading(3, "ovc-label", html! { words.sources }) }
                        { source_list(app, &event.sources) }
                    </div>
                }
                if !is_print {
                    { cited_by(app, event) }
                }
            </div>
            { event_links(app, position, event) }
        </div>
    }
}

/// What an event says, in which hard words may stand.
fn texts(event: &Event) -> [&str; 3] {
    let [summary, note] = [&event.summary, &event.note].map(|text| text.as_deref());
    let text = Option::unwrap_or_default;
    [&event.title, text(summary), text(note)]
}

/// The models that came out with an event, each a way to its figures; nothing where there are none.
fn models(app: &App, event: &Event) -> Html {
    let models = event.models.iter().filter_map(|id| app.data.model(id));
    let items: Vec<Html> = models
        .map(|model| {
            let name = attr(&model.name);
            html! { <dd>{ reference(app, &ReferenceTarget::Model(model), name) }</dd> }
        })
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    html! { <div><dt>{ app.words.view_models }</dt>{ for items }</div> }
}

fn facts(app: &App, event: &Event) -> Html {
    let words = app.words;
    let kind = event.kind.map(|kind| words.kind(kind).to_owned());
    let level = event.level.as_deref().and_then(|id| app.data.level(id));
    let actors: Vec<&str> = event
        .actors
        .iter()
        .filter_map(|id| app.data.actor(id))
        .map(|actor| &*actor.name)
        .collect();
    // On paper, the side and the kind stand in the line above and are not said twice, and only doubt is said.
    let is_print = app.surface == Surface::Print;
    let confidence = event.confidence;
    let confidence = confidence.filter(|it| !is_print || *it != Confidence::Confirmed);
    let confidence = confidence.map(|it| {
        let (name, means) = (words.confidence(it), words.confidence_means(it));
        if is_print {
            name.to_owned()
        } else {
            format!("{name}: {means}")
        }
    });
    let fact = |term: &'static str, text: Option<String>| {
        let text = text?;
        Some(html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> })
    };
    html! {
        <dl class="ovc-facts">
            if !is_print {
                <div>
                    <dt>{ words.side_label }</dt>
                    { for event.sides().map(|side| html! {
                        <dd>{ side::icon(side) }{ words.side(side) }</dd>
                    }) }
                </div>
                { fact(words.kind_label, kind) }
            }
            { fact(words.level_label, level.map(|level| level.name.to_string())) }
            { fact(words.actors_label, (!actors.is_empty()).then(|| actors.join(", "))) }
            { fact(words.confidence_label, confidence) }
            { models(app, event) }
        </dl>
    }
}
