//! The story: the argument in a few steps.

use yew::prelude::*;

use super::context::{use_app, use_view_context};
use super::hooks::use_on_mounted;

/// The view.
#[component]
pub(super) fn Story() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    html! {
        <div class="ovc-story">
            { app.heading(1, "ovc-hidden", html! { app.words.view_story }) }
        </div>
    }
}
