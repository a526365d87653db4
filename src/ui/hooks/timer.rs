//! Tasks of their own: before each, the page can draw and answer.

use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

/// Runs a function in a task of its own, so many milliseconds later.
pub(crate) fn run_later(delay: u32, run: impl FnOnce() + 'static) {
    spawn_local(async move {
        sleep(Duration::from_millis(delay.into())).await;
        run();
    });
}

/// Whether so many milliseconds have passed since the component was first rendered.
#[hook]
pub(in crate::ui) fn use_timeout(delay: u32) -> bool {
    let has_passed = use_state_eq(|| false);
    {
        let has_passed = has_passed.clone();
        use_effect_with((), move |()| run_later(delay, move || has_passed.set(true)));
    }
    *has_passed
}

/// Whether the task in which the component was first rendered is over.
#[hook]
pub(in crate::ui) fn use_next_task() -> bool {
    use_timeout(0)
}
