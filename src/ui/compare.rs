//! The comparison: the gradient of release, and the dimensions of the debate as a table.

mod excerpt;
mod gradient;
mod index;
mod level;
mod parts;
mod table;

use yew::prelude::*;

use super::components::status::status;
use super::context::{NARROW, Surface, use_app, use_setting, use_view_context};
use super::hooks::{run_later, use_on_mounted, use_target, visit};
use crate::dataset::Text;
use crate::state::{Action, View};
use excerpt::QuestionExcerpt;
use gradient::Gradient;
use index::{index, next_question};
use parts::PartsTable;
use table::DimensionTable;

/// The comparison view.
#[component]
pub(super) fn Compare() -> Html {
    let app = use_app();
    if app.is_excerpt {
        html! { <QuestionExcerpt /> }
    } else {
        html! { <AllQuestions /> }
    }
}

/// The gradient, and all questions or one at a time.
#[component]
fn AllQuestions() -> Html {
    let (app, current) = (use_app(), use_view_context());
    use_on_mounted(&current.on_drawn);
    use_target(&current.node, current.state.target.as_ref());
    let on_pin = use_setting(&current, |settings, pinned| settings.pinned_levels = pinned);
    let open_first = current.state.order.open_first(&app.data);
    let question = current.state.question.as_deref();
    // One question at a time where it is narrow, but not if the reader was at one of all.
    let is_single = app.is_live()
        && current.width < NARROW
        && (question.is_some() || current.static_view != Some(View::Compare));
    let only = is_single.then(|| {
        let position = question.and_then(|id| app.data.question_position(id));
        position.unwrap_or_default()
    });
    let on_pick = {
        let (dispatch, node) = (app.dispatch.clone(), current.node.clone());
        Callback::from(move |id: Text| {
            dispatch.emit(Action::SetQuestion(id.clone()));
            let node = node.clone();
            run_later(0, move || visit(&node, &id));
        })
    };
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
            { index(&app, only, &on_pick) }
            <DimensionTable {open_first} {title_id} {only} />
            if let Some(only) = only {
                { next_question(&app, only, &on_pick) }
            }
            <PartsTable />
            { status(&app, AttrValue::default()) }
        </div>
    }
}
