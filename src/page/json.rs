//! Plain values of JavaScript, as `JSON.parse` makes them, without their numbers.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use crate::dataset::Text;

/// A value of JavaScript, as far as options and states use it.
#[derive(Clone, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    /// A number, or an object where none is expected.
    Other,
    Text(Text),
    List(Vec<Value>),
    /// Keys and values, in their order.
    Object(Vec<(Text, Value)>),
}

impl Value {
    /// The value of a key of an object.
    pub(super) fn get(&self, key: &str) -> Option<&Value> {
        let Value::Object(entries) = self else {
            return None;
        };
        let entry = entries.iter().find(|(other, _)| **other == *key);
        entry.map(|(_, value)| value)
    }

    /// The text that it is.
    pub(super) fn as_text(&self) -> Option<&Text> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// How deep lists and objects are read; an object may contain itself.
const MAX_DEPTH: usize = 8;

/// Most items of a list that are read.
const MAX_ITEMS: usize = 1000;

/// Reads a plain object of the host.
pub(super) fn value(value: &JsValue) -> Value {
    plain(value, MAX_DEPTH)
}

/// Reads a text, a list of texts, or `null`.
pub(super) fn shallow(value: &JsValue) -> Value {
    if value.is_null() || value.is_string() || Array::is_array(value) {
        plain(value, 1)
    } else {
        Value::Other
    }
}

/// Each question is a call into JavaScript, so the frequent ones come first.
fn plain(value: &JsValue, depth: usize) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text.into())
    } else if value.is_object() && depth == 0 {
        Value::Null
    } else if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>().iter().take(MAX_ITEMS);
        Value::List(items.map(|item| plain(&item, depth - 1)).collect())
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref());
        let entries = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            let key = entry.get(0).as_string().unwrap_or_default();
            (key.into(), plain(&entry.get(1), depth - 1))
        });
        Value::Object(entries.collect())
    } else if let Some(flag) = value.as_bool() {
        Value::Bool(flag)
    } else if value.as_f64().is_some() {
        Value::Other
    } else {
        Value::Null
    }
}
