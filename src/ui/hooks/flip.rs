//! Elements that move from where they were to where they are.

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::dom::all;

/// Moves the elements inside `node` that a selector finds from their place before a change of `dep` to
/// their place after it, where the reader's system allows motion.
#[hook]
pub(in crate::ui) fn use_flip<T: PartialEq + Clone + 'static>(
    node: &NodeRef,
    selector: &'static str,
    dep: T,
) {
    let last = use_mut_ref(|| dep.clone());
    let places = use_mut_ref(Vec::new);
    if *last.borrow() != dep {
        // The page still shows where they were.
        places.replace(places_of(node, selector));
        last.replace(dep);
    }
    use_effect(move || move_from(&places.take()));
}

/// Where an element is.
type Place = (web_sys::DomRect, Element);

/// Where the elements inside `node` are that a selector finds.
fn places_of(node: &NodeRef, selector: &str) -> Vec<Place> {
    let elements = all(node, selector).into_iter();
    elements
        .map(|element| (element.get_bounding_client_rect(), element))
        .collect()
}

/// Lets elements move from where they were to where they are, where the reader's system allows motion.
fn move_from(places: &[Place]) {
    let reduced = || {
        let window = web_sys::window()?;
        let query = window.match_media("(prefers-reduced-motion: reduce)");
        query.ok()?
    };
    if places.is_empty() || reduced().is_none_or(|query| query.matches()) {
        return;
    }
    for (was, element) in places.iter().filter(|(_, element)| element.is_connected()) {
        let now = element.get_bounding_client_rect();
        let (x, y) = (was.left() - now.left(), was.top() - now.top());
        let (x, y) = (x.round() as i32, y.round() as i32);
        if (x, y) != (0, 0) {
            let frames = format!(r#"{{"translate":["{x}px {y}px","0 0"],"easing":"ease-in-out"}}"#);
            animate(element, &frames);
        }
    }
}

/// Moves an element for half a second. (web-sys holds `Element.animate` to be unstable.)
fn animate(element: &Element, frames: &str) {
    let animate = js_sys::Reflect::get(element, &"animate".into());
    let animate = animate.and_then(JsCast::dyn_into::<js_sys::Function>);
    if let (Ok(animate), Ok(frames)) = (animate, js_sys::JSON::parse(frames)) {
        // Refused only where a browser knows no such frames: there the mark is in its place at once.
        let _ = animate.call2(element, &frames, &500.into());
    }
}
