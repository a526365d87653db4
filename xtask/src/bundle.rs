//! The static bundle: its files by name. They stay in memory until all of them are made, so that a build that fails
//! leaves the last bundle in place.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;

use crate::files;
use crate::names::{self, DATA, GLUE, LIVE, SHELL, STYLE};

/// The files of a bundle.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Contents by path within the bundle, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files with the chunks that each view needs; none where the WebAssembly is not split.
    pub chunks: BTreeMap<String, Vec<String>>,
    /// The files with the WebAssembly modules, by the name that the generated code uses.
    pub modules: BTreeMap<String, String>,
}

impl Bundle {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, contents: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), contents.into());
    }

    /// The name of the file whose name matches a pattern.
    pub fn name(&self, pattern: &str) -> Result<&str> {
        let mut names = self.files.keys();
        let name = names.find(|name| names::matches(pattern, name));
        let name = name.with_context(|| format!("the bundle has no {pattern}"))?;
        Ok(name)
    }

    /// The files of words, by language.
    pub fn words(&self) -> BTreeMap<&str, &str> {
        let names = self.files.keys().map(String::as_str);
        names
            .filter_map(|name| Some((names::language(name)?, name)))
            .collect()
    }

    /// Writes the files in place of what the folder holds.
    pub fn replace(&self, folder: &Path) -> Result<()> {
        files::remove_folder(folder)?;
        for (name, contents) in &self.files {
            files::write(&folder.join(name), contents)?;
        }
        Ok(())
    }
}

/// The files that the loader needs to know, as its constant `FILES`.
#[derive(Debug, Serialize)]
pub struct LoaderFiles<'a> {
    live: &'a str,
    glue: &'a str,
    style: &'a str,
    data: &'a str,
    /// The files of words, by language.
    words: BTreeMap<&'a str, &'a str>,
    shell: &'a str,
    /// The modules besides the shell, each once: views share many of them.
    parts: Vec<&'a str>,
    /// The places in `parts` of what each view needs.
    chunks: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> LoaderFiles<'a> {
    /// Those of a bundle.
    pub fn of(bundle: &'a Bundle) -> Result<Self> {
        let mut parts: Vec<&str> = bundle
            .chunks
            .values()
            .flatten()
            .map(String::as_str)
            .collect();
        parts.sort_unstable();
        parts.dedup();
        let place = |name: &String| parts.binary_search(&name.as_str()).ok();
        let chunks = bundle.chunks.iter();
        let chunks =
            chunks.map(|(view, names)| (view.as_str(), names.iter().filter_map(place).collect()));
        Ok(Self {
            chunks: chunks.collect(),
            live: bundle.name(LIVE)?,
            glue: bundle.name(GLUE)?,
            style: bundle.name(STYLE)?,
            data: DATA,
            words: bundle.words(),
            shell: bundle.name(SHELL)?,
            parts,
        })
    }
}
