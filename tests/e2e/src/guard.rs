//! A program that ends when we do, however we end, together with all that it has started.

use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Waits for the end of its standard input, which is our own end, then ends its process group and
/// clears away the folder of temporary files.
const GUARD: &str = r#"
folder=$1; shift
"$@" >"$folder/driver.log" 2>&1 </dev/null &
read -r _
trap '' TERM
kill -TERM 0
sleep 0.4
rm -rf "$folder"
kill -KILL 0
"#;

/// A running program. Dropping it ends the program and its children.
pub(crate) struct Guarded {
    guard: Child,
}

impl Guarded {
    /// Starts a program that keeps its temporary files in `folder`, which goes away with it.
    pub(crate) fn start(
        program: &Path,
        arguments: &[String],
        variables: &[(&str, &str)],
        folder: &Path,
    ) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let mut command = Command::new("sh");
        command
            .args(["-c", GUARD, "guard"])
            .arg(folder)
            .arg(program);
        command.args(arguments).env("TMPDIR", folder);
        command.envs(variables.iter().copied());
        command.stdin(Stdio::piped());
        command.stdout(Stdio::null()).stderr(Stdio::null());
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        Ok(Self {
            guard: command.spawn()?,
        })
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        // An error here means that it is gone already.
        let _ = self.guard.wait();
    }
}
