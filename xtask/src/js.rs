//! JavaScript as it is sent: minified in a release, and otherwise without whole-line comments and
//! indentation.

use std::process::Command;

use crate::failure::Failure;
use crate::process;
use crate::tools::TERSER;
use crate::trunk::Build;

/// A module as it is sent. In a release it is minified, where the tool is there: it is when `cargo
/// xtask` builds, and need not be where trunk is called by itself.
pub fn sent(source: &str, build: Build) -> Result<String, Failure> {
    match process::find(TERSER.name).filter(|_| build == Build::Release) {
        Some(terser) => process::filter(
            Command::new(terser).args([
                "--module",
                "--compress",
                // Arrow functions: nobody makes objects with ours, by `new`.
                "passes=3,unsafe_arrows",
                "--mangle",
                "--ecma",
                "2022",
            ]),
            source,
        ),
        None => Ok(without_comments(source)),
    }
}

/// Asks V8 to compile every function of a module while it loads, beside the thread that draws, and not
/// each one there when it is first called: a proposal of the WICG, "Explicit JavaScript Compile Hints".
/// To other engines it is a comment.
const EAGER: &str = "//# allFunctionsCalledOnLoad\n";

/// A module as it is sent, for one whose functions nearly all run before a reader's first step.
pub fn sent_eager(source: &str, build: Build) -> Result<String, Failure> {
    Ok([EAGER, &sent(source, build)?].concat())
}

/// A module with what it imports from the modules beside it in their place, each line of which is
/// `import { a, b } from "./name.js";`: one file is one request. These import nothing themselves.
pub fn joined(
    source: &str,
    read: impl Fn(&str) -> Result<String, Failure>,
) -> Result<String, Failure> {
    let mut text = String::with_capacity(source.len());
    for line in source.lines() {
        let name = line
            .strip_prefix("import {")
            .and_then(|rest| rest.split_once("} from \"./"));
        match name.and_then(|(_, name)| name.strip_suffix("\";")) {
            Some(name) => text.extend(
                read(name)?
                    .lines()
                    .flat_map(|line| [without_export(line), "\n"]),
            ),
            None => text.extend([line, "\n"]),
        }
    }
    Ok(text)
}

fn without_export(line: &str) -> &str {
    line.strip_prefix("export ").unwrap_or(line)
}

/// The source without comment lines, empty lines and indentation. A source with a text that spans
/// lines is left as it is: there, indentation has a meaning.
pub fn without_comments(source: &str) -> String {
    let spans_lines = |line: &str| line.matches('`').count() % 2 == 1;
    if source.lines().any(spans_lines) {
        return source.to_owned();
    }
    let mut in_comment = false;
    let mut text = String::with_capacity(source.len());
    for line in source.lines().map(str::trim) {
        if in_comment {
            in_comment = !line.ends_with("*/");
        } else if line.starts_with("/*") && !line[2..].contains("*/") {
            in_comment = true;
        } else if !(line.is_empty()
            || line.starts_with("//")
            || (line.starts_with("/*") && line.ends_with("*/")))
        {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_lines_go() {
        let source = "// one\n\n  a(); // stays\n  /** two\n   * three\n   */\n  b(\"// stays\");\n/* four */\n/* five */ c();\n";
        assert_eq!(
            without_comments(source),
            "a(); // stays\nb(\"// stays\");\n/* five */ c();\n"
        );
    }

    #[test]
    fn a_module_and_what_it_imports_are_one() {
        let source = "import { a } from \"./a.js\";\n\na(import(\"./b.js\"));\n";
        let read = |name: &str| Ok(format!("// {name}\nexport function a() {{}}\n"));
        let expected = "// a.js\nfunction a() {}\n\na(import(\"./b.js\"));\n";
        assert_eq!(joined(source, read).as_deref(), Ok(expected));
        let missing = |_: &str| Err(Failure::problem("It is not there."));
        assert!(joined(source, missing).is_err());
    }

    #[test]
    fn a_hint_stands_first() {
        let sent = sent_eager("// one\na();\n", Build::Debug);
        assert_eq!(sent, Ok("//# allFunctionsCalledOnLoad\na();\n".to_owned()));
    }

    #[test]
    fn texts_that_span_lines_are_left_alone() {
        let source = "a = `\n  // not a comment\n`;\n";
        assert_eq!(without_comments(source), source);
    }
}
