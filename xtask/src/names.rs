//! The names of the files in the bundle. A file that another one of the same build loads is named by its content.

use glob::Pattern;

use crate::hash;
use crate::wasm::Modules;

/// The loader, under a stable name.
pub const LOADER: &str = "open-vs-closed.js";

/// What the loader loads when an element comes near. The question marks stand for the hash of the content.
pub const LIVE: &str = "open-vs-closed-live-????????.js";

/// The JavaScript side of the WebAssembly.
pub const GLUE: &str = "open-vs-closed-????????.js";

/// The first WebAssembly module.
pub const SHELL: &str = "open-vs-closed-????????_bg.wasm";

/// The style sheet.
pub const STYLE: &str = "open-vs-closed-????????.css";

/// The built-in data set.
pub const DATA: &str = "data/debate.json";

/// The language of a file of words for the built-in data; `None` for another file.
pub fn language(name: &str) -> Option<&str> {
    let rest = name.strip_prefix("data/debate.")?;
    rest.strip_suffix(".json").filter(|lang| !lang.is_empty())
}

/// The name of a file with this content.
pub fn hashed(pattern: &str, contents: impl AsRef<[u8]>) -> String {
    pattern.replace("????????", &hash::short(contents.as_ref()))
}

/// Whether a name matches a pattern.
pub fn matches(pattern: &str, name: &str) -> bool {
    Pattern::new(pattern).is_ok_and(|pattern| pattern.matches(name))
}

/// The name of a WebAssembly module that the generated code calls `name`.
pub fn module(name: &str, contents: &[u8]) -> String {
    if name == Modules::shell() {
        return hashed(SHELL, contents);
    }
    // The splitter puts `split_` before the name of a view.
    let stem = name.trim_start_matches("split_").trim_end_matches(".wasm");
    hashed(&format!("open-vs-closed-{stem}-????????.wasm"), contents)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_named_after_views_and_content() {
        let name = "open-vs-closed-timeline-ba7816bf.wasm";
        assert_eq!(module("split_timeline.wasm", b"abc"), name);
        assert!(!matches(SHELL, name));
        let name = "open-vs-closed-chunk_4-ba7816bf.wasm";
        assert_eq!(module("chunk_4.wasm", b"abc"), name);
        assert!(matches(SHELL, &module(&Modules::shell(), b"abc")));
    }

    #[test]
    fn files_of_words_are_named_after_their_language() {
        assert_eq!(language("data/debate.ko.json"), Some("ko"));
        assert_eq!(language(DATA), None);
        assert_eq!(language("data/schema.json"), None);
    }

    #[test]
    fn patterns_stand_for_one_kind_of_file() {
        assert_eq!(hashed(GLUE, "abc"), "open-vs-closed-ba7816bf.js");
        assert!(matches(GLUE, &hashed(GLUE, "abc")));
        for other in [LOADER, "open-vs-closed-frame.js", &hashed(LIVE, "abc")] {
            assert!(!matches(GLUE, other), "{other}");
        }
    }
}
