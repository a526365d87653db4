//! Which version of the format this code reads, and which keys.

use super::record::Report;
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

/// Refuses versions that this code does not know.
pub(super) fn check_version(version: &Value) -> Result<(), Refusal> {
    let version = match version {
        Value::Text(version) | Value::Number(version) => &**version,
        _ => "",
    };
    if version.split('.').next() == Some(MAJOR) {
        return Ok(());
    }
    Err(Refusal::new(if version.is_empty() {
        "The data set has no version; write \"version\": \"1.0\".".to_owned()
    } else {
        let shown: String = version.chars().take(20).collect();
        format!("The data set has version {shown}; this widget reads version {MAJOR}.")
    }))
}

/// Tells of a version that is read, and is not written as it should be.
pub(super) fn report_odd_version(version: &Value, report: &mut Report) {
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_odd = match version {
        Value::Text(version) => !version
            .split_once('.')
            .is_some_and(|(major, minor)| is_number(major) && is_number(minor)),
        _ => true,
    };
    if is_odd {
        let message = "expected a text such as \"1.0\"".to_owned();
        report.add("version".to_owned(), message, false);
    }
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
