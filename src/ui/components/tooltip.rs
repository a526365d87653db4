//! The name of a mark in a tooltip: on hover, on focus by keyboard and on a long press.
//!
//! Marks are SVG elements and there may be hundreds, so one tooltip serves all of them: it stands in the
//! box around the drawing, whose listeners hear of every mark. It is never the only way to what it says.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, PointerEvent};
use yew::prelude::*;

use crate::ui::hooks;
use crate::ui::svg::px;

/// What has a name.
const MARKS: &str = ".ovc-mark, .ovc-point";
/// What of it must not be covered, where a mark has more than that: its target.
const TARGET: &str = ".ovc-hit";
/// The tooltip itself.
const TIP: &str = "[role=tooltip]";
/// Milliseconds in which a pointer may go from a mark to its tooltip.
const GRACE: u32 = 300;
/// Milliseconds after which a finger has pressed long.
const LONG: u32 = 500;
/// CSS pixels that a finger may move while it presses.
const STILL: i32 = 8;
/// CSS pixels between a mark and its tooltip.
const GAP: f64 = 4.0;

/// What a tooltip says.
#[derive(Default)]
pub(in crate::ui) struct Naming {
    /// The name.
    pub name: String,
    /// Lines under it.
    pub more: String,
}

/// What a tooltip says of a mark.
type Describe = Rc<dyn Fn(&Element) -> Naming>;

/// The tooltip of the marks inside `node`, to be drawn as its child. `describe` says what it says of a mark.
#[hook]
pub(in crate::ui) fn use_tooltip(
    node: &NodeRef,
    id: &'static str,
    describe: impl Fn(&Element) -> Naming + 'static,
) -> Html {
    let describe: Describe = Rc::new(describe);
    let describe = hooks::use_latest(describe);
    let tip = use_node_ref();
    let tooltip = use_mut_ref(|| None::<Rc<Tooltip>>);
    {
        let (nodes, tooltip) = ((node.clone(), tip.clone()), tooltip.clone());
        use_effect_with(nodes, move |(node, tip)| {
            let new = node.cast().zip(tip.cast()).map(|(area, tip)| {
                Rc::new(Tooltip {
                    area,
                    tip,
                    describe,
                    shown: RefCell::default(),
                    turn: Cell::default(),
                    is_dismissed: Cell::default(),
                    pressed: Cell::default(),
                    is_long: Cell::default(),
                })
            });
            let listeners = new.as_ref().map(Tooltip::listen);
            tooltip.replace(new);
            move || {
                drop(listeners);
                if let Some(tooltip) = tooltip.take() {
                    tooltip.hide();
                }
            }
        });
    }
    // Each rendering may have moved or removed the mark.
    use_effect(move || {
        if let Some(tooltip) = &*tooltip.borrow() {
            tooltip.redraw();
        }
    });
    html! {
        <div class="ovc-tooltip" role="tooltip" {id} hidden={true} ref={tip}><strong /><span /></div>
    }
}

/// A mark whose name is shown, and what is listened to meanwhile.
struct Shown {
    mark: Element,
    /// They end with it.
    _listeners: Vec<EventListener>,
}

struct Tooltip {
    /// The box around the drawing.
    area: HtmlElement,
    tip: HtmlElement,
    describe: Rc<RefCell<Describe>>,
    shown: RefCell<Option<Shown>>,
    /// Changes with all that ends what a timer waits for.
    turn: Cell<u32>,
    /// Whether a key has hidden it since something was last hovered or focused.
    is_dismissed: Cell<bool>,
    /// Where a finger is down.
    pressed: Cell<Option<(i32, i32)>>,
    /// Whether a finger has pressed long: then it has not clicked.
    is_long: Cell<bool>,
}

impl Tooltip {
    fn listen(self: &Rc<Self>) -> Vec<EventListener> {
        let names = [
            "pointerover",
            "pointerleave",
            "pointerdown",
            "pointermove",
            "pointerup",
            "pointercancel",
            "focusin",
            "focusout",
            "keyup",
        ];
        let listener = |name: &'static str| {
            let tooltip = self.clone();
            EventListener::new(&self.area, name, move |event| tooltip.on(event))
        };
        names.into_iter().map(listener).collect()
    }

    /// What happens in the box.
    fn on(self: &Rc<Self>, event: &Event) {
        // A mouse tells of each of its moves.
        if event.type_() == "pointermove" && self.pressed.get().is_none() {
            return;
        }
        let mark = hooks::closest(event, MARKS);
        // By its name: an event of another window is of another class.
        let is_pointer = event.type_().starts_with("pointer");
        let pointer = is_pointer.then(|| event.unchecked_ref::<PointerEvent>());
        if let Some(pointer) = pointer.filter(|pointer| pointer.pointer_type() == "touch") {
            return self.touch(pointer, mark);
        }
        match (&*event.type_(), mark) {
            // Where a button is down, the axis is dragged.
            ("pointerover", Some(mark)) if pointer.is_none_or(|at| at.buttons() == 0) => {
                self.show(mark);
            }
            ("pointerover", None) if hooks::closest(event, TIP).is_some() => self.stop_timer(),
            ("pointerover" | "pointerleave", _) => self.later(GRACE, |tooltip| tooltip.rest()),
            ("focusout", _) if !self.is_hovered() => self.hide(),
            ("focusin", Some(mark)) if mark.matches(":focus-visible").unwrap_or(true) => {
                self.show(mark);
            }
            // WebKit does not always match `:focus-visible` when focus comes by Tab.
            ("keyup", Some(mark)) if !self.is_dismissed.get() => self.show(mark),
            _ => {}
        }
    }

    /// A finger: only a long press on a mark shows its name.
    fn touch(self: &Rc<Self>, pointer: &PointerEvent, mark: Option<Element>) {
        let now = (pointer.client_x(), pointer.client_y());
        match (&*pointer.type_(), self.pressed.get()) {
            ("pointerdown", _) => {
                self.is_long.set(false);
                if let Some(mark) = mark {
                    self.pressed.set(Some(now));
                    self.later(LONG, move |tooltip| {
                        if tooltip.pressed.take().is_some() {
                            tooltip.is_long.set(true);
                            tooltip.show(mark);
                        }
                    });
                }
            }
            ("pointermove", Some(was)) if (was.0 - now.0).abs() + (was.1 - now.1).abs() < STILL => {
            }
            ("pointermove" | "pointerup" | "pointercancel", _) => self.pressed.set(None),
            _ => {}
        }
    }

    /// Does something after some time, unless something else happens before.
    fn later(self: &Rc<Self>, delay: u32, act: impl FnOnce(&Rc<Self>) + 'static) {
        self.stop_timer();
        let (tooltip, turn) = (self.clone(), self.turn.get());
        hooks::run_later(delay, move || {
            if tooltip.turn.get() == turn {
                act(&tooltip);
            }
        });
    }

    fn stop_timer(&self) {
        self.turn.set(self.turn.get().wrapping_add(1));
    }

    /// Whether a pointer is over a mark or the tooltip.
    fn is_hovered(&self) -> bool {
        let selector = format!(":is({MARKS}, [role=tooltip]):hover");
        self.area
            .query_selector(&selector)
            .is_ok_and(|at| at.is_some())
    }

    /// Back to the name of the mark with the focus, or to none.
    fn rest(self: &Rc<Self>) {
        let selector = format!(":is({MARKS}):focus-visible");
        let focused = self.area.query_selector(&selector).ok().flatten();
        match focused.filter(|_| !self.is_dismissed.get()) {
            Some(mark) => self.show(mark),
            None => self.hide(),
        }
    }

    fn show(self: &Rc<Self>, mark: Element) {
        self.stop_timer();
        self.is_dismissed.set(false);
        let is_shown = |shown: &Shown| shown.mark == mark;
        if self.shown.borrow().as_ref().is_some_and(is_shown) {
            return;
        }
        self.hide();
        self.draw(&mark);
        let listeners = self.listen_outside(&mark);
        self.shown.replace(Some(Shown {
            mark,
            _listeners: listeners,
        }));
    }

    /// Escape and a press anywhere hide it, so the document is listened to while it is shown.
    fn listen_outside(self: &Rc<Self>, mark: &Element) -> Vec<EventListener> {
        let Some(document) = mark.owner_document() else {
            return Vec::new();
        };
        let listener = |name: &'static str| {
            let tooltip = self.clone();
            let options = EventListenerOptions::run_in_capture_phase();
            EventListener::new_with_options(&document, name, options, move |event| {
                tooltip.on_outside(event);
            })
        };
        ["keydown", "pointerdown", "click"]
            .into_iter()
            .map(listener)
            .collect()
    }

    fn on_outside(&self, event: &Event) {
        let path = event.composed_path();
        let is_in = |element: &Element| path.includes(element, 0);
        match &*event.type_() {
            // The click at the end of a long press opens nothing.
            "click" if self.is_long.take() => event.stop_propagation(),
            "pointerdown" if !is_in(&self.tip) => self.hide(),
            "keydown" => match hooks::key(event).as_deref() {
                Some("Escape") => {
                    self.dismiss();
                    // A card stays open for this time.
                    let widget = self.area.closest(".ovc").ok().flatten();
                    if widget.as_ref().is_some_and(is_in) {
                        event.stop_propagation();
                    }
                }
                // What is opened says more.
                Some("Enter" | " ") => self.dismiss(),
                _ => {}
            },
            _ => {}
        }
    }

    /// Hides it until something else is hovered or focused.
    fn dismiss(&self) {
        self.is_dismissed.set(true);
        self.hide();
    }

    fn hide(&self) {
        self.stop_timer();
        if let Some(shown) = self.shown.take() {
            self.tip.set_hidden(true);
            // Fails only for an invalid name.
            let _ = shown.mark.remove_attribute("aria-describedby");
        }
    }

    /// Stays with its mark, and goes with it.
    fn redraw(&self) {
        let shown = self.shown.borrow();
        let Some(mark) = shown.as_ref().map(|shown| shown.mark.clone()) else {
            return;
        };
        drop(shown);
        if mark.is_connected() {
            self.draw(&mark);
        } else {
            self.hide();
        }
    }

    fn draw(&self, mark: &Element) {
        let describe = self.describe.borrow().clone();
        let said = describe(mark);
        let name = mark.get_attribute("aria-label").unwrap_or_default();
        // Nothing is told twice.
        if !name.contains(&said.more) {
            // Fails only for an invalid name.
            let _ = mark.set_attribute("aria-describedby", &self.tip.id());
        }
        for (part, text) in [
            (self.tip.first_element_child(), said.name),
            (self.tip.last_element_child(), said.more),
        ] {
            if let Some(part) = part {
                part.set_text_content(Some(&text));
            }
        }
        self.tip.set_hidden(false);
        self.place(mark);
    }

    /// Places it above the mark, or below it where the window ends; not beyond the ends of the box.
    fn place(&self, mark: &Element) {
        let target = mark.query_selector(TARGET).ok().flatten();
        let target = target.as_ref().unwrap_or(mark).get_bounding_client_rect();
        let area = self.area.get_bounding_client_rect();
        let width = f64::from(self.area.offset_width());
        let scale = hooks::scale_of(&self.area);
        let tip = (
            f64::from(self.tip.offset_width()),
            f64::from(self.tip.offset_height()),
        );
        let middle = (f64::midpoint(target.left(), target.right()) - area.left()) * scale;
        let left = (middle - tip.0 / 2.0).min(width - tip.0).max(0.0);
        let top = if target.top() * scale >= tip.1 + GAP {
            (target.top() - area.top()) * scale - tip.1 - GAP
        } else {
            (target.bottom() - area.top()) * scale + GAP
        };
        for (side, at) in [("left", left), ("top", top)] {
            // Fails only for an invalid name.
            let _ = self
                .tip
                .style()
                .set_property(side, &format!("{}px", px(at)));
        }
    }
}

/// What the accessible name of a mark says: up to the first colon, and the rest.
pub(in crate::ui) fn naming_of(mark: &Element) -> Naming {
    let label = mark.get_attribute("aria-label").unwrap_or_default();
    match label.split_once(": ") {
        Some((name, more)) => Naming {
            name: name.to_owned(),
            more: more.to_owned(),
        },
        None => Naming {
            name: label,
            ..Naming::default()
        },
    }
}
