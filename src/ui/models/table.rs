//! The table of models: sorted by its headers, searched and filtered.

use yew::prelude::*;

use super::grid::{Head, Row, Td, grid};
use super::{Scene, field_name, words};
use crate::dataset::{Confidence, Model, Text};
use crate::gather::Gather;
use crate::messages::fill;
use crate::models::{Cell, Field, cell, rows};
use crate::state::{Action, MOST_MODELS};
use crate::ui::event::source_details;
use crate::ui::markup::{SideBySide, html};
use crate::ui::shape;
use crate::ui::shared::{attr, classes, rich};

/// The controls and the table.
pub(super) fn table(scene: &Scene<'_>) -> Html {
    let shared = scene.shared;
    let messages = shared.messages;
    let data = &shared.data;
    let found = rows(data, &scene.settings.query);
    let fields = columns(scene);
    let count = fill(
        messages.models_count,
        &[
            ("count", &found.len().to_string()),
            ("total", &data.models().len().to_string()),
        ],
    );
    let mut heads: Vec<Head> = fields.iter().map(|field| head(scene, field)).gather();
    heads.push((Html::from(messages.sources), None));
    let shown = found.iter().filter_map(|at| data.models().get(*at));
    let rows = shown.map(|model| row(scene, model, &fields));
    html! {
        <section class="ovc-model-table">
            { shared.heading(1, "ovc-section-title", html! { messages.models_table }) }
            if scene.is_live() {
                { controls(scene) }
            }
            <p class="ovc-note" role="status" data-value={found.len().to_string()}>
                { if found.is_empty() { messages.models_none.to_owned() } else { count } }
            </p>
            { grid(Html::default(), heads, rows.gather()) }
        </section>
    }
}

fn columns(scene: &Scene<'_>) -> Vec<Field> {
    let mut fields = vec![
        Field::Name,
        Field::Developer,
        Field::Released,
        Field::Level,
        Field::Total,
        Field::Context,
        Field::Input,
        Field::Output,
    ];
    let benchmarks = &scene.shared.data.document.benchmarks;
    let first = || benchmarks.first().map(|benchmark| benchmark.id.clone());
    fields.extend(
        scene
            .state
            .benchmark
            .clone()
            .or_else(first)
            .map(Field::Score),
    );
    fields
}

fn controls(scene: &Scene<'_>) -> Html {
    let (shared, query) = (scene.shared, &scene.settings.query);
    let messages = shared.messages;
    let data = &shared.data.document;
    let any = || vec![(String::new(), messages.filter_any.to_owned())];
    let (mut levels, mut actors, mut years) = (any(), any(), any());
    let used = |has: &dyn Fn(&Model) -> bool| data.models.iter().any(has);
    for level in data
        .levels
        .iter()
        .filter(|level| used(&|model| model.level.as_ref() == Some(&level.id)))
    {
        levels.push((level.id.to_string(), level.name.to_string()));
    }
    for actor in data
        .actors
        .iter()
        .filter(|actor| used(&|model| model.actor.as_ref() == Some(&actor.id)))
    {
        actors.push((actor.id.to_string(), actor.name.to_string()));
    }
    for year in data.models.iter().filter_map(|model| model.released) {
        let year = year.year().to_string();
        if years.last().is_none_or(|(last, _)| *last != year) {
            years.push((year.clone(), year));
        }
    }
    let text = |text: &Option<Text>| text.as_ref().map_or_else(String::new, ToString::to_string);
    let year = query.year.map_or_else(String::new, |year| year.to_string());
    html! {
        <div class="ovc-model-controls">
            <label class="ovc-choice">
                <span class="ovc-label">{ messages.models_search }</span>
                <input type="search" value={query.search.clone()}
                    oninput={scene.on::<InputEvent>(|settings, value| settings.query.search = value)} />
            </label>
            { scene.choice(messages.filter_level, levels, &text(&query.level), scene.on(|settings, value| settings.query.level = some(value))) }
            { scene.choice(messages.filter_developer, actors, &text(&query.actor), scene.on(|settings, value| settings.query.actor = some(value))) }
            { scene.choice(messages.filter_year, years, &year, scene.on(|settings, value| settings.query.year = value.parse().ok())) }
        </div>
    }
}

fn some(value: String) -> Option<Text> {
    (!value.is_empty()).then(|| value.into())
}

fn head(scene: &Scene<'_>, field: &Field) -> Head {
    let query = &scene.settings.query;
    let name = field_name(scene.shared, field);
    let sorted = query.sort == *field;
    let (direction, arrow) = match (sorted, query.descending) {
        (false, _) => (None, ""),
        (true, true) => (Some("descending"), " ↓"),
        (true, false) => (Some("ascending"), " ↑"),
    };
    if !scene.is_live() {
        return (Html::from(name), direction);
    }
    let (settings, set, field) = (scene.settings.clone(), scene.set.clone(), field.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        let mut settings = settings.clone();
        settings.query.descending = sorted && !settings.query.descending;
        settings.query.sort = field.clone();
        set.emit(settings);
    });
    let button = html! {
        <button type="button" class="ovc-sort" {onclick}>{ name }<span aria-hidden="true">{ arrow }</span></button>
    };
    (button, direction)
}

fn row(scene: &Scene<'_>, model: &Model, fields: &[Field]) -> Row {
    let shared = scene.shared;
    let messages = shared.messages;
    let side = shared.rule.openness(model.level.as_deref()).side();
    let picked = scene.state.models.contains(&model.id);
    let full = !picked && scene.state.models.len() >= MOST_MODELS;
    let id = model.id.clone();
    let unsure = model
        .confidence
        .filter(|confidence| *confidence != Confidence::Confirmed);
    let mut cells: Vec<Td> = Vec::new();
    for field in fields.iter().skip(1) {
        let cell = cell(&shared.data, model, field);
        let text = Html::from(words(shared, field, &cell));
        cells.push(Td {
            content: if *field == Field::Level {
                [shape::icon(side), text].into_iter().side_by_side()
            } else {
                text
            },
            value: match &cell {
                Cell::Number(number) => Some(number.to_string()),
                _ => None,
            },
            unknown: cell == Cell::Unknown,
        });
    }
    let note = model.note.as_ref().map(rich).unwrap_or_default();
    let about = [note, source_details(shared, &model.sources)];
    cells.push(about.into_iter().side_by_side().into());
    let head = html! {
        <>
            if scene.is_live() {
                <button type="button" class="ovc-button ovc-pick" aria-pressed={picked.to_string()} disabled={full}
                    aria-label={fill(messages.models_pick, &[("name", &model.name)])}
                    onclick={shared.on(move || Action::ToggleModel(id.clone()))}>{ if picked { "−" } else { "+" } }</button>
            }
            { attr(&model.name) }
            <span class="ovc-unsure">{ unsure.map(|unsure| messages.confidence(unsure)) }</span>
        </>
    };
    Row {
        key: model.id.to_string(),
        class: classes(&["ovc-model", shape::class_of(side)]),
        id: Some(model.id.clone()),
        head,
        cells,
    }
}
