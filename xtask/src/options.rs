//! What to build.

/// The options of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Whether the build is small and fast, with a WebAssembly module for each view; else it is quick to build.
    pub release: bool,
    /// Whether the element has `testPanic()`.
    pub test_hooks: bool,
}
