//! What the widget remembers, and how it is changed.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use yew::prelude::*;

use super::app::{AppProps, SharedDataset, available};
use super::hooks::{self, Place};
use super::stage::Settings;
use super::timeline;
use crate::dataset::Dataset;
use crate::definition::{DefinitionChange, DefinitionId, Rule, changes_between};
use crate::state::{Action, ViewState, reduce};

/// What the widget remembers from one rendering to the next. One memory for all of it, and two effects:
/// every hook weighs a kilobyte.
pub(super) struct Remembered {
    /// Of which widget it is: another one begins anew.
    pub turn: Option<u32>,
    pub state: ViewState,
    /// The state that was last told.
    pub told: Option<ViewState>,
    pub settings: Settings,
    /// The data set as the definition of "open" sees it.
    pub seen: Option<Seen>,
    /// What the last switch of the definition has changed, and from which one.
    pub moved: Option<(DefinitionId, DefinitionChange)>,
    /// Whether that was the last step of all.
    pub is_moved_now: bool,
    /// Where the marks were before that, until they have moved.
    pub places: Vec<Place>,
    pub dispatch: Callback<Action>,
    pub set: Callback<Settings>,
    /// What the timeline remembers while it is in front.
    pub timeline: Option<timeline::Memory>,
    /// What its axis remembers.
    pub axis: Rc<timeline::Axis>,
    /// Whether the whole view has been drawn once.
    pub is_ready: bool,
    pub node: NodeRef,
    /// Width of the views in CSS pixels.
    pub width: f64,
    pub printing: bool,
}

#[derive(Clone)]
pub(super) struct Seen {
    pub source: SharedDataset,
    pub definition: DefinitionId,
    pub data: Rc<Dataset>,
    pub rule: Rc<Rule>,
}

impl Remembered {
    pub fn new(props: &AppProps) -> Self {
        let start = Action::Replace(props.start.clone());
        let blank = ViewState {
            views: available(&props.views, &props.data).into(),
            ..ViewState::default()
        };
        Self {
            turn: props.turn,
            state: reduce(&blank, start, &props.data),
            told: None,
            settings: Settings::default(),
            seen: None,
            moved: None,
            is_moved_now: false,
            places: Vec::new(),
            dispatch: Callback::noop(),
            set: Callback::noop(),
            timeline: None,
            axis: Rc::default(),
            is_ready: false,
            node: NodeRef::default(),
            // The padding of the widget is part of the width that the loader measured.
            width: (props.width - 32.0).max(0.0),
            printing: false,
        }
    }

    /// The data set as it is seen now, made anew only where that has changed.
    pub fn seen(&mut self, source: &SharedDataset) -> Seen {
        let definition = self.state.definition;
        if let Some(seen) = &self.seen
            && seen.source == *source
        {
            if seen.definition == definition {
                return seen.clone();
            }
            self.moved = Some((
                seen.definition,
                changes_between(source, seen.definition, definition),
            ));
            self.is_moved_now = true;
            // The page still shows where they were.
            self.places = hooks::places(&self.node, ".ovc-axis [data-id]");
        }
        let rule = Rule::new(source, definition);
        let seen = Seen {
            source: source.clone(),
            definition,
            data: rule.apply_to(source),
            rule: Rc::new(rule),
        };
        self.seen = Some(seen.clone());
        seen
    }
}

/// The memory, and what renders the widget anew.
pub(super) type Memory = (Weak<RefCell<Remembered>>, UseForceUpdateHandle);

/// A callback that changes the memory; the change tells whether there is anything new to show. It does
/// not keep the memory alive: the memory keeps the callback.
pub(super) fn changing<T: 'static>(
    memory: &Memory,
    change: impl Fn(&mut Remembered, T) -> bool + 'static,
) -> Callback<T> {
    let (remembered, update) = memory.clone();
    Callback::from(move |value| {
        let remembered = remembered.upgrade();
        if remembered.is_some_and(|remembered| change(&mut remembered.borrow_mut(), value)) {
            update.force_update();
        }
    })
}

/// Puts a value in a place; whether it is another one.
pub(super) fn put<T: PartialEq>(place: &mut T, value: T) -> bool {
    let is_new = *place != value;
    *place = value;
    is_new
}
