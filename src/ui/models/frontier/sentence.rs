//! The frontier at a day, in words.

use core::cmp::Ordering;

use yew::prelude::*;

use crate::charts::{FrontierSnapshot, FrontierStep};
use crate::dataset::{Benchmark, Confidence};
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::ui::components::definition::in_force;
use crate::ui::context::{App, attr};
use crate::ui::models::words::{model_name, score};

/// The sentence under the heading, with its figures as attributes.
pub(super) fn sentence(
    app: &App,
    benchmark: &Benchmark,
    reading: &FrontierSnapshot,
    left_out: &str,
) -> Html {
    // Two decimals are more than is certain, but a host that uses the figure can round it.
    let lag = reading.lag_months(2);
    let text = gap_in_words(app, benchmark, reading);
    html! {
        <p class="ovc-sentence" data-benchmark={attr(&benchmark.id)}
            data-gap={reading.gap.map(|gap| gap.to_string())} data-lag={lag.map(|lag| lag.to_string())}>
            { text }{ " " }{ in_force(app) }{ " " }{ left_out.to_owned() }
        </p>
    }
}

/// Which of the best scores leads, by how many points and months.
fn gap_in_words(app: &App, benchmark: &Benchmark, reading: &FrontierSnapshot) -> String {
    let words = app.words;
    let name = |step: Option<FrontierStep>| step.map_or("", |step| model_name(app, step.model));
    let value =
        |step: Option<FrontierStep>| step.map_or_else(String::new, |step| step.value.to_string());
    let pattern = match reading.gap.map(|gap| gap.cmp(&Decimal::ZERO)) {
        None => words.frontier_none,
        Some(Ordering::Less) => words.frontier_open,
        Some(Ordering::Equal) => words.frontier_level,
        Some(Ordering::Greater) => words.frontier_closed,
    };
    let gap = reading.gap.map(Decimal::abs).unwrap_or_default();
    let lag = reading.lag_months(1).unwrap_or_default();
    let date = PartialDate::from_day(reading.day);
    fill(
        pattern,
        &[
            ("benchmark", &benchmark.name),
            ("date", &app.formats.date(date)),
            ("gap", &gap.to_string()),
            ("open", name(reading.open)),
            ("open_value", &value(reading.open)),
            ("closed", name(reading.closed)),
            ("closed_value", &value(reading.closed)),
            ("lag", &lag.to_string()),
        ],
    )
}

/// Who measured the two best scores, and what is uncertain about the two models.
pub(super) fn cautions(app: &App, benchmark: &Benchmark, reading: &FrontierSnapshot) -> String {
    let words = app.words;
    let mut text = String::new();
    let mut testers = Vec::new();
    for step in [reading.closed, reading.open].into_iter().flatten() {
        let name = model_name(app, step.model);
        if let Some(score) = score(app, step.model, &benchmark.id, step.value) {
            let values = [("name", name), ("tester", &*score.tester)];
            text.push_str(&fill(words.measured_by, &values));
            text.push(' ');
            testers.push(&score.tester);
        }
        let model = app.data.models().get(step.model);
        let confidence = model.and_then(|model| model.confidence);
        if let Some(confidence) = confidence.filter(|other| *other != Confidence::Confirmed) {
            let values = [("name", name), ("confidence", words.confidence(confidence))];
            text.push_str(&fill(words.not_sure, &values));
            text.push(' ');
        }
    }
    if testers.first() != testers.last() {
        text.push_str(words.testers_differ);
    }
    text
}
