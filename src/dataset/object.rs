//! Deserialises one JSON object. An error names the wrong field.
//!
//! The text is split into fields, and serde reads the type from them. `serde_path_to_error` finds
//! the field in any shape of data, but adds 12 kB (brotli), because it wraps every type.

use std::cell::Cell;

use serde::de::DeserializeOwned;
use serde::de::value::MapDeserializer;
use serde_json::value::RawValue;

use super::problem::{Problem, explain, name_of, push_key};
use super::raw::{Fields, place};

/// Deserialises the object in a well-formed JSON text.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    let fields = fields(text)?;
    let current = Cell::new("");
    T::deserialize(MapDeserializer::new(entries(&fields, &current)))
        .map_err(|error| problem(&fields, current.get(), &error))
}

/// `""`, as a blank cell of a sheet is written.
const BLANK: &str = "\"\"";

/// Whether a value counts as left out.
pub(super) fn is_left_out(value: &str) -> bool {
    value == "null" || value == BLANK
}

/// The entries of an object, of which `current` is the last, without those that count as left out.
fn entries<'a>(
    fields: &'a Fields<'a>,
    current: &Cell<&'a str>,
) -> impl Iterator<Item = (&'a str, &'a RawValue)> {
    fields.iter().filter_map(|(key, value)| {
        current.set(key);
        (!is_left_out(value.get())).then_some((key, value))
    })
}

/// The fields of the object in a well-formed JSON text.
pub(super) fn fields(text: &str) -> Result<Fields<'_>, Problem> {
    if !text.starts_with('{') {
        let message = format!("expected an object {{…}}, found {}", name_of(text));
        return Err(Problem::new("", message));
    }
    serde_json::from_str(text).map_err(|error| explain(String::new(), &error))
}

/// The problem with the field that has been read last, or with one that is missing.
fn problem(fields: &Fields<'_>, key: &str, error: &serde_json::Error) -> Problem {
    let text = error.to_string();
    let missing = text
        .strip_prefix("missing field `")
        .and_then(|rest| rest.strip_suffix('`'));
    if let Some(key) = missing {
        let is_blank = fields.get(key).is_some_and(|value| value.get() == BLANK);
        return Problem::new(key, if is_blank { "is empty" } else { "is missing" });
    }
    let item = fields
        .get(key)
        .and_then(|value| item_at(value.get(), error.line(), error.column()));
    let path = match item {
        Some(item) => format!("{key}[{item}]"),
        None => key.to_owned(),
    };
    explain(path, error)
}

/// How deep records stand in records.
const DEPTH: u8 = 3;

/// The paths inside a record of the fields that are `""`.
pub(super) fn blanks(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    add_blanks(text, "", DEPTH, &mut found);
    found
}

fn add_blanks(text: &str, path: &str, depth: u8, found: &mut Vec<String>) {
    // Most records have none, and need not be split again.
    if depth == 0 || !text.contains(BLANK) {
        return;
    }
    if let Ok(fields) = fields(text) {
        for (key, value) in fields.iter() {
            let mut place = path.to_owned();
            push_key(&mut place, key);
            if value.get() == BLANK {
                found.push(place);
            } else {
                add_blanks(value.get(), &place, depth - 1, found);
            }
        }
    } else if let Ok(items) = serde_json::from_str::<Vec<&RawValue>>(text) {
        for (position, item) in items.into_iter().enumerate() {
            add_blanks(item.get(), &format!("{path}[{position}]"), depth, found);
        }
    }
}

/// The position of the item of a list that stands at a line and a column of its text.
fn item_at(list: &str, line: usize, column: usize) -> Option<usize> {
    let items: Vec<&RawValue> = serde_json::from_str(list).ok()?;
    let lines = list.split_inclusive('\n').take(line.checked_sub(1)?);
    let offset = lines.map(str::len).sum::<usize>() + column;
    items.iter().position(|item| {
        let place = place(item, list);
        (place.start..=place.end).contains(&offset)
    })
}
