//! Every list price with its source, as a table.

use yew::prelude::*;

use crate::dataset::{Model, Price};
use crate::decimal::Decimal;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};

/// The prices of the models at those positions, folded; nothing where there are none.
pub(super) fn price_table(app: &App, shown: &[u32]) -> Html {
    let words = app.words;
    let positions = shown.iter();
    let models = positions.filter_map(|at| app.data.models().get(*at as usize));
    let prices: Vec<(&Model, &Price)> = models
        .flat_map(|model| model.prices.iter().map(move |price| (model, price)))
        .collect();
    if prices.is_empty() {
        return Html::default();
    }
    let has_cached = prices.iter().any(|(_, price)| price.cached.is_some());
    let columns = vec![
        Column::text(html! { words.field_name }),
        Column::text(html! { words.field_since }),
        Column::number(html! { words.field_input }),
        Column {
            is_number: has_cached,
            ..Column::text(html! { words.field_cached })
        },
        Column::number(html! { words.field_output }),
        Column::text(html! { words.field_source }),
    ];
    let rows = prices
        .iter()
        .map(|(model, price)| row(app, model, price, has_cached));
    let table = data_table(words.price_unit.into(), columns, rows.collect());
    disclosure(app, "ovc-figures", words.chart_data.into(), table)
}

/// A price; `has_cached` is whether a model that is shown has a price of cached input.
fn row(app: &App, model: &Model, price: &Price, has_cached: bool) -> Html {
    html! {
        <tr key={format!("{}-{}", model.id, price.date)} data-id={attr(&model.id)}>
            <th scope="row">{ attr(&model.name) }</th>
            <td>{ app.formats.date(price.date) }</td>
            { price_cell(Some(price.input), true) }
            { price_cell(price.cached, has_cached) }
            { price_cell(Some(price.output), true) }
            <td>
                { price.note.as_ref().map(rich) }
                { source_details(app, price.source.as_slice()) }
            </td>
        </tr>
    }
}

fn price_cell(price: Option<Decimal>, is_number: bool) -> Html {
    let text = price.map_or_else(|| "–".to_owned(), |price| price.with_places(2));
    html! {
        <td class={classes!(is_number.then_some("is-number"))} data-value={price.map(|price| price.to_string())}>{ text }</td>
    }
}
