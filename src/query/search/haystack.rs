//! The folded texts of all events, and searching them.

use core::cmp::Reverse;
use core::ops::Range;

use super::fold::push_folded;
use super::words::{Query, Word};
use crate::dataset::{Dataset, Event};
use crate::date::{PartialDate, Precision};
use crate::sort::sort_by_key;
use crate::text::Normalize;

/// Events whose texts are added in one step, which takes a few milliseconds.
const EVENTS_PER_STEP: usize = 4000;

/// What a match in the title counts more than one in other texts.
const TITLE_BONUS: u32 = 6;
/// What a match in the summary counts more than one in other texts.
const SUMMARY_BONUS: u32 = 3;

/// The folded texts of events, in one string, so that a search reads them from end to end.
///
/// It can be filled in steps, because the texts of 100,000 events take longer than a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Haystack {
    text: String,
    /// Where the texts of each event end.
    ends: Vec<Ends>,
}

/// Where the texts of an event end, in bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Ends {
    title: usize,
    summary: usize,
    all: usize,
}

impl Haystack {
    /// The texts of all events: title, summary, note, actors, level, and date. `words` returns a date in
    /// words.
    pub fn new(data: &Dataset, words: &dyn Fn(PartialDate) -> String) -> Self {
        Self::of(data, data.events(), words)
    }

    pub(super) fn of(
        data: &Dataset,
        events: &[Event],
        words: &dyn Fn(PartialDate) -> String,
    ) -> Self {
        let mut haystack = Self::default();
        haystack.add(data, events, words);
        haystack
    }

    /// Adds the texts of the next few events; returns whether all are added.
    pub fn step(&mut self, data: &Dataset, words: &dyn Fn(PartialDate) -> String) -> bool {
        let rest = data.events().get(self.ends.len()..).unwrap_or_default();
        let (next, rest) = rest.split_at(rest.len().min(EVENTS_PER_STEP));
        self.add(data, next, words);
        rest.is_empty()
    }

    fn add(&mut self, data: &Dataset, events: &[Event], words: &dyn Fn(PartialDate) -> String) {
        // Formatting a date calls JavaScript, which is slow. Events of a month follow each other, so that
        // each month is formatted once.
        let mut last_month = None;
        let mut month_words = String::new();
        for event in events {
            let month = event.date.truncated(Precision::Month);
            if last_month != Some(month) {
                last_month = Some(month);
                month_words = words(month);
            }
            let mut push = |text: &str| self.push(text, data.normalize);
            let title = push(&event.title);
            let summary = push(event.summary.as_deref().unwrap_or_default());
            push(event.note.as_deref().unwrap_or_default());
            for actor in &event.actors {
                push(data.actor(actor).map_or("", |actor| &*actor.name));
            }
            let level = event.level.as_deref().and_then(|level| data.level(level));
            push(level.map_or("", |level| &*level.name));
            push(&month_words);
            push(&event.date.to_string());
            let day = event.date.day().unwrap_or_default();
            let all = push(&day.to_string());
            self.ends.push(Ends {
                title,
                summary,
                all,
            });
        }
    }

    /// Adds a text and returns where it ends. Nothing matches across the line feed.
    fn push(&mut self, text: &str, normalize: Normalize) -> usize {
        push_folded(&mut self.text, text, normalize);
        self.text.push('\n');
        self.text.len()
    }

    fn start(&self, event: usize) -> usize {
        let before = event.checked_sub(1).and_then(|event| self.ends.get(event));
        before.map_or(0, |ends| ends.all)
    }

    /// Whether a part of the text has every word.
    fn matches(&self, query: &Query, part: Range<usize>) -> bool {
        query.matches_folded(&self.text.as_bytes()[part])
    }

    /// Those of some events that match a query.
    pub fn find_among(&self, query: &Query, events: &[u32]) -> Vec<u32> {
        let is_match = |event: &u32| {
            let event = *event as usize;
            let ends = self.ends.get(event);
            ends.is_some_and(|ends| self.matches(query, self.start(event)..ends.all))
        };
        events.iter().copied().filter(is_match).collect()
    }

    /// Positions of the events that match a query, in date order.
    pub fn find(&self, query: &Query) -> Vec<u32> {
        let text = self.text.as_bytes();
        let mut found = Vec::new();
        // One word is searched through all texts at once, and the others only where it occurs. The
        // longest word is likely to be the rarest.
        let Some(rarest) = query.words.iter().max_by_key(|word| word.text.len()) else {
            return (0..).take(self.ends.len()).collect();
        };
        let mut start = 0;
        let mut next = rarest.find(text, 0);
        for (position, ends) in (0u32..).zip(&self.ends) {
            let Some(at) = next else {
                break;
            };
            if at < ends.all {
                if self.matches(query, start..ends.all) {
                    found.push(position);
                }
                next = rarest.find(text, ends.all);
            }
            start = ends.all;
        }
        found
    }

    /// How well an event matches; the sum over the words of the query.
    ///
    /// A word in the title counts more than one in the summary, and that more than one elsewhere. Within
    /// a text, a whole word counts more than the beginning of a word, and that more than the inside.
    pub fn rank(&self, query: &Query, event: usize) -> u32 {
        let text = self.text.as_bytes();
        let Some(ends) = self.ends.get(event) else {
            return 0;
        };
        let fields = [
            (&text[self.start(event)..ends.title], TITLE_BONUS),
            (&text[ends.title..ends.summary], SUMMARY_BONUS),
            (&text[ends.summary..ends.all], 0),
        ];
        let rank = |word: &Word| {
            let in_field =
                |(field, bonus): &(&[u8], u32)| Some(word.best_fit(field)? as u32 + bonus);
            fields.iter().find_map(in_field).unwrap_or(0)
        };
        query.words.iter().map(rank).sum()
    }

    /// The best `count` of the events in `visible`: by rank, then by the editors' weight, then by date.
    pub fn best(&self, query: &Query, data: &Dataset, visible: &[u32], count: usize) -> Vec<u32> {
        let ranked = visible.iter().map(|position| {
            let event = *position as usize;
            let weight = data.events().get(event).map_or(0, |event| event.weight);
            (Reverse((self.rank(query, event), weight)), *position)
        });
        let mut ranked: Vec<_> = ranked.collect();
        sort_by_key(&mut ranked, |(rank, _)| *rank);
        let best = ranked.into_iter().take(count);
        best.map(|(_, position)| position).collect()
    }
}
