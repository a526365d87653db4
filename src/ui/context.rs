//! The contexts that components read, and helpers that write text and markup with them.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::dataset_prop::SharedDataset;
use super::hooks::SharedMeasure;
use super::settings::{Settings, SettingsChange};
use crate::dataset::{Dataset, Text};
use crate::date::{PartialDate, Precision};
use crate::definition::{DefinitionId, Rule};
use crate::locale::Formats;
use crate::locale::{Messages, fill};
use crate::query::search::Query;
use crate::state::{Action, View, ViewState};
use crate::text::{Normalize, Span, spans};

/// Below this width, in CSS pixels, the timeline is a list, the comparison shows one question at a time, and the
/// style sheet folds controls.
pub(super) const NARROW: f64 = 560.0;

/// Where the components are rendered to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Surface {
    /// To static HTML, for a page without scripts: everything is included.
    Static,
    /// On paper: with nothing folded and the sources as numbered notes.
    Print,
    /// In the browser.
    Live,
}

/// The context of all components. Cheap to clone and to compare; it changes rarely.
#[derive(Clone)]
pub struct App {
    pub data: Rc<Dataset>,
    pub formats: Formats,
    pub words: &'static Messages,
    pub dispatch: Callback<Action>,
    pub surface: Surface,
    /// Level of the widget's own heading, 1 to 5.
    pub heading_level: u8,
    /// The definition of "open" in force. The sides in `data` follow from it.
    pub definition: DefinitionId,
    pub rule: Rc<Rule>,
    /// Announcement of what a switch of the definition has just changed; empty after the next
    /// action.
    pub news: AttrValue,
    /// The notes of what is on paper.
    pub notes: Notes,
    /// Whether only the heart of a view is shown, inside another view.
    pub is_excerpt: bool,
}

/// The sources in the notes at the end of what is on paper, in the order of their numbers. Each gets its number
/// when the first reference to it is drawn.
#[derive(Clone, Default)]
pub struct Notes(Rc<RefCell<Vec<Text>>>);

impl Notes {
    /// The number of the note for a source, counted from 1.
    pub fn number(&self, source: &Text) -> usize {
        let mut all = self.0.borrow_mut();
        let known = all.iter().position(|id| id == source);
        known.unwrap_or_else(|| {
            all.push(source.clone());
            all.len() - 1
        }) + 1
    }

    /// The sources that have a number.
    pub fn sources(&self) -> Vec<Text> {
        self.0.borrow().clone()
    }
}

impl PartialEq for App {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.data, &other.data)
            && self.formats == other.formats
            && core::ptr::eq(self.words, other.words)
            && self.dispatch == other.dispatch
            && self.surface == other.surface
            && self.heading_level == other.heading_level
            && self.definition == other.definition
            && self.news == other.news
            && self.is_excerpt == other.is_excerpt
    }
}

/// What the reader is looking at. It changes with nearly every action, so only the roots of views
/// ask for it; other components get what they need as props.
#[derive(Clone, PartialEq)]
pub struct ViewContext {
    /// The data set as it was loaded, before the definition of "open" gives sides.
    pub source: SharedDataset,
    /// The state that links carry.
    pub state: Rc<ViewState>,
    /// The settings that links do not carry.
    pub settings: Settings,
    /// Changes the settings.
    pub set: Callback<SettingsChange>,
    /// Width of the view in CSS pixels.
    pub width: f64,
    /// The element around the view.
    pub node: NodeRef,
    /// The view in whose static form the reader was when the live one replaced it. It starts with the
    /// same content.
    pub static_view: Option<View>,
    /// Whether a view has been drawn before. Later views are drawn at once.
    pub was_drawn: bool,
    /// Called by a view when all of it is drawn.
    pub on_drawn: Callback<()>,
    /// Renders a view whose code may have to be loaded first: for a part of it inside another view.
    pub render: Callback<View, Html>,
    /// Measures the labels of the timeline once their font is known. It outlives a change of tab.
    pub text_measure: SharedMeasure,
}

/// The context of the widget around a component.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "the root of the widget provides it to all that stands in it"
)]
pub fn use_app() -> App {
    use_context::<App>().expect("the component stands in the widget")
}

/// A callback that changes one of the settings and leaves the others as they are.
#[hook]
pub fn use_setting<T: 'static>(view: &ViewContext, change: fn(&mut Settings, T)) -> Callback<T> {
    use_callback(
        view.set.clone(),
        move |value: T, set: &Callback<SettingsChange>| {
            set.emit(Box::new(move |settings| change(settings, value)));
        },
    )
}

/// What the reader is looking at, for the root of a view.
#[hook]
#[expect(
    clippy::expect_used,
    reason = "the root of the widget provides it to all that stands in it"
)]
pub fn use_view_context() -> ViewContext {
    use_context::<ViewContext>().expect("the component stands in the widget")
}

/// The words of a search, to be marked in titles and texts. A view that searches provides it.
#[derive(Clone, Default, PartialEq)]
pub struct Highlight(pub Rc<Query>);

/// The words of the search to mark; none in a view without a search.
#[hook]
pub fn use_highlight() -> Highlight {
    use_context::<Highlight>().unwrap_or_default()
}

impl Highlight {
    /// A title of the data set, with the words marked.
    pub fn marked(&self, text: &Text) -> Html {
        if self.0.is_empty() {
            return html! { attr(text) };
        }
        marked(text, &self.0)
    }

    /// A text of the data set, with its emphasis and with the words marked.
    pub fn rich(&self, text: &Text) -> Html {
        emphasised(text, &self.0)
    }
}

impl App {
    /// A heading, `below` levels under the widget's own; at most level 6.
    pub fn heading(&self, below: u8, class: &'static str, content: Html) -> Html {
        self.heading_with_id(below, class, None, content)
    }

    /// A heading with an id, so that it can label another element.
    pub fn heading_with_id(
        &self,
        below: u8,
        class: &'static str,
        id: Option<AttrValue>,
        content: Html,
    ) -> Html {
        let level = self.heading_level.saturating_add(below).clamp(1, 6);
        html! { <@{format!("h{level}")} {class} {id}>{ content }</@> }
    }

    /// The language of the record with that id, where it has no words in that of the data set.
    pub fn lang_of(&self, id: &str) -> Option<AttrValue> {
        self.data.lang_of(id).map(attr)
    }

    /// Whether the widget is in a browser, where the reader can act on it.
    pub fn is_live(&self) -> bool {
        self.surface == Surface::Live
    }

    /// How texts are compared. The static page is made without a browser, which has the tables of Unicode.
    pub fn normalize(&self) -> Normalize {
        match self.surface {
            Surface::Static => Normalize::default(),
            Surface::Print | Surface::Live => self.data.normalize,
        }
    }

    /// Whether text and the time axis run from right to left.
    pub fn is_rtl(&self) -> bool {
        crate::text::direction(&self.data.meta().lang) == "rtl"
    }

    /// A callback that sends one action, whatever the event.
    pub fn on<E>(&self, action: impl Fn() -> Action + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: E| dispatch.emit(action()))
    }

    /// Two dates in words, or one where they are the same.
    pub fn date_span(&self, from: PartialDate, to: PartialDate) -> String {
        let first = self.formats.date(from);
        if from == to {
            return first;
        }
        let last = self.formats.date(to);
        fill(self.words.date_until, &[("from", &first), ("to", &last)])
    }

    /// The date of an event in words, with its uncertainty.
    pub fn spoken_date(&self, event: &crate::dataset::Event) -> String {
        let mut text = self.date_span(event.date, event.end.unwrap_or(event.date));
        let messages = self.words;
        let precision = event.date.precision();
        let doubt = if !event.disputed.is_empty() {
            let known = precision == Precision::Day;
            let pattern = if known {
                messages.date_disputed
            } else {
                messages.date_uncertain
            };
            fill(pattern, &[("dates", &self.dates(&event.disputed))])
        } else if event.end.is_some() || precision == Precision::Day {
            return text;
        } else if precision == Precision::Month {
            messages.date_month_only.to_owned()
        } else {
            messages.date_year_only.to_owned()
        };
        text.push_str(" (");
        text.push_str(&doubt);
        text.push(')');
        text
    }

    /// Several dates in words, of which one is right.
    fn dates(&self, dates: &[PartialDate]) -> String {
        let words: Vec<String> = dates.iter().map(|date| self.formats.date(*date)).collect();
        match words.split_last() {
            Some((last, first)) if !first.is_empty() => fill(
                self.words.or,
                &[("first", &first.join(", ")), ("last", last)],
            ),
            _ => words.concat(),
        }
    }
}

/// A text of the data set, with its emphasis. Markup in it is shown as text.
pub(super) fn rich(text: &Text) -> Html {
    emphasised(text, &Query::default())
}

fn emphasised(text: &Text, query: &Query) -> Html {
    let pieces = spans(text);
    if let ([Span::Plain(_)], true) = (&pieces[..], query.is_empty()) {
        return html! { attr(text) };
    }
    pieces
        .into_iter()
        .map(|piece| match piece {
            Span::Plain(text) => marked(text, query),
            Span::Emphasis(text) => html! { <em>{ marked(text, query) }</em> },
        })
        .collect::<Html>()
}

/// A text with the words of a search marked.
pub(super) fn marked(text: &str, query: &Query) -> Html {
    let mut pieces = Vec::new();
    let mut at = 0;
    let piece = |range: core::ops::Range<usize>| text.get(range).unwrap_or_default().to_owned();
    for range in query.highlights(text) {
        pieces.push(html! { piece(at..range.start) });
        at = range.end;
        pieces.push(html! { <mark>{ piece(range) }</mark> });
    }
    pieces.push(html! { piece(at..text.len()) });
    pieces.into_iter().collect::<Html>()
}

/// A text of the data set as an attribute or a text node.
pub(super) fn attr(text: &Text) -> AttrValue {
    AttrValue::from(text.clone())
}

/// A truth value as an attribute.
pub(super) fn flag(is_true: bool) -> &'static str {
    if is_true { "true" } else { "false" }
}
