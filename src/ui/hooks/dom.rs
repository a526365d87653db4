//! Elements of the page: finding them, focus, scrolling, pointers and keys.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ScrollIntoViewOptions};
use yew::prelude::*;

use crate::timeline::MIN_TARGET;

/// Where in the window what is scrolled to comes to stand.
pub(in crate::ui) use web_sys::ScrollLogicalPosition as Block;

/// Every element inside `node` that a selector finds.
pub(in crate::ui) fn all(node: &NodeRef, selector: &str) -> Vec<Element> {
    let found = node.cast::<Element>();
    let found = found.and_then(|root| root.query_selector_all(selector).ok());
    let Some(found) = found else {
        return Vec::new();
    };
    let elements = (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok());
    elements.collect()
}

/// The element with that id among those that a selector finds: ids may hold anything, so they are
/// compared rather than put into the selector.
pub(in crate::ui) fn by_id(node: &NodeRef, selector: &str, id: &str) -> Option<Element> {
    let has = |element: &Element| element.get_attribute("data-id").as_deref() == Some(id);
    all(node, selector).into_iter().find(has)
}

/// Scrolls whatever an element stands in, until it is in its place.
pub(in crate::ui) fn scroll_to(element: &Element, place: Block) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What stands in the control that an event came from.
pub(in crate::ui) fn value(event: &Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// The key of a keyboard event. Yew casts events unchecked, and browsers fire a `keydown` that is
/// no keyboard event when they fill in a form: asking that one for its key would throw.
pub(in crate::ui) fn key(event: &KeyboardEvent) -> Option<String> {
    event
        .dyn_ref::<web_sys::KeyboardEvent>()
        .filter(|event| !(event.ctrl_key() || event.meta_key() || event.alt_key()))
        .map(|event| event.key())
}

/// Whether what took the focus shows it: the keyboard brought it there, not a pointer.
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

/// The first element inside `node`, in the order of the page, that a selector finds.
pub(in crate::ui) fn first(node: &NodeRef, selector: &str) -> Option<Element> {
    node.cast::<Element>()?.query_selector(selector).ok()?
}

/// What has the focus inside `node`. (Not what `:focus` finds: WebKit finds nothing by it while another
/// window is in front.)
pub(in crate::ui) fn focused(node: &NodeRef) -> Option<Element> {
    let element = node.cast::<Element>()?;
    // A document or a shadow root: both tell it in the same way.
    let root: web_sys::Document = element.get_root_node().unchecked_into();
    let active = root.active_element();
    active.filter(|active| element.contains(Some(active)))
}

/// Focus on the first element inside `node` that a selector finds; whether there is one.
pub(in crate::ui) fn focus_first(node: &NodeRef, selector: &str) -> bool {
    let found = first(node, selector);
    found.as_ref().map(focus_element).is_some()
}

/// The same, for an element.
pub(in crate::ui) fn focus_element(element: &Element) {
    // Marks are SVG elements: they take focus as HTML elements do, but are none.
    let element: &web_sys::HtmlElement = element.unchecked_ref();
    // Refused only where the element cannot take focus, which leaves it where it was.
    let _ = element.focus();
}

/// Where a pointer is, from the left of an element, in CSS pixels.
pub(in crate::ui) fn offset_x(node: &NodeRef, event: &web_sys::MouseEvent) -> f64 {
    let left = node
        .cast::<Element>()
        .map_or(0.0, |element| element.get_bounding_client_rect().left());
    f64::from(event.client_x()) - left
}

/// Lets an element hear of a pointer until it goes up, wherever it goes.
pub(in crate::ui) fn capture(node: &NodeRef, pointer: i32) {
    if let Some(element) = node.cast::<Element>() {
        // Refused only where the pointer is gone already.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Two to the power of `exponent`. The browser has it; the tables of Rust's own are 3 kB.
pub(in crate::ui) fn exp2(exponent: f64) -> f64 {
    js_sys::Math::pow(2.0, exponent)
}

/// What a finger needs, where there is no finer pointer, in CSS pixels.
const FINGER: f64 = 44.0;

thread_local! {
    /// Whether there is no finer pointer than a finger. Asked in each frame of a drag, and made once: that
    /// takes longer than to ask.
    static COARSE: Option<web_sys::MediaQueryList> =
        web_sys::window().and_then(|window| window.match_media("(pointer: coarse)").ok().flatten());
}

/// The least size of what is pressed here.
pub(in crate::ui) fn target() -> f64 {
    COARSE.with(|query| match query {
        Some(query) if query.matches() => FINGER,
        _ => MIN_TARGET,
    })
}
