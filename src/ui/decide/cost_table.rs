//! The assumptions of the calculator with their sources, and its formulas in words.

use yew::prelude::*;

use super::cost_words::{InputWords, input_words, value_in_words};
use super::markup::each;
use crate::dataset::{Assumption, Decide, Vocabulary};
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, rich};

/// Every assumption with its value at first, why that one, and its sources.
pub(super) fn assumptions(app: &App, decide: &Decide) -> Html {
    let words = &app.words.decide;
    let columns = vec![
        Column::text(words.assumption),
        Column::text(words.first_value),
        Column::text(words.reason),
    ];
    let rows = each(&decide.cost, &|_, item| assumption(app, item));
    let table = data_table(app, words.assumptions, columns, rows);
    disclosure(
        app,
        "ovc-figures ovc-reasons",
        words.assumptions.into(),
        table,
    )
}

fn assumption(app: &App, item: &Assumption) -> Html {
    let InputWords { name, unit } = input_words(app, item.id);
    html! {
        <tr key={item.id.as_str()}>
            <th scope="row">{ name }{ " " }<span class="ovc-remark">{ unit }</span></th>
            <td data-value={item.value.to_string()}>{ value_in_words(app, item.id, item.value) }</td>
            <td>{ rich(&item.note) }{ source_details(app, &item.sources) }</td>
        </tr>
    }
}

/// The formulas, one a line.
pub(super) fn formulas(app: &App) -> Html {
    let words = &app.words.decide;
    let formulas = [
        words.formula_api,
        words.formula_tokens,
        words.formula_self,
        words.formula_break_even,
        words.formula_capacity,
        words.formula_left_out,
    ];
    html! {
        <ul class="ovc-formulas">
            { each(&formulas, &|_, formula| html! { <li>{ *formula }{ "." }</li> }) }
        </ul>
    }
}
