//! Values from links, hosts and inputs, reduced to those that the data set and the widget know.

use super::view_state::{MAX_MODELS, MAX_SEARCH_LENGTH};
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

/// A search text, cut to the length that the input field takes.
pub(super) fn search_text(text: &str) -> Text {
    let end = text.char_indices().nth(MAX_SEARCH_LENGTH);
    end.map_or(text, |(end, _)| &text[..end]).into()
}
