//! Texts of the data set: plain text with `*emphasis*`, and the direction of a language.

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
/// An asterisk opens emphasis only before a character that is neither white space nor an asterisk, and
/// closes it only after one that is not white space. All other asterisks are plain text: `2 * 3` and a
/// lone `*` stay as they are.
pub fn spans(text: &str) -> Vec<Span<'_>> {
    let mut spans = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(open) = rest[from..].find('*').map(|at| from + at) {
        if let Some((inside, after)) = emphasis(&rest[open + 1..]) {
            if open > 0 {
                spans.push(Span::Plain(&rest[..open]));
            }
            spans.push(Span::Emphasis(inside));
            rest = after;
            from = 0;
        } else {
            from = open + 1;
        }
    }
    if !rest.is_empty() {
        spans.push(Span::Plain(rest));
    }
    spans
}

/// The emphasised text after an opening asterisk, and the text after the closing one.
fn emphasis(text: &str) -> Option<(&str, &str)> {
    let (inside, after) = text.split_once('*')?;
    let opens = inside.starts_with(|first: char| !first.is_whitespace());
    let closes = !inside.ends_with(char::is_whitespace);
    (opens && closes).then_some((inside, after))
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
    fn other_asterisks_are_plain_text() {
        check("2 * 3 * 4", &[Plain("2 * 3 * 4")]);
        check("a * b", &[Plain("a * b")]);
        check("half *open", &[Plain("half *open")]);
        check("**", &[Plain("**")]);
        check("<b>*x*</b>", &[Plain("<b>"), Emphasis("x"), Plain("</b>")]);
    }
}
