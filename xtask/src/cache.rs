//! Where the tools are kept: one folder for each user, shared by all clones of the project.
//!
//! ```text
//! tools/esbuild-0.28.2/             finished; only ever renamed into place
//! builds/                           what tests are built from, see `builds.rs`
//! tmp/                              being built; whoever holds the lock may clear it
//! lock                              held while installing
//! ```

use std::env;
use std::ffi::OsString;
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
        let folder =
            choose(System::here(), |name| env::var_os(name), env::home_dir()).ok_or_else(|| {
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

    /// Where what the tests are built from is kept.
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
        // What an interrupted run has left behind is of no use to anybody.
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

/// The systems that differ in where a cache belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum System {
    Mac,
    Windows,
    Other,
}

impl System {
    fn here() -> Self {
        if cfg!(target_os = "macos") {
            Self::Mac
        } else if cfg!(windows) {
            Self::Windows
        } else {
            Self::Other
        }
    }
}

fn choose(
    system: System,
    variable: impl Fn(&str) -> Option<OsString>,
    home: Option<PathBuf>,
) -> Option<PathBuf> {
    let set = |name: &str| {
        variable(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    if let Some(own) = set("OVC_CACHE_DIR") {
        return Some(own);
    }
    // The convention asks that a relative path in this variable be ignored.
    let above = set("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| match system {
            System::Mac => home.map(|home| home.join("Library").join("Caches")),
            System::Windows => {
                set("LOCALAPPDATA").or(home.map(|home| home.join("AppData").join("Local")))
            }
            System::Other => home.map(|home| home.join(".cache")),
        });
    above.map(|above| above.join(FOLDER))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(system: System, variables: &[(&str, &str)]) -> Option<PathBuf> {
        let variable = |name: &str| {
            variables
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| OsString::from(value))
        };
        choose(system, variable, Some(PathBuf::from("/home/ada")))
    }

    #[test]
    fn each_system_has_its_place() {
        let expect = |path: &str| Some(PathBuf::from(path));
        assert_eq!(
            chosen(System::Other, &[]),
            expect("/home/ada/.cache/open-vs-closed")
        );
        assert_eq!(
            chosen(System::Mac, &[]),
            expect("/home/ada/Library/Caches/open-vs-closed")
        );
        assert_eq!(
            chosen(System::Windows, &[("LOCALAPPDATA", "/local")]),
            expect("/local/open-vs-closed")
        );
    }

    #[test]
    fn variables_go_first() {
        let both = [("OVC_CACHE_DIR", "/mine"), ("XDG_CACHE_HOME", "/xdg")];
        assert_eq!(chosen(System::Mac, &both), Some(PathBuf::from("/mine")));
        assert_eq!(
            chosen(System::Other, &both[1..]),
            Some(PathBuf::from("/xdg/open-vs-closed"))
        );
        let useless = [("OVC_CACHE_DIR", ""), ("XDG_CACHE_HOME", "relative")];
        assert_eq!(
            chosen(System::Other, &useless),
            Some(PathBuf::from("/home/ada/.cache/open-vs-closed"))
        );
    }

    #[test]
    fn without_a_home_there_is_none() {
        assert_eq!(choose(System::Other, |_| None, None), None);
    }
}
