//! The words of other languages. The code is a chunk of its own: most readers need none of it.

use std::cell::Cell;

use wasm_bindgen::prelude::*;

use crate::dataset::{Dataset, WordsFile};
use crate::locale::{Messages, messages_of};

/// A data set in the words of a file, and the words of the interface; a sentence where the bytes are no such file. The data
/// set keeps its own words where the last argument says that only the interface is meant.
type Translate = fn(&Dataset, &[u8], bool) -> Result<(Dataset, &'static Messages), String>;

fn translate(
    data: &Dataset,
    words: &[u8],
    interface_only: bool,
) -> Result<(Dataset, &'static Messages), String> {
    let words = WordsFile::parse(words)?;
    let data = if interface_only {
        data.clone()
    } else {
        data.translated(&words)
    };
    Ok((data, messages_of(&words.messages)))
}

#[cfg(feature = "split")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Translate, translate};

    #[wasm_split(words, fallible)]
    pub(super) fn words() -> Result<Translate, SplitLoaderError> {
        Ok(translate)
    }
}

#[cfg(not(feature = "split"))]
mod split {
    use super::{Translate, translate};

    pub(super) async fn words() -> Result<Translate, String> {
        Ok(translate)
    }
}

thread_local! {
    static TRANSLATE: Cell<Option<Translate>> = const { Cell::new(None) };
}

/// Loads what [`super::Data::translate`] needs.
///
/// # Errors
/// Throws where the code cannot be loaded.
#[wasm_bindgen(js_name = loadTranslation)]
pub async fn load_translation() -> Result<(), JsValue> {
    let translate = split::words()
        .await
        .map_err(|_| js_sys::Error::new("The code for other languages could not be loaded."))?;
    TRANSLATE.set(Some(translate));
    Ok(())
}

/// The function, once it has been loaded.
pub(super) fn loaded() -> Option<Translate> {
    TRANSLATE.get()
}
