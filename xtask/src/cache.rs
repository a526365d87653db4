//! Where the tools are kept: one folder for each user, shared by all clones of the project.
//!
//! ```text
//! tools/esbuild-0.28.2/             finished; only ever renamed into place
//! builds/                           the shared target folder of tests, see `builds.rs`
//! tmp/                              being built; whoever holds the lock may clear it
//! lock                              held while installing
//! ```

use std::env;
use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::files;

/// The name of the project's folder in the cache of the user.
const FOLDER: &str = "open-vs-closed";

/// The place of the tools.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache of this user.
    pub fn open() -> Result<Self, Failure> {
        let own = env::var_os("OVC_CACHE_DIR").filter(|value| !value.is_empty());
        let folder = own
            .map(PathBuf::from)
            .or_else(|| dirs::cache_dir().map(|folder| folder.join(FOLDER)))
            .ok_or_else(|| {
                Failure::problem(
                    "There is no home folder to keep tools in; set OVC_CACHE_DIR to a folder.",
                )
            })?;
        let folder = std::path::absolute(&folder)
            .map_err(|error| files::could_not("use", &folder, &error))?;
        Ok(Self { folder })
    }

    /// Where a finished tool is.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.folder.join("tools").join(format!("{name}-{version}"))
    }

    /// The shared target folder of tests.
    pub fn builds(&self) -> PathBuf {
        self.folder.join("builds")
    }

    /// Takes the cache for installing, waiting for another run that has it.
    pub fn lock(&self) -> Result<Guard, Failure> {
        files::create_folder(&self.folder)?;
        let path = self.folder.join("lock");
        let file =
            File::create(&path).map_err(|error| files::could_not("create", &path, &error))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                println!("Another run is installing tools; waiting for it to finish.");
                file.lock()
                    .map_err(|error| files::could_not("lock", &path, &error))?;
            }
            Err(TryLockError::Error(error)) => return Err(files::could_not("lock", &path, &error)),
        }
        let guard = Guard {
            scratch: self.folder.join("tmp"),
            _lock: file,
        };
        // An interrupted run may have left something behind.
        files::remove_folder(&guard.scratch)?;
        files::create_folder(&guard.scratch)?;
        Ok(guard)
    }
}

/// The right to install. Dropping it clears the scratch folder and lets others in.
#[derive(Debug)]
pub struct Guard {
    scratch: PathBuf,
    _lock: File,
}

impl Guard {
    /// A place to build in.
    pub fn scratch(&self, name: &str) -> PathBuf {
        self.scratch.join(name)
    }

    /// Makes a built tool the finished one, in one step.
    pub fn finish(&self, built: &Path, finished: &Path) -> Result<(), Failure> {
        if let Some(parent) = finished.parent() {
            files::create_folder(parent)?;
        }
        files::remove_folder(finished)?;
        std::fs::rename(built, finished)
            .map_err(|error| files::could_not("move the finished tool to", finished, &error))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Err(failure) = files::remove_folder(&self.scratch) {
            eprintln!("{failure}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_at_a_time_installs() {
        let folder = env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let cache = Cache {
            folder: folder.clone(),
        };
        let Ok(guard) = cache.lock() else {
            panic!("a new cache can be locked");
        };
        let built = guard.scratch("a");
        assert_eq!(files::write(&built.join("b"), "c"), Ok(()));
        let finished = cache.tool("a", "1");
        assert_eq!(guard.finish(&built, &finished), Ok(()));
        drop(guard);
        assert!(finished.join("b").is_file() && !built.exists());
        assert_eq!(files::remove_folder(&folder), Ok(()));
    }
}
