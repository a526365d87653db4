//! The WebAssembly artifact. Everything is in the library; the page calls its exports.

// Naming the library keeps its exports from being dropped.
use open_vs_closed as _;

fn main() {}
