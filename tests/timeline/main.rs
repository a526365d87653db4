//! Properties of dates, scales, the time index and the layout.
#![cfg(not(target_arch = "wasm32"))]

mod dates;
mod edge_markers;
mod era_bands;
mod labels;
mod many;
mod placement;
mod scale;
mod shipped;
mod strategies;
