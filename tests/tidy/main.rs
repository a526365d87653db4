//! The invariants of ARCHITECTURE.md that can be read from the source.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

mod imports;

use std::fs;
use std::path::{Path, PathBuf};

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder is there") {
            let path: PathBuf = entry.expect("the entry is there").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).expect("the file is text");
                let name = path
                    .strip_prefix(root)
                    .expect("inside")
                    .to_string_lossy()
                    .replace('\\', "/");
                found.push((name, text));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {ending} in {folder}");
    found
}

/// A file's code without its tests and comments.
fn code(text: &str) -> String {
    let before_tests = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = before_tests.lines();
    lines
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

fn is_pure(name: &str) -> bool {
    ![
        "src/ui",
        "src/page",
        "src/main.rs",
        "src/bin",
        "src/prerender.rs",
        "src/lib.rs",
    ]
    .iter()
    .any(|room| name.starts_with(room))
}

#[test]
fn the_core_knows_no_browser() {
    for (name, text) in files("src", ".rs") {
        if is_pure(&name) {
            for word in [
                "yew",
                "web_sys",
                "wasm_bindgen",
                "js_sys",
                "std::time",
                "crate::ui",
                "crate::page",
            ] {
                assert!(!code(&text).contains(word), "{name} mentions {word}");
            }
        }
    }
}

/// The rooms of the crate from the ground up: what stands in one may use what stands in the same or before it.
const STOREYS: [&[&str]; 8] = [
    &[
        "src/date",
        "src/decimal",
        "src/interval",
        "src/sort",
        "src/svg",
        "src/text",
    ],
    &["src/dataset"],
    &["src/definition", "src/openness_framework", "src/balance"],
    &["src/state", "src/query"],
    &[
        "src/locale",
        "src/timeline",
        "src/charts",
        "src/models",
        "src/decide",
    ],
    &["src/style", "src/ui"],
    &["src/page", "src/prerender"],
    &["src/lib", "src/main", "src/bin"],
];

fn storey(name: &str) -> usize {
    let is_in = |room: &&str| {
        name.strip_prefix(*room)
            .is_some_and(|rest| rest.starts_with(['.', '/']))
    };
    let storey = STOREYS.iter().position(|rooms| rooms.iter().any(&is_in));
    storey.unwrap_or_else(|| panic!("{name} has no place in STOREYS"))
}

#[test]
fn dependencies_run_one_way() {
    for (name, used) in imports_of("src") {
        for other in used {
            assert!(storey(&other) <= storey(&name), "{name} uses {other}");
        }
    }
}

#[test]
fn no_files_form_a_circle() {
    for root in ["src", "xtask/src"] {
        let circles = imports::circles(&imports_of(root));
        let circles: Vec<String> = circles.iter().map(|circle| circle.join(" <-> ")).collect();
        assert!(
            circles.is_empty(),
            "files of {root} use each other:\n{}",
            circles.join("\n")
        );
    }
}

fn imports_of(root: &str) -> imports::Imports {
    imports::imports(root, &files(root, ".rs"))
}

#[test]
fn markup_works_under_a_strict_policy() {
    for (name, text) in files("src/ui", ".rs") {
        for word in [
            " style=",
            "<style",
            "inner_html",
            "from_html_unchecked",
            "~",
        ] {
            assert!(!code(&text).contains(word), "{name} has {word}");
        }
    }
    for (name, text) in files("www", ".js") {
        for word in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "eval(",
            "new Function",
            "document.write",
            "localStorage",
            "sessionStorage",
            ".cookie",
            ".style.",
        ] {
            let is_excused = EXCUSED.contains(&(name.as_str(), word));
            assert!(
                is_excused || !code(&text).contains(word),
                "{name} has {word}"
            );
        }
    }
}

#[test]
fn colours_stand_in_one_place() {
    for (name, text) in files("src/ui", ".css") {
        if name != "src/ui/tokens.css" {
            let hex = text.split('#').skip(1).any(|after| {
                after.len() >= 3 && after.chars().take(3).all(|digit| digit.is_ascii_hexdigit())
            });
            assert!(
                !hex && !text.contains("rgb("),
                "{name} has a colour of its own"
            );
        }
    }
}

#[test]
fn every_style_sheet_is_used() {
    for (name, text) in files("src/ui", ".css") {
        assert!(open_vs_closed::style::STYLESHEET.contains(&text), "{name}");
    }
}

/// Files that may be longer, each with its reason.
const LONG: [(&str, &str); 0] = [];

#[test]
fn files_are_short_enough_to_hold_in_mind() {
    for (name, text) in files("src", ".rs")
        .into_iter()
        .chain(files("xtask/src", ".rs"))
        .chain(files("tests/browser", ".rs"))
        .chain(files("tests/e2e/src", ".rs"))
        .chain(files("tests/e2e/tests", ".rs"))
        .chain(files("www", ".js"))
    {
        let lines = text.lines().count();
        let is_excused = LONG.iter().any(|(long, _)| *long == name);
        assert!(lines <= 400 || is_excused, "{name} has {lines} lines");
    }
}

/// Words for what the field has a name for.
const HOUSE_WORDS: [&str; 15] = [
    "gather", "told", "seen", "still", "late", "lasting", "passing", "dress", "undress", "crowd",
    "kept", "spare", "follow", "stage", "memory",
];

#[test]
fn files_and_items_have_the_names_of_the_field() {
    for (name, text) in files("src", ".rs") {
        let stem = name
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .trim_end_matches(".rs");
        assert!(!HOUSE_WORDS.contains(&stem), "{name}");
        for line in code(&text).lines() {
            for keyword in ["fn ", "struct ", "enum ", "mod ", "trait "] {
                let Some((_, after)) = line.split_once(keyword) else {
                    continue;
                };
                let item: String = after
                    .chars()
                    .take_while(|letter| letter.is_alphanumeric() || *letter == '_')
                    .collect();
                assert!(
                    !HOUSE_WORDS.contains(&item.to_lowercase().as_str()),
                    "{name}: {item}"
                );
            }
        }
    }
}

/// What may stand where it else may not: the contexts are provided by the root of the widget to all that stands in it.
const EXCUSED: [(&str, &str); 2] = [
    ("src/ui/context.rs", ".expect("),
    // The helper is the host's own script, and any policy allows a script to set a style by the object model.
    ("www/open-vs-closed-frame.js", ".style."),
];

#[test]
fn nothing_unfinished_is_left() {
    for (name, text) in files("src", ".rs") {
        for word in [
            "todo!",
            "unimplemented!",
            "dbg!",
            ".forget()",
            ".unwrap()",
            ".expect(",
        ] {
            let is_excused = EXCUSED.contains(&(name.as_str(), word));
            assert!(
                is_excused || !code(&text).contains(word),
                "{name} has {word}"
            );
        }
    }
}

/// Names that hosts may use are written down where hosts look.
#[test]
fn the_loader_and_its_types_agree() {
    let loader = include_str!("../../www/open-vs-closed.js");
    let types = include_str!("../../www/open-vs-closed.d.ts");
    for member in ["getState", "setState", "goTo", "load()", "ready"] {
        assert!(
            loader.contains(member) && types.contains(member),
            "{member}"
        );
    }
    for code in [
        "wasm-unsupported",
        "wasm-blocked",
        "load-failed",
        "data-failed",
        "data-invalid",
        "panic",
    ] {
        assert!(types.contains(&format!("\"{code}\"")), "{code}");
    }
}

/// The commands that the README tells are the commands that there are.
#[test]
fn the_readme_s_commands_exist() {
    let readme = include_str!("../../README.md");
    let help = include_str!("../../xtask/src/cli.rs");
    let mut told = 0;
    for after in readme.split("cargo xtask ").skip(1) {
        let command: String = after
            .chars()
            .take_while(|letter| letter.is_ascii_lowercase() || *letter == '-')
            .collect();
        assert!(help.contains(&command), "cargo xtask {command}");
        told += 1;
    }
    assert!(told >= 2, "the README tells the two commands");
}

#[test]
fn sizes_are_no_smaller_where_a_host_makes_rem_small() {
    for (name, text) in files("src/ui", ".css") {
        for line in text.lines() {
            // What stands before the styles of a query takes no variable.
            let line = line.rsplit_once('@').map_or(line, |(_, query)| {
                query.split_once('{').map_or("", |(_, styles)| styles)
            });
            let is_rem =
                |(at, _): (usize, &str)| line[..at].ends_with(|sign: char| sign.is_ascii_digit());
            let rems = line
                .match_indices("rem")
                .filter(|found| is_rem(*found))
                .count();
            let expected = usize::from(line.contains("--_rem: max(1rem, 16px)"));
            assert_eq!(
                rems, expected,
                "{name}: write calc(1.5 * var(--_rem)): {line}"
            );
            assert!(!line.contains(".calc("), "{name}: {line}");
        }
    }
}
