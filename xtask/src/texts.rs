//! Texts that are part of the WebAssembly: the glue makes each into a text of JavaScript once, and not
//! anew whenever it is handed over. They are two thirds of what a step of the zoom hands over, names of
//! elements and attributes above all.

use std::ops::Range;

use crate::failure::Failure;
use crate::shorten::replace_once;
use crate::wasm::{self, Reader};

/// How wasm-bindgen reads a text out of the memory.
pub const ANEW: &str =
    "function getStringFromWasm0(ptr, len) {\n    return decodeText(ptr >>> 0, len);\n}";

/// The same, with a memory for what lies where nothing is ever written. (A key stays a small integer,
/// which engines find fastest.)
const ONCE: &str = "const texts = new Map();
function getStringFromWasm0(ptr, len) {
    ptr >>>= 0;
    if (ptr < START || ptr >= END || len >> 13) return decodeText(ptr, len);
    const key = (ptr - START) * 8192 + len;
    let text = texts.get(key);
    if (text === undefined) texts.set(key, text = decodeText(ptr, len));
    return text;
}";

/// The glue, which decodes the texts of the WebAssembly once.
pub fn decoded_once(glue: &str, wasm: &[u8]) -> Result<String, Failure> {
    let Some(Range { start, end }) = data(wasm)? else {
        return Ok(glue.to_owned());
    };
    let once = ONCE.replace("START", &start.to_string());
    replace_once(glue, ANEW, &once.replace("END", &end.to_string()))
}

/// Where the memory is filled from the WebAssembly itself. Rust puts constants there and what statics
/// begin with; a text of the latter would have to be written over by code that we forbid ourselves.
fn data(wasm: &[u8]) -> Result<Option<Range<usize>>, Failure> {
    const DATA: u8 = 11;
    const CONSTANT: u8 = 0x41;
    const END: u8 = 0x0b;
    let mut rest = Reader::new(wasm)?;
    let mut filled: Option<Range<usize>> = None;
    while let Some((kind, section)) = rest.section()? {
        if kind != DATA {
            continue;
        }
        let mut rest = Reader(section);
        for _ in 0..rest.number()? {
            // Of memory 0, from a constant on: the linker writes nothing else.
            if rest.byte()? != 0 || rest.byte()? != CONSTANT {
                return Err(wasm::not_understood());
            }
            // With a sign, which is plus: then it reads as one without.
            let start = rest.number()?;
            if rest.byte()? != END {
                return Err(wasm::not_understood());
            }
            let length = rest.number()?;
            rest.take(length)?;
            let end = start + length;
            filled = Some(match filled {
                Some(filled) => filled.start.min(start)..filled.end.max(end),
                None => start..end,
            });
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::put_section;
    use crate::wasm::tests::sample;

    fn with_data(section: &[u8]) -> Vec<u8> {
        let mut wasm = sample(&[], &[]);
        put_section(&mut wasm, 11, section);
        wasm
    }

    #[test]
    fn data_reach_from_the_first_to_the_last() {
        assert_eq!(data(&sample(&[], &[])), Ok(None));
        // "ab" at 1024 and "c" at 1000.
        let wasm = with_data(b"\x02\0\x41\x80\x08\x0b\x02ab\0\x41\xe8\x07\x0b\x01c");
        assert_eq!(data(&wasm), Ok(Some(1000..1026)));
    }

    #[test]
    fn data_of_another_kind_are_refused() {
        for section in [
            &b"\x01\x01\x02ab"[..],
            b"\x01\0\x23\0\x0b\x02ab",
            b"\x01\0\x41\x80\x08\x41\x02ab",
            b"\x01\0\x41\x80\x08\x0b\x03ab",
        ] {
            assert!(data(&with_data(section)).is_err(), "{section:?}");
        }
    }

    #[test]
    fn the_glue_knows_where_texts_stay_as_they_are() {
        let wasm = with_data(b"\x01\0\x41\x80\x08\x0b\x02ab");
        let glue = decoded_once(&format!("a();\n{ANEW}\nb();"), &wasm).unwrap_or_default();
        assert!(
            glue.contains("ptr < 1024 || ptr >= 1026") && glue.contains("(ptr - 1024) * 8192"),
            "{glue}"
        );
        assert!(
            glue.starts_with("a();\n") && glue.ends_with("\nb();"),
            "{glue}"
        );
        assert!(decoded_once("a();", &wasm).is_err());
        assert_eq!(
            decoded_once("a();", &sample(&[], &[])),
            Ok("a();".to_owned())
        );
    }
}
