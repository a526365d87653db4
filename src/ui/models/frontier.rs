//! The frontier chart: the best open and the best closed score so far, and the gap between them.

mod drawing;
mod legend;
mod sentence;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::benchmarks::{about_benchmark, other_benchmarks, yardsticks};
use super::chart::Chart;
use super::left_out::{LeftOut, empty_chart, left_out};
use super::reader::reading_slider;
use crate::charts::Frontier;
use crate::dataset::{Benchmark, Text};
use crate::date::Day;
use crate::query::FilterResult;
use crate::state::Action;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::context::{App, use_app};
use drawing::FrontierDrawing;
use legend::legend;
use sentence::{cautions, sentence};
use table::frontier_table;

#[derive(PartialEq, Properties)]
pub(super) struct FrontierSectionProps {
    /// Position of the benchmark in the data set.
    pub benchmark: usize,
    /// The result of the filters.
    pub selection: Rc<FilterResult>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// The day at which the reader reads the chart; `None` means the day of the newest scored
    /// model.
    pub day: Option<Day>,
    pub on_day: Callback<Day>,
}

/// The chart with its sentence, its table and what it leaves out.
#[component]
pub(super) fn FrontierSection(props: &FrontierSectionProps) -> Html {
    let app = use_app();
    let words = app.words;
    let at = props.benchmark;
    let drawn = use_memo(
        (app.clone(), props.selection.clone(), at, props.width),
        |(app, shown, at, width)| {
            let benchmark = app.data.document.benchmarks.get(*at)?;
            let frontier = Frontier::new(&app.data, &shown.visible, &benchmark.id, &app.rule);
            let drawing = FrontierDrawing::new(app, &frontier, benchmark, *width);
            Some(DrawnFrontier { frontier, drawing })
        },
    );
    let benchmark = app.data.document.benchmarks.get(at);
    let (Some(benchmark), Some(drawn)) = (benchmark, &*drawn) else {
        return Html::default();
    };
    let shown = props.selection.visible.len();
    let left_out = left_out(&app, shown, &reasons(&app, &drawn.frontier));
    let reading = reading(&app, props, benchmark, drawn, &left_out);
    html! {
        <section class="ovc-frontier">
            { app.heading(1, "ovc-section-title", html! { words.frontier }) }
            if app.is_live() {
                { benchmark_select(&app, benchmark) }
            }
            { reading.unwrap_or_else(|| empty_chart(&app, &left_out)) }
            { about_benchmark(&app, benchmark, Html::default()) }
            { frontier_table(&app, benchmark, &drawn.frontier.points) }
            { other_benchmarks(&app, at) }
            { yardsticks(&app) }
        </section>
    }
}

/// What is in the chart, and how it is drawn; `None` where there are no scores.
struct DrawnFrontier {
    frontier: Frontier,
    drawing: Option<FrontierDrawing>,
}

fn benchmark_select(app: &App, shown: &Benchmark) -> Html {
    let benchmarks = app.data.document.benchmarks.iter();
    let options: Vec<SelectOption> = benchmarks
        .map(|item| SelectOption::new(item.id.clone(), item.name.clone()))
        .collect();
    let dispatch = app.dispatch.clone();
    let on_select =
        Callback::from(move |id: String| dispatch.emit(Action::SetBenchmark(id.into())));
    select(app.words.benchmark, &options, &shown.id, &on_select)
}

/// Why models are on no line of the chart.
fn reasons(app: &App, frontier: &Frontier) -> [LeftOut; 3] {
    [
        (app.words.left_out_unscored, frontier.unscored),
        (app.words.left_out_undated, frontier.undated),
        (app.words.left_out_between, frontier.between),
    ]
    .map(|(pattern, models)| LeftOut { pattern, models })
}

/// The sentence, the drawing, and the day at which they are read.
fn reading(
    app: &App,
    props: &FrontierSectionProps,
    benchmark: &Benchmark,
    drawn: &DrawnFrontier,
    left_out: &str,
) -> Option<Html> {
    let drawing = drawn.drawing.as_ref()?;
    let day = drawing.span.nearest(props.day);
    let reading = drawn.frontier.at(day);
    Some(html! {
        <>
            { sentence(app, benchmark, &reading, left_out) }
            <p class="ovc-note">{ cautions(app, benchmark, &reading) }</p>
            <Chart label={app.words.frontier} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-gap" d={drawing.gap.clone()} />
                <path class="ovc-line is-open" d={drawing.open.clone()} />
                <path class="ovc-line is-closed" d={drawing.closed.clone()} />
            </Chart>
            { legend(app, &drawn.frontier) }
            { reading_slider(app, drawing.span, day, &props.on_day) }
        </>
    })
}
