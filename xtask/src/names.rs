//! The names of the files in the bundle: by content where a file is loaded by another one of the same build.

use crate::hash;
use crate::project::PACKAGE;
use crate::wasm::Modules;

/// The loader, under a stable name.
pub const LOADER: &str = "open-vs-closed.js";

/// What the splitter puts before the name of a view.
const SPLIT: &str = "split_";

/// A file that the loader finds by its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The loader.
    Loader,
    /// What the loader loads when an element comes near.
    Live,
    /// The JavaScript side of the WebAssembly.
    Glue,
    /// The first WebAssembly module.
    Shell,
    /// The style sheet.
    Style,
}

impl Role {
    /// The role of a file of the bundle, if it has one.
    pub fn of(file: &str) -> Option<Self> {
        if file == LOADER {
            return Some(Self::Loader);
        }
        let rest = file.strip_prefix(PACKAGE)?.strip_prefix('-')?;
        let (hash, role) = if let Some(rest) = rest.strip_prefix("live-") {
            (rest.strip_suffix(".js")?, Self::Live)
        } else if let Some(hash) = rest.strip_suffix("_bg.wasm") {
            (hash, Self::Shell)
        } else if let Some(hash) = rest.strip_suffix(".js") {
            (hash, Self::Glue)
        } else {
            (rest.strip_suffix(".css")?, Self::Style)
        };
        let is_hash = !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        is_hash.then_some(role)
    }
}

/// The name of the live module.
pub fn live(contents: &str) -> String {
    format!("{PACKAGE}-live-{}.js", hash::short(contents.as_bytes()))
}

/// The name of the JavaScript side of the WebAssembly.
pub fn glue(contents: &str) -> String {
    format!("{PACKAGE}-{}.js", hash::short(contents.as_bytes()))
}

/// The name of the style sheet.
pub fn style(contents: &str) -> String {
    format!("{PACKAGE}-{}.css", hash::short(contents.as_bytes()))
}

/// The name of a WebAssembly module that the generated code calls `name`.
pub fn module(name: &str, contents: &[u8]) -> String {
    let hash = hash::short(contents);
    if name == Modules::shell() {
        return format!("{PACKAGE}-{hash}_bg.wasm");
    }
    let stem = name.trim_end_matches(".wasm");
    let stem = stem.strip_prefix(SPLIT).unwrap_or(stem);
    format!("{PACKAGE}-{stem}-{hash}.wasm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_from_names() {
        for (name, role) in [
            (live("a"), Role::Live),
            (glue("a"), Role::Glue),
            (style("a"), Role::Style),
            (module("open-vs-closed_bg.wasm", b"a"), Role::Shell),
            (LOADER.to_owned(), Role::Loader),
        ] {
            assert_eq!(Role::of(&name), Some(role), "{name}");
        }
        for name in [
            "open-vs-closed-frame.js",
            "open-vs-closed.d.ts",
            "open-vs-closed-timeline-1a2b3c4d.wasm",
            "page.css",
        ] {
            assert_eq!(Role::of(name), None, "{name}");
        }
    }

    #[test]
    fn modules_are_named_after_views_and_content() {
        let name = "open-vs-closed-timeline-ba7816bf.wasm";
        assert_eq!(module("split_timeline.wasm", b"abc"), name);
        let name = "open-vs-closed-chunk_4-ba7816bf.wasm";
        assert_eq!(module("chunk_4.wasm", b"abc"), name);
    }
}
