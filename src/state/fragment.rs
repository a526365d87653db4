//! The state as a URL fragment: `view=timeline&event=deepseek-r1&range=2024-12/2025-03`.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::{Order, View, ViewState, actors, levels, search_text};
use crate::dataset::{Dataset, Text, Vocabulary};
use crate::date::DateRange;

/// What a fragment may hold as it is; the comma separates the items of a list.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'/')
    .remove(b',')
    .remove(b':');

/// What an item of a list may hold as it is.
const KEPT_IN_LIST: &AsciiSet = &KEPT.add(b',');

/// The differences from the starting state, without the `#`.
pub fn to_fragment(state: &ViewState, start: &ViewState) -> String {
    let mut fragment = String::new();
    let mut put = |key: &str, value: &str| {
        if !fragment.is_empty() {
            fragment.push('&');
        }
        fragment.push_str(key);
        fragment.push('=');
        fragment.push_str(value);
    };
    if state.view != start.view {
        put("view", state.view.as_str());
    }
    if let Some(event) = &state.event {
        put("event", &encode(event, KEPT));
    }
    if let Some(range) = state.range {
        put("range", &encode(&range.to_string(), KEPT));
    }
    if !state.sides.is_empty() {
        put("side", &join(&state.sides));
    }
    if !state.kinds.is_empty() {
        put("kind", &join(&state.kinds));
    }
    if !state.actors.is_empty() {
        put("actor", &join_ids(&state.actors));
    }
    if !state.levels.is_empty() {
        put("level", &join_ids(&state.levels));
    }
    if !state.confidence.is_empty() {
        put("confidence", &join(&state.confidence));
    }
    if !state.search.is_empty() {
        put("q", &encode(&state.search, KEPT));
    }
    if state.order != start.order {
        put("order", state.order.as_str());
    }
    fragment
}

fn encode(text: &str, kept: &'static AsciiSet) -> String {
    utf8_percent_encode(text, kept).to_string()
}

fn join_ids(ids: &[Text]) -> String {
    let ids: Vec<String> = ids.iter().map(|id| encode(id, KEPT_IN_LIST)).collect();
    ids.join(",")
}

fn join<T: Vocabulary>(items: &[T]) -> String {
    let words: Vec<&str> = items.iter().map(|item| item.as_str()).collect();
    words.join(",")
}

/// The state that a fragment tells, on top of the starting state. Unknown keys are ignored and bad
/// values dropped. A bare id of an event selects it, because static pages link that way.
pub fn parse_fragment(fragment: &str, start: &ViewState, data: &Dataset) -> ViewState {
    let fragment = fragment.trim_start_matches('#');
    let mut state = start.clone();
    if !fragment.contains('=') {
        let id = decode(fragment);
        if data.event(&id).is_some() {
            state.view = View::Timeline;
            state.event = Some(Text::from(id));
        } else if let Some(view) = View::from_word(&id) {
            state.view = view;
        }
        return state;
    }
    for (key, value) in fragment.split('&').filter_map(|pair| pair.split_once('=')) {
        match key {
            "actor" => state.actors = ids(value, &|ids| actors(data, ids)),
            "level" => state.levels = ids(value, &|ids| levels(data, ids)),
            // Forms write a space so; we write the sign itself as %2B.
            "q" => state.search = search_text(&decode(&value.replace('+', " "))),
            _ => set(&mut state, key, &decode(value), data),
        }
    }
    state
}

/// The ids of a list that are known. A comma inside of an id is written as %2C, and so is every
/// comma by what encodes the whole list, such as `URLSearchParams`: both are read.
fn ids(value: &str, known: &dyn Fn(&[Text]) -> Vec<Text>) -> Vec<Text> {
    let items: Vec<Text> = value.split(',').map(|id| decode(id).into()).collect();
    let found = known(&items);
    if !found.is_empty() {
        return found;
    }
    let items: Vec<Text> = decode(value).split(',').map(Text::from).collect();
    known(&items)
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn set(state: &mut ViewState, key: &str, value: &str, data: &Dataset) {
    match key {
        "view" => {
            if let Some(view) = View::from_word(value) {
                state.view = view;
            }
        }
        "event" => {
            if let Some(event) = data.event(value) {
                state.event = Some(event.id.clone());
            }
        }
        "range" => {
            if let Ok(range) = DateRange::parse(value) {
                state.range = Some(range);
            }
        }
        "side" => state.sides = words(value),
        "kind" => state.kinds = words(value),
        "confidence" => state.confidence = words(value),
        "order" => {
            if let Some(order) = Order::from_word(value) {
                state.order = order;
            }
        }
        _ => {}
    }
}

/// The known words of a comma-separated list, each once, in the order of the vocabulary.
fn words<T: Vocabulary>(value: &str) -> Vec<T> {
    T::ALL
        .iter()
        .copied()
        .filter(|item| value.split(',').any(|word| word == item.as_str()))
        .collect()
}
