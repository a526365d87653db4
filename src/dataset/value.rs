//! What a JSON text tells, before it is read as a data set.

use super::{Issue, Text};

/// How deep lists and objects of a record may be nested.
pub const MAX_DEPTH: usize = 127;

/// A JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`, and what cannot be read.
    #[default]
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in digits.
    Number(Text),
    /// A text.
    Text(Text),
    /// A list.
    List(Vec<Value>),
    /// An object: keys and values in the order of the file.
    Object(Vec<(Text, Value)>),
}

impl Value {
    /// The value of a key; where an object has it twice, the last one counts.
    pub fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(entries) = self else {
            return None;
        };
        let entry = entries.iter().rev().find(|(other, _)| &**other == key);
        entry.map(|(_, value)| value)
    }

    /// The text that it is.
    pub fn as_text(&self) -> Option<&Text> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a text in it has a replacement character.
    pub(super) fn is_mended(&self) -> bool {
        match self {
            Value::Text(text) => text.chars().any(|letter| letter == '\u{fffd}'),
            Value::List(items) => items.iter().any(Value::is_mended),
            Value::Object(entries) => entries.iter().any(|(_, value)| value.is_mended()),
            _ => false,
        }
    }

    /// What it is, in words.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

impl Issue {
    /// Half of a surrogate pair is valid JSON syntax, but no text.
    pub(super) fn half_of_a_pair(path: &str) -> Self {
        let message = "has half of a surrogate pair (\\uD800 to \\uDFFF); it is shown as \u{fffd}";
        Self {
            path: path.to_owned(),
            message: message.to_owned(),
            left_out: false,
        }
    }

    /// A record stands as [`Value::Null`] because it is nested deeper than [`MAX_DEPTH`].
    pub(super) fn too_deep(path: &str) -> Self {
        Self {
            path: path.to_owned(),
            message: "cannot be read; it may be nested too deeply".to_owned(),
            left_out: true,
        }
    }
}
