//! The width of an element.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, Window};
use yew::prelude::*;

/// A resize observer that stops when it is dropped.
pub(super) struct Observed {
    element: Element,
    window: Window,
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Observed {
    /// The observer is of the element's own window: Firefox observes nothing in another one, into which a host
    /// may have moved the widget.
    pub fn new(element: &Element, on_resize: impl FnMut() + 'static) -> Option<Self> {
        let window = window_of(element)?;
        let class = Reflect::get(&window, &"ResizeObserver".into()).ok()?;
        let class = class.dyn_into::<Function>().ok()?;
        let callback = Closure::<dyn FnMut()>::new(on_resize);
        let observer = Reflect::construct(&class, &Array::of1(callback.as_ref())).ok()?;
        let observer: ResizeObserver = observer.unchecked_into();
        observer.observe(element);
        Some(Self {
            element: element.clone(),
            window,
            observer,
            _callback: callback,
        })
    }

    /// Whether it observes that element in the window that the element is in now.
    pub fn is_of(&self, element: &Element) -> bool {
        self.element == *element && window_of(element).as_ref() == Some(&self.window)
    }
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

fn window_of(element: &Element) -> Option<Window> {
    element.owner_document()?.default_view()
}

/// Width of an element in CSS pixels; `None` until it has one (before layout, or in a hidden tab).
#[hook]
pub(in crate::ui) fn use_width(node: &NodeRef) -> Option<f64> {
    let width = use_state_eq(|| None);
    let observed = use_mut_ref(|| None::<Observed>);
    {
        let (node, width) = (node.clone(), width.clone());
        // After every rendering: the element may be in another window than before.
        use_effect(move || {
            let Some(element) = node.cast::<Element>() else {
                return;
            };
            let mut observed = observed.borrow_mut();
            if observed.as_ref().is_some_and(|last| last.is_of(&element)) {
                return;
            }
            let measured = element.clone();
            *observed = Observed::new(&element, move || {
                let now = measured.client_width();
                if now > 0 {
                    width.set(Some(f64::from(now)));
                }
            });
        });
    }
    *width
}
