//! Short names for what WebAssembly and glue call each other by, which brotli cannot make small: most
//! of each name is a hash.

use std::collections::{BTreeMap, BTreeSet};

use crate::failure::Failure;
use crate::traps::INNER;
use crate::wasm;

/// What wasm-bindgen calls the glue, in the WebAssembly and in the glue itself.
const MODULE: &str = "./open-vs-closed_bg.js";
const SHORT_MODULE: &str = "a";

/// What the glue gives to pages, and what of it the loader takes.
const GIVEN: &str = "export { initSync, __wbg_init as default };";
const TAKEN: &str = "export { __wbg_init as default };";

/// The two with short names, from the two as wasm-bindgen has written them; nothing if that has been
/// done before.
pub fn pair(glue: &str, wasm: &[u8]) -> Result<Option<(String, Vec<u8>)>, Failure> {
    let mut names = Names::default();
    let mut is_done = false;
    let asked: BTreeSet<&str> = glue.split("wasm.").skip(1).map(first_word).collect();
    let mut kept = BTreeSet::new();
    let mut imports = Vec::new();
    wasm::renamed(
        wasm,
        |module, name| {
            is_done |= module == SHORT_MODULE;
            if module == MODULE {
                imports.push(name.to_owned());
            }
            Default::default()
        },
        |name| {
            // What the glue does not ask for this way might be asked for in another.
            if asked.contains(name) {
                names.exports.insert(name.to_owned(), String::new());
            } else {
                kept.insert(name.to_owned());
            }
            String::new()
        },
    )?;
    if is_done {
        return Ok(None);
    }
    names.imports = imports.into_iter().zip(short_names()).collect();
    let free = short_names().filter(|name| !kept.contains(name));
    for ((name, short), free) in names.exports.iter_mut().zip(free) {
        // What is told by the beginning of its name keeps that.
        let start = name.strip_prefix(INNER).map_or("", |_| INNER);
        *short = format!("{start}{free}");
    }

    let glue = names.in_glue(glue)?;
    let glue = replace_once(&glue, &quoted(MODULE), &quoted(SHORT_MODULE))?;
    let glue = replace_once(&glue, GIVEN, TAKEN)?;
    let glue = imports_by_contents(&glue)?;
    let wasm = wasm::renamed(
        wasm,
        |module, name| match names.imports.get(name) {
            Some(short) if module == MODULE => (SHORT_MODULE.to_owned(), short.clone()),
            _ => (module.to_owned(), name.to_owned()),
        },
        |name| {
            names
                .exports
                .get(name)
                .map_or(name, |short| short)
                .to_owned()
        },
    )?;
    Ok(Some((glue, wasm)))
}

/// The short name for each long one.
#[derive(Debug, Default)]
struct Names {
    imports: BTreeMap<String, String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// The glue has imports as `name: function` and exports as `wasm.name`.
    fn in_glue(&self, glue: &str) -> Result<String, Failure> {
        let mut missing: BTreeSet<&str> = self.imports.keys().map(String::as_str).collect();
        let mut result = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(start) = rest.find(is_in_word) {
            let (before, word) = rest.split_at(start);
            result.push_str(before);
            let end = word
                .find(|letter| !is_in_word(letter))
                .unwrap_or(word.len());
            let (word, after) = word.split_at(end);
            rest = after;
            let export = self.exports.get(word).filter(|_| is_of_wasm(&result));
            let import = self
                .imports
                .get(word)
                .filter(|_| after.starts_with(": function"));
            if import.is_some() && !missing.remove(word) {
                return Err(Failure::problem(format!("The glue has `{word}` twice.")));
            }
            result.push_str(export.or(import).map_or(word, |short| short));
        }
        result.push_str(rest);
        match missing.first() {
            None => Ok(result),
            Some(name) => Err(Failure::problem(format!(
                "The glue has no `{name}: function`, which the WebAssembly asks for."
            ))),
        }
    }
}

/// Where the list of what the WebAssembly takes from the glue begins and ends.
const IMPORTS: &str = "    const import0 = {\n        __proto__: null,\n";
const IMPORTS_END: &str = "    };\n";

/// The glue with what the WebAssembly takes from it in the order of its contents: those that are alike
/// stand side by side, where brotli makes them smaller by more than one part in a hundred.
fn imports_by_contents(glue: &str) -> Result<String, Failure> {
    let parts = glue.split_once(IMPORTS).and_then(|(before, rest)| {
        let (imports, after) = rest.split_once(IMPORTS_END)?;
        Some((before, imports, after))
    });
    let Some((before, imports, after)) = parts else {
        return Err(Failure::problem(
            "The glue has no list of imports; has wasm-bindgen changed?",
        ));
    };
    let mut entries: Vec<String> = Vec::new();
    for line in imports.split_inclusive('\n') {
        let is_first = line
            .strip_prefix("        ")
            .is_some_and(|line| line.starts_with(is_in_word));
        match entries.last_mut().filter(|_| !is_first) {
            Some(entry) => entry.push_str(line),
            None => entries.push(line.to_owned()),
        }
    }
    entries.sort_by(|one, other| contents(one).cmp(contents(other)));
    Ok([before, IMPORTS, &entries.concat(), IMPORTS_END, after].concat())
}

fn contents(entry: &str) -> &str {
    entry
        .split_once(':')
        .map_or(entry, |(_, contents)| contents)
}

/// Whether what comes next is something that the WebAssembly gives.
fn is_of_wasm(before: &str) -> bool {
    before
        .strip_suffix("wasm.")
        .is_some_and(|before| !before.ends_with(|letter| is_in_word(letter) || letter == '.'))
}

/// The word that a text starts with.
fn first_word(text: &str) -> &str {
    let end = text.find(|letter| !is_in_word(letter));
    &text[..end.unwrap_or(text.len())]
}

fn is_in_word(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

/// `a` to `z`, and then `aa`, `ba`, `ca` and so on, without end.
pub fn short_names() -> impl Iterator<Item = String> {
    (0_usize..).map(|mut index| {
        let mut name = String::new();
        loop {
            name.push(char::from(b'a' + (index % 26) as u8));
            match (index / 26).checked_sub(1) {
                Some(next) => index = next,
                None => return name,
            }
        }
    })
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

/// The text with `new` in place of `old`, which is to be there once.
pub fn replace_once(text: &str, old: &str, new: &str) -> Result<String, Failure> {
    match text.matches(old).count() {
        1 => Ok(text.replace(old, new)),
        count => Err(Failure::problem(format!(
            "The glue has `{old}` {count} times; has wasm-bindgen changed?"
        ))),
    }
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::wasm::tests::sample;

    /// What wasm-bindgen writes, in small.
    pub const GLUE: &str = "export class Data { free() { wasm.__wbg_data_free(0); } }\n\
        function imports() {\n    const import0 = {\n        __proto__: null,\n        \
        __wbg_log_1f: function(arg0) { convert_1f(arg0); },\n        \
        __wbg_log_2e: function(arg0) { wasm.memory; notwasm.memory; },\n    };\n    \
        return { __proto__: null, \"./open-vs-closed_bg.js\": import0 };\n}\n\
        function convert_1f(arg0) { wasm.convert_1f(arg0, \"application/wasm.\"); }\n\
        function start(instance) {\n    wasm = instance.exports;\n}\n\
        export { initSync, __wbg_init as default };\n";

    /// What fits to it.
    pub fn matching_wasm() -> Vec<u8> {
        sample(
            &[
                (MODULE, "__wbg_log_2e"),
                ("./snippets.js", "__wbg_log_1f"),
                (MODULE, "__wbg_log_1f"),
            ],
            &["memory", "b", "convert_1f", "__wbg_data_free"],
        )
    }

    #[test]
    fn both_sides_get_the_same_short_names() {
        let glue = "export class Data { free() { wasm._a(0); } }\n\
            function imports() {\n    const import0 = {\n        __proto__: null,\n        \
            b: function(arg0) { convert_1f(arg0); },\n        \
            a: function(arg0) { wasm.d; notwasm.memory; },\n    };\n    \
            return { __proto__: null, \"a\": import0 };\n}\n\
            function convert_1f(arg0) { wasm.c(arg0, \"application/wasm.\"); }\n\
            function start(instance) {\n    wasm = instance.exports;\n}\n\
            export { __wbg_init as default };\n";
        // `b` is taken by what the glue does not ask for.
        let wasm = sample(
            &[("a", "a"), ("./snippets.js", "__wbg_log_1f"), ("a", "b")],
            &["d", "b", "c", "_a"],
        );
        let expected = Some((glue.to_owned(), wasm.clone()));
        assert_eq!(pair(GLUE, &matching_wasm()), Ok(expected));
        assert_eq!(pair(glue, &wasm), Ok(None));
    }

    #[test]
    fn imports_that_are_alike_stand_side_by_side() {
        let glue = |imports: &[&str]| {
            [&["begin\n", IMPORTS], imports, &[IMPORTS_END, "end\n"]]
                .concat()
                .concat()
        };
        let b = "        b: function(arg0) {\n            if (arg0) {\n            }\n        },\n";
        let c = "        c: function() { return 2; },\n";
        let a = "        a: function(arg0) {\n            one();\n        },\n";
        let sorted = imports_by_contents(&glue(&[a, c, b]));
        assert_eq!(sorted, Ok(glue(&[c, b, a])));
        assert!(imports_by_contents("const imports = {};\n").is_err());
    }

    #[test]
    fn a_glue_of_another_kind_is_refused() {
        for part in ["__wbg_log_2e: function", MODULE, "initSync"] {
            let glue = GLUE.replace(part, "other");
            assert!(pair(&glue, &matching_wasm()).is_err(), "{part}");
            let glue = GLUE.replace(part, &format!("{part} {part}"));
            assert!(pair(&glue, &matching_wasm()).is_err(), "{part} twice");
        }
    }

    #[test]
    fn short_names_are_short_and_never_the_same() {
        let names: Vec<String> = short_names().take(1000).collect();
        assert_eq!(
            [&names[0], &names[25], &names[26], &names[27]],
            ["a", "z", "aa", "ba"]
        );
        assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), 1000);
    }
}
