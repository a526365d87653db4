//! The JSON Schema of the data set.

use super::types::Document;

/// The JSON Schema of the data set, generated from the types, pretty-printed with a final newline.
pub fn schema_json() -> String {
    let schema = schemars::schema_for!(Document);
    let mut text = serde_json::to_string_pretty(&schema).unwrap_or_default();
    text.push('\n');
    text
}
