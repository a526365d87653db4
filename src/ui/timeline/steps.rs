//! The ways on from the selected event: by date, and along a chain of links.

use yew::prelude::*;

use super::filtered::Positions;
use super::stepper::Stepper;
use super::thread::ThreadStepper;

#[derive(PartialEq, Properties)]
pub(super) struct StepsProps {
    /// The visible events.
    pub visible: Positions,
    /// Position of the selected event.
    pub selected: Option<usize>,
    /// The chain of links through it.
    pub thread: Vec<usize>,
}

#[component]
pub(super) fn Steps(props: &StepsProps) -> Html {
    html! {
        <>
            <Stepper visible={props.visible.clone()} selected={props.selected} />
            if let Some(selected) = props.selected {
                <ThreadStepper thread={props.thread.clone()} {selected} />
            }
        </>
    }
}
