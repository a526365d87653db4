//! The last step of every build: from the WebAssembly modules and `www` to the bundle.
//!
//! `cargo xtask serve` and `cargo xtask dist` call it directly; `trunk` calls it as `cargo xtask assemble`, with
//! what it has built in `TRUNK_STAGING_DIR`.

use std::collections::BTreeMap;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::error::ErrorKind;
use fs_err as fs;
use serde_json::Value;

use crate::bundle::{Bundle, LoaderFiles};
use crate::cache::Cache;
use crate::esbuild::{Esbuild, Glue};
use crate::names::{self, LOADER};
use crate::options::Options;
use crate::project::Project;
use crate::tools::ESBUILD;
use crate::wasm::Modules;
use crate::{files, install, json, prerender, template};

/// What the loader loads when an element comes near.
const LIVE: &str = "open-vs-closed-live.js";

/// The entry of the JavaScript side of the WebAssembly, and the requests in it.
const GLUE: &str = "open-vs-closed-wasm.js";
const REQUESTS: &str = "open-vs-closed-requests.js";

/// Scripts that are bundled, and not served as they are.
const BUNDLED: [&str; 9] = [
    LOADER,
    LIVE,
    "open-vs-closed-address.js",
    "open-vs-closed-keys.js",
    "open-vs-closed-languages.js",
    "open-vs-closed-load.js",
    "open-vs-closed-place.js",
    GLUE,
    REQUESTS,
];

/// The places of the style sheet's link and of the static view in a page.
const HEAD: &str = "ovc:head";
const STATIC: &str = "ovc:static";

/// Finishes trunk's build.
pub fn run() -> Result<ExitCode> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| {
        let text = "TRUNK_STAGING_DIR is not set: trunk calls this command\n";
        clap::Error::raw(ErrorKind::MissingRequiredArgument, text)
    })?;
    let options = Options {
        release: env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release"),
        test_hooks: false,
    };
    let project = Project::load()?;
    let cache = Cache::open()?;
    install::ensure(&cache, &[&ESBUILD])?;
    let esbuild = Esbuild::new(ESBUILD.path(&cache)?, options);
    let modules = Modules::unsplit(&staging);
    assemble(&project, &modules, &esbuild)?.replace(&staging)?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the bundle.
pub fn assemble(project: &Project, modules: &Modules, esbuild: &Esbuild) -> Result<Bundle> {
    let www = project.www();
    let mut bundle = Bundle::default();
    let style = esbuild.style(open_vs_closed::style::STYLESHEET)?;
    let style_name = names::hashed(names::STYLE, &style);
    bundle.add(&style_name, style);

    // The loader names the files of words.
    add_data(&mut bundle, &www.join("data"))?;
    add_scripts(&mut bundle, project, modules, esbuild)?;
    add_written_by_hand(&mut bundle, &www, esbuild)?;
    add_pages(&mut bundle, project, &style_name)?;
    Ok(bundle)
}

/// Adds the page in each language, and the one for frames.
fn add_pages(bundle: &mut Bundle, project: &Project, style: &str) -> Result<()> {
    let www = project.www();
    let mut languages: Vec<String> = bundle.words().into_keys().map(str::to_owned).collect();
    languages.insert(0, ENGLISH.to_owned());
    let link = format!("<link rel=\"stylesheet\" href=\"./{style}\">");
    let head = link.clone() + &alternates(&languages);
    let page = fs::read_to_string(project.root.join("index.html"))?;
    for lang in &languages {
        let words = (lang != ENGLISH).then(|| www.join(format!("data/debate.{lang}.json")));
        let page = match &words {
            Some(words) => localised(&page, words)?,
            None => page.clone(),
        };
        let view = prerender::page(project, "page", words.as_deref())?;
        bundle.add(page_name(lang), finish_page(&page, &head, &view)?);
    }
    let source = www.join("embed.html");
    let page = fs::read_to_string(&source)?;
    let view = prerender::page(project, "embed", None)?;
    bundle.add(files::name(&source), finish_page(&page, &link, &view)?);
    Ok(())
}

/// The language of the data set.
const ENGLISH: &str = "en";

/// The name of the page in a language.
fn page_name(lang: &str) -> String {
    if lang == ENGLISH {
        "index.html".to_owned()
    } else {
        format!("{lang}.html")
    }
}

/// Links to the page in each language.
fn alternates(languages: &[String]) -> String {
    let links = languages.iter().map(|lang| {
        let name = page_name(lang);
        format!("<link rel=\"alternate\" hreflang=\"{lang}\" href=\"./{name}\">")
    });
    links.collect()
}

/// The page with the words of a file: those under `messages.page`.
fn localised(page: &str, words: &Path) -> Result<String> {
    let file: Value = serde_json::from_str(&fs::read_to_string(words)?)?;
    let word = |value: &Value, key: &str| {
        let word = value[key].as_str().map(template::escape);
        word.with_context(|| format!("{} has no {key}", words.display()))
    };
    let texts = &file["messages"]["page"];
    let lang = word(&file, "lang")?;
    let parts = [
        ("<html lang=\"", "\"", lang),
        ("<title>", "</title>", word(texts, "title")?),
        (
            "name=\"description\" content=\"",
            "\">",
            word(texts, "description")?,
        ),
        ("<footer><p>", " <a ", word(texts, "licence")?),
        ("debate.json\">", "</a>", word(texts, "data")?),
        ("</a>", "</p></footer>", word(texts, "about_data")?),
    ];
    parts
        .iter()
        .try_fold(page.to_owned(), |page, (from, to, text)| {
            template::replace_between(&page, from, to, text)
        })
}

/// Adds the WebAssembly modules and the scripts, the loader last: it names the others.
fn add_scripts(
    bundle: &mut Bundle,
    project: &Project,
    modules: &Modules,
    esbuild: &Esbuild,
) -> Result<()> {
    let www = project.www();
    bundle.modules = add_modules(bundle, modules)?;

    let glue = Glue {
        entry: &www.join(GLUE),
        generated: &modules.glue(),
        requests: &www.join(REQUESTS),
        modules: &serde_json::to_string(&bundle.modules)?,
    };
    let glue = esbuild.glue(&glue)?;
    let glue_name = names::hashed(names::GLUE, &glue);
    bundle.add(&glue_name, glue);

    let live = esbuild.eager_script(&www.join(LIVE))?;
    let live_name = names::hashed(names::LIVE, &live);
    bundle.add(&live_name, live);

    let files = serde_json::to_string(&LoaderFiles::of(bundle)?)?;
    let loader = esbuild.loader(&www.join(LOADER), &files, &project.version)?;
    bundle.add(LOADER, loader);
    Ok(())
}

/// Adds the WebAssembly modules, and returns their names in the bundle by those in the generated code.
fn add_modules(bundle: &mut Bundle, modules: &Modules) -> Result<BTreeMap<String, String>> {
    let mut named = BTreeMap::new();
    for name in modules.names() {
        let contents = fs::read(modules.folder.join(&name))?;
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

fn finish_page(page: &str, head: &str, view: &str) -> Result<String> {
    let page = template::splice(page, HEAD, head)?;
    template::splice(&page, STATIC, view)
}

/// Adds what is served as it was written; style sheets go through the bundler.
fn add_written_by_hand(bundle: &mut Bundle, www: &Path, esbuild: &Esbuild) -> Result<()> {
    for path in files::list(www)? {
        let name = files::name(&path);
        let is_served = [".js", ".d.ts", ".svg"]
            .iter()
            .any(|ending| name.ends_with(ending))
            || name == "custom-elements.json";
        if name.ends_with(".css") {
            bundle.add(name, esbuild.style(&fs::read_to_string(&path)?)?);
        } else if is_served && !BUNDLED.contains(&name) {
            bundle.add(name, fs::read(&path)?);
        }
    }
    for folder in ["examples", "icons"] {
        for path in files::walk(&www.join(folder))? {
            bundle.add(files::relative(&path, www), fs::read(&path)?);
        }
    }
    Ok(())
}

/// Adds the data sets and translations without white space, and the schema as it is, for people to read.
fn add_data(bundle: &mut Bundle, folder: &Path) -> Result<()> {
    for path in files::list(folder)? {
        let name = files::name(&path);
        if !name.ends_with(".json") {
            continue;
        }
        let mut text = fs::read_to_string(&path)?;
        if name != "schema.json" {
            text = json::minify(&text).with_context(|| path.display().to_string())?;
        }
        bundle.add(format!("data/{name}"), text);
    }
    Ok(())
}
