//! A level of the gradient: what it means, and what is known of it.

use yew::prelude::*;

use crate::dataset::{Level, Text};
use crate::definition::Openness;
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::components::side;
use crate::ui::components::sources::evidence_details;
use crate::ui::components::terms::terms;
use crate::ui::context::{App, attr, rich};

/// The classes that carry the colour of a step.
const STEPS: [&str; 6] = [
    "is-step-0",
    "is-step-1",
    "is-step-2",
    "is-step-3",
    "is-step-4",
    "is-step-5",
];

/// A level with its definition, its examples and its sources. `position` is the one in the data
/// set; `column` is its column in a narrow container, from 0; `None` where it is hidden there.
pub(super) fn level_card(app: &App, position: usize, level: &Level, column: Option<usize>) -> Html {
    let openness = app.rule.openness(Some(&level.id));
    let side = openness.side();
    let step = STEPS[position.min(STEPS.len() - 1)];
    let column = match column {
        None => classes!(),
        Some(0) => classes!("is-pinned"),
        Some(_) => classes!("is-pinned", "is-second"),
    };
    html! {
        <li key={level.id.to_string()} class={classes!("ovc-level", side::class_of(side), step, column)} data-id={attr(&level.id)}>
            { app.heading(2, "ovc-level-name", html! { attr(&level.name) }) }
            <p class={classes!("ovc-counts", side::class_of(side))}>
                { side::icon(side) }{ counts_as(app, openness) }
            </p>
            <p>{ rich(&level.definition) }</p>
            <dl>{ facts(app, level) }</dl>
            { terms(app, &texts(level)) }
            { evidence(app, level) }
        </li>
    }
}

/// What the definition in force says of a level, in words.
fn counts_as(app: &App, openness: Openness) -> &'static str {
    let words = app.words;
    match openness {
        Openness::Unknown if app.rule.asks_for_parts() => words.counts_by_parts,
        Openness::Open => words.counts_open,
        Openness::Mixed => words.counts_mixed,
        Openness::Closed => words.counts_closed,
        Openness::Unknown => words.counts_unknown,
    }
}

/// What is said of a level, in which hard words may stand.
fn texts(level: &Level) -> Vec<&str> {
    let facts = [level.run.as_deref(), level.study.as_deref()];
    let facts = facts.into_iter().flatten();
    facts.chain([&*level.name, &*level.definition]).collect()
}

/// Who can run and study such a model, examples, and how many models of the data set are of the level;
/// what is not known is left out.
fn facts(app: &App, level: &Level) -> Html {
    let words = app.words;
    let models = app.data.models();
    let count = models
        .iter()
        .filter(|model| model.level.as_ref() == Some(&level.id))
        .count();
    let examples: Vec<&str> = level.examples.iter().map(|example| &**example).collect();
    let text = |text: &Option<Text>| text.as_ref().map(rich);
    let facts = [
        (words.compare_run, text(&level.run)),
        (words.compare_study, text(&level.study)),
        (
            words.compare_examples,
            (!examples.is_empty()).then(|| html! { examples.join("; ") }),
        ),
        (
            words.compare_models,
            (!models.is_empty())
                .then(|| html! { <span data-value={count.to_string()}>{ count }</span> }),
        ),
    ];
    let known = facts
        .into_iter()
        .filter_map(|(term, text)| Some((term, text?)));
    known
        .map(|(term, text)| html! { <div><dt>{ term }</dt><dd>{ text }</dd></div> })
        .collect::<Html>()
}

/// Events that exemplify the level, and its sources.
fn evidence(app: &App, level: &Level) -> Html {
    let events = level.events.iter().filter_map(|id| app.data.event(id));
    let more: Vec<Html> = events
        .map(|event| reference(app, &ReferenceTarget::Event(event), attr(&event.title)))
        .collect();
    let mut summary = app.words.sources_count(level.sources.len());
    if !more.is_empty() {
        summary = format!("{summary} · {}", app.words.events(more.len()));
    }
    evidence_details(app, summary, more, &level.sources)
}
