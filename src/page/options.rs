//! What the loader passes in, and the state as a plain object.

use js_sys::{Array, Reflect};
use serde::ser::{Serialize, SerializeMap, Serializer};
use wasm_bindgen::prelude::*;
use yew::AttrValue;

use crate::dataset::{Dataset, Text, Vocabulary};
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
    /// What the reader had changed before the widget was loaded again.
    pub restored: PartialState,
    /// The views that are asked for.
    pub views: Vec<View>,
    pub heading_level: u8,
    /// Width of the element in CSS pixels.
    pub width: f64,
    /// Whether the timeline starts as a list.
    pub as_static: bool,
    /// The languages to choose from, each a tag and its own name.
    pub languages: Vec<(AttrValue, AttrValue)>,
    /// The page's fragment, where the element follows it.
    pub fragment: String,
}

impl Options {
    pub(super) fn from_js(options: &JsValue) -> Result<Self, JsValue> {
        if !options.is_object() {
            return Err(js_sys::TypeError::new("expected an object").into());
        }
        let get = |key: &str| Reflect::get(options, &key.into()).unwrap_or_default();
        Ok(Self {
            state: PartialState::from_js(options),
            restored: PartialState::from_js(&get("restored")),
            views: views(&get("views")),
            heading_level: get("headingLevel").as_f64().map_or(2, |level| level as u8),
            width: get("width").as_f64().unwrap_or(720.0),
            as_static: get("asStatic") == JsValue::TRUE,
            languages: languages(&get("languages")),
            fragment: get("fragment").as_string().unwrap_or_default(),
        })
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

/// The known views of a list, in its order, each once.
fn views(list: &JsValue) -> Vec<View> {
    let words = texts(list).unwrap_or_default();
    let mut views = Vec::new();
    for view in words.iter().filter_map(|word| View::from_word(word)) {
        if !views.contains(&view) {
            views.push(view);
        }
    }
    views
}

/// A list of pairs of texts.
fn languages(list: &JsValue) -> Vec<(AttrValue, AttrValue)> {
    let Some(list) = list.dyn_ref::<Array>() else {
        return Vec::new();
    };
    let pair = |item: JsValue| match &texts(&item)?[..] {
        [tag, name] => Some((tag.clone().into(), name.clone().into())),
        _ => None,
    };
    list.iter().filter_map(pair).collect()
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

/// Some keys of the state, each with its values: a missing key is left alone, no value clears it.
pub(super) struct PartialState(Vec<(&'static str, Vec<Text>)>);

impl PartialState {
    /// Reads the known keys of an object of the host, whatever else it holds. What is no object has none.
    pub(super) fn from_js(object: &JsValue) -> Self {
        let known = KEYS.iter().filter_map(|key| {
            // A getter that throws has no value.
            let value = Reflect::get(object, &JsValue::from(*key)).ok()?;
            let is_list = keys::is_list(key) && Array::is_array(&value);
            let values = match value.as_string() {
                Some(text) => vec![text.into()],
                None if value.is_null() => Vec::new(),
                None if is_list => texts(&value)?,
                None => return None,
            };
            Some((*key, values))
        });
        Self(known.collect())
    }

    /// The state with these keys changed. A value that is not known changes nothing.
    pub(super) fn apply(&self, state: &ViewState, start: &ViewState, data: &Dataset) -> ViewState {
        let mut next = state.clone();
        for (key, values) in &self.0 {
            keys::set(&mut next, start, key, values, data);
        }
        next
    }
}

/// Most items of a list that are read.
const MAX_ITEMS: u32 = 1000;

/// The texts of a list; `None` for what is no list, and for a list of nothing but other things.
fn texts(list: &JsValue) -> Option<Vec<Text>> {
    let list = list.dyn_ref::<Array>()?;
    let items = (0..list.length().min(MAX_ITEMS)).map(|at| list.get(at));
    let texts: Vec<Text> = items
        .filter_map(|item| item.as_string())
        .map(Text::from)
        .collect();
    (!texts.is_empty() || list.length() == 0).then_some(texts)
}
