//! The npm package: the files of the bundle that a page needs, with a loader that bundlers understand.
//!
//! Bundlers such as Vite and webpack give files names of their own. They find a file where a script says
//! `new URL("./name", import.meta.url)`, so the loader of the package says that of each file.

use std::path::Path;

use anyhow::Result;
use serde_json::{Value, json};

use crate::bundle::{Bundle, LoaderFiles};
use crate::cache::Cache;
use crate::esbuild::Esbuild;
use crate::files;
use crate::names::LOADER;
use crate::options::Options;
use crate::project::{PACKAGE, Project};
use crate::tools::ESBUILD;

/// The folder of the package in `dist`.
pub const FOLDER: &str = "npm";

/// What only a served bundle needs.
const SERVED: [&str; 6] = [
    "index.html",
    "embed.html",
    "embed.js",
    "page.css",
    "examples/",
    "icons/",
];

/// Files of the repository that belong to a package.
const COPIED: [&str; 3] = ["README.md", "LICENSE-APACHE", "LICENSE-MIT"];

/// Writes the package.
pub fn write(project: &Project, cache: &Cache, bundle: &Bundle, folder: &Path) -> Result<()> {
    files::remove_folder(folder)?;
    for (name, contents) in &bundle.files {
        if !SERVED.iter().any(|served| name.starts_with(served)) {
            files::write(&folder.join(name), contents)?;
        }
    }
    for name in COPIED {
        let contents = fs_err::read(project.root.join(name))?;
        files::write(&folder.join(name), contents)?;
    }
    let package = serde_json::to_string_pretty(&package(project))?;
    files::write(&folder.join("package.json"), package + "\n")?;

    let injected = project.target.join("xtask").join("npm-files.js");
    files::write(&injected, addresses(bundle)?)?;
    let options = Options {
        release: true,
        test_hooks: false,
    };
    let esbuild = Esbuild::new(ESBUILD.path(cache)?, options);
    let entry = project.www().join(LOADER);
    let loader = esbuild.loader_with(&entry, &injected, &project.version)?;
    files::write(&folder.join(LOADER), loader)
}

/// `package.json`.
fn package(project: &Project) -> Value {
    json!({
        "name": PACKAGE,
        "version": project.version,
        "description": project.description,
        "license": env!("CARGO_PKG_LICENSE"),
        "keywords": ["custom-element", "web-component", "timeline", "ai", "open-weights"],
        "type": "module",
        "exports": {
            // The types stand beside it, under the same name.
            ".": "./open-vs-closed.js",
            "./frame": "./open-vs-closed-frame.js",
            "./data/*": "./data/*",
            "./custom-elements.json": "./custom-elements.json",
            "./package.json": "./package.json",
        },
        "types": "./open-vs-closed.d.ts",
        "customElements": "custom-elements.json",
        // Importing the loader defines the element; the frame helper starts when it is imported.
        "sideEffects": true,
        "files": ["*.js", "*.wasm", "*.css", "*.d.ts", "data", "custom-elements.json", "LICENSE-*"],
    })
}

/// The script with the constant `FILES` in which every name is an address.
fn addresses(bundle: &Bundle) -> Result<String> {
    let mut files = serde_json::to_value(LoaderFiles::of(bundle)?)?;
    files["modules"] = serde_json::to_value(&bundle.modules)?;
    Ok(format!("export const FILES = {};\n", address(&files)))
}

/// JavaScript that makes a value with addresses in place of names.
fn address(value: &Value) -> String {
    match value {
        Value::Object(entries) => {
            let entries = entries
                .iter()
                .map(|(key, value)| format!("{}: {}", json!(key), address(value)));
            format!("{{ {} }}", entries.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(address).collect();
            format!("[{}]", items.join(", "))
        }
        Value::String(name) => {
            format!(
                "new URL({}, import.meta.url).href",
                json!(format!("./{name}"))
            )
        }
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_becomes_an_address() {
        let files = json!({ "live": "a.js", "chunks": { "models": ["b.wasm"] } });
        assert_eq!(
            address(&files),
            "{ \"chunks\": { \"models\": [new URL(\"./b.wasm\", import.meta.url).href] }, \
             \"live\": new URL(\"./a.js\", import.meta.url).href }"
        );
    }
}
