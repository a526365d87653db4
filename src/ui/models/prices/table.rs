//! Every list price with its source, as a table.

use yew::prelude::*;

use crate::charts::PriceKind;
use crate::dataset::{Model, Price, Vocabulary};
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};
use crate::ui::models::words::{price_column_name, price_places, price_since};

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
    let kinds: Vec<KindColumn> = PriceKind::ALL
        .iter()
        .map(|kind| KindColumn::new(*kind, &prices))
        .collect();
    let mut columns = vec![
        Column::text(html! { words.field_name }),
        Column::text(html! { words.field_since }),
    ];
    columns.extend(kinds.iter().map(|column| Column {
        is_number: column.is_number,
        ..Column::text(html! { price_column_name(app, column.kind) })
    }));
    columns.push(Column::text(html! { words.field_source }));
    let rows = prices
        .iter()
        .map(|(model, price)| row(app, model, price, &kinds));
    let table = data_table(app, words.prices, columns, rows.collect());
    disclosure(app, "ovc-figures", words.chart_data.into(), table)
}

/// The column of a kind of price.
struct KindColumn {
    kind: PriceKind,
    /// Whether a model that is shown has such a price.
    is_number: bool,
    /// The decimal places of all of its prices.
    places: usize,
}

impl KindColumn {
    fn new(kind: PriceKind, prices: &[(&Model, &Price)]) -> Self {
        let values = || prices.iter().filter_map(|(_, price)| kind.of(price));
        Self {
            kind,
            is_number: values().next().is_some(),
            places: price_places(values()),
        }
    }
}

fn row(app: &App, model: &Model, price: &Price, kinds: &[KindColumn]) -> Html {
    html! {
        <tr key={format!("{}-{}", model.id, price.date)} data-id={attr(&model.id)}>
            <th scope="row" translate="no">{ attr(&model.name) }</th>
            <td>
                { price_since(app, model, price) }
                if let Some(note) = &price.note {
                    { " " }<span class="ovc-remark">{ rich(note) }</span>
                }
            </td>
            { for kinds.iter().map(|column| price_cell(app, price, column)) }
            <td>{ source_details(app, price.source.as_slice()) }</td>
        </tr>
    }
}

fn price_cell(app: &App, price: &Price, column: &KindColumn) -> Html {
    let price = column.kind.of(price);
    let text = match price {
        Some(price) => price.with_places(column.places),
        None => app.words.unknown.to_owned(),
    };
    let class = classes!(
        column.is_number.then_some("is-number"),
        price.is_none().then_some("is-unknown")
    );
    html! {
        <td {class} data-value={price.map(|price| price.to_string())} translate="no">{ text }</td>
    }
}
