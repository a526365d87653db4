//! The table of models, sorted by its headers.

use std::rc::Rc;

use yew::prelude::*;

use crate::dataset::{Confidence, Model, Text};
use crate::locale::fill;
use crate::models::{Cell, Field, Sort, cell, rows};
use crate::query::FilterResult;
use crate::state::{Action, MAX_MODELS};
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::side;
use crate::ui::components::sides::sides_legend;
use crate::ui::components::sources::evidence_details;
use crate::ui::context::{App, attr, rich, use_app};
use crate::ui::models::words::{cell_text, field_name, places, price_remark};

/// A column of the table.
#[derive(Clone, Copy, PartialEq)]
struct FieldColumn {
    field: Field,
    /// Whether any shown model has a number in it.
    is_number: bool,
    /// The decimal places of all numbers in it.
    places: usize,
}

#[derive(PartialEq, Properties)]
pub(super) struct ModelTableProps {
    /// The result of the filters.
    pub selection: Rc<FilterResult>,
    /// Position of the benchmark whose scores are shown.
    pub benchmark: Option<usize>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    pub sort: Sort,
    pub on_sort: Callback<Sort>,
}

/// The models that are shown, in the order that the reader has asked for.
#[component]
pub(super) fn ModelTable(props: &ModelTableProps) -> Html {
    let app = use_app();
    let words = app.words;
    let shown = &props.selection.visible;
    let fields: Rc<[FieldColumn]> = field_columns(&app, shown, props.benchmark).into();
    let picked = [
        ("count", &*props.picked.len().to_string()),
        ("most", &*MAX_MODELS.to_string()),
    ];
    let has_prices = fields
        .iter()
        .any(|column| matches!(column.field, Field::Input | Field::Output) && column.is_number);
    let is_full = props.picked.len() >= MAX_MODELS;
    let rows = rows(&app.data, shown, &props.sort);
    let rows = rows.into_iter().filter_map(|at| {
        let at = at as usize;
        let id = &app.data.models().get(at)?.id;
        let is_picked = props.picked.contains(id);
        Some(html! {
            <ModelRow key={id.to_string()} model={at} fields={fields.clone()} {is_picked} is_disabled={is_full && !is_picked} />
        })
    });
    html! {
        <section class="ovc-model-table">
            { app.heading(1, "ovc-section-title", html! { words.models_table }) }
            if app.is_live() {
                <p class="ovc-note">{ fill(words.models_picked, &picked) }</p>
            }
            if has_prices {
                <p class="ovc-note">{ words.price_remark }</p>
            }
            { sides_legend(&app) }
            <p class="ovc-legend">{ levels_legend(&app) }</p>
            { data_table(&app, words.models_table, columns(&app, &fields, props), rows.collect()) }
        </section>
    }
}

/// The levels in one line, from closed to open.
fn levels_legend(app: &App) -> String {
    let levels = app.data.document.levels.iter();
    let names: Vec<&str> = levels.map(|level| &*level.name).collect();
    fill(app.words.levels_legend, &[("levels", &names.join(" → "))])
}

fn field_columns(app: &App, shown: &[u32], benchmark: Option<usize>) -> Vec<FieldColumn> {
    let data = &app.data;
    let fields = [
        Field::Name,
        Field::Developer,
        Field::Released,
        Field::Level,
        Field::Total,
        Field::Context,
        Field::Input,
        Field::Output,
    ];
    let fields = fields.into_iter().chain(benchmark.map(Field::Score));
    fields
        .map(|field| {
            let models = shown
                .iter()
                .filter_map(|at| data.models().get(*at as usize));
            let cells: Vec<Cell> = models.map(|model| cell(data, model, field)).collect();
            FieldColumn {
                field,
                is_number: cells.iter().any(|cell| matches!(cell, Cell::Number(_))),
                places: places(field, cells.iter()),
            }
        })
        .collect()
}

/// The heads of the columns; live, each is a button that sorts.
fn columns(app: &App, fields: &[FieldColumn], props: &ModelTableProps) -> Vec<Column> {
    let sort = props.sort;
    let fields = fields.iter().map(
        |FieldColumn {
             field, is_number, ..
         }| {
            let is_sorted = sort.field == *field;
            let direction = if sort.descending {
                "descending"
            } else {
                "ascending"
            };
            Column {
                head: if app.is_live() {
                    sort_button(app, *field, sort, &props.on_sort)
                } else {
                    html! { field_name(app, *field) }
                },
                is_number: *is_number,
                sort: is_sorted.then_some(direction),
            }
        },
    );
    let sources = Column::text(html! { app.words.sources });
    fields.chain([sources]).collect()
}

/// A button that sorts the rows by a field, or reverses them where they are sorted by it.
fn sort_button(app: &App, field: Field, sort: Sort, on_sort: &Callback<Sort>) -> Html {
    let is_sorted = sort.field == field;
    let arrow = match (is_sorted, sort.descending) {
        (false, _) => "",
        (true, true) => " ↓",
        (true, false) => " ↑",
    };
    let next = Sort {
        field,
        descending: is_sorted && !sort.descending,
    };
    let onclick = on_sort.reform(move |_: MouseEvent| next);
    html! {
        <button type="button" class="ovc-sort" {onclick}>
            { field_name(app, field) }<span aria-hidden="true">{ arrow }</span>
        </button>
    }
}

#[derive(PartialEq, Properties)]
struct ModelRowProps {
    /// Position of the model in the data set.
    model: usize,
    fields: Rc<[FieldColumn]>,
    /// Whether it is one of the models side by side.
    is_picked: bool,
    /// Whether it cannot be picked, because there is no room for another.
    is_disabled: bool,
}

/// A model: a box to pick it, its cells, and its sources.
#[component]
fn ModelRow(props: &ModelRowProps) -> Html {
    let app = use_app();
    let Some(model) = app.data.models().get(props.model) else {
        return Html::default();
    };
    let side = app.rule.of_model(model).side();
    let note: Vec<Html> = model.note.iter().map(rich).collect();
    html! {
        <tr class={classes!("ovc-model", side::class_of(side))} id={format!("model-{}", model.id)} data-id={attr(&model.id)}>
            <th scope="row">{ row_head(&app, model, props) }</th>
            // The first field is the head of the row.
            { for props.fields.iter().skip(1).map(|column| field_cell(&app, model, *column)) }
            <td>{ evidence_details(&app, app.words.sources_count(model.sources.len()), note, &model.sources) }</td>
        </tr>
    }
}

/// The name of a model and its certainty, beside the box that picks it.
fn row_head(app: &App, model: &Model, props: &ModelRowProps) -> Html {
    let words = app.words;
    let unsure = model
        .confidence
        .filter(|confidence| *confidence != Confidence::Confirmed);
    let id = model.id.clone();
    html! {
        <span class="ovc-named">
            if app.is_live() {
                <input type="checkbox" class="ovc-pick" checked={props.is_picked} disabled={props.is_disabled}
                    aria-label={fill(words.models_pick, &[("name", &model.name)])}
                    onchange={app.on(move || Action::ToggleModel(id.clone()))} />
            }
            <span>
                <span translate="no">{ attr(&model.name) }</span>
                if let Some(unsure) = unsure {
                    { " " }<span class="ovc-remark ovc-unsure">{ words.confidence(unsure) }</span>
                }
            </span>
        </span>
    }
}

fn field_cell(app: &App, model: &Model, column: FieldColumn) -> Html {
    let FieldColumn {
        field,
        is_number,
        places,
    } = column;
    let cell = cell(&app.data, model, field);
    let class = classes!(
        is_number.then_some("is-number"),
        (cell == Cell::Unknown).then_some("is-unknown")
    );
    let value = match &cell {
        Cell::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let side = app.rule.of_model(model).side();
    html! {
        <td {class} data-value={value} translate={is_number.then_some("no")}>
            if field == Field::Level {
                { side::icon(side) }
            }
            { cell_text(app, field, &cell, places) }
            { price_remark(app, model, field, &cell) }
        </td>
    }
}
