//! The comparison: the gradient of release, and the dimensions of the debate as a table.

mod gradient;
mod level;
mod parts;
mod table;

use yew::prelude::*;

use super::components::status::status;
use super::context::{Surface, use_app, use_setting, use_view_context};
use super::hooks::{use_on_mounted, use_target};
use crate::state::Action;
use gradient::Gradient;
use parts::PartsTable;
use table::DimensionTable;

/// The comparison view.
#[component]
pub(super) fn Compare() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    let on_pin = use_setting(&current, |settings, pinned| settings.pinned_levels = pinned);
    let open_first = current.state.order.open_first(&app.data);
    let title_id = match app.surface {
        Surface::Static | Surface::Print => "ovc-compare-title-static",
        Surface::Live => "ovc-compare-title",
    };
    html! {
        <div class="ovc-compare">
            if !app.data.document.levels.is_empty() {
                <div class="ovc-gradient">
                    { app.heading(1, "ovc-section-title", html! { app.words.compare_gradient }) }
                    <Gradient {open_first} pinned={current.settings.pinned_levels} {on_pin} />
                </div>
            }
            <div class="ovc-table-head">
                { app.heading_with_id(1, "ovc-section-title", Some(title_id.into()), html! { app.words.compare_table }) }
                <button type="button" class="ovc-button is-live"
                    onclick={app.on(|| Action::SwapSides)}>{ app.words.swap_sides }</button>
            </div>
            <p class="ovc-legend">{ app.words.compare_legend }</p>
            <DimensionTable {open_first} {title_id} />
            <PartsTable />
            { status(&app, AttrValue::default()) }
        </div>
    }
}
