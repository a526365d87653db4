//! What `cargo xtask dist --test-hooks` adds to the element: `testPanic()`, with which the code panics.

use std::env;

use crate::failure::Failure;
use crate::shorten::replace_once;

/// Set by `cargo xtask dist --test-hooks`, for the hook that trunk calls.
pub const ASKED: &str = "OVC_TEST_HOOKS";

/// A method of a class, and the line of the class before which it is put.
type Method = (&'static str, &'static str);

/// Of the element.
pub const OF_ELEMENT: Method = (
    "  testPanic() {\n    return this.#whenReady((live) => live.testPanic());\n  }\n\n",
    "  #whenReady(action) {\n",
);

/// Of the live view.
pub const OF_LIVE: Method = (
    "  testPanic() {\n    this.#call((handle) => handle.testPanic());\n  }\n\n",
    "  goTo(id) {\n",
);

/// The source with the method, where that is asked for.
pub fn with(source: String, method: Method) -> Result<String, Failure> {
    if env::var_os(ASKED).is_some() {
        put(&source, method)
    } else {
        Ok(source)
    }
}

fn put(source: &str, (text, before): Method) -> Result<String, Failure> {
    replace_once(source, before, &format!("{text}{before}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_have_a_place_for_the_methods() {
        let live = include_str!("../../www/open-vs-closed-live.js");
        let element = include_str!("../../www/open-vs-closed.js");
        for (source, method) in [(live, OF_LIVE), (element, OF_ELEMENT)] {
            let put = put(source, method).unwrap_or_default();
            assert_eq!(put.matches("testPanic() {").count(), 1, "{put}");
        }
        assert!(put("class A {}", OF_LIVE).is_err());
    }
}
