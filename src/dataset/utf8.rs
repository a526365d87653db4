//! Bytes as text. What is not UTF-8 becomes replacement characters, with the place of each.

use super::issue::Issue;
use super::object::fields;
use super::raw::place;

/// Bytes that are not UTF-8.
#[derive(Debug, PartialEq)]
pub(super) struct WrongByte {
    /// Where its replacement stands in the text.
    pub at: usize,
    /// Where it stands in the file, counted from 0.
    offset: usize,
    byte: u8,
}

/// Decodes a file.
pub(super) fn decode(bytes: Vec<u8>) -> (String, Vec<WrongByte>) {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return (text, Vec::new()),
        Err(error) => error.into_bytes(),
    };
    let (mut text, mut wrong) = (String::with_capacity(bytes.len()), Vec::new());
    let mut offset = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        offset += chunk.valid().len();
        if let Some(byte) = chunk.invalid().first() {
            wrong.push(WrongByte {
                at: text.len(),
                offset,
                byte: *byte,
            });
            text.push(char::REPLACEMENT_CHARACTER);
        }
        offset += chunk.invalid().len();
    }
    (text, wrong)
}

impl WrongByte {
    /// What is wrong and what to do.
    pub(super) fn message(&self) -> String {
        let Self { offset, byte, .. } = self;
        format!("byte {offset} of the file (0x{byte:02X}) is not UTF-8; save the file as UTF-8")
    }

    /// The issue of a value that stands at `start` in the text and at `path` in the document, and that
    /// is left out because of it.
    pub(super) fn issue(&self, value: &str, start: usize, path: &str) -> Issue {
        let fields = fields(value).ok();
        let holds = |(key, field): (&str, &_)| {
            let place = place(field, value);
            (place.start..place.end)
                .contains(&(self.at - start))
                .then(|| format!("{path}.{key}"))
        };
        let field = fields.and_then(|fields| fields.iter().find_map(holds));
        Issue {
            path: field.unwrap_or_else(|| path.to_owned()),
            message: self.message(),
            left_out: true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_in_the_file() {
        let (text, wrong) = decode(b"caf\xe9, \xc3\xbc, \xf0\x9f\x98x".to_vec());
        assert_eq!(text, "caf\u{fffd}, ü, \u{fffd}x");
        let places: Vec<_> = wrong
            .iter()
            .map(|wrong| (wrong.at, wrong.offset, wrong.byte))
            .collect();
        assert_eq!(places, [(3, 3, 0xe9), (12, 10, 0xf0)]);
        assert_eq!(decode("ü\u{fffd}".into()).1, []);
    }
}
