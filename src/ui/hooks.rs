//! What components need of the browser: sizes, text widths, keys. Effects do not run natively, so
//! the static page never gets here.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{
    CanvasRenderingContext2d, Element, HtmlCanvasElement, ResizeObserver, ScrollIntoViewOptions,
};
use yew::prelude::*;

use crate::timeline::{MIN_TARGET, TextWidths};

/// Where in the window what is scrolled to comes to stand.
pub(super) use web_sys::ScrollLogicalPosition as Block;

/// A resize observer that stops when it is dropped.
struct Observed {
    observer: ResizeObserver,
    _callback: Closure<dyn FnMut()>,
}

impl Observed {
    fn new(element: &Element, on_resize: impl FnMut() + 'static) -> Option<Self> {
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

/// Tells the width of an element in CSS pixels whenever it changes, until what is given back is dropped.
/// Nothing is told while it has no width (in a hidden tab, or under `display: none`).
pub(super) fn on_resize(node: &NodeRef, told: Callback<f64>) -> Option<impl Drop + use<>> {
    let element = node.cast::<Element>()?;
    let measured = element.clone();
    Observed::new(&element, move || {
        let now = measured.client_width();
        if now > 0 {
            told.emit(f64::from(now));
        }
    })
}

/// Listens to what is told of printing until it is dropped.
struct Printing {
    heard: Vec<(web_sys::EventTarget, &'static str)>,
    callback: Closure<dyn FnMut(web_sys::Event)>,
}

impl Drop for Printing {
    fn drop(&mut self) {
        let callback = self.callback.as_ref().unchecked_ref();
        for (target, name) in &self.heard {
            // Fails only where there is no such listener, and then there is nothing to remove.
            let _ = target.remove_event_listener_with_callback(name, callback);
        }
    }
}

/// Tells when the page is being printed and when it is again not, until what is given back is dropped.
/// The window tells it before the pages are counted: what came later would push the end of the host's page
/// off the paper. The query tells it where only the media are those of print.
/// (Firefox prints a copy of the page, to which neither tells anything: there, what the page brought
/// along complete is printed, or else what is on the screen.)
pub(super) fn on_print(told: Callback<bool>) -> Option<impl Drop + use<>> {
    let window = web_sys::window()?;
    let query = window.match_media("print").ok().flatten()?;
    let asked = query.clone();
    let callback = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| {
        told.emit(event.type_() == "beforeprint" || asked.matches());
    });
    let (window, query) = (
        AsRef::<web_sys::EventTarget>::as_ref(&window),
        query.as_ref(),
    );
    let heard = [
        (query, "change"),
        (window, "beforeprint"),
        (window, "afterprint"),
    ];
    for (target, name) in heard {
        // Where it cannot listen, the page prints what is on the screen.
        let _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
    }
    Some(Printing {
        heard: heard.map(|(target, name)| (target.clone(), name)).to_vec(),
        callback,
    })
}

/// Does something in a task of its own, so many milliseconds later: before it, the page can answer.
pub(crate) fn later(delay: i32, then: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let then = Closure::once_into_js(then);
        // Fails nowhere: there is a function to call.
        let _ = window
            .set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), delay);
    }
}

/// A canvas that measures text in one font: setting a font takes longer than measuring a text.
struct Face {
    context: Option<CanvasRenderingContext2d>,
    widths: RefCell<TextWidths>,
}

/// Measures text in the font of an element.
#[derive(Clone)]
pub(super) struct TextMeasure {
    regular: Rc<Face>,
    bold: Rc<Face>,
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

/// Measures text in the font of an element, as it is now; `None` where it is not on the page.
pub(super) fn text_measure(node: &NodeRef) -> Option<TextMeasure> {
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
    let font = [property("font-size"), property("font-family")].join(" ");
    let document = window.and_then(|window| window.document());
    let context = |weight: &str| {
        let canvas = document.as_ref()?.create_element("canvas").ok()?;
        let canvas = canvas.dyn_into::<HtmlCanvasElement>().ok()?;
        let context = canvas.get_context("2d").ok()??;
        let context: CanvasRenderingContext2d = context.dyn_into().ok()?;
        context.set_font(&[weight, &font].join(" "));
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

/// Where an element is.
pub(super) type Place = (web_sys::DomRect, Element);

/// Where the elements inside `node` are that a selector finds.
pub(super) fn places(node: &NodeRef, selector: &str) -> Vec<Place> {
    let elements = all(node, selector).into_iter();
    elements
        .map(|element| (element.get_bounding_client_rect(), element))
        .collect()
}

/// Lets elements move from where they were to where they are, where the reader's system allows motion.
pub(super) fn move_from(places: &[Place]) {
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

/// Brings the element that stands for what has that id into sight, and the focus with it.
pub(super) fn visit(node: &NodeRef, id: &str) {
    if let Some(element) = by_id(
        node,
        ".ovc-claims [data-id], .ovc-model-table [data-id]",
        id,
    ) {
        // Refused only for what is no name of an attribute.
        let _ = element.set_attribute("tabindex", "-1");
        focus_element(&element);
        scroll_to(&element, Block::Center);
    }
}

/// Every element inside `node` that a selector finds.
pub(super) fn all(node: &NodeRef, selector: &str) -> Vec<Element> {
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
pub(super) fn by_id(node: &NodeRef, selector: &str, id: &str) -> Option<Element> {
    let has = |element: &Element| element.get_attribute("data-id").as_deref() == Some(id);
    all(node, selector).into_iter().find(has)
}

/// Scrolls whatever an element stands in, until it is in its place.
pub(super) fn scroll_to(element: &Element, place: Block) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(place);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What stands in the control that an event came from.
pub(super) fn value(event: &Event) -> String {
    let target = event.target();
    let value = target.and_then(|target| js_sys::Reflect::get(&target, &"value".into()).ok());
    value
        .and_then(|value| value.as_string())
        .unwrap_or_default()
}

/// The key of a keyboard event. Yew casts events unchecked, and browsers fire a `keydown` that is
/// no keyboard event when they fill in a form: asking that one for its key would throw.
pub(super) fn key(event: &KeyboardEvent) -> Option<String> {
    event
        .dyn_ref::<web_sys::KeyboardEvent>()
        .filter(|event| !(event.ctrl_key() || event.meta_key() || event.alt_key()))
        .map(|event| event.key())
}

/// Whether what took the focus shows it: the keyboard brought it there, not a pointer.
pub(super) fn is_by_keyboard(event: &FocusEvent) -> bool {
    let target = event.target_dyn_into::<Element>();
    target.is_some_and(|target| target.matches(":focus-visible").unwrap_or(true))
}

/// Puts the keyboard focus on an element, without scrolling more than needed.
pub(super) fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        focus_element(&element);
    }
}

/// The first element inside `node`, in the order of the page, that a selector finds.
pub(super) fn first(node: &NodeRef, selector: &str) -> Option<Element> {
    node.cast::<Element>()?.query_selector(selector).ok()?
}

/// What has the focus inside `node`. (Not what `:focus` finds: WebKit finds nothing by it while another
/// window is in front.)
pub(super) fn focused(node: &NodeRef) -> Option<Element> {
    let element = node.cast::<Element>()?;
    // A document or a shadow root: both tell it in the same way.
    let root: web_sys::Document = element.get_root_node().unchecked_into();
    let active = root.active_element();
    active.filter(|active| element.contains(Some(active)))
}

/// Focus on the first element inside `node` that a selector finds; whether there is one.
pub(super) fn focus_first(node: &NodeRef, selector: &str) -> bool {
    let found = first(node, selector);
    found.as_ref().map(focus_element).is_some()
}

/// The same, for an element.
pub(super) fn focus_element(element: &Element) {
    // Marks are SVG elements: they take focus as HTML elements do, but are none.
    let element: &web_sys::HtmlElement = element.unchecked_ref();
    // Refused only where the element cannot take focus, which leaves it where it was.
    let _ = element.focus();
}

/// Where a pointer is, from the left of an element, in CSS pixels.
pub(super) fn offset_x(node: &NodeRef, event: &web_sys::MouseEvent) -> f64 {
    let left = node
        .cast::<Element>()
        .map_or(0.0, |element| element.get_bounding_client_rect().left());
    f64::from(event.client_x()) - left
}

/// Lets an element hear of a pointer until it goes up, wherever it goes.
pub(super) fn capture(node: &NodeRef, pointer: i32) {
    if let Some(element) = node.cast::<Element>() {
        // Refused only where the pointer is gone already.
        let _ = element.set_pointer_capture(pointer);
    }
}

/// Two to the power of `exponent`. The browser has it; the tables of Rust's own are 3 kB.
pub(super) fn exp2(exponent: f64) -> f64 {
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
pub(super) fn target() -> f64 {
    COARSE.with(|query| match query {
        Some(query) if query.matches() => FINGER,
        _ => MIN_TARGET,
    })
}
