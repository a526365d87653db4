//! The comparison: the gradient of release, and the dimensions of the debate as a table.

mod gradient;
mod table;

use yew::prelude::*;

use super::components::definition::status;
use super::context::Surface;
use super::context::{use_app, use_current};
use super::hooks::{use_drawn, use_target};
use super::stage::Stage;
use crate::state::Action;

/// The view.
#[component]
pub(super) fn Compare() -> Html {
    let (app, current) = (use_app(), use_current());
    use_drawn(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    compare(&Stage::new(&app, &current))
}

/// The strategies side by side.
fn compare(stage: &Stage<'_>) -> Html {
    let app = stage.app;
    let messages = app.words;
    let open_first = stage.state.order.open_first(&app.data);
    let title_id = match app.surface {
        Surface::Static | Surface::Print => "ovc-compare-title-static",
        Surface::Live => "ovc-compare-title",
    };
    html! {
        <div class="ovc-compare">
            if !app.data.document.levels.is_empty() {
                <div class="ovc-gradient">
                    { app.heading(1, "ovc-section-title", html! { messages.compare_gradient }) }
                    { gradient::gradient(stage, open_first) }
                </div>
            }
            <div class="ovc-table-head">
                { app.heading_with_id(1, "ovc-section-title", Some(title_id.into()), html! { messages.compare_table }) }
                <button type="button" class="ovc-button is-live"
                    onclick={app.on(|| Action::SwapSides)}>{ messages.swap_sides }</button>
            </div>
            { table::table(app, open_first, title_id) }
            { status(app, String::new()) }
        </div>
    }
}
