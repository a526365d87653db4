//! Changes of files, several at once counted as one.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::{Context, Result};
use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

/// A change is over when nothing has changed for this long: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(200);

/// Watches files and folders.
pub struct Watcher {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Watches these files, and all that is in these folders.
    pub fn new(paths: &[PathBuf]) -> Result<Self> {
        let (sender, changes) = mpsc::channel();
        let watched = paths.to_vec();
        let on_event = move |event: notify::Result<Event>| {
            let is_relevant = event.is_ok_and(|event| is_change(&event, &watched));
            if is_relevant {
                // Fails only where the receiver is gone.
                let _ = sender.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(on_event)?;
        for path in paths {
            // A file is watched through its folder: an editor may put another file in its place.
            let (place, mode) = match path.parent() {
                Some(parent) if !path.is_dir() => (parent, RecursiveMode::NonRecursive),
                _ => (path.as_path(), RecursiveMode::Recursive),
            };
            watcher.watch(place, mode)?;
        }
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    /// Waits for a change, and until it is over.
    pub fn wait(&self) -> Result<()> {
        self.changes
            .recv()
            .context("the watcher of the files has stopped")?;
        while self.changes.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }
}

fn is_change(event: &Event, watched: &[PathBuf]) -> bool {
    let is_watched = |path: &Path| watched.iter().any(|watched| path.starts_with(watched));
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_watched(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use fs_err as fs;
    use notify::event::{AccessKind, CreateKind};

    #[test]
    fn reading_and_other_files_are_no_change() {
        let watched = [PathBuf::from("/p/src"), PathBuf::from("/p/index.html")];
        let event = |kind, path: &str| Event::new(kind).add_path(path.into());
        let created = EventKind::Create(CreateKind::File);
        assert!(is_change(&event(created, "/p/src/a.rs"), &watched));
        assert!(is_change(&event(created, "/p/index.html"), &watched));
        assert!(!is_change(&event(created, "/p/dist/a.js"), &watched));
        let read = EventKind::Access(AccessKind::Any);
        assert!(!is_change(&event(read, "/p/src/a.rs"), &watched));
    }

    #[test]
    fn a_change_is_noticed() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let watcher = Watcher::new(std::slice::from_ref(&folder))?;
        fs::write(folder.join("a.rs"), "a")?;
        watcher.wait()?;
        Ok(fs::remove_dir_all(&folder)?)
    }
}
