//! Scripts and style sheets as they are sent: esbuild bundles them, and minifies them in a release.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::options::Options;
use crate::process;

/// Asks V8 to compile every function of a module while it loads, off the main thread: a proposal of the WICG,
/// "Explicit JavaScript Compile Hints". To other engines it is a comment.
const COMPILE_HINT: &str = "--banner:js=//# allFunctionsCalledOnLoad";

/// The bundler, set up for one build.
#[derive(Debug)]
pub struct Esbuild {
    program: PathBuf,
    options: Options,
}

/// What the JavaScript side of the WebAssembly is made of.
#[derive(Debug)]
pub struct Glue<'a> {
    /// What is exported.
    pub entry: &'a Path,
    /// The code that wasm-bindgen has generated.
    pub generated: &'a Path,
    /// The functions that the requests of the generated code go through.
    pub requests: &'a Path,
    /// The constant `MODULES`, as JSON.
    pub modules: &'a str,
}

impl Esbuild {
    /// The bundler with the options of a build.
    pub fn new(program: PathBuf, options: Options) -> Self {
        Self { program, options }
    }

    /// A style sheet as it is sent.
    pub fn style(&self, source: &str) -> Result<String> {
        process::filter(self.command().arg("--loader=css"), source)
    }

    /// The loader, in which the constants `FILES` and `VERSION` are defined as JSON.
    pub fn loader(&self, entry: &Path, files: &str, version: &str) -> Result<String> {
        let constants = [
            format!("--define:FILES={files}"),
            format!("--define:VERSION=\"{version}\""),
        ];
        self.bundle(entry, &constants)
    }

    /// The loader, with the constant `FILES` from a script.
    pub fn loader_with(&self, entry: &Path, files: &Path, version: &str) -> Result<String> {
        let options = [
            format!("--inject:{}", files.display()),
            format!("--define:VERSION=\"{version}\""),
        ];
        self.bundle(entry, &options)
    }

    /// A script nearly all of whose functions run before a reader's first step, with what it imports.
    pub fn eager_script(&self, entry: &Path) -> Result<String> {
        self.bundle(entry, &[COMPILE_HINT.to_owned()])
    }

    /// The JavaScript side of the WebAssembly.
    pub fn glue(&self, glue: &Glue<'_>) -> Result<String> {
        let options = [
            COMPILE_HINT.to_owned(),
            format!("--alias:wasm-bindgen-output={}", glue.generated.display()),
            format!("--inject:{}", glue.requests.display()),
            // wasm-bindgen lists the link module once for each function that it imports from there.
            "--log-override:duplicate-object-key=silent".to_owned(),
            format!("--define:MODULES={}", glue.modules),
            "--define:fetch=fetchModule".to_owned(),
            "--define:WebAssembly.instantiateStreaming=instantiateModule".to_owned(),
        ];
        self.bundle(glue.entry, &options)
    }

    fn bundle(&self, entry: &Path, options: &[String]) -> Result<String> {
        let test_hooks = self.options.test_hooks;
        process::output(
            self.command()
                .arg(entry)
                .args(["--bundle", "--format=esm"])
                .arg(format!("--define:TEST_HOOKS={test_hooks}"))
                .args(options),
        )
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        // Nothing is rewritten for older browsers: they skip what they do not know.
        command.args(["--target=esnext", "--charset=utf8", "--log-level=warning"]);
        if self.options.release {
            command.arg("--minify");
        }
        command
    }
}
