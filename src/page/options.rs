//! What the loader passes in, and the state as a plain object.

use js_sys::Reflect;
use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::prelude::*;

use super::json::{self, Value};
use crate::dataset::{Dataset, Text, Vocabulary};
use crate::gather::Gather;
use crate::state::keys::{self, KEYS};
use crate::state::{View, ViewState};

/// A JavaScript value as `JSON.parse` would have made it: plain objects and lists.
pub(super) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// The element's attributes, as the loader reads them.
pub(super) struct Options {
    state: PartialState,
    /// What the reader had changed before the widget was made anew.
    pub kept: PartialState,
    views: Vec<View>,
    pub heading_level: u8,
    pub width: f64,
    pub as_list: bool,
    pub fragment: String,
}

impl Options {
    pub(super) fn from_js(value: &JsValue) -> Result<Self, JsValue> {
        let options = object(value)?;
        let text = |key: &str| options.get(key).and_then(Value::as_text);
        let number = |key: &str| Reflect::get(value, &key.into()).ok()?.as_f64();
        Ok(Self {
            views: views(options.get("views")),
            heading_level: number("headingLevel").map_or(2, |level| level as u8),
            width: number("width").unwrap_or(720.0),
            as_list: options.get("asList") == Some(&Value::Bool(true)),
            fragment: text("fragment").map_or("", |text| text).to_owned(),
            kept: PartialState::from_js(&Reflect::get(value, &"kept".into())?),
            state: PartialState(options),
        })
    }

    pub(super) fn views(&self) -> &[View] {
        &self.views
    }

    /// The state that the attributes ask for.
    pub(super) fn start(&self, data: &Dataset) -> ViewState {
        let default = ViewState {
            view: self.views.first().copied().unwrap_or_default(),
            ..ViewState::default()
        };
        self.state.apply(&default, &default, data)
    }
}

/// The state as a plain object; also what `ovc-change` carries.
pub(super) struct StateObject<'a>(pub &'a ViewState);

impl Serialize for StateObject<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_map(Some(KEYS.len()))?;
        for key in KEYS {
            let values = keys::values(self.0, key);
            if keys::is_list(key) {
                object.serialize_entry(key, &values)?;
            } else {
                // Without a search there is an empty one; without an event there is none.
                let none = (key == "q").then(Text::default);
                object.serialize_entry(key, &values.into_iter().next().or(none))?;
            }
        }
        object.end()
    }
}

/// Some keys of the state: a missing key is left alone, `null` clears it. What is no object has none.
pub(super) struct PartialState(Value);

impl PartialState {
    /// Only what is known is asked for: whatever else an object of the host may hold, or may be.
    pub(super) fn from_js(value: &JsValue) -> Self {
        let known = KEYS.iter().filter_map(|key| {
            // What throws has no value.
            let value = Reflect::get(value, &JsValue::from(*key)).ok()?;
            (!value.is_undefined()).then(|| ((*key).into(), json::shallow(&value)))
        });
        Self(Value::Object(known.gather()))
    }

    /// The state with these keys changed. A value that is not known changes nothing, nor does one of a
    /// wrong type or a list of nothing else; one text is a list of one.
    pub(super) fn apply(&self, state: &ViewState, start: &ViewState, data: &Dataset) -> ViewState {
        let mut next = state.clone();
        for key in KEYS {
            let values: Vec<Text> = match self.0.get(key) {
                Some(Value::Null) => Vec::new(),
                Some(Value::Text(text)) => vec![text.clone()],
                Some(Value::List(items)) if keys::is_list(key) => {
                    let texts = items.iter().filter_map(Value::as_text).cloned().gather();
                    if texts.is_empty() && !items.is_empty() {
                        continue;
                    }
                    texts
                }
                _ => continue,
            };
            keys::set(&mut next, start, key, &values, data);
        }
        next
    }
}

fn object(value: &JsValue) -> Result<Value, JsValue> {
    match json::value(value) {
        object @ Value::Object(_) => Ok(object),
        _ => Err(js_sys::TypeError::new("expected an object").into()),
    }
}

/// The known views of a list, in its order, each once.
fn views(list: Option<&Value>) -> Vec<View> {
    let mut views = Vec::new();
    if let Some(Value::List(items)) = list {
        let texts = items.iter().filter_map(Value::as_text);
        for view in texts.filter_map(|word| View::from_word(word)) {
            if !views.contains(&view) {
                views.push(view);
            }
        }
    }
    views
}
