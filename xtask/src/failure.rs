//! How a command ends.

use std::fmt;
use std::process::ExitCode;

/// The end of a command that could do its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing to complain about: exit status 0.
    Good,
    /// The work is done and found problems, already printed: exit status 1.
    Problems,
}

impl Outcome {
    /// The exit status that says so.
    pub fn exit_code(self) -> ExitCode {
        match self {
            Self::Good => ExitCode::SUCCESS,
            Self::Problems => ExitCode::from(1),
        }
    }
}

/// Why a command could not do its work, in sentences for the reader of the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The command was called wrongly: exit status 2.
    Usage(String),
    /// Something is missing or did not work: exit status 1.
    Problem(String),
}

impl Failure {
    /// A wrong call.
    pub fn usage(sentence: impl Into<String>) -> Self {
        Self::Usage(sentence.into())
    }

    /// Something missing or broken.
    pub fn problem(sentence: impl Into<String>) -> Self {
        Self::Problem(sentence.into())
    }

    /// The exit status that says so.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Problem(_) => ExitCode::from(1),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(sentence) | Self::Problem(sentence) => formatter.write_str(sentence),
        }
    }
}
