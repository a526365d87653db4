//! What the browser knows of Unicode, so that its tables need not be in the WebAssembly.

use js_sys::{Array, Intl, JsString, Object};
use wasm_bindgen::JsCast;

/// A text in one normal form, without differences of width and case.
pub(in crate::ui) fn normalize(text: &str) -> String {
    let text = JsString::from(text);
    text.normalize("NFKD").to_lower_case().into()
}

thread_local! {
    static CHARACTERS: Intl::Segmenter = Intl::Segmenter::new(&Array::new(), &Object::new());
}

/// Where the characters of a text end, in bytes, as a reader sees them: a flag or a syllable of Thai
/// has several code points.
pub(in crate::ui) fn character_ends(text: &str) -> Vec<usize> {
    // Nearly all names: asking the browser takes longer.
    if text.is_ascii() {
        return (1..=text.len()).collect();
    }
    let characters = CHARACTERS.with(|segmenter| segmenter.segment(text));
    let mut end = 0;
    let ends = Array::from(&characters).into_iter().map(|character| {
        let character: Intl::SegmentData = character.unchecked_into();
        end += String::from(character.segment()).len();
        end
    });
    ends.collect()
}
