//! The width of an element.

use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver};
use yew::prelude::*;

/// A resize observer that stops when it is dropped.
pub(super) struct Observed {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Observed {
    pub fn new(element: &Element, on_resize: impl FnMut() + 'static) -> Option<Self> {
        let callback = Closure::<dyn FnMut()>::new(on_resize);
        let observer = ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self {
            observer,
            _callback: callback,
        })
    }
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Width of an element in CSS pixels; `None` until it has one (before layout, or in a hidden tab).
#[hook]
pub(in crate::ui) fn use_width(node: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| None);
    {
        let width = width.clone();
        use_effect_with(node.clone(), move |node| {
            let observed = node.cast::<Element>().and_then(|element| {
                let measured = element.clone();
                Observed::new(&element, move || {
                    let now = measured.client_width();
                    if now > 0 {
                        width.set(Some(f64::from(now)));
                    }
                })
            });
            move || drop(observed)
        });
    }
    *width
}
