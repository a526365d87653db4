//! Excerpts: the part of a text around a match.

use super::words::Query;

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Excerpt<'a> {
    /// The part.
    pub text: &'a str,
    /// Whether something is left out before it.
    pub is_cut_before: bool,
    /// Whether something is left out after it.
    pub is_cut_after: bool,
}

/// The part of a text around its first match, about `length` bytes long and cut at spaces, or between
/// two characters as a reader sees them: `ends` returns where those of a text end, in bytes.
pub fn excerpt<'a>(
    text: &'a str,
    query: &Query,
    length: usize,
    ends: &dyn Fn(&str) -> Vec<usize>,
) -> Excerpt<'a> {
    let highlights = query.highlights(text);
    let first = highlights.first().map_or(0, |range| range.start);
    // A third of the excerpt stands before the match, or more where the text ends soon after it.
    let lead = (length / 3).max((first + length).saturating_sub(text.len()).min(length));
    let boundary = |at: usize| {
        let at = at.min(text.len());
        (0..=at)
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0)
    };
    let mut start = boundary(first.saturating_sub(lead));
    if start > 0 {
        let head = text.get(start..first).unwrap_or_default();
        start = head.find(' ').map_or(first, |at| start + at + 1);
    }
    let mut end = boundary(start + length);
    if end < text.len() {
        let space = text.get(..end).and_then(|head| head.rfind(' '));
        end = space.filter(|at| *at > first).unwrap_or_else(|| {
            let mut ends = ends(text).into_iter();
            ends.rfind(|whole| *whole <= end).unwrap_or(end)
        });
    }
    Excerpt {
        text: text.get(start..end).unwrap_or_default(),
        is_cut_before: start > 0,
        is_cut_after: end < text.len(),
    }
}
