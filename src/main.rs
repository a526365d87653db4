//! The WebAssembly artifact. Everything is in the library; the page calls its exports.

// Naming the library keeps its exports from being dropped.
use open_vs_closed as _;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// The room that a data set of ordinary length needs, in bytes: it was measured for the own one,
/// read and then used in every view.
#[cfg(target_arch = "wasm32")]
const ROOM: usize = 2 << 20;

fn main() {
    // The memory grows once, before anything is compiled for speed, and not a page at a time while
    // the reader looks on: an engine that cannot reserve room has to copy it all each time.
    #[cfg(target_arch = "wasm32")]
    drop(std::hint::black_box(Vec::<u8>::with_capacity(ROOM)));
}
