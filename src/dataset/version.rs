//! The version of the format.

use super::fields::beginning;
use super::issue::{Issue, Refusal};

/// The major version of the format that this code reads.
const MAJOR: &str = "1";

/// Checks the JSON text of `version`; returns the issue of one that is not written as it should be.
///
/// # Errors
/// Refuses other major versions, and a missing version.
pub(super) fn check(json: Option<&str>) -> Result<Option<Issue>, Refusal> {
    let json = json.unwrap_or_default();
    let text = serde_json::from_str::<String>(json);
    let is_text = text.is_ok();
    let version = match text {
        Ok(text) => text,
        Err(_) if json.starts_with(|first: char| first.is_ascii_digit()) => json.to_owned(),
        Err(_) => String::new(),
    };
    let (major, minor) = version.split_once('.').unwrap_or((&version, ""));
    if version.is_empty() {
        return Err(Refusal::new(
            "The data set has no version; write \"version\": \"1.0\".",
        ));
    }
    if major != MAJOR {
        let shown = beginning(&version);
        return Err(Refusal::new(format!(
            "The data set has version {shown}; this widget reads version {MAJOR}."
        )));
    }
    let is_written_well =
        is_text && !minor.is_empty() && minor.bytes().all(|byte| byte.is_ascii_digit());
    Ok((!is_written_well).then(|| Issue {
        path: "version".to_owned(),
        message: "expected a text such as \"1.0\"".to_owned(),
        left_out: false,
    }))
}
