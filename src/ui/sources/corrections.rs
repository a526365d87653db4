//! What has been corrected, the newest first.

use core::cmp::Reverse;

use yew::prelude::*;

use super::section::live_id;
use crate::dataset::Correction;
use crate::sort::sort_by_key;
use crate::state::View;
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::context::{App, attr, rich};

/// The corrections, each with its date and what it is about.
pub(super) fn corrections(app: &App) -> Html {
    let mut all: Vec<&Correction> = app.data.document.corrections.iter().collect();
    sort_by_key(&mut all, |correction| Reverse(correction.date.first_day()));
    html! {
        <>
            <p class="ovc-legend">{ app.words.sources_view.corrections_about }</p>
            <ol class="ovc-corrections">{ for all.into_iter().map(|item| correction(app, item)) }</ol>
        </>
    }
}

fn correction(app: &App, correction: &Correction) -> Html {
    let item = correction.item.as_deref().and_then(|id| item(app, id));
    html! {
        <li key={correction.id.to_string()} data-id={live_id(app, &correction.id)}>
            <p class="ovc-source-about">
                <time datetime={correction.date.to_string()}>{ app.formats.date(correction.date) }</time>
                if let Some(item) = item {
                    { " · " }{ item }
                }
            </p>
            <p>{ rich(&correction.text) }</p>
        </li>
    }
}

/// A reference to what was corrected.
fn item(app: &App, id: &str) -> Option<Html> {
    let data = &app.data;
    if let Some(event) = data.event(id) {
        return Some(reference(
            app,
            &ReferenceTarget::Event(event),
            attr(&event.title),
        ));
    }
    if let Some(model) = data.model(id) {
        return Some(reference(
            app,
            &ReferenceTarget::Model(model),
            attr(&model.name),
        ));
    }
    let mut checks = data.document.claims.iter();
    if let Some(check) = checks.find(|check| &*check.id == id) {
        let to = ReferenceTarget::Record(View::Sources, "claim", &check.id);
        return Some(reference(app, &to, attr(&check.claim)));
    }
    let mut questions = data.document.dimensions.iter();
    questions.find_map(|question| {
        let claim = question.claims().find(|claim| &*claim.id == id)?;
        let to = ReferenceTarget::Claim(&claim.id);
        Some(reference(app, &to, attr(&question.name)))
    })
}
