//! Widths of texts, measured in the font of an element.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};
use yew::prelude::*;

use crate::timeline::TextWidths;

/// A canvas that measures text in one font: setting a font takes longer than measuring a text.
struct Face {
    context: Option<CanvasRenderingContext2d>,
    widths: RefCell<TextWidths>,
}

/// Measures text in the font of an element.
#[derive(Clone)]
pub(in crate::ui) struct TextMeasure {
    regular: Rc<Face>,
    bold: Rc<Face>,
}

impl PartialEq for TextMeasure {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.regular, &other.regular)
    }
}

/// A measure that outlives the components that use it.
#[derive(Clone, Default)]
pub(in crate::ui) struct SharedMeasure(Rc<OnceCell<TextMeasure>>);

impl PartialEq for SharedMeasure {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl TextMeasure {
    /// Width of a text in CSS pixels, bold or not.
    pub fn width(&self, text: &str, bold: bool) -> f64 {
        let Face { context, widths } = if bold { &*self.bold } else { &*self.regular };
        widths.borrow_mut().width(text, &|piece| {
            let size = context
                .as_ref()
                .and_then(|context| context.measure_text(piece).ok());
            size.map_or_else(|| piece.chars().count() as f64 * 8.0, |size| size.width())
        })
    }
}

/// Measures text in the font of `node`; `None` until `node` has been on the page.
#[hook]
pub(in crate::ui) fn use_text_measure(
    node: &NodeRef,
    shared: &SharedMeasure,
) -> Option<TextMeasure> {
    let is_known = use_state_eq(|| false);
    {
        let (node, shared) = (node.clone(), shared.clone());
        use_effect(move || {
            if shared.0.get().is_none()
                && let Some(measure) = text_measure(&node)
                && shared.0.set(measure).is_ok()
            {
                is_known.set(true);
            }
        });
    }
    shared.0.get().cloned()
}

/// Measures text in the font that an element has; `None` where it is not on the page.
fn text_measure(node: &NodeRef) -> Option<TextMeasure> {
    let element = &node.cast::<Element>()?;
    let window = web_sys::window();
    let style = window
        .as_ref()
        .and_then(|window| window.get_computed_style(element).ok().flatten());
    let property = |name: &str| {
        style
            .as_ref()
            .and_then(|style| style.get_property_value(name).ok())
            .unwrap_or_default()
    };
    let font = format!("{} {}", property("font-size"), property("font-family"));
    let document = window.and_then(|window| window.document());
    let context = |weight: &str| {
        let canvas = document.as_ref()?.create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        context.set_font(&format!("{weight} {font}"));
        Some(context)
    };
    let face = |weight: &str| {
        Rc::new(Face {
            context: context(weight),
            widths: RefCell::default(),
        })
    };
    Some(TextMeasure {
        regular: face("400"),
        bold: face("600"),
    })
}
