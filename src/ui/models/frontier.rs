//! The frontier chart: the best open and the best closed score so far, and the gap between them.

use yew::prelude::*;

use super::Scene;
use super::chart::{Frame, Point, chart, reader};
use super::grid::{Row, Td, folded, grid, heads};
use crate::charts::{Frontier, Reading, Step, ValueScale};
use crate::dataset::{Benchmark, Text};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::gather::Gather;
use crate::messages::fill;
use crate::state::Action;
use crate::ui::event::source_details;
use crate::ui::hooks;
use crate::ui::markup::{SideBySide, html};
use crate::ui::shared::{Shared, attr, px, rich};

/// The chart with its sentence, its table and what it leaves out.
pub(super) fn frontier(scene: &Scene<'_>) -> Html {
    let shared = scene.shared;
    let messages = shared.messages;
    let benchmarks = &shared.data.document.benchmarks;
    let asked = scene.state.benchmark.as_deref();
    let benchmark = asked
        .and_then(|id| shared.data.benchmark(id))
        .or(benchmarks.first());
    let Some(benchmark) = benchmark else {
        return Html::default();
    };
    let lines = Frontier::new(&shared.data, &benchmark.id, &shared.rule);
    let Some(span) = lines.span() else {
        return Html::default();
    };
    let day = scene
        .settings
        .frontier_day
        .unwrap_or(span.1)
        .clamp(span.0, span.1);
    let reading = lines.at(day);
    let options = benchmarks
        .iter()
        .map(|item| (item.id.to_string(), item.name.to_string()));
    let dispatch = shared.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let id = Text::from(hooks::value(&event));
        dispatch.emit(Action::SetBenchmark(id));
    });
    let read = scene.on(|settings, value| settings.frontier_day = value.parse().ok());
    html! {
        <section class="ovc-frontier">
            { shared.heading(1, "ovc-section-title", html! { messages.frontier }) }
            if scene.is_live() {
                { scene.choice(messages.benchmark, options.gather(), &benchmark.id, onchange) }
            }
            { sentence(shared, benchmark, &reading) }
            { drawing(scene, &lines, benchmark, span, day) }
            { reader(scene, span, day, read) }
            <p class="ovc-note">{ rich(&benchmark.description) }
                if let Some(remark) = &benchmark.comparable {
                    { " " }{ rich(remark) }
                }
            </p>
            <p class="ovc-note">{ fill(messages.frontier_left_out, &[
                ("unscored", &lines.unscored.to_string()),
                ("undated", &lines.undated.to_string()),
                ("between", &lines.between.to_string()),
            ]) }</p>
            { source_details(shared, &benchmark.sources) }
            { figures(shared, &lines, benchmark) }
        </section>
    }
}

fn sentence(shared: &Shared, benchmark: &Benchmark, reading: &Reading) -> Html {
    let messages = shared.messages;
    let name = |step: Option<Step>| {
        let model = step.and_then(|step| shared.data.models().get(step.model));
        model.map_or_else(String::new, |model| model.name.to_string())
    };
    let value = |step: Option<Step>| step.map_or_else(String::new, |step| step.value.to_string());
    let lag = reading.lag_months();
    let pattern = match reading.gap {
        None => messages.frontier_none,
        Some(gap) if gap < Decimal::ZERO => messages.frontier_open,
        Some(_) => messages.frontier_closed,
    };
    let text = fill(
        pattern,
        &[
            ("benchmark", &benchmark.name),
            (
                "date",
                &shared.formats.date(PartialDate::from_day(reading.day)),
            ),
            (
                "gap",
                &reading
                    .gap
                    .map(Decimal::abs)
                    .unwrap_or_default()
                    .to_string(),
            ),
            ("open", &name(reading.open)),
            ("open_value", &value(reading.open)),
            ("closed", &name(reading.closed)),
            ("closed_value", &value(reading.closed)),
            ("lag", &lag.unwrap_or_default().to_string()),
        ],
    );
    html! {
        <p class="ovc-sentence" aria-live="off" data-benchmark={attr(&benchmark.id)}
            data-gap={reading.gap.map(|gap| gap.to_string())} data-lag={lag.map(|lag| lag.to_string())}>{ text }</p>
    }
}

fn drawing(
    scene: &Scene<'_>,
    lines: &Frontier,
    benchmark: &Benchmark,
    span: (i32, i32),
    day: i32,
) -> Html {
    let shared = scene.shared;
    let frame = Frame::new(scene, span);
    let scores = lines.marks.iter().map(|mark| mark.value);
    let values = ValueScale::linear(scores, benchmark.max, 6, frame.values());
    let points: Vec<Point> = lines
        .marks
        .iter()
        .map(|mark| {
            let model = shared.data.models().get(mark.model);
            let name = model.map_or("", |model| &model.name);
            let date = shared.formats.date(PartialDate::from_day(mark.day));
            let side = shared.messages.side(mark.openness.side());
            Point {
                model: mark.model,
                day: mark.day,
                value: mark.value,
                openness: mark.openness,
                named: mark.leads,
                name: format!("{name}: {}, {date}, {side}", mark.value),
            }
        })
        .gather();
    let line = |steps: &[Step], class: &'static str| {
        html! { <path class={class} d={path(steps, &frame, &values, span.1)} /> }
    };
    let below = html! {
        <>
            { line(&lines.open, "ovc-line is-open") }
            { line(&lines.closed, "ovc-line is-closed") }
        </>
    };
    chart(
        scene,
        &frame,
        &values,
        shared.messages.frontier,
        below,
        &points,
        day,
    )
}

/// A step line up to the last day of the chart.
fn path(steps: &[Step], frame: &Frame, values: &ValueScale, last: i32) -> String {
    let mut path = String::new();
    for step in steps {
        let (x, y) = (px(frame.x(step.day)), px(values.position(step.value)));
        if path.is_empty() {
            path.push_str(&format!("M{x} {y}"));
        } else {
            path.push_str(&format!("H{x}V{y}"));
        }
    }
    if !path.is_empty() {
        path.push_str(&format!("H{}", px(frame.x(last))));
    }
    path
}

fn figures(shared: &Shared, lines: &Frontier, benchmark: &Benchmark) -> Html {
    let messages = shared.messages;
    let rows = lines.marks.iter().filter_map(|mark| {
        let model = shared.data.models().get(mark.model)?;
        let mut scores = model.scores.iter();
        let score =
            scores.find(|score| score.benchmark == benchmark.id && score.value == mark.value)?;
        let date = model.released.map(|date| shared.formats.date(date));
        let note = score.note.as_ref().map(rich);
        let value = mark.value.to_string();
        Some(Row {
            key: model.id.to_string(),
            class: AttrValue::default(),
            id: Some(model.id.clone()),
            head: html! { attr(&model.name) },
            cells: vec![
                Html::from(date.unwrap_or_default()).into(),
                Html::from(messages.side(mark.openness.side())).into(),
                Td {
                    content: Html::from(value.clone()),
                    value: Some(value),
                    unknown: false,
                },
                [
                    html! { attr(&score.tester) },
                    Html::from(" "),
                    note.unwrap_or_default(),
                ]
                .into_iter()
                .side_by_side()
                .into(),
                source_details(shared, score.source.as_slice()).into(),
            ],
        })
    });
    let heads = heads(&[
        messages.field_name,
        messages.field_released,
        messages.side_label,
        messages.field_score,
        messages.field_tester,
        messages.field_source,
    ]);
    folded(
        messages.chart_data,
        grid(html! { attr(&benchmark.name) }, heads, rows.gather()),
    )
}
