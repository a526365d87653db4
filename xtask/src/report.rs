//! The stages of a long command, and how each of them ended.

use crate::failure::{Failure, Outcome};

/// The stages so far.
#[derive(Debug, Default)]
pub struct Report {
    stages: Vec<(String, bool)>,
}

impl Report {
    /// Runs a stage under a headline. A failure is told, and does not keep later stages from running.
    pub fn stage<T>(
        &mut self,
        name: impl Into<String>,
        work: impl FnOnce() -> Result<T, Failure>,
    ) -> Option<T> {
        let name = name.into();
        println!("\n=== {name} ===\n");
        let result = work();
        if let Err(failure) = &result {
            eprintln!("\n{name}: {failure}");
        }
        self.stages.push((name, result.is_ok()));
        result.ok()
    }

    /// All stages in one line.
    pub fn summary(&self) -> String {
        let word = |good: bool| if good { "ok" } else { "FAILED" };
        let stages: Vec<String> = self
            .stages
            .iter()
            .map(|(name, good)| format!("{name}: {}", word(*good)))
            .collect();
        stages.join(", ")
    }

    /// Good if every stage was.
    pub fn outcome(&self) -> Outcome {
        if self.stages.iter().all(|(_, good)| *good) {
            Outcome::Good
        } else {
            Outcome::Problems
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_stage_is_remembered_and_the_next_one_runs() {
        let mut report = Report::default();
        assert_eq!(report.stage("a", || Ok(1)), Some(1));
        assert_eq!(report.outcome(), Outcome::Good);
        assert_eq!(
            report.stage::<()>("b", || Err(Failure::problem("no"))),
            None
        );
        assert_eq!(report.stage("c", || Ok(3)), Some(3));
        assert_eq!(report.summary(), "a: ok, b: FAILED, c: ok");
        assert_eq!(report.outcome(), Outcome::Problems);
    }
}
