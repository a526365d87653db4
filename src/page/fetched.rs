//! A data set that comes from an address, for applications of Yew.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;
use yew::prelude::*;

use crate::dataset;
use crate::ui::SharedDataset;

/// A data set that has arrived.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchedDataset {
    /// The sound records.
    pub data: SharedDataset,
    /// How many records were left out: the prop `left_out` of [`crate::OpenVsClosed`].
    pub left_out: usize,
}

/// Fetches a data set. `None` while it is on its way; an error in words where it cannot be fetched or is no
/// data set.
///
/// It is read in one step. For a data set of many thousand events [`crate::dataset::Reading`] reads it in small
/// ones.
#[hook]
pub fn use_dataset(url: &str) -> Option<Result<FetchedDataset, AttrValue>> {
    let fetched = use_state_eq(|| None);
    {
        let fetched = fetched.clone();
        use_effect_with(AttrValue::from(url.to_owned()), move |url| {
            // An answer to an address that is no longer asked for is dropped.
            let is_wanted = Rc::new(std::cell::Cell::new(true));
            let (url, wanted) = (url.clone(), is_wanted.clone());
            fetched.set(None);
            yew::platform::spawn_local(async move {
                let result = fetch(&url).await.map_err(AttrValue::from);
                if wanted.get() {
                    fetched.set(Some(result));
                }
            });
            move || is_wanted.set(false)
        });
    }
    (*fetched).clone()
}

async fn fetch(url: &str) -> Result<FetchedDataset, String> {
    let text = text(url)
        .await
        .map_err(|error| format!("{url} could not be fetched: {error:?}"))?;
    let loaded = dataset::load(&text).map_err(|refusal| refusal.to_string())?;
    Ok(FetchedDataset {
        left_out: dataset::left_out(&loaded.issues),
        data: loaded.dataset.into(),
    })
}

async fn text(url: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response = JsFuture::from(window.fetch_with_str(url)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(format!("status {}", response.status()).into());
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or_else(|| "it is no text".into())
}
