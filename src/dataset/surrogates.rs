//! Halves of surrogate pairs in JSON escapes.

/// Replaces every `\uD800`–`\uDFFF` escape that has no partner by `\uFFFD`.
/// The input is JSON syntax, so a backslash always starts an escape.
pub(super) fn mend(json: &str) -> String {
    let mut mended = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        mended.push_str(before);
        let length = match (unit(escape), escape.get(6..).and_then(unit)) {
            (Some(0xD800..0xDC00), Some(0xDC00..0xE000)) => 12,
            (Some(0xD800..0xE000), _) => {
                mended.push_str("\\uFFFD");
                rest = &escape[6..];
                continue;
            }
            (Some(_), _) => 6,
            // The escaped character is ASCII in sound JSON; anything else is copied as it is.
            (None, _) => escape
                .char_indices()
                .nth(2)
                .map_or(escape.len(), |(end, _)| end),
        };
        let (whole, after) = escape.split_at(length);
        mended.push_str(whole);
        rest = after;
    }
    mended.push_str(rest);
    mended
}

/// The code unit of a `\uXXXX` escape at the start of the text.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::mend;

    #[track_caller]
    fn check(json: &str, expected: &str) {
        assert_eq!(mend(json), expected);
    }

    #[test]
    fn keeps_what_is_sound() {
        check(r#"{"a":"plain"}"#, r#"{"a":"plain"}"#);
        check(r#""\n\\ud800""#, r#""\n\\ud800""#);
        check(r#""\u00e9\uD83D\uDE00""#, r#""\u00e9\uD83D\uDE00""#);
    }

    #[test]
    fn replaces_halves() {
        check(r#""a\uD800b""#, r#""a\uFFFDb""#);
        check(r#""\uDC00\uD83D\uDE00""#, r#""\uFFFD\uD83D\uDE00""#);
        check(r#""\ud83d\ud83d\ude00""#, r#""\uFFFD\ud83d\ude00""#);
        check(r#""\uD800""#, r#""\uFFFD""#);
    }
}
