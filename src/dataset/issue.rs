//! What is wrong with a data set, in words.

use std::collections::HashSet;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// One problem: where it is and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// JSON path, such as `events[12].date`.
    pub path: String,
    /// What is wrong and what to write instead.
    pub message: String,
    /// Whether the record it stands in was left out because of it.
    pub left_out: bool,
}

/// Serialised as a map. For a struct, serde-wasm-bindgen adds a table of the field names, which takes
/// a kilobyte.
impl Serialize for Issue {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(3))?;
        object.serialize_entry("path", &self.path)?;
        object.serialize_entry("message", &self.message)?;
        object.serialize_entry("leftOut", &self.left_out)?;
        object.end()
    }
}

impl core::fmt::Display for Issue {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

/// How many records were left out: several problems of one record count once.
pub fn left_out(issues: &[Issue]) -> usize {
    fn record(issue: &Issue) -> &str {
        let end = issue.path.find(']').map_or(issue.path.len(), |end| end + 1);
        issue.path.get(..end).unwrap_or_default()
    }
    let lost = issues.iter().filter(|issue| issue.left_out);
    lost.map(record).collect::<HashSet<_>>().len()
}

/// Why a text is no data set at all: one sentence, and the issues found on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong and what to do, as a sentence.
    pub message: String,
    /// Problems by path, where reading got that far.
    pub issues: Vec<Issue>,
}

impl Refusal {
    pub(super) fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            issues: Vec::new(),
        }
    }

    /// The refusal of a text that is not JSON, with the parser's error.
    pub(super) fn no_json(error: &str) -> Self {
        Self::new(format!("The data set is not JSON: {error}."))
    }

    /// The refusal of JSON that is not an object.
    pub(super) fn no_object() -> Self {
        Self::new(
            "The data set is not a JSON object; it starts with { and has the keys version, meta and events.",
        )
    }
}

impl core::fmt::Display for Refusal {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}
