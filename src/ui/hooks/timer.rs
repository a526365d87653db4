//! Work in a later task, so that the page can draw and react before it.

use std::time::Duration;

use yew::platform::spawn_local;
use yew::platform::time::sleep;
use yew::prelude::*;

/// Runs a function in a separate task after `delay` milliseconds.
pub(crate) fn run_later(delay: u32, run: impl FnOnce() + 'static) {
    spawn_local(async move {
        sleep(Duration::from_millis(delay.into())).await;
        run();
    });
}

/// Whether `delay` milliseconds have passed since the component was first rendered.
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
