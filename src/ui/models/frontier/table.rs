//! The figures of the frontier chart as a table.

use yew::prelude::*;

use crate::charts::{ScorePoint, ScoreSet};
use crate::dataset::Benchmark;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};
use crate::ui::models::frontier::sentence::scores_name;
use crate::ui::models::words::{column_name, most_places, point_side_name};

/// Every score in the chart, folded; nothing where there is none.
pub(super) fn frontier_table(
    app: &App,
    benchmark: &Benchmark,
    scores: ScoreSet<'_>,
    points: &[ScorePoint],
) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    let words = app.words;
    let columns = vec![
        Column::text(html! { words.field_name }),
        Column::text(html! { words.field_released }),
        Column::text(html! { words.side_label }),
        Column::number(html! { column_name(app, words.field_score, benchmark.unit.as_deref()) }),
        Column::text(html! { words.field_tester }),
        Column::text(html! { words.field_source }),
    ];
    let places = most_places(points.iter().map(|point| point.value));
    let rows = points
        .iter()
        .filter_map(|point| row(app, scores, point, places));
    let caption = scores_name(app, benchmark, scores);
    let table = data_table(app, caption, columns, rows.collect());
    disclosure(app, "ovc-figures", words.chart_data.into(), table)
}

/// A score, with that many decimal places.
fn row(app: &App, scores: ScoreSet<'_>, point: &ScorePoint, places: usize) -> Option<Html> {
    let model = app.data.models().get(point.model)?;
    let score = scores.best(model)?;
    let date = model.released.map(|date| app.formats.date(date));
    Some(html! {
        <tr key={model.id.to_string()} data-id={attr(&model.id)}>
            <th scope="row" translate="no">{ attr(&model.name) }</th>
            <td>{ date }</td>
            <td>{ point_side_name(app, point) }</td>
            <td class="is-number" data-value={point.value.to_string()}>{ point.value.with_places(places) }</td>
            <td>
                { attr(&score.tester) }
                if let Some(note) = &score.note {
                    { " " }<span class="ovc-remark">{ rich(note) }</span>
                }
            </td>
            <td>{ source_details(app, score.source.as_slice()) }</td>
        </tr>
    })
}
