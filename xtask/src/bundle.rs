//! The static bundle: its files by name. They stay in memory until all of them are made, so that a build that fails
//! leaves the last bundle in place.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Result;

use crate::files;

/// The files of a bundle.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// Contents by path within the bundle, with `/`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The files with the chunks that each view needs; none where the WebAssembly is not split.
    pub chunks: BTreeMap<String, Vec<String>>,
}

impl Bundle {
    /// Adds a file.
    pub fn add(&mut self, name: impl Into<String>, contents: impl Into<Vec<u8>>) {
        self.files.insert(name.into(), contents.into());
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
