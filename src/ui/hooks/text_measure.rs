//! Widths of texts, measured in the font of an element.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};
use yew::prelude::*;

use super::dom::{first, window_of};
use super::width::Observed;
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

/// A measure that outlives the components that use it, and the width that the sample had with it.
#[derive(Clone, Default)]
pub(in crate::ui) struct SharedMeasure(Rc<RefCell<Option<(TextMeasure, i32)>>>);

/// A text in the font of the labels, regular and bold. Its width tells when the font has changed: the host's
/// may come late.
const SAMPLE: &str = ".ovc-sample > span";

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
    let redraw = use_force_update();
    let observed = use_mut_ref(|| None::<Observed>);
    {
        let (node, shared) = (node.clone(), shared.clone());
        use_effect(move || {
            let Some(sample) = first(&node, SAMPLE) else {
                observed.replace(None);
                return;
            };
            let is_watched = |last: &Observed| last.is_of(&sample);
            if observed.borrow().as_ref().is_some_and(is_watched) {
                return;
            }
            let measure = {
                let sample = sample.clone();
                move || {
                    if shared.measure(&node, sample.client_width()) {
                        redraw.force_update();
                    }
                }
            };
            measure();
            observed.replace(Observed::new(&sample, measure));
        });
    }
    let measured = shared.0.borrow();
    measured.as_ref().map(|(measure, _)| measure.clone())
}

impl SharedMeasure {
    /// Measures anew where the sample has another width than before; returns whether it has.
    fn measure(&self, node: &NodeRef, sample: i32) -> bool {
        let is_same = |(_, last): &(TextMeasure, i32)| *last == sample;
        // Without a width the sample is in a hidden tab.
        if self
            .0
            .borrow()
            .as_ref()
            .is_some_and(|measured| is_same(measured) || sample == 0)
        {
            return false;
        }
        let Some(measure) = text_measure(node) else {
            return false;
        };
        self.0.replace(Some((measure, sample)));
        true
    }
}

/// Measures text in the font that an element has; `None` where it is not on the page.
fn text_measure(node: &NodeRef) -> Option<TextMeasure> {
    let element = &node.cast::<Element>()?;
    let window = window_of(node);
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
