//! The state of the widget, and its reducer.
//!
//! Given the data set and actions; returns the next state, and the data set with the sides that the
//! definition of "open" in force gives.

use std::rc::Rc;

use yew::prelude::*;

use super::dataset_prop::SharedDataset;
use super::settings::{Settings, SettingsChange};
use crate::dataset::Dataset;
use crate::definition::{DefinitionChange, DefinitionId, Rule, changes_between};
use crate::query::is_key;
use crate::state::{Action, View, ViewState, available_views, reduce};

/// An action on the store.
#[allow(
    clippy::large_enum_variant,
    reason = "a change is dispatched and reduced at once, and never stored"
)]
pub enum Change {
    /// Something that the reader, a link or the host did.
    Do(Action),
    /// The reader changed a setting.
    Set(SettingsChange),
    /// The application shows another data set.
    Load(SharedDataset),
}

/// The state of one widget.
#[derive(Clone)]
pub struct Store {
    source: SharedDataset,
    /// What the reader is looking at.
    pub state: Rc<ViewState>,
    /// The settings that links do not carry.
    pub settings: Settings,
    /// The data set with the sides that the definition gives.
    pub data: Rc<Dataset>,
    /// The definition in force.
    pub rule: Rc<Rule>,
    /// What the last action has moved, where that was a switch of the definition.
    pub moved: Option<Rc<DefinitionChange>>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
            && self.state == other.state
            && self.settings == other.settings
            && Rc::ptr_eq(&self.data, &other.data)
            && self.moved == other.moved
    }
}

impl Store {
    /// The initial state of a widget. It leaves out what `start` asks for and the data set does not
    /// have.
    pub fn new(source: &SharedDataset, views: &[View], start: &ViewState) -> Self {
        let blank = ViewState {
            views: available_views(views, source).into(),
            ..ViewState::default()
        };
        let state = reduce(&blank, Action::Replace(start.clone()), source);
        let rule = Rule::new(source, state.definition);
        let settings = Settings {
            all_events: needs_all(&state, source),
            ..Settings::default()
        };
        Self {
            source: source.clone(),
            data: rule.apply_to(source),
            rule: Rc::new(rule),
            state: Rc::new(state),
            settings,
            moved: None,
        }
    }

    fn act(&mut self, action: Action) {
        let before = self.state.definition;
        let next = reduce(&self.state, action, &self.source);
        if next.definition != before {
            let moved = changes_between(&self.source, before, next.definition);
            self.moved = Some(Rc::new(moved));
            self.apply_definition(next.definition);
        }
        if next.view == View::Models && next.target.is_some() {
            // A reference may lead to a model of another year.
            self.settings.year = None;
        }
        // Stays so: the list must not lose what the reader has at hand.
        self.settings.all_events |= needs_all(&next, &self.source);
        if *self.state != next {
            self.state = Rc::new(next);
        }
    }

    fn apply_definition(&mut self, definition: DefinitionId) {
        let rule = Rule::new(&self.source, definition);
        self.data = rule.apply_to(&self.source);
        self.rule = Rc::new(rule);
    }
}

/// Whether the key events are not enough: the selected one is none, or a search, a filter or a range
/// looks among all.
fn needs_all(state: &ViewState, data: &Dataset) -> bool {
    let selected = state.event.as_deref().and_then(|id| data.event(id));
    state.is_narrowed() || selected.is_some_and(|event| !is_key(event))
}

impl Reducible for Store {
    type Action = Change;

    fn reduce(self: Rc<Self>, change: Change) -> Rc<Self> {
        if matches!(&change, Change::Load(source) if *source == self.source) {
            return self;
        }
        let mut next = (*self).clone();
        next.moved = None;
        match change {
            Change::Do(action) => next.act(action),
            Change::Set(change) => change(&mut next.settings),
            Change::Load(source) => {
                next.source = source;
                next.apply_definition(next.state.definition);
                next.act(Action::Replace((*next.state).clone()));
            }
        }
        next.into()
    }
}
