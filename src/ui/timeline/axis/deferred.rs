//! Marks as a deferred value: new marks may be drawn one frame later.

use yew::prelude::*;

use crate::timeline::{DeferredMarks, Mark};
use crate::ui::hooks;

/// Milliseconds after which the page shows what was drawn.
const FRAME: u32 = 20;

/// For each mark, whether it is drawn. A single step, such as a zoom, first moves the present
/// marks. Where there are many new ones, they follow in the next frame, as with React's
/// `useDeferredValue`. The events in `needed` are drawn at once, and so is everything the first
/// time.
///
/// The focused element inside `group` keeps its focus when new elements move it.
#[hook]
pub(super) fn use_deferred_marks(
    group: &NodeRef,
    marks: &[Mark],
    needed: &[Option<usize>],
) -> Vec<bool> {
    let deferred = use_mut_ref(|| None::<DeferredMarks>);
    let frames = use_state(|| 0_u32);
    let drawn = {
        let mut deferred = deferred.borrow_mut();
        let now = deferred.is_some().then(js_sys::Date::now);
        let is_needed = |event| needed.contains(&Some(event));
        let deferred = deferred.get_or_insert_default();
        deferred.update(marks, &is_needed, now)
    };
    let focused = hooks::focused(group);
    let group = group.clone();
    use_effect(move || {
        if let Some(moved) = focused
            && moved.is_connected()
            && hooks::focused(&group).is_none()
        {
            hooks::focus_element(&moved);
        }
        let mut deferred = deferred.borrow_mut();
        if deferred.as_mut().is_some_and(DeferredMarks::take_pending) {
            let next = *frames + 1;
            hooks::run_later(FRAME, move || frames.set(next));
        }
    });
    drawn
}
