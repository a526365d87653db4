//! Cutting labels to a width.

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
        .collect();
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
            .collect();
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

/// Widths of texts in one font as the sums of their pieces, each measured once: asking a browser for a
/// width takes longer than all else that is done for a label. A piece is a letter where letters stand
/// side by side, and a word where they join. A pair of letters that is moved together makes a text a
/// little narrower than the sum, hardly ever wider.
#[derive(Debug, Default)]
pub struct TextWidths {
    /// By the number of the piece, ascending.
    pieces: Vec<(u64, f64)>,
}

/// So many pieces are kept at most.
const PIECES: usize = 4000;

/// The number of a piece: FNV-1a in 64 bits, where two of some thousand pieces have the same one by a
/// chance of one to billions.
fn number(piece: &str) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325;
    piece.bytes().fold(start, |number: u64, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

impl TextWidths {
    /// Width of a text in pixels; `measure` gives the width of a piece.
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
        let number = number(piece);
        let at = self.pieces.partition_point(|known| known.0 < number);
        match self.pieces.get(at) {
            Some((known, width)) if *known == number => *width,
            _ => {
                let width = measure(piece);
                if self.pieces.len() < PIECES {
                    self.pieces.insert(at, (number, width));
                }
                width
            }
        }
    }
}

/// Letters and signs as wide beside others as alone: Latin, Greek, Cyrillic, Chinese, Japanese, Korean.
fn stands_alone(sign: char) -> bool {
    matches!(sign, ' '..='\u{2ff}' | '\u{370}'..='\u{482}' | '\u{48a}'..='\u{52f}'
        | '\u{2010}'..='\u{2027}' | '\u{3041}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
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
    fn not_more_pieces_are_kept_than_are_useful() {
        let mut widths = TextWidths::default();
        for word in 0..PIECES * 2 + 1 {
            let word = format!("{word}\u{301}");
            let width = widths.width(&word, &|text| text.len() as f64);
            assert_eq!(width, word.len() as f64);
        }
        assert!(widths.pieces.len() <= PIECES);
        assert!(widths.pieces.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn characters_are_not_cut_through() {
        check("오픈 가중치 모델", 50.0, "오픈…");
        check("cafe\u{301} noir", 50.0, "caf…");
        check("👩\u{200d}🔬👩\u{200d}🔬", 50.0, "👩\u{200d}🔬…");
    }
}
