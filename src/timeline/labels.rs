//! Widths of labels, and cutting labels to a width.
//!
//! Given a text and a function that measures; returns the text that fits, and its width in pixels.

use std::collections::HashMap;

/// What stands where a text is cut.
const ELLIPSIS: &str = "…";

/// Cuts a text to `max` pixels; returns it with “…” at its end where it was cut, and its width.
///
/// `measure` returns the width of a text in pixels, and `character_ends` where the characters of a text
/// end, in bytes, as a reader sees them: a flag is two code points. The cut is at the end of a word, unless that costs
/// more than two thirds of what fits, because part of a word is no name. Where not even “…” fits, the
/// result is empty.
pub fn truncate_to_width(
    text: &str,
    max: f64,
    measure: &dyn Fn(&str) -> f64,
    character_ends: &dyn Fn(&str) -> Vec<usize>,
) -> (String, f64) {
    let text = text.trim();
    let width = measure(text);
    if width <= max {
        return (text.to_owned(), width);
    }
    let cut_at = |end: usize| format!("{}{ELLIPSIS}", text.get(..end).map_or("", trim_end));
    let fits = |end: &usize| measure(&cut_at(*end)) <= max;
    // The longest cut that fits; every shorter one fits, too.
    let words: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .collect();
    let fitting = words.partition_point(fits);
    let last = fitting.checked_sub(1).and_then(|last| words.get(last));
    let word = last.copied().unwrap_or(0);
    let next = words.get(fitting).copied().unwrap_or(text.len());
    let is_enough = |end: usize| word > 0 && word * 3 >= end;
    let end = if is_enough(next) {
        word
    } else {
        let mut ends = vec![0];
        ends.extend(character_ends(text));
        ends.retain(|end| word <= *end && *end < next);
        let fitting = ends.partition_point(fits);
        match fitting.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(end) if !is_enough(*end) => *end,
            _ if word > 0 => word,
            _ => return (String::new(), 0.0),
        }
    };
    let short = cut_at(end);
    let width = measure(&short);
    (short, width)
}

/// Widths of texts in one font, as sums of pieces that are measured once.
///
/// Asking a browser for a width takes longer than all other work for a label. A piece is a letter in
/// scripts whose letters stand side by side, and a word in scripts whose letters join. Kerning makes a
/// text a little narrower than the sum, and hardly ever wider.
#[derive(Debug, Default)]
pub struct TextWidths {
    widths: HashMap<Box<str>, f64>,
}

/// The cache holds at most this many pieces.
const MAX_PIECES: usize = 4000;

impl TextWidths {
    /// The width of a text in pixels; `measure` returns the width of a piece.
    pub fn width(&mut self, text: &str, measure: &dyn Fn(&str) -> f64) -> f64 {
        let mut width = 0.0;
        for word in text.split_inclusive(' ') {
            if word.chars().all(stands_alone) {
                let mut buffer = [0; 4];
                for letter in word.chars() {
                    width += self.piece(letter.encode_utf8(&mut buffer), measure);
                }
            } else {
                width += self.piece(word, measure);
            }
        }
        width
    }

    fn piece(&mut self, piece: &str, measure: &dyn Fn(&str) -> f64) -> f64 {
        if let Some(width) = self.widths.get(piece) {
            return *width;
        }
        let width = measure(piece);
        if self.widths.len() < MAX_PIECES {
            self.widths.insert(piece.into(), width);
        }
        width
    }
}

/// Characters as wide in a text as alone: Latin, Greek, Cyrillic, Chinese, Japanese, Korean.
fn stands_alone(character: char) -> bool {
    matches!(character, ' '..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Removes spaces and punctuation from the end of a text, which would look wrong before “…”.
fn trim_end(text: &str) -> &str {
    text.trim_end_matches(|character: char| {
        character.is_whitespace()
            || matches!(
                character,
                ',' | ';' | ':' | '–' | '—' | '-' | '(' | '“' | '"'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_flag(letter: char) -> bool {
        matches!(letter, '\u{1f1e6}'..='\u{1f1ff}')
    }

    /// With every character 10 pixels wide.
    fn check(text: &str, max: f64, expected: &str) {
        let measure = |text: &str| text.chars().count() as f64 * 10.0;
        // Flags, keycaps, accents and joined emoji, as `Intl.Segmenter` has them.
        let ends = |text: &str| {
            let is_joined = |at: &usize| {
                let (head, tail) = text.split_at(*at);
                let flags = head
                    .chars()
                    .rev()
                    .take_while(|letter| is_flag(*letter))
                    .count();
                head.ends_with('\u{200d}')
                    || tail.starts_with(['\u{301}', '\u{200d}', '\u{fe0f}', '\u{20e3}'])
                    || tail.starts_with(is_flag) && flags % 2 == 1
            };
            let all = text.char_indices().map(|(at, _)| at).chain([text.len()]);
            all.skip(1).filter(|at| !is_joined(at)).collect()
        };
        let (found, width) = truncate_to_width(text, max, &measure, &ends);
        assert_eq!(found, expected);
        assert_eq!(width, measure(expected));
        assert!(width <= max.max(0.0));
    }

    #[test]
    fn what_fits_is_left_alone() {
        check("DeepSeek R1", 110.0, "DeepSeek R1");
        check("", 0.0, "");
        check(" Llama ", 50.0, "Llama");
    }

    #[test]
    fn words_stay_whole_where_that_costs_little() {
        check("Meta releases Llama", 150.0, "Meta releases…");
        check("Meta releases Llama", 140.0, "Meta releases…");
        check("Open weights, open source", 160.0, "Open weights…");
        check("Meta releases Llama", 100.0, "Meta…");
        check("Donaudampfschifffahrt", 60.0, "Donau…");
    }

    #[test]
    fn nothing_is_left_where_nothing_fits() {
        check("Llama", 15.0, "…");
        check("Llama", 9.0, "");
        check("Llama", -1.0, "");
        check("Llama", f64::NAN, "");
    }

    #[test]
    fn pieces_are_measured_once() {
        let asked = core::cell::RefCell::new(Vec::new());
        let measure = |text: &str| {
            asked.borrow_mut().push(text.to_owned());
            text.chars().count() as f64 * 10.0
        };
        let mut widths = TextWidths::default();
        assert_eq!(widths.width("no one", &measure), 60.0);
        assert_eq!(widths.width("none…", &measure), 50.0);
        assert_eq!(widths.width("", &measure), 0.0);
        assert_eq!(*asked.borrow(), ["n", "o", " ", "e", "…"]);
        // Letters that join, or that carry others.
        asked.borrow_mut().clear();
        assert_eq!(widths.width("نماذج one ماذج", &measure), 140.0);
        assert_eq!(widths.width("one ماذج", &measure), 80.0);
        assert_eq!(widths.width("cafe\u{301}", &measure), 50.0);
        assert_eq!(*asked.borrow(), ["نماذج ", "ماذج", "cafe\u{301}"]);
    }

    #[test]
    fn the_cache_has_a_limit() {
        let mut widths = TextWidths::default();
        for word in 0..MAX_PIECES * 2 + 1 {
            let word = format!("{word}\u{301}");
            let width = widths.width(&word, &|text| text.len() as f64);
            assert_eq!(width, word.len() as f64);
        }
        assert!(widths.widths.len() <= MAX_PIECES);
    }

    #[test]
    fn characters_are_not_cut_through() {
        check("오픈 가중치 모델", 50.0, "오픈…");
        check("cafe\u{301} noir", 50.0, "caf…");
        check("👩\u{200d}🔬👩\u{200d}🔬", 50.0, "👩\u{200d}🔬…");
        check("🇰🇷🇪🇺🇺🇸", 40.0, "🇰🇷…");
        check("i🇰🇷🇪🇺🇺🇸", 50.0, "i🇰🇷…");
        check(
            "1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}",
            60.0,
            "1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}",
        );
        check(
            "1\u{fe0f}\u{20e3}2\u{fe0f}\u{20e3}",
            50.0,
            "1\u{fe0f}\u{20e3}…",
        );
    }
}
