//! A widget on the page, and a hand on it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use open_vs_closed::dataset;
use open_vs_closed::page::{Occupant, Slot, SlotProps};
use open_vs_closed::state::{Action, ViewState};
use open_vs_closed::ui::{AppProps, SharedDataset};
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ShadowRoot, ShadowRootInit, ShadowRootMode};
use yew::platform::time::sleep;
use yew::{AppHandle, Callback, Renderer};

const DATA: &str = r#"{"version":"1.0","meta":{"title":"Title","updated":"2026-11-23"},
  "sources":[{"id":"s","title":"A source","url":"https://example.org/","kind":"press"}],
  "events":[
    {"id":"first","date":"2019-02-14","title":"First <b>event</b>","summary":"What *happened*.","side":"open","kind":"release","weight":3,"sources":["s"]},
    {"id":"second","date":"2021-06","title":"Second event","side":"closed","kind":"policy"},
    {"id":"third","date":"2025-01-20","title":"Third event","side":"open","kind":"policy"}],
  "links":[{"id":"l","from":"first","to":"third","relation":"led-to","status":"disputed","note":"Some say so."}],
  "dimensions":[{"id":"access","name":"Access","open":[{"id":"o","text":"For open.","kind":"value","strength":"contested","sources":["s"]}],
    "closed":[{"id":"c","text":"For closed.","kind":"fact","strength":"settled","sources":["s"]}]}]}"#;

/// A mounted widget; taken off the page when it is dropped.
pub struct Mounted {
    pub host: HtmlElement,
    pub root: ShadowRoot,
    pub app: Option<AppHandle<Slot>>,
    pub props: AppProps,
    pub states: Rc<RefCell<Vec<ViewState>>>,
    pub dispatch: Rc<RefCell<Option<Callback<Action>>>>,
    /// How often it has said that it is ready.
    pub ready: Rc<Cell<usize>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.host.remove();
    }
}

/// What the widget keeps free at its sides, both together, in CSS pixels.
const PADDING: f64 = 0.0;

/// A widget that is all there.
pub async fn mount(change: impl FnOnce(&mut AppProps)) -> Mounted {
    let mounted = begin(change);
    mounted.draw().await;
    mounted
}

/// A widget that is as narrow as a phone.
pub async fn mount_narrow() -> Mounted {
    let mounted = begin(|props| props.width = 320.0);
    mounted
        .host
        .set_attribute("hidden", "")
        .expect("hidden, so that nothing is measured");
    mounted.draw().await;
    mounted
}

fn slot(number: u32, props: &AppProps) -> SlotProps {
    let props = props.clone();
    SlotProps {
        occupant: Some(Occupant { number, props }),
    }
}

/// A widget of which nothing is drawn yet.
pub fn begin(change: impl FnOnce(&mut AppProps)) -> Mounted {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .expect("a document");
    let host: HtmlElement = document
        .create_element("div")
        .expect("a host")
        .unchecked_into();
    document
        .body()
        .expect("a body")
        .append_child(&host)
        .expect("it goes in");
    let root = host
        .attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .expect("a shadow root");
    let inner = document.create_element("div").expect("an inner element");
    root.append_child(&inner).expect("it goes in");
    let states = Rc::new(RefCell::new(Vec::new()));
    let dispatch = Rc::new(RefCell::new(None));
    let ready = Rc::new(Cell::new(0));
    let mut props = yew::props!(AppProps {
        data: SharedDataset::from(dataset::load(DATA).expect("the data set loads").dataset),
        width: 1000.0,
        on_change: {
            let states = states.clone();
            Callback::from(move |state| states.borrow_mut().push(state))
        },
        on_mount: {
            let dispatch = dispatch.clone();
            Callback::from(move |send| {
                dispatch.replace(Some(send));
            })
        },
        on_ready: {
            let ready = ready.clone();
            Callback::from(move |()| ready.set(ready.get() + 1))
        },
    });
    change(&mut props);
    // As wide as it is told: a measure comes at any moment, and must not change anything.
    let style = format!("width: {}px", props.width + PADDING);
    host.set_attribute("style", &style).expect("a width");
    let app = Renderer::<Slot>::with_root_and_props(inner, slot(0, &props)).render();
    Mounted {
        props,
        host,
        root,
        app: Some(app),
        states,
        dispatch,
        ready,
    }
}

impl Mounted {
    /// Hands the application on to another widget, or to none.
    pub async fn show(&mut self, number: Option<u32>) {
        self.ready.set(0);
        let props = number.map_or(SlotProps { occupant: None }, |number| {
            slot(number, &self.props)
        });
        let app = self.app.as_mut().expect("the widget is mounted");
        app.update(props);
        self.settle().await;
    }

    pub async fn settle(&self) {
        yew::scheduler::flush().await;
    }

    /// The whole of it.
    pub async fn draw(&self) {
        for _ in 0..10_000 {
            self.step().await;
            if self.ready.get() > 0 {
                return;
            }
        }
        panic!("the widget is never ready");
    }

    /// What is drawn in one task.
    pub async fn step(&self) {
        self.settle().await;
        sleep(Duration::ZERO).await;
    }

    pub fn find(&self, selector: &str) -> Element {
        self.look(selector)
            .unwrap_or_else(|| panic!("{selector} is not there"))
    }

    pub fn look(&self, selector: &str) -> Option<Element> {
        self.root.query_selector(selector).expect("a selector")
    }

    pub fn count(&self, selector: &str) -> u32 {
        self.root
            .query_selector_all(selector)
            .expect("a selector")
            .length()
    }

    pub async fn click(&self, selector: &str) {
        let event = web_sys::MouseEvent::new("click").expect("an event");
        event.init_mouse_event_with_can_bubble_arg_and_cancelable_arg("click", true, true);
        self.find(selector)
            .dispatch_event(&event)
            .expect("it is sent");
        self.settle().await;
    }

    pub async fn press(&self, selector: &str, key: &str) {
        let init = web_sys::KeyboardEventInit::new();
        init.set_key(key);
        init.set_bubbles(true);
        init.set_cancelable(true);
        let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init);
        let event = event.expect("an event");
        self.find(selector)
            .dispatch_event(&event)
            .expect("it is sent");
        self.settle().await;
    }

    /// Puts a value into a control. The widget is not rendered yet.
    pub fn enter(&self, selector: &str, event: &str, value: &str) {
        let control = self.find(selector);
        js_sys::Reflect::set(&control, &"value".into(), &value.into()).expect("it takes a value");
        let init = web_sys::EventInit::new();
        init.set_bubbles(true);
        let event = web_sys::Event::new_with_event_init_dict(event, &init).expect("an event");
        control.dispatch_event(&event).expect("it is sent");
    }

    pub async fn send(&self, action: Action) {
        let send = self.dispatch.borrow().clone();
        send.expect("the widget is mounted").emit(action);
        self.settle().await;
    }

    pub fn state(&self) -> ViewState {
        self.states.borrow().last().cloned().unwrap_or_default()
    }

    pub fn text(&self, selector: &str) -> String {
        self.find(selector).text_content().unwrap_or_default()
    }
}
