//! JSON as it is sent: the same document without the white space.

use serde::de::IgnoredAny;

/// Leaves out the white space between the tokens, and changes nothing else: neither the order of
/// keys nor the writing of numbers and letters.
pub fn minify(text: &str) -> Result<String, serde_json::Error> {
    // In a sound document white space outside of strings has no meaning; hence the check first.
    serde_json::from_str::<IgnoredAny>(text)?;
    let mut in_string = false;
    let mut escaped = false;
    Ok(text
        .chars()
        .filter(|&letter| {
            if in_string {
                in_string = escaped || letter != '"';
                escaped = !escaped && letter == '\\';
                return true;
            }
            in_string = letter == '"';
            !matches!(letter, ' ' | '\t' | '\n' | '\r')
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let small = minify(text);
        assert!(
            matches!(&small, Ok(small) if small == expected),
            "{text}: {small:?}"
        );
    }

    #[test]
    fn white_space_goes_and_everything_else_stays() {
        check(
            "{ \"b\" : 1.0 ,\r\n\t\"a\": [ ] }\n",
            "{\"b\":1.0,\"a\":[]}",
        );
        check(r#"[ "a b", "\"  \\", "  " ]"#, r#"["a b","\"  \\","  "]"#);
        check("\"한 국\"", "\"한 국\"");
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for text in ["", "{", "{\"a\":1,}", "[1] 2"] {
            assert!(minify(text).is_err(), "{text}");
        }
    }
}
