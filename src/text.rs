//! Texts of the data set: plain text with `*emphasis*`, how texts are compared, and the direction of a
//! language.

/// Brings a text into one normal form, without differences of width and case. Browsers have the tables
/// of Unicode for that, which are large.
#[derive(Clone, Copy)]
pub struct Normalize(pub fn(&str) -> String);

impl Default for Normalize {
    /// Leaves a text as it is.
    fn default() -> Self {
        Self(str::to_owned)
    }
}

impl core::fmt::Debug for Normalize {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Normalize")
    }
}

/// A page has one.
impl PartialEq for Normalize {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span<'a> {
    /// Plain text.
    Plain(&'a str),
    /// Emphasised text.
    Emphasis(&'a str),
}

/// Splits a text into plain and emphasised pieces.
///
/// An asterisk opens emphasis only before a letter, a digit or an opening quote, and not in the middle of
/// a word or after a number; the next one closes it only at the end of a word. All other asterisks are
/// plain text: those of `2 * 3`, `5*3`, `EUR*` and `sh*t` stay as they are.
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut plain = 0;
    let mut from = 0;
    while let Some(open) = text[from..].find('*').map(|at| from + at) {
        from = open + 1;
        if let Some(close) = closing(text, open) {
            if plain < open {
                spans.push(Span::Plain(&text[plain..open]));
            }
            spans.push(Span::Emphasis(&text[open + 1..close]));
            from = close + 1;
            plain = from;
        }
    }
    if plain < text.len() {
        spans.push(Span::Plain(&text[plain..]));
    }
    spans
}

/// A piece of a text with citations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cited<'a> {
    /// Text, which may have emphasis.
    Text(&'a str),
    /// The id of a source that the text before it cites.
    Source(&'a str),
}

/// Splits a text at its citations, which are written as in Markdown: `It is so. [^id]`. The space before a citation
/// belongs to it.
pub fn cited(text: &str) -> Vec<Cited<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[^") {
        let Some((id, after)) = after.split_once(']') else {
            break;
        };
        let before = before.trim_end();
        if !before.is_empty() {
            pieces.push(Cited::Text(before));
        }
        pieces.push(Cited::Source(id));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Cited::Text(rest));
    }
    pieces
}

/// A text without the asterisks that mark emphasis.
pub fn without_emphasis(text: &str) -> String {
    let pieces = spans(text).into_iter();
    let texts = pieces.map(|(Span::Plain(text) | Span::Emphasis(text))| text);
    texts.collect()
}

/// Where the emphasis ends that the asterisk at `open` opens; `None` where it opens none.
fn closing(text: &str, open: usize) -> Option<usize> {
    let inside = &text[open + 1..];
    let close = inside.find('*')?;
    let before = text[..open].chars().next_back();
    let after = inside[close + 1..].chars().next();
    let opens = inside.starts_with(begins_word) && !before.is_some_and(ends_word);
    // Letters without case follow without a space: Korean particles, Chinese and Japanese words.
    let goes_on = |letter: char| {
        letter == '*' || letter.is_numeric() || letter.is_lowercase() || letter.is_uppercase()
    };
    let closes = !inside[..close].ends_with(char::is_whitespace) && !after.is_some_and(goes_on);
    (opens && closes).then_some(open + 1 + close)
}

fn begins_word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(
            character,
            '"' | '\'' | '“' | '‘' | '„' | '‚' | '«' | '‹' | '「' | '『'
        )
}

/// Whether a character is the end of a word, of a number with its unit, or of a formula.
fn ends_word(character: char) -> bool {
    character.is_alphanumeric()
        || matches!(
            character,
            '*' | '_' | ')' | ']' | '}' | '%' | '°' | '$' | '€' | '£' | '\u{300}'..='\u{36f}'
        )
}

/// The direction of a language, as a value of the `dir` attribute: by the script that the language tag
/// names, or else by the usual script of the language.
pub fn direction(lang: &str) -> &'static str {
    const LANGUAGES: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];
    const SCRIPTS: [&str; 5] = ["arab", "hebr", "nkoo", "syrc", "thaa"];
    let lang = lang.to_ascii_lowercase();
    let mut parts = lang.split('-');
    let language = parts.next().unwrap_or_default();
    let is_rtl = match parts.find(|part| part.len() == 4) {
        Some(script) => SCRIPTS.contains(&script),
        None => LANGUAGES.contains(&language),
    };
    if is_rtl { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::Span::{Emphasis, Plain};
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Span<'_>]) {
        assert_eq!(spans(text), expected);
    }

    #[test]
    fn emphasis_is_found() {
        check("plain", &[Plain("plain")]);
        check(
            "a *cached* price",
            &[Plain("a "), Emphasis("cached"), Plain(" price")],
        );
        check("*all*", &[Emphasis("all")]);
        check("", &[]);
    }

    #[test]
    fn a_language_has_a_direction() {
        for (lang, expected) in [
            ("en", "ltr"),
            ("ko-KR", "ltr"),
            ("ar", "rtl"),
            ("he-IL", "rtl"),
            ("az-Arab", "rtl"),
            ("fa-Latn", "ltr"),
            ("", "ltr"),
        ] {
            assert_eq!(direction(lang), expected, "{lang}");
        }
    }

    #[test]
    fn emphasis_may_be_quoted_or_stand_in_korean() {
        check("*“so”*, he said", &[Emphasis("“so”"), Plain(", he said")]);
        check("“*so*”", &[Plain("“"), Emphasis("so"), Plain("”")]);
        check(
            "*오픈*은 *2025*년",
            &[
                Emphasis("오픈"),
                Plain("은 "),
                Emphasis("2025"),
                Plain("년"),
            ],
        );
    }

    #[test]
    fn footnotes_products_and_censored_words_keep_their_asterisks() {
        for text in [
            "Prices in EUR*, later in USD*.",
            "It asks for 5*3 GPUs, then for 4*2.",
            "C*-algebras and W*-algebras.",
            "They call it sh*t and cr*p.",
            "10%*5, then 20%*.",
            "f(x)*2 and g(x)*",
            "2*3*4 = 24",
            "*5*3",
            "from *5 to 4*2",
            "**bold** and ***",
            "p < 0.05*, p < 0.01**",
            "*.rs and *.toml",
            "cafe\u{301}*s* x",
        ] {
            check(text, &[Plain(text)]);
            assert_eq!(without_emphasis(text), text);
        }
    }

    #[test]
    fn only_the_asterisks_of_emphasis_can_be_dropped() {
        assert_eq!(
            without_emphasis("a *cached* price, 5*3"),
            "a cached price, 5*3"
        );
    }

    #[test]
    fn other_asterisks_are_plain_text() {
        check("2 * 3 * 4", &[Plain("2 * 3 * 4")]);
        check("a * b", &[Plain("a * b")]);
        check("half *open", &[Plain("half *open")]);
        check("**", &[Plain("**")]);
        check("<b>*x*</b>", &[Plain("<b>"), Emphasis("x"), Plain("</b>")]);
    }

    #[test]
    fn citations_are_found_with_the_space_before_them() {
        use Cited::{Source, Text};
        assert_eq!(
            cited("It is so. [^a][^b] *More*. [^c]"),
            [
                Text("It is so."),
                Source("a"),
                Source("b"),
                Text(" *More*."),
                Source("c")
            ]
        );
        assert_eq!(cited("None [here^]."), [Text("None [here^].")]);
        assert_eq!(cited("Open [^a"), [Text("Open [^a")]);
        assert_eq!(cited(""), []);
    }
}
