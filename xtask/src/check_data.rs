//! `cargo xtask check-data`: every problem of a data set, by path.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Error, Result};
use clap::error::ErrorKind;
use open_vs_closed::dataset::{self, WordsFile};
use open_vs_closed::locale::missing_words;

/// Prints every problem in these files.
///
/// # Errors
/// A file that cannot be read is wrong use; the problems of the others are printed before.
pub fn run(paths: &[PathBuf]) -> Result<ExitCode> {
    let mut problems = 0;
    let mut unread = String::new();
    for path in paths {
        let shown = path.display();
        match std::fs::read(path) {
            Ok(bytes) => {
                for problem in found(path, &bytes) {
                    println!("{shown}: {problem}");
                    problems += 1;
                }
            }
            Err(error) => unread.push_str(&format!("{shown} cannot be read: {error}\n")),
        }
    }
    if !unread.is_empty() {
        return Err(clap::Error::raw(ErrorKind::Io, unread).into());
    }
    println!("{}", summary(problems, paths.len()));
    Ok(if problems == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// The problems in the bytes of a file, which is a data set or a translation of the data set beside it.
fn found(path: &Path, bytes: &[u8]) -> Vec<String> {
    let is_translation = serde_json::from_slice::<serde_json::Value>(bytes)
        .is_ok_and(|file| file.get("words").is_some() && file.get("events").is_none());
    if is_translation {
        return gaps(path, bytes).unwrap_or_else(|error| vec![format!("{error:#}")]);
    }
    let issues = open_vs_closed::dataset::check(bytes);
    issues.iter().map(ToString::to_string).collect()
}

/// The words that a translation lacks. `debate.ko.json` translates `debate.json`.
fn gaps(path: &Path, bytes: &[u8]) -> Result<Vec<String>> {
    let file = WordsFile::parse(bytes).map_err(Error::msg)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default();
    let original = path.with_file_name(format!("{stem}.json"));
    let shown = original.display();
    let text = std::fs::read(&original)
        .with_context(|| format!("the data set that it translates, {shown}, cannot be read"))?;
    let loaded =
        dataset::load(&text).map_err(|refusal| Error::msg(format!("{shown}: {refusal}")))?;
    let missing = missing_words(&loaded.dataset, &file).into_iter();
    Ok(missing
        .map(|path| format!("{path}: is missing; write the words in {}", file.lang))
        .collect())
}

fn summary(problems: usize, files: usize) -> String {
    let files = match files {
        1 => "1 file".to_owned(),
        many => format!("{many} files"),
    };
    match problems {
        0 => format!("No problems in {files}."),
        1 => format!("1 problem in {files}."),
        many => format!("{many} problems in {files}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_counts() {
        assert_eq!(summary(0, 1), "No problems in 1 file.");
        assert_eq!(summary(1, 2), "1 problem in 2 files.");
        assert_eq!(summary(12, 2), "12 problems in 2 files.");
    }

    #[test]
    fn problems_have_their_path() {
        let problems = found(Path::new("a.json"), b"\xff");
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0].contains("byte 0 of the file (0xFF) is not UTF-8"),
            "{problems:?}"
        );
        let text = r#"{"version":"1.0","meta":{"title":"T","lang":"en"},"events":[{"id":"a","title":"A","date":"banana"}]}"#;
        let problems = found(Path::new("a.json"), text.as_bytes());
        assert!(
            problems[0].starts_with("events[0].date: \"banana\" is not a date"),
            "{problems:?}"
        );
    }

    #[test]
    fn a_translation_without_a_word_has_problems() {
        let data = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../www/data/debate.xx.json");
        let text = r#"{"lang":"xx","words":{"meta":{"title":"T"}},"messages":{"close":"C"}}"#;
        let problems = found(&data, text.as_bytes());
        let has = |start: &str| problems.iter().any(|problem| problem.starts_with(start));
        assert!(has(
            "words.events.deepseek-r1.title: is missing; write the words in xx"
        ));
        assert!(has("messages.story.steps: is missing"));
        assert!(!has("words.meta.title") && !has("messages.close"));
    }

    #[test]
    fn a_file_that_is_no_data_set_has_problems() {
        let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let code = run(&[manifest]);
        assert!(code.is_ok_and(|code| code == ExitCode::FAILURE));
    }

    #[test]
    fn a_missing_file_is_wrong_use() {
        let error = run(&[PathBuf::from("no/such/file.json")]).err();
        assert!(error.is_some_and(|error| error.is::<clap::Error>()));
    }
}
