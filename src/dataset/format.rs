//! Which version of the format this code reads, and which keys.

use super::record::{Report, beginning};
use super::types::{Meta, Text};
use super::{Refusal, Value};
use crate::joined::Joined;

/// The major version of the format that this code reads.
const MAJOR: &str = "1";

/// Keys that this code reads.
const READ: [&str; 13] = [
    "$schema",
    "version",
    "meta",
    "events",
    "sources",
    "actors",
    "links",
    "levels",
    "definitions",
    "dimensions",
    "models",
    "benchmarks",
    "yardsticks",
];

/// Keys of the contract that later versions of the widget read; they are no mistake.
const RESERVED: [&str; 6] = [
    "story",
    "decide",
    "glossary",
    "claims",
    "corrections",
    "messages",
];

/// Refuses versions that this code does not know, and tells of one that is not written as it should be.
pub(super) fn check_version(version: &Value, report: &mut Report) -> Result<(), Refusal> {
    let (text, is_text) = match version {
        Value::Text(text) => (&**text, true),
        Value::Number(text) => (&**text, false),
        _ => ("", false),
    };
    let (major, minor) = text.split_once('.').unwrap_or((text, ""));
    if major != MAJOR {
        return Err(Refusal::new(if text.is_empty() {
            "The data set has no version; write \"version\": \"1.0\".".to_owned()
        } else {
            let shown = beginning(text);
            format!("The data set has version {shown}; this widget reads version {MAJOR}.")
        }));
    }
    if !is_text || minor.is_empty() || !minor.bytes().all(|byte| byte.is_ascii_digit()) {
        let message = "expected a text such as \"1.0\"".to_owned();
        report.add("version".to_owned(), message, false);
    }
    Ok(())
}

/// Tells editors of keys that nobody reads.
pub(super) fn report_unknown_keys(keys: &[Text], report: &mut Report) {
    if !report.strict {
        return;
    }
    for key in keys {
        let known = READ.contains(&&**key) || RESERVED.contains(&&**key);
        if !known {
            report.add(
                key.to_string(),
                format!("unknown key; known are {}", READ.joined(", ")),
                false,
            );
        }
    }
}

/// What stands for `meta` where it is wrong, which has been told.
pub(super) fn no_meta() -> Meta {
    Meta {
        title: "".into(),
        lang: "en".into(),
        updated: None,
        license: None,
        presets: Vec::new(),
        eras: Vec::new(),
    }
}
