//! `cargo xtask assemble`: what trunk's hook does after a build, in trunk's staging folder.
//!
//! Everything is read from the sources and written again each time, so that doing it twice is the
//! same as doing it once.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::loader::{self, Names};
use crate::project::{PACKAGE, Project};
use crate::trunk::Build;
use crate::{
    css, files, hash, hooks, js, json, process, reorder, shorten, spare, template, texts, traps,
};

/// The data set that the static pages show.
const DATA: &str = "www/data/debate.json";

/// What the loader loads when an element comes near; sent under a hashed name.
const LIVE: &str = "open-vs-closed-live.js";
/// What is part of other files.
const PARTS: [&str; 3] = ["open-vs-closed.js", LIVE, "open-vs-closed-place.js"];

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
    assemble(&Project::load()?, &staging, Build::of_hook(), render)?;
    Ok(Outcome::Good)
}

/// Does it, with something that renders the static view of a surface.
fn assemble(
    project: &Project,
    staging: &Path,
    build: Build,
    render: impl Fn(&Project, &str) -> Result<String, Failure>,
) -> Result<(), Failure> {
    let www = project.www();
    let style = css::sent(open_vs_closed::style::STYLESHEET, build)?;
    let style_name = format!("{PACKAGE}-{}.css", hash::short(style.as_bytes()));
    files::write(&staging.join(&style_name), &style)?;

    let live = js::joined(&files::read(&www.join(LIVE))?, |name| {
        files::read(&www.join(name))
    })?;
    let live = hooks::with(live, hooks::OF_LIVE)?;
    let live = js::sent_eager(&live, build)?;
    let live_name = format!("{PACKAGE}-live-{}.js", hash::short(live.as_bytes()));
    files::write(&staging.join(&live_name), live)?;

    let staged = files::list(staging)?;
    let staged = staged.iter().map(|path| files::name(path));
    let built = Names::find(staged, style_name, live_name)?;
    if !staging.join(&built.wasm).is_file() {
        return Err(Failure::problem(format!(
            "Trunk has written no {}.",
            built.wasm
        )));
    }
    let names = write_glue(staging, &built, build)?;

    copy_written_by_hand(&www, staging, build)?;
    let source = files::read(&www.join("open-vs-closed.js"))?;
    let source = hooks::with(source, hooks::OF_ELEMENT)?;
    let filled = loader::fill(&source, &names, &project.version)?;
    files::write(
        &staging.join("open-vs-closed.js"),
        js::sent(&filled, build)?,
    )?;
    write_data(&www.join("data"), &staging.join("data"))?;

    let index = staging.join("index.html");
    for (source, target, surface) in [
        (index.clone(), index, "page"),
        (www.join("embed.html"), staging.join("embed.html"), "embed"),
    ] {
        let page = template::without_trunk(&files::read(&source)?, &[&built.glue, &built.wasm]);
        let page = finish_page(&page, &names, &render(project, surface)?)
            .map_err(|failure| Failure::problem(format!("{}: {failure}", source.display())))?;
        files::write(&target, page)?;
    }
    Ok(())
}

/// Writes the glue as it is sent. In a release it and the WebAssembly call each other by short names;
/// then their files get the names of what they have become.
fn write_glue(staging: &Path, built: &Names, build: Build) -> Result<Names, Failure> {
    let (glue_path, wasm_path) = (staging.join(&built.glue), staging.join(&built.wasm));
    let glue = traps::watched(&files::read(&glue_path)?)?;
    if build == Build::Debug {
        files::write(&glue_path, js::sent_eager(&glue, build)?)?;
        return Ok(built.clone());
    }
    let wasm =
        fs::read(&wasm_path).map_err(|error| files::could_not("read", &wasm_path, &error))?;
    let Some((glue, wasm)) = shorten::pair(&spare::without(&glue), &wasm)? else {
        return Ok(built.clone());
    };
    let glue = js::sent_eager(&texts::decoded_once(&glue, &wasm)?, build)?;
    let wasm = reorder::by_likeness(wasm, staging)?;
    // One hash of both: neither works with another build's.
    let stem = format!(
        "{PACKAGE}-{}",
        hash::short(&[glue.as_bytes(), &wasm].concat())
    );
    let names = Names {
        glue: format!("{stem}.js"),
        wasm: format!("{stem}_bg.wasm"),
        ..built.clone()
    };
    for path in [&glue_path, &wasm_path] {
        fs::remove_file(path).map_err(|error| files::could_not("remove", path, &error))?;
    }
    files::write(&staging.join(&names.glue), glue)?;
    files::write(&staging.join(&names.wasm), wasm)?;
    Ok(names)
}

fn finish_page(page: &str, names: &Names, view: &str) -> Result<String, Failure> {
    let link = format!("<link rel=\"stylesheet\" href=\"./{}\">", names.style);
    let page = template::splice(page, HEAD, &link)?;
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

/// What is served as it was written, but for style sheets.
fn copy_written_by_hand(www: &Path, staging: &Path, build: Build) -> Result<(), Failure> {
    for path in files::list(www)? {
        let name = files::name(&path);
        let served = [".js", ".d.ts", ".css", ".svg"]
            .iter()
            .any(|ending| name.ends_with(ending))
            || name == "custom-elements.json";
        if served && !PARTS.contains(&name) {
            let target = staging.join(name);
            if name.ends_with(".css") {
                files::write(&target, css::sent(&files::read(&path)?, build)?)?;
            } else {
                files::copy(&path, &target)?;
            }
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

    const LOADER: &str = "export const VERSION = \"0.0.0\";\nexport const FILES = { glue: \"./GLUE.js\", \
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
            ("stage/open-vs-closed-1a2b.js", shorten::tests::GLUE),
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
                assemble(&project, &staging, Build::Debug, render)?;
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
                // Compiled while they load: those that nearly all run before a reader's first step.
                let eager = |text: &String| text.starts_with("//# allFunctionsCalledOnLoad\n");
                let of_ours = once.iter().filter(|(_, text)| eager(text));
                let of_ours: Vec<_> = of_ours.map(|(name, _)| name).collect();
                assert_eq!(of_ours, ["open-vs-closed-1a2b.js", &live]);

                assemble(&project, &staging, Build::Debug, render)?;
                assert_eq!(contents(&staging)?, once);
                Ok(())
            },
            "assemble",
        );
    }

    #[test]
    fn a_release_names_glue_and_webassembly_by_what_they_have_become() {
        in_scratch(
            |folder| {
                let project = fake(folder)?;
                let staging = folder.join("stage");
                let glue = [shorten::tests::GLUE, texts::ANEW].concat();
                let mut wasm = shorten::tests::matching_wasm();
                crate::wasm::put_section(&mut wasm, 11, b"\x01\0\x41\x20\x0b\x02ab");
                let page = PAGE.replace(
                    "<!-- ovc:head",
                    "<link rel=\"modulepreload\" href=\"./open-vs-closed-1a2b.js\"><!-- ovc:head",
                );
                for (name, contents) in [
                    ("open-vs-closed-1a2b.js", glue.as_bytes()),
                    ("open-vs-closed-1a2b_bg.wasm", &wasm),
                    ("index.html", page.as_bytes()),
                ] {
                    files::write(&staging.join(name), contents)?;
                }
                let render = |_: &Project, _: &str| Ok(String::new());
                assemble(&project, &staging, Build::Release, render)?;
                let once = contents(&staging)?;
                let one = |is: fn(&str) -> bool| {
                    let mut names = once.keys().filter(|name| is(name));
                    let name = names.next().cloned().unwrap_or_default();
                    assert_eq!(names.next(), None);
                    name
                };
                let (glue, wasm) = (one(loader::is_glue), one(loader::is_wasm));
                let both = format!("{}{}", once[&glue], once[&wasm]);
                assert!(both.starts_with("//# allFunctionsCalledOnLoad\n"), "{both}");
                let stem = format!("{PACKAGE}-{}", hash::short(both.as_bytes()));
                assert_eq!(glue, format!("{stem}.js"));
                assert_eq!(wasm, format!("{stem}_bg.wasm"));
                assert!(!both.contains("__wbg_log_2e"), "{both}");
                // Texts of the WebAssembly are decoded once.
                assert!(both.contains("new Map"), "{both}");
                let loader = &once["open-vs-closed.js"];
                assert!(loader.contains(&glue) && loader.contains(&wasm), "{loader}");
                assert!(!once["index.html"].contains("modulepreload"));

                assemble(&project, &staging, Build::Release, render)?;
                assert_eq!(contents(&staging)?, once);
                Ok(())
            },
            "release",
        );
    }

    #[test]
    fn a_failed_rendering_fails_the_build() {
        in_scratch(
            |folder| {
                let project = fake(folder)?;
                let broken = |_: &Project, _: &str| Err(Failure::problem("broken"));
                assert!(assemble(&project, &folder.join("stage"), Build::Debug, broken).is_err());
                Ok(())
            },
            "broken",
        );
    }
}
