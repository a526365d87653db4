//! The stages of a long command, and how each of them ended.

use std::time::{Duration, Instant};

use crate::failure::{Failure, Outcome};

/// The stages so far.
#[derive(Debug, Default)]
pub struct Report {
    stages: Vec<Stage>,
    notes: Vec<String>,
}

/// A stage that has ended.
#[derive(Debug)]
struct Stage {
    name: String,
    failure: Option<Failure>,
    took: Duration,
}

impl Report {
    /// Runs a stage under a headline. A failure is printed, and does not keep later stages from running.
    pub fn stage<T>(
        &mut self,
        name: impl Into<String>,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Option<T> {
        let name = name.into();
        println!("\n=== {name} ===\n");
        let start = Instant::now();
        let result = work();
        if let Err(failure) = &result {
            eprintln!("\n{name}: {failure}");
        }
        self.stages.push(Stage {
            name,
            failure: result.as_ref().err().cloned(),
            took: start.elapsed(),
        });
        result.ok()
    }

    /// Adds notes to the summary.
    pub fn note(&mut self, of: &str, notes: Vec<String>) {
        let notes = notes.into_iter().map(|note| format!("{of}: {note}\n\n"));
        self.notes.extend(notes);
    }

    /// The notes; the failures once more, because much may have been printed since; then all stages in one line,
    /// with how long each took.
    pub fn summary(&self) -> String {
        let failures = self.stages.iter().filter_map(|stage| {
            let failure = stage.failure.as_ref()?;
            Some(format!("{}: {failure}\n\n", stage.name))
        });
        let stages: Vec<String> = self.stages.iter().map(Stage::summary).collect();
        let failures: String = failures.collect();
        self.notes.concat() + &failures + &stages.join(", ")
    }

    /// Good if every stage was.
    pub fn outcome(&self) -> Outcome {
        if self.stages.iter().all(|stage| stage.failure.is_none()) {
            Outcome::Good
        } else {
            Outcome::Problems
        }
    }
}

impl Stage {
    fn summary(&self) -> String {
        let Self {
            name,
            failure,
            took,
        } = self;
        let word = if failure.is_none() { "ok" } else { "FAILED" };
        let seconds = took.as_secs();
        format!("{name}: {word} ({}:{:02})", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_is_reported_and_the_next_one_runs() {
        let mut report = Report::default();
        assert_eq!(report.stage("a", || Ok(1)), Some(1));
        assert_eq!(report.outcome(), Outcome::Good);
        assert_eq!(
            report.stage::<()>("b", || Err(Failure::problem("no"))),
            None
        );
        assert_eq!(report.stage("c", || Ok(3)), Some(3));
        report.note("c", vec!["look".to_owned()]);
        assert_eq!(
            report.summary(),
            "c: look\n\nb: no\n\na: ok (0:00), b: FAILED (0:00), c: ok (0:00)"
        );
        assert_eq!(report.outcome(), Outcome::Problems);
    }

    #[test]
    fn minutes_and_seconds_are_shown() {
        let stage = Stage {
            name: "native".to_owned(),
            failure: None,
            took: Duration::from_millis(125_900),
        };
        assert_eq!(stage.summary(), "native: ok (2:05)");
    }
}
