//! The views as chunks of the WebAssembly, each of which is loaded when its view is first shown.
//!
//! With the feature `split` each view's drawing function comes from a split point, and is `None` until its chunk
//! has been loaded. Without the feature the views are part of the one module, and there is nothing to wait for.

use yew::Html;

use super::stage::Stage;
use super::timeline::{Follow, Memory};

/// Draws the timeline.
pub(super) type DrawTimeline = fn(&Stage<'_>, &Memory) -> (Html, Follow);

/// Draws one of the other views.
pub(super) type Draw = fn(&Stage<'_>) -> Html;

#[cfg(not(feature = "split"))]
mod unsplit {
    use super::{Draw, DrawTimeline};
    use crate::state::View;

    pub(crate) fn load(_view: View, _then: impl FnOnce() + 'static) {}

    pub(in crate::ui) fn timeline() -> Option<DrawTimeline> {
        Some(crate::ui::timeline::timeline)
    }

    pub(in crate::ui) fn compare() -> Option<Draw> {
        Some(crate::ui::compare::compare)
    }

    pub(in crate::ui) fn models() -> Option<Draw> {
        Some(crate::ui::models::models)
    }
}
#[cfg(not(feature = "split"))]
pub(crate) use unsplit::load;
#[cfg(not(feature = "split"))]
pub(super) use unsplit::{compare, models, timeline};

#[cfg(feature = "split")]
mod split {
    use std::cell::Cell;

    use wasm_split_helpers::{SplitLoaderError, wasm_split};

    use super::{Draw, DrawTimeline};
    use crate::state::View;

    #[wasm_split(timeline, fallible)]
    fn load_timeline() -> Result<DrawTimeline, SplitLoaderError> {
        Ok(crate::ui::timeline::timeline)
    }

    #[wasm_split(compare, fallible)]
    fn load_compare() -> Result<Draw, SplitLoaderError> {
        Ok(crate::ui::compare::compare)
    }

    #[wasm_split(models, fallible)]
    fn load_models() -> Result<Draw, SplitLoaderError> {
        Ok(crate::ui::models::models)
    }

    thread_local! {
        static TIMELINE: Cell<Option<DrawTimeline>> = const { Cell::new(None) };
        static COMPARE: Cell<Option<Draw>> = const { Cell::new(None) };
        static MODELS: Cell<Option<Draw>> = const { Cell::new(None) };
    }

    /// Loads the chunk of a view, and calls `then` when the view can be drawn.
    pub(crate) fn load(view: View, then: impl FnOnce() + 'static) {
        yew::platform::spawn_local(async move {
            let loaded = match view {
                View::Timeline => load_timeline().await.map(|draw| TIMELINE.set(Some(draw))),
                View::Compare => load_compare().await.map(|draw| COMPARE.set(Some(draw))),
                View::Models => load_models().await.map(|draw| MODELS.set(Some(draw))),
            };
            if loaded.is_ok() {
                then();
            }
        });
    }

    pub(in crate::ui) fn timeline() -> Option<DrawTimeline> {
        TIMELINE.get()
    }

    pub(in crate::ui) fn compare() -> Option<Draw> {
        COMPARE.get()
    }

    pub(in crate::ui) fn models() -> Option<Draw> {
        MODELS.get()
    }
}
#[cfg(feature = "split")]
pub(crate) use split::load;
#[cfg(feature = "split")]
pub(super) use split::{compare, models, timeline};
