//! The sections of the view, and the list of links to them.

use yew::prelude::*;

use crate::dataset::{Document, Text};
use crate::locale::SourcesMessages;
use crate::ui::context::{App, Surface, attr};
use crate::ui::hooks::visit;

/// A section of the view.
#[derive(Clone, Copy)]
pub(super) enum Section {
    Checks,
    Balance,
    Glossary,
    Method,
    Corrections,
    Sources,
}

impl Section {
    const ALL: [Self; 6] = [
        Self::Checks,
        Self::Balance,
        Self::Glossary,
        Self::Method,
        Self::Corrections,
        Self::Sources,
    ];

    /// Its anchor, which is no id of a record.
    fn anchor(self) -> &'static str {
        match self {
            Self::Checks => "sources-checks",
            Self::Balance => "sources-balance",
            Self::Glossary => "sources-glossary",
            Self::Method => "sources-method",
            Self::Corrections => "sources-corrections",
            Self::Sources => "sources-all",
        }
    }

    pub fn title(self, words: &SourcesMessages) -> &'static str {
        match self {
            Self::Checks => words.checks,
            Self::Balance => words.balance,
            Self::Glossary => words.glossary,
            Self::Method => words.method,
            Self::Corrections => words.corrections,
            Self::Sources => words.sources,
        }
    }

    /// Whether the data set has something to show in it.
    pub fn has_data(self, document: &Document) -> bool {
        let is_empty = match self {
            Self::Checks => document.claims.is_empty(),
            Self::Balance => document.dimensions.is_empty(),
            Self::Glossary => document.glossary.is_empty(),
            Self::Method => document.method.is_empty(),
            Self::Corrections => document.corrections.is_empty(),
            Self::Sources => document.sources.is_empty(),
        };
        !is_empty
    }
}

/// A section under its title; nothing where the data set has nothing for it.
pub(super) fn section(app: &App, section: Section, content: impl FnOnce() -> Html) -> Html {
    if !section.has_data(&app.data.document) {
        return Html::default();
    }
    let anchor = section.anchor();
    let title = section.title(&app.words.sources_view);
    html! {
        <section class="ovc-part-of-sources" data-id={app.is_live().then_some(anchor)} id={static_id(app, anchor)}>
            { app.heading(2, "ovc-section-title", html! { title }) }
            { content() }
        </section>
    }
}

/// An anchor of the static page. Elsewhere it would stand twice on a page that has both.
fn static_id(app: &App, anchor: &'static str) -> Option<&'static str> {
    (app.surface == Surface::Static).then_some(anchor)
}

/// The id by which a reference finds a record in the live view.
pub(super) fn live_id(app: &App, id: &Text) -> Option<AttrValue> {
    app.is_live().then(|| attr(id))
}

/// The anchor of a record in the static page.
pub(super) fn record_id(app: &App, prefix: &str, id: &str) -> Option<String> {
    (app.surface == Surface::Static).then(|| format!("{prefix}-{id}"))
}

/// The sections as a list of links; on paper nothing leads anywhere.
pub(super) fn index(app: &App, node: &NodeRef) -> Html {
    let words = &app.words.sources_view;
    let link = |section: Section| {
        let (anchor, title) = (section.anchor(), section.title(words));
        if !app.is_live() {
            return html! { <li><a href={format!("#{anchor}")}>{ title }</a></li> };
        }
        let node = node.clone();
        let onclick = Callback::from(move |_: MouseEvent| visit(&node, anchor));
        html! { <li><button type="button" class="ovc-link" {onclick}>{ title }</button></li> }
    };
    if app.surface == Surface::Print {
        return Html::default();
    }
    let document = &app.data.document;
    let shown = Section::ALL.into_iter();
    let shown = shown.filter(|section| section.has_data(document));
    html! {
        <nav class="ovc-index" aria-label={words.index}>
            <ol>{ for shown.map(link) }</ol>
        </nav>
    }
}
