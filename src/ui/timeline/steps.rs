//! Steps from the selected event to others: by date, and along a chain of links.

use yew::prelude::*;

use super::layout::LayoutInput;
use super::stepper::stepper;
use super::thread::thread_stepper;
use crate::ui::context::App;

/// Previous and next, and the steps along the chain of links through the selected event.
pub(super) fn steps(app: &App, input: &LayoutInput) -> Html {
    html! {
        <>
            { stepper(app, &input.filtered.visible, input.selected) }
            if let Some(selected) = input.selected {
                { thread_stepper(app, &input.thread, selected) }
            }
        </>
    }
}
