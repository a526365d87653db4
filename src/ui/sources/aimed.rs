//! What the reader has set in a section, which gives way to what a reference leads to.

use yew::prelude::*;

use crate::dataset::Text;

/// A value of a component, and a callback that sets it. Where the reader's last step leads to a record, `aim`
/// returns the value with which that is shown.
#[hook]
pub(super) fn use_aimed<T: Clone + Default + 'static>(
    target: Option<&Text>,
    aim: impl FnOnce(T, &Text) -> T,
) -> (T, Callback<T>) {
    let value = use_mut_ref(T::default);
    let last_target = use_mut_ref(|| None::<Text>);
    let trigger = use_force_update();
    let before = last_target.replace(target.cloned());
    if let Some(target) = target.filter(|target| before.as_ref() != Some(*target)) {
        let aimed = aim(value.borrow().clone(), target);
        value.replace(aimed);
    }
    let current = value.borrow().clone();
    let set = Callback::from(move |next: T| {
        value.replace(next);
        trigger.force_update();
    });
    (current, set)
}
