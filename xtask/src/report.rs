//! The stages of a long command, and how each of them ended.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

/// The stages so far.
#[derive(Debug, Default)]
pub struct Report {
    /// The result of each stage in some words, with how long it took.
    stages: Vec<String>,
    /// Notes and failures, which are repeated at the end.
    notes: String,
    has_failed: bool,
}

impl Report {
    /// Runs a stage under a headline. A failure is printed, and does not keep later stages from running.
    pub fn stage<T>(&mut self, name: &str, work: impl FnOnce() -> Result<T>) -> Option<T> {
        println!("\n=== {name} ===\n");
        let start = Instant::now();
        let result = work();
        let word = if result.is_ok() { "ok" } else { "FAILED" };
        let seconds = start.elapsed().as_secs();
        let time = format!("{}:{:02}", seconds / 60, seconds % 60);
        self.stages.push(format!("{name}: {word} ({time})"));
        match result {
            Ok(value) => Some(value),
            Err(error) => {
                eprintln!("\n{name}: {error:#}");
                self.note(name, &format!("{error:#}"));
                self.has_failed = true;
                None
            }
        }
    }

    /// Adds a note to the summary.
    pub fn note(&mut self, stage: &str, note: &str) {
        self.notes.push_str(&format!("{stage}: {note}\n\n"));
    }

    /// The notes and failures; then all stages in one line.
    pub fn summary(&self) -> String {
        format!("{}{}", self.notes, self.stages.join(", "))
    }

    /// Success if every stage has succeeded.
    pub fn exit_code(&self) -> ExitCode {
        if self.has_failed {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_is_reported_and_the_next_one_runs() {
        let mut report = Report::default();
        assert_eq!(report.stage("a", || Ok(1)), Some(1));
        assert_eq!(report.exit_code(), ExitCode::SUCCESS);
        let failed: Option<()> = report.stage("b", || anyhow::bail!("no"));
        assert_eq!(failed, None);
        assert_eq!(report.stage("c", || Ok(3)), Some(3));
        report.note("c", "look");
        assert_eq!(
            report.summary(),
            "b: no\n\nc: look\n\na: ok (0:00), b: FAILED (0:00), c: ok (0:00)"
        );
        assert_eq!(report.exit_code(), ExitCode::FAILURE);
    }
}
