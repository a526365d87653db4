//! Text whose sentences cite their sources.

use yew::prelude::*;

use crate::dataset::{Story, Text};
use crate::text::{Cited, cited};
use crate::ui::components::sources::{note_numbers, source_details};
use crate::ui::context::{App, Surface, rich};

/// The three sentences that say it all.
pub(super) fn takeaway(app: &App, story: &Story) -> Html {
    // The sources are numbered through all sentences.
    let mut sources: Vec<Text> = Vec::new();
    let pieces = story.takeaway.iter().flat_map(|sentence| cited(sentence));
    for id in pieces.filter_map(source_of) {
        if !sources.iter().any(|other| **other == *id) {
            sources.push(id.into());
        }
    }
    html! {
        <div class="ovc-takeaway">
            { app.heading(1, "ovc-label", html! { app.words.story.takeaway }) }
            <ul>
                { for story.takeaway.iter().map(|sentence| html! { <li>{ cited_text(app, sentence, &sources) }</li> }) }
            </ul>
            { numbered_sources(app, &sources) }
        </div>
    }
}

/// The sources that numbers stand for, folded; on paper they are notes.
pub(super) fn numbered_sources(app: &App, sources: &[Text]) -> Html {
    if app.surface == Surface::Print {
        return Html::default();
    }
    source_details(app, sources)
}

fn source_of(piece: Cited<'_>) -> Option<&str> {
    match piece {
        Cited::Source(id) => Some(id),
        Cited::Text(_) => None,
    }
}

/// A text with a number for each citation: the place of the source among `sources`, which are listed under it.
pub(super) fn cited_text(app: &App, text: &str, sources: &[Text]) -> Html {
    let mut parts: Vec<Html> = Vec::new();
    let mut numbers: Vec<&Text> = Vec::new();
    for piece in cited(text) {
        match piece {
            Cited::Source(id) => numbers.extend(sources.iter().find(|source| ***source == *id)),
            Cited::Text(text) => {
                parts.push(citation(app, &mut numbers, sources));
                parts.push(rich(&text.into()));
            }
        }
    }
    parts.push(citation(app, &mut numbers, sources));
    html! { <>{ for parts }</> }
}

/// The numbers of the sources that a sentence cites; none are left.
fn citation(app: &App, cited: &mut Vec<&Text>, sources: &[Text]) -> Html {
    let cited: Vec<Text> = cited.drain(..).cloned().collect();
    if cited.is_empty() {
        return Html::default();
    }
    if app.surface == Surface::Print {
        return note_numbers(app, &cited);
    }
    let place = |id: &Text| sources.iter().position(|source| source == id);
    let numbers = cited.iter().filter_map(place);
    let numbers: Vec<String> = numbers.map(|place| (place + 1).to_string()).collect();
    html! { <sup class="ovc-numbers">{ numbers.join(", ") }</sup> }
}
