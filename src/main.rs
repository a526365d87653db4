//! The WebAssembly artifact. Everything is in the library; the page calls its exports.

// Naming the library keeps its exports from being dropped.
use open_vs_closed as _;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {}
