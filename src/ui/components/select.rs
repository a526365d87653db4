//! A list to choose from, under its name.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::ui::hooks;

/// An entry of a list to choose from.
pub(in crate::ui) struct SelectOption {
    pub value: AttrValue,
    pub name: AttrValue,
}

impl SelectOption {
    pub fn new(value: impl Into<AttrValue>, name: impl Into<AttrValue>) -> Self {
        Self {
            value: value.into(),
            name: name.into(),
        }
    }
}

/// A `select` element under its label. `on_select` is called with the value that the reader
/// selects.
pub(in crate::ui) fn select(
    label: &'static str,
    options: &[SelectOption],
    selected: &str,
    on_select: &Callback<String>,
) -> Html {
    html! {
        <label class="ovc-choice">
            <span class="ovc-label">{ label }</span>
            { bare_select(None, options, selected, on_select) }
        </label>
    }
}

/// The same without a label, with a name for screen readers where nothing else names it.
pub(in crate::ui) fn bare_select(
    name: Option<AttrValue>,
    options: &[SelectOption],
    selected: &str,
    on_select: &Callback<String>,
) -> Html {
    let onchange = on_select.reform(|event: Event| hooks::value(&event));
    html! {
        <select class="ovc-button" aria-label={name} {onchange}>
            { for options.iter().map(|item| option(item, item.value == selected)) }
        </select>
    }
}

/// An option. `selected` is set as a property, because the attribute has no effect once the reader
/// has chosen. The `html!` macro cannot set boolean properties.
fn option(item: &SelectOption, is_selected: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", item.value.clone());
    option.add_property("selected", is_selected);
    option.add_child(html! { &item.name });
    option.into()
}
