//! What happens when the code panics: nothing in this instance can be trusted any more.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Set by the loader on the global object of the page's module; see `www/open-vs-closed.js`.
    #[wasm_bindgen(js_namespace = globalThis, js_name = __ovcPanic, catch)]
    fn report(message: &str) -> Result<(), JsValue>;
}

/// Tells the loader of panics: it puts the static views back and never calls in again.
/// Yew overwrites any hook that is not set through it.
pub(super) fn install() {
    yew::set_custom_panic_hook(Box::new(|info| {
        // Without a loader (in a host's own Yew application) the browser reports the trap itself.
        let _ = report(&info.to_string());
    }));
}
