//! Why a test failed.

use std::fmt;

/// A sentence that says what is wrong.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

/// What a step of a test gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure with that sentence.
    pub fn new(message: impl Into<String>) -> Self {
        Self(message.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Fails where the condition does not hold.
#[macro_export]
macro_rules! ensure {
    ($condition:expr, $($message:tt)+) => {
        if !$condition {
            return Err($crate::Failure::new(format!($($message)+)));
        }
    };
}

/// Fails where two values differ.
///
/// # Errors
/// Where they do.
pub fn equal<T: PartialEq<U> + fmt::Debug, U: fmt::Debug>(
    found: T,
    expected: U,
    what: &str,
) -> Outcome {
    if found == expected {
        return Ok(());
    }
    Err(Failure::new(format!(
        "{what}\n  found:    {found:?}\n  expected: {expected:?}"
    )))
}
