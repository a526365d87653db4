//! The state as the fragment of a URL: `view=timeline&event=deepseek-r1&range=2024-12/2025-03`.
//!
//! A fragment holds what differs from the starting state. Values are percent-encoded (RFC 3986).

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::keys::{KEYS, is_list, set, values};
use super::view_state::{View, ViewState};
use crate::dataset::{Dataset, Text, Vocabulary};

/// Characters that are encoded in a value. A comma separates the items of a list, so it is one of them.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'/')
    .remove(b':');

/// The differences from the starting state, without the `#`.
pub fn to_fragment(state: &ViewState, start: &ViewState) -> String {
    let is_written = |key: &&str| {
        let values = values(state, key);
        let is_default =
            matches!(*key, "view" | "order" | "definition") && values == self::values(start, key);
        !values.is_empty() && !is_default
    };
    let mut keys: Vec<&str> = KEYS.into_iter().filter(is_written).collect();
    if implied_view(&keys, start).is_some() {
        keys.insert(0, "view");
    }
    let pair = |key: &&str| {
        let values = values(state, key);
        let values: Vec<String> = values.iter().map(|value| encode(value)).collect();
        format!("{key}={}", values.join(","))
    };
    keys.iter().map(pair).collect::<Vec<String>>().join("&")
}

/// Whether a fragment belongs to the page around the widget: it names a place there, or has no key of
/// the widget.
pub fn is_foreign(fragment: &str, data: &Dataset) -> bool {
    let fragment = fragment.trim_start_matches('#');
    let is_ours = |pair: &str| match pair.split_once('=') {
        Some((key, _)) => KEYS.contains(&key),
        None => {
            let id = decode(pair);
            data.event(&id).is_some() || View::from_word(&id).is_some()
        }
    };
    !fragment.is_empty() && !fragment.split('&').any(is_ours)
}

/// The state that a fragment describes, on top of the starting state.
///
/// Unknown keys and bad values are ignored. The id of an event alone selects that event, because static
/// pages link that way.
pub fn parse_fragment(fragment: &str, start: &ViewState, data: &Dataset) -> ViewState {
    let fragment = fragment.trim_start_matches('#');
    let mut state = start.clone();
    let pairs = fragment.split('&').filter_map(|pair| pair.split_once('='));
    let mut pairs = pairs.peekable();
    if pairs.peek().is_none() {
        let id = decode(fragment);
        if data.event(&id).is_some() {
            state.view = View::Timeline;
            state.event = Some(id);
        } else if let Some(view) = View::from_word(&id) {
            state.view = view;
        }
    }
    let keys: Vec<&str> = fragment
        .split('&')
        .filter_map(|pair| Some(pair.split_once('=')?.0))
        .collect();
    for (key, value) in pairs {
        if is_list(key) {
            set_list(&mut state, start, key, value, data);
        } else if key == "q" {
            // Forms write a space as “+”. We write a plus sign as %2B.
            let value = decode(&value.replace('+', " "));
            set(&mut state, start, key, &[value], data);
        } else {
            set(&mut state, start, key, &[decode(value)], data);
        }
    }
    // Values that are not known say nothing of a view.
    if state != *start
        && let Some(view) = implied_view(&keys, start)
    {
        state.view = view;
    }
    state
}

/// The view that keys without a view are meant for: in links from before there was a story, the timeline was first.
fn implied_view(keys: &[&str], start: &ViewState) -> Option<View> {
    let has = |wanted: &[&str]| keys.iter().any(|key| wanted.contains(key));
    if start.view != View::Story || has(&["view", "step"]) {
        None
    } else if has(&["models", "benchmark"]) {
        Some(View::Models)
    } else {
        let of_events = [
            "event",
            "range",
            "side",
            "kind",
            "actor",
            "level",
            "confidence",
            "q",
        ];
        has(&of_events).then_some(View::Timeline)
    }
}

/// Sets a list. A comma inside an id is written as %2C. `URLSearchParams` encodes the commas between the
/// items, too, so a list without known items is read that way.
fn set_list(state: &mut ViewState, start: &ViewState, key: &str, value: &str, data: &Dataset) {
    let items: Vec<Text> = value.split(',').map(decode).collect();
    set(state, start, key, &items, data);
    if values(state, key).is_empty() {
        let items: Vec<Text> = decode(value).split(',').map(Text::from).collect();
        set(state, start, key, &items, data);
    }
}

fn encode(value: &str) -> String {
    utf8_percent_encode(value, ENCODED).to_string()
}

fn decode(value: &str) -> Text {
    percent_decode_str(value).decode_utf8_lossy().into()
}

#[cfg(test)]
mod tests {
    use super::{decode, encode};

    #[test]
    fn characters_with_a_meaning_are_encoded() {
        assert_eq!(encode("2024-12/2025-03"), "2024-12/2025-03");
        assert_eq!(encode("a, b & 50%=#+"), "a%2C%20b%20%26%2050%25%3D%23%2B");
        assert_eq!(encode("오픈"), "%EC%98%A4%ED%94%88");
    }

    #[test]
    fn encoded_text_is_decoded_and_other_text_stays() {
        for text in ["", "a, b & 50%=#+", "오픈 é 👩‍🔬", "%41", "%"] {
            assert_eq!(&*decode(&encode(text)), text);
        }
        assert_eq!(&*decode("%ec%98%a4"), "오");
        assert_eq!(&*decode("100%"), "100%");
        assert_eq!(&*decode("%4"), "%4");
        assert_eq!(&*decode("%zz%41"), "%zzA");
        assert_eq!(&*decode("%ff"), "\u{fffd}");
    }
}
