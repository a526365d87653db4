//! The inputs of the calculator: numbers with their units, and what is allowed where a number is not.

use yew::prelude::*;

use super::cost_words::{InputWords, input_id, input_words, value_in_words};
use crate::dataset::{CostInput, Decide, Vocabulary};
use crate::decide;
use crate::decide::{CostEntries, limits};
use crate::decimal::Decimal;
use crate::locale::fill;
use crate::ui::context::{App, flag};
use crate::ui::hooks;
use crate::ui::settings::SettingsChange;

/// A number field under its label. What is typed goes into the settings.
pub(super) fn number_field(
    app: &App,
    decide: &Decide,
    entries: &CostEntries,
    input: CostInput,
    set: &Callback<SettingsChange>,
) -> Html {
    let InputWords { name, unit } = input_words(app, input);
    let limits = limits(input);
    let id = input_id(input);
    let note = format!("{id}-note");
    let is_wrong = entries.is_wrong(input);
    let note_text = match is_wrong {
        true => what_is_allowed(app, decide, entries, input),
        false => value_in_words(app, input, entries.value(decide, input)),
    };
    let set = set.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let text = hooks::value(&event);
        set.emit(Box::new(move |settings| settings.cost.enter(input, &text)));
    });
    html! {
        <div class="ovc-field" data-id={input.as_str()}>
            <label for={id.clone()}><b>{ name }</b>{ " " }<span class="ovc-remark">{ unit }</span></label>
            <input class="ovc-button" type="number" inputmode="decimal" dir="ltr" {id} data-input={input.as_str()}
                min={limits.least.to_string()} max={limits.most.to_string()} step={limits.step}
                value={entries.text(decide, input).to_string()} aria-invalid={flag(is_wrong)}
                aria-describedby={note.clone()} {oninput} />
            <span id={note} class={if is_wrong { "ovc-wrong" } else { "ovc-read" }}>{ note_text }</span>
        </div>
    }
}

/// What may be written, and which number counts until then.
pub(super) fn what_is_allowed(
    app: &App,
    decide: &Decide,
    entries: &CostEntries,
    input: CostInput,
) -> String {
    let words = &app.words.decide;
    let limits = limits(input);
    let pattern = if limits.is_whole {
        words.whole_allowed
    } else {
        words.number_allowed
    };
    let number = |number: Decimal| decide::decimal(number.to_f64(), 6);
    let (least, most) = (number(limits.least), number(limits.most));
    let allowed = fill(pattern, &[("least", &least), ("most", &most)]);
    let counts = value_in_words(app, input, entries.value(decide, input));
    let counts = fill(words.last_counts, &[("value", &counts)]);
    format!("{allowed} {counts}")
}
