//! A server of static files on a free port of this machine.

use std::convert::Infallible;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{HeaderName, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};

use crate::Outcome;
use crate::runtime::runtime;
use crate::site::{File, Site};

/// Where the script is that watches over every page.
pub(crate) const OBSERVER: &str = "/e2e/observer.js";

/// A running server. Dropping it ends it.
pub struct Server {
    origin: String,
    shared: Arc<Shared>,
    listener: JoinHandle<()>,
}

struct Shared {
    site: Site,
    log: Mutex<Vec<String>>,
    released: watch::Sender<bool>,
}

impl Server {
    pub(crate) fn start(site: Site) -> Outcome<Self> {
        let runtime = runtime()?;
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0"))?;
        let origin = format!("http://{}", listener.local_addr()?);
        let shared = Arc::new(Shared {
            site,
            log: Mutex::new(Vec::new()),
            released: watch::Sender::new(false),
        });
        Ok(Self {
            origin,
            listener: runtime.spawn(listen(listener, shared.clone())),
            shared,
        })
    }

    /// Address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }

    /// Its origin, without a slash.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Paths that were asked for, in that order, without ours and the icon that browsers look for.
    #[must_use]
    pub fn log(&self) -> Vec<String> {
        let log = self.shared.log.lock();
        log.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// How many requests there were for paths that contain `part`.
    #[must_use]
    pub fn count(&self, part: &str) -> usize {
        self.log().iter().filter(|path| path.contains(part)).count()
    }

    /// Answers what was held back or refused at first.
    pub fn release(&self) {
        self.shared.released.send_replace(true);
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Its connections go with it.
        self.listener.abort();
    }
}

async fn listen(listener: TcpListener, shared: Arc<Shared>) {
    let mut connections = JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        let shared = shared.clone();
        connections.spawn(async move {
            let service = service_fn(|request| answer(shared.clone(), request));
            // An error is a browser that has gone elsewhere.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(
    shared: Arc<Shared>,
    request: Request<Incoming>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let url = request.uri().to_string();
    let path = request.uri().path();
    let ours = path == OBSERVER || path.starts_with("/favicon");
    if !ours {
        let log = shared.log.lock();
        log.unwrap_or_else(PoisonError::into_inner)
            .push(url.clone());
    }
    let site = &shared.site;
    if site.held.iter().any(|part| url.contains(part)) {
        // The sender lives as long as this.
        let _ = shared
            .released
            .subscribe()
            .wait_for(|released| *released)
            .await;
    }
    let is_released = *shared.released.borrow();
    let at_first = site.refused_at_first.iter().filter(|_| !is_released);
    let mut refused = site.refused.iter().chain(at_first);
    let refused = refused.any(|part| url.contains(part));
    let file = if refused { None } else { find(site, path) };
    let mut response = Response::new(Full::default());
    if file.is_none() {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    let mut file = file.unwrap_or_else(|| File {
        mime: "text/plain".to_owned(),
        is_brotli: false,
        body: b"not here".to_vec(),
    });
    if let Some((_, mime)) = site.mimes.iter().find(|(part, _)| url.contains(part)) {
        file.mime.clone_from(mime);
    }
    if file.mime.starts_with("text/html") && !file.is_brotli {
        file.body = observed(&file.body);
    }
    *response.body_mut() = Full::from(file.body);
    let is_brotli = file.is_brotli;
    let mut set = |name: &'static str, value: &str| {
        if let Ok(value) = HeaderValue::from_str(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    };
    set("content-type", &file.mime);
    set("cache-control", "no-store");
    if is_brotli {
        set("content-encoding", "br");
    }
    if let Some(policy) = &site.policy {
        set("content-security-policy", policy);
    }
    if site.cors {
        set("access-control-allow-origin", "*");
    }
    Ok(response)
}

fn find(site: &Site, path: &str) -> Option<File> {
    if let Some(file) = site.files.get(path) {
        return Some(file.clone());
    }
    let name = match path.trim_start_matches('/') {
        "" => "index.html",
        name if name.split('/').any(|part| part == "..") => return None,
        name => name,
    };
    let body = fs::read(site.dist.join(name)).ok()?;
    let mime = mime(name).to_owned();
    Some(File {
        mime,
        is_brotli: false,
        body,
    })
}

/// The page with the observer as its first script.
fn observed(page: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(page);
    let script = format!("<head><script src=\"{OBSERVER}\"></script>");
    text.replacen("<head>", &script, 1).into_bytes()
}

/// The type of a file by its name.
pub(crate) fn mime(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}
