//! The views as chunks: each is loaded when it is first shown.
//!
//! With the feature `split` a view's root is the one split point of its chunk; without it (`trunk
//! serve`, native, tests) all views are loaded from the start.

use std::cell::Cell;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::context::use_app;
use super::hooks::use_timeout;
use crate::dataset::Vocabulary;
use crate::locale::fill;
use crate::state::View;

/// Renders a view that has been loaded.
type Render = fn() -> Html;

/// A view cannot be shown because its chunk failed to load. The loader logs the cause to the
/// console.
#[derive(Debug)]
struct ChunkError;

/// The split points.
#[cfg(feature = "split")]
mod split {
    use wasm_split_helpers::{SplitLoaderError, wasm_split};
    use yew::html;

    use super::{ChunkError, Render};
    use crate::ui::compare::Compare;
    use crate::ui::decide::Decide;
    use crate::ui::models::Models;
    use crate::ui::sources::Sources;
    use crate::ui::story::Story;
    use crate::ui::timeline::Timeline;

    impl From<SplitLoaderError> for ChunkError {
        fn from(_: SplitLoaderError) -> Self {
            Self
        }
    }

    #[wasm_split(timeline, fallible)]
    pub(super) fn timeline() -> Result<Render, ChunkError> {
        Ok(|| html! { <Timeline /> })
    }

    #[wasm_split(compare, fallible)]
    pub(super) fn compare() -> Result<Render, ChunkError> {
        Ok(|| html! { <Compare /> })
    }

    #[wasm_split(models, fallible)]
    pub(super) fn models() -> Result<Render, ChunkError> {
        Ok(|| html! { <Models /> })
    }

    #[wasm_split(sources, fallible)]
    pub(super) fn sources() -> Result<Render, ChunkError> {
        Ok(|| html! { <Sources /> })
    }

    #[wasm_split(decide, fallible)]
    pub(super) fn decide() -> Result<Render, ChunkError> {
        Ok(|| html! { <Decide /> })
    }

    #[wasm_split(story, fallible)]
    pub(super) fn story() -> Result<Render, ChunkError> {
        Ok(|| html! { <Story /> })
    }
}

/// The same functions without chunks.
#[cfg(not(feature = "split"))]
mod split {
    use yew::html;

    use super::{ChunkError, Render};
    use crate::ui::compare::Compare;
    use crate::ui::decide::Decide;
    use crate::ui::models::Models;
    use crate::ui::sources::Sources;
    use crate::ui::story::Story;
    use crate::ui::timeline::Timeline;

    pub(super) const TIMELINE: Render = || html! { <Timeline /> };
    pub(super) const COMPARE: Render = || html! { <Compare /> };
    pub(super) const MODELS: Render = || html! { <Models /> };
    pub(super) const SOURCES: Render = || html! { <Sources /> };
    pub(super) const DECIDE: Render = || html! { <Decide /> };
    pub(super) const STORY: Render = || html! { <Story /> };

    pub(super) async fn timeline() -> Result<Render, ChunkError> {
        Ok(TIMELINE)
    }

    pub(super) async fn compare() -> Result<Render, ChunkError> {
        Ok(COMPARE)
    }

    pub(super) async fn models() -> Result<Render, ChunkError> {
        Ok(MODELS)
    }

    pub(super) async fn sources() -> Result<Render, ChunkError> {
        Ok(SOURCES)
    }

    pub(super) async fn decide() -> Result<Render, ChunkError> {
        Ok(DECIDE)
    }

    pub(super) async fn story() -> Result<Render, ChunkError> {
        Ok(STORY)
    }
}

thread_local! {
    /// The loaded views, for all widgets of the page.
    static LOADED: [Cell<Option<Render>>; View::ALL.len()] = loaded_at_first();
}

#[cfg(feature = "split")]
fn loaded_at_first() -> [Cell<Option<Render>>; View::ALL.len()] {
    Default::default()
}

#[cfg(not(feature = "split"))]
fn loaded_at_first() -> [Cell<Option<Render>>; View::ALL.len()] {
    [
        split::STORY,
        split::TIMELINE,
        split::COMPARE,
        split::MODELS,
        split::DECIDE,
        split::SOURCES,
    ]
    .map(|render| Cell::new(Some(render)))
}

fn loaded(view: View) -> Option<Render> {
    LOADED.with(|loaded| loaded[view as usize].get())
}

/// Whether a view can be rendered without waiting.
pub(super) fn is_loaded(view: View) -> bool {
    loaded(view).is_some()
}

/// A view that has been loaded; nothing where it has not.
pub(super) fn render_loaded(view: View) -> Html {
    loaded(view).map_or_else(Html::default, |render| render())
}

/// Loads the chunk of a view before it is first shown. A chunk that fails is loaded again when its
/// view is shown.
#[cfg(feature = "csr")]
pub(crate) fn preload(view: View) {
    if !is_loaded(view) {
        spawn_local(async move {
            // A failure is reported when the view is shown and its chunk fails again.
            let _ = load(view).await;
        });
    }
}

async fn load(view: View) -> Result<(), ChunkError> {
    let render = match view {
        View::Story => split::story().await,
        View::Timeline => split::timeline().await,
        View::Compare => split::compare().await,
        View::Models => split::models().await,
        View::Decide => split::decide().await,
        View::Sources => split::sources().await,
    }?;
    LOADED.with(|loaded| loaded[view as usize].set(Some(render)));
    Ok(())
}

/// Milliseconds of waiting before a message is shown.
const PATIENCE: u32 = 300;

#[derive(Clone, Copy, PartialEq)]
enum Progress {
    Loading,
    Failed,
    Loaded,
}

#[derive(PartialEq, Properties)]
pub(super) struct ChunkPanelProps {
    pub view: View,
    /// Called when the chunk cannot be loaded.
    pub on_failed: Callback<()>,
}

/// A view, or a message that its code is loading, or a message that loading failed with a button to
/// try again.
#[component]
pub(super) fn ChunkPanel(props: &ChunkPanelProps) -> Html {
    let app = use_app();
    let view = props.view;
    let progress = use_state_eq(|| {
        if is_loaded(view) {
            Progress::Loaded
        } else {
            Progress::Loading
        }
    });
    let is_slow = use_timeout(PATIENCE);
    {
        let (progress, on_failed) = (progress.clone(), props.on_failed.clone());
        use_effect_with(*progress == Progress::Loading, move |is_loading| {
            if *is_loading {
                spawn_local(async move {
                    match load(view).await {
                        Ok(()) => progress.set(Progress::Loaded),
                        Err(ChunkError) => {
                            progress.set(Progress::Failed);
                            on_failed.emit(());
                        }
                    }
                });
            }
        });
    }
    let words = app.words;
    let name = [("view", words.view(view))];
    match *progress {
        Progress::Loaded => render_loaded(view),
        Progress::Loading if is_slow => html! {
            <p class="ovc-note" role="status">{ fill(words.view_loading, &name) }</p>
        },
        Progress::Loading => Html::default(),
        Progress::Failed => {
            let onclick = Callback::from(move |_: MouseEvent| progress.set(Progress::Loading));
            html! {
                <div class="ovc-empty" role="alert">
                    <p>{ fill(words.view_failed, &name) }</p>
                    <button type="button" class="ovc-button" {onclick}>{ words.try_again }</button>
                </div>
            }
        }
    }
}
