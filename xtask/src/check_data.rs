//! `cargo xtask check-data`: the checks of the widget, before a reader meets the problem.

use std::path::PathBuf;

use crate::failure::{Failure, Outcome};

/// Prints every problem in these files.
pub fn run(paths: &[PathBuf]) -> Result<Outcome, Failure> {
    let mut texts = Vec::new();
    for path in paths {
        let text = std::fs::read(path).map_err(|error| {
            Failure::usage(format!("{} cannot be read: {error}.", path.display()))
        })?;
        texts.push((path.display(), text));
    }
    let mut count = 0;
    for (path, text) in &texts {
        let Ok(text) = std::str::from_utf8(text) else {
            println!("{path}: the file is not UTF-8; save it as UTF-8");
            count += 1;
            continue;
        };
        for issue in open_vs_closed::dataset::check(text) {
            println!("{path}: {issue}");
            count += 1;
        }
    }
    println!("{}", summary(count, texts.len()));
    Ok(if count == 0 {
        Outcome::Good
    } else {
        Outcome::Problems
    })
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
    fn a_missing_file_is_wrong_use() {
        let result = run(&[PathBuf::from("no/such/file.json")]);
        assert!(matches!(result, Err(Failure::Usage(_))), "{result:?}");
    }
}
