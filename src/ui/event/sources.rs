//! Lists of sources.

use yew::prelude::*;

use crate::dataset::{Source, Text};
use crate::ui::shared::{Shared, Surface, attr};

/// The sources with those ids: each with its publisher, date and kind.
pub(in crate::ui) fn source_list(shared: &Shared, ids: &[Text]) -> Html {
    let items = ids
        .iter()
        .filter_map(|id| shared.data.source(id))
        .map(|source| html! { <li>{ source_line(shared, source) }</li> });
    html! { <ul class="ovc-sources">{ for items }</ul> }
}

fn source_line(shared: &Shared, source: &Source) -> Html {
    let mut about: Vec<String> = Vec::new();
    if let Some(publisher) = &source.publisher {
        about.push(publisher.to_string());
    }
    if let Some(date) = source.date {
        about.push(shared.formats.date(date));
    }
    about.push(shared.messages.source_kind(source.kind).to_owned());
    if !source.opened {
        about.push(shared.messages.source_unopened.to_owned());
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
pub(in crate::ui) fn source_details(shared: &Shared, ids: &[Text]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    let summary = shared.messages.sources_count(ids.len());
    folded_sources(shared, summary, Vec::new(), ids)
}

/// Sources after what else there is, folded under a summary.
pub(in crate::ui) fn folded_sources(
    shared: &Shared,
    summary: String,
    more: Vec<Html>,
    ids: &[Text],
) -> Html {
    html! {
        <details class="ovc-source-details" open={shared.surface == Surface::Print}>
            <summary>{ summary }</summary>
            if !more.is_empty() {
                <ul class="ovc-sources">{ for more.into_iter().map(|item| html! { <li>{ item }</li> }) }</ul>
            }
            { source_list(shared, ids) }
        </details>
    }
}
