//! Runs tests, and reads from their output which have failed and which had to be run twice.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, anyhow};

use crate::process;

/// Runs tests to their end, their output going to the terminal. The error repeats the failures that they print.
/// Returns the lines about tests that failed once and not twice.
pub fn run_tests(command: &mut Command) -> Result<Vec<String>> {
    run(command)?.result
}

/// The same for tests that run in one page. Where the browser stops in the middle (WebKit does, in one run of
/// thirty or so), the result of the other tests is not known: all are run once more, with a note.
pub fn run_tests_in_page(command: &mut Command) -> Result<Vec<String>> {
    let first = run(command)?;
    if first.is_complete {
        return first.result;
    }
    let note = format!("{UNSTEADY}the browser stopped in the middle, and all was run once more");
    println!("{note}");
    let mut notes = run(command)?.result?;
    notes.push(note);
    Ok(notes)
}

/// What stands in a line about a test that is run once more.
const UNSTEADY: &str = "unsteady: ";

/// How much of the failures is repeated.
const MOST_BYTES: usize = 10_000;

/// A run of tests.
struct Run {
    /// The lines about unsteady tests, or the failures.
    result: Result<Vec<String>>,
    /// Whether the last test has ended, or none has started.
    is_complete: bool,
}

fn run(command: &mut Command) -> Result<Run> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| process::not_started(command))?;
    let (mut unsteady, mut failures) = (Vec::new(), String::new());
    let (mut is_failures, mut is_complete) = (false, true);
    for line in child.stdout.take().into_iter().flat_map(lines) {
        println!("{line}");
        if let Some(at) = line.find(UNSTEADY) {
            unsteady.push(line[at..].to_owned());
        }
        // Rust's test runner prints the failures between the line `failures:` and the result.
        if line == "failures:" {
            is_failures = true;
        } else if line.starts_with("running ") {
            is_complete = false;
        } else if line.starts_with("test result:") {
            (is_failures, is_complete) = (false, true);
        } else if is_failures && !line.is_empty() && failures.len() < MOST_BYTES {
            failures.push_str(&format!("\n  {line}"));
        }
    }
    let status = child.wait()?;
    let result = process::require_success(command, status)
        .map(|()| unsteady)
        .map_err(|error| anyhow!("{error}{failures}"));
    Ok(Run {
        result,
        is_complete,
    })
}

fn lines(output: impl std::io::Read) -> impl Iterator<Item = String> {
    let lines = BufReader::new(output).split(b'\n').map_while(Result::ok);
    lines.map(|line| String::from_utf8_lossy(&line).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_failed_run_repeats_its_failures() -> Result<()> {
        let script = "echo running 1 test; echo failures:; echo; echo why; echo 'test result: FAILED'; exit 1";
        let error = run_tests(Command::new("sh").args(["-c", script])).err();
        let text = error.map(|error| error.to_string());
        assert!(text.is_some_and(|text| text.ends_with("(exit status: 1)\n  why")));
        let script = "echo 'test a ... unsteady: b is run once more'; echo done";
        let notes = run_tests(Command::new("sh").args(["-c", script]))?;
        assert_eq!(notes, ["unsteady: b is run once more"]);
        Ok(())
    }

    #[cfg(unix)]
    #[test]
    fn only_a_page_that_stops_in_the_middle_is_run_again() {
        let place = std::env::temp_dir().join(format!("xtask-page-{}", std::process::id()));
        // `first` is done in each run, and `second` in the second one.
        let run_in_page = |first: &str, second: &str| {
            let _ = std::fs::remove_file(&place);
            let script = format!("{first}; test -e $0 && {{ {second}; }}; touch $0; exit 1");
            let result = run_tests_in_page(Command::new("sh").arg("-c").arg(script).arg(&place));
            let _ = std::fs::remove_file(&place);
            result
        };
        let (stopped, good) = ("echo running 2 tests", "echo 'test result: ok.'; exit 0");
        let result = run_in_page(stopped, good);
        assert!(matches!(&result, Ok(notes) if notes.len() == 1 && notes[0].contains("once more")));
        let result = run_in_page(stopped, "exit 1");
        assert!(result.is_err(), "twice");
        for ended in [
            "echo running 2 tests; echo 'test result: FAILED.'",
            "echo error",
        ] {
            let result = run_in_page(ended, good);
            assert!(result.is_err(), "{ended}");
        }
    }
}
