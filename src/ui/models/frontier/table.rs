//! The figures of the frontier chart as a table.

use std::rc::Rc;

use yew::prelude::*;

use crate::charts::{Frontier, ScorePoint};
use crate::dataset::Benchmark;
use crate::ui::components::data_table::{Column, DataTable};
use crate::ui::components::disclosure::Disclosure;
use crate::ui::components::sources::SourceDetails;
use crate::ui::context::{App, attr, rich, use_app};
use crate::ui::models::words::{openness_name, score};

#[derive(PartialEq, Properties)]
pub(super) struct FrontierTableProps {
    /// Position of the benchmark in the data set.
    pub benchmark: usize,
    pub frontier: Rc<Frontier>,
}

/// Every score in the chart, folded; nothing where there is none.
#[component]
pub(super) fn FrontierTable(props: &FrontierTableProps) -> Html {
    let app = use_app();
    let words = app.words;
    let points = &props.frontier.points;
    let benchmark = app.data.document.benchmarks.get(props.benchmark);
    let Some(benchmark) = benchmark.filter(|_| !points.is_empty()) else {
        return Html::default();
    };
    let columns = vec![
        Column::text(html! { words.field_name }),
        Column::text(html! { words.field_released }),
        Column::text(html! { words.side_label }),
        Column::number(html! { words.field_score }),
        Column::text(html! { words.field_tester }),
        Column::text(html! { words.field_source }),
    ];
    html! {
        <Disclosure class="ovc-figures" summary={words.chart_data}>
            <DataTable caption={attr(&benchmark.name)} {columns}>
                { for points.iter().filter_map(|point| row(&app, benchmark, point)) }
            </DataTable>
        </Disclosure>
    }
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
            <td><SourceDetails ids={score.source.as_slice().to_vec()} /></td>
        </tr>
    })
}
