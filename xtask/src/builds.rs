//! A target folder for tests that all clones share: most of what is in it are libraries, which are the same for
//! all clones and take minutes to build.
//!
//! ```text
//! builds/1a2b3c4d/                  what this version of the compiler has made
//! builds/1a2b3c4d/clone             the folder of the clone that was here last
//! builds/lock                       held while tests run
//! ```

use std::env;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::cache::Cache;
use crate::failure::Failure;
use crate::{files, hash, process};

/// Variables that name Cargo's folder: who has set one wants that.
const VARIABLES: [&str; 2] = ["CARGO_TARGET_DIR", "CARGO_BUILD_TARGET_DIR"];

/// The shared folder, locked. Dropping it lets others in.
#[derive(Debug)]
pub struct Builds {
    folder: PathBuf,
    _lock: File,
}

impl Builds {
    /// Takes the place for a clone with these packages; `None` where it is named in another way or another
    /// run has it, and the clone's own folder serves.
    pub fn take(cache: &Cache, root: &Path, packages: &[String]) -> Result<Option<Self>, Failure> {
        if VARIABLES.iter().any(|name| env::var_os(name).is_some()) {
            return Ok(None);
        }
        let compiler = process::output(Command::new("rustc").arg("-vV"))?;
        let all = cache.builds();
        let Some(builds) = Self::open(&all, &hash::short(compiler.as_bytes()))? else {
            println!("Another run builds in {}; building here.", all.display());
            return Ok(None);
        };
        if builds.is_new_to(root)? {
            builds.clean(root, packages)?;
        }
        Ok(Some(builds))
    }

    /// Opens the folder of one version of the compiler, and removes those of others.
    fn open(all: &Path, version: &str) -> Result<Option<Self>, Failure> {
        files::create_folder(all)?;
        let path = all.join("lock");
        let lock =
            File::create(&path).map_err(|error| files::could_not("create", &path, &error))?;
        if lock.try_lock().is_err() {
            return Ok(None);
        }
        let folder = all.join(version);
        for other in files::list(all)? {
            if other != path && other != folder {
                files::remove_folder(&other)?;
            }
        }
        files::create_folder(&folder)?;
        Ok(Some(Self {
            folder,
            _lock: lock,
        }))
    }

    /// Whether the last user was another clone. This one is noted as the last.
    fn is_new_to(&self, root: &Path) -> Result<bool, Failure> {
        let (path, here) = (self.folder.join("clone"), root.to_string_lossy());
        let before = fs::read_to_string(&path).unwrap_or_default();
        if before == here {
            return Ok(false);
        }
        files::write(&path, here.as_bytes())?;
        Ok(!before.is_empty())
    }

    /// Removes what other clones have made of their own packages.
    fn clean(&self, root: &Path, packages: &[String]) -> Result<(), Failure> {
        let mut command = Command::new("cargo");
        command.current_dir(root).args(["clean", "--quiet"]);
        for package in packages {
            command.args(["--package", package]);
        }
        self.use_in(&mut command);
        process::run(&mut command)
    }

    /// Lets a call of Cargo build there.
    pub fn use_in(&self, command: &mut Command) {
        command.env(VARIABLES[0], &self.folder);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_at_a_time_has_the_builds_of_one_compiler() {
        let all = env::temp_dir().join(format!("xtask-builds-{}", std::process::id()));
        let open = |version| Builds::open(&all, version).ok().flatten();
        let old = open("old");
        assert!(old.is_some());
        assert!(open("old").is_none(), "it is taken");
        drop(old);
        let Some(new) = open("new") else {
            panic!("it is free again");
        };
        assert!(!all.join("old").exists() && all.join("new").is_dir());

        // Nobody has been here, then this clone again, then another one.
        let is_new = |root| new.is_new_to(Path::new(root));
        assert_eq!(
            ["/a", "/a", "/b"].map(is_new),
            [Ok(false), Ok(false), Ok(true)]
        );
        let mut command = Command::new("cargo");
        new.use_in(&mut command);
        assert!(command.get_envs().any(
            |(name, value)| name == "CARGO_TARGET_DIR" && value == Some(new.folder.as_os_str())
        ));
        let _ = fs::remove_dir_all(&all);
    }
}
