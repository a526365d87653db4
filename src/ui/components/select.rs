//! A list to choose from, under its name.

use yew::prelude::*;
use yew::virtual_dom::VTag;

use crate::ui::hooks;

/// An entry of a list to choose from.
#[derive(Clone, PartialEq)]
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

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct SelectProps {
    pub label: &'static str,
    pub options: Vec<SelectOption>,
    /// The value of the selected option.
    pub selected: AttrValue,
    /// Called with the value that the reader selects.
    pub on_select: Callback<String>,
}

/// A control under its name: a list to choose from.
#[component]
pub(in crate::ui) fn Select(props: &SelectProps) -> Html {
    let onchange = props.on_select.reform(|event: Event| hooks::value(&event));
    html! {
        <label class="ovc-choice">
            <span class="ovc-label">{ props.label }</span>
            <select class="ovc-button" {onchange}>
                { for props.options.iter().map(|item| option(item, item.value == props.selected)) }
            </select>
        </label>
    }
}

/// An option. Whether it is selected is a property: the attribute has no effect on a list from which the
/// reader has selected, and the macro has no properties that are truth values.
fn option(item: &SelectOption, is_selected: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", item.value.clone());
    option.add_property("selected", is_selected);
    option.add_child(html! { &item.name });
    option.into()
}
