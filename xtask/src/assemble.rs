//! `cargo xtask assemble`: what trunk's hook does after a build, in trunk's staging folder.
//!
//! Everything is read from the sources and written again each time, so that doing it twice is the
//! same as doing it once.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::loader::{self, Names};
use crate::project::{PACKAGE, Project};
use crate::{files, hash, js, json, process, template};

/// The data set that the static pages show.
const DATA: &str = "www/data/debate.json";

/// What the loader loads when an element comes near; sent under a hashed name.
const LIVE: &str = "open-vs-closed-live.js";

/// The place of the stylesheet's link in a page.
const HEAD: &str = "ovc:head";

/// The place of the static view in a page.
const STATIC: &str = "ovc:static";

/// Finishes the build in `TRUNK_STAGING_DIR`.
pub fn run() -> Result<Outcome, Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::usage(
            "TRUNK_STAGING_DIR is not set: trunk calls this command. Use `cargo xtask serve` or \
             `cargo xtask dist`.",
        )
    })?;
    assemble(&Project::load()?, &staging, render)?;
    Ok(Outcome::Good)
}

/// Does it, with something that renders the static view of a surface.
fn assemble(
    project: &Project,
    staging: &Path,
    render: impl Fn(&Project, &str) -> Result<String, Failure>,
) -> Result<(), Failure> {
    let www = project.www();
    // Its comments look like those of JavaScript.
    let style = js::without_comments(open_vs_closed::style::STYLESHEET);
    let style_name = format!("{PACKAGE}-{}.css", hash::short(style.as_bytes()));
    files::write(&staging.join(&style_name), &style)?;

    let live = js::sent(&files::read(&www.join(LIVE))?)?;
    let live_name = format!("{PACKAGE}-live-{}.js", hash::short(live.as_bytes()));
    files::write(&staging.join(&live_name), live)?;

    let staged = files::list(staging)?;
    let staged = staged.iter().map(|path| files::name(path));
    let names = Names::find(staged, style_name, live_name)?;
    if !staging.join(&names.wasm).is_file() {
        return Err(Failure::problem(format!(
            "Trunk has written no {}.",
            names.wasm
        )));
    }

    copy_written_by_hand(&www, staging)?;
    let source = files::read(&www.join("open-vs-closed.js"))?;
    let filled = loader::fill(&source, &names, &project.version)?;
    files::write(&staging.join("open-vs-closed.js"), js::sent(&filled)?)?;
    let glue = staging.join(&names.glue);
    files::write(&glue, js::sent(&files::read(&glue)?)?)?;
    write_data(&www.join("data"), &staging.join("data"))?;

    let index = staging.join("index.html");
    for (source, target, surface) in [
        (index.clone(), index, "page"),
        (www.join("embed.html"), staging.join("embed.html"), "embed"),
    ] {
        let page = finish_page(&files::read(&source)?, &names, &render(project, surface)?)
            .map_err(|failure| Failure::problem(format!("{}: {failure}", source.display())))?;
        files::write(&target, page)?;
    }
    Ok(())
}

fn finish_page(page: &str, names: &Names, view: &str) -> Result<String, Failure> {
    let link = format!("<link rel=\"stylesheet\" href=\"./{}\">", names.style);
    let page = template::without_trunk(page, &[&names.glue, &names.wasm]);
    let page = template::splice(&page, HEAD, &link)?;
    template::splice(&page, STATIC, view)
}

/// The static view, from the same components that make the live one.
fn render(project: &Project, surface: &str) -> Result<String, Failure> {
    process::output(
        project
            .cargo()
            .args(["run", "--quiet", "--package", PACKAGE, "--bin", "prerender"])
            .args(["--no-default-features", "--features", "ssr"])
            .args(["--", "--data", DATA, "--surface", surface]),
    )
}

/// What is served as it was written.
fn copy_written_by_hand(www: &Path, staging: &Path) -> Result<(), Failure> {
    for path in files::list(www)? {
        let name = files::name(&path);
        let served = [".js", ".d.ts", ".css", ".svg"]
            .iter()
            .any(|ending| name.ends_with(ending))
            || name == "custom-elements.json";
        if served && name != "open-vs-closed.js" && name != LIVE {
            files::copy(&path, &staging.join(name))?;
        }
    }
    for folder in ["examples", "icons"] {
        for path in files::walk(&www.join(folder))? {
            files::copy(&path, &staging.join(files::relative(&path, www)))?;
        }
    }
    Ok(())
}

/// The data sets and translations without white space; the schema as it is, for people to read.
fn write_data(from: &Path, to: &Path) -> Result<(), Failure> {
    for path in files::list(from)? {
        let name = files::name(&path);
        if !name.ends_with(".json") {
            continue;
        }
        let text = files::read(&path)?;
        let text = if name == "schema.json" {
            text
        } else {
            json::minify(&text).map_err(|error| {
                Failure::problem(format!("{} is not JSON: {error}.", path.display()))
            })?
        };
        files::write(&to.join(name), text)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;
    use std::fs;

    const LOADER: &str = "const VERSION = \"0.0.0\";\nconst FILES = { glue: \"./GLUE.js\", \
        wasm: \"./GLUE_bg.wasm\", style: \"./GLUE.css\", live: \"./LIVE.js\" };\n";
    const PAGE: &str = "<head>\n<link data-trunk rel=\"rust\" data-trunk-id=\"0\">\n\
        <!-- ovc:head --></head><body><!-- ovc:static --></body>";

    fn fake(folder: &Path) -> Result<Project, Failure> {
        for (name, text) in [
            ("www/open-vs-closed.js", LOADER),
            ("www/open-vs-closed-live.js", "live"),
            ("www/open-vs-closed.d.ts", "export {};"),
            ("www/page.js", "page"),
            ("www/notes.md", "not served"),
            ("www/embed.html", PAGE),
            ("www/custom-elements.json", "{}"),
            ("www/examples/deep/a.html", "a"),
            ("www/icons/i.svg", "<svg/>"),
            ("www/data/debate.json", "{ \"b\": 1, \"a\": 2 }"),
            ("www/data/schema.json", "{ }\n"),
            ("stage/index.html", PAGE),
            ("stage/open-vs-closed-1a2b.js", "glue"),
            ("stage/open-vs-closed-1a2b_bg.wasm", "wasm"),
        ] {
            files::write(&folder.join(name), text)?;
        }
        let metadata = r#"{"packages":[{"name":"open-vs-closed","version":"1.2.3","features":{}}],
            "target_directory":"/t"}"#;
        Project::from_metadata(folder.to_path_buf(), metadata)
    }

    fn contents(folder: &Path) -> Result<BTreeMap<String, String>, Failure> {
        let paths = files::walk(folder)?;
        paths
            .iter()
            .map(|path| Ok((files::relative(path, folder), files::read(path)?)))
            .collect()
    }

    fn in_scratch(test: impl FnOnce(&Path) -> Result<(), Failure>, name: &str) {
        let folder = env::temp_dir().join(format!("ovc-{name}-{}", std::process::id()));
        let result = test(&folder);
        drop(fs::remove_dir_all(&folder));
        if let Err(failure) = result {
            panic!("{failure}");
        }
    }

    #[test]
    fn a_staged_build_becomes_the_bundle_and_stays_it() {
        in_scratch(
            |folder| {
                let project = fake(folder)?;
                let staging = folder.join("stage");
                let render = |_: &Project, surface: &str| Ok(format!("<p>{surface}</p>\n"));
                assemble(&project, &staging, render)?;
                let once = contents(&staging)?;
                let style = once.keys().find(|name| loader::is_style(name)).cloned();
                let style = style.unwrap_or_default();
                let live = once.keys().find(|name| loader::is_live(name)).cloned();
                let live = live.unwrap_or_default();

                let names: Vec<&str> = once.keys().map(String::as_str).collect();
                let expected = [
                    "custom-elements.json",
                    "data/debate.json",
                    "data/schema.json",
                    "embed.html",
                    "examples/deep/a.html",
                    "icons/i.svg",
                    "index.html",
                    &style,
                    &live,
                    "open-vs-closed-1a2b.js",
                    "open-vs-closed-1a2b_bg.wasm",
                    "open-vs-closed.d.ts",
                    "open-vs-closed.js",
                    "page.js",
                ];
                let mut expected = expected.to_vec();
                expected.sort_unstable();
                assert_eq!(names, expected);
                assert_eq!(once["data/debate.json"], "{\"b\":1,\"a\":2}");
                assert_eq!(
                    once["index.html"],
                    format!(
                        "<head>\n<!-- ovc:head --><link rel=\"stylesheet\" href=\"./{style}\">\
                         <!-- /ovc:head --></head><body><!-- ovc:static --><p>page</p>\
                         <!-- /ovc:static --></body>"
                    )
                );
                assert!(once["embed.html"].contains("<p>embed</p>"));
                let loader = &once["open-vs-closed.js"];
                assert!(
                    loader.contains("\"./open-vs-closed-1a2b_bg.wasm\""),
                    "{loader}"
                );
                assert!(loader.contains("\"1.2.3\""), "{loader}");

                assemble(&project, &staging, render)?;
                assert_eq!(contents(&staging)?, once);
                Ok(())
            },
            "assemble",
        );
    }

    #[test]
    fn a_failed_rendering_fails_the_build() {
        in_scratch(
            |folder| {
                let project = fake(folder)?;
                let broken = |_: &Project, _: &str| Err(Failure::problem("broken"));
                assert!(assemble(&project, &folder.join("stage"), broken).is_err());
                Ok(())
            },
            "broken",
        );
    }
}
