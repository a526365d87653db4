//! What the loader in `www/` calls: reading a data set, mounting a widget, and its handle; and what an application
//! of Yew needs of the browser: [`use_dataset`] and [`formats`].
//!
//! The loader owns the element, the network and the errors that the host sees; this module owns
//! nothing but mounted instances. Every method takes `&self` and only sends actions, so that a
//! host that calls back while it is being notified cannot meet a borrowed value.

mod data;
mod fetched;
mod intl;
mod options;
mod slot;
mod translate;

use std::cell::{Cell, RefCell};

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::{AppHandle, Callback, Renderer};

use crate::locale::Messages;
use crate::state::{
    Action, ViewState, available_views, is_foreign, parse_fragment, reduce, to_fragment,
};
use crate::ui::{AppProps, SharedDataset, preload};
pub use data::Data;
pub use fetched::{FetchedDataset, use_dataset};
pub use intl::formats;
use options::{Options, PartialState, StateObject};
pub use slot::{Occupant, Slot, SlotProps};
pub use translate::load_translation;

thread_local! {
    static ON_PANIC: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Calls `callback` with the message of a panic. After it the instance must not be called again.
///
/// Called before the first [`mount`], because Yew sets a hook of its own where there is none.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(callback: Function) {
    ON_PANIC.replace(Some(callback));
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = JsValue::from(info.to_string());
        ON_PANIC.with_borrow(|callback| {
            // The loader's own function does not throw.
            let _ = callback
                .as_ref()
                .map(|callback| callback.call1(&JsValue::NULL, &message));
        });
    }));
}

/// A mounted widget.
#[wasm_bindgen]
pub struct Handle {
    app: RefCell<Option<AppHandle<Slot>>>,
    inner: std::rc::Rc<Inner>,
}

/// An application without a widget, for the next one.
#[wasm_bindgen]
pub struct Vacant {
    app: AppHandle<Slot>,
    /// How many widgets it has shown.
    shown: u32,
}

/// What callbacks of a widget share with its handle.
struct Inner {
    /// Which of the widgets it is that its application has shown.
    number: u32,
    dataset: RefCell<SharedDataset>,
    /// The words of the interface.
    messages: Cell<&'static Messages>,
    /// What the widget started from: links carry only the differences.
    start: ViewState,
    /// The state that the widget has, or will have when it has rendered what it was sent: two
    /// changes of a host within a task build on one another.
    state: RefCell<ViewState>,
    /// The state that the loader was last notified of.
    notified: RefCell<ViewState>,
    /// How many records of the data set were left out.
    left_out: usize,
    /// Whether the last change was that the reader followed a reference.
    followed: Cell<bool>,
    dispatch: RefCell<Option<Callback<Action>>>,
    notify: Function,
}

impl Inner {
    fn dataset(&self) -> SharedDataset {
        self.dataset.borrow().clone()
    }

    /// Notifies the loader, which notifies the host on a later task: then nothing is borrowed here.
    fn notify(&self, what: &str) {
        // The loader's own function does not throw; if it did, the widget would go on.
        let _ = self.notify.call1(&JsValue::NULL, &what.into());
    }
}

/// Mounts the widget on `root`, an empty `<div>` inside the shadow root, or where the `vacant`
/// application stands.
///
/// `notify` is called with `"ready"` when all of it is drawn for the first time, `"change"` after
/// every change of the state, and `"failed"` when the code of a view cannot be loaded.
///
/// # Errors
/// Throws where `options` is not an object of the right shape, and where the data set has not been
/// read to its end.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    data: &Data,
    options: JsValue,
    notify: Function,
    vacant: Option<Vacant>,
) -> Result<Handle, JsValue> {
    let options = Options::from_js(&options)?;
    let (dataset, left_out, messages) = data
        .read()
        .ok_or_else(|| js_sys::Error::new("The data set has not been read."))?;
    let blank = ViewState {
        views: available_views(&options.views, &dataset).into(),
        ..ViewState::default()
    };
    let replaced = |state| reduce(&blank, Action::Replace(state), &dataset);
    let start = replaced(options.start(&dataset));
    let state = parse_fragment(&options.fragment, &start, &dataset);
    let state = replaced(options.restored.apply(&state, &start, &dataset));
    let inner = std::rc::Rc::new(Inner {
        number: vacant.as_ref().map_or(0, |vacant| vacant.shown),
        dataset: RefCell::new(dataset),
        messages: Cell::new(messages),
        start,
        state: RefCell::new(state.clone()),
        notified: RefCell::new(state.clone()),
        left_out,
        followed: Cell::default(),
        dispatch: RefCell::new(None),
        notify,
    });
    let props = props(&inner, &options, state);
    let app = match vacant {
        Some(Vacant { mut app, .. }) => {
            app.update(props);
            app
        }
        None => Renderer::<Slot>::with_root_and_props(root, props).render(),
    };
    Ok(Handle {
        app: RefCell::new(Some(app)),
        inner,
    })
}

fn props(inner: &std::rc::Rc<Inner>, options: &Options, start: ViewState) -> SlotProps {
    let on_change = {
        let inner = inner.clone();
        Callback::from(move |state: ViewState| {
            inner.followed.set(state.back.is_some());
            // What is to be brought into sight is no matter of the host.
            let state = ViewState {
                target: None,
                back: None,
                ..state
            };
            inner.state.replace(state.clone());
            if inner.notified.replace(state.clone()) != state {
                inner.notify("change");
            }
        })
    };
    let on_mount = {
        let inner = inner.clone();
        Callback::from(move |dispatch: Callback<Action>| {
            inner.dispatch.replace(Some(dispatch));
        })
    };
    let on_ready = {
        let inner = inner.clone();
        Callback::from(move |()| inner.notify("ready"))
    };
    let on_failed = {
        let inner = inner.clone();
        Callback::from(move |()| inner.notify("failed"))
    };
    let props = AppProps {
        data: inner.dataset(),
        views: options.views.clone(),
        start,
        // The dates of a data set are of the language of its words.
        formats: intl::formats(&inner.dataset().meta().lang),
        messages: inner.messages.get(),
        languages: options.languages.clone(),
        heading_level: options.heading_level.clamp(1, 5),
        left_out: inner.left_out,
        width: options.width,
        as_static: options.as_static,
        on_change,
        on_mount,
        on_ready,
        on_failed,
    };
    SlotProps {
        occupant: Some(Occupant {
            number: inner.number,
            props,
        }),
    }
}

#[wasm_bindgen]
impl Handle {
    /// Lets the widget do what the host asks for.
    fn send(&self, action: Action) {
        let next = reduce(
            &self.inner.state.borrow(),
            action.clone(),
            &self.inner.dataset(),
        );
        self.inner.state.replace(next);
        let dispatch = self.inner.dispatch.borrow().clone();
        if let Some(dispatch) = dispatch {
            dispatch.emit(action);
        }
    }

    /// The state as a plain object.
    #[wasm_bindgen(js_name = getState)]
    pub fn state(&self) -> JsValue {
        options::to_js(&StateObject(&self.inner.state.borrow()))
    }

    /// Changes some keys of the state; `null` clears a key. Bad values are left out, and so is what
    /// is no object.
    #[wasm_bindgen(js_name = setState)]
    pub fn set_state(&self, partial: JsValue) {
        let next = PartialState::from_js(&partial).apply(
            &self.inner.state.borrow(),
            &self.inner.start,
            &self.inner.dataset(),
        );
        self.send(Action::Replace(next));
    }

    /// Brings the timeline to the front with that event selected.
    #[wasm_bindgen(js_name = goTo)]
    pub fn go_to(&self, event: &str) {
        self.send(Action::GoTo(event.into()));
    }

    /// The state as a URL fragment without `#`, as differences from the start.
    #[wasm_bindgen(getter)]
    pub fn fragment(&self) -> String {
        to_fragment(&self.inner.state.borrow(), &self.inner.start)
    }

    /// Whether the last change was that the reader followed a reference to another record.
    #[wasm_bindgen(getter)]
    pub fn followed(&self) -> bool {
        self.inner.followed.get()
    }

    /// Takes the state from a URL fragment; one that is not ours changes nothing.
    #[wasm_bindgen(js_name = setFragment)]
    pub fn set_fragment(&self, fragment: &str) {
        if is_foreign(fragment, &self.inner.dataset()) {
            return;
        }
        let next = parse_fragment(fragment, &self.inner.start, &self.inner.dataset());
        self.send(Action::Replace(next));
    }

    /// Takes over changed options: views and heading level.
    ///
    /// # Errors
    /// Throws where `options` is not an object of the right shape.
    pub fn update(&self, options: JsValue) -> Result<(), JsValue> {
        let options = Options::from_js(&options)?;
        let views = available_views(&options.views, &self.inner.dataset());
        self.send(Action::SetViews(views.into()));
        self.set_props(&options);
        Ok(())
    }

    /// Shows the same data set in the words of another language.
    ///
    /// # Errors
    /// Throws where `options` is not an object of the right shape.
    #[wasm_bindgen(js_name = setData)]
    pub fn set_data(&self, data: &Data, options: JsValue) -> Result<(), JsValue> {
        let options = Options::from_js(&options)?;
        if let Some((dataset, _, messages)) = data.read() {
            self.inner.dataset.replace(dataset);
            self.inner.messages.set(messages);
            self.set_props(&options);
        }
        Ok(())
    }

    fn set_props(&self, options: &Options) {
        if let Ok(mut app) = self.app.try_borrow_mut()
            && let Some(app) = app.as_mut()
        {
            let state = self.inner.state.borrow().clone();
            app.update(props(&self.inner, options, state));
        }
    }

    /// Loads the code of all views that have a tab. What fails is loaded again when its view is shown.
    pub fn prefetch(&self) {
        for view in self.inner.state.borrow().views.iter() {
            preload(*view);
        }
    }

    /// Panics in a task of its own, as what the reader does may.
    #[cfg(feature = "test-hooks")]
    #[wasm_bindgen(js_name = testPanic)]
    pub fn test_panic(&self) {
        crate::ui::run_later(0, || panic!("a test has asked for it"));
    }

    /// Takes the widget off the page and returns its application, which is to be used again; nothing the
    /// second time.
    pub fn unmount(&self) -> Option<Vacant> {
        self.inner.dispatch.replace(None);
        let mut app = self.app.try_borrow_mut().ok()?.take()?;
        app.update(SlotProps { occupant: None });
        Some(Vacant {
            app,
            shown: self.inner.number + 1,
        })
    }
}
