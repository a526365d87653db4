//! Style sheets as they are sent: minified in a release, and otherwise without comments and
//! indentation.

use std::process::Command;

use crate::failure::Failure;
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
            source,
        ),
        // Comments of whole lines look like those of JavaScript.
        None => Ok(js::without_comments(source)),
    }
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
}
