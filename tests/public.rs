//! The public names of the element: hosts build on them, so this list changes only with an entry in the changelog.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

const ATTRIBUTES: [&str; 13] = [
    "definition",
    "event",
    "heading-level",
    "lang",
    "loading",
    "order",
    "range",
    "src",
    "sync-url",
    "theme",
    "view",
    "views",
    "words",
];
const MEMBERS: [&str; 5] = ["getState", "goTo", "load", "ready", "setState"];
const EVENTS: [&str; 3] = ["ovc-change", "ovc-error", "ovc-ready"];
const CODES: [&str; 6] = [
    "data-failed",
    "data-invalid",
    "load-failed",
    "panic",
    "wasm-blocked",
    "wasm-unsupported",
];
const EXPORTS: [&str; 2] = ["define", "version"];
const PARTS: [&str; 11] = [
    "card", "chart", "event", "failure", "panel", "progress", "tab", "table", "tabs", "timeline",
    "toolbar",
];
const STATES: [&str; 1] = ["failed"];
const VARIABLES: [&str; 12] = [
    "--ovc-color-bg",
    "--ovc-color-both",
    "--ovc-color-closed",
    "--ovc-color-context",
    "--ovc-color-line",
    "--ovc-color-muted",
    "--ovc-color-open",
    "--ovc-color-text",
    "--ovc-font",
    "--ovc-max-width",
    "--ovc-padding",
    "--ovc-radius",
];
/// A measure of the style sheet's own; its name is that of a registered property.
const OWN_VARIABLES: [&str; 1] = ["--ovc-em"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).expect("the file is there")
}

/// All files below a folder with that ending, joined.
fn all(folder: &Path, ending: &str) -> String {
    let mut joined = String::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the entry is there").path();
        if path.is_dir() {
            joined += &all(&path, ending);
        } else if path.to_string_lossy().ends_with(ending) {
            joined += &fs::read_to_string(&path).expect("the file is text");
        }
    }
    joined
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// What stands between `before` and the next `after`, wherever it occurs.
fn between(text: &str, before: &str, after: &str) -> BTreeSet<String> {
    let pieces = text.split(before).skip(1);
    set(pieces.filter_map(|piece| piece.split_once(after).map(|(name, _)| name)))
}

/// The description of the element for editors.
fn described() -> Value {
    let manifest: Value = serde_json::from_str(&text("www/custom-elements.json")).expect("JSON");
    manifest["modules"][0].clone()
}

fn names(list: &Value) -> BTreeSet<String> {
    let items = list.as_array().expect("a list");
    set(items.iter().filter_map(|item| item["name"].as_str()))
}

fn property(attribute: &str) -> String {
    let mut words = attribute.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| {
        name + &word[..1].to_uppercase() + &word[1..]
    })
}

#[test]
fn editors_are_told_all_public_names() {
    let described = described();
    let element = &described["declarations"][0];
    assert_eq!(names(&element["attributes"]), set(ATTRIBUTES));
    assert_eq!(names(&element["members"]), set(MEMBERS));
    assert_eq!(names(&element["events"]), set(EVENTS));
    assert_eq!(names(&element["cssParts"]), set(PARTS));
    assert_eq!(names(&element["cssStates"]), set(STATES));
    assert_eq!(names(&element["cssProperties"]), set(VARIABLES));
    let exports = described["exports"].as_array().expect("a list").iter();
    let exports = exports.filter(|export| export["kind"] == "js");
    assert_eq!(
        set(exports.filter_map(|export| export["name"].as_str())),
        set(EXPORTS)
    );
    for attribute in element["attributes"].as_array().expect("a list") {
        let name = attribute["name"].as_str().unwrap_or_default();
        // `lang` is a property of every element.
        let expected = (name != "lang").then(|| property(name));
        assert_eq!(attribute["fieldName"].as_str(), expected.as_deref());
    }
}

#[test]
fn types_are_those_of_the_element() {
    let types = text("www/open-vs-closed.d.ts");
    let interface = types
        .split_once("interface OpenVsClosedElement extends HTMLElement {")
        .and_then(|(_, rest)| rest.split_once("\n}"))
        .expect("the interface")
        .0;
    let members = interface.lines().filter_map(|line| {
        let line = line.trim();
        let words = ["readonly ", "get ", "set "];
        let bare = words.iter().find_map(|word| line.strip_prefix(word));
        let line = bare.unwrap_or(line);
        let end = line.find([':', '('])?;
        let is_name = line[..end].chars().all(char::is_alphanumeric);
        is_name.then(|| line[..end].to_owned())
    });
    let properties = ATTRIBUTES.into_iter().filter(|name| *name != "lang");
    let expected: BTreeSet<String> = properties
        .map(property)
        .chain(MEMBERS.map(str::to_owned))
        .collect();
    assert_eq!(members.collect::<BTreeSet<_>>(), expected);
    assert_eq!(between(&types, "    \"ovc-", "\":"), between_events());
    let codes = types
        .split_once("type FailureCode =")
        .and_then(|(_, rest)| rest.split_once(';'));
    assert_eq!(between_quotes(codes.expect("the codes").0), set(CODES));
    for name in EXPORTS {
        assert!(
            types.contains(&format!("export function {name}"))
                || types.contains(&format!("export const {name}"))
        );
    }
}

fn between_events() -> BTreeSet<String> {
    set(EVENTS.map(|name| name.trim_start_matches("ovc-")))
}

fn between_quotes(text: &str) -> BTreeSet<String> {
    set(text.split('"').skip(1).step_by(2))
}

#[test]
fn the_code_has_these_names_and_no_others() {
    let loader = text("www/open-vs-closed.js");
    let scripts = all(&root().join("www"), ".js");
    for name in ATTRIBUTES {
        assert!(
            loader.contains(&format!("  {name}: \""))
                || loader.contains(&format!("  \"{name}\": \""))
                || loader.contains(&format!("\"{name}\"")),
            "the loader does not know {name}"
        );
    }
    let emitted = between(&scripts, "#emit(\"", "\"").into_iter();
    let emitted = emitted.chain(between(&loader, "new CustomEvent(\"", "\""));
    assert_eq!(emitted.collect::<BTreeSet<_>>(), set(EVENTS));
    let failures = text("www/open-vs-closed-load.js");
    let failures = failures
        .split_once("FAILURES = {")
        .and_then(|(_, rest)| rest.split_once("\n};"));
    let codes = failures
        .expect("the failures")
        .0
        .lines()
        .filter_map(|line| {
            let name = line.trim().split_once(": ")?.0.trim_matches('"');
            (!name.starts_with("//")).then_some(name)
        });
    assert_eq!(set(codes), set(CODES));
}

#[test]
fn the_markup_has_these_parts_and_no_others() {
    let markup = all(&root().join("src"), ".rs");
    let found = between(&markup, " part=\"", "\"");
    // The sentence of a failure, and the progress, are those of the loader.
    let own = set(["failure", "progress"]);
    assert!(text("www/open-vs-closed.js").contains("part = \"failure\""));
    assert!(text("www/open-vs-closed-live.js").contains("\"progress\""));
    let found: BTreeSet<String> = found.union(&own).cloned().collect();
    assert_eq!(found, set(PARTS));
}

#[test]
fn the_style_sheet_has_these_variables_and_no_others() {
    let styles = all(&root().join("src"), ".css");
    let found = styles.split("--ovc-").skip(1).map(|rest| {
        let end = rest.find(|sign: char| !(sign.is_ascii_lowercase() || sign == '-'));
        format!("--ovc-{}", &rest[..end.unwrap_or(rest.len())])
    });
    let expected = set(VARIABLES.into_iter().chain(OWN_VARIABLES));
    assert_eq!(found.collect::<BTreeSet<_>>(), expected);
}

#[test]
fn the_documentation_names_all_of_it() {
    let documentation = text("README.md") + &text("docs/embedding.md");
    let names = ATTRIBUTES.into_iter().chain(MEMBERS).chain(EVENTS);
    for name in names.chain(CODES).chain(VARIABLES).chain(PARTS) {
        let code = [" ", "(", "`", "="].map(|end| format!("`{name}{end}"));
        let is_named = code.iter().any(|code| documentation.contains(code));
        assert!(is_named, "{name} is not documented");
    }
}
