//! What `fs_err` lacks: folders as a whole, and names within them.

use std::path::{Path, PathBuf};

use anyhow::Result;
use fs_err as fs;

/// Writes a file, with the folders above it.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    Ok(fs::write(path, contents)?)
}

/// Removes a folder and its contents, if it exists.
pub fn remove_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path)?;
    }
    Ok(())
}

/// The contents of a folder, sorted by name; none if it does not exist.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<Result<Vec<_>>>()?;
    paths.sort();
    Ok(paths)
}

/// Every file in a folder and in the folders below it, sorted; none if it does not exist.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in list(folder)? {
        if path.is_dir() {
            files.extend(walk(&path)?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}

/// The name of a file; empty if it is not Unicode.
pub fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// A path below a folder, written with `/` on every system.
pub fn relative(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    let parts: Vec<_> = parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_paths_use_slashes() {
        let folder = Path::new("dist");
        let path = folder.join("data").join("debate.json");
        assert_eq!(relative(&path, folder), "data/debate.json");
    }

    #[test]
    fn a_folder_that_does_not_exist_is_empty() {
        assert!(walk(Path::new("no/such/folder")).is_ok_and(|files| files.is_empty()));
    }
}
