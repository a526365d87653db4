//! What is wrong with a value, in words.
//!
//! serde's errors are for programmers; these are for the author of the data set.

use std::fmt;

use serde_json::error::Category;

use super::issue::Issue;

/// What is wrong with a value, and where in it.
#[derive(Debug)]
pub(super) struct Problem {
    /// Path inside the value, such as `prices[0].output`; empty for the value itself.
    pub(super) path: String,
    /// What is wrong and what to write instead.
    pub(super) message: String,
}

impl Problem {
    pub(super) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            message: message.into(),
        }
    }

    /// The first key of the path.
    pub(super) fn key(&self) -> &str {
        self.path.split(['.', '[']).next().unwrap_or_default()
    }

    /// The issue of a value that stands at `path` in the document.
    pub(super) fn at(&self, path: &dyn fmt::Display, left_out: bool) -> Issue {
        let mut whole = path.to_string();
        push_key(&mut whole, &self.path);
        Issue {
            path: whole,
            message: self.message.clone(),
            left_out,
        }
    }

    /// The problem of a value that has this one at `path`.
    pub(super) fn inside(self, path: &str) -> Self {
        let mut whole = path.to_owned();
        push_key(&mut whole, &self.path);
        Self {
            path: whole,
            ..self
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

/// Extends a path by a key, or by another path.
pub(super) fn push_key(path: &mut String, key: &str) {
    if !path.is_empty() && !key.is_empty() && !key.starts_with('[') {
        path.push('.');
    }
    path.push_str(key);
}

/// Words for an error of serde about the value at `path`, or about a field that it lacks.
pub(super) fn explain(path: String, error: &serde_json::Error) -> Problem {
    let text = error.to_string();
    // The line and column count from the start of the value. The path is more useful.
    let position = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&position).unwrap_or(&text);
    if error.classify() != Category::Data {
        return Problem::new(path, format!("cannot be read: {text}"));
    }
    let types = text
        .strip_prefix("invalid type: ")
        .and_then(|rest| rest.split_once(", expected "));
    match types {
        Some((found, expected)) => {
            let (expected, found) = (expected_in_words(expected), found_in_words(found));
            Problem::new(path, format!("expected {expected}, found {found}"))
        }
        None => Problem::new(path, text),
    }
}

/// The name of a type that serde expected.
fn expected_in_words(expected: &str) -> &str {
    match expected {
        "a string" => "a text",
        "a sequence" => "a list […]",
        "a boolean" => "true or false",
        name => name,
    }
}

/// The name of a value that serde found, such as ``integer `7` ``.
fn found_in_words(found: &str) -> &str {
    match found.split(' ').next() {
        Some("null") => "nothing",
        Some("boolean") => "true or false",
        Some("integer" | "floating") => "a number",
        Some("string") => "a text",
        Some("sequence") => "a list",
        Some("map") => "an object",
        _ => found,
    }
}

/// The name of a well-formed JSON value, by its first character.
pub(super) fn name_of(text: &str) -> &'static str {
    match text.as_bytes().first() {
        Some(b'n') => "nothing",
        Some(b't' | b'f') => "true or false",
        Some(b'"') => "a text",
        Some(b'[') => "a list",
        Some(b'{') => "an object",
        _ => "a number",
    }
}
