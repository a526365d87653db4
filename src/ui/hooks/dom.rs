//! Elements of the page: finding them, focus, scrolling, pointers and keys.

use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ScrollIntoViewOptions};
use yew::prelude::*;

use crate::timeline::MIN_TARGET;

/// Where in the window scrolling places an element.
pub(in crate::ui) use web_sys::ScrollLogicalPosition as Block;

/// Every element inside `node` that matches a selector.
pub(in crate::ui) fn all(node: &NodeRef, selector: &str) -> Vec<Element> {
    let found = node.cast::<Element>();
    let found = found.and_then(|root| root.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    elements.collect()
}

/// The element with that `data-id` among those that match a selector. An id may contain any
/// character, so ids are compared and not put into the selector.
pub(in crate::ui) fn by_id(node: &NodeRef, selector: &str, id: &str) -> Option<Element> {
    let has = |element: &Element| element.get_attribute("data-id").as_deref() == Some(id);
    all(node, selector).into_iter().find(has)
}

/// The nearest element that matches a selector, from the one that an event came from outwards.
pub(in crate::ui) fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()?
}

/// The window that shows an element: a host may move the widget into another one than that of this code.
pub(in crate::ui) fn window_of(node: &NodeRef) -> Option<web_sys::Window> {
    node.cast::<Element>()?.owner_document()?.default_view()
}

/// Scrolls all containers of an element until the element is at `place`.
pub(in crate::ui) fn scroll_to(element: &Element, place: Block) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The value of the control that an event came from.
pub(in crate::ui) fn value(event: &Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// The key of a keyboard event. Browsers fire a `keydown` that is no keyboard event when they fill
/// in a form. Yew does not check the type, and reading the key of such an event would throw. The class
/// says nothing: an event of another window, into which the widget has been moved, is of that window's.
pub(in crate::ui) fn key(event: &web_sys::Event) -> Option<String> {
    let key = js_sys::Reflect::get(event, &"key".into());
    let key = key.ok()?.as_string()?;
    let event: &web_sys::KeyboardEvent = event.unchecked_ref();
    (!(event.ctrl_key() || event.meta_key() || event.alt_key())).then_some(key)
}

/// Whether focus is visible on its target, because it came by keyboard and not by a pointer.
pub(in crate::ui) fn is_by_keyboard(event: &FocusEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(true))
}

/// Puts the keyboard focus on an element, without scrolling more than needed.
pub(in crate::ui) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        focus_element(&element);
    }
}

/// The first element inside `node`, in document order, that matches a selector.
pub(in crate::ui) fn first(node: &NodeRef, selector: &str) -> Option<Element> {
    node.cast::<Element>()?.query_selector(selector).ok()?
}

/// The focused element inside `node`. The selector `:focus` is not used, because in WebKit it
/// matches nothing while another window is in front.
pub(in crate::ui) fn focused(node: &NodeRef) -> Option<Element> {
    let element = node.cast::<Element>()?;
    // A document or a shadow root: both have `activeElement`.
    let root: web_sys::Document = element.get_root_node().unchecked_into();
    let active = root.active_element();
    active.filter(|active| element.contains(Some(active)))
}

/// Focuses the first element inside `node` that matches a selector; returns whether there is one.
pub(in crate::ui) fn focus_first(node: &NodeRef, selector: &str) -> bool {
    let found = first(node, selector);
    found.as_ref().map(focus_element).is_some()
}

/// Focuses an element.
pub(in crate::ui) fn focus_element(element: &Element) {
    // Marks are SVG elements. They have the `focus` method of HTML elements, but are none.
    let element: &HtmlElement = element.unchecked_ref();
    // Fails only where the element cannot take focus; focus then stays where it was.
    let _ = element.focus();
}

/// CSS pixels of an element for each pixel of the window: the host may have scaled or zoomed it.
pub(in crate::ui) fn scale_of(element: &HtmlElement) -> f64 {
    let seen = element.get_bounding_client_rect().width();
    if seen > 0.0 {
        f64::from(element.offset_width()) / seen
    } else {
        1.0
    }
}

/// Distance of a pointer from the left edge of an element, in CSS pixels of the element.
pub(in crate::ui) fn offset_x(node: &NodeRef, event: &web_sys::MouseEvent) -> f64 {
    node.cast::<HtmlElement>().map_or(0.0, |element| {
        let left = element.get_bounding_client_rect().left();
        (f64::from(event.client_x()) - left) * scale_of(&element)
    })
}

/// Sends the events of a pointer to an element until the pointer goes up, wherever it moves.
pub(in crate::ui) fn capture(node: &NodeRef, pointer: i32) {
    if let Some(element) = node.cast::<Element>() {
        // Fails only where the pointer is already gone.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Two to the power of `exponent`. The browser computes it, because the tables of Rust's own
/// function are 3 kB.
pub(in crate::ui) fn exp2(exponent: f64) -> f64 {
    js_sys::Math::pow(2.0, exponent)
}

/// Least size of a target for a finger, in CSS pixels.
const FINGER: f64 = 44.0;

thread_local! {
    /// Whether a finger is the finest pointer. It is read in each frame of a drag, so the query is
    /// created only once.
    static COARSE: Option<web_sys::MediaQueryList> =
        web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
}

/// Least size of a target on this device, in CSS pixels.
pub(in crate::ui) fn target() -> f64 {
    COARSE.with(|query| match query {
        Some(query) if query.matches() => FINGER,
        _ => MIN_TARGET,
    })
}
