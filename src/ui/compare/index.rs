//! The questions as a list of links; where one is shown at a time, a list to choose from and the next one.

use yew::prelude::*;

use crate::dataset::{Dimension, Text};
use crate::locale::fill;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::context::{App, attr};

/// All questions; `only` is the one that is shown. `on_pick` brings a question into sight.
pub(super) fn index(app: &App, only: Option<usize>, on_pick: &Callback<Text>) -> Html {
    let dimensions = &app.data.document.dimensions;
    if let Some(only) = only.and_then(|only| dimensions.get(only)) {
        let options: Vec<SelectOption> = dimensions
            .iter()
            .map(|item| SelectOption::new(item.id.clone(), item.name.clone()))
            .collect();
        let on_select = on_pick.reform(Text::from);
        return select(app.words.compare_dimension, &options, &only.id, &on_select);
    }
    let link = |dimension: &Dimension| {
        let (id, name) = (dimension.id.clone(), attr(&dimension.name));
        if !app.is_live() {
            return html! { <li><a href={format!("#compare-{id}")}>{ name }</a></li> };
        }
        let onclick = on_pick.reform(move |_: MouseEvent| id.clone());
        html! { <li><button type="button" class="ovc-link" {onclick}>{ name }</button></li> }
    };
    html! {
        <nav class="ovc-index" aria-label={app.words.compare_index}>
            <ol>{ for dimensions.iter().map(link) }</ol>
        </nav>
    }
}

/// A button to the question after the one at a position; nothing after the last one.
pub(super) fn next_question(app: &App, only: usize, on_pick: &Callback<Text>) -> Html {
    let Some(next) = app.data.document.dimensions.get(only + 1) else {
        return Html::default();
    };
    let id = next.id.clone();
    let onclick = on_pick.reform(move |_: MouseEvent| id.clone());
    html! {
        <button type="button" class="ovc-button ovc-next" {onclick}>
            { fill(app.words.compare_next, &[("name", &next.name)]) }
        </button>
    }
}
