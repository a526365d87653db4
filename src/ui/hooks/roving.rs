//! One tab stop for many marks: the Tab key comes to one of them, and arrow keys lead on.

use web_sys::Element;
use yew::prelude::*;

use super::dom::{all, by_id, closest, first, focus_element};

/// A mark.
const MARK: &str = "[role=button]";
/// The mark that the Tab key comes to.
const STOP: &str = "[tabindex='0']";
/// A mark that is selected or open.
const CHOSEN: &str = "[aria-pressed=true], [aria-expanded=true]";

/// Makes one of the marks inside `group` the tab stop: the one that had the focus last, or the one that
/// was `selected` after that; the mark that the selector `start` finds before either. The marks are drawn with the `tabindex` -1; which of them has 0 is
/// set on the page, so that no mark is drawn anew when focus moves. Returns what the group does when focus
/// comes into it.
#[hook]
pub(in crate::ui) fn use_roving<T: PartialEq + Clone + 'static>(
    group: &NodeRef,
    selected: T,
    start: &'static str,
) -> Callback<FocusEvent> {
    let last_selected = use_mut_ref(|| None);
    // Its mark may leave the page and come back.
    let last_id = use_mut_ref(String::new);
    {
        let (group, last_id) = (group.clone(), last_id.clone());
        use_effect(move || {
            let selected = Some(selected);
            let is_new = *last_selected.borrow() != selected;
            last_selected.replace(selected);
            let stop = first(&group, STOP).filter(|_| !is_new);
            if stop.is_some() {
                return;
            }
            let chosen = first(&group, CHOSEN).filter(|_| is_new);
            let next = chosen
                .or_else(|| first(&group, STOP))
                .or_else(|| by_id(&group, MARK, &last_id.borrow()))
                .or_else(|| first(&group, start));
            if let Some(next) = next {
                set_stop(&group, &next);
            }
        });
    }
    use_callback(group.clone(), move |event: FocusEvent, group: &NodeRef| {
        if let Some(mark) = closest(&event, MARK) {
            set_stop(group, &mark);
            last_id.replace(mark.get_attribute("data-id").unwrap_or_default());
        }
    })
}

/// Moves focus from the mark of an event to the next one on the page, or to the one before.
pub(in crate::ui) fn focus_neighbour(event: &web_sys::Event, is_next: bool) {
    let neighbour = closest(event, MARK).and_then(|mark| {
        if is_next {
            mark.next_element_sibling()
        } else {
            mark.previous_element_sibling()
        }
    });
    if let Some(mark) = neighbour.filter(|mark| mark.matches(MARK).unwrap_or_default()) {
        focus_element(&mark);
    }
}

fn set_stop(group: &NodeRef, mark: &Element) {
    let set = |mark: &Element, index: &str| {
        // Fails only for an invalid name.
        let _ = mark.set_attribute("tabindex", index);
    };
    for other in all(group, STOP) {
        set(&other, "-1");
    }
    set(mark, "0");
}
