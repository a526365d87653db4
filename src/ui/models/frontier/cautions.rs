//! Who measured the scores that are told, and what is uncertain about them.

use crate::charts::{Frontier, FrontierSnapshot, FrontierStep, ScoreSet};
use crate::dataset::{Confidence, Text};
use crate::locale::fill;
use crate::ui::context::App;
use crate::ui::models::words::model_name;

/// Who measured, what is uncertain about the models, and whether testers are mixed in the chart.
pub(super) fn cautions(
    app: &App,
    scores: ScoreSet<'_>,
    frontier: &Frontier,
    reading: &FrontierSnapshot,
) -> String {
    let mut models: Vec<usize> = Vec::new();
    let steps = [reading.open, reading.reached, reading.closed];
    for FrontierStep { model, .. } in steps.into_iter().flatten() {
        if !models.contains(&model) {
            models.push(model);
        }
    }
    let mut sentences: Vec<String> = measured_by(app, scores, &models).into_iter().collect();
    sentences.extend(models.iter().filter_map(|model| doubt(app, *model)));
    if frontier.testers > 1 {
        let count = frontier.testers.to_string();
        sentences.push(fill(app.words.testers_mixed, &[("count", &count)]));
    }
    sentences.join(" ")
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

/// What is not certain about a model; `None` where it is confirmed or nothing is said.
fn doubt(app: &App, model: usize) -> Option<String> {
    let pattern = match app.data.models().get(model)?.confidence? {
        Confidence::Confirmed => return None,
        Confidence::Reported => app.words.doubt_reported,
        Confidence::Disputed => app.words.doubt_disputed,
    };
    Some(fill(pattern, &[("name", model_name(app, model))]))
}
