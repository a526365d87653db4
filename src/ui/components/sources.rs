//! Lists of sources.
//!
//! Given ids of sources; out come links, each with the publisher, the date and the kind of its source.

use yew::prelude::*;

use super::disclosure::Disclosure;
use crate::dataset::{Source, Text};
use crate::ui::context::{App, attr, use_app};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct SourceListProps {
    pub ids: Vec<Text>,
}

/// The sources with those ids.
#[component]
pub(in crate::ui) fn SourceList(props: &SourceListProps) -> Html {
    let app = use_app();
    let sources = props.ids.iter().filter_map(|id| app.data.source(id));
    html! {
        <ul class="ovc-sources">
            { for sources.map(|source| html! { <li>{ source_line(&app, source) }</li> }) }
        </ul>
    }
}

fn source_line(app: &App, source: &Source) -> Html {
    let mut about: Vec<String> = Vec::new();
    about.extend(source.publisher.as_ref().map(ToString::to_string));
    about.extend(source.date.map(|date| app.formats.date(date)));
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

/// The sources with those ids, folded under their count; nothing where there are none.
#[component]
pub(in crate::ui) fn SourceDetails(props: &SourceListProps) -> Html {
    let app = use_app();
    if props.ids.is_empty() {
        return Html::default();
    }
    html! { <EvidenceDetails summary={app.words.sources_count(props.ids.len())} ids={props.ids.clone()} /> }
}

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct EvidenceDetailsProps {
    pub summary: AttrValue,
    /// What stands above the sources: notes and references to other records.
    #[prop_or_default]
    pub more: Vec<Html>,
    /// Ids of the sources.
    pub ids: Vec<Text>,
}

/// Notes, references and sources, folded under a summary.
#[component]
pub(in crate::ui) fn EvidenceDetails(props: &EvidenceDetailsProps) -> Html {
    html! {
        <Disclosure class="ovc-source-details" summary={props.summary.clone()}>
            if !props.more.is_empty() {
                <ul class="ovc-sources">
                    { for props.more.iter().map(|item| html! { <li>{ item.clone() }</li> }) }
                </ul>
            }
            <SourceList ids={props.ids.clone()} />
        </Disclosure>
    }
}
