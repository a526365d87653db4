//! Where tools are installed: one folder for each user, shared by all clones of the project.
//!
//! ```text
//! tools/esbuild-0.28.2/
//! lock                              held while installing
//! ```

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result};
use fs_err::{self as fs, File};

/// The cache.
#[derive(Debug, Clone)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache of this user, or the one that `OVC_CACHE_DIR` names.
    pub fn open() -> Result<Self> {
        let folder = match env::var_os("OVC_CACHE_DIR").filter(|value| !value.is_empty()) {
            Some(folder) => folder.into(),
            None => dirs::cache_dir()
                .context("there is no home folder for tools; set OVC_CACHE_DIR to a folder")?
                .join("open-vs-closed"),
        };
        let folder = std::path::absolute(folder)?;
        Ok(Self { folder })
    }

    /// The folder of a tool.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.folder.join("tools").join(format!("{name}-{version}"))
    }

    /// Locks the cache for installing, and waits while another run holds the lock. Dropping the file releases it.
    pub fn lock(&self) -> Result<File> {
        fs::create_dir_all(&self.folder)?;
        let file = File::create(self.folder.join("lock"))?;
        if file.file().try_lock().is_err() {
            println!("Another run is installing tools; waiting for it to finish.");
            file.file().lock()?;
        }
        Ok(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_run_at_a_time_installs() -> Result<()> {
        let folder = env::temp_dir().join(format!("xtask-cache-{}", std::process::id()));
        let cache = Cache {
            folder: folder.clone(),
        };
        let lock = cache.lock()?;
        let other = File::create(folder.join("lock"))?;
        assert!(other.file().try_lock().is_err());
        drop(lock);
        assert!(other.file().try_lock().is_ok());
        Ok(fs::remove_dir_all(&folder)?)
    }
}
