//! The last step of every build: from the WebAssembly modules and `www` to the bundle.
//!
//! `cargo xtask serve` and `cargo xtask dist` call it directly; `trunk` calls it as `cargo xtask assemble`, with
//! what it has built in `TRUNK_STAGING_DIR`.

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::build::{Options, Profile};
use crate::bundle::Bundle;
use crate::cache::Cache;
use crate::esbuild::{Esbuild, Glue};
use crate::failure::{Failure, Outcome};
use crate::names::LOADER;
use crate::project::Project;
use crate::tools::{self, ESBUILD};
use crate::wasm::Modules;
use crate::{files, json, names, prerender, template};

/// What the loader loads when an element comes near.
const LIVE: &str = "open-vs-closed-live.js";

/// The entry of the JavaScript side of the WebAssembly, and the requests in it.
const GLUE: &str = "open-vs-closed-wasm.js";
const REQUESTS: &str = "open-vs-closed-requests.js";

/// Scripts that are bundled, and not served as they are.
const BUNDLED: [&str; 5] = [LOADER, LIVE, "open-vs-closed-place.js", GLUE, REQUESTS];

/// The places of the style sheet's link and of the static view in a page.
const HEAD: &str = "ovc:head";
const STATIC: &str = "ovc:static";

/// The files that the loader needs to know, as its constant `FILES`.
#[derive(Debug, Serialize)]
struct Files<'a> {
    live: &'a str,
    glue: &'a str,
    style: &'a str,
    data: &'a str,
    shell: &'a str,
    chunks: &'a BTreeMap<String, Vec<String>>,
}

/// Finishes trunk's build.
pub fn run() -> Result<Outcome, Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::usage(
            "TRUNK_STAGING_DIR is not set: trunk calls this command. Use `cargo xtask serve` or \
             `cargo xtask dist`.",
        )
    })?;
    let options = Options {
        profile: match env::var("TRUNK_PROFILE").as_deref() {
            Ok("release") => Profile::Release,
            _ => Profile::Debug,
        },
        test_hooks: false,
    };
    let project = Project::load()?;
    let toolbox = tools::ensure(&Cache::open()?, &[&ESBUILD])?;
    let esbuild = Esbuild::new(toolbox.program("esbuild")?, options);
    let modules = Modules::unsplit(&staging);
    let bundle = assemble(&project, &modules, &esbuild, |surface| {
        prerender::page(&project, surface)
    })?;
    bundle.replace(&staging)?;
    Ok(Outcome::Good)
}

/// Makes the bundle; `render` returns the static view of a surface.
pub fn assemble(
    project: &Project,
    modules: &Modules,
    esbuild: &Esbuild,
    render: impl Fn(&str) -> Result<String, Failure>,
) -> Result<Bundle, Failure> {
    let www = project.www();
    let mut bundle = Bundle::default();
    let style = esbuild.style(open_vs_closed::style::STYLESHEET)?;
    let style_name = names::style(&style);
    bundle.add(&style_name, style);

    add_scripts(&mut bundle, project, modules, esbuild, &style_name)?;
    add_written_by_hand(&mut bundle, &www, esbuild)?;
    add_data(&mut bundle, &www.join("data"))?;
    for (source, surface) in [
        (project.root.join("index.html"), "page"),
        (www.join("embed.html"), "embed"),
    ] {
        let page = files::read(&source)?;
        let page = finish_page(&page, &style_name, &render(surface)?)
            .map_err(|failure| Failure::problem(format!("{}: {failure}", source.display())))?;
        bundle.add(files::name(&source), page);
    }
    Ok(bundle)
}

/// Adds the WebAssembly modules and the scripts, the loader last: it names the others.
fn add_scripts(
    bundle: &mut Bundle,
    project: &Project,
    modules: &Modules,
    esbuild: &Esbuild,
    style: &str,
) -> Result<(), Failure> {
    let www = project.www();
    let files = add_modules(bundle, modules)?;
    let shell = files.get(&Modules::shell()).cloned().unwrap_or_default();

    let glue = Glue {
        entry: &www.join(GLUE),
        generated: &modules.glue(),
        requests: &www.join(REQUESTS),
        modules: &json_of(&files)?,
    };
    let glue = esbuild.glue(&glue)?;
    let glue_name = names::glue(&glue);
    bundle.add(&glue_name, glue);

    let live = esbuild.eager_script(&www.join(LIVE))?;
    let live_name = names::live(&live);
    bundle.add(&live_name, live);

    let files = Files {
        live: &live_name,
        glue: &glue_name,
        style,
        data: "data/debate.json",
        shell: &shell,
        chunks: &bundle.chunks,
    };
    let files = json_of(&files)?;
    let loader = esbuild.loader(&www.join(LOADER), &files, &project.version)?;
    bundle.add(LOADER, loader);
    Ok(())
}

fn json_of(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value)
        .map_err(|error| Failure::problem(format!("Names cannot be written as JSON: {error}.")))
}

/// Adds the WebAssembly modules, and returns their names in the bundle by those in the generated code.
fn add_modules(
    bundle: &mut Bundle,
    modules: &Modules,
) -> Result<BTreeMap<String, String>, Failure> {
    let mut named = BTreeMap::new();
    for name in modules.names() {
        let path = modules.folder.join(&name);
        let contents = fs::read(&path).map_err(|error| files::could_not("read", &path, &error))?;
        let hashed = names::module(&name, &contents);
        bundle.add(&hashed, contents);
        named.insert(name, hashed);
    }
    for (view, chunks) in &modules.views {
        let chunks = chunks.iter().filter_map(|name| named.get(name)).cloned();
        bundle.chunks.insert(view.clone(), chunks.collect());
    }
    Ok(named)
}

fn finish_page(page: &str, style: &str, view: &str) -> Result<String, Failure> {
    let link = format!("<link rel=\"stylesheet\" href=\"./{style}\">");
    let page = template::splice(page, HEAD, &link)?;
    template::splice(&page, STATIC, view)
}

/// Adds what is served as it was written; style sheets go through the bundler.
fn add_written_by_hand(bundle: &mut Bundle, www: &Path, esbuild: &Esbuild) -> Result<(), Failure> {
    let read = |path: &Path| fs::read(path).map_err(|error| files::could_not("read", path, &error));
    for path in files::list(www)? {
        let name = files::name(&path);
        let is_served = [".js", ".d.ts", ".svg"]
            .iter()
            .any(|ending| name.ends_with(ending))
            || name == "custom-elements.json";
        if name.ends_with(".css") {
            bundle.add(name, esbuild.style(&files::read(&path)?)?);
        } else if is_served && !BUNDLED.contains(&name) {
            bundle.add(name, read(&path)?);
        }
    }
    for folder in ["examples", "icons"] {
        for path in files::walk(&www.join(folder))? {
            bundle.add(files::relative(&path, www), read(&path)?);
        }
    }
    Ok(())
}

/// Adds the data sets and translations without white space, and the schema as it is, for people to read.
fn add_data(bundle: &mut Bundle, folder: &Path) -> Result<(), Failure> {
    for path in files::list(folder)? {
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
        bundle.add(format!("data/{name}"), text);
    }
    Ok(())
}
