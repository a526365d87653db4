//! What is compared: our widget, and others that do the same, each in a page as its documentation
//! says. Their files come from npm; `cargo xtask bench` puts the folders into the environment.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use open_vs_closed_e2e::{Failure, Outcome, Site};
use serde_json::Value;

use crate::events;

/// One of the compared.
#[derive(Debug)]
pub struct Peer {
    /// Its name in the table.
    pub name: &'static str,
    /// Most events with which it is tried.
    pub most: usize,
    script: &'static str,
    /// Scripts and style sheets: the name in the page, and the place below the package's folder.
    files: &'static [(&'static str, &'static str)],
}

/// With more events the peers do not come to an end.
const MOST_OF_PEERS: usize = 10_000;

const PROBE: &str = include_str!("../pages/probe.js");

const PEERS: [Peer; 3] = [
    Peer {
        name: "timelinejs",
        most: MOST_OF_PEERS,
        script: include_str!("../pages/timelinejs.js"),
        files: &[
            ("timeline.js", "@knight-lab/timelinejs/dist/js/timeline.js"),
            (
                "timeline.css",
                "@knight-lab/timelinejs/dist/css/timeline.css",
            ),
        ],
    },
    Peer {
        name: "vis",
        most: MOST_OF_PEERS,
        script: include_str!("../pages/vis.js"),
        files: &[
            (
                "vis.js",
                "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js",
            ),
            (
                "vis.css",
                "vis-timeline/styles/vis-timeline-graph2d.min.css",
            ),
        ],
    },
    Peer {
        name: "d3",
        most: MOST_OF_PEERS,
        script: include_str!("../pages/d3.js"),
        files: &[("d3.js", "d3/dist/d3.min.js")],
    },
];

impl Peer {
    /// The widget of this repository.
    pub fn ours() -> Self {
        Self {
            name: "ours",
            most: usize::MAX,
            script: include_str!("../pages/ours.js"),
            files: &[],
        }
    }

    /// The peer of that name.
    ///
    /// # Errors
    /// Where there is none.
    pub fn named(name: &str) -> Outcome<Self> {
        let found = PEERS.into_iter().find(|peer| peer.name == name);
        found.ok_or_else(|| Failure::new(format!("There is no peer `{name}`.")))
    }

    fn is_ours(&self) -> bool {
        self.files.is_empty()
    }

    /// What its page needs, compressed as a good server does.
    ///
    /// # Errors
    /// Where a file is missing.
    pub fn site(&self, data: &Value, dist: &Path) -> Outcome<Site> {
        let mut site = Site::new()?
            .brotli("/probe.js", brotli(PROBE.as_bytes())?)
            .brotli("/peer.js", brotli(self.script.as_bytes())?)
            .file("/host.html", self.page());
        let list = if self.is_ours() {
            site = bundle(site, dist)?;
            data.to_string()
        } else {
            events::plain(data).to_string()
        };
        for (name, path) in self.files {
            let file = fs::read(self.folder()?.join(path))?;
            site = site.brotli(&format!("/{name}"), brotli(&file)?);
        }
        Ok(site.brotli("/events.json", brotli(list.as_bytes())?))
    }

    fn folder(&self) -> Outcome<PathBuf> {
        let variable = format!("OVC_PEER_{}", self.name.to_uppercase());
        let folder = env::var_os(&variable).map(PathBuf::from);
        let folder = folder.ok_or_else(|| {
            Failure::new(format!(
                "{variable} is not set; `cargo xtask bench` sets it."
            ))
        })?;
        Ok(folder.join("node_modules"))
    }

    fn page(&self) -> String {
        let mut head = String::new();
        for (name, _) in self.files {
            head.push_str(&if name.ends_with(".css") {
                format!("<link rel=\"stylesheet\" href=\"{name}\">\n")
            } else {
                format!("<script defer src=\"{name}\"></script>\n")
            });
        }
        let body = if self.is_ours() {
            head.push_str("<script type=\"module\" src=\"open-vs-closed.js\"></script>\n");
            "<open-vs-closed loading=\"eager\" view=\"timeline\" src=\"events.json\"></open-vs-closed>"
        } else {
            ""
        };
        format!(
            "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <title>{}</title>\n<script src=\"probe.js\"></script>\n{head}\
             <script type=\"module\" src=\"peer.js\"></script>\n\
             <style>body {{ margin: 0; font: 16px/1.5 sans-serif }}</style>\n</head>\n\
             <body><main>{body}</main></body>\n</html>\n",
            self.name
        )
    }
}

/// The bundle's own files.
fn bundle(mut site: Site, dist: &Path) -> Outcome<Site> {
    for entry in fs::read_dir(dist)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let (Some(name), true) = (name, path.is_file())
            && [".js", ".css", ".wasm"]
                .iter()
                .any(|end| name.ends_with(end))
        {
            site = site.brotli(&format!("/{name}"), brotli(&fs::read(&path)?)?);
        }
    }
    Ok(site)
}

fn brotli(bytes: &[u8]) -> Outcome<Vec<u8>> {
    // The best quality takes minutes for data sets of this size.
    let quality = if bytes.len() > 2_000_000 { 4 } else { 10 };
    let parameters = brotli::enc::BrotliEncoderParams {
        quality,
        ..Default::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_page_has_its_files_and_the_probe_first() {
        for peer in PEERS {
            let page = peer.page();
            let probe = page.find("probe.js");
            for (name, _) in peer.files {
                assert!(probe < page.find(name), "{name} of {}", peer.name);
            }
        }
        assert!(Peer::ours().page().contains("<open-vs-closed "));
        assert!(Peer::named("flash").is_err());
    }
}
