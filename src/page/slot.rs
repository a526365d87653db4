//! An application of Yew that shows one widget after another, or none.
//!
//! Yew never takes its listeners off the root of an application, so a page that adds and removes
//! widgets would grow with each; an application is used again instead.

use yew::prelude::*;

use crate::ui::{AppProps, OpenVsClosed};

/// A widget in a slot.
#[derive(Clone, PartialEq)]
pub struct Occupant {
    /// How many widgets the slot had before: another number is another widget, from its beginning.
    pub number: u32,
    /// What the widget is given.
    pub props: AppProps,
}

/// What an application shows.
#[derive(Clone, PartialEq, Properties)]
pub struct SlotProps {
    /// The widget; none while the application waits for the next one.
    pub occupant: Option<Occupant>,
}

/// Shows the widget that is in the slot.
#[component]
pub fn Slot(props: &SlotProps) -> Html {
    match &props.occupant {
        Some(Occupant { number, props }) => {
            html! { <OpenVsClosed key={*number} ..props.clone() /> }
        }
        None => Html::default(),
    }
}
