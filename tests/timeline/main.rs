//! What holds for every date, every scale and every crowd on the axis.
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
