//! Animates elements from their previous places to their new ones.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::dom::{all, scale_of, window_of};

/// Animates the elements inside `node` that match a selector from their places before a change of
/// `dep` to their places after it, where the reader's system allows motion.
#[hook]
pub(in crate::ui) fn use_flip<T: PartialEq + Clone + 'static>(
    node: &NodeRef,
    selector: &'static str,
    dep: T,
) {
    let last = use_mut_ref(|| dep.clone());
    let places = use_mut_ref(Vec::new);
    if *last.borrow() != dep {
        // The page is not updated yet, so these are the previous places.
        places.replace(places_of(node, selector));
        last.replace(dep);
    }
    let node = node.clone();
    use_effect(move || move_from(&node, &places.take()));
}

/// An element and its place.
type Place = (web_sys::DomRect, Element);

/// The places of the elements inside `node` that match a selector.
fn places_of(node: &NodeRef, selector: &str) -> Vec<Place> {
    let elements = all(node, selector).into_iter();
    elements
        .map(|element| (element.get_bounding_client_rect(), element))
        .collect()
}

/// Animates elements from `places` to where they are now, where the reader's system allows motion.
fn move_from(node: &NodeRef, places: &[Place]) {
    let reduced = || {
        let window = window_of(node)?;
        let query = window.match_media("(prefers-reduced-motion: reduce)");
        query.ok()?
    };
    if places.is_empty() || reduced().is_none_or(|query| query.matches()) {
        return;
    }
    let scale = node.cast().as_ref().map_or(1.0, scale_of);
    for (was, element) in places.iter().filter(|(_, element)| element.is_connected()) {
        let now = element.get_bounding_client_rect();
        let (x, y) = (was.left() - now.left(), was.top() - now.top());
        let (x, y) = ((x * scale).round() as i32, (y * scale).round() as i32);
        if (x, y) != (0, 0) {
            let frames = format!(r#"{{"translate":["{x}px {y}px","0 0"],"easing":"ease-in-out"}}"#);
            animate(element, &frames);
        }
    }
}

/// Animates an element for half a second. Called by name, because `Element.animate` is unstable in
/// web-sys.
fn animate(element: &Element, frames: &str) {
    let animate = js_sys::Reflect::get(element, &"animate".into());
    let animate = animate.and_then(JsCast::dyn_into::<js_sys::Function>);
    if let (Ok(animate), Ok(frames)) = (animate, js_sys::JSON::parse(frames)) {
        // Fails only where a browser does not support the frames; the element is then in its place
        // at once.
        let _ = animate.call2(element, &frames, &500.into());
    }
}
