//! `cargo xtask check-data`: every problem of a data set, by path.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};

/// Prints every problem in these files.
pub fn run(paths: &[PathBuf]) -> Result<Outcome, Failure> {
    let (problems, unread) = check_files(paths);
    for problem in &problems {
        println!("{problem}");
    }
    println!("{}", summary(problems.len(), paths.len() - unread.len()));
    if !unread.is_empty() {
        return Err(Failure::usage(unread.join("\n")));
    }
    Ok(if problems.is_empty() {
        Outcome::Good
    } else {
        Outcome::Problems
    })
}

/// The problems of the files that can be read, and why the others cannot.
fn check_files(paths: &[PathBuf]) -> (Vec<String>, Vec<String>) {
    let mut problems = Vec::new();
    let mut unread = Vec::new();
    for path in paths {
        let shown = path.display();
        match std::fs::read(path) {
            Ok(bytes) => {
                let of_file = self::problems(&bytes).into_iter();
                problems.extend(of_file.map(|problem| format!("{shown}: {problem}")));
            }
            Err(error) => unread.push(format!("{shown} cannot be read: {error}.")),
        }
    }
    (problems, unread)
}

/// The problems in the bytes of a file.
fn problems(bytes: &[u8]) -> Vec<String> {
    match std::str::from_utf8(bytes) {
        Ok(text) => {
            let issues = open_vs_closed::dataset::check(text);
            issues.iter().map(ToString::to_string).collect()
        }
        Err(_) => vec!["the file is not UTF-8; save it as UTF-8".to_owned()],
    }
}

fn summary(problems: usize, files: usize) -> String {
    let files = if files == 1 {
        "1 file".to_owned()
    } else {
        format!("{files} files")
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
    fn problems_of_a_file_are_printed_whatever_the_others_are() {
        let problems: Vec<String> = found(b"\xff").collect();
        assert_eq!(problems, ["the file is not UTF-8; save it as UTF-8"]);
        let text = r#"{"version":"1.0","meta":{"title":"T","lang":"en"},"events":[{"id":"a","title":"A","date":"banana"}]}"#;
        let problems = found(text.as_bytes()).collect::<Vec<String>>();
        assert!(
            problems[0].starts_with("events[0].date: \"banana\" is not a date"),
            "{problems:?}"
        );
        // This one can be read, and has nothing of a data set.
        let manifest = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let (problems, unread) = check_files(&["no/such/file.json".into(), manifest]);
        assert!(!problems.is_empty(), "{problems:?}");
        assert_eq!(unread.len(), 1, "{unread:?}");
    }

    #[test]
    fn a_missing_file_is_wrong_use() {
        let result = run(&[PathBuf::from("no/such/file.json")]);
        assert!(matches!(result, Err(Failure::Usage(_))), "{result:?}");
    }
}
