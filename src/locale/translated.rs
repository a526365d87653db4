//! The words of the interface in another language.

use super::messages::Messages;
use crate::dataset::Words;

/// The words of the interface in another language, kept for as long as the page lives; English where it has none.
pub fn messages_of(words: &Words) -> &'static Messages {
    Box::leak(Box::new(Messages::translated(words)))
}

/// The paths of the words that a file of words lacks: of the interface, and of the data set that it translates.
#[cfg(feature = "schema")]
pub fn missing_words(
    data: &crate::dataset::Dataset,
    file: &crate::dataset::WordsFile,
) -> Vec<String> {
    let mut missing = data.translated(file).untranslated().to_vec();
    missing.extend(Messages::missing(Some(&file.messages), "messages"));
    missing
}
