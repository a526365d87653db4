//! Text search: which events have all words of a query, where, and how well.
//!
//! Letters are compared without case and without the marks of European languages. A page searches
//! at every key stroke, so the texts are prepared once ([`Haystack`]), and a search reads them
//! from end to end without making anything of its own for an event.

use core::ops::Range;

use crate::dataset::{Dataset, Event};
use crate::date::{PartialDate, Precision};

/// Base letters of U+00C0 to U+017F.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A character as it is compared; `None` where it is a mark on the one before.
fn fold(letter: char) -> Option<char> {
    let code = letter as u32;
    let shifted = |by: u32| char::from_u32(code + by);
    match code {
        0..=0x20 | 0xa0 | 0x3000 => Some(' '),
        0xc0..=0x17f => LATIN
            .get(code as usize - 0xc0)
            .map(|base| char::from(*base)),
        0x300..=0x36f => None,
        0x391..=0x3a9 | 0x410..=0x42f => shifted(32),
        0x400..=0x40f => shifted(80),
        0x2010..=0x2015 => Some('-'),
        0x2018 | 0x2019 => Some('\''),
        0x2000..=0x206f => Some(' '),
        _ => Some(letter.to_ascii_lowercase()),
    }
}

fn push_folded(into: &mut String, text: &str) {
    into.extend(text.chars().filter_map(fold));
}

/// A word of a query.
#[derive(Clone, Debug, PartialEq)]
struct Word {
    text: String,
    /// Whether it matches nothing but beginnings of words: “AI” does not mean “said”.
    at_start: bool,
    /// Whether it matches nothing but ends of words, too: a “2” does not mean “2025”.
    at_end: bool,
}

/// What the reader looks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    words: Vec<Word>,
}

impl Query {
    /// The words of a text, without the punctuation around them.
    pub fn new(text: &str) -> Self {
        let mut folded = String::new();
        push_folded(&mut folded, text);
        let words = folded
            .split(' ')
            .map(|word| word.trim_matches(|letter: char| letter.is_ascii_punctuation()))
            .filter(|word| !word.is_empty())
            .map(|word| Word {
                text: word.to_owned(),
                at_start: word.len() < 3,
                at_end: word.len() < 3 && word.bytes().all(|byte| byte.is_ascii_digit()),
            });
        Self {
            words: words.collect(),
        }
    }

    /// Whether it has no words; such a query matches everything.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether whatever it matches is matched by an earlier query, too: as it is where somebody goes on typing
    /// a word. (“we” matches beginnings of words alone, “wei” does not; a “2” does not match “20”.)
    pub fn refines(&self, earlier: &Self) -> bool {
        let is_within = |(word, earlier): (&Word, &Word)| {
            word.text.starts_with(&earlier.text)
                && word.at_start >= earlier.at_start
                && (!earlier.at_end || word == earlier)
        };
        let mut pairs = self.words.iter().zip(&earlier.words);
        self.words.len() >= earlier.words.len() && pairs.all(is_within)
    }

    /// Whether all words stand in a text.
    pub fn matches_text(&self, text: &str) -> bool {
        let mut folded = String::new();
        push_folded(&mut folded, text);
        let folded = folded.as_bytes();
        self.words.iter().all(|word| word.find(folded, 0).is_some())
    }

    /// Where the words stand in a text: in order, apart from one another, on the boundaries of
    /// characters.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.is_empty() {
            return ranges;
        }
        let mut folded = String::with_capacity(text.len());
        // For every byte of the folded text the place of its character in the text.
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (place, letter) in text.char_indices() {
            folded.extend(fold(letter));
            origins.resize(folded.len(), place);
        }
        let mut lit = vec![false; folded.len()];
        for word in &self.words {
            let mut from = 0;
            while let Some(at) = word.find(folded.as_bytes(), from) {
                from = at + word.text.len();
                lit[at..from].fill(true);
            }
        }
        let mut at = 0;
        for run in lit.chunk_by(|a, b| a == b) {
            let end = at + run.len();
            if run[0] {
                let end = origins.get(end).copied();
                ranges.push(origins[at]..end.unwrap_or(text.len()));
            }
            at = end;
        }
        ranges
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte >= 0x80
}

impl Word {
    /// The first place at or after `from` where it matches.
    fn find(&self, text: &[u8], mut from: usize) -> Option<usize> {
        let (first, rest) = self.text.as_bytes().split_first()?;
        loop {
            let tail = text.get(from..)?;
            let at = from + tail.iter().position(|byte| byte == first)?;
            from = at + 1;
            if text[from..].starts_with(rest)
                && (!self.at_start || starts_word(text, at))
                && (!self.at_end || ends_word(text, from + rest.len()))
            {
                return Some(at);
            }
        }
    }

    /// How it stands in a text at best: 3 as a word, 2 as the beginning of one, 1 inside of one;
    /// 0 where it is not there.
    fn place(&self, text: &[u8]) -> u32 {
        let mut best = 0;
        let mut from = 0;
        while let Some(at) = self.find(text, from) {
            from = at + self.text.len();
            let place = match (starts_word(text, at), ends_word(text, from)) {
                (true, true) => return 3,
                (true, false) => 2,
                (false, _) => 1,
            };
            best = best.max(place);
        }
        best
    }
}

fn ends_word(text: &[u8], end: usize) -> bool {
    !text.get(end).is_some_and(|byte| is_letter(*byte))
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at == 0 || !is_letter(text[at - 1])
}

/// How many texts are added in one step: a few milliseconds.
const AT_ONCE: usize = 4000;

/// The texts of events, as they are compared.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Haystack {
    text: String,
    /// Where an event's title, its summary, and all of it end.
    ends: Vec<[usize; 3]>,
}

impl Haystack {
    /// The texts of all events: title, summary, note, actors, level, and date. `words` puts a date
    /// in words.
    pub fn new(data: &Dataset, words: &dyn Fn(PartialDate) -> String) -> Self {
        Self::of(data, data.events(), words)
    }

    fn of(data: &Dataset, events: &[Event], words: &dyn Fn(PartialDate) -> String) -> Self {
        let mut haystack = Self::default();
        haystack.add(data, events, words);
        haystack
    }

    /// Adds the texts of the next few events, for a page that draws in between; whether these are all.
    pub fn step(&mut self, data: &Dataset, words: &dyn Fn(PartialDate) -> String) -> bool {
        let rest = data.events().get(self.ends.len()..).unwrap_or_default();
        let (next, rest) = rest.split_at(rest.len().min(AT_ONCE));
        self.add(data, next, words);
        rest.is_empty()
    }

    fn add(&mut self, data: &Dataset, events: &[Event], words: &dyn Fn(PartialDate) -> String) {
        // Putting a date in words leaves WebAssembly; the events of a month come together.
        let mut month = (None, String::new());
        for event in events {
            let date = event.date.truncated(Precision::Month);
            if month.0 != Some(date) {
                month = (Some(date), words(date));
            }
            let title = self.push(&event.title);
            let summary = self.push(event.summary.as_deref().unwrap_or_default());
            self.push(event.note.as_deref().unwrap_or_default());
            for actor in &event.actors {
                self.push(data.actor(actor).map_or("", |actor| &*actor.name));
            }
            let level = event.level.as_deref().and_then(|level| data.level(level));
            self.push(level.map_or("", |level| &*level.name));
            self.push(&month.1);
            self.push(&event.date.to_string());
            let day = event.date.day().unwrap_or_default();
            let all = self.push(&day.to_string());
            self.ends.push([title, summary, all]);
        }
    }

    /// Adds a text, and tells where it ends; nothing matches across the line feed.
    fn push(&mut self, text: &str) -> usize {
        push_folded(&mut self.text, text);
        self.text.push('\n');
        self.text.len()
    }

    fn start(&self, event: usize) -> usize {
        let before = event.checked_sub(1).and_then(|event| self.ends.get(event));
        before.map_or(0, |[.., end]| *end)
    }

    /// Whether a part of the text has every word.
    fn has_all(&self, query: &Query, own: Range<usize>) -> bool {
        let own = &self.text.as_bytes()[own];
        query.words.iter().all(|word| word.find(own, 0).is_some())
    }

    /// Those of some events that have every word.
    pub fn find_among(&self, query: &Query, events: &[u32]) -> Vec<u32> {
        let is_found = |event: &u32| {
            let event = *event as usize;
            let end = self.ends.get(event).map(|[.., end]| *end);
            end.is_some_and(|end| self.has_all(query, self.start(event)..end))
        };
        events.iter().copied().filter(is_found).collect()
    }

    /// Positions of the events that have every word, in date order.
    pub fn find(&self, query: &Query) -> Vec<u32> {
        let text = self.text.as_bytes();
        let mut found = Vec::new();
        // One word is looked for through all texts at once, the others only where it stands: the
        // longest is the rarest.
        let rarest = query.words.iter().max_by_key(|word| word.text.len());
        let Some(rarest) = rarest else {
            return (0..).take(self.ends.len()).collect();
        };
        let mut start = 0;
        let mut at = rarest.find(text, 0);
        for (position, [.., end]) in (0u32..).zip(&self.ends) {
            let Some(place) = at else {
                break;
            };
            if place < *end {
                if self.has_all(query, start..*end) {
                    found.push(position);
                }
                at = rarest.find(text, *end);
            }
            start = *end;
        }
        found
    }

    /// How well an event fits: a word in the title before one in the summary before one elsewhere,
    /// and there a whole word before the beginning of one before the inside of one.
    pub fn rank(&self, query: &Query, event: usize) -> u32 {
        let text = self.text.as_bytes();
        let Some([title, summary, all]) = self.ends.get(event).copied() else {
            return 0;
        };
        let fields = [
            (&text[self.start(event)..title], 6),
            (&text[title..summary], 3),
            (&text[summary..all], 0),
        ];
        let rank = |word: &Word| {
            let places = fields.iter().map(|(field, base)| (word.place(field), base));
            let mut hits = places.filter(|(place, _)| *place > 0);
            hits.next().map_or(0, |(place, base)| place + base)
        };
        query.words.iter().map(rank).sum()
    }

    /// At most `count` of the events in `visible` that fit best: by rank, then by the editors'
    /// weight, then by date.
    pub fn best(&self, query: &Query, data: &Dataset, visible: &[u32], count: usize) -> Vec<u32> {
        let mut best: Vec<((u32, u8), u32)> = Vec::with_capacity(count + 1);
        for position in visible {
            let event = *position as usize;
            let weight = data.events().get(event).map_or(0, |event| event.weight);
            let rank = (self.rank(query, event), weight);
            let place = best.partition_point(|(other, _)| *other >= rank);
            if place < count {
                best.insert(place, (rank, *position));
                best.truncate(count);
            }
        }
        best.into_iter().map(|(_, position)| position).collect()
    }
}

/// Whether one event matches, without a haystack that is ready; its date counts in digits only.
pub fn matches(data: &Dataset, event: &Event, query: &Query) -> bool {
    let event = core::slice::from_ref(event);
    query.is_empty()
        || !Haystack::of(data, event, &|_| String::new())
            .find(query)
            .is_empty()
}

/// The part of a text around its first match, cut at spaces; whether something is left out before
/// and after it.
pub fn excerpt<'a>(text: &'a str, query: &Query, length: usize) -> (bool, &'a str, bool) {
    let first = query
        .highlights(text)
        .first()
        .map_or(0, |range| range.start);
    // Enough before the match to see what it is about, unless the text ends soon after it.
    let lead = (length / 3).max((first + length).saturating_sub(text.len()).min(length));
    let cut = |at: usize| {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let mut start = cut(first.saturating_sub(lead));
    if start > 0 {
        start = text
            .get(start..first)
            .and_then(|head| head.find(' '))
            .map_or(first, |at| start + at + 1);
    }
    let mut end = cut(start + length);
    if end < text.len() {
        let mut bytes = text.as_bytes()[..end].iter();
        end = bytes
            .rposition(|byte| *byte == b' ')
            .filter(|at| *at > first)
            .unwrap_or(end);
    }
    let part = text.get(start..end).unwrap_or_default();
    (start > 0, part, end < text.len())
}
