//! The ways on from the selected event: by date, and along a chain of links.

use yew::prelude::*;

use super::layout::LayoutProps;
use super::stepper::Stepper;
use super::thread::ThreadStepper;

/// Previous and next, and the steps along the chain of links through the selected event.
pub(super) fn steps(props: &LayoutProps) -> Html {
    html! {
        <>
            <Stepper visible={props.filtered.visible.clone()} selected={props.selected} />
            if let Some(selected) = props.selected {
                <ThreadStepper thread={props.thread.clone()} {selected} />
            }
        </>
    }
}
