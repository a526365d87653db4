//! The questions as a list of links; where one is shown at a time, a list to choose from and the next one.

use yew::prelude::*;

use crate::dataset::{Claim, Dimension, Text};
use crate::locale::fill;
use crate::ui::components::select::{SelectOption, select};
use crate::ui::context::{App, attr};

/// Position of the question with that id, or with a claim of that id; the first one where there is none.
pub(super) fn place_of(dimensions: &[Dimension], id: Option<&str>) -> usize {
    let has = |dimension: &Dimension| {
        let is_claim = |claim: &Claim| Some(&*claim.id) == id;
        Some(&*dimension.id) == id || dimension.claims().any(is_claim)
    };
    dimensions.iter().position(has).unwrap_or_default()
}

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

#[cfg(test)]
mod tests {
    use super::place_of;
    use crate::dataset::load;

    #[test]
    fn a_claim_is_at_the_place_of_its_question() {
        let claim = |id: &str, cell: &str| {
            format!(
                r#""{cell}":[{{"id":"{id}-{cell}","text":"T","kind":"fact","strength":"open","sources":[]}}]"#
            )
        };
        let question = |id: &str| {
            let cells = ["open", "closed", "evidence"].map(|cell| claim(id, cell));
            format!(r#"{{"id":"{id}","name":"N",{}}}"#, cells.join(","))
        };
        let text = format!(
            r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020","title":"E"}}],"dimensions":[{},{}]}}"#,
            question("a"),
            question("b")
        );
        let places = load(&text).map(|loaded| {
            let dimensions = &loaded.dataset.document.dimensions;
            ["a", "b", "b-open", "b-closed", "b-evidence", "gone"]
                .map(|id| place_of(dimensions, Some(id)))
        });
        assert_eq!(places, Ok([0, 1, 1, 1, 1, 0]));
    }
}
