//! The glossary, the method, and what has been corrected.

use yew::prelude::*;

use super::corrections::corrections;
use super::section::{Section, live_id, record_id, section};
use crate::dataset::{GlossaryTerm, MethodText};
use crate::query::search::alphabetical;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich, use_app};

/// The three sections. Nothing that the reader sets in this view changes them.
#[component]
pub(super) fn Explanations() -> Html {
    let app = use_app();
    let document = &app.data.document;
    html! {
        <>
            { section(&app, Section::Glossary, || glossary(&app)) }
            { section(&app, Section::Method, || html! {
                <div class="ovc-method">{ for document.method.iter().map(|text| method_text(&app, text)) }</div>
            }) }
            { section(&app, Section::Corrections, || corrections(&app)) }
        </>
    }
}

fn glossary(app: &App) -> Html {
    let terms = &app.data.document.glossary;
    let order = alphabetical(terms.iter().map(|term| &*term.term), app.normalize());
    let terms = order.into_iter().filter_map(|at| terms.get(at));
    html! { <dl class="ovc-glossary">{ for terms.map(|term| entry(app, term)) }</dl> }
}

fn entry(app: &App, term: &GlossaryTerm) -> Html {
    html! {
        <div key={term.id.to_string()} id={record_id(app, "term", &term.id)} data-id={live_id(app, &term.id)}>
            <dt>{ attr(&term.term) }</dt>
            <dd>{ rich(&term.definition) }{ source_details(app, &term.sources) }</dd>
        </div>
    }
}

fn method_text(app: &App, text: &MethodText) -> Html {
    html! {
        <div key={text.id.to_string()} data-id={live_id(app, &text.id)}>
            { app.heading(3, "ovc-part-title", html! { attr(&text.title) }) }
            <p>{ rich(&text.text) }</p>
            { source_details(app, &text.sources) }
        </div>
    }
}
