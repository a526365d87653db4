//! Files, with errors that name them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// Reads a text file.
pub fn read(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| could_not("read", path, &error))
}

/// Writes a file, with the folders above it.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        create_folder(parent)?;
    }
    fs::write(path, contents).map_err(|error| could_not("write", path, &error))
}

/// Makes a folder and those above it.
pub fn create_folder(path: &Path) -> Result<(), Failure> {
    fs::create_dir_all(path).map_err(|error| could_not("create", path, &error))
}

/// Removes a folder with all it holds; one that is not there is fine.
pub fn remove_folder(path: &Path) -> Result<(), Failure> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(could_not("remove", path, &error))
        }
        _ => Ok(()),
    }
}

/// What a folder holds, sorted by name; nothing if there is no such folder.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let entries = fs::read_dir(folder).map_err(|error| could_not("list", folder, &error))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(|error| could_not("list", folder, &error))?;
    paths.sort();
    Ok(paths)
}

/// Every file in a folder and in the folders below it, sorted; nothing if there is no such folder.
pub fn walk(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
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

/// The name of a file, or nothing if it has none that is Unicode.
pub fn name(path: &Path) -> &str {
    path.file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default()
}

/// A path below a folder, written with `/` on every system.
pub fn relative(path: &Path, folder: &Path) -> String {
    let parts = path.strip_prefix(folder).unwrap_or(path).components();
    parts
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}

/// "Could not read …: why."
pub fn could_not(verb: &str, path: &Path, error: &std::io::Error) -> Failure {
    Failure::problem(format!("Could not {verb} {}: {error}.", path.display()))
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
    fn a_folder_that_is_not_there_is_empty() {
        assert_eq!(walk(Path::new("no/such/folder")), Ok(Vec::new()));
    }
}
