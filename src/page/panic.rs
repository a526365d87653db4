//! What happens when the code panics: nothing in this instance can be trusted any more.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    static REPORT: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Takes what is called with a message when the code has panicked: the loader puts the static views
/// back and never calls in again.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(report: Function) {
    REPORT.replace(Some(report));
    // Yew overwrites any hook that is not set through it.
    yew::set_custom_panic_hook(Box::new(|info| {
        let report = REPORT.take();
        if let Some(report) = report {
            // The loader's own function does not throw.
            let _ = report.call1(&JsValue::NULL, &info.to_string().into());
        }
    }));
}
