//! Other programs: finding them, running them, and saying what went wrong.

use std::env;
use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use crate::failure::Failure;
use crate::files;

/// Runs a command to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<(), Failure> {
    let status = command
        .status()
        .map_err(|error| not_started(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(Failure::problem(format!(
            "`{}` failed ({status}).",
            show(command)
        )))
    }
}

/// A command that runs in the background. Its output goes to a file, and is printed at the end: it would stand
/// between the lines of others.
pub struct Background {
    name: String,
    child: Child,
    output: PathBuf,
}

impl Background {
    /// Starts the command, its output going to a file.
    pub fn start(command: &mut Command, output: PathBuf) -> Result<Self, Failure> {
        let could_not = |error| files::could_not("write", &output, &error);
        let file = File::create(&output).map_err(could_not)?;
        let errors = file.try_clone().map_err(could_not)?;
        let child = command
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(errors)
            .spawn()
            .map_err(|error| not_started(command, &error))?;
        Ok(Self {
            name: show(command),
            child,
            output,
        })
    }

    /// Waits for its end, and prints its output.
    pub fn wait(mut self) -> Result<(), Failure> {
        let status = self
            .child
            .wait()
            .map_err(|error| Failure::problem(format!("`{}`: {error}.", self.name)))?;
        print!("{}", files::read(&self.output)?);
        if status.success() {
            Ok(())
        } else {
            Err(Failure::problem(format!(
                "`{}` failed ({status}).",
                self.name
            )))
        }
    }
}

/// Runs a command to its end; what it prints is shown only where it fails.
pub fn run_quietly(command: &mut Command) -> Result<(), Failure> {
    let result = command
        .output()
        .map_err(|error| not_started(command, &error))?;
    if result.status.success() {
        return Ok(());
    }
    Err(Failure::problem(format!(
        "{}`{}` failed ({}).",
        String::from_utf8_lossy(&result.stderr),
        show(command),
        result.status
    )))
}

/// Runs a command to its end, and returns what it wrote to its standard output.
pub fn output(command: &mut Command) -> Result<String, Failure> {
    let result = command
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| not_started(command, &error))?;
    if !result.status.success() {
        return Err(Failure::problem(format!(
            "`{}` failed ({}).",
            show(command),
            result.status
        )));
    }
    String::from_utf8(result.stdout).map_err(|_| {
        Failure::problem(format!(
            "`{}` wrote something that is not UTF-8.",
            show(command)
        ))
    })
}

/// Passes a text to a command, and returns its output. The command has to read all of the text before it writes.
pub fn filter(command: &mut Command, text: &str) -> Result<String, Failure> {
    let name = show(command);
    let failed = |error: std::io::Error| Failure::problem(format!("`{name}`: {error}."));
    command.stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = command
        .spawn()
        .map_err(|error| not_started(command, &error))?;
    if let Some(mut input) = running.stdin.take() {
        input.write_all(text.as_bytes()).map_err(failed)?;
    }
    let done = running.wait_with_output().map_err(failed)?;
    let text = String::from_utf8(done.stdout).ok();
    text.filter(|text| done.status.success() && !text.is_empty())
        .ok_or_else(|| Failure::problem(format!("`{name}` failed; see above.")))
}

/// What a command wrote, if it could be run and ended well; its complaints are dropped.
pub fn quiet_output(command: &mut Command) -> Option<String> {
    let result = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    result
        .status
        .success()
        .then(|| String::from_utf8_lossy(&result.stdout).into_owned())
}

/// The command as one would type it: the program by its name, not by its path.
pub fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .map(|word| {
            if word.contains(' ') {
                format!("'{word}'")
            } else {
                word.into_owned()
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Puts folders first on the command's search path.
pub fn prepend_path(command: &mut Command, folders: &[PathBuf]) -> Result<(), Failure> {
    let old = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(folders.iter().cloned().chain(env::split_paths(&old)))
        .map_err(|error| Failure::problem(format!("The search path cannot be built: {error}.")))?;
    command.env("PATH", path);
    Ok(())
}

/// The first program of this name on the search path.
pub fn find(name: &str) -> Option<PathBuf> {
    which::which(name).ok()
}

/// The program of this name in a folder.
pub fn find_in(name: &str, folder: &Path) -> Option<PathBuf> {
    let folders = Some(folder.as_os_str());
    which::which_in_global(name, folders).ok()?.next()
}

/// The version in what a program says about itself: the first word that starts with a digit.
pub fn version(said: &str) -> Option<&str> {
    said.split_whitespace()
        .map(|word| word.strip_prefix('v').unwrap_or(word))
        .find(|word| word.starts_with(|letter: char| letter.is_ascii_digit()))
        .map(|word| word.trim_end_matches([',', ')']))
}

/// A failure that says that this command could not be started.
pub fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    Failure::problem(format!(
        "`{}` could not be started: {error}.",
        show(command)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_from_what_tools_say() {
        for (said, expected) in [
            ("trunk 0.21.14\n", Some("0.21.14")),
            ("wasm-bindgen 0.2.126 (abcdef012)", Some("0.2.126")),
            ("wasm-opt version 132 (version_132)", Some("132")),
            (
                "geckodriver 0.36.0 (2025-02-25)\n\nThe source code",
                Some("0.36.0"),
            ),
            ("v20.20.2\n", Some("20.20.2")),
            ("nothing", None),
        ] {
            assert_eq!(version(said), expected, "{said}");
        }
    }

    #[test]
    fn a_command_is_shown_without_the_path_of_its_program() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["serve", "--port", "8080", "a b"]);
        assert_eq!(show(&command), "trunk serve --port 8080 'a b'");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let failure = run(&mut Command::new("no-such-program-at-all"));
        let sentence = failure.map_err(|failure| failure.to_string());
        assert!(matches!(sentence, Err(text) if text.contains("could not be started")));
    }

    #[cfg(unix)]
    #[test]
    fn a_command_in_the_background_reports_how_it_ended() {
        let output = env::temp_dir().join(format!("xtask-background-{}", std::process::id()));
        let run =
            |script| Background::start(Command::new("sh").args(["-c", script]), output.clone());
        assert_eq!(run("echo text").and_then(Background::wait), Ok(()));
        assert!(files::read(&output).is_ok_and(|text| text == "text\n"));
        assert!(run("exit 3").and_then(Background::wait).is_err());
        let _ = std::fs::remove_file(&output);
        assert!(Background::start(&mut Command::new("no-such-program-at-all"), output).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn a_text_goes_through_a_command() {
        assert_eq!(filter(&mut Command::new("cat"), "a").as_deref(), Ok("a"));
        assert!(filter(&mut Command::new("false"), "").is_err());
        assert!(filter(&mut Command::new("no-such-program-at-all"), "").is_err());
    }

    #[test]
    fn find_takes_the_first_of_the_path() {
        assert!(find("cargo").is_some());
        assert_eq!(find_in("cargo", Path::new("no/such/folder")), None);
    }
}
