//! Cutting labels to a width.

use crate::gather::Gather;
/// What stands where a text is cut.
const ELLIPSIS: &str = "…";

/// The text, or as much of its beginning as fits into `max` pixels with “…” behind it, and the width
/// of the result. `measure` gives the width of a text in pixels. It is cut at the end of a word
/// unless that would cost more than two thirds of what fits: part of a word is no name. Where not even
/// “…” fits, nothing is left.
pub fn truncate_to_width(text: &str, max: f64, measure: &dyn Fn(&str) -> f64) -> (String, f64) {
    let text = text.trim();
    let width = measure(text);
    if width <= max {
        return (text.to_owned(), width);
    }
    let cut = |end: usize| [text.get(..end).map_or("", trim_end), ELLIPSIS].concat();
    let fits = |end: &usize| measure(&cut(*end)) <= max;
    // The longest that fits: every end before it fits, too.
    let words: Vec<usize> = text
        .match_indices(char::is_whitespace)
        .map(|(at, _)| at)
        .gather();
    let fitting = words.partition_point(fits);
    let last = fitting.checked_sub(1).and_then(|last| words.get(last));
    let word = last.copied().unwrap_or(0);
    let next = words.get(fitting).copied().unwrap_or(text.len());
    let is_enough = |end: usize| word > 0 && word * 3 >= end;
    let end = if is_enough(next) {
        word
    } else {
        let ends: Vec<usize> = cuts(text)
            .filter(|end| word <= *end && *end < next)
            .gather();
        let fitting = ends.partition_point(fits);
        match fitting.checked_sub(1).and_then(|last| ends.get(last)) {
            Some(end) if !is_enough(*end) => *end,
            _ if word > 0 => word,
            _ => return (String::new(), 0.0),
        }
    };
    let short = cut(end);
    let width = measure(&short);
    (short, width)
}

/// Widths of words in one font, measured once each: asking a browser for a width takes longer than all
/// else that is done for a label, and most titles are made of words that others have, too.
#[derive(Debug, Default)]
pub struct WordWidths {
    /// By word, ascending.
    words: Vec<(Box<str>, f64)>,
}

/// So many words are kept at most.
const WORDS: usize = 4000;

impl WordWidths {
    /// Width of a text in pixels, as its words and the spaces between them; `measure` gives the width of
    /// one word, of “ ” and of “…”.
    pub fn width(&mut self, text: &str, measure: &dyn Fn(&str) -> f64) -> f64 {
        let (text, mut width) = match text.strip_suffix(ELLIPSIS) {
            Some(cut) => (cut, self.word(ELLIPSIS, measure)),
            None => (text, 0.0),
        };
        for (at, word) in text.split(' ').enumerate() {
            if at > 0 {
                width += self.word(" ", measure);
            }
            if !word.is_empty() {
                width += self.word(word, measure);
            }
        }
        width
    }

    fn word(&mut self, word: &str, measure: &dyn Fn(&str) -> f64) -> f64 {
        match self
            .words
            .binary_search_by(|(known, _)| (**known).cmp(word))
        {
            Ok(at) => self.words.get(at).map_or(0.0, |(_, width)| *width),
            Err(at) => {
                let width = measure(word);
                if self.words.len() >= WORDS {
                    self.words.clear();
                }
                self.words
                    .insert(at.min(self.words.len()), (word.into(), width));
                width
            }
        }
    }
}

/// Where a text may be cut, ascending: between characters, but not before a sign that belongs to
/// the one before it.
fn cuts(text: &str) -> impl Iterator<Item = usize> {
    let mut joined = false;
    text.char_indices().filter_map(move |(at, sign)| {
        let inside = at > 0 && (joined || is_attached(sign));
        joined = sign == '\u{200d}';
        (!inside).then_some(at)
    })
}

/// Combining accents, variation selectors, skin tones and the joiner of emoji. Not all that
/// Unicode has, but what is met in titles.
fn is_attached(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// Without the spaces and the punctuation that look lost before “…”.
fn trim_end(text: &str) -> &str {
    text.trim_end_matches(|sign: char| {
        sign.is_whitespace() || matches!(sign, ',' | ';' | ':' | '–' | '—' | '-' | '(' | '“' | '"')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With every character 10 pixels wide.
    fn check(text: &str, max: f64, expected: &str) {
        let measure = |text: &str| text.chars().count() as f64 * 10.0;
        let (found, width) = truncate_to_width(text, max, &measure);
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
    fn words_are_kept_whole_where_it_is_cheap() {
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
    fn words_are_measured_once() {
        let asked = core::cell::RefCell::new(Vec::new());
        let measure = |text: &str| {
            asked.borrow_mut().push(text.to_owned());
            text.chars().count() as f64 * 10.0
        };
        let mut widths = WordWidths::default();
        assert_eq!(widths.width("open weights are open", &measure), 210.0);
        assert_eq!(widths.width("weights…", &measure), 80.0);
        assert_eq!(widths.width("are  open ", &measure), 100.0);
        assert_eq!(widths.width("", &measure), 0.0);
        assert_eq!(*asked.borrow(), ["open", " ", "weights", "are", "…"]);
    }

    #[test]
    fn not_more_words_are_kept_than_are_useful() {
        let mut widths = WordWidths::default();
        for word in 0..WORDS * 2 + 1 {
            let width = widths.width(&word.to_string(), &|text| text.len() as f64);
            assert_eq!(width, word.to_string().len() as f64);
        }
        assert!(widths.words.len() <= WORDS);
        assert!(widths.words.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn characters_are_not_cut_through() {
        check("오픈 가중치 모델", 50.0, "오픈…");
        check("cafe\u{301} noir", 50.0, "caf…");
        check("👩\u{200d}🔬👩\u{200d}🔬", 50.0, "👩\u{200d}🔬…");
    }
}
