//! What the views without a memory of their own are given.

use yew::prelude::*;

use super::context::{App, Surface};
use super::filters::Unfolded;
use super::hooks;
use crate::charts::PriceKind;
use crate::date::Day;
use crate::models::Sort;
use crate::state::ViewState;

/// What the reader has set in them and no link keeps.
#[derive(Clone, Copy, Default, PartialEq)]
pub(super) struct Settings {
    /// The order of the table of models.
    pub sort: Sort,
    /// The only year of release to show models of.
    pub year: Option<i32>,
    /// What of the filters of models is unfolded.
    pub unfolded: Unfolded,
    /// Where the frontier is read; `None` is the newest scored model.
    pub frontier_day: Option<Day>,
    /// Where the prices are read; `None` is the newest price.
    pub price_day: Option<Day>,
    pub price_kind: PriceKind,
    /// Positions of the levels that stand side by side in a narrow container; `None` is the one that
    /// stands there at first.
    pub pins: [Option<usize>; 2],
}

/// What the views without a memory of their own are given.
pub(super) struct Stage<'a> {
    pub app: &'a App,
    pub state: &'a ViewState,
    pub settings: &'a Settings,
    pub set: &'a Callback<Settings>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// What the view stands in.
    pub node: NodeRef,
}

impl Stage<'_> {
    /// A handler that changes the settings by what stands in the control it came from.
    pub fn on<E: AsRef<Event> + 'static>(
        &self,
        change: impl Fn(&mut Settings, String) + 'static,
    ) -> Callback<E> {
        let (settings, set) = (*self.settings, self.set.clone());
        Callback::from(move |event: E| {
            let mut settings = settings;
            change(&mut settings, hooks::value(event.as_ref()));
            set.emit(settings);
        })
    }

    pub fn is_live(&self) -> bool {
        self.app.surface == Surface::Live
    }
}

/// A control under its name: a list to choose from.
pub(super) fn choice(
    label: &'static str,
    options: Vec<(String, String)>,
    chosen: &str,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <label class="ovc-choice">
            <span class="ovc-label">{ label }</span>
            <select class="ovc-button" {onchange}>
                { for options.into_iter().map(|(value, name)| html! {
                    <option value={value.clone()} selected={value == chosen}>{ name }</option>
                }) }
            </select>
        </label>
    }
}
