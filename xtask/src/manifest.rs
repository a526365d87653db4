//! `manifest.json`: every file of the bundle, with what a host needs to check and to plan.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;
use brotli::enc::BrotliEncoderParams;
use serde::{Deserialize, Serialize};

use crate::bundle::Bundle;
use crate::{files, hash};

/// The name of the manifest in the bundle.
pub const NAME: &str = "manifest.json";

/// The manifest.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// The version of the package.
    pub version: String,
    /// The files, sorted by name; the manifest itself is not among them.
    pub files: Vec<Entry>,
    /// The WebAssembly modules that each view needs besides the first one.
    pub chunks: BTreeMap<String, Vec<String>>,
}

/// One file of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The path within the bundle, with `/`.
    pub file: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its size in bytes as a good server sends it: brotli, quality 11.
    pub brotli: u64,
    /// The value for an `integrity` attribute.
    pub integrity: String,
}

impl Manifest {
    /// Measures a bundle.
    pub fn new(bundle: &Bundle, version: &str) -> Result<Self> {
        let entries = bundle.files.iter();
        Ok(Self {
            version: version.to_owned(),
            files: entries
                .map(|(file, contents)| Entry::new(file.clone(), contents))
                .collect::<Result<_, _>>()?,
            chunks: bundle.chunks.clone(),
        })
    }

    /// Reads the manifest of a finished bundle.
    pub fn read(dist: &Path) -> Result<Self> {
        let text = fs_err::read_to_string(dist.join(NAME))?;
        Ok(serde_json::from_str(&text)?)
    }

    /// Writes it into the bundle.
    pub fn write(&self, dist: &Path) -> Result<()> {
        let text = serde_json::to_string_pretty(self)?;
        files::write(&dist.join(NAME), text + "\n")
    }

    /// The sizes as a table, for the terminal.
    pub fn table(&self) -> String {
        let lengths = self.files.iter().map(|entry| entry.file.len());
        let width = lengths.max().unwrap_or(0);
        let mut text = format!("{:<width$}  {:>10}  {:>10}\n", "file", "bytes", "brotli");
        for Entry {
            file, size, brotli, ..
        } in &self.files
        {
            text.push_str(&format!("{file:<width$}  {size:>10}  {brotli:>10}\n"));
        }
        text
    }
}

impl Entry {
    fn new(file: String, contents: &[u8]) -> Result<Self> {
        Ok(Self {
            file,
            size: contents.len() as u64,
            brotli: compressed_size(contents)?,
            integrity: hash::integrity(contents),
        })
    }
}

/// The size of brotli at quality 11 with the usual window.
fn compressed_size(contents: &[u8]) -> std::io::Result<u64> {
    let mut compressed = Vec::new();
    let params = BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*contents, &mut compressed, &params)?;
    Ok(compressed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_has_sizes_and_integrity() -> Result<()> {
        let text = "open ".repeat(1000);
        let entry = Entry::new("a.txt".to_owned(), text.as_bytes())?;
        assert!(entry.size == 5000 && entry.brotli < 50, "{entry:?}");
        assert!(entry.integrity.starts_with("sha384-"));
        Ok(())
    }

    #[test]
    fn the_table_has_a_line_for_each_file() {
        let entry = |file: &str| Entry::new(file.to_owned(), b"x");
        let files = [entry("a.js"), entry("data/debate.json")]
            .into_iter()
            .flatten()
            .collect();
        let table = Manifest {
            version: String::new(),
            files,
            chunks: BTreeMap::new(),
        }
        .table();
        assert_eq!(table.lines().count(), 3);
        assert!(table.contains("data/debate.json"));
    }
}
