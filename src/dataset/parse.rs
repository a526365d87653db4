//! Parses JSON in pieces, one record after another, so that a page can draw in between.
//!
//! Native tools and pages use the same code. Where a text is not sound, no more is said than that:
//! a whole parser (serde_json, or the browser's own) finds the words; see [`super::Fault`].

use super::{MAX_DEPTH, Text, Value};

/// A piece of the document, in the order of the file.
pub(super) enum Piece {
    /// The key of a list, whose items follow.
    List(Text),
    /// The next item of the list.
    Item(Value, Met),
    /// A key whose value is no list.
    Single(Text, Value, Met),
    /// The document is complete.
    End,
}

/// What was met in a value on the way.
#[derive(Clone, Copy, Default)]
pub(super) struct Met {
    /// Half of a surrogate pair, which is valid JSON syntax, but no text.
    pub(super) half_of_a_pair: bool,
    /// Deeper nesting than [`MAX_DEPTH`]; the value is [`Value::Null`].
    pub(super) too_deep: bool,
}

enum Place {
    Start,
    InList,
    AfterValue,
}

/// The parser of a document, and where it is.
pub(super) struct Parser {
    bytes: Vec<u8>,
    at: usize,
    place: Place,
    met: Met,
    keys: Keys,
}

/// Lists and objects that have been opened and not yet closed.
enum Open {
    List(Vec<Value>),
    /// The last entry waits for its value.
    Object(Vec<(Text, Value)>),
}

impl Parser {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        // Editors on Windows may put a byte order mark first.
        let at = if bytes.starts_with(b"\xef\xbb\xbf") {
            3
        } else {
            0
        };
        Self {
            bytes,
            at,
            place: Place::Start,
            met: Met::default(),
            keys: Keys::default(),
        }
    }

    /// How many bytes have been read.
    pub(super) fn at(&self) -> usize {
        self.at
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The whole text, as a page would decode it.
    pub(super) fn text(&self) -> String {
        let bytes = self.bytes.strip_prefix(b"\xef\xbb\xbf");
        String::from_utf8_lossy(bytes.unwrap_or(&self.bytes)).into_owned()
    }

    /// The next piece; `None` where the text is no JSON object.
    pub(super) fn next(&mut self) -> Option<Piece> {
        match self.place {
            Place::Start => {
                self.need(b'{')?;
                if self.peek()? == b'}' {
                    self.at += 1;
                    return self.end();
                }
                self.entry()
            }
            Place::InList => {
                let (value, met) = self.record()?;
                match self.token()? {
                    b',' => {}
                    b']' => self.place = Place::AfterValue,
                    _ => return None,
                }
                Some(Piece::Item(value, met))
            }
            Place::AfterValue => match self.token()? {
                b',' => self.entry(),
                b'}' => self.end(),
                _ => None,
            },
        }
    }

    fn entry(&mut self) -> Option<Piece> {
        let key = self.key()?;
        self.place = Place::AfterValue;
        if self.peek()? != b'[' {
            let (value, met) = self.record()?;
            return Some(Piece::Single(key, value, met));
        }
        self.at += 1;
        if self.peek()? == b']' {
            self.at += 1;
        } else {
            self.place = Place::InList;
        }
        Some(Piece::List(key))
    }

    fn end(&mut self) -> Option<Piece> {
        self.peek().is_none().then_some(Piece::End)
    }

    fn record(&mut self) -> Option<(Value, Met)> {
        self.met = Met::default();
        let value = self.value()?;
        let value = if self.met.too_deep {
            Value::Null
        } else {
            value
        };
        Some((value, self.met))
    }

    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        loop {
            match self.bytes.get(self.at)? {
                b' ' | b'\n' | b'\r' | b'\t' => self.at += 1,
                byte => return Some(*byte),
            }
        }
    }

    fn token(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn need(&mut self, byte: u8) -> Option<()> {
        (self.token()? == byte).then_some(())
    }

    fn key(&mut self) -> Option<Text> {
        self.need(b'"')?;
        let start = self.at;
        let key = match self.plain_end()? {
            end if self.bytes[end] == b'"' => {
                self.at = end + 1;
                self.keys.get(&self.bytes[start..end])
            }
            _ => self.string()?,
        };
        self.need(b':')?;
        Some(key)
    }

    /// A value with all that is in it. Without recursion: a text of nothing but brackets must not
    /// exhaust the stack.
    fn value(&mut self) -> Option<Value> {
        let mut open: Vec<Open> = Vec::new();
        loop {
            let mut value = match self.token()? {
                b'"' => Value::Text(self.string()?),
                byte @ (b'{' | b'[') => {
                    self.met.too_deep |= open.len() >= MAX_DEPTH;
                    // What closes a bracket is two further on in ASCII.
                    if self.peek()? == byte + 2 {
                        self.at += 1;
                        match byte {
                            b'{' => Value::Object(Vec::new()),
                            _ => Value::List(Vec::new()),
                        }
                    } else {
                        open.push(match byte {
                            b'{' => Open::Object(vec![(self.key()?, Value::Null)]),
                            _ => Open::List(Vec::new()),
                        });
                        continue;
                    }
                }
                b't' => self.word(b"rue", Value::Bool(true))?,
                b'f' => self.word(b"alse", Value::Bool(false))?,
                b'n' => self.word(b"ull", Value::Null)?,
                b'-' | b'0'..=b'9' => self.number()?,
                _ => return None,
            };
            // A value is complete, and maybe what it stands in.
            loop {
                let Some(last) = open.last_mut() else {
                    return Some(value);
                };
                match last {
                    Open::List(items) => items.push(value),
                    Open::Object(entries) => entries.last_mut()?.1 = value,
                }
                let byte = self.token()?;
                match open.last_mut()? {
                    Open::List(_) if byte == b',' => break,
                    Open::Object(entries) if byte == b',' => {
                        let key = self.key()?;
                        entries.push((key, Value::Null));
                        break;
                    }
                    Open::List(items) if byte == b']' => {
                        value = Value::List(core::mem::take(items))
                    }
                    Open::Object(entries) if byte == b'}' => {
                        value = Value::Object(core::mem::take(entries));
                    }
                    _ => return None,
                }
                open.pop();
                if self.met.too_deep {
                    // Nobody reads it, and dropping it would recurse.
                    value = Value::Null;
                }
            }
        }
    }

    fn word(&mut self, rest: &[u8], value: Value) -> Option<Value> {
        let found = self.bytes.get(self.at..)?.starts_with(rest);
        self.at += rest.len();
        found.then_some(value)
    }

    /// A number, whose first character has been read; as it is written.
    fn number(&mut self) -> Option<Value> {
        let start = self.at - 1;
        let digits = |parser: &mut Self| {
            let from = parser.at;
            while parser.bytes.get(parser.at).is_some_and(u8::is_ascii_digit) {
                parser.at += 1;
            }
            (parser.at > from).then_some(())
        };
        self.at = start + usize::from(self.bytes[start] == b'-');
        if self.bytes.get(self.at) == Some(&b'0') {
            self.at += 1;
        } else {
            digits(self)?;
        }
        if self.bytes.get(self.at) == Some(&b'.') {
            self.at += 1;
            digits(self)?;
        }
        if let Some(b'e' | b'E') = self.bytes.get(self.at) {
            self.at += 1;
            if let Some(b'+' | b'-') = self.bytes.get(self.at) {
                self.at += 1;
            }
            digits(self)?;
        }
        Some(Value::Number(text(&self.bytes[start..self.at])))
    }

    /// Where the text that has begun ends, or has its first escape.
    fn plain_end(&self) -> Option<usize> {
        let rest = self.bytes.get(self.at..)?;
        let end = rest
            .iter()
            .position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))?;
        (rest[end] >= 0x20).then_some(self.at + end)
    }

    /// A text whose opening quote has been read.
    fn string(&mut self) -> Option<Text> {
        let mut mended = Vec::new();
        loop {
            let end = self.plain_end()?;
            let plain = &self.bytes[self.at..end];
            self.at = end + 1;
            if self.bytes[end] == b'"' {
                return Some(if mended.is_empty() {
                    text(plain)
                } else {
                    mended.extend_from_slice(plain);
                    text(&mended)
                });
            }
            mended.extend_from_slice(plain);
            let letter = self.escape()?;
            mended.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes());
        }
    }

    /// What an escape stands for, whose backslash has been read.
    fn escape(&mut self) -> Option<char> {
        let letter = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit(self.at)?;
                self.at += 4;
                let second = match self.bytes.get(self.at..self.at + 2) {
                    Some(b"\\u") if first >> 10 == 0xD800 >> 10 => self.unit(self.at + 2),
                    _ => None,
                };
                match second.filter(|second| second >> 10 == 0xDC00 >> 10) {
                    Some(second) => {
                        self.at += 6;
                        char::from_u32(0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF))?
                    }
                    None => char::from_u32(first).unwrap_or_else(|| {
                        self.met.half_of_a_pair = true;
                        char::REPLACEMENT_CHARACTER
                    }),
                }
            }
            _ => return None,
        })
    }

    /// The number that four hexadecimal digits stand for.
    fn unit(&self, at: usize) -> Option<u32> {
        let digits = self.bytes.get(at..at + 4)?;
        digits.iter().try_fold(0, |unit, digit| {
            Some(unit * 16 + char::from(*digit).to_digit(16)?)
        })
    }
}

/// What is not text becomes U+FFFD, as when a page decodes it.
fn text(bytes: &[u8]) -> Text {
    Text::from(&*String::from_utf8_lossy(bytes))
}

/// Keys that were met before: records have the same ones again and again, mostly in the same order.
#[derive(Default)]
struct Keys {
    known: Vec<Text>,
    next: usize,
}

/// More than the format has; what is beyond is not remembered.
const MOST_KEYS: usize = 100;

impl Keys {
    fn get(&mut self, key: &[u8]) -> Text {
        let count = self.known.len();
        for at in (self.next..count).chain(0..self.next.min(count)) {
            if self.known[at].as_bytes() == key {
                self.next = at + 1;
                return self.known[at].clone();
            }
        }
        let key = text(key);
        if count < MOST_KEYS {
            self.known.push(key.clone());
        }
        key
    }
}
