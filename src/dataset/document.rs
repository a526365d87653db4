//! The text of a document, and the place of each value and each record in it.
//!
//! One scan checks that the text is JSON and finds the values of the document; nothing is
//! deserialised. Records are found when their list is read.

use std::ops::Range;

use serde_json::value::RawValue;

use super::issue::Refusal;
use super::raw::{Fields, place};

/// A JSON object whose values have been found and not yet deserialised.
#[derive(Default)]
pub(super) struct DocumentText {
    text: String,
    /// The place of each value. Of a key that occurs twice the last one counts.
    values: Vec<(String, Range<usize>)>,
}

impl DocumentText {
    /// Scans a text.
    ///
    /// # Errors
    /// Refuses what is not JSON, and what is not an object.
    pub(super) fn scan(mut text: String) -> Result<Self, Refusal> {
        // Some editors put a byte order mark first.
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let values = serde_json::from_str::<Fields>(&text)
            .map_err(|error| refusal(&text, &error))?
            .iter()
            .map(|(key, value)| (key.to_owned(), place(value, &text)))
            .collect();
        Ok(Self { text, values })
    }

    /// The JSON text of the value with that key.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        let mut values = self.values.iter().rev();
        let (_, place) = values.find(|(other, _)| other == key)?;
        self.slice(place)
    }

    /// The places of the records of a list; `None` where the value is not a list.
    pub(super) fn records(&self, key: &str) -> Option<Vec<Range<usize>>> {
        let items: Vec<&RawValue> = serde_json::from_str(self.value(key)?).ok()?;
        Some(items.iter().map(|item| place(item, &self.text)).collect())
    }

    /// The JSON text at a place.
    pub(super) fn slice(&self, place: &Range<usize>) -> Option<&str> {
        self.text.get(place.clone())
    }

    /// Length of the text in bytes.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The keys.
    #[cfg(feature = "schema")]
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(|(key, _)| key.as_str())
    }
}

fn refusal(text: &str, error: &serde_json::Error) -> Refusal {
    // JSON that is no object is sound up to its end.
    match serde_json::from_str::<&RawValue>(text) {
        Ok(_) if error.is_data() => Refusal::no_object(),
        Ok(_) => Refusal::no_json(&error.to_string()),
        Err(error) => Refusal::no_json(&error.to_string()),
    }
}
