//! The order of the functions in the WebAssembly: those with like contents side by side, where brotli
//! makes them smaller by three parts in a hundred.

use std::collections::{BTreeSet, HashMap};
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

/// Contents are alike by the pieces of this length, in bytes, that they share: most instructions take two or three.
const PIECE: usize = 4;
/// What is in more functions than this says nothing of two of them.
const COMMON: usize = 60;

/// The WebAssembly with like functions side by side; as it is where there is no
/// wasm-opt, which knows how to move a function: trunk may be called by itself. It is done in `folder`.
pub fn by_likeness(wasm: Vec<u8>, folder: &Path) -> Result<Vec<u8>, Failure> {
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

/// The same with names for its functions, which are in the order that they are to have; nothing where it
/// has none.
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
    let mut places = vec![0; functions.len()];
    for (place, function) in order(&functions).into_iter().enumerate() {
        places[function] = place;
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

/// After each function the one that shares most with it, for its length.
fn order(functions: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<BTreeSet<&[u8]>> = functions
        .iter()
        .map(|function| function.windows(PIECE).collect())
        .collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(function);
        }
    }
    // What is like nothing before it comes in the order of contents.
    let mut sorted: Vec<usize> = (0..functions.len()).collect();
    sorted.sort_by_key(|function| functions[*function]);
    let mut is_placed = vec![false; functions.len()];
    let mut order = Vec::with_capacity(functions.len());
    let mut rest = sorted.into_iter();
    let mut next = rest.next();
    while let Some(function) = next {
        is_placed[function] = true;
        order.push(function);
        let mut shared = vec![0.0; functions.len()];
        for piece in &pieces[function] {
            let holders = &holders[piece];
            if holders.len() <= COMMON {
                // What few have says more.
                let weight = 1.0 / (1.0 + holders.len() as f64).ln();
                for holder in holders.iter().filter(|holder| !is_placed[**holder]) {
                    shared[*holder] += weight / pieces[*holder].len() as f64;
                }
            }
        }
        let most = (0..functions.len()).max_by(|a, b| shared[*a].total_cmp(&shared[*b]));
        next = most
            .filter(|most| shared[*most] > 0.0)
            .or_else(|| rest.find(|function| !is_placed[*function]));
    }
    order
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
    fn what_is_alike_stands_side_by_side() {
        let functions = [
            "nobody's like",
            "a piece that two share, and more",
            "just one",
            "zebra: a piece that two share",
        ];
        let bytes = functions.map(str::as_bytes);
        assert_eq!(order(&bytes), [1, 3, 2, 0], "and the others by contents");
        assert_eq!(order(&[]), [0; 0]);
    }

    #[test]
    fn the_engines_are_asked_for_what_trunk_asks_for() {
        let page = include_str!("../../index.html");
        assert_eq!(page.matches("--enable-").count(), FEATURES.len());
        assert!(FEATURES.iter().all(|feature| page.contains(feature)));
    }
}
