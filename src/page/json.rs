//! Parses JSON text by the browser's own parser.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::dataset::{Issue, MAX_DEPTH, Parsed, Refusal, Text, Value};

/// The document that a text holds.
pub(super) fn parse(text: &str) -> Result<Parsed, Refusal> {
    let document = JSON::parse(text).map_err(|error| {
        let message = Reflect::get(&error, &"message".into()).ok();
        let message = message.and_then(|message| message.as_string());
        Refusal::no_json(&message.unwrap_or_default())
    })?;
    if !document.is_object() || Array::is_array(&document) {
        return Err(Refusal::no_object());
    }
    let mut issues = Vec::new();
    let keys = entries(&document).map(|(key, value)| {
        let value = if Array::is_array(&value) {
            let items = Array::unchecked_from_js(value).into_iter().enumerate();
            let items = items.map(|(at, item)| record(&item, &format!("{key}[{at}]"), &mut issues));
            Value::List(items.collect())
        } else {
            record(&value, &key, &mut issues)
        };
        (key, value)
    });
    Ok(Parsed {
        document: Value::Object(keys.collect()),
        issues,
    })
}

fn record(value: &JsValue, path: &str, issues: &mut Vec<Issue>) -> Value {
    let mut walk = Walk::default();
    let found = walk.value(value, MAX_DEPTH);
    if walk.too_deep {
        issues.push(Issue::too_deep(path));
        return Value::Null;
    }
    if walk.half_of_a_pair {
        issues.push(Issue::half_of_a_pair(path));
    }
    found
}

/// A plain object of the host, as a value.
pub(super) fn value(value: &JsValue) -> Value {
    Walk::default().value(value, MAX_DEPTH)
}

/// What was met in a record on the way.
#[derive(Default)]
struct Walk {
    half_of_a_pair: bool,
    too_deep: bool,
}

impl Walk {
    /// What `JSON.parse` made of a value. Asked in the order of what is frequent, because every
    /// question leaves WebAssembly.
    fn value(&mut self, value: &JsValue, depth: usize) -> Value {
        if let Some(text) = value.as_string() {
            // Half of a surrogate pair arrives as a replacement character.
            self.half_of_a_pair |=
                text.chars().any(|sign| sign == '\u{fffd}') && *value != JsValue::from_str(&text);
            Value::Text(text.into())
        } else if value.is_object() && depth == 0 {
            self.too_deep = true;
            Value::Null
        } else if Array::is_array(value) {
            let items = value.unchecked_ref::<Array>().iter();
            Value::List(items.map(|item| self.value(&item, depth - 1)).collect())
        } else if value.is_object() {
            let entries = entries(value).map(|(key, value)| (key, self.value(&value, depth - 1)));
            Value::Object(entries.collect())
        } else if let Some(flag) = value.as_bool() {
            Value::Bool(flag)
        } else if value.as_f64().is_some() {
            // Written by JavaScript: Rust's code for it weighs 5 kB.
            Value::Number(String::from(value.unchecked_ref::<Object>().to_string()).into())
        } else {
            Value::Null
        }
    }
}

fn entries(object: &JsValue) -> impl Iterator<Item = (Text, JsValue)> {
    let entries = Object::entries(object.unchecked_ref());
    entries.into_iter().map(|entry| {
        let entry: Array = entry.unchecked_into();
        let key = entry.get(0).as_string().unwrap_or_default();
        (key.into(), entry.get(1))
    })
}
