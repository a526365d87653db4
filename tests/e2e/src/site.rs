//! What a test server serves: the bundle, the test's own files, and what is to go wrong.

use std::collections::HashMap;
use std::path::PathBuf;

use crate::setting;
use crate::{Outcome, Server};

/// A file in memory.
#[derive(Clone)]
pub(crate) struct File {
    pub(crate) mime: String,
    /// Whether the body is compressed by brotli.
    pub(crate) is_brotli: bool,
    pub(crate) body: Vec<u8>,
}

/// What is served, and how.
#[derive(Clone)]
pub struct Site {
    pub(crate) dist: PathBuf,
    pub(crate) files: HashMap<String, File>,
    pub(crate) policy: Option<String>,
    pub(crate) cors: bool,
    pub(crate) refused: Vec<String>,
    pub(crate) refused_at_first: Vec<String>,
    pub(crate) held: Vec<String>,
    pub(crate) mimes: Vec<(String, String)>,
}

impl Site {
    /// The built bundle, as it is.
    ///
    /// # Errors
    /// Where the environment does not say where it is.
    pub fn new() -> Outcome<Self> {
        Ok(Self::of(setting::dist()?))
    }

    /// A folder, as it is.
    #[must_use]
    pub fn of(folder: PathBuf) -> Self {
        let observer = File {
            mime: "text/javascript".to_owned(),
            is_brotli: false,
            body: include_bytes!("observer.js").to_vec(),
        };
        let mut site = Self {
            dist: folder,
            files: HashMap::new(),
            policy: None,
            cors: false,
            refused: Vec::new(),
            refused_at_first: Vec::new(),
            held: Vec::new(),
            mimes: Vec::new(),
        };
        site.files
            .insert(crate::server::OBSERVER.to_owned(), observer);
        site
    }

    /// With a file of the test's own; its type follows from its name.
    #[must_use]
    pub fn file(mut self, path: &str, body: impl Into<Vec<u8>>) -> Self {
        let file = File {
            mime: crate::server::mime(path).to_owned(),
            is_brotli: false,
            body: body.into(),
        };
        self.files.insert(path.to_owned(), file);
        self
    }

    /// With a file that is compressed by brotli already; its type follows from its name.
    #[must_use]
    pub fn brotli(mut self, path: &str, body: Vec<u8>) -> Self {
        let file = File {
            mime: crate::server::mime(path).to_owned(),
            is_brotli: true,
            body,
        };
        self.files.insert(path.to_owned(), file);
        self
    }

    /// With a host page at `/host.html`; see [`host_page`].
    #[must_use]
    pub fn host(self, head: &str, body: &str) -> Self {
        self.file("/host.html", host_page(head, body))
    }

    /// With a Content-Security-Policy on every answer.
    #[must_use]
    pub fn policy(mut self, policy: &str) -> Self {
        self.policy = Some(policy.to_owned());
        self
    }

    /// Readable from other origins.
    #[must_use]
    pub fn cors(mut self) -> Self {
        self.cors = true;
        self
    }

    /// With 404 for every path that contains `part`.
    #[must_use]
    pub fn refuse(mut self, part: &str) -> Self {
        self.refused.push(part.to_owned());
        self
    }

    /// With 404 for every path that contains `part`, until [`Server::release`].
    #[must_use]
    pub fn refuse_at_first(mut self, part: &str) -> Self {
        self.refused_at_first.push(part.to_owned());
        self
    }

    /// With every answer to a path that contains `part` held back until [`Server::release`].
    #[must_use]
    pub fn hold(mut self, part: &str) -> Self {
        self.held.push(part.to_owned());
        self
    }

    /// With another type for every path that contains `part`.
    #[must_use]
    pub fn mime(mut self, part: &str, mime: &str) -> Self {
        self.mimes.push((part.to_owned(), mime.to_owned()));
        self
    }

    /// Serves it on a free port.
    ///
    /// # Errors
    /// Where there is none.
    pub fn serve(self) -> Outcome<Server> {
        Server::start(self)
    }
}

/// A page that embeds the widget as any host does: the loader, and a body.
#[must_use]
pub fn host_page(head: &str, body: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>Host</title>\n\
         <script type=\"module\" src=\"/open-vs-closed.js\"></script>\n{head}\n</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}
