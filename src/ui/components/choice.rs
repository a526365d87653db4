//! A list to choose from.

use yew::prelude::*;

/// A control under its name: a list to choose from.
pub(in crate::ui) fn choice(
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="ovc-choice">
            <span class="ovc-label">{ label }</span>
            <select class="ovc-button" {onchange}>
                { for options.into_iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={value == chosen}>{ name }</option>
                }) }
            </select>
        </label>
    }
}
