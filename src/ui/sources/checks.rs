//! The founding article, claim by claim.

use yew::prelude::*;

use super::aimed::use_aimed;
use super::section::{Section, live_id, record_id, section};
use crate::dataset::{FactCheck, Text, Verdict, Vocabulary};
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::components::sources::evidence_details;
use crate::ui::context::{App, attr, flag, rich, use_app};

#[derive(PartialEq, Properties)]
pub(super) struct ChecksProps {
    /// Id of what a reference leads to.
    pub target: Option<Text>,
}

/// The claims with their verdicts; the reader can pick a verdict.
#[component]
pub(super) fn Checks(props: &ChecksProps) -> Html {
    let app = use_app();
    let claims = &app.data.document.claims;
    let (verdict, set) = use_aimed(props.target.as_ref(), |verdict: Option<Verdict>, target| {
        verdict.filter(|_| claims.iter().all(|claim| claim.id != *target))
    });
    let shown = claims.iter();
    let shown = shown.filter(|claim| verdict.is_none_or(|verdict| verdict == claim.verdict));
    section(&app, Section::Checks, || {
        html! {
            <>
                <p class="ovc-sentence">{ app.words.sources_view.checks_about }</p>
                { counts(&app, verdict, &set) }
                { meanings(&app) }
                <ol class="ovc-checks">{ for shown.map(|claim| check(&app, claim)) }</ol>
            </>
        }
    })
}

/// How many claims have each verdict; in the live view as buttons that show those only.
fn counts(app: &App, picked: Option<Verdict>, set: &Callback<Option<Verdict>>) -> Html {
    let words = &app.words.sources_view;
    let claims = &app.data.document.claims;
    let value = |verdict: Option<Verdict>| {
        let has = |claim: &&FactCheck| verdict.is_none_or(|verdict| verdict == claim.verdict);
        let count = claims.iter().filter(has).count();
        let name = verdict.map_or(words.all_verdicts, |verdict| app.words.verdict(verdict));
        let content = html! {
            <>
                { verdict.map(icon) }{ name }{ " " }
                <span class="ovc-count" data-value={count.to_string()}>{ count }</span>
            </>
        };
        if !app.is_live() {
            return html! { <span>{ content }{ " " }</span> };
        }
        let onclick = set.reform(move |_: MouseEvent| verdict);
        html! {
            <button type="button" class="ovc-button ovc-facet" aria-pressed={flag(picked == verdict)}
                data-verdict={verdict.map(Vocabulary::as_str)} {onclick}>{ content }</button>
        }
    };
    let verdicts = Verdict::ALL.iter().copied().map(Some);
    html! {
        <div class="ovc-filter ovc-verdicts" role="group" aria-label={words.verdict}>
            { for core::iter::once(None).chain(verdicts).map(value) }
        </div>
    }
}

fn meanings(app: &App) -> Html {
    let meaning = |verdict: &Verdict| {
        let (name, means) = (
            app.words.verdict(*verdict),
            app.words.verdict_means(*verdict),
        );
        html! { <span>{ icon(*verdict) }{ name }{ ": " }{ means }{ ". " }</span> }
    };
    html! { <p class="ovc-legend">{ for Verdict::ALL.iter().map(meaning) }</p> }
}

fn check(app: &App, claim: &FactCheck) -> Html {
    let words = app.words;
    let events = claim.events.iter().filter_map(|id| app.data.event(id));
    let more: Vec<Html> = events
        .map(|event| reference(app, &ReferenceTarget::Event(event), attr(&event.title)))
        .collect();
    let mut summary = words.sources_count(claim.sources.len());
    if !more.is_empty() {
        summary = format!("{summary} · {}", words.events(more.len()));
    }
    let verdict = claim.verdict;
    html! {
        <li key={claim.id.to_string()} class="ovc-check" id={record_id(app, "claim", &claim.id)}
            data-id={live_id(app, &claim.id)} data-verdict={verdict.as_str()}>
            <p class="ovc-verdict">{ icon(verdict) }{ words.verdict(verdict) }</p>
            <div>
                <p class="ovc-check-claim">{ rich(&claim.claim) }</p>
                <p>{ rich(&claim.explanation) }</p>
                if let Some(correction) = &claim.correction {
                    <p class="ovc-correction"><b>{ words.sources_view.correction }</b>{ " " }{ rich(correction) }</p>
                }
                { evidence_details(app, summary, more, &claim.sources) }
            </div>
        </li>
    }
}

/// The shape of a verdict, beside its word.
fn icon(verdict: Verdict) -> Html {
    let d = match verdict {
        Verdict::Supported => "M2 9L6 13L14 3",
        Verdict::Imprecise => "M1 6.5q3.5 -4 7 -1t7 -1M1 11.5q3.5 -4 7 -1t7 -1",
        Verdict::Wrong => "M3 3L13 13M13 3L3 13",
        Verdict::Opinion => "M2 2.5H14V10.5H8L4 14V10.5H2z",
    };
    html! {
        <svg class="ovc-shape ovc-verdict-shape" viewBox="0 0 16 16" aria-hidden="true"><path {d} /></svg>
    }
}
