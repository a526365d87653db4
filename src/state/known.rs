//! Values from links, hosts and inputs, reduced to those that the data set and the widget know.

use std::collections::HashMap;

use super::view_state::{MAX_MODELS, MAX_SEARCH_LENGTH, MAX_WEIGHT};
use crate::dataset::{Dataset, Text};

/// The ids of a list that are models, each once, in the order of the list.
pub(super) fn known_models(ids: &[Text], data: &Dataset) -> Vec<Text> {
    let mut models = Vec::new();
    for model in ids.iter().filter_map(|id| data.model(id)) {
        if models.len() < MAX_MODELS && !models.contains(&model.id) {
            models.push(model.id.clone());
        }
    }
    models
}

/// The id, if it is a benchmark.
pub(super) fn known_benchmark(id: &str, data: &Dataset) -> Option<Text> {
    data.benchmark(id).map(|benchmark| benchmark.id.clone())
}

/// The id, if it is a step of the story.
pub(super) fn known_step(id: &str, data: &Dataset) -> Option<Text> {
    let story = data.document.story.as_ref()?;
    let step = story.steps.get(data.step_position(id)?)?;
    Some(step.id.clone())
}

/// The id of the question with that id, or with a claim of that id.
pub(super) fn known_question(id: &str, data: &Dataset) -> Option<Text> {
    let question = data.document.dimensions.get(data.question_position(id)?)?;
    Some(question.id.clone())
}

/// The weights of a list such as `data-control:8`, in the order of the needs.
pub(super) fn known_weights(texts: &[Text], data: &Dataset) -> Vec<(Text, u8)> {
    let parsed = texts.iter().filter_map(|text| {
        let (need, weight) = text.rsplit_once(':')?;
        Some((need, weight.parse().ok()?))
    });
    known_needs(
        parsed.map(|(need, weight)| (need.into(), weight)).collect(),
        data,
    )
}

/// The weights of needs that there are, in the order of the needs.
pub(super) fn known_needs(weights: Vec<(Text, u8)>, data: &Dataset) -> Vec<(Text, u8)> {
    let weights: HashMap<Text, u8> = weights.into_iter().collect();
    let decide = data.document.decide.as_ref();
    let needs = decide.map_or(&[][..], |decide| &decide.needs);
    let known = |id: &Text| Some((id.clone(), (*weights.get(id)?).min(MAX_WEIGHT)));
    needs.iter().filter_map(|need| known(&need.id)).collect()
}

/// A search text, cut to the length that the input field takes.
pub(super) fn search_text(text: &str) -> Text {
    let end = text.char_indices().nth(MAX_SEARCH_LENGTH);
    end.map_or(text, |(end, _)| &text[..end]).into()
}
