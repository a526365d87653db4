//! The words of a query, and where they stand in a text.

use core::ops::Range;

use super::fold::{folded, push_folded};
use crate::text::Normalize;

/// A word this short, in bytes, matches beginnings of words only.
const SHORT: usize = 2;

/// A word of a query.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Word {
    pub text: String,
    /// Whether it matches beginnings of words only: “AI” does not match “said”.
    at_start: bool,
    /// Whether it matches ends of words only: “2” does not match “2025”.
    at_end: bool,
}

/// How a word stands in a text, from the worst to the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    Inside = 1,
    Beginning = 2,
    WholeWord = 3,
}

impl Word {
    fn new(text: &str) -> Self {
        let is_short = text.len() <= SHORT;
        Self {
            text: text.to_owned(),
            at_start: is_short,
            at_end: is_short && text.bytes().all(|byte| byte.is_ascii_digit()),
        }
    }

    /// The first position at or after `from` where it matches in a folded text.
    pub fn find(&self, text: &[u8], mut from: usize) -> Option<usize> {
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

    /// Its best fit in a folded text; `None` where it does not match.
    pub fn best_fit(&self, text: &[u8]) -> Option<Fit> {
        let mut best = None;
        let mut from = 0;
        while let Some(at) = self.find(text, from) {
            from = at + self.text.len();
            let fit = match (starts_word(text, at), ends_word(text, from)) {
                (true, true) => return Some(Fit::WholeWord),
                (true, false) => Fit::Beginning,
                (false, _) => Fit::Inside,
            };
            best = best.max(Some(fit));
        }
        best
    }
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || !byte.is_ascii()
}

fn starts_word(text: &[u8], at: usize) -> bool {
    at == 0 || !is_letter(text[at - 1])
}

fn ends_word(text: &[u8], end: usize) -> bool {
    !text.get(end).is_some_and(|byte| is_letter(*byte))
}

/// What the reader searches for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub(super) words: Vec<Word>,
    normalize: Normalize,
}

impl Query {
    /// The words of a text, without the punctuation around them. Texts are compared in the normal form
    /// that `normalize` gives.
    pub fn new(text: &str, normalize: Normalize) -> Self {
        let text = folded(text, normalize);
        let words = text
            .split(' ')
            .map(|word| word.trim_matches(|letter: char| letter.is_ascii_punctuation()))
            .filter(|word| !word.is_empty());
        Self {
            words: words.map(Word::new).collect(),
            normalize,
        }
    }

    /// Whether it has no words; such a query matches everything.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether an earlier query matches everything that this one matches, as when the reader goes on
    /// typing a word. (“we” matches beginnings of words only, while “wei” does not; “2” does not match
    /// “20”.)
    pub fn refines(&self, earlier: &Self) -> bool {
        let refines = |(word, earlier): (&Word, &Word)| {
            word.text.starts_with(&earlier.text)
                && word.at_start >= earlier.at_start
                && (!earlier.at_end || word == earlier)
        };
        let mut pairs = self.words.iter().zip(&earlier.words);
        self.words.len() >= earlier.words.len() && pairs.all(refines)
    }

    /// Whether all words occur in a text.
    pub fn matches_text(&self, text: &str) -> bool {
        self.is_empty() || self.matches_folded(folded(text, self.normalize).as_bytes())
    }

    /// Whether all words occur in a folded text.
    pub(super) fn matches_folded(&self, text: &[u8]) -> bool {
        self.words.iter().all(|word| word.find(text, 0).is_some())
    }

    /// The byte ranges of a text to highlight: in order, apart from one another, on character
    /// boundaries.
    pub fn highlights(&self, text: &str) -> Vec<Range<usize>> {
        let mut ranges = Vec::new();
        if self.is_empty() {
            return ranges;
        }
        let folded_text = folded(text, self.normalize);
        let has = |word: &Word| word.find(folded_text.as_bytes(), 0).is_some();
        if !self.words.iter().any(has) {
            return ranges;
        }
        let mut folded = String::with_capacity(text.len());
        // For each byte of the folded text, where its character starts in the text.
        let mut origins = Vec::with_capacity(text.len() + 1);
        for (at, character) in text.char_indices() {
            let mut buffer = [0; 4];
            push_folded(
                &mut folded,
                character.encode_utf8(&mut buffer),
                self.normalize,
            );
            origins.resize(folded.len(), at);
        }
        let mut is_highlighted = vec![false; folded.len()];
        for word in &self.words {
            let mut from = 0;
            while let Some(at) = word.find(folded.as_bytes(), from) {
                from = at + word.text.len();
                is_highlighted[at..from].fill(true);
            }
        }
        let (mut at, mut last_end) = (0, 0);
        for run in is_highlighted.chunk_by(|a, b| a == b) {
            let end = at + run.len();
            if run[0] {
                // One character may be folded to several, as a syllable of Hangul is to its letters.
                let last = origins[end - 1];
                let next = origins[end..].iter().find(|origin| **origin > last);
                let range = origins[at].max(last_end)..next.copied().unwrap_or(text.len());
                last_end = range.end;
                if !range.is_empty() {
                    ranges.push(range);
                }
            }
            at = end;
        }
        ranges
    }
}
