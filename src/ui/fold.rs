//! The button of a narrow timeline that unfolds its controls, and the one that shows all events.

use yew::prelude::*;

use super::components::filters::badge;
use super::context::{App, ViewContext, flag};
use super::settings::Settings;
use crate::dataset::Vocabulary;
use crate::definition::DefinitionId;
use crate::locale::fill;
use crate::query::key_events;
use crate::state::{Filter, ViewState};

/// The buttons. The style sheet shows them in a narrow container only, and folds what they unfold.
pub(super) fn fold(app: &App, current: &ViewContext) -> Html {
    let (words, settings) = (app.words, &current.settings);
    let set = |change: fn(&mut Settings)| current.set.reform(move |_: MouseEvent| Box::new(change));
    let count = folded_count(&current.state);
    html! {
        <div class="ovc-fold">
            <button type="button" class="ovc-button ovc-unfold" aria-expanded={flag(settings.is_unfolded)}
                onclick={set(|settings| settings.is_unfolded = !settings.is_unfolded)}>
                { words.filter_button }
                if count > 0 {
                    { badge(count, words.fold_set) }
                }
            </button>
            if let Some(key) = key_events(app.data.events()).filter(|_| !current.state.is_narrowed()) {
                <button type="button" class="ovc-button"
                    onclick={set(|settings| settings.all_events = !settings.all_events)}>
                    { all_or_key(app, settings.all_events, key) }
                </button>
            }
        </div>
    }
}

fn all_or_key(app: &App, all: bool, key: usize) -> String {
    let (label, count) = if all {
        (app.words.show_key_events, key)
    } else {
        (app.words.show_all_events, app.data.events().len())
    };
    fill(label, &[("count", &count.to_string())])
}

/// How many of the folded controls are set.
fn folded_count(state: &ViewState) -> usize {
    let pressed = Filter::ALL
        .iter()
        .map(|filter| state.filters.get(*filter).len());
    pressed.sum::<usize>()
        + usize::from(!state.search.is_empty())
        + usize::from(state.range.is_some())
        + usize::from(state.definition != DefinitionId::default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_folded_control_that_is_set_counts() {
        let mut state = ViewState::default();
        assert_eq!(folded_count(&state), 0);
        state.search = "x".into();
        assert_eq!(folded_count(&state), 1);
        state.range = "2023".parse().ok();
        assert_eq!(folded_count(&state), 2);
        state.definition = DefinitionId::Osaid;
        assert_eq!(folded_count(&state), 3);
    }
}
