//! Running tests, and reading what they print of those that failed.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::process::{not_started, show};

/// Runs tests to their end, their output going to the terminal. What they print of those that failed is part of
/// the failure, too: much may be printed after it. Returns what they print of those that failed once and not
/// twice.
pub fn run_tests(command: &mut Command) -> Result<Vec<String>, Failure> {
    let (status, output) = run(command)?;
    output.result(command, status)
}

/// The same for tests that run in one page. Where the browser stops in the middle (WebKit does, in one run of
/// thirty or so), the result of the other tests is not known: all are run once more, and a note says so.
pub fn run_tests_in_page(command: &mut Command) -> Result<Vec<String>, Failure> {
    let (status, output) = run(command)?;
    if !output.is_started || output.is_ended {
        return output.result(command, status);
    }
    let again = format!("{UNSTEADY}the browser stopped in the middle, and all was run once more");
    println!("{again}");
    let (status, output) = run(command)?;
    let mut result = output.result(command, status)?;
    result.push(again);
    Ok(result)
}

/// Runs tests, and returns how they ended and what was read of their output.
fn run(command: &mut Command) -> Result<(ExitStatus, Output), Failure> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let mut output = Output::default();
    if let Some(lines) = child.stdout.take() {
        for line in BufReader::new(lines).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            output.read(&line);
        }
    }
    let status = child.wait();
    Ok((
        status.map_err(|error| not_started(command, &error))?,
        output,
    ))
}

/// Most lines of failures that are repeated.
const MOST_LINES: usize = 120;

/// What was read of the output of tests. Rust's test runner prints the failures between the line `failures:` and
/// the result.
#[derive(Default)]
struct Output {
    lines: Vec<String>,
    is_failures: bool,
    /// Whether the first test has started, and the last one has ended.
    is_started: bool,
    is_ended: bool,
    unsteady: Vec<String>,
}

/// What stands in a line about a test that is run once more.
const UNSTEADY: &str = "unsteady: ";

impl Output {
    fn read(&mut self, line: &str) {
        if let Some(at) = line.find(UNSTEADY) {
            self.unsteady.push(line[at..].to_owned());
        }
        if line == "failures:" {
            self.is_failures = true;
        } else if line.starts_with("running ") {
            self.is_started = true;
        } else if line.starts_with("test result:") {
            (self.is_failures, self.is_ended) = (false, true);
        } else if self.is_failures && !line.is_empty() {
            self.lines.push(format!("\n  {line}"));
        }
    }

    fn result(self, command: &Command, status: ExitStatus) -> Result<Vec<String>, Failure> {
        if status.success() {
            return Ok(self.unsteady);
        }
        let (name, failures) = (show(command), self.failures());
        Err(Failure::problem(format!(
            "`{name}` failed ({status}).{failures}"
        )))
    }

    fn failures(mut self) -> String {
        let more = self.lines.len().saturating_sub(MOST_LINES);
        self.lines.truncate(MOST_LINES);
        if more > 0 {
            self.lines
                .push(format!("\n  … and {more} more lines, see above."));
        }
        self.lines.concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_are_repeated() {
        let mut output = Output::default();
        let text = "running 2 tests\ntest b ... FAILED\n\nfailures:\n\n---- b ----\nleft: 1\n\n\nfailures:\n    b\n\ntest result: FAILED. 1 passed\n\nbye";
        text.lines().for_each(|line| output.read(line));
        assert_eq!(output.failures(), "\n  ---- b ----\n  left: 1\n      b");
    }

    #[test]
    fn of_many_failures_the_first_lines_are_repeated() {
        let mut output = Output::default();
        output.read("failures:");
        (0..200).for_each(|line| output.read(&line.to_string()));
        let failures = output.failures();
        assert!(failures.ends_with("\n  119\n  … and 80 more lines, see above."));
    }

    #[cfg(unix)]
    #[test]
    fn a_failed_run_repeats_its_failures() {
        let script = "echo failures:; echo why; echo 'test result: FAILED'; exit 1";
        let failure = run_tests(Command::new("sh").args(["-c", script]));
        let sentence = failure.map_err(|failure| failure.to_string());
        assert!(matches!(sentence, Err(text) if text.ends_with("(exit status: 1).\n  why")));
        let script = "echo 'test a ... unsteady: b is run once more'; echo done";
        let said = run_tests(Command::new("sh").args(["-c", script]));
        assert_eq!(said, Ok(vec!["unsteady: b is run once more".to_owned()]));
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
        assert!(matches!(&result, Ok(said) if said.len() == 1 && said[0].contains("once more")));
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
