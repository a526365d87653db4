//! Every problem of a data set, for editors.
//!
//! Loading reports the first problem of a record, and ignores unknown keys. The JSON Schema finds the
//! other problems. The two are merged by path; where both report a path, the message of loading stays.

use std::collections::HashSet;

use super::document::DocumentText;
use super::ids::Place;
use super::issue::Issue;
use super::lists::{LISTS, OBJECTS};
use super::load::load;
use super::validator::Validator;

/// Keys of the format that this version of the widget does not read.
const RESERVED: [&str; 1] = ["messages"];

/// Every problem of a data set, or of a text that is none. Unknown keys count too, because a
/// misspelt key is a field that nobody reads.
pub fn check(text: &(impl AsRef<[u8]> + ?Sized)) -> Vec<Issue> {
    let text = text.as_ref();
    let mut issues = match load(text) {
        Ok(loaded) => loaded.issues,
        Err(refusal) => {
            let mut issues = refusal.issues;
            issues.push(Issue {
                path: "$".to_owned(),
                message: refusal.message,
                left_out: true,
            });
            issues
        }
    };
    if let Ok(document) = DocumentText::decode(text.to_vec()) {
        let reported: HashSet<String> = issues.iter().map(|issue| issue.path.clone()).collect();
        let found = validate(&document).into_iter();
        issues.extend(found.filter(|issue| !reported.contains(&issue.path)));
        issues.sort_by_key(|issue| order(&issue.path));
    }
    issues
}

/// Checks the records of a document, its `meta` and its keys against the JSON Schema.
fn validate(document: &DocumentText) -> Vec<Issue> {
    let validator = match Validator::new() {
        Ok(validator) => validator,
        Err(error) => {
            return vec![Issue {
                path: "$".to_owned(),
                message: format!("cannot be checked against the schema: {error}"),
                left_out: false,
            }];
        }
    };
    let mut issues = Vec::new();
    for key in OBJECTS {
        if let Some(value) = document.value(key) {
            validator.validate(key, value, key, &mut issues);
        }
    }
    for list in LISTS {
        let places = document.records(list).unwrap_or_default();
        for (position, place) in places.iter().enumerate() {
            let path = Place { list, position }.to_string();
            let text = document.slice(place).unwrap_or_default();
            validator.validate(list, text, &path, &mut issues);
        }
    }
    let known = validator.keys();
    let is_unknown = |key: &&str| !known.contains(key) && !RESERVED.contains(key);
    let mut unknown: Vec<&str> = document.keys().filter(is_unknown).collect();
    unknown.sort_unstable();
    issues.extend(unknown.into_iter().map(|key| Issue {
        path: key.to_owned(),
        message: format!("unknown key; known are {}", known.join(", ")),
        left_out: false,
    }));
    issues
}

/// Sorts issues by record: first `meta`, then the records of the lists, then other keys.
fn order(path: &str) -> (usize, usize) {
    let (list, rest) = path.split_once('[').unwrap_or((path, ""));
    if list.starts_with("meta") || list == "version" {
        return (0, 0);
    }
    let position = rest.split(']').next().unwrap_or_default();
    let list = LISTS.iter().position(|key| *key == list);
    (
        list.map_or(usize::MAX, |list| list + 1),
        position.parse().unwrap_or_default(),
    )
}
