//! Running other programs. Errors name the command that failed.

use std::io::Write;
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use anyhow::{Context, Result, ensure};

/// Runs a command to its end, its output going to the terminal.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| not_started(command))?;
    require_success(command, status)
}

/// Runs a command to its end, and returns its standard output. Its errors go to the terminal.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| not_started(command))?;
    require_success(command, output.status)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// Passes a text to a command, and returns its output. The command has to read all of the text before it writes.
pub fn filter(command: &mut Command, text: &str) -> Result<String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| not_started(command))?;
    if let Some(mut input) = child.stdin.take() {
        input.write_all(text.as_bytes())?;
    }
    let output = child.wait_with_output()?;
    require_success(command, output.status)?;
    Ok(String::from_utf8(output.stdout)?)
}

/// The standard output of a command; `None` if it cannot be started or fails. Its errors are dropped.
pub fn probe(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    output.status.success().then_some(text)
}

/// Fails where a command has failed.
pub fn require_success(command: &Command, status: ExitStatus) -> Result<()> {
    ensure!(status.success(), "`{}` failed ({status})", show(command));
    Ok(())
}

/// The message for a command that could not be started.
pub fn not_started(command: &Command) -> String {
    format!("`{}` could not be started", show(command))
}

/// The command as one would type it: the program by its name, not by its path.
fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    let words = std::iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_shown_without_the_path_of_its_program() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["serve", "--port", "8080"]);
        assert_eq!(show(&command), "trunk serve --port 8080");
    }

    #[test]
    fn a_missing_program_is_a_sentence() {
        let result = run(&mut Command::new("no-such-program-at-all"));
        let text = result.err().map(|error| error.to_string());
        assert!(text.is_some_and(|text| text.contains("could not be started")));
    }

    #[cfg(unix)]
    #[test]
    fn a_text_goes_through_a_command() -> Result<()> {
        assert_eq!(filter(&mut Command::new("cat"), "a")?, "a");
        assert!(filter(&mut Command::new("false"), "").is_err());
        assert_eq!(probe(&mut Command::new("false")), None);
        Ok(())
    }
}
