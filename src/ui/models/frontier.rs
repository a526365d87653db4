//! The frontier chart: the best open and the best closed score so far, and the gap between them.

mod cautions;
mod controls;
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
use crate::charts::{Frontier, ScoreSet, testers_with_enough_scores};
use crate::dataset::{Benchmark, Text};
use crate::date::Day;
use crate::query::FilterResult;
use crate::ui::components::terms::terms;
use crate::ui::context::{App, use_app};
use cautions::cautions;
use controls::controls;
use drawing::FrontierDrawing;
use legend::legend;
use sentence::sentence;
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
    /// model that is released.
    pub day: Option<Day>,
    pub on_day: Callback<Day>,
    /// The only tester whose scores the reader wants; it is ignored where they are too few.
    pub tester: Option<Text>,
    pub on_tester: Callback<Option<Text>>,
}

/// The chart with its sentence, its table and what it leaves out.
#[component]
pub(super) fn FrontierSection(props: &FrontierSectionProps) -> Html {
    let app = use_app();
    let words = app.words;
    let at = props.benchmark;
    let reader = use_node_ref();
    let testers = use_memo((app.clone(), at), |(app, at)| {
        let benchmark = app.data.document.benchmarks.get(*at);
        benchmark.map_or_else(Vec::new, |benchmark| {
            testers_with_enough_scores(&app.data, &benchmark.id, &app.rule)
        })
    });
    let tester = props
        .tester
        .clone()
        .filter(|tester| testers.contains(tester));
    let drawn = use_memo(
        (
            app.clone(),
            props.selection.clone(),
            props.picked.clone(),
            at,
            tester.clone(),
            props.width,
        ),
        |(app, shown, picked, at, tester, width)| {
            let benchmark = app.data.document.benchmarks.get(*at)?;
            let scores = score_set(benchmark, tester.as_ref());
            let frontier = Frontier::new(&app.data, &shown.visible, scores, &app.rule);
            let drawing = FrontierDrawing::new(app, &frontier, benchmark, picked, *width);
            Some(DrawnFrontier {
                drawing,
                table: frontier_table(app, benchmark, scores, &frontier.points),
                frontier,
            })
        },
    );
    let benchmark = app.data.document.benchmarks.get(at);
    let (Some(benchmark), Some(drawn)) = (benchmark, &*drawn) else {
        return Html::default();
    };
    let scores = score_set(benchmark, tester.as_ref());
    let shown = props.selection.visible.len();
    let left_out = left_out(&app, shown, &reasons(&app, &drawn.frontier, scores));
    let reading = reading(&app, props, benchmark, scores, drawn, &left_out, &reader);
    html! {
        <section class="ovc-frontier">
            { app.heading(1, "ovc-section-title", html! { words.frontier }) }
            if app.is_live() && !app.is_excerpt {
                { controls(&app, benchmark, &testers, tester.as_ref(), &props.on_tester) }
            }
            { reading.unwrap_or_else(|| empty_chart(&app, &left_out)) }
            if !app.is_excerpt {
                { about_benchmark(&app, benchmark, Html::default()) }
                { terms(&app, &texts(&app, benchmark)) }
                { drawn.table.clone() }
                { other_benchmarks(&app, at) }
                { yardsticks(&app) }
            }
        </section>
    }
}

/// What is said around the chart, in which hard words may stand.
fn texts<'a>(app: &'a App, benchmark: &'a Benchmark) -> Vec<&'a str> {
    let yardsticks = app.data.document.yardsticks.iter();
    let mut texts = vec![app.words.benchmark, &benchmark.name, &benchmark.description];
    texts.extend(benchmark.comparable.as_deref());
    texts.extend(yardsticks.map(|item| &*item.text));
    texts
}

fn score_set<'a>(benchmark: &'a Benchmark, tester: Option<&'a Text>) -> ScoreSet<'a> {
    ScoreSet {
        benchmark: &benchmark.id,
        tester: tester.map(|tester| &**tester),
    }
}

/// What is in the chart, how it is drawn (`None` where there are no scores), and its figures as a table. Moving the
/// day of reading changes none of it.
struct DrawnFrontier {
    frontier: Frontier,
    drawing: Option<FrontierDrawing>,
    table: Html,
}

/// Why models are not in the chart, or on no line of it.
fn reasons(app: &App, frontier: &Frontier, scores: ScoreSet<'_>) -> [LeftOut; 5] {
    let words = app.words;
    let (unscored_one, unscored_many) = match scores.tester {
        None => (words.left_out_unscored_one, words.left_out_unscored_many),
        Some(_) => (words.left_out_untested_one, words.left_out_untested_many),
    };
    [
        LeftOut {
            one: unscored_one,
            many: unscored_many,
            count: frontier.unscored,
        },
        LeftOut {
            one: words.left_out_undated_one,
            many: words.left_out_undated_many,
            count: frontier.undated,
        },
        LeftOut {
            one: words.left_out_mixed_one,
            many: words.left_out_mixed_many,
            count: frontier.mixed,
        },
        LeftOut {
            one: words.left_out_unknown_one,
            many: words.left_out_unknown_many,
            count: frontier.unknown,
        },
        LeftOut {
            one: words.left_out_unreleased_one,
            many: words.left_out_unreleased_many,
            count: frontier.unreleased,
        },
    ]
}

/// The sentence, the drawing, and the day at which they are read.
fn reading(
    app: &App,
    props: &FrontierSectionProps,
    benchmark: &Benchmark,
    scores: ScoreSet<'_>,
    drawn: &DrawnFrontier,
    left_out: &str,
    reader: &NodeRef,
) -> Option<Html> {
    let DrawnFrontier {
        frontier, drawing, ..
    } = drawn;
    let drawing = drawing.as_ref()?;
    let span = drawing.span;
    let asked = props.day.or(frontier.newest_release());
    let day = span.nearest(asked.unwrap_or(span.last));
    let reading = frontier.at(day);
    let is_filtered = props.selection.visible.len() < app.data.models().len();
    Some(html! {
        <>
            { sentence(app, benchmark, scores, &reading, is_filtered, left_out) }
            { cautions(app, scores, frontier, &reading) }
            <Chart label={app.words.frontier} tip="ovc-frontier-tip" after={reader.clone()} layout={drawing.layout.clone()} picked={props.picked.clone()}
                {day} on_day={props.on_day.clone()}>
                <path class="ovc-gap" d={drawing.gap.clone()} />
                <path class="ovc-line is-open" d={drawing.open.clone()} />
                <path class="ovc-line is-closed" d={drawing.closed.clone()} />
            </Chart>
            { legend(app, frontier) }
            { reading_slider(app, span, day, &props.on_day, reader) }
        </>
    })
}
