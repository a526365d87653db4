//! What the loader passes in, and the state as a plain object.

use serde::{Deserialize, Deserializer, Serialize};
use wasm_bindgen::prelude::*;

use super::words;
use crate::dataset::{Dataset, Vocabulary};
use crate::date::DateRange;
use crate::state::{Order, View, ViewState};

/// A JavaScript value as `JSON.parse` would have made it: plain objects and lists.
pub(super) fn to_js<T: Serialize + ?Sized>(value: &T) -> JsValue {
    value
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .unwrap_or(JsValue::NULL)
}

/// The element's attributes, as the loader reads them.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Options {
    pub view: Option<String>,
    pub views: Vec<String>,
    pub lang: String,
    pub event: Option<String>,
    pub range: Option<String>,
    pub order: Option<String>,
    pub heading_level: u8,
    pub width: f64,
    pub as_list: bool,
    pub fragment: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            view: None,
            views: Vec::new(),
            lang: "en".to_owned(),
            event: None,
            range: None,
            order: None,
            heading_level: 2,
            width: 720.0,
            as_list: false,
            fragment: String::new(),
        }
    }
}

impl Options {
    pub(super) fn from_js(value: JsValue) -> Result<Self, JsValue> {
        Ok(serde_wasm_bindgen::from_value(value)?)
    }

    pub(super) fn views(&self) -> Vec<View> {
        words(&self.views)
    }

    /// The state that the attributes ask for.
    pub(super) fn start(&self, data: &Dataset) -> ViewState {
        let first = self.views().first().copied().unwrap_or_default();
        let partial = PartialState {
            view: Some(self.view.clone()),
            event: Some(self.event.clone()),
            range: Some(self.range.clone()),
            order: Some(self.order.clone()),
            ..PartialState::default()
        };
        let default = ViewState {
            view: first,
            ..ViewState::default()
        };
        partial.apply(&default, &default, data)
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
            order: state.order.as_str(),
        }
    }
}

/// Some keys of the state: a missing key is left alone, `null` clears it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct PartialState {
    #[serde(deserialize_with = "given")]
    view: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    event: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    range: Option<Option<String>>,
    #[serde(deserialize_with = "given")]
    side: Option<Option<Vec<String>>>,
    #[serde(deserialize_with = "given")]
    kind: Option<Option<Vec<String>>>,
    #[serde(deserialize_with = "given")]
    order: Option<Option<String>>,
}

fn given<'de, T: Deserialize<'de>, D: Deserializer<'de>>(from: D) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

impl PartialState {
    pub(super) fn from_js(value: JsValue) -> Result<Self, JsValue> {
        Ok(serde_wasm_bindgen::from_value(value)?)
    }

    /// The state with these keys changed. A value that is not known changes nothing.
    pub(super) fn apply(self, state: &ViewState, start: &ViewState, data: &Dataset) -> ViewState {
        let mut next = state.clone();
        if let Some(view) = self.view {
            next.view = match view {
                Some(word) => View::from_word(&word).unwrap_or(state.view),
                None => start.view,
            };
        }
        if let Some(event) = self.event {
            next.event = match event {
                Some(id) => data.event(&id).map(|event| event.id.clone()).or(next.event),
                None => None,
            };
        }
        if let Some(range) = self.range {
            next.range = match range {
                Some(text) => DateRange::parse(&text).ok().or(state.range),
                None => None,
            };
        }
        if let Some(sides) = self.side {
            next.sides = words(&sides.unwrap_or_default());
        }
        if let Some(kinds) = self.kind {
            next.kinds = words(&kinds.unwrap_or_default());
        }
        if let Some(order) = self.order {
            next.order = match order {
                Some(word) => Order::from_word(&word).unwrap_or(state.order),
                None => start.order,
            };
        }
        next
    }
}
