//! The gradient of release, from unreleased to fully open.

use yew::prelude::*;

use crate::dataset::Level;
use crate::definition::Openness;
use crate::ui::components::choice::choice;
use crate::ui::components::definition::in_force;
use crate::ui::components::reference::{To, reference};
use crate::ui::components::side;
use crate::ui::components::sources::folded_sources;
use crate::ui::context::{attr, classes, rich};
use crate::ui::stage::Stage;

/// Which levels stand side by side in a narrow container until the reader chooses: how most models
/// are sold, and how most weights are given away.
const PINNED: [&str; 2] = ["api", "permissive"];

/// The levels as a scale. It starts at the end whose side stands first.
pub(super) fn gradient(stage: &Stage<'_>, open_first: bool) -> Html {
    let levels = &stage.app.data.document.levels;
    let pins = pins(stage);
    let items = levels
        .iter()
        .enumerate()
        .map(|(step, level)| item(stage, step, level, pins));
    let mut items: Vec<Html> = items.collect();
    if open_first {
        items.reverse();
    }
    html! {
        <>
            <p class="ovc-note">{ in_force(stage.app) }</p>
            if stage.is_live() {
                { pickers(stage, pins) }
            }
            <ol class="ovc-levels">{ for items }</ol>
        </>
    }
}

/// The levels that stand side by side in a narrow container.
fn pins(stage: &Stage<'_>) -> [usize; 2] {
    let data = &stage.app.data;
    let last = data.document.levels.len().saturating_sub(1);
    let [first, second] = stage.settings.pinned_levels;
    let at_first = |id: &str, other: usize| data.level_position(id).unwrap_or(other);
    [
        first.unwrap_or_else(|| at_first(PINNED[0], 0)),
        second.unwrap_or_else(|| at_first(PINNED[1], last)),
    ]
}

fn pickers(stage: &Stage<'_>, pins: [usize; 2]) -> Html {
    let messages = stage.app.words;
    let labels = [messages.compare_first, messages.compare_second];
    let pick = |(place, label): (usize, &'static str)| {
        let levels = stage.app.data.document.levels.iter().enumerate();
        let options = levels.map(|(at, level)| (at.to_string(), level.name.to_string()));
        let onchange = stage.on(move |settings, value| {
            let picked = value.parse().ok();
            // One level in both columns would leave one of them empty: they change places.
            if picked == Some(pins[1 - place]) {
                settings.pinned_levels[1 - place] = Some(pins[place]);
            }
            settings.pinned_levels[place] = picked;
        });
        choice(label, options.collect(), &pins[place].to_string(), onchange)
    };
    html! { <div class="ovc-pins">{ for labels.into_iter().enumerate().map(pick) }</div> }
}

fn item(stage: &Stage<'_>, step: usize, level: &Level, pins: [usize; 2]) -> Html {
    let app = stage.app;
    let messages = app.words;
    let openness = app.rule.openness(Some(&level.id));
    let counts = match openness {
        Openness::Open => messages.counts_open,
        Openness::Between => messages.counts_between,
        Openness::Closed => messages.counts_closed,
        Openness::Unknown => messages.unknown,
    };
    let models = app.data.models().iter();
    let models = models.filter(|model| model.level.as_ref() == Some(&level.id));
    let models = models.count();
    let examples: Vec<&str> = level.examples.iter().map(|example| &**example).collect();
    let text = |text: &Option<crate::dataset::Text>| text.as_ref().map(rich);
    let rows = [
        (messages.compare_run, text(&level.run)),
        (messages.compare_study, text(&level.study)),
        (
            messages.compare_examples,
            (!examples.is_empty()).then(|| html! { examples.join("; ") }),
        ),
        (
            messages.compare_models,
            (!app.data.models().is_empty())
                .then(|| html! { <span data-value={models.to_string()}>{ models }</span> }),
        ),
    ];
    let mut summary = messages.sources_count(level.sources.len());
    let events = level.events.iter().filter_map(|id| app.data.event(id));
    let events = events.map(|event| reference(app, &To::Event(event), attr(&event.title)));
    let events: Vec<Html> = events.collect();
    if !events.is_empty() {
        summary.push_str(" · ");
        summary.push_str(&messages.events(events.len()));
    }
    let side = openness.side();
    let pinned = match pins.iter().position(|pin| *pin == step) {
        Some(0) => "is-pinned",
        Some(_) => "is-pinned is-second",
        None => "",
    };
    html! {
        <li key={level.id.to_string()} class={classes(&["ovc-level", side::class_of(side), STEPS[step.min(5)], pinned])} data-id={attr(&level.id)}>
            { app.heading(2, "ovc-level-name", html! { attr(&level.name) }) }
            <p class={classes(&["ovc-counts", side::class_of(side)])}>{ side::icon(side) }{ counts }</p>
            <p>{ rich(&level.definition) }</p>
            <dl>
                { for rows.into_iter().filter_map(|(term, text)| text.map(|text| html! {
                    <div><dt>{ term }</dt><dd>{ text }</dd></div>
                })) }
            </dl>
            { folded_sources(app, summary, events, &level.sources) }
        </li>
    }
}

/// The classes that carry the colour of a step.
const STEPS: [&str; 6] = [
    "is-step-0",
    "is-step-1",
    "is-step-2",
    "is-step-3",
    "is-step-4",
    "is-step-5",
];
