//! The comparison: the gradient of release, and the dimensions of the debate as a table.

mod gradient;
mod table;

use yew::prelude::*;

use super::definition::status;
use super::shared::Surface;
use super::stage::Stage;
use crate::state::Action;

/// The strategies side by side.
pub(super) fn compare(stage: &Stage<'_>) -> Html {
    let shared = stage.shared;
    let messages = shared.messages;
    let open_first = stage.state.order.open_first(&shared.data);
    let title_id = match shared.surface {
        Surface::Static | Surface::Print => "ovc-compare-title-static",
        Surface::Live => "ovc-compare-title",
    };
    html! {
        <div class="ovc-compare">
            if !shared.data.document.levels.is_empty() {
                <div class="ovc-gradient">
                    { shared.heading(1, "ovc-section-title", html! { messages.compare_gradient }) }
                    { gradient::gradient(stage, open_first) }
                </div>
            }
            <div class="ovc-table-head">
                { shared.heading_with_id(1, "ovc-section-title", Some(title_id.into()), html! { messages.compare_table }) }
                <button type="button" class="ovc-button is-live"
                    onclick={shared.on(|| Action::SwapSides)}>{ messages.swap_sides }</button>
            </div>
            { table::table(shared, open_first, title_id) }
            { status(shared, String::new()) }
        </div>
    }
}
