//! A data set in the words of another language.
//!
//! Each text that the words have takes the place of the original; what they lack stays, and the record counts as not
//! translated.

use std::collections::HashSet;

use super::text::Text;
use super::types::*;
use super::vocabulary::Vocabulary;
use super::words::Words;

/// What has texts of its own.
pub(super) trait Translate {
    /// Puts the words in the place of the texts.
    fn translate(&mut self, to: &mut Translation<'_>);
}

/// The texts that have no words.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Gaps {
    /// Ids of the records that they are in.
    pub(super) ids: HashSet<Text>,
    /// Their paths in a file of words.
    pub(super) paths: Vec<String>,
}

/// The words for one record. It notes which texts have none.
pub(super) struct Translation<'a> {
    words: Option<&'a Words>,
    /// Where its words stand in the file.
    path: String,
    is_complete: bool,
    gaps: &'a mut Gaps,
}

impl<'a> Translation<'a> {
    pub(super) fn new(words: &'a Words, gaps: &'a mut Gaps) -> Self {
        Self {
            words: Some(words),
            path: "words".to_owned(),
            is_complete: true,
            gaps,
        }
    }

    /// The words for what stands inside this record.
    fn inner(&mut self, words: Option<&'a Words>, path: String) -> Translation<'_> {
        Translation {
            words,
            path,
            is_complete: true,
            gaps: self.gaps,
        }
    }

    fn lack(&mut self, key: &str) {
        self.is_complete = false;
        self.gaps.paths.push(format!("{}.{key}", self.path));
    }

    fn text(&mut self, key: &str, text: &mut Text) {
        match self.words.and_then(|words| words.text(key)) {
            Some(word) => *text = word.clone(),
            None => self.lack(key),
        }
    }

    fn optional(&mut self, key: &str, text: &mut Option<Text>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// A text that many languages leave as it is, such as a name.
    fn name(&mut self, key: &str, text: &mut Text) {
        if let Some(word) = self.words.and_then(|words| words.text(key)) {
            *text = word.clone();
        }
    }

    /// The same for a text that may be missing.
    fn optional_name(&mut self, key: &str, text: &mut Option<Text>) {
        if let Some(text) = text {
            self.name(key, text);
        }
    }

    /// Texts by their place.
    fn texts(&mut self, key: &str, texts: &mut [Text]) {
        let list = self.words.and_then(|words| words.get(key));
        for (place, text) in texts.iter_mut().enumerate() {
            match list.and_then(|list| list.at(place)) {
                Some(Words::Text(word)) if !word.is_empty() => *text = word.clone(),
                _ => self.lack(&format!("{key}[{place}]")),
            }
        }
    }

    /// Records by their ids.
    fn records<T: Translate>(&mut self, key: &str, records: &mut [T], id: impl Fn(&T) -> Text) {
        let list = self.words.and_then(|words| words.get(key));
        for record in records {
            let id = id(record);
            let path = format!("{}.{key}.{id}", self.path);
            let mut inner = self.inner(list.and_then(|list| list.get(&id)), path);
            record.translate(&mut inner);
            if !inner.is_complete {
                self.gaps.ids.insert(id);
            }
        }
    }

    /// Records without ids, by their places.
    fn items<T: Translate>(&mut self, key: &str, items: &mut [T]) {
        let list = self.words.and_then(|words| words.get(key));
        for (place, item) in items.iter_mut().enumerate() {
            let path = format!("{}.{key}[{place}]", self.path);
            let mut inner = self.inner(list.and_then(|list| list.at(place)), path);
            item.translate(&mut inner);
            let is_complete = inner.is_complete;
            self.is_complete &= is_complete;
        }
    }

    /// What stands under a key.
    fn inside<T: Translate>(&mut self, key: &str, record: &mut T) {
        let path = format!("{}.{key}", self.path);
        let words = self.words.and_then(|words| words.get(key));
        record.translate(&mut self.inner(words, path));
    }
}

impl Translate for Document {
    fn translate(&mut self, to: &mut Translation<'_>) {
        to.inside("meta", &mut self.meta);
        to.records("actors", &mut self.actors, |it| it.id.clone());
        to.records("events", &mut self.events, |it| it.id.clone());
        to.records("links", &mut self.links, |it| it.id.clone());
        to.records("levels", &mut self.levels, |it| it.id.clone());
        to.records("definitions", &mut self.definitions, |it| it.id.clone());
        to.records("dimensions", &mut self.dimensions, |it| it.id.clone());
        to.records("models", &mut self.models, |it| it.id.clone());
        to.records("benchmarks", &mut self.benchmarks, |it| it.id.clone());
        to.records("yardsticks", &mut self.yardsticks, |it| it.id.clone());
        if let Some(story) = &mut self.story {
            to.inside("story", story);
        }
        if let Some(decide) = &mut self.decide {
            to.inside("decide", decide);
        }
        to.records("glossary", &mut self.glossary, |it| it.id.clone());
        to.records("claims", &mut self.claims, |it| it.id.clone());
        to.records("method", &mut self.method, |it| it.id.clone());
        to.records("corrections", &mut self.corrections, |it| it.id.clone());
    }
}

impl Translate for Meta {
    fn translate(&mut self, to: &mut Translation<'_>) {
        to.text("title", &mut self.title);
        to.records("presets", &mut self.presets, |it| it.id.clone());
        to.records("eras", &mut self.eras, |it| it.id.clone());
    }
}

/// Says which fields of a record are texts, each with its key.
macro_rules! texts {
    ($($record:ty { $($how:ident $field:ident),+ $(,)? })+) => {
        $(impl Translate for $record {
            fn translate(&mut self, to: &mut Translation<'_>) {
                $(to.$how(stringify!($field), &mut self.$field);)+
            }
        })+
    };
}

texts! {
    Preset { text name }
    Era { text name, optional summary }
    Actor { name name }
    Event { text title, optional short, optional summary, optional note }
    Link { optional note }
    Level { text name, text definition, texts examples, optional run, optional study }
    Definition { text name, text text }
    Claim { text text }
    Model { optional_name licence, optional note, items prices, items scores }
    Price { optional note, optional correction }
    Score { name tester, optional note }
    Benchmark { name name, text description, optional comparable }
    Yardstick { text text }
    StoryStep { text title, text text }
    Need { text name, text question }
    NeedScore { text reason }
    Profile { text name, text text }
    Assumption { text note }
    GlossaryTerm { name term, text definition }
    FactCheck { text claim, text explanation, optional correction }
    MethodText { text title, text text }
    Correction { text text }
}

impl Translate for Dimension {
    fn translate(&mut self, to: &mut Translation<'_>) {
        to.text("name", &mut self.name);
        to.optional("question", &mut self.question);
        to.optional("contested", &mut self.contested);
        to.optional("crux", &mut self.crux);
        to.records("open", &mut self.open, |it| it.id.clone());
        to.records("closed", &mut self.closed, |it| it.id.clone());
        to.records("evidence", &mut self.evidence, |it| it.id.clone());
    }
}

impl Translate for Story {
    fn translate(&mut self, to: &mut Translation<'_>) {
        to.texts("takeaway", &mut self.takeaway);
        to.records("steps", &mut self.steps, |it| it.id.clone());
    }
}

impl Translate for Decide {
    fn translate(&mut self, to: &mut Translation<'_>) {
        to.records("needs", &mut self.needs, |it| it.id.clone());
        // A score has no id of its own.
        to.records("scores", &mut self.scores, |it| {
            format!("{}/{}", it.need, it.level).into()
        });
        to.records("profiles", &mut self.profiles, |it| it.id.clone());
        to.records("cost", &mut self.cost, |it| it.id.as_str().into());
    }
}
