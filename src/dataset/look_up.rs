//! The data set that has been read. Records are found by id.

use std::collections::HashMap;
use std::rc::Rc;

use super::text::Text;
use super::translate::{Gaps, Translate, Translation};
use super::types::*;
use super::vocabulary::Side;
use super::words::WordsFile;
use crate::date::{DateRange, PartialDate};
use crate::text::Normalize;

/// A data set that has been read: sound records only, events and models in date order, and look-ups
/// by id. Cheap to clone.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The sound records.
    pub document: Rc<Document>,
    look_up: Rc<LookUp>,
    /// The events, where some have another side than the editors chose.
    reassigned: Option<Rc<[Event]>>,
    /// The language in which it was written, and the texts that stand in it: none where no other words have taken
    /// their place.
    original: Option<Rc<(Text, Gaps)>>,
    /// How its texts are compared with what a reader searches for.
    pub normalize: Normalize,
}

/// Positions of records by id.
#[derive(Debug, PartialEq)]
pub(super) struct LookUp {
    pub events: HashMap<Text, usize>,
    pub sources: HashMap<Text, usize>,
    pub actors: HashMap<Text, usize>,
    pub levels: HashMap<Text, usize>,
    pub models: HashMap<Text, usize>,
    pub benchmarks: HashMap<Text, usize>,
    pub span: (f64, f64),
    pub date: PartialDate,
}

/// Finds a record of a list by id.
fn find<'a, T>(records: &'a [T], positions: &HashMap<Text, usize>, id: &str) -> Option<&'a T> {
    positions
        .get(id)
        .and_then(|position| records.get(*position))
}

/// Id of the preset for the whole span.
const ALL: &str = "all";

/// The date of the data: the one that the editors give, or the end of the last event.
pub(super) fn date_of(meta: &Meta, events: &[Event]) -> PartialDate {
    let ends = events.iter().map(|event| event.end.unwrap_or(event.date));
    let last = || ends.max_by_key(|end| end.end_day());
    meta.updated.or_else(last).unwrap_or(PartialDate::EPOCH)
}

/// The whole span: the range of the preset `all` where the data set has one, or from the first event to the end of
/// the last with a little room.
pub(super) fn span_of(meta: &Meta, events: &[Event]) -> (f64, f64) {
    let mut presets = meta.presets.iter();
    let preset = presets.find(|preset| &*preset.id == ALL);
    if let Some(range) = preset.and_then(|preset| preset.range) {
        let (start, end) = range.days();
        return (f64::from(start), f64::from(end));
    }
    let first = events.first();
    let start = first.map_or(0.0, |event| f64::from(event.date.first_day()));
    let ends = events
        .iter()
        .map(|event| f64::from(event.end.unwrap_or(event.date).end_day()));
    let end = ends.fold(start, f64::max);
    let room = ((end - start) * 0.03).max(1.0);
    (start - room, end + room)
}

impl Dataset {
    pub(super) fn new(document: Document, look_up: LookUp) -> Self {
        Self {
            document: Rc::new(document),
            look_up: Rc::new(look_up),
            reassigned: None,
            original: None,
            normalize: Normalize::default(),
        }
    }

    /// The same data set with sides from a function.
    #[must_use]
    pub fn with_sides(&self, side: impl Fn(&Event) -> Side) -> Self {
        let events = self.document.events.iter().map(|event| Event {
            side: side(event),
            ..event.clone()
        });
        Self {
            reassigned: Some(events.collect()),
            ..self.clone()
        }
    }

    /// The same data set in the words of another language. What they lack stays as it is.
    #[must_use]
    pub fn translated(&self, file: &WordsFile) -> Self {
        let mut document = (*self.document).clone();
        let mut gaps = Gaps::default();
        let original = document.meta.lang.clone();
        document.translate(&mut Translation::new(&file.words, &mut gaps));
        document.meta.lang = file.lang.clone();
        Self {
            document: Rc::new(document),
            look_up: self.look_up.clone(),
            reassigned: None,
            original: Some(Rc::new((original, gaps))),
            normalize: self.normalize,
        }
    }

    /// The language of the record with that id, where it is another one than that of the data set.
    pub fn lang_of(&self, id: &str) -> Option<&Text> {
        let (lang, gaps) = self.original.as_deref()?;
        gaps.ids.contains(id).then_some(lang)
    }

    /// The paths, in a file of words, of the texts that have none.
    pub fn untranslated(&self) -> &[String] {
        let original = self.original.as_deref();
        original.map_or(&[], |(_, gaps)| &gaps.paths)
    }

    /// About the data set as a whole.
    pub fn meta(&self) -> &Meta {
        &self.document.meta
    }

    /// The events, by date and then by weight.
    pub fn events(&self) -> &[Event] {
        self.reassigned.as_deref().unwrap_or(&self.document.events)
    }

    /// The first and the last time of the timeline, in days since 1970-01-01.
    pub fn span(&self) -> (f64, f64) {
        self.look_up.span
    }

    /// The date of the data: `meta.updated`, or the end of the last event.
    pub fn date(&self) -> PartialDate {
        self.look_up.date
    }

    /// The range of a preset; `None` is the whole span.
    ///
    /// That is its `range`, or so many whole months as it says, of which the last is the month of
    /// [`Dataset::date`] (December, where only the year is known). The preset `all` is the whole span.
    pub fn preset_range(&self, preset: &Preset) -> Option<DateRange> {
        if &*preset.id == ALL {
            return None;
        }
        preset.range.or_else(|| self.last_months(preset.months?))
    }

    /// So many whole months up to that of the date of the data.
    fn last_months(&self, count: u16) -> Option<DateRange> {
        let date = self.date();
        // Months since the year 0.
        let last = date.year() * 12 + i32::from(date.month().unwrap_or(12)) - 1;
        let month = |number: i32| {
            let month = number.rem_euclid(12) + 1;
            PartialDate::from_year_month(number.div_euclid(12), u8::try_from(month).ok()?)
        };
        DateRange::new(month(last - i32::from(count) + 1)?, month(last)?)
    }

    /// The date with which an era ends: its own, or that of the data, though never before its start.
    pub fn era_end(&self, era: &Era) -> PartialDate {
        let date = self.date();
        let is_begun = era.start.first_day() < date.end_day();
        era.end.unwrap_or(if is_begun { date } else { era.start })
    }

    /// The corrections of an event, a model or a claim.
    pub fn corrections_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Correction> {
        let corrections = self.document.corrections.iter();
        corrections.filter(move |correction| correction.item.as_deref() == Some(id))
    }

    /// Position of the event with that id in [`Dataset::events`].
    pub fn event_position(&self, id: &str) -> Option<usize> {
        self.look_up.events.get(id).copied()
    }

    /// The event with that id.
    pub fn event(&self, id: &str) -> Option<&Event> {
        find(self.events(), &self.look_up.events, id)
    }

    /// The source with that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        find(&self.document.sources, &self.look_up.sources, id)
    }

    /// Position of the source with that id in [`Document::sources`].
    pub fn source_position(&self, id: &str) -> Option<usize> {
        self.look_up.sources.get(id).copied()
    }

    /// Position of the actor with that id in [`Document::actors`].
    pub fn actor_position(&self, id: &str) -> Option<usize> {
        self.look_up.actors.get(id).copied()
    }

    /// Position of the level with that id in [`Document::levels`].
    pub fn level_position(&self, id: &str) -> Option<usize> {
        self.look_up.levels.get(id).copied()
    }

    /// The actor with that id.
    pub fn actor(&self, id: &str) -> Option<&Actor> {
        find(&self.document.actors, &self.look_up.actors, id)
    }

    /// The level of openness with that id.
    pub fn level(&self, id: &str) -> Option<&Level> {
        find(&self.document.levels, &self.look_up.levels, id)
    }

    /// The definition of "open" with that id.
    pub fn definition(&self, id: &str) -> Option<&Definition> {
        let mut definitions = self.document.definitions.iter();
        definitions.find(|definition| &*definition.id == id)
    }

    /// Position of the question of the comparison with that id, or with a claim of that id.
    pub fn question_position(&self, id: &str) -> Option<usize> {
        let has = |dimension: &Dimension| {
            &*dimension.id == id || dimension.claims().any(|claim| &*claim.id == id)
        };
        self.document.dimensions.iter().position(has)
    }

    /// The step of the story with that id.
    pub fn step_position(&self, id: &str) -> Option<usize> {
        let steps = &self.document.story.as_ref()?.steps;
        steps.iter().position(|step| &*step.id == id)
    }

    /// The models, by release; those without a date last.
    pub fn models(&self) -> &[Model] {
        &self.document.models
    }

    /// Position of the model with that id in [`Dataset::models`].
    pub fn model_position(&self, id: &str) -> Option<usize> {
        self.look_up.models.get(id).copied()
    }

    /// The model with that id.
    pub fn model(&self, id: &str) -> Option<&Model> {
        find(self.models(), &self.look_up.models, id)
    }

    /// The benchmark with that id.
    pub fn benchmark(&self, id: &str) -> Option<&Benchmark> {
        find(&self.document.benchmarks, &self.look_up.benchmarks, id)
    }

    /// The links that end at that event: what led to it.
    pub fn links_to<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.document
            .links
            .iter()
            .filter(move |link| &*link.to == id)
    }

    /// The links that start at that event: what followed from it.
    pub fn links_from<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Link> {
        self.document
            .links
            .iter()
            .filter(move |link| &*link.from == id)
    }
}

#[cfg(test)]
mod tests {
    use super::super::load;

    #[test]
    fn a_claim_is_at_the_place_of_its_question() {
        let claim = |id: &str, cell: &str| {
            format!(
                r#""{cell}":[{{"id":"{id}-{cell}","text":"T","kind":"fact","strength":"open","sources":[]}}]"#
            )
        };
        let question = |id: &str| {
            let cells = ["open", "closed", "evidence"].map(|cell| claim(id, cell));
            format!(r#"{{"id":"{id}","name":"N",{}}}"#, cells.join(","))
        };
        let text = format!(
            r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020","title":"E"}}],"dimensions":[{},{}]}}"#,
            question("a"),
            question("b")
        );
        let places = load(&text).map(|loaded| {
            ["a", "b", "b-open", "b-closed", "b-evidence", "gone"]
                .map(|id| loaded.dataset.question_position(id))
        });
        assert_eq!(
            places,
            Ok([Some(0), Some(1), Some(1), Some(1), Some(1), None])
        );
    }
}
