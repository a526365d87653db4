//! Lists of sources.

use yew::prelude::*;

use crate::dataset::{Source, Text};
use crate::ui::context::{App, Surface, attr};

/// The sources with those ids: each with its publisher, date and kind.
pub(in crate::ui) fn source_list(app: &App, ids: &[Text]) -> Html {
    let items = ids
        .iter()
        .filter_map(|id| app.data.source(id))
        .map(|source| html! { <li>{ source_line(app, source) }</li> });
    html! { <ul class="ovc-sources">{ for items }</ul> }
}

fn source_line(app: &App, source: &Source) -> Html {
    let mut about: Vec<String> = Vec::new();
    if let Some(publisher) = &source.publisher {
        about.push(publisher.to_string());
    }
    if let Some(date) = source.date {
        about.push(app.formats.date(date));
    }
    about.push(app.words.source_kind(source.kind).to_owned());
    if !source.opened {
        about.push(app.words.source_unopened.to_owned());
    }
    html! {
        <>
            <a href={attr(&source.url)} rel="noopener noreferrer" target="_blank"
                hreflang={source.lang.as_ref().map(attr)}>
                <bdi lang={source.lang.as_ref().map(attr)}>{ attr(&source.title) }</bdi>
            </a>
            <span class="ovc-source-about">{ about.join(" · ") }</span>
        </>
    }
}

/// The same list, folded under its count: native, so that it works without scripts.
pub(in crate::ui) fn source_details(app: &App, ids: &[Text]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let summary = app.words.sources_count(ids.len());
    folded_sources(app, summary, Vec::new(), ids)
}

/// Sources after what else there is, folded under a summary.
pub(in crate::ui) fn folded_sources(
    app: &App,
    summary: String,
    more: Vec<Html>,
    ids: &[Text],
) -> Html {
    html! {
        <details class="ovc-source-details" open={app.surface == Surface::Print}>
            <summary>{ summary }</summary>
            if !more.is_empty() {
                <ul class="ovc-sources">{ for more.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
            }
            { source_list(app, ids) }
        </details>
    }
}
