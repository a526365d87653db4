//! Who measured the scores that are told, and what is uncertain about them.

use yew::prelude::*;

use crate::charts::{Frontier, FrontierSnapshot, FrontierStep, ScoreSet};
use crate::dataset::{Confidence, Text};
use crate::locale::fill;
use crate::ui::context::{App, rich};
use crate::ui::models::words::model_name;

/// Who measured, what is uncertain about the models, and whether testers are mixed in the chart.
pub(super) fn cautions(
    app: &App,
    scores: ScoreSet<'_>,
    frontier: &Frontier,
    reading: &FrontierSnapshot,
) -> Html {
    let mut models: Vec<usize> = Vec::new();
    let steps = [reading.open, reading.reached, reading.closed];
    for FrontierStep { model, .. } in steps.into_iter().flatten() {
        if !models.contains(&model) {
            models.push(model);
        }
    }
    let count = frontier.testers.to_string();
    html! {
        <p class="ovc-note">
            { measured_by(app, scores, &models) }
            { for models.iter().map(|model| html! { <>{ " " }{ doubt(app, *model) }</> }) }
            if frontier.testers > 1 {
                { " " }{ fill(app.words.testers_mixed, &[("count", &count)]) }
            }
        </p>
    }
}

/// The models whose scores are by one tester.
struct Measured<'a> {
    tester: &'a Text,
    models: Vec<&'a str>,
}

/// Who measured which of the models; `None` where there are none.
fn measured_by(app: &App, scores: ScoreSet<'_>, models: &[usize]) -> Option<String> {
    let mut measured: Vec<Measured<'_>> = Vec::new();
    for at in models {
        let score = app
            .data
            .models()
            .get(*at)
            .and_then(|model| scores.best(model));
        let Some(score) = score else { continue };
        let name = model_name(app, *at);
        match measured
            .iter_mut()
            .find(|other| *other.tester == score.tester)
        {
            Some(other) => other.models.push(name),
            None => measured.push(Measured {
                tester: &score.tester,
                models: vec![name],
            }),
        }
    }
    let testers: Vec<String> = measured
        .iter()
        .map(|Measured { tester, models }| format!("{tester} ({})", models.join(", ")))
        .collect();
    let testers = testers.join("; ");
    (!testers.is_empty()).then(|| fill(app.words.measured_by, &[("testers", &testers)]))
}

/// What is not certain about a model; nothing where it is confirmed or nothing is said. The note of
/// the model says what it is.
fn doubt(app: &App, model: usize) -> Html {
    let words = app.words;
    let Some(model) = app.data.models().get(model) else {
        return Html::default();
    };
    let pattern = match (model.confidence, &model.note) {
        (None | Some(Confidence::Confirmed), _) => return Html::default(),
        (Some(Confidence::Reported), None) => words.doubt_reported,
        (Some(Confidence::Reported), Some(_)) => words.doubt_reported_note,
        (Some(Confidence::Disputed), None) => words.doubt_disputed,
        (Some(Confidence::Disputed), Some(_)) => words.doubt_disputed_note,
    };
    let doubt = fill(pattern, &[("name", &model.name)]);
    html! { <>{ doubt }{ " " }{ model.note.as_ref().map(rich) }</> }
}
