//! Reading a WebAssembly, and the names of what it takes from outside and gives to it.

use crate::failure::Failure;

pub const HEADER: &[u8] = b"\0asm\x01\0\0\0";
pub const CUSTOM: u8 = 0;
pub const IMPORTS: u8 = 2;
const EXPORTS: u8 = 7;
pub const CODE: u8 = 10;
const FUNCTION: u8 = 0;

/// What the WebAssembly becomes with each import, module and name, and each export named anew. What
/// says only who made it is left out: no engine asks for it.
pub fn renamed(
    wasm: &[u8],
    mut import: impl FnMut(&str, &str) -> (String, String),
    mut export: impl FnMut(&str) -> String,
) -> Result<Vec<u8>, Failure> {
    let mut rest = Reader::new(wasm)?;
    let mut result = HEADER.to_vec();
    while let Some((kind, section)) = rest.section()? {
        match kind {
            CUSTOM => {}
            IMPORTS => {
                let entries = entries(section, |from, to| {
                    let (module, name) = import(from.text()?, from.text()?);
                    put_text(to, &module);
                    put_text(to, &name);
                    // wasm-bindgen brings nothing else in, and the others end in other ways.
                    if from.byte()? != FUNCTION {
                        return Err(not_understood());
                    }
                    to.push(FUNCTION);
                    put_number(to, from.number()?);
                    Ok(())
                })?;
                put_section(&mut result, kind, &entries);
            }
            EXPORTS => {
                let entries = entries(section, |from, to| {
                    put_text(to, &export(from.text()?));
                    to.push(from.byte()?);
                    put_number(to, from.number()?);
                    Ok(())
                })?;
                put_section(&mut result, kind, &entries);
            }
            _ => put_section(&mut result, kind, section),
        }
    }
    Ok(result)
}

fn entries(
    section: &[u8],
    mut entry: impl FnMut(&mut Reader, &mut Vec<u8>) -> Result<(), Failure>,
) -> Result<Vec<u8>, Failure> {
    let mut from = Reader(section);
    let mut to = Vec::with_capacity(section.len());
    let count = from.number()?;
    put_number(&mut to, count);
    for _ in 0..count {
        entry(&mut from, &mut to)?;
    }
    if from.0.is_empty() {
        Ok(to)
    } else {
        Err(not_understood())
    }
}

pub fn put_section(to: &mut Vec<u8>, kind: u8, contents: &[u8]) {
    to.push(kind);
    put_number(to, contents.len());
    to.extend_from_slice(contents);
}

pub fn put_text(to: &mut Vec<u8>, text: &str) {
    put_number(to, text.len());
    to.extend_from_slice(text.as_bytes());
}

/// LEB128: seven bits a byte, the lowest first.
pub fn put_number(to: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// What is still to be read.
pub struct Reader<'a>(pub &'a [u8]);

impl<'a> Reader<'a> {
    /// What comes after the header.
    pub fn new(wasm: &'a [u8]) -> Result<Self, Failure> {
        let rest = wasm.strip_prefix(HEADER).ok_or_else(not_understood)?;
        Ok(Self(rest))
    }

    /// The next section, by its kind, if there is one.
    pub fn section(&mut self) -> Result<Option<(u8, &'a [u8])>, Failure> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let kind = self.byte()?;
        let length = self.number()?;
        Ok(Some((kind, self.take(length)?)))
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8], Failure> {
        let (taken, rest) = self.0.split_at_checked(length).ok_or_else(not_understood)?;
        self.0 = rest;
        Ok(taken)
    }

    pub fn byte(&mut self) -> Result<u8, Failure> {
        Ok(self.take(1)?[0])
    }

    pub fn number(&mut self) -> Result<usize, Failure> {
        let mut number: u32 = 0;
        // Thirty-two bits take five bytes at most.
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return usize::try_from(number).map_err(|_| not_understood());
            }
        }
        Err(not_understood())
    }

    pub fn text(&mut self) -> Result<&'a str, Failure> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| not_understood())
    }
}

pub fn not_understood() -> Failure {
    Failure::problem("The WebAssembly is built otherwise than xtask/src/wasm.rs expects.")
}

#[cfg(test)]
pub mod tests {
    use super::*;

    /// A WebAssembly with functions to import and memories to export, and nothing that could run.
    pub fn sample(imports: &[(&str, &str)], exports: &[&str]) -> Vec<u8> {
        let mut wasm = HEADER.to_vec();
        put_section(&mut wasm, 1, &[1, 0x60, 0, 0]);
        let mut section = Vec::new();
        put_number(&mut section, imports.len());
        for (module, name) in imports {
            put_text(&mut section, module);
            put_text(&mut section, name);
            section.extend([FUNCTION, 0]);
        }
        put_section(&mut wasm, IMPORTS, &section);
        put_section(&mut wasm, 5, &[1, 0, 1]);
        let mut section = Vec::new();
        put_number(&mut section, exports.len());
        for name in exports {
            put_text(&mut section, name);
            section.extend([2, 0]);
        }
        put_section(&mut wasm, EXPORTS, &section);
        wasm
    }

    fn unchanged(wasm: &[u8]) -> Result<Vec<u8>, Failure> {
        let import = |module: &str, name: &str| (module.to_owned(), name.to_owned());
        renamed(wasm, import, str::to_owned)
    }

    #[test]
    fn names_change_and_nothing_else() {
        let long = "l".repeat(200);
        let wasm = sample(&[("m", &long), ("n", "two")], &["memory", &long]);
        assert_eq!(unchanged(&wasm), Ok(wasm.clone()));

        let import = |module: &str, name: &str| match name {
            "two" => (module.to_owned(), name.to_owned()),
            _ => ("x".to_owned(), "a".to_owned()),
        };
        let export = |name: &str| if name == "memory" { name } else { "b" }.to_owned();
        let expected = sample(&[("x", "a"), ("n", "two")], &["memory", "b"]);
        assert_eq!(renamed(&wasm, import, export), Ok(expected));
    }

    #[test]
    fn sections_that_do_nothing_go() {
        let wasm = sample(&[], &[]);
        let mut told = wasm.clone();
        put_section(&mut told, CUSTOM, b"\x09producers...");
        assert_eq!(unchanged(&told), Ok(wasm));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        let wasm = sample(&[("m", "one")], &["memory"]);
        for length in [0, 4, 9, 20, wasm.len() - 1] {
            assert!(unchanged(&wasm[..length]).is_err(), "{length}");
        }
        let mut memory = HEADER.to_vec();
        put_section(&mut memory, IMPORTS, b"\x01\x01m\x01n\x02\0\x01");
        assert!(unchanged(&memory).is_err());
        let mut endless = HEADER.to_vec();
        endless.extend([1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        assert!(unchanged(&endless).is_err());
    }
}
