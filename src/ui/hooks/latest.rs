//! Values that outlive a rendering.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

/// The value of the last rendering, for callbacks that must not change when it does.
#[hook]
pub(in crate::ui) fn use_latest<T: Clone + 'static>(value: T) -> Rc<RefCell<T>> {
    let latest = use_mut_ref(|| value.clone());
    latest.replace(value);
    latest
}

/// Whether a condition has held in any rendering so far.
#[hook]
pub(in crate::ui) fn use_ever_true(condition: bool) -> bool {
    let latch = use_mut_ref(|| false);
    if condition {
        latch.replace(true);
    }
    *latch.borrow()
}
