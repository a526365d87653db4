//! The ranking as a table: weight times score for each need, and the sum.

use yew::prelude::*;

use super::markup::{each, number_cell, paragraph};
use super::strategy::marked_name;
use crate::dataset::Decide;
use crate::decide::{Ranked, Ranking};
use crate::locale::fill;
use crate::ui::components::data_table::{Column, figures_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::context::{App, Surface, attr};

/// The table, folded in the live view.
pub(super) fn figures(app: &App, decide: &Decide, weights: &[u8], ranking: &Ranking) -> Html {
    let words = &app.words.decide;
    let mut columns = vec![
        Column::text(words.strategy),
        Column::number(words.place),
        Column::number(words.points),
        Column::number(fill(words.of_most, &[("most", &ranking.most.to_string())])),
    ];
    columns.extend(decide.needs.iter().zip(weights).map(|(need, weight)| {
        let values = [("need", &*need.name), ("weight", &*weight.to_string())];
        Column::number(fill(words.need_with_weight, &values))
    }));
    let rows = each(&ranking.rows, &|_, row| strategy(app, ranking, row));
    let table = html! {
        <>
            { paragraph("ovc-note", words.points_about.to_owned()) }
            { figures_table(app, words.ranking, columns, rows) }
        </>
    };
    if app.surface == Surface::Live {
        return disclosure(app, "ovc-figures", app.words.chart_data.into(), table);
    }
    html! { <div class="ovc-figures">{ table }</div> }
}

fn strategy(app: &App, ranking: &Ranking, row: &Ranked) -> Html {
    let percent = ranking.percent(row.total).to_string();
    let percent = fill(app.words.decide.percent, &[("percent", &percent)]);
    let level = app.data.document.levels.get(row.level);
    let number = |points: &u32| number_cell(Some(points.to_string()), points.to_string());
    html! {
        <tr key={row.level} data-id={level.map(|level| attr(&level.id))}>
            <th scope="row">{ marked_name(app, row.level) }</th>
            { number_cell(None, row.place.to_string()) }
            { number(&row.total) }
            { number_cell(None, percent) }
            { each(&row.parts, &|_, points| number(points)) }
        </tr>
    }
}
