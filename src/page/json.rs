//! Plain values of JavaScript, and what the browser says of a text that is not JSON.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::dataset::{MAX_DEPTH, Value};

/// What the browser's own parser says against a text; `None` where it reads it.
pub(super) fn fault(text: &str) -> Option<String> {
    let error = JSON::parse(text).err()?;
    let message = Reflect::get(&error, &"message".into()).ok();
    Some(
        message
            .and_then(|message| message.as_string())
            .unwrap_or_default(),
    )
}

/// A plain object of the host, as a value.
pub(super) fn value(value: &JsValue) -> Value {
    plain(value, MAX_DEPTH)
}

/// Most items of a list that are read.
const MOST: usize = 1000;

/// A text, a list of texts, or nothing; what is neither is told from nothing.
pub(super) fn shallow(value: &JsValue) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text.into())
    } else if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>().iter().take(MOST);
        let texts = items.map(|item| {
            item.as_string()
                .map_or(Value::Null, |text| Value::Text(text.into()))
        });
        Value::List(texts.collect())
    } else if value.is_null() {
        Value::Null
    } else {
        Value::Bool(false)
    }
}

/// Asked in the order of what is frequent, because every question leaves WebAssembly.
fn plain(value: &JsValue, depth: usize) -> Value {
    if let Some(text) = value.as_string() {
        Value::Text(text.into())
    } else if value.is_object() && depth == 0 {
        // Deeper than anything that is read; it may even hold itself.
        Value::Null
    } else if Array::is_array(value) {
        let items = value.unchecked_ref::<Array>().iter();
        Value::List(items.map(|item| plain(&item, depth - 1)).collect())
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref());
        let entries = entries.into_iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            let key = entry.get(0).as_string().unwrap_or_default();
            (key.into(), plain(&entry.get(1), depth - 1))
        });
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
