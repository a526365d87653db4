//! The frontier chart: the best open and the best closed score so far, and the gap between them.

use core::cmp::Ordering;

use yew::prelude::*;

use super::chart::{Backdrop, Frame, Point, chart, counted_out, empty, reader};
use super::grid::{Row, Td, folded};
use super::{score, side, yardsticks};
use crate::charts::{Frontier, FrontierSnapshot, FrontierStep, ValueScale};
use crate::dataset::{Benchmark, Confidence, Side, Text};
use crate::date::{Day, PartialDate};
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::state::Action;
use crate::ui::components::definition::in_force;
use crate::ui::components::sources::source_details;
use crate::ui::hooks;

use crate::ui::components::choice::choice;
use crate::ui::components::side;
use crate::ui::context::{App, Surface, attr, px, rich};
use crate::ui::settings::Settings;
use crate::ui::stage::Stage;

/// The chart with its sentence, its table and what it leaves out.
pub(super) fn frontier(stage: &Stage<'_>, shown: &[u32]) -> Html {
    let app = stage.app;
    let messages = app.words;
    let benchmarks = &app.data.document.benchmarks;
    let asked = stage.state.benchmark.as_deref();
    let benchmark = asked
        .and_then(|id| app.data.benchmark(id))
        .or(benchmarks.first());
    let Some(benchmark) = benchmark else {
        return Html::default();
    };
    let lines = Frontier::new(&app.data, shown, &benchmark.id, &app.rule);
    let options = benchmarks
        .iter()
        .map(|item| (item.id.to_string(), item.name.to_string()));
    let dispatch = app.dispatch.clone();
    let onchange = Callback::from(move |event: Event| {
        let id = Text::from(hooks::value(&event));
        dispatch.emit(Action::SetBenchmark(id));
    });
    let left_out = [
        (messages.left_out_unscored, lines.unscored),
        (messages.left_out_undated, lines.undated),
        (messages.left_out_between, lines.between),
    ];
    let left_out = counted_out(app, shown, left_out);
    html! {
        <section class="ovc-frontier">
            { app.heading(1, "ovc-section-title", html! { messages.frontier }) }
            if stage.is_live() {
                { choice(messages.benchmark, options.collect(), &benchmark.id, onchange) }
            }
            { match lines.span() {
                Some(span) => reading(stage, &lines, benchmark, span, &left_out),
                None => empty(app, &left_out),
            } }
            { about(app, benchmark, Html::default()) }
            { figures(app, &lines, benchmark) }
            { others(app, benchmarks, benchmark) }
            { yardsticks(app) }
        </section>
    }
}

/// The benchmarks that are not in the chart, folded; not on paper, where nobody can unfold it.
fn others(app: &App, benchmarks: &[Benchmark], shown: &Benchmark) -> Html {
    let others = benchmarks.iter().filter(|other| other.id != shown.id);
    let others: Vec<Html> = others
        .map(|other| {
            about(
                app,
                other,
                html! { <><b>{ attr(&other.name) }</b>{ ": " }</> },
            )
        })
        .collect();
    if others.is_empty() {
        return Html::default();
    }
    html! {
        <details class="ovc-figures" open={app.surface == Surface::Print}>
            <summary>{ app.words.benchmarks }</summary>
            { for others }
        </details>
    }
}

/// What a benchmark measures, what is to be said against comparing its scores, and where that is from.
fn about(app: &App, benchmark: &Benchmark, name: Html) -> Html {
    html! {
        <>
            <p class="ovc-note">{ name }{ rich(&benchmark.description) }
                if let Some(remark) = &benchmark.comparable {
                    { " " }<b>{ app.words.caution }</b>{ " " }{ rich(remark) }
                }
            </p>
            { source_details(app, &benchmark.sources) }
        </>
    }
}

/// The sentence, the drawing, and where it is read.
fn reading(
    stage: &Stage<'_>,
    lines: &Frontier,
    benchmark: &Benchmark,
    span: (Day, Day),
    left_out: &str,
) -> Html {
    let app = stage.app;
    let asked = stage.settings.frontier_day.unwrap_or(span.1);
    let day = asked.max(span.0).min(span.1);
    let reading = lines.at(day);
    let read = stage.on(|settings, value| settings.frontier_day = value.parse().ok());
    let settings = *stage.settings;
    let on_day = stage.set.reform(move |day| Settings {
        frontier_day: Some(day),
        ..settings
    });
    html! {
        <>
            { sentence(app, benchmark, &reading, left_out) }
            <p class="ovc-note">{ cautions(app, benchmark, &reading) }</p>
            { drawing(stage, lines, benchmark, span, day, &on_day) }
            { legend(app, lines) }
            { reader(stage, span, day, read) }
        </>
    }
}

/// What is drawn, and nothing else: the lines as they are drawn, and the marks that are on neither.
fn legend(app: &App, lines: &Frontier) -> Html {
    let messages = app.words;
    let drawn = [
        (
            &lines.open,
            Side::Open,
            "ovc-line is-open",
            messages.best_open,
        ),
        (
            &lines.closed,
            Side::Closed,
            "ovc-line is-closed",
            messages.best_closed,
        ),
    ];
    let drawn = drawn.into_iter().filter(|line| !line.0.is_empty());
    let drawn = drawn.map(|(_, side, class, words)| {
        html! {
            <span class={side::class_of(side)}>
                <svg class="ovc-shape" viewBox="-20 -8 40 16" aria-hidden="true">
                    <path class={class} d="M-20 0H20" />
                    <path d={side::outline(side, 5.5)} />
                </svg>
                { words }{ " " }
            </span>
        }
    });
    let is_other = |side: &Side| {
        let mut marks = lines.points.iter();
        marks.any(|mark| mark.openness.side() == *side && lines.weight(mark) <= 0.0)
    };
    let sides = [Side::Open, Side::Both, Side::Closed, Side::Context];
    let others: Vec<Html> = sides.into_iter().filter(is_other).map(side::icon).collect();
    html! {
        <p class="ovc-legend">
            { for drawn }
            if !others.is_empty() {
                <span>{ for others }{ messages.other_models }</span>
            }
        </p>
    }
}

fn sentence(app: &App, benchmark: &Benchmark, reading: &FrontierSnapshot, left_out: &str) -> Html {
    let messages = app.words;
    let name = |step: Option<FrontierStep>| step.map_or("", |step| super::name(app, step.model));
    let value =
        |step: Option<FrontierStep>| step.map_or_else(String::new, |step| step.value.to_string());
    // Months are not known to the hundredth; who takes the figure on may round it.
    let (lag, said) = (reading.lag_months(2), reading.lag_months(1));
    let pattern = match reading.gap.map(|gap| gap.cmp(&Decimal::ZERO)) {
        None => messages.frontier_none,
        Some(Ordering::Less) => messages.frontier_open,
        Some(Ordering::Equal) => messages.frontier_level,
        Some(Ordering::Greater) => messages.frontier_closed,
    };
    let gap = reading.gap.map(Decimal::abs).unwrap_or_default();
    let date = PartialDate::from_day(reading.day);
    let text = fill(
        pattern,
        &[
            ("benchmark", &benchmark.name),
            ("date", &app.formats.date(date)),
            ("gap", &gap.to_string()),
            ("open", name(reading.open)),
            ("open_value", &value(reading.open)),
            ("closed", name(reading.closed)),
            ("closed_value", &value(reading.closed)),
            ("lag", &said.unwrap_or_default().to_string()),
        ],
    );
    html! {
        <p class="ovc-sentence" data-benchmark={attr(&benchmark.id)}
            data-gap={reading.gap.map(|gap| gap.to_string())} data-lag={lag.map(|lag| lag.to_string())}>
            { text }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }
        </p>
    }
}

/// Who measured the two best scores, and what of the two models is not sure.
fn cautions(app: &App, benchmark: &Benchmark, reading: &FrontierSnapshot) -> String {
    let messages = app.words;
    let mut text = String::new();
    let mut testers = Vec::new();
    for step in [reading.closed, reading.open].into_iter().flatten() {
        let name = super::name(app, step.model);
        if let Some(score) = score(app, step.model, &benchmark.id, step.value) {
            let values = [("name", name), ("tester", &*score.tester)];
            text.push_str(&fill(messages.measured_by, &values));
            text.push(' ');
            testers.push(score.tester.clone());
        }
        let model = app.data.models().get(step.model);
        let confidence = model.and_then(|model| model.confidence);
        if let Some(confidence) = confidence.filter(|other| *other != Confidence::Confirmed) {
            let values = [
                ("name", name),
                ("confidence", messages.confidence(confidence)),
            ];
            text.push_str(&fill(messages.not_sure, &values));
            text.push(' ');
        }
    }
    if testers.first() != testers.last() {
        text.push_str(messages.testers_differ);
    }
    text
}

fn drawing(
    stage: &Stage<'_>,
    lines: &Frontier,
    benchmark: &Benchmark,
    span: (Day, Day),
    day: Day,
    on_day: &Callback<Day>,
) -> Html {
    let app = stage.app;
    let frame = Frame::new(stage, span);
    let scores = lines.points.iter().map(|mark| mark.value);
    let values = ValueScale::linear(scores, benchmark.max, 6, frame.values());
    let points: Vec<Point> = lines
        .points
        .iter()
        .map(|mark| {
            let name = super::name(app, mark.model);
            let date = app.formats.date(PartialDate::from_day(mark.day));
            let side = side(app, mark.openness);
            Point {
                model: mark.model,
                day: mark.day,
                value: mark.value,
                openness: mark.openness,
                rank: lines.weight(mark),
                name: format!("{name}: {}, {date}, {side}", mark.value),
                corrected: false,
            }
        })
        .collect();
    let line = |steps: &[FrontierStep], class: &'static str| {
        html! { <path class={class} d={path(steps, &frame, &values, span.1)} /> }
    };
    let mut obstacles = Vec::new();
    for steps in [&lines.open, &lines.closed] {
        let place = |step: &FrontierStep| (frame.x(step.day), values.position(step.value));
        for (at, step) in steps.iter().enumerate() {
            let from = place(step);
            let to = steps.get(at + 1).map_or((frame.x(span.1), from.1), place);
            obstacles.push(frame.line(from, (to.0, from.1)));
            // Not from where it turns up: a name under the line is as near to that as to the line.
            obstacles.push(frame.line((to.0, from.1 - 2.0), to));
        }
    }
    let drawing = html! {
        <>
            <path class="ovc-gap" d={gap_path(lines, &frame, &values, span.1)} />
            { line(&lines.open, "ovc-line is-open") }
            { line(&lines.closed, "ovc-line is-closed") }
        </>
    };
    let below = Backdrop {
        drawing,
        lines: obstacles,
        unit: benchmark.unit.clone(),
    };
    chart(
        stage,
        &frame,
        &values,
        app.words.frontier,
        below,
        &points,
        (day, on_day),
    )
}

/// A step line up to the last day of the chart.
fn path(steps: &[FrontierStep], frame: &Frame, values: &ValueScale, last: Day) -> String {
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

/// The area between the two lines, from where there are both: along the closed one and back along the
/// open one.
fn gap_path(lines: &Frontier, frame: &Frame, values: &ValueScale, last: Day) -> String {
    let (Some(open), Some(closed)) = (lines.open.first(), lines.closed.first()) else {
        return String::new();
    };
    let first = open.day.max(closed.day);
    let after = |steps: &[FrontierStep]| -> Vec<FrontierStep> {
        let begins = steps.partition_point(|step| step.day <= first).max(1) - 1;
        steps.get(begins..).unwrap_or_default().to_vec()
    };
    let at = |day: Day| px(frame.x(day.max(first)));
    let mut there = after(&lines.closed);
    if let Some(step) = there.first_mut() {
        step.day = first;
    }
    let mut path = path(&there, frame, values, last);
    for step in after(&lines.open).iter().rev() {
        path.push_str(&format!(
            "V{}H{}",
            px(values.position(step.value)),
            at(step.day)
        ));
    }
    path.push('Z');
    path
}

fn figures(app: &App, lines: &Frontier, benchmark: &Benchmark) -> Html {
    let messages = app.words;
    let rows = lines.points.iter().filter_map(|mark| {
        let model = app.data.models().get(mark.model)?;
        let score = score(app, mark.model, &benchmark.id, mark.value)?;
        let date = model.released.map(|date| app.formats.date(date));
        let note = score.note.as_ref().map(rich);
        let value = mark.value.to_string();
        Some(Row {
            key: model.id.to_string(),
            class: AttrValue::default(),
            id: Some(model.id.clone()),
            anchor: None,
            head: html! { attr(&model.name) },
            cells: vec![
                Html::from(date.unwrap_or_default()).into(),
                Html::from(side(app, mark.openness)).into(),
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
                .collect::<Html>()
                .into(),
                source_details(app, score.source.as_slice()).into(),
            ],
        })
    });
    let names = [
        messages.field_name,
        messages.field_released,
        messages.side_label,
        messages.field_score,
        messages.field_tester,
        messages.field_source,
    ];
    folded(app, html! { attr(&benchmark.name) }, &names, rows.collect())
}
