//! The loader: written by hand with placeholders, sent with the names of this build.

use crate::failure::Failure;

/// The names of the files of one build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    /// The JavaScript side of the WebAssembly.
    pub glue: String,
    /// The WebAssembly.
    pub wasm: String,
    /// The stylesheet.
    pub style: String,
    /// What the loader loads when an element comes near.
    pub live: String,
}

impl Names {
    /// Finds glue and WebAssembly among the names that trunk has written.
    pub fn find<'a>(
        files: impl Iterator<Item = &'a str>,
        style: String,
        live: String,
    ) -> Result<Self, Failure> {
        let mut glue: Vec<&str> = files.filter(|name| is_glue(name)).collect();
        match (glue.pop(), glue.is_empty()) {
            (Some(name), true) => Ok(Self {
                glue: name.to_owned(),
                wasm: format!("{}_bg.wasm", name.trim_end_matches(".js")),
                style,
                live,
            }),
            (None, _) => Err(Failure::problem(
                "Trunk has written no JavaScript named open-vs-closed-HASH.js; is `filehash` on in \
                 Trunk.toml, and is `data-bin` open-vs-closed?",
            )),
            (Some(one), false) => Err(Failure::problem(format!(
                "Trunk has written more than one JavaScript: {one}, {}.",
                glue.join(", ")
            ))),
        }
    }
}

/// Whether this is the name of the JavaScript side of the WebAssembly.
pub fn is_glue(name: &str) -> bool {
    hashed(name, ".js")
}

/// Whether this is the name of the WebAssembly.
pub fn is_wasm(name: &str) -> bool {
    hashed(name, "_bg.wasm")
}

/// Whether this is the name of the stylesheet.
pub fn is_style(name: &str) -> bool {
    hashed(name, ".css")
}

/// Whether this is the name of what the loader loads when an element comes near.
pub fn is_live(name: &str) -> bool {
    name.strip_prefix("open-vs-closed-live-")
        .is_some_and(|rest| rest.ends_with(".js"))
}

fn hashed(name: &str, ending: &str) -> bool {
    let hash = name
        .strip_prefix("open-vs-closed-")
        .and_then(|rest| rest.strip_suffix(ending));
    hash.is_some_and(|hash| !hash.is_empty() && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// Puts names and version into the loader.
pub fn fill(source: &str, names: &Names, version: &str) -> Result<String, Failure> {
    const START: &str = "const FILES = {";
    let (before, rest) = source.split_once(START).ok_or_else(|| missing(START))?;
    let (files, after) = rest.split_once('}').ok_or_else(|| missing("}"))?;
    let mut files = files.to_owned();
    for (key, placeholder, name) in [
        ("glue", "./GLUE.js", &names.glue),
        ("wasm", "./GLUE_bg.wasm", &names.wasm),
        ("style", "./GLUE.css", &names.style),
        ("live", "./LIVE.js", &names.live),
    ] {
        let old = format!("{key}: \"{placeholder}\"");
        files = replace_once(&files, &old, &format!("{key}: \"./{name}\""))?;
    }
    let filled = format!("{before}{START}{files}}}{after}");
    replace_once(
        &filled,
        "const VERSION = \"0.0.0\"",
        &format!("const VERSION = \"{version}\""),
    )
}

fn replace_once(text: &str, old: &str, new: &str) -> Result<String, Failure> {
    let (before, after) = text.split_once(old).ok_or_else(|| missing(old))?;
    if after.contains(old) {
        return Err(Failure::problem(format!(
            "The loader has `{old}` more than once."
        )));
    }
    Ok(format!("{before}{new}{after}"))
}

fn missing(what: &str) -> Failure {
    Failure::problem(format!(
        "www/open-vs-closed.js has no `{what}` to be filled in."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "const VERSION = \"0.0.0\";\nconst FILES = {\n  glue: \"./GLUE.js\",\n  \
        wasm: \"./GLUE_bg.wasm\",\n  style: \"./GLUE.css\",\n  live: \"./LIVE.js\",\n};\n";

    fn names() -> Names {
        Names {
            glue: "a.js".to_owned(),
            wasm: "a_bg.wasm".to_owned(),
            style: "b.css".to_owned(),
            live: "l.js".to_owned(),
        }
    }

    #[test]
    fn names_and_version_are_filled_in() {
        assert_eq!(
            fill(SOURCE, &names(), "0.1.0").as_deref(),
            Ok(
                "const VERSION = \"0.1.0\";\nconst FILES = {\n  glue: \"./a.js\",\n  \
                wasm: \"./a_bg.wasm\",\n  style: \"./b.css\",\n  live: \"./l.js\",\n};\n"
            )
        );
    }

    #[test]
    fn each_placeholder_is_required() {
        for part in [
            "const FILES",
            "./GLUE.js",
            "./GLUE_bg.wasm",
            "./GLUE.css",
            "0.0.0",
        ] {
            let source = SOURCE.replace(part, "gone");
            let failure = fill(&source, &names(), "0.1.0").map_err(|failure| failure.to_string());
            assert!(
                matches!(&failure, Err(text) if text.contains("filled in")),
                "{part}"
            );
        }
    }

    #[test]
    fn the_files_of_a_build_are_told_from_our_own() {
        let files = [
            "index.html",
            "open-vs-closed.js",
            "open-vs-closed-frame.js",
            "open-vs-closed-1a2b3c.js",
            "open-vs-closed-1a2b3c_bg.wasm",
        ];
        let found = Names::find(files.into_iter(), "s.css".to_owned(), "l.js".to_owned());
        let expected = Names {
            glue: "open-vs-closed-1a2b3c.js".to_owned(),
            wasm: "open-vs-closed-1a2b3c_bg.wasm".to_owned(),
            style: "s.css".to_owned(),
            live: "l.js".to_owned(),
        };
        assert_eq!(found, Ok(expected));
        assert!(Names::find(files.into_iter().take(3), String::new(), String::new()).is_err());
        let two = ["open-vs-closed-1.js", "open-vs-closed-2.js"];
        assert!(Names::find(two.into_iter(), String::new(), String::new()).is_err());
        assert!(is_wasm(files[4]) && is_style("open-vs-closed-ab12.css"));
    }
}
