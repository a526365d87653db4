//! Which terms of the glossary some texts use, so that they can be explained in place.

use super::fold::folded;
use crate::dataset::GlossaryTerm;
use crate::text::Normalize;

/// Positions of the terms that texts use, in the order of their first use.
///
/// A term is found as a whole word, in any case, in the singular and in the plural, with a hyphen in place of a
/// space. Of two terms at the same place the longer one counts. Particles may follow, as in Korean.
pub fn terms_in(glossary: &[GlossaryTerm], texts: &[&str], normalize: Normalize) -> Vec<usize> {
    let terms = glossary
        .iter()
        .map(|term| singular(folded(&term.term, normalize)));
    let terms: Vec<String> = terms.collect();
    let mut used = Vec::new();
    for text in texts {
        let text = folded(text, normalize);
        let mut from = 0;
        for (at, _) in text.char_indices() {
            if at < from {
                continue;
            }
            let ends = terms.iter().enumerate();
            let ends = ends.filter_map(|(term, word)| Some((end_of(&text, at, word)?, term)));
            if let Some((end, term)) = ends.max() {
                from = end;
                if !used.contains(&term) {
                    used.push(term);
                }
            }
        }
    }
    used
}

/// Up to so many letters an `s` at the end belongs to the word, as in `GPUs` and `bias`.
const SHORT: usize = 4;

/// A word without the `s` of its plural.
fn singular(mut word: String) -> String {
    if word.len() > SHORT && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    word
}

/// Where a term ends that stands at a place of a text; `None` where it does not stand there.
fn end_of(text: &str, at: usize, term: &str) -> Option<usize> {
    let is_gap = |byte: u8| byte == b' ' || byte == b'-';
    let is_same = |(a, b): (u8, u8)| a == b || (is_gap(a) && is_gap(b));
    let first = term.chars().next()?;
    let end = at + term.len();
    let stands = text.as_bytes().get(at..end)?;
    if !stands.iter().copied().zip(term.bytes()).all(is_same) {
        return None;
    }
    let (before, after) = (text.get(..at)?, text.get(end..)?);
    let before = before.chars().next_back();
    if before.is_some_and(|before| is_joined(before, first)) {
        return None;
    }
    let is_end = |rest: &str| !rest.starts_with(continues);
    match after.strip_prefix('s') {
        Some(rest) => is_end(rest).then_some(end + 1),
        None => is_end(after).then_some(end),
    }
}

/// Whether a word goes on with a letter. Letters without case follow without a space: Korean particles.
fn continues(letter: char) -> bool {
    letter == '-' || has_case(letter)
}

/// Whether a letter belongs to the word that begins after it.
fn is_joined(before: char, first: char) -> bool {
    before == '-' || (before.is_alphanumeric() && has_case(before) == has_case(first))
}

fn has_case(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase() || letter.is_numeric()
}
