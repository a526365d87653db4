//! The figures of the frontier chart as a table.

use yew::prelude::*;

use crate::charts::ScorePoint;
use crate::dataset::Benchmark;
use crate::ui::components::data_table::{Column, data_table};
use crate::ui::components::disclosure::disclosure;
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, attr, rich};
use crate::ui::models::words::{openness_name, score};

/// Every score in the chart, folded; nothing where there is none.
pub(super) fn frontier_table(app: &App, benchmark: &Benchmark, points: &[ScorePoint]) -> Html {
    if points.is_empty() {
        return Html::default();
    }
    let words = app.words;
    let columns = vec![
        Column::text(html! { words.field_name }),
        Column::text(html! { words.field_released }),
        Column::text(html! { words.side_label }),
        Column::number(html! { words.field_score }),
        Column::text(html! { words.field_tester }),
        Column::text(html! { words.field_source }),
    ];
    let rows = points.iter().filter_map(|point| row(app, benchmark, point));
    let table = data_table(attr(&benchmark.name), columns, rows.collect());
    disclosure(app, "ovc-figures", words.chart_data.into(), table)
}

fn row(app: &App, benchmark: &Benchmark, point: &ScorePoint) -> Option<Html> {
    let model = app.data.models().get(point.model)?;
    let score = score(app, point.model, &benchmark.id, point.value)?;
    let date = model.released.map(|date| app.formats.date(date));
    let value = point.value.to_string();
    Some(html! {
        <tr key={model.id.to_string()} data-id={attr(&model.id)}>
            <th scope="row">{ attr(&model.name) }</th>
            <td>{ date }</td>
            <td>{ openness_name(app, point.openness) }</td>
            <td class="is-number" data-value={value.clone()}>{ value }</td>
            <td>{ attr(&score.tester) }{ " " }{ score.note.as_ref().map(rich) }</td>
            <td>{ source_details(app, score.source.as_slice()) }</td>
        </tr>
    })
}
