//! Which strategy fits the reader, and what running a model costs.

use yew::prelude::*;

use super::context::{use_app, use_view_context};
use super::hooks::use_on_mounted;

/// The view.
#[component]
pub(super) fn Decide() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    html! {
        <div class="ovc-decide">
            { app.heading(1, "ovc-hidden", html! { app.words.view_decide }) }
        </div>
    }
}
