//! Why a test failed.

use std::fmt;

use crate::SILENT;

/// A sentence that says what is wrong.
#[derive(Debug, Clone)]
pub struct Failure(pub String);

/// What a step of a test gives.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// About one test in seven hundred traps in WebKitGTK 2.50 while the first picture is made, at another place of
    /// the placement of marks each time: “out of bounds memory access” or “unreachable code”, in code that is
    /// safe Rust, with the same data and the same widths as in all the others, and in no other engine. It may
    /// be the same that makes a page turn in circles: that has been seen once.
    /// Others meet it, too, with WebAssembly of any kind: <https://bugs.webkit.org/show_bug.cgi?id=259441>. It has
    /// not been seen since the timeline is compiled in parts (see `src/ui/timeline.rs`).
    /// The widget recovers, which is tested in `trap.rs`; what a test was about is not told by it.
    #[must_use]
    pub fn is_fault_of_webkit(&self) -> bool {
        let trapped = [
            "RuntimeError: Out of bounds memory access",
            "RuntimeError: Unreachable code",
        ];
        let is_trap = trapped.iter().any(|trap| self.0.contains(trap));
        self.0 == SILENT || is_trap && self.0.contains("wasm-function[")
    }

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
    let (found, expected) = (format!("{found:?}"), format!("{expected:?}"));
    // Of a whole page the place at which the two part is enough.
    let same = found
        .chars()
        .zip(expected.chars())
        .take_while(|(found, expected)| found == expected)
        .count();
    let part = |text: &str| -> String {
        let start = if text.len() > 2_000 {
            same.saturating_sub(200)
        } else {
            0
        };
        text.chars().skip(start).take(2_000).collect()
    };
    Err(Failure::new(format!(
        "{what}\n  found:    {}\n  expected: {}",
        part(&found),
        part(&expected)
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_webkit_does_is_its_fault() {
        let check = |text: &str, expected| {
            assert_eq!(Failure::new(text).is_fault_of_webkit(), expected, "{text}");
        };
        let place = "(evaluating 'u(...e)'), at 1825@<?>:wasm-function[1825]";
        check(
            &format!("error: RuntimeError: Out of bounds memory access {place}"),
            true,
        );
        check(
            &format!("error: RuntimeError: Unreachable code should not be executed {place}"),
            true,
        );
        check(SILENT, true);
        // A panic that a test asks for has no place; other traps are others.
        check(
            "RuntimeError: Unreachable code should not be executed",
            false,
        );
        check(
            &format!("error: RuntimeError: Division by zero {place}"),
            false,
        );
        check(&format!("never: a card; {SILENT}"), false);
        check("never: a card", false);
    }
}
