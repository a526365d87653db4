//! Which terms of the glossary some texts use, so that they can be explained in place.

use core::cmp::Reverse;

use crate::dataset::GlossaryTerm;
use crate::sort::sort_by_key;

/// Positions of the terms that texts use, in the order of their first use.
///
/// A term is found as a whole word, in any case, in the singular and in the plural, with a hyphen in place of a
/// space. Of two terms at the same place the longer one counts. Particles may follow, as in Korean.
pub fn terms_in(glossary: &[GlossaryTerm], texts: &[&str]) -> Vec<usize> {
    let terms = glossary.iter().map(|term| singular(compared(&term.term)));
    let mut terms: Vec<(usize, Vec<char>)> = terms.enumerate().collect();
    sort_by_key(&mut terms, |(_, letters)| Reverse(letters.len()));
    let mut used = Vec::new();
    for text in texts {
        let text = compared(text);
        let mut at = 0;
        while at < text.len() {
            let found = terms.iter().find_map(|(term, letters)| {
                let end = end_of(&text, at, letters)?;
                Some((*term, end))
            });
            at = match found {
                Some((term, end)) => {
                    if !used.contains(&term) {
                        used.push(term);
                    }
                    end
                }
                None => at + 1,
            };
        }
    }
    used
}

/// A text as it is compared: in lower case, with spaces in place of hyphens that join two words.
fn compared(text: &str) -> Vec<char> {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            '-' | '\u{2010}' | '\u{2011}' => HYPHEN,
            '\u{a0}' => ' ',
            '’' => '\'',
            letter => letter,
        })
        .collect()
}

const HYPHEN: char = '-';

/// A word without the plural’s `s`. Abbreviations are too short to have one.
fn singular(mut word: Vec<char>) -> Vec<char> {
    if let [.., before, 's'] = word[..]
        && before != 's'
        && word.len() > SHORT
    {
        word.pop();
    }
    word
}

/// Up to so many letters an `s` at the end belongs to the word.
const SHORT: usize = 4;

/// Where a term ends that stands at a place of a text; `None` where it does not stand there.
fn end_of(text: &[char], at: usize, term: &[char]) -> Option<usize> {
    let is_same = |(a, b): (&char, &char)| a == b || (is_gap(*a) && is_gap(*b));
    let (first, stands) = (term.first()?, text.get(at..at + term.len())?);
    if !stands.iter().zip(term).all(is_same) {
        return None;
    }
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    if before.is_some_and(|before| is_joined(*before, *first)) {
        return None;
    }
    let end = at + term.len();
    let is_end = |end: usize| !text.get(end).is_some_and(|next| continues(*next));
    match text.get(end) {
        Some('s') if is_end(end + 1) => Some(end + 1),
        _ => is_end(end).then_some(end),
    }
}

fn is_gap(letter: char) -> bool {
    letter == ' ' || letter == HYPHEN
}

/// Whether a word goes on with a letter. Letters without case follow without a space: Korean particles.
fn continues(letter: char) -> bool {
    letter == HYPHEN || has_case(letter)
}

/// Whether a letter belongs to the word that begins after it.
fn is_joined(before: char, first: char) -> bool {
    before == HYPHEN || (before.is_alphanumeric() && has_case(before) == has_case(first))
}

fn has_case(letter: char) -> bool {
    letter.is_lowercase() || letter.is_uppercase() || letter.is_numeric()
}
