//! One question of the comparison inside another view.

use yew::prelude::*;

use super::table::{DimensionTable, claim_texts};
use crate::dataset::Dimension;
use crate::ui::context::{App, attr, use_app, use_view_context};

/// The question of the state; in the static page and on paper the two cases alone.
#[component]
pub(super) fn QuestionExcerpt() -> Html {
    let (app, current) = (use_app(), use_view_context());
    let state = &current.state;
    let question = state.question.as_deref();
    let only = question.and_then(|id| app.data.question_position(id));
    let only = only.unwrap_or_default();
    let open_first = state.order.open_first(&app.data);
    let Some(dimension) = app.data.document.dimensions.get(only) else {
        return Html::default();
    };
    if !app.is_live() {
        return cases(&app, dimension, open_first);
    }
    let title_id = "ovc-compare-title";
    html! {
        <div class="ovc-compare">
            { app.heading_with_id(1, "ovc-hidden", Some(title_id.into()), html! { app.words.compare_table }) }
            <DimensionTable {open_first} {title_id} {only} />
        </div>
    }
}

/// The cases for both sides in a few words: the whole is elsewhere on the page.
fn cases(app: &App, dimension: &Dimension, open_first: bool) -> Html {
    html! {
        <div class="ovc-cases">
            <p class="ovc-dimension">{ attr(&dimension.name) }</p>
            { claim_texts(app, dimension, open_first) }
        </div>
    }
}
