//! Style sheets as they are sent: minified in a release, and otherwise without comments and
//! indentation.

use std::process::Command;

use crate::failure::Failure;
use crate::shorten::short_names;
use crate::tools::ESBUILD;
use crate::trunk::Build;
use crate::{js, process};

/// A style sheet as it is sent. In a release it is minified, where the tool is there: it is when
/// `cargo xtask` builds, and need not be where trunk is called by itself.
pub fn sent(source: &str, build: Build) -> Result<String, Failure> {
    match process::find(ESBUILD.name).filter(|_| build == Build::Release) {
        // Nothing is rewritten for older browsers: what they do not know, they are to skip.
        Some(esbuild) => process::filter(
            Command::new(esbuild).args(["--minify", "--loader=css", "--target=esnext"]),
            &with_short_names(source),
        ),
        // Comments of whole lines look like those of JavaScript.
        None => Ok(js::without_comments(source)),
    }
}

/// What the names of our own variables begin with; hosts set those that begin with `--ovc-`.
const PRIVATE: &str = "--_";

/// Our own variables under short names, in the order in which they appear. Nothing but the style sheet knows
/// them.
fn with_short_names(source: &str) -> String {
    let mut names: Vec<&str> = Vec::new();
    let mut pieces = source.split(PRIVATE);
    let mut short = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || "-_".contains(letter);
        let end = piece.find(|letter| !is_part(letter));
        let (name, rest) = piece.split_at(end.unwrap_or(piece.len()));
        let at = names.iter().position(|known| *known == name);
        let at = at.unwrap_or_else(|| {
            names.push(name);
            names.len() - 1
        });
        short.push_str(PRIVATE);
        short.extend(short_names().nth(at));
        short.push_str(rest);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_developing_only_comments_and_indentation_go() {
        let source = "/* why */\n.a {\n  color: light-dark(#ffffff, black);\n}\n";
        let expected = ".a {\ncolor: light-dark(#ffffff, black);\n}\n";
        assert_eq!(sent(source, Build::Debug).as_deref(), Ok(expected));
    }

    #[test]
    fn our_own_variables_have_short_names() {
        let source = ".a { --_text: var(--ovc-color-text, red); --_text-muted: var(--_text) } b { --my_x: 1 }";
        let expected = ".a { --_a: var(--ovc-color-text, red); --_b: var(--_a) } b { --my_x: 1 }";
        assert_eq!(with_short_names(source), expected);
        // Twenty-six of them, and one more.
        let many: String = (0..27).map(|n| format!("--_name{n};")).collect();
        let short = with_short_names(&many);
        assert!(short.starts_with("--_a;") && short.ends_with("--_z;--_aa;"));
    }
}
