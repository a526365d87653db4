//! A data set that the loader reads in steps.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::options::{self, PartialState, StateObject};
use super::translate;
use crate::dataset::{self, Issue, Loaded, Reading, Refusal, Step};
use crate::locale::{ENGLISH, Messages};
use crate::query::FacetIndex;
use crate::state::ViewState;
use crate::ui::SharedDataset;

/// A data set, which is read in steps. The loader keeps one for each address, and mounts any
/// number of widgets on it.
#[wasm_bindgen]
pub struct Data(RefCell<Progress>);

/// How far a data set is.
enum Progress {
    /// The text arrives in pieces: copying 20 MB in one go would block the page.
    Receiving(Vec<u8>),
    Reading(Box<Reading>),
    /// The facets of the filters are being counted.
    Indexing(Box<(Loaded, FacetIndex)>),
    Read {
        dataset: SharedDataset,
        issues: Vec<Issue>,
        left_out: usize,
        messages: &'static Messages,
    },
    Refused,
}

/// The share of the work that is done when all is read.
const INDEXING: f64 = 0.98;

#[wasm_bindgen]
impl Data {
    /// A data set of which nothing is known yet but how many bytes it has: room that grows later
    /// has to be copied.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: usize) -> Data {
        let room = bytes.min(dataset::MAX_BYTES + 1);
        Self(RefCell::new(Progress::Receiving(Vec::with_capacity(room))))
    }

    /// Takes the next bytes of its JSON text, which is in UTF-8; before the first step.
    pub fn push(&self, bytes: Vec<u8>) {
        if let Progress::Receiving(taken) = &mut *self.0.borrow_mut()
            // One byte more than can be read is enough to be refused.
            && taken.len() <= dataset::MAX_BYTES
        {
            taken.extend(bytes);
        }
    }

    /// Reads on for a fraction of a millisecond. Returns the share of the work that is done, from 0 to 1;
    /// at 1 the data set can be mounted.
    ///
    /// # Errors
    /// Throws an `Error` whose message is a sentence; its `issues` lists the problems by path.
    pub fn step(&self) -> Result<f64, JsValue> {
        let mut progress = self.0.borrow_mut();
        let reading = match &mut *progress {
            Progress::Receiving(taken) => {
                let taken = std::mem::take(taken);
                // Set first: a refusal must not leave anything to be read.
                *progress = Progress::Refused;
                let reading = Reading::new(taken).map_err(|it| thrown(&it))?;
                *progress = Progress::Reading(Box::new(reading));
                return Ok(0.0);
            }
            Progress::Reading(reading) => reading,
            Progress::Indexing(indexing) => {
                let (loaded, facets) = &mut **indexing;
                if facets.step(&loaded.dataset) {
                    let (issues, facets) =
                        (std::mem::take(&mut loaded.issues), std::mem::take(facets));
                    *progress = Progress::Read {
                        left_out: dataset::left_out(&issues),
                        dataset: SharedDataset::with_facets(loaded.dataset.clone(), facets),
                        issues,
                        messages: &ENGLISH,
                    };
                    return Ok(1.0);
                }
                return Ok(INDEXING);
            }
            Progress::Read { .. } | Progress::Refused => return Ok(1.0),
        };
        match reading.step() {
            Ok(Step::Share(share)) => Ok(share),
            Ok(Step::Done(loaded)) => {
                let facets = FacetIndex::begin(&loaded.dataset);
                *progress = Progress::Indexing(Box::new((*loaded, facets)));
                Ok(INDEXING)
            }
            Err(refusal) => {
                *progress = Progress::Refused;
                Err(thrown(&refusal))
            }
        }
    }

    /// The same data set in the words of a file, which is JSON text in UTF-8. With `interface_only` the data set keeps
    /// its own words: they belong to other data.
    ///
    /// # Errors
    /// Throws an `Error` whose message is a sentence where it is no file of words, and before
    /// [`load_translation`](super::load_translation).
    pub fn translate(&self, words: &[u8], interface_only: bool) -> Result<Data, JsValue> {
        let progress = self.0.borrow();
        let Progress::Read {
            dataset, left_out, ..
        } = &*progress
        else {
            return Err(js_sys::Error::new("The data set has not been read.").into());
        };
        let translate = translate::loaded()
            .ok_or_else(|| js_sys::Error::new("loadTranslation() comes first."))?;
        let (translated, messages) = translate(dataset, words, interface_only)
            .map_err(|message| js_sys::Error::new(&message))?;
        Ok(Self(RefCell::new(Progress::Read {
            dataset: translated.into(),
            issues: Vec::new(),
            left_out: *left_out,
            messages,
        })))
    }

    /// The language of its words, as a BCP 47 tag.
    #[wasm_bindgen(getter)]
    pub fn lang(&self) -> Option<String> {
        match &*self.0.borrow() {
            Progress::Read { dataset, .. } => Some(dataset.meta().lang.to_string()),
            _ => None,
        }
    }

    /// The state after some keys are set on an untouched one. Values that are not allowed have no effect in it.
    #[wasm_bindgen(js_name = stateOf)]
    pub fn state_of(&self, partial: JsValue) -> JsValue {
        let none = ViewState::default();
        match &*self.0.borrow() {
            Progress::Read { dataset, .. } => {
                let state = PartialState::from_js(&partial).apply(&none, &none, dataset);
                options::to_js(&StateObject(&state))
            }
            _ => JsValue::NULL,
        }
    }

    /// What could not be shown: a list of `{path, message, leftOut}`.
    #[wasm_bindgen(getter)]
    pub fn issues(&self) -> JsValue {
        match &*self.0.borrow() {
            Progress::Read { issues, .. } => options::to_js(issues),
            _ => js_sys::Array::new().into(),
        }
    }
}

impl Data {
    /// The data set, how many of its records were left out, and the words of the interface, once it has been read to
    /// its end.
    pub(super) fn read(&self) -> Option<(SharedDataset, usize, &'static Messages)> {
        match &*self.0.borrow() {
            Progress::Read {
                dataset,
                left_out,
                messages,
                ..
            } => Some((dataset.clone(), *left_out, messages)),
            _ => None,
        }
    }
}

fn thrown(refusal: &Refusal) -> JsValue {
    let error = js_sys::Error::new(&refusal.message);
    let issues = options::to_js(&refusal.issues);
    // Fails only on a frozen object, and this one is new.
    let _ = js_sys::Reflect::set(&error, &"issues".into(), &issues);
    error.into()
}
