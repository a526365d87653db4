//! Hooks for what components need of the browser. Effects do not run natively, so rendering the
//! static page calls no browser API.

pub(in crate::ui) mod dom;
mod flip;
mod latest;
mod print;
mod roving;
mod target;
mod text_measure;
mod timer;
mod translated;
mod unicode;
mod width;

pub(in crate::ui) use dom::*;
pub(in crate::ui) use flip::use_flip;
pub(in crate::ui) use latest::{use_ever_true, use_latest};
pub(in crate::ui) use print::{use_print, use_print_when};
pub(in crate::ui) use roving::{focus_neighbour, use_roving};
pub(in crate::ui) use target::{use_on_mounted, use_target, visit};
pub(in crate::ui) use text_measure::{SharedMeasure, TextMeasure, use_text_measure};
pub(crate) use timer::run_later;
pub(in crate::ui) use timer::{use_next_task, use_timeout};
pub(in crate::ui) use translated::use_translated;
pub(in crate::ui) use unicode::{character_ends, normalize};
pub(in crate::ui) use width::use_width;
