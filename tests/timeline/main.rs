//! What holds for every date, every scale and every crowd on the axis.
#![cfg(not(target_arch = "wasm32"))]

mod bands;
mod dates;
mod labels;
mod many;
mod passing;
mod placement;
mod scale;
mod shipped;
mod strategies;
