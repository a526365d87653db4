//! The WebAssembly modules and their JavaScript side.
//!
//! Given the module that Cargo has linked, the splitter divides it into the shell and a chunk for each view, and
//! wasm-bindgen generates the JavaScript of the shell. All of it lands in one folder, under the names that the
//! generated code uses.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow};
use fs_err as fs;
use wasm_bindgen_cli_support::Bindgen;

use crate::project::PACKAGE;
use crate::{files, process};

/// Features of WebAssembly that the compiler uses, for `wasm-opt`. `index.html` names them for trunk, too.
pub const WASM_OPT_FLAGS: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// The modules of one build.
#[derive(Debug, PartialEq, Eq)]
pub struct Modules {
    /// The folder of the files.
    pub folder: PathBuf,
    /// The modules besides the shell, sorted.
    pub chunks: Vec<String>,
    /// The chunks that each view needs.
    pub views: BTreeMap<String, Vec<String>>,
}

impl Modules {
    /// The modules in a folder where wasm-bindgen has written the only one.
    pub fn unsplit(folder: &Path) -> Self {
        Self {
            folder: folder.to_path_buf(),
            chunks: Vec::new(),
            views: BTreeMap::new(),
        }
    }

    /// The name of the first module, which loads the others.
    pub fn shell() -> String {
        format!("{PACKAGE}_bg.wasm")
    }

    /// The path of the generated JavaScript.
    pub fn glue(&self) -> PathBuf {
        self.folder.join(format!("{PACKAGE}.js"))
    }

    /// The names of all modules.
    pub fn names(&self) -> impl Iterator<Item = String> {
        std::iter::once(Self::shell()).chain(self.chunks.iter().cloned())
    }

    /// Makes each module smaller with `wasm-opt`.
    pub fn optimise(&self, wasm_opt: &Path) -> Result<()> {
        for name in self.names() {
            let path = self.folder.join(&name);
            let mut command = Command::new(wasm_opt);
            command.arg("-Oz").args(WASM_OPT_FLAGS);
            command.arg(&path).arg("--output").arg(&path);
            // Printed only after a failure: it warns of each module that the splitter has written.
            let output = command
                .output()
                .with_context(|| process::not_started(&command))?;
            let errors = String::from_utf8_lossy(&output.stderr);
            process::require_success(&command, output.status)
                .with_context(|| errors.into_owned())?;
        }
        Ok(())
    }
}

/// Generates the JavaScript of a module that is not split.
pub fn whole(linked: &Path, folder: &Path) -> Result<Modules> {
    bind(linked, folder)?;
    Ok(Modules::unsplit(folder))
}

/// Splits a module at its split points, and generates the JavaScript.
pub fn split(linked: &Path, folder: &Path) -> Result<Modules> {
    let input = fs::read(linked)?;
    let main = folder.join("main.wasm");
    let glue = format!("./{PACKAGE}.js");
    let mut options = wasm_split_cli_support::Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &glue;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| anyhow!("the splitter failed: {error:#}"))?;
    bind(&main, folder)?;
    let mut chunks: Vec<String> = split
        .split_modules
        .iter()
        .map(|path| files::name(path).to_owned())
        .collect();
    chunks.sort();
    let views = split
        .prefetch_map
        .into_iter()
        .map(|(view, stems)| {
            let mut names: Vec<String> = stems.iter().map(|stem| format!("{stem}.wasm")).collect();
            names.sort();
            (view, names)
        })
        .collect();
    Ok(Modules {
        folder: folder.to_path_buf(),
        chunks,
        views,
    })
}

/// Lets wasm-bindgen generate the JavaScript of a module, and the module that fits it.
fn bind(module: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(module)
        .out_name(PACKAGE)
        .typescript(false)
        // The chunks import the linker's exports, such as the stack pointer.
        .keep_lld_exports(true)
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
        .context("wasm-bindgen failed")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shell_comes_first() {
        let modules = Modules {
            chunks: vec!["split_a.wasm".to_owned()],
            ..Modules::unsplit(Path::new("out"))
        };
        let names: Vec<String> = modules.names().collect();
        assert_eq!(names, ["open-vs-closed_bg.wasm", "split_a.wasm"]);
    }

    #[test]
    fn what_is_no_webassembly_is_refused() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("xtask-wasm-{}", std::process::id()));
        let module = folder.join("main.wasm");
        files::write(&module, "text")?;
        assert!(split(&module, &folder).is_err());
        assert!(whole(&module, &folder).is_err());
        files::remove_folder(&folder)
    }

    #[test]
    fn trunk_optimises_for_the_same_features() {
        let page = include_str!("../../index.html");
        assert!(page.contains(&WASM_OPT_FLAGS.join(" ")));
    }
}
