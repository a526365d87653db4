//! The state as a URL fragment: `view=timeline&event=deepseek-r1&range=2024-12/2025-03`.

use super::keys::{KEYS, is_list, set, values};
use super::{View, ViewState, percent};
use crate::dataset::{Dataset, Text, Vocabulary};

/// The differences from the starting state, without the `#`.
pub fn to_fragment(state: &ViewState, start: &ViewState) -> String {
    let mut fragment = String::new();
    for key in KEYS {
        let values = values(state, key);
        let is_as_before =
            matches!(key, "view" | "order" | "definition") && values == self::values(start, key);
        if values.is_empty() || is_as_before {
            continue;
        }
        let mut sign = if fragment.is_empty() { "" } else { "&" };
        fragment.push_str(sign);
        fragment.push_str(key);
        sign = "=";
        for value in values {
            fragment.push_str(sign);
            percent::encode(&value, &mut fragment);
            sign = ",";
        }
    }
    fragment
}

/// Whether a fragment is of the page around us: it names a place there, or has keys of somebody else.
pub fn is_foreign(fragment: &str, data: &Dataset) -> bool {
    let fragment = fragment.trim_start_matches('#');
    let ours = |pair: &str| match pair.split_once('=') {
        Some((key, _)) => KEYS.contains(&key),
        None => {
            let id = decode(pair);
            data.event(&id).is_some() || View::from_word(&id).is_some()
        }
    };
    !fragment.is_empty() && !fragment.split('&').any(ours)
}

/// The state that a fragment tells, on top of the starting state. Unknown keys are ignored and bad
/// values dropped. A bare id of an event selects it, because static pages link that way.
pub fn parse_fragment(fragment: &str, start: &ViewState, data: &Dataset) -> ViewState {
    let fragment = fragment.trim_start_matches('#');
    let mut state = start.clone();
    let mut pairs = fragment
        .split('&')
        .filter_map(|pair| pair.split_once('='))
        .peekable();
    if pairs.peek().is_none() {
        let id = decode(fragment);
        if data.event(&id).is_some() {
            state.view = View::Timeline;
            state.event = Some(id);
        } else if let Some(view) = View::from_word(&id) {
            state.view = view;
        }
    }
    for (key, value) in pairs {
        if is_list(key) {
            // A comma inside of an id is written as %2C, and so is every comma by what encodes the
            // whole list, such as `URLSearchParams`: both are read.
            let items: Vec<Text> = value.split(',').map(decode).collect();
            set(&mut state, start, key, &items, data);
            if values(&state, key).is_empty() {
                let items: Vec<Text> = decode(value).split(',').map(Text::from).collect();
                set(&mut state, start, key, &items, data);
            }
        } else if key == "q" {
            // Forms write a space so; we write the sign itself as %2B.
            set(
                &mut state,
                start,
                key,
                &[decode(&value.replace('+', " "))],
                data,
            );
        } else {
            set(&mut state, start, key, &[decode(value)], data);
        }
    }
    state
}

fn decode(text: &str) -> Text {
    percent::decode(text).into()
}
