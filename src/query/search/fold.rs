//! Folding: a text as it is compared, without case, accents, width and normal form.
//!
//! European letters are folded here; the others come in one normal form from a function
//! ([`Normalize`]).

use crate::text::Normalize;

/// Base letters of U+00C0 to U+017F.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Whether a character is folded here.
fn is_european(character: char) -> bool {
    matches!(character, '\0'..='\u{17f}' | '\u{300}'..='\u{36f}' | '\u{391}'..='\u{3a9}' | '\u{3b1}'..='\u{3c9}'
        | '\u{410}'..='\u{44f}' | '\u{2000}'..='\u{2027}')
}

/// A character in one normal form as it is compared; `None` for a mark that combines with the one
/// before, and for what is not seen.
fn fold(character: char) -> Option<char> {
    let code = character as u32;
    let shifted = |by: u32| char::from_u32(code + by);
    match code {
        0..=0x20 | 0xa0 | 0x3000 => Some(' '),
        0xc0..=0x17f => LATIN
            .get(code as usize - 0xc0)
            .map(|base| char::from(*base)),
        0xad | 0x300..=0x36f | 0x483..=0x487 | 0x1ab0..=0x1aff | 0x1dc0..=0x1dff => None,
        // Points and vowel signs of Hebrew and Arabic, which most texts leave out.
        0x591..=0x5bd | 0x5bf..=0x5c7 | 0x610..=0x61a | 0x640 | 0x64b..=0x65f | 0x670 => None,
        0x200b..=0x200f | 0x2060 | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfeff => None,
        0x3c2 => Some('σ'),
        0x419 | 0x439 => Some('и'),
        0x391..=0x3a9 | 0x410..=0x42f => shifted(32),
        0x2010..=0x2015 => Some('-'),
        0x2018 | 0x2019 => Some('\''),
        0x2000..=0x206f => Some(' '),
        _ => Some(character.to_ascii_lowercase()),
    }
}

/// Adds a text as it is compared.
pub(super) fn push_folded(folded: &mut String, text: &str, normalize: Normalize) {
    let add = |folded: &mut String, text: &str| {
        for character in text.chars() {
            match character {
                'ß' | 'ẞ' => folded.push_str("ss"),
                'æ' | 'Æ' => folded.push_str("ae"),
                'œ' | 'Œ' => folded.push_str("oe"),
                _ => folded.extend(fold(character)),
            }
        }
    };
    let mut rest = text;
    while !rest.is_empty() {
        let (european, next) = split_where(rest, |character| !is_european(character));
        add(folded, european);
        let (others, next) = split_where(next, is_european);
        if !others.is_empty() {
            add(folded, &(normalize.0)(others));
        }
        rest = next;
    }
}

fn split_where(text: &str, is_next: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(is_next).unwrap_or(text.len()))
}

/// A text as it is compared.
pub(super) fn folded(text: &str, normalize: Normalize) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, text, normalize);
    folded
}
