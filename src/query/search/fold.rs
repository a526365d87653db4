//! Folding: a text as it is compared.

/// Base letters of U+00C0 to U+017F.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A character as it is compared; `None` for a mark that combines with the one before.
pub(super) fn fold(character: char) -> Option<char> {
    let code = character as u32;
    let shifted = |by: u32| char::from_u32(code + by);
    match code {
        0..=0x20 | 0xa0 | 0x3000 => Some(' '),
        0xc0..=0x17f => LATIN
            .get(code as usize - 0xc0)
            .map(|base| char::from(*base)),
        0x300..=0x36f => None,
        0x391..=0x3a9 | 0x410..=0x42f => shifted(32),
        0x400..=0x40f => shifted(80),
        0x2010..=0x2015 => Some('-'),
        0x2018 | 0x2019 => Some('\''),
        0x2000..=0x206f => Some(' '),
        _ => Some(character.to_ascii_lowercase()),
    }
}

/// A text as it is compared.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter_map(fold).collect()
}
