//! Running tests, and what they say of those that failed.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::process::{not_started, show};

/// Runs tests to their end, their output going to the terminal. What they say of those that failed is part
/// of the failure, too: much may be printed after it. What they say of those that failed once and not twice
/// is given back.
pub fn run_tests(command: &mut Command) -> Result<Vec<String>, Failure> {
    let (status, told) = heard(command)?;
    told.result(command, status)
}

/// The same for tests that run in one page. A browser that stops in the middle says nothing of the tests
/// that were still to come (WebKit does, in one run of thirty or so): then all are run once more, and it is
/// given back that they were.
pub fn run_tests_in_page(command: &mut Command) -> Result<Vec<String>, Failure> {
    let (status, told) = heard(command)?;
    if !told.is_begun || told.is_ended {
        return told.result(command, status);
    }
    let again = format!("{UNSTEADY}the browser stopped in the middle, and all was run once more");
    println!("{again}");
    let (status, told) = heard(command)?;
    let mut result = told.result(command, status)?;
    result.push(again);
    Ok(result)
}

/// How tests ended, and what they said.
fn heard(command: &mut Command) -> Result<(ExitStatus, Told), Failure> {
    let mut running = command
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    let mut told = Told::default();
    if let Some(output) = running.stdout.take() {
        for line in BufReader::new(output).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            println!("{line}");
            told.hear(&line);
        }
    }
    let status = running.wait();
    Ok((status.map_err(|error| not_started(command, &error))?, told))
}

/// Most lines of failures that are told again.
const MOST_LINES: usize = 120;

/// What tests have said of those that failed: what the test runner of Rust prints between the line
/// `failures:` and the result.
#[derive(Default)]
struct Told {
    lines: Vec<String>,
    is_failures: bool,
    /// Whether the first test was begun, and the last one done.
    is_begun: bool,
    is_ended: bool,
    unsteady: Vec<String>,
}

/// What a line has that tells of a test that is run once more.
const UNSTEADY: &str = "unsteady: ";

impl Told {
    fn hear(&mut self, line: &str) {
        if let Some(at) = line.find(UNSTEADY) {
            self.unsteady.push(line[at..].to_owned());
        }
        if line == "failures:" {
            self.is_failures = true;
        } else if line.starts_with("running ") {
            self.is_begun = true;
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
    fn what_failed_is_told_again() {
        let mut told = Told::default();
        let output = "running 2 tests\ntest b ... FAILED\n\nfailures:\n\n---- b ----\nleft: 1\n\n\nfailures:\n    b\n\ntest result: FAILED. 1 passed\n\nbye";
        output.lines().for_each(|line| told.hear(line));
        assert_eq!(told.failures(), "\n  ---- b ----\n  left: 1\n      b");
    }

    #[test]
    fn of_many_failures_the_first_lines_are_told() {
        let mut told = Told::default();
        told.hear("failures:");
        (0..200).for_each(|line| told.hear(&line.to_string()));
        let failures = told.failures();
        assert!(failures.ends_with("\n  119\n  … and 80 more lines, see above."));
    }

    #[cfg(unix)]
    #[test]
    fn a_failed_run_says_what_its_tests_said() {
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
        let run = |first: &str, second: &str| {
            let _ = std::fs::remove_file(&place);
            let script = format!("{first}; test -e $0 && {{ {second}; }}; touch $0; exit 1");
            let result = run_tests_in_page(Command::new("sh").arg("-c").arg(script).arg(&place));
            let _ = std::fs::remove_file(&place);
            result
        };
        let (stopped, good) = ("echo running 2 tests", "echo 'test result: ok.'; exit 0");
        let result = run(stopped, good);
        assert!(matches!(&result, Ok(said) if said.len() == 1 && said[0].contains("once more")));
        let result = run(stopped, "exit 1");
        assert!(result.is_err(), "twice");
        for ended in [
            "echo running 2 tests; echo 'test result: FAILED.'",
            "echo error",
        ] {
            let result = run(ended, good);
            assert!(result.is_err(), "{ended}");
        }
    }
}
