//! The order of the functions in the WebAssembly: those with like contents side by side, where brotli
//! makes them smaller by more than one part in a hundred.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::failure::Failure;
use crate::wasm::{CODE, CUSTOM, HEADER, IMPORTS, Reader, put_number, put_section, put_text};
use crate::{files, process};

/// The subsection of the name section for functions.
const FUNCTIONS: u8 = 1;

/// What the engines may be asked for, as in `index.html`.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The WebAssembly with its functions in the order of their contents; as it is where there is no
/// wasm-opt, which knows how to move a function: trunk may be called by itself. It is done in `folder`.
pub fn by_contents(wasm: Vec<u8>, folder: &Path) -> Result<Vec<u8>, Failure> {
    let named = with_names(&wasm)?;
    let (Some(named), Some(wasm_opt)) = (named, process::find("wasm-opt")) else {
        return Ok(wasm);
    };
    let (from, to) = (folder.join("named.wasm"), folder.join("sorted.wasm"));
    files::write(&from, named)?;
    process::run(
        Command::new(wasm_opt)
            .args(FEATURES)
            .args(["--reorder-functions-by-name", "-o"])
            .args([&to, &from]),
    )?;
    let result = fs::read(&to).map_err(|error| files::could_not("read", &to, &error))?;
    for path in [&from, &to] {
        fs::remove_file(path).map_err(|error| files::could_not("remove", path, &error))?;
    }
    Ok(result)
}

/// The same with names for its functions, which are in the order of their contents; nothing where it has
/// none.
fn with_names(wasm: &[u8]) -> Result<Option<Vec<u8>>, Failure> {
    let mut rest = Reader::new(wasm)?;
    let mut result = HEADER.to_vec();
    let (mut imports, mut functions) = (0, Vec::new());
    while let Some((kind, section)) = rest.section()? {
        match kind {
            CUSTOM => continue,
            // Functions and nothing else: `wasm::renamed` has seen to that.
            IMPORTS => imports = Reader(section).number()?,
            CODE => functions = bodies(section)?,
            _ => {}
        }
        put_section(&mut result, kind, section);
    }
    if functions.is_empty() {
        return Ok(None);
    }
    let mut order: Vec<usize> = (0..functions.len()).collect();
    order.sort_by_key(|function| functions[*function]);
    let mut places = vec![0; order.len()];
    for (place, function) in order.iter().enumerate() {
        places[*function] = place;
    }
    let mut names = Vec::new();
    put_number(&mut names, places.len());
    for (function, place) in places.iter().enumerate() {
        put_number(&mut names, imports + function);
        put_text(&mut names, &format!("{place:08}"));
    }
    let mut section = Vec::new();
    put_text(&mut section, "name");
    put_section(&mut section, FUNCTIONS, &names);
    put_section(&mut result, CUSTOM, &section);
    Ok(Some(result))
}

/// What each function is made of.
fn bodies(section: &[u8]) -> Result<Vec<&[u8]>, Failure> {
    let mut rest = Reader(section);
    let count = rest.number()?;
    (0..count)
        .map(|_| {
            let length = rest.number()?;
            rest.take(length)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wasm::tests::sample;

    #[test]
    fn names_are_in_the_order_of_contents() {
        let mut wasm = sample(&[("m", "one")], &["memory"]);
        assert_eq!(with_names(&wasm), Ok(None));
        put_section(&mut wasm, CODE, b"\x03\x03\0ca\x02\0b\x02\0c");
        let mut expected = wasm.clone();
        put_section(
            &mut expected,
            CUSTOM,
            b"\x04name\x01\x1f\x03\x01\x0800000002\x02\x0800000000\x03\x0800000001",
        );
        let expected = Ok(Some(expected));
        assert_eq!(with_names(&wasm), expected);
        // Names that it has give way.
        let named = with_names(&wasm).ok().flatten().unwrap_or_default();
        assert_eq!(with_names(&named), expected);
        assert!(with_names(&wasm[..wasm.len() - 1]).is_err());
    }

    #[test]
    fn the_engines_are_asked_for_what_trunk_asks_for() {
        let page = include_str!("../../index.html");
        assert_eq!(page.matches("--enable-").count(), FEATURES.len());
        assert!(FEATURES.iter().all(|feature| page.contains(feature)));
    }
}
