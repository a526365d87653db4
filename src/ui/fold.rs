//! The button of a narrow timeline that unfolds its controls, and the one that shows all events.

use yew::prelude::*;

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
    let count = settings_in_force(&current.state);
    html! {
        <div class="ovc-fold">
            <button type="button" class="ovc-button ovc-unfold" aria-expanded={flag(settings.is_unfolded)}
                onclick={set(|settings| settings.is_unfolded = !settings.is_unfolded)}>
                { words.filter_button }
                if count > 0 {
                    { " " }
                    <span class="ovc-pressed">
                        { count }<span class="ovc-hidden">{ " " }{ words.filters_pressed }</span>
                    </span>
                }
            </button>
            if let Some(key) = key_events(app.data.events()).filter(|_| may_be_short(&current.state)) {
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
fn settings_in_force(state: &ViewState) -> usize {
    let pressed = Filter::ALL
        .iter()
        .map(|filter| state.filters.get(*filter).len());
    pressed.sum::<usize>()
        + usize::from(!state.search.is_empty())
        + usize::from(state.range.is_some())
        + usize::from(state.definition != DefinitionId::default())
}

/// Whether the list may be limited to the key events: a search, a filter or a range show all that
/// they find.
pub(super) fn may_be_short(state: &ViewState) -> bool {
    !state.is_filtered() && state.range.is_none()
}
