//! Up to four models side by side; rows in which they differ are marked.

use yew::prelude::*;

use crate::dataset::{Model, Text};
use crate::models::{Cell, ComparisonRow, comparison};
use crate::state::Action;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::context::{App, attr};
use crate::ui::hooks;
use crate::ui::models::words::{cell_text, field_name, full_note, places, price_remark};

/// The models with those ids; nothing where there are none. `node` is the element of the view.
pub(super) fn side_by_side(app: &App, picked: &[Text], node: &NodeRef) -> Html {
    let models: Vec<&Model> = picked.iter().filter_map(|id| app.data.model(id)).collect();
    if models.is_empty() {
        return Html::default();
    }
    let is_last = models.len() == 1;
    let heads = models.iter().enumerate().map(|(at, model)| {
        let on_removed = focus_after_removal(node, at, is_last);
        Column::text(model_head(app, model, on_removed))
    });
    let mut columns = vec![Column::text(html! { app.words.field_name })];
    columns.extend(heads);
    let rows = comparison(&app.data, &models);
    let cells = rows.iter().map(|row| comparison_row(app, row, &models));
    let cells = cells.collect();
    let note = full_note(app, picked.len());
    html! {
        <section class="ovc-side-by-side">
            <details open={true}>
                <summary>{ app.heading(1, "ovc-section-title", html! { app.words.models_compare }) }</summary>
                if !note.is_empty() {
                    <p class="ovc-note">{ note }</p>
                }
                if rows.iter().any(|row| row.differs) {
                    <p class="ovc-legend">{ app.words.models_differ }</p>
                }
                { data_table(app, app.words.models_compare, columns, cells) }
            </details>
        </section>
    }
}

/// The name of a model, and a button that removes it.
fn model_head(app: &App, model: &Model, on_removed: Callback<()>) -> Html {
    let id = model.id.clone();
    let onclick = app.on(move || {
        on_removed.emit(());
        Action::ToggleModel(id.clone())
    });
    html! {
        <span data-id={attr(&model.id)}>
            <span translate="no">{ attr(&model.name) }</span>{ " " }
            <button type="button" class="ovc-button is-live" aria-label={format!("{} {}", app.words.close, model.name)}
                {onclick}>{ "×" }</button>
        </span>
    }
}

/// Moves focus when a model is removed, because its button disappears. The next button takes focus;
/// after the last model, the box that picked it does.
fn focus_after_removal(node: &NodeRef, at: usize, is_last: bool) -> Callback<()> {
    let node = node.clone();
    Callback::from(move |()| {
        if is_last {
            if !hooks::focus_first(&node, "tbody :checked") {
                hooks::focus_first(&node, "input");
            }
            return;
        }
        let node = node.clone();
        hooks::run_later(0, move || {
            let left = hooks::all(&node, ".ovc-side-by-side button");
            if let Some(next) = left.get(at).or(left.last()) {
                hooks::focus_element(next);
            }
        });
    })
}

/// A row, with one number of decimal places; it is marked where the models differ.
fn comparison_row(app: &App, row: &ComparisonRow, models: &[&Model]) -> Html {
    let name = field_name(app, row.field);
    let places = places(row.field, row.cells.iter());
    html! {
        <tr key={name.clone()} class={classes!(row.differs.then_some("is-different"))}>
            <th scope="row">
                { name }
                if row.differs {
                    { "\u{a0}" }<span class="ovc-differs" role="img" aria-label={app.words.models_differs}>{ "≠" }</span>
                }
            </th>
            { for row.cells.iter().zip(models).map(|(cell, model)| html! {
                <td class={classes!((*cell == Cell::Unknown).then_some("is-unknown"))}>
                    { cell_text(app, row.field, cell, places) }
                    { price_remark(app, model, row.field, cell) }
                </td>
            }) }
        </tr>
    }
}
