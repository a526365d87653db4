//! The table of models, sorted by its headers.

use yew::prelude::*;

use super::grid::{Head, Row, Td, grid};
use super::{field_name, words};
use crate::dataset::{Confidence, Model};
use crate::locale::fill;
use crate::models::{Cell, Field, Sort, cell, rows};
use crate::state::{Action, MAX_MODELS};
use crate::ui::event::folded_sources;

use crate::ui::context::{attr, classes, rich};
use crate::ui::shape;
use crate::ui::stage::Stage;

/// The models that are shown, in the order that the reader has asked for.
pub(super) fn table(stage: &Stage<'_>, shown: &[u32]) -> Html {
    let app = stage.app;
    let messages = app.words;
    let data = &app.data;
    let fields = columns(stage);
    let mut heads: Vec<Head> = fields.iter().map(|field| head(stage, *field)).collect();
    heads.push((Html::from(messages.sources), None));
    let rows = rows(data, shown, &stage.settings.sort);
    let rows = rows.iter().filter_map(|at| data.models().get(*at as usize));
    let rows = rows.map(|model| row(stage, model, &fields));
    let picked = fill(
        messages.models_picked,
        &[
            ("count", &stage.state.models.len().to_string()),
            ("most", &MAX_MODELS.to_string()),
        ],
    );
    html! {
        <section class="ovc-model-table">
            { app.heading(1, "ovc-section-title", html! { messages.models_table }) }
            if stage.is_live() {
                <p class="ovc-note">{ picked }</p>
            }
            { grid(Html::default(), heads, rows.collect()) }
        </section>
    }
}

fn columns(stage: &Stage<'_>) -> Vec<Field> {
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
    let benchmarks = &stage.app.data.document.benchmarks;
    let asked = stage.state.benchmark.as_ref();
    let asked = benchmarks.iter().position(|item| Some(&item.id) == asked);
    if !benchmarks.is_empty() {
        fields.push(Field::Score(asked.unwrap_or_default()));
    }
    fields
}

fn head(stage: &Stage<'_>, field: Field) -> Head {
    let sort = &stage.settings.sort;
    let name = field_name(stage.app, field);
    let sorted = sort.field == field;
    let (direction, arrow) = match (sorted, sort.descending) {
        (false, _) => (None, ""),
        (true, true) => (Some("descending"), " ↓"),
        (true, false) => (Some("ascending"), " ↑"),
    };
    if !stage.is_live() {
        return (Html::from(name), direction);
    }
    let mut settings = *stage.settings;
    settings.sort = Sort {
        field,
        descending: sorted && !sort.descending,
    };
    let onclick = stage.set.reform(move |_: MouseEvent| settings);
    let button = html! {
        <button type="button" class="ovc-sort" {onclick}>{ name }<span aria-hidden="true">{ arrow }</span></button>
    };
    (button, direction)
}

fn row(stage: &Stage<'_>, model: &Model, fields: &[Field]) -> Row {
    let app = stage.app;
    let messages = app.words;
    let side = app.rule.openness(model.level.as_deref()).side();
    let picked = stage.state.models.contains(&model.id);
    let full = !picked && stage.state.models.len() >= MAX_MODELS;
    let id = model.id.clone();
    let unsure = model
        .confidence
        .filter(|confidence| *confidence != Confidence::Confirmed);
    let mut cells: Vec<Td> = Vec::new();
    for field in fields.iter().copied().skip(1) {
        let cell = cell(&app.data, model, field);
        let text = Html::from(words(app, field, &cell));
        cells.push(Td {
            content: if field == Field::Level {
                [shape::icon(side), text].into_iter().collect::<Html>()
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
    let note = model.note.iter().map(rich).collect();
    let summary = messages.sources_count(model.sources.len());
    cells.push(folded_sources(app, summary, note, &model.sources).into());
    let head = html! {
        <span class="ovc-named">
            if stage.is_live() {
                <input type="checkbox" class="ovc-pick" checked={picked} disabled={full}
                    aria-label={fill(messages.models_pick, &[("name", &model.name)])}
                    onchange={app.on(move || Action::ToggleModel(id.clone()))} />
            }
            <span>
                { attr(&model.name) }
                <span class="ovc-unsure">{ unsure.map(|unsure| messages.confidence(unsure)) }</span>
            </span>
        </span>
    };
    Row {
        key: model.id.to_string(),
        class: classes(&["ovc-model", shape::class_of(side)]),
        id: Some(model.id.clone()),
        anchor: Some(format!("model-{}", model.id)),
        head,
        cells,
    }
}
