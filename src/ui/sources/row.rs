//! A source with what cites it.

use std::rc::Rc;

use yew::prelude::*;

use super::citing::citing_link;
use crate::dataset::Source;
use crate::locale::{counted, fill};
use crate::query::search::Query;
use crate::query::{Citations, Citing};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::{copy_link, external_link};
use crate::ui::context::{App, attr, marked, use_app};
use crate::ui::hooks::{all, focus_element, run_later};
use crate::ui::shared::Shared;

/// How many citations are listed at first, and how many more at a time.
const FEW: usize = 6;
const MORE: usize = 50;

#[derive(PartialEq, Properties)]
pub(super) struct SourceRowProps {
    /// Position of the source in the data set.
    pub source: usize,
    pub citations: Shared<Citations>,
    /// The words to mark.
    pub query: Rc<Query>,
}

/// The row of a source.
#[component]
pub(super) fn SourceRow(props: &SourceRowProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    let listed = use_state_eq(|| FEW);
    let Some(source) = app.data.document.sources.get(props.source) else {
        return Html::default();
    };
    let citing = props.citations.of(props.source);
    let words = &app.words.sources_view;
    let summary = counted(words.cited_one, words.cited_many, citing.len());
    html! {
        <li class="ovc-source-row" data-id={attr(&source.id)} ref={node.clone()}>
            { head(&app, source, &props.query) }
            if citing.is_empty() {
                <p class="ovc-source-about">{ words.cited_nowhere }</p>
            } else {
                { disclosure(&app, "ovc-source-details", summary.into(), citing_list(&app, citing, &listed, &node)) }
            }
        </li>
    }
}

/// Title, publisher, date, whether it was opened, and the copy.
fn head(app: &App, source: &Source, query: &Query) -> Html {
    let lang = source.lang.as_ref();
    let title_lang = source.title_lang.as_ref().or(lang).map(attr);
    let title = html! { <bdi lang={title_lang}>{ marked(&source.title, query) }</bdi> };
    let opened = source.copy.is_none();
    html! {
        <p>
            { external_link(app, &source.url, lang, title) }
            <span class="ovc-source-about">
                if let Some(publisher) = &source.publisher {
                    { marked(publisher, query) }{ " · " }
                }
                if let Some(date) = source.date {
                    <time datetime={date.to_string()}>{ app.formats.date(date) }</time>
                    if opened { { " · " } }
                }
                // Who has read a copy has not opened the original.
                if opened {
                    { app.words.source_opened(source.opened) }
                }
                { copy_link(app, source) }
            </span>
        </p>
    }
}

/// The first citations, and a button for more. Focus moves to the first one that it adds.
fn citing_list(
    app: &App,
    citing: &[Citing],
    listed: &UseStateHandle<usize>,
    node: &NodeRef,
) -> Html {
    let shown = citing.len().min(**listed);
    let rest = (citing.len() - shown).min(MORE);
    let onclick = {
        let (listed, node) = (listed.clone(), node.clone());
        Callback::from(move |_: MouseEvent| {
            listed.set(shown + MORE);
            let node = node.clone();
            run_later(0, move || {
                if let Some(link) = all(&node, "li > button").get(shown) {
                    focus_element(link);
                }
            });
        })
    };
    let links = citing[..shown]
        .iter()
        .filter_map(|citing| citing_link(app, *citing));
    html! {
        <>
            <ul class="ovc-sources ovc-citing">{ for links.map(|link| html! { <li>{ link }</li> }) }</ul>
            if rest > 0 {
                <button type="button" class="ovc-button" {onclick}>
                    { fill(app.words.show_more, &[("count", &rest.to_string())]) }
                </button>
            }
        </>
    }
}
