//! A word of another language for a place that asks for a word of the program.

use crate::dataset::Words;

/// The word of a key, kept for as long as the page lives: there are as many as languages that a reader looks at.
pub(super) fn static_word(words: &Words, key: &str, english: &'static str) -> &'static str {
    match words.text(key) {
        Some(word) => Box::leak(Box::<str>::from(&**word)),
        None => english,
    }
}
