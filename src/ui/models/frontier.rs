//! The frontier chart: the best open and the best closed score so far, and the gap between them.

mod drawing;
mod legend;
mod sentence;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::benchmarks::{OtherBenchmarks, Yardsticks, about_benchmark};
use super::chart::Chart;
use super::left_out::{LeftOut, empty_chart, left_out};
use super::reader::{DaySpan, ReadingSlider};
use crate::charts::Frontier;
use crate::dataset::Text;
use crate::date::Day;
use crate::query::FilterResult;
use crate::state::Action;
use crate::ui::components::select::{Select, SelectOption};
use crate::ui::context::{App, use_app};
use drawing::FrontierDrawing;
use legend::legend;
use sentence::{cautions, sentence};
use table::FrontierTable;

#[derive(PartialEq, Properties)]
pub(super) struct FrontierSectionProps {
    /// Position of the benchmark in the data set.
    pub benchmark: usize,
    /// What the filters leave.
    pub selection: Rc<FilterResult>,
    /// Ids of the models side by side.
    pub picked: Vec<Text>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// The day at which the reader reads the chart; `None` is that of the newest scored model.
    pub day: Option<Day>,
    pub on_day: Callback<Day>,
}

/// The chart with its sentence, its table and what it leaves out.
#[component]
pub(super) fn FrontierSection(props: &FrontierSectionProps) -> Html {
    let app = use_app();
    let words = app.words;
    let at = props.benchmark;
    let frontier = use_memo(
        (app.clone(), props.selection.clone(), at),
        |(app, shown, at)| {
            let benchmark = app.data.document.benchmarks.get(*at);
            benchmark.map_or_else(Frontier::default, |benchmark| {
                Frontier::new(&app.data, &shown.visible, &benchmark.id, &app.rule)
            })
        },
    );
    let on_benchmark = use_callback(app.dispatch.clone(), |id: String, dispatch| {
        dispatch.emit(Action::SetBenchmark(id.into()));
    });
    let benchmarks = &app.data.document.benchmarks;
    let Some(benchmark) = benchmarks.get(at) else {
        return Html::default();
    };
    let options = benchmarks
        .iter()
        .map(|item| SelectOption::new(item.id.clone(), item.name.clone()));
    let left_out = left_out(
        &app,
        props.selection.visible.len(),
        &reasons(&app, &frontier),
    );
    html! {
        <section class="ovc-frontier">
            { app.heading(1, "ovc-section-title", html! { words.frontier }) }
            if app.is_live() {
                <Select label={words.benchmark} options={options.collect::<Vec<_>>()}
                    selected={benchmark.id.clone()} on_select={on_benchmark} />
            }
            if let Some(span) = frontier.span() {
                <FrontierReading benchmark={at} frontier={frontier.clone()} span={DaySpan::from(span)} {left_out}
                    picked={props.picked.clone()} width={props.width} day={props.day} on_day={props.on_day.clone()} />
            } else {
                { empty_chart(&app, &left_out) }
            }
            { about_benchmark(&app, benchmark, Html::default()) }
            <FrontierTable benchmark={at} {frontier} />
            <OtherBenchmarks benchmark={at} />
            <Yardsticks />
        </section>
    }
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

#[derive(PartialEq, Properties)]
struct FrontierReadingProps {
    benchmark: usize,
    frontier: Rc<Frontier>,
    /// The days of the first and of the newest scored model.
    span: DaySpan,
    /// What is not in the chart, in words.
    left_out: AttrValue,
    picked: Vec<Text>,
    width: f64,
    day: Option<Day>,
    on_day: Callback<Day>,
}

/// The sentence, the drawing, and the day at which they are read.
#[component]
fn FrontierReading(props: &FrontierReadingProps) -> Html {
    let app = use_app();
    let span = props.span;
    let drawing = use_memo(
        (
            app.clone(),
            props.frontier.clone(),
            props.benchmark,
            props.width,
        ),
        |(app, frontier, at, width)| {
            let benchmark = app.data.document.benchmarks.get(*at)?;
            Some(FrontierDrawing::new(app, frontier, benchmark, span, *width))
        },
    );
    let benchmark = app.data.document.benchmarks.get(props.benchmark);
    let (Some(benchmark), Some(drawing)) = (benchmark, &*drawing) else {
        return Html::default();
    };
    let day = span.nearest(props.day);
    let reading = props.frontier.at(day);
    html! {
        <>
            { sentence(&app, benchmark, &reading, &props.left_out) }
            <p class="ovc-note">{ cautions(&app, benchmark, &reading) }</p>
            <Chart label={app.words.frontier} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-gap" d={drawing.gap.clone()} />
                <path class="ovc-line is-open" d={drawing.open.clone()} />
                <path class="ovc-line is-closed" d={drawing.closed.clone()} />
            </Chart>
            { legend(&app, &props.frontier) }
            <ReadingSlider {span} {day} on_day={props.on_day.clone()} />
        </>
    }
}
