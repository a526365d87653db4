//! The invariants of ARCHITECTURE.md that can be read from the source.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

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

/// `date -> dataset -> definition -> query -> state -> timeline, charts, models -> ui -> page`: nothing names what stands after it.
#[test]
fn dependencies_run_one_way() {
    const FORBIDDEN: [(&str, &[&str]); 12] = [
        (
            "src/date",
            &[
                "dataset", "state", "query", "timeline", "locale", "ui", "page",
            ],
        ),
        (
            "src/decimal.rs",
            &[
                "dataset",
                "definition",
                "state",
                "query",
                "charts",
                "models",
            ],
        ),
        (
            "src/definition.rs",
            &[
                "state", "query", "timeline", "charts", "models", "locale", "ui", "page",
            ],
        ),
        (
            "src/charts",
            &[
                "state", "query", "timeline", "models", "locale", "ui", "page",
            ],
        ),
        (
            "src/models.rs",
            &["timeline", "charts", "locale", "ui", "page"],
        ),
        (
            "src/dataset",
            &[
                "definition",
                "charts",
                "models",
                "state",
                "query",
                "timeline",
                "locale",
                "ui",
                "page",
            ],
        ),
        (
            "src/text.rs",
            &[
                "dataset", "state", "query", "timeline", "locale", "ui", "page",
            ],
        ),
        (
            "src/timeline",
            &["dataset", "state", "query", "locale", "ui", "page"],
        ),
        (
            "src/query",
            &[
                "state", "timeline", "charts", "models", "locale", "ui", "page",
            ],
        ),
        (
            "src/state",
            &["timeline", "charts", "models", "locale", "ui", "page"],
        ),
        (
            "src/locale",
            &["timeline", "charts", "models", "ui", "page"],
        ),
        ("src/ui", &["page", "prerender"]),
    ];
    for (name, text) in files("src", ".rs") {
        for (room, later) in FORBIDDEN {
            if name.starts_with(room) {
                for other in later {
                    let used = code(&text).contains(&format!("crate::{other}"));
                    assert!(!used, "{name} uses crate::{other}");
                }
            }
        }
    }
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
            assert!(!code(&text).contains(word), "{name} has {word}");
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

#[test]
fn files_are_short_enough_to_hold_in_mind() {
    for (name, text) in files("src", ".rs").into_iter().chain(files("xtask", ".rs")) {
        let lines = text.lines().count();
        // The types of the data set are a list, not a text.
        let most = if name == "src/dataset/types.rs" {
            500
        } else {
            420
        };
        assert!(lines <= most, "{name} has {lines} lines");
    }
}

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
            assert!(!code(&text).contains(word), "{name} has {word}");
        }
    }
}

/// Names that hosts may use are written down where hosts look.
#[test]
fn the_loader_and_its_types_agree() {
    let loader = include_str!("../www/open-vs-closed.js");
    let types = include_str!("../www/open-vs-closed.d.ts");
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
    let readme = include_str!("../README.md");
    let help = include_str!("../xtask/src/help.rs");
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
