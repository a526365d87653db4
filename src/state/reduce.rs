//! The reducer: the next state for an action.

use std::rc::Rc;

use super::action::Action;
use super::known::{
    known_benchmark, known_models, known_needs, known_question, known_step, search_text,
};
use super::view_state::{MAX_MODELS, SideOrder, View, ViewState};
use crate::dataset::{Dataset, Text};
use crate::date::{DateRange, SHORTEST, range_from_days};
use crate::definition::Rule;
use crate::interval::fit;
use crate::query;

/// Returns the next state, for every action on every state. An event that is not in the data set is never
/// selected, and a view that is not shown is never in front.
pub fn reduce(state: &ViewState, action: Action, data: &Dataset) -> ViewState {
    let is_by_host = matches!(action, Action::Replace(_) | Action::SetViews(_));
    let mut next = state.clone();
    next.target = None;
    next.back = None;
    match action {
        Action::Show(view) => next.view = view,
        Action::Visit(view, id) => {
            if view == View::Models {
                next.clear_filters();
            }
            if view == View::Compare {
                next.question = known_question(&id, data);
            }
            if view == View::Story {
                next.step = known_step(&id, data).or(next.step);
            }
            next.view = view;
            next.target = Some(id);
        }
        Action::Select(event) => {
            select(&mut next, event.as_deref(), data);
            next.target = next.event.clone();
        }
        Action::ToggleEvent(event) => {
            let event = (state.event.as_ref() != Some(&event)).then_some(event);
            select(&mut next, event.as_deref(), data);
            next.target = next.event.clone();
        }
        Action::Follow(action, from) => {
            let there = reduce(&next, *action, data);
            // A reference to what is not there, or not shown, leads nowhere.
            let is_followed = there != next;
            next = there;
            next.back = is_followed.then(|| before(state, from));
        }
        Action::Back => {
            if let Some(back) = &state.back {
                next = (**back).clone();
            }
        }
        Action::GoTo(event) => {
            if data.event(&event).is_none() {
                return state.clone();
            }
            go_to(&mut next, &event, data);
        }
        Action::SetRange(range) => next.range = range,
        Action::Toggle(filter, value) => next.filters.toggle(filter, &value, data),
        Action::Search(text) => next.search = search_text(&text),
        Action::ClearFilters => next.clear_filters(),
        Action::SwapSides => {
            next.order = if state.order.open_first(data) {
                SideOrder::ClosedFirst
            } else {
                SideOrder::OpenFirst
            };
        }
        Action::SetDefinition(definition) => next.definition = definition,
        Action::ToggleModel(id) => toggle_model(&mut next.models, &id, data),
        Action::SetBenchmark(id) => next.benchmark = known_benchmark(&id, data),
        Action::SetStep(id) => next.step = known_step(&id, data),
        Action::SetQuestion(id) => next.question = known_question(&id, data),
        Action::SetWeights(weights) => next.weights = known_needs(weights, data),
        Action::SetLang(lang) => next.lang = Some(lang),
        Action::Replace(other) => next = replaced(state, other, data),
        Action::SetViews(views) => next.views = views,
    }
    if next.shows(next.view) {
        return next;
    }
    // A reader's action that leads to a view that is not shown does nothing.
    let Some(first) = next.views.first().copied().filter(|_| is_by_host) else {
        return state.clone();
    };
    next.view = if next.shows(state.view) {
        state.view
    } else {
        first
    };
    next
}

/// The state to go back to, with the record in sight from which a reference was followed.
fn before(state: &ViewState, from: Option<Text>) -> Rc<ViewState> {
    let target = match state.view {
        View::Timeline => state.event.clone(),
        View::Compare | View::Models | View::Sources => from,
        View::Story | View::Decide => None,
    };
    Rc::new(ViewState {
        target,
        back: None,
        ..state.clone()
    })
}

/// Selects an event; none where the data set does not have it. The range moves to show it.
fn select(state: &mut ViewState, id: Option<&str>, data: &Dataset) {
    let event = id.and_then(|id| data.event(id));
    state.event = event.map(|event| event.id.clone());
    if let (Some(event), Some(range)) = (event, state.range) {
        state.range = reveal(range, event.date.midpoint(), data);
    }
}

/// Brings the timeline to the front with an event selected, and clears filters that hide the event.
fn go_to(state: &mut ViewState, id: &str, data: &Dataset) {
    state.view = View::Timeline;
    select(state, Some(id), data);
    state.target = state.event.clone();
    let rule = Rule::new(data, state.definition);
    let is_hidden = data
        .event(id)
        .map(|event| rule.applied(event))
        .is_some_and(|event| !query::matches(data, &event, &state.filters, &state.search));
    if is_hidden {
        state.clear_filters();
    }
}

fn toggle_model(models: &mut Vec<Text>, id: &Text, data: &Dataset) {
    let before = models.len();
    models.retain(|other| other != id);
    if models.len() == before && before < MAX_MODELS && data.model(id).is_some() {
        models.push(id.clone());
    }
}

/// Another state in place of this one, with unknown values left out.
fn replaced(state: &ViewState, other: ViewState, data: &Dataset) -> ViewState {
    // A new range is shown as it is. A new event in the same range moves it.
    let may_move = other.event != state.event && other.range == state.range;
    let range = other.range.and_then(|range| on_axis(range, data));
    let event = other.event.clone();
    let mut next = ViewState {
        filters: other.filters.known(data),
        search: search_text(&other.search),
        models: known_models(&other.models, data),
        step: other.step.as_deref().and_then(|id| known_step(id, data)),
        question: (other.question.as_deref()).and_then(|id| known_question(id, data)),
        weights: known_needs(other.weights.clone(), data),
        benchmark: other
            .benchmark
            .as_deref()
            .and_then(|id| known_benchmark(id, data)),
        target: None,
        back: None,
        views: state.views.clone(),
        ..other
    };
    select(&mut next, event.as_deref(), data);
    if !may_move {
        next.range = range;
    }
    // The browser's own way back leads to the same record.
    if let Some(back) = &state.back {
        next.target = back.target.clone();
        if next == **back {
            return next;
        }
        next.target = None;
    }
    next
}

/// A range moved as little as needed to show a time, a tenth of its length away from its edge. `None`
/// is the whole axis.
fn reveal(range: DateRange, time: f64, data: &Dataset) -> Option<DateRange> {
    let (start, end) = range.days();
    let (start, end) = (f64::from(start), f64::from(end));
    let margin = (end - start) * 0.1;
    let shift = if time < start {
        time - margin - start
    } else if time > end {
        time + margin - end
    } else {
        return Some(range);
    };
    fitted((start + shift, end + shift), data)
}

/// What the timeline shows of a range: the range itself, unless it leaves the axis. `None` is the whole
/// axis.
fn on_axis(range: DateRange, data: &Dataset) -> Option<DateRange> {
    let (start, end) = range.days();
    let fitted = fitted((f64::from(start), f64::from(end)), data)?;
    let is_same = fitted.days() == range.days();
    Some(if is_same { range } else { fitted })
}

/// A time span, in days since 1970-01-01, fitted into the axis. `None` is the whole axis.
fn fitted(span: (f64, f64), data: &Dataset) -> Option<DateRange> {
    let axis = data.span();
    let (start, end) = fit(span, axis, SHORTEST);
    ((start, end) != axis).then(|| range_from_days(start, end))
}
