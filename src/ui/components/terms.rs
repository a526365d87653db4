//! The hard words of some texts, explained in place.

use yew::prelude::*;

use super::disclosure::disclosure;
use super::reference::{ReferenceTarget, reference};
use crate::dataset::GlossaryTerm;
use crate::locale::fill;
use crate::query::search::terms_in;
use crate::state::View;
use crate::ui::context::{App, Surface, attr, rich};

/// How many terms the summary names.
const NAMED: usize = 5;

/// The terms of the glossary that texts use, folded under their names; nothing where they use none. In the static
/// page they are links to the glossary; on paper it stands for itself.
pub(in crate::ui) fn terms(app: &App, texts: &[&str]) -> Html {
    let glossary = &app.data.document.glossary;
    if app.surface == Surface::Print {
        return Html::default();
    }
    let used: Vec<&GlossaryTerm> = terms_in(glossary, texts, app.normalize())
        .into_iter()
        .filter_map(|at| glossary.get(at))
        .collect();
    if used.is_empty() {
        return Html::default();
    }
    let words = &app.words.sources_view;
    let entry = |term: &&GlossaryTerm| {
        let to = ReferenceTarget::Record(View::Sources, "term", &term.id);
        reference(app, &to, attr(&term.term))
    };
    if !app.is_live() {
        let links = used
            .iter()
            .map(|term| html! { <>{ " " }{ entry(term) }</> });
        return html! { <p class="ovc-terms">{ words.terms_label }{ for links }</p> };
    }
    let names = used.iter().take(NAMED).map(|term| &*term.term);
    let mut names = names.collect::<Vec<&str>>().join(", ");
    if used.len() > NAMED {
        let count = (used.len() - NAMED).to_string();
        names = fill(app.words.and_more, &[("names", &names), ("count", &count)]);
    }
    let content = html! {
        <dl class="ovc-term-list">
            { for used.iter().map(|term| html! {
                <div key={term.id.to_string()}>
                    <dt>{ entry(term) }</dt>
                    <dd>{ rich(&term.definition) }</dd>
                </div>
            }) }
        </dl>
    };
    let summary = fill(words.terms_used, &[("terms", &names)]).into();
    disclosure(app, "ovc-source-details ovc-terms", summary, content)
}
