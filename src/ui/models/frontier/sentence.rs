//! The frontier at a day, in words.

use core::cmp::Ordering;

use yew::prelude::*;

use crate::charts::{FrontierSnapshot, FrontierStep, ScoreSet, months};
use crate::dataset::Benchmark;
use crate::date::{Day, PartialDate, Precision};
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::ui::components::definition::in_force;
use crate::ui::context::{App, attr};
use crate::ui::models::words::{model_name, on_date, with_unit};

/// Shorter lags are told in days: “0.4 months” says little.
const DAYS_OF_A_MONTH: Day = 31;

/// The sentence under the heading, with its figures as attributes. `is_filtered` is whether the filters
/// hide models.
pub(super) fn sentence(
    app: &App,
    benchmark: &Benchmark,
    scores: ScoreSet<'_>,
    reading: &FrontierSnapshot,
    is_filtered: bool,
    left_out: &str,
) -> Html {
    // Two decimals are more than is certain, but a host that uses the figure can round it.
    let lag = reading.lag_months(2);
    let place = place(app, benchmark, scores, reading.day);
    let told = frontier_in_words(app, benchmark, reading, is_filtered);
    html! {
        <p class="ovc-sentence" data-benchmark={attr(&benchmark.id)}
            data-gap={reading.gap.map(|gap| gap.to_string())} data-lag={lag.map(|lag| lag.to_string())}>
            { place }{ " " }{ told }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }
        </p>
    }
}

/// Which scores are told, and up to which day.
fn place(app: &App, benchmark: &Benchmark, scores: ScoreSet<'_>, day: Day) -> String {
    let values = [
        ("benchmark", &*scores_name(app, benchmark, scores)),
        ("date", &*app.formats.date(PartialDate::from_day(day))),
    ];
    fill(app.words.frontier_place, &values)
}

/// Name of the scores: that of the benchmark, with the only tester where there is one.
pub(super) fn scores_name(app: &App, benchmark: &Benchmark, scores: ScoreSet<'_>) -> String {
    let Some(tester) = scores.tester else {
        return benchmark.name.to_string();
    };
    let values = [("benchmark", &*benchmark.name), ("tester", tester)];
    fill(app.words.tested_by, &values)
}

/// What the best open model reached and when, since when a closed one had it, and who led.
fn frontier_in_words(
    app: &App,
    benchmark: &Benchmark,
    reading: &FrontierSnapshot,
    is_filtered: bool,
) -> String {
    let words = app.words;
    let told = match (reading.open, reading.closed) {
        (Some(open), Some(closed)) => {
            let sentences = [
                reached(app, benchmark, open),
                reached_before(app, benchmark, open, reading.reached),
                lead(app, benchmark, reading, closed),
            ];
            return sentences.join(" ");
        }
        (None, Some(closed)) => with_model(app, benchmark, words.frontier_no_open, closed),
        (Some(open), None) => with_model(app, benchmark, words.frontier_no_closed, open),
        (None, None) => words.frontier_no_score.to_owned(),
    };
    if is_filtered {
        fill(words.frontier_shown, &[("told", &told)])
    } else {
        told
    }
}

/// A pattern with one model, which it calls open or closed, and its score.
fn with_model(app: &App, benchmark: &Benchmark, pattern: &str, step: FrontierStep) -> String {
    let (name, value) = (model_name(app, step.model), score(benchmark, step));
    let values = [("open", name), ("closed", name), ("value", &*value)];
    fill(pattern, &values)
}

/// The score of a step, with its unit.
fn score(benchmark: &Benchmark, step: FrontierStep) -> String {
    with_unit(step.value.to_string(), benchmark.unit.as_deref())
}

/// When the model of a step was released, as far as it is known.
fn released(app: &App, step: FrontierStep) -> PartialDate {
    let model = app.data.models().get(step.model);
    let released = model.and_then(|model| model.released);
    released.unwrap_or_else(|| PartialDate::from_day(step.day))
}

/// The best open model, its score and the date of its release as it is known.
fn reached(app: &App, benchmark: &Benchmark, open: FrontierStep) -> String {
    let date = released(app, open);
    let values = [
        ("open", model_name(app, open.model)),
        ("value", &*score(benchmark, open)),
        ("date", &*on_date(app, date)),
    ];
    fill(app.words.frontier_reached, &values)
}

/// The first closed model with at least that score, and how long before; or that there was none.
fn reached_before(
    app: &App,
    benchmark: &Benchmark,
    open: FrontierStep,
    closed: Option<FrontierStep>,
) -> String {
    let words = app.words;
    let Some(closed) = closed else {
        return words.frontier_first.to_owned();
    };
    let days = open.day - closed.day;
    let lag = if days < DAYS_OF_A_MONTH {
        words.days(usize::try_from(days).unwrap_or_default())
    } else {
        words.months(months(days, 1))
    };
    let is_exact = [open, closed]
        .into_iter()
        .all(|step| released(app, step).precision() == Precision::Day);
    let lag = if is_exact {
        lag
    } else {
        fill(words.about, &[("count", &lag)])
    };
    let values = [
        ("lag", &*lag),
        ("closed", model_name(app, closed.model)),
        ("value", &*score(benchmark, closed)),
    ];
    fill(words.frontier_before, &values)
}

/// Who led, and by how many points.
fn lead(
    app: &App,
    benchmark: &Benchmark,
    reading: &FrontierSnapshot,
    closed: FrontierStep,
) -> String {
    let words = app.words;
    let gap = reading.gap.unwrap_or_default();
    // That model may have been named just before.
    let is_named = reading
        .reached
        .is_some_and(|step| step.model == closed.model);
    let pattern = match gap.cmp(&Decimal::ZERO) {
        Ordering::Less => words.frontier_open_led,
        Ordering::Equal => words.frontier_level,
        Ordering::Greater if is_named => words.frontier_closed_led,
        Ordering::Greater => words.frontier_closed_led_with,
    };
    let values = [
        ("points", &*words.points(gap.abs())),
        ("closed", model_name(app, closed.model)),
        ("value", &*score(benchmark, closed)),
    ];
    fill(pattern, &values)
}
