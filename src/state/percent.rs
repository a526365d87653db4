//! Values in a URL fragment, by percent-encoding (RFC 3986).
//!
//! In a few lines, because the library for it weighs more than all that reads the state.

/// What may stand as it is, besides letters and digits. A comma parts the items of a list.
const KEPT: &[u8] = b"-_./:";

/// Adds a value to a fragment, with what has a meaning there escaped.
pub(super) fn encode(value: &str, fragment: &mut String) {
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || KEPT.contains(&byte) {
            fragment.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from(b"0123456789ABCDEF"[usize::from(value & 15)]);
            fragment.push('%');
            fragment.push(digit(byte >> 4));
            fragment.push(digit(byte));
        }
    }
}

/// The value that is escaped in a fragment. What is no escape stands for itself, and what is not
/// UTF-8 becomes U+FFFD.
pub(super) fn decode(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, after @ ..] = rest {
        let digit = |at: usize| {
            after
                .get(at)
                .and_then(|byte| char::from(*byte).to_digit(16))
        };
        rest = match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                &after[2..]
            }
            _ => {
                bytes.push(*first);
                after
            }
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(value: &str) -> String {
        let mut fragment = String::new();
        encode(value, &mut fragment);
        fragment
    }

    #[test]
    fn escapes_what_has_a_meaning() {
        assert_eq!(encoded("2024-12/2025-03"), "2024-12/2025-03");
        assert_eq!(encoded("a, b & 50%=#+"), "a%2C%20b%20%26%2050%25%3D%23%2B");
        assert_eq!(encoded("오픈"), "%EC%98%A4%ED%94%88");
    }

    #[test]
    fn reads_what_is_escaped_and_leaves_the_rest() {
        for text in ["", "a, b & 50%=#+", "오픈 é 👩‍🔬", "%41", "%"] {
            assert_eq!(decode(&encoded(text)), text);
        }
        assert_eq!(decode("%ec%98%a4"), "오");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%4"), "%4");
        assert_eq!(decode("%zz%41"), "%zzA");
        assert_eq!(decode("%ff"), "\u{fffd}");
    }
}
