//! Changes of files, several at once counted as one.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use notify::event::EventKind;
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::failure::Failure;

/// A change is over when nothing has changed for this long: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(200);

/// Watches files and folders.
pub struct Watcher {
    changes: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Watcher {
    /// Watches these files, and all that is in these folders.
    pub fn new(paths: &[PathBuf]) -> Result<Self, Failure> {
        let (sender, changes) = mpsc::channel();
        let watched = paths.to_vec();
        let on_event = move |event: notify::Result<Event>| {
            let is_relevant = event.is_ok_and(|event| is_change(&event, &watched));
            if is_relevant {
                // Fails only where nobody waits any more.
                let _ = sender.send(());
            }
        };
        let mut watcher = notify::recommended_watcher(on_event).map_err(failure)?;
        for path in paths {
            // A file is watched through its folder: an editor may put another file in its place.
            let (place, mode) = match path.parent() {
                Some(parent) if !path.is_dir() => (parent, RecursiveMode::NonRecursive),
                _ => (path.as_path(), RecursiveMode::Recursive),
            };
            watcher.watch(place, mode).map_err(failure)?;
        }
        Ok(Self {
            changes,
            _watcher: watcher,
        })
    }

    /// Waits for a change, and until it is over.
    pub fn wait(&self) -> Result<(), Failure> {
        self.changes
            .recv()
            .map_err(|_| Failure::problem("The files can no longer be watched."))?;
        while self.changes.recv_timeout(QUIET).is_ok() {}
        Ok(())
    }
}

fn is_change(event: &Event, watched: &[PathBuf]) -> bool {
    let is_watched = |path: &Path| watched.iter().any(|watched| path.starts_with(watched));
    !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| is_watched(path))
}

fn failure(error: notify::Error) -> Failure {
    Failure::problem(format!("The sources cannot be watched: {error}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
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
    fn a_change_is_noticed() {
        let folder = std::env::temp_dir().join(format!("xtask-watch-{}", std::process::id()));
        assert_eq!(files::create_folder(&folder), Ok(()));
        let watcher = Watcher::new(std::slice::from_ref(&folder));
        assert_eq!(files::write(&folder.join("a.rs"), "a"), Ok(()));
        assert_eq!(watcher.and_then(|watcher| watcher.wait()), Ok(()));
        assert_eq!(files::remove_folder(&folder), Ok(()));
    }
}
