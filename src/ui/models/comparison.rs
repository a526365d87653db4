//! Up to four models side by side; rows in which they differ are marked.

use yew::prelude::*;

use super::grid::{Row, Td, grid};
use super::{field_name, full, words};
use crate::dataset::Model;
use crate::models::{Cell, comparison};
use crate::state::Action;
use crate::ui::context::attr;
use crate::ui::hooks;
use crate::ui::stage::Stage;

/// The models that the reader has picked.
pub(super) fn side_by_side(stage: &Stage<'_>) -> Html {
    let app = stage.app;
    let messages = app.words;
    let picked = stage.state.models.iter();
    let models: Vec<&Model> = picked.filter_map(|id| app.data.model(id)).collect();
    if models.is_empty() {
        return Html::default();
    }
    let mut heads = vec![(Html::from(messages.field_name), None)];
    let is_last = models.len() == 1;
    heads.extend(models.iter().enumerate().map(|(at, model)| {
        let id = model.id.clone();
        let node = stage.node.clone();
        let onclick = app.on(move || {
            // The button goes, and would take the focus with it: the next one has it then, and after
            // the last one the box where that was picked.
            if !is_last {
                let node = node.clone();
                hooks::run_later(0, move || {
                    let left = hooks::all(&node, ".ovc-side-by-side button");
                    if let Some(next) = left.get(at).or(left.last()) {
                        hooks::focus_element(next);
                    }
                });
            } else if !hooks::focus_first(&node, "tbody :checked") {
                hooks::focus_first(&node, "input");
            }
            Action::ToggleModel(id.clone())
        });
        let head = html! {
            <span data-id={attr(&model.id)}>
                { attr(&model.name) }{ " " }
                <button type="button" class="ovc-button is-live" aria-label={format!("{} {}", messages.close, model.name)}
                    {onclick}>{ "×" }</button>
            </span>
        };
        (head, None)
    }));
    let rows = comparison(&app.data, &models).into_iter().map(|row| {
        let name = field_name(app, row.field);
        let differs = if row.differs {
            messages.models_differs
        } else {
            ""
        };
        let cells = row.cells.iter().map(|cell| Td {
            content: Html::from(words(app, row.field, cell)),
            value: None,
            unknown: *cell == Cell::Unknown,
        });
        Row {
            key: name.clone(),
            class: if row.differs { "is-different" } else { "" }.into(),
            id: None,
            anchor: None,
            cells: cells.collect(),
            head: html! { <>{ name }<span class="ovc-differs">{ differs }</span></> },
        }
    });
    let note = full(stage);
    html! {
        <section class="ovc-side-by-side">
            { app.heading(1, "ovc-section-title", html! { messages.models_compare }) }
            if !note.is_empty() {
                <p class="ovc-note">{ note }</p>
            }
            { grid(Html::default(), heads, rows.collect()) }
        </section>
    }
}
