//! What the loader passes in, and the state as a plain object.

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::json;
use crate::dataset::{Dataset, Text, Value, Vocabulary};
use crate::date::DateRange;
use crate::state::{Order, View, ViewState};

/// A JavaScript value as `JSON.parse` would have made it: plain objects and lists.
pub(super) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// The element's attributes, as the loader reads them.
pub(super) struct Options {
    state: PartialState,
    views: Vec<View>,
    pub lang: String,
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
            lang: text("lang").map_or("en", |lang| lang).to_owned(),
            heading_level: number("headingLevel").map_or(2, |level| level as u8),
            width: number("width").unwrap_or(720.0),
            as_list: options.get("asList") == Some(&Value::Bool(true)),
            fragment: text("fragment").map_or("", |text| text).to_owned(),
            state: PartialState(options),
        })
    }

    pub(super) fn views(&self) -> Vec<View> {
        self.views.clone()
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
#[derive(Serialize)]
pub(super) struct StateObject {
    view: &'static str,
    event: Option<String>,
    range: Option<String>,
    side: Vec<&'static str>,
    kind: Vec<&'static str>,
    actor: Vec<Text>,
    level: Vec<Text>,
    confidence: Vec<&'static str>,
    q: Text,
    order: &'static str,
}

impl From<&ViewState> for StateObject {
    fn from(state: &ViewState) -> Self {
        Self {
            view: state.view.as_str(),
            event: state.event.as_deref().map(str::to_owned),
            range: state.range.map(|range| range.to_string()),
            side: state.sides.iter().map(|side| side.as_str()).collect(),
            kind: state.kinds.iter().map(|kind| kind.as_str()).collect(),
            actor: state.actors.clone(),
            level: state.levels.clone(),
            confidence: state.confidence.iter().map(|item| item.as_str()).collect(),
            q: state.search.clone(),
            order: state.order.as_str(),
        }
    }
}

/// Some keys of the state: a missing key is left alone, `null` clears it.
pub(super) struct PartialState(Value);

impl PartialState {
    pub(super) fn from_js(value: &JsValue) -> Result<Self, JsValue> {
        object(value).map(Self)
    }

    /// The state with these keys changed. A value that is not known changes nothing.
    pub(super) fn apply(&self, state: &ViewState, start: &ViewState, data: &Dataset) -> ViewState {
        let mut next = state.clone();
        match self.0.get("view") {
            Some(Value::Null) => next.view = start.view,
            Some(Value::Text(word)) => next.view = View::from_word(word).unwrap_or(state.view),
            _ => {}
        }
        match self.0.get("event") {
            Some(Value::Null) => next.event = None,
            Some(Value::Text(id)) => {
                next.event = data.event(id).map(|event| event.id.clone()).or(next.event);
            }
            _ => {}
        }
        match self.0.get("range") {
            Some(Value::Null) => next.range = None,
            Some(Value::Text(text)) => next.range = DateRange::parse(text).ok().or(state.range),
            _ => {}
        }
        if let Some(sides) = self.0.get("side") {
            next.sides = words(Some(sides));
        }
        if let Some(kinds) = self.0.get("kind") {
            next.kinds = words(Some(kinds));
        }
        // Ids that the data set does not have are dropped when the state is taken over.
        if let Some(ids) = self.0.get("actor") {
            next.actors = texts(ids);
        }
        if let Some(ids) = self.0.get("level") {
            next.levels = texts(ids);
        }
        if let Some(confidence) = self.0.get("confidence") {
            next.confidence = words(Some(confidence));
        }
        match self.0.get("q") {
            Some(Value::Null) => next.search = Text::default(),
            Some(Value::Text(text)) => next.search = text.clone(),
            _ => {}
        }
        match self.0.get("order") {
            Some(Value::Null) => next.order = start.order,
            Some(Value::Text(word)) => next.order = Order::from_word(word).unwrap_or(state.order),
            _ => {}
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

/// Values of the contract that this build does not have are no mistake of the host's.
fn words<T: Vocabulary>(list: Option<&Value>) -> Vec<T> {
    let Some(Value::List(items)) = list else {
        return Vec::new();
    };
    let has = |word: &T| {
        items
            .iter()
            .any(|item| item.as_text().is_some_and(|text| &**text == word.as_str()))
    };
    T::ALL.iter().copied().filter(has).collect()
}

fn texts(list: &Value) -> Vec<Text> {
    let Value::List(items) = list else {
        return Vec::new();
    };
    items.iter().filter_map(Value::as_text).cloned().collect()
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
