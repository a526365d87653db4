//! The keys of the state in links and in objects of the host.
//!
//! Given a key; reads or sets its values, which are texts.

use super::known::{
    known_benchmark, known_models, known_question, known_step, known_weights, search_text,
};
use super::view_state::{SideOrder, View, ViewState};
use crate::dataset::{Dataset, Text, Vocabulary, is_language_tag};
use crate::date::DateRange;
use crate::definition::DefinitionId;
use crate::query::Filter;

/// All keys, in the order in which links have them.
pub const KEYS: [&str; 17] = [
    "view",
    "step",
    "event",
    "range",
    "side",
    "kind",
    "actor",
    "level",
    "confidence",
    "q",
    "order",
    "definition",
    "question",
    "models",
    "benchmark",
    "weights",
    "lang",
];

/// Whether a key has a list of values.
pub fn is_list(key: &str) -> bool {
    matches!(key, "models" | "weights") || Filter::from_word(key).is_some()
}

/// The values of a key; empty where it has none.
pub fn values(state: &ViewState, key: &str) -> Vec<Text> {
    let one = match key {
        "view" => Some(state.view.as_str().into()),
        "event" => state.event.clone(),
        "range" => state.range.map(|range| range.to_string().into()),
        "q" => Some(state.search.clone()).filter(|text| !text.is_empty()),
        "order" => Some(state.order.as_str().into()),
        "definition" => Some(state.definition.as_str().into()),
        "benchmark" => state.benchmark.clone(),
        "step" => state.step.clone(),
        "lang" => state.lang.clone(),
        "question" => state.question.clone(),
        "models" => return state.models.clone(),
        "weights" => {
            let weights = state.weights.iter();
            return weights
                .map(|(need, weight)| format!("{need}:{weight}").into())
                .collect();
        }
        _ => {
            let filter = Filter::from_word(key);
            return filter.map_or_else(Vec::new, |filter| state.filters.get(filter).to_vec());
        }
    };
    one.into_iter().collect()
}

/// Sets a key. Without values it goes back to the starting state. Unknown values are left out; where no
/// other is left, nothing changes.
pub fn set(state: &mut ViewState, start: &ViewState, key: &str, values: &[Text], data: &Dataset) {
    let value = values.first().map(|value| &**value);
    match key {
        "view" => match value {
            Some(word) => state.view = View::from_word(word).unwrap_or(state.view),
            None => state.view = start.view,
        },
        "event" => match value {
            Some(id) => {
                if let Some(event) = data.event(id) {
                    state.event = Some(event.id.clone());
                }
            }
            None => state.event = None,
        },
        "range" => match value {
            Some(text) => state.range = DateRange::parse(text).ok().or(state.range),
            None => state.range = None,
        },
        "q" => state.search = search_text(value.unwrap_or_default()),
        "order" => match value {
            Some(word) => state.order = SideOrder::from_word(word).unwrap_or(state.order),
            None => state.order = start.order,
        },
        "definition" => match value {
            Some(word) => {
                state.definition = DefinitionId::from_word(word).unwrap_or(state.definition);
            }
            None => state.definition = start.definition,
        },
        "benchmark" => match value {
            Some(id) => {
                state.benchmark = known_benchmark(id, data).or(state.benchmark.take());
            }
            None => state.benchmark = None,
        },
        "lang" => match value {
            Some(tag) if !is_language_tag(tag) => {}
            lang => state.lang = lang.map(Text::from),
        },
        "step" => match value {
            Some(id) => state.step = known_step(id, data).or(state.step.take()),
            None => state.step = None,
        },
        "question" => match value {
            Some(id) => state.question = known_question(id, data).or(state.question.take()),
            None => state.question = None,
        },
        "weights" => {
            let known = known_weights(values, data);
            if values.is_empty() || !known.is_empty() {
                state.weights = known;
            }
        }
        "models" => {
            let known = known_models(values, data);
            if values.is_empty() || !known.is_empty() {
                state.models = known;
            }
        }
        _ => {
            if let Some(filter) = Filter::from_word(key) {
                let mut filters = state.filters.clone();
                filters.set(filter, values, data);
                if values.is_empty() || !filters.get(filter).is_empty() {
                    state.filters = filters;
                }
            }
        }
    }
}
