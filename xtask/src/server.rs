//! A server of static files, on this machine only.

use std::fs::File;
use std::net::Ipv4Addr;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Method, Request, Response, StatusCode};

/// Browsers load several files at once.
const THREADS: usize = 4;

/// A server that holds its port.
pub struct Server(Arc<tiny_http::Server>);

impl Server {
    /// Takes a port.
    ///
    /// # Errors
    /// Fails with a sentence on what to do where the port is in use.
    pub fn bind(port: u16) -> Result<Self> {
        let server = tiny_http::Server::http((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
            anyhow!("port {port} cannot be used ({error}); choose another with --port")
        })?;
        Ok(Self(Arc::new(server)))
    }

    /// Serves the files of a folder, from other threads and until the program ends.
    pub fn serve(&self, folder: PathBuf) {
        for _ in 0..THREADS {
            let (server, folder) = (self.0.clone(), folder.clone());
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    // Fails where the browser has closed the connection.
                    let _ = answer(request, &folder);
                }
            });
        }
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::empty(StatusCode(405)));
    }
    let path = path_of(request.url()).map(|path| folder.join(path));
    let path = path.filter(|path| path.is_file());
    let file = path.as_ref().and_then(|path| File::open(path).ok());
    let (Some(path), Some(file)) = (path, file) else {
        return request.respond(Response::from_string("Not found").with_status_code(404));
    };
    let headers = [
        ("Content-Type", media_type(&path)),
        // Reloading the page shows the last build.
        ("Cache-Control", "no-cache"),
    ];
    let headers = headers
        .iter()
        .flat_map(|(name, value)| Header::from_bytes(*name, *value));
    request.respond(headers.fold(Response::from_file(file), Response::with_header))
}

/// The file that a URL names, within the folder; folders have an `index.html`.
fn path_of(url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.strip_prefix('/')?;
    let mut path = path.to_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    let path = PathBuf::from(path);
    let is_inside = path
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    is_inside.then_some(path)
}

/// The media type of a file, by its ending.
fn media_type(path: &Path) -> &'static str {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        // Streaming compilation requires this type.
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    #[test]
    fn paths_stay_within_the_folder() {
        assert_eq!(path_of("/"), Some("index.html".into()));
        assert_eq!(
            path_of("/examples/?a=b"),
            Some("examples/index.html".into())
        );
        assert_eq!(path_of("/a.js?again"), Some("a.js".into()));
        for url in ["/../a", "//etc/passwd", "/a/../../b", "a"] {
            assert_eq!(path_of(url), None, "{url}");
        }
    }

    #[test]
    fn a_port_in_use_is_reported_with_the_option_to_use() {
        let first = tiny_http::Server::http((Ipv4Addr::LOCALHOST, 0));
        let port = first.ok().and_then(|server| {
            let port = server.server_addr().to_ip()?.port();
            Some((server, port))
        });
        let Some((_server, port)) = port else {
            panic!("this machine gives no port");
        };
        let failure = Server::bind(port).err().map(|failure| failure.to_string());
        assert!(failure.is_some_and(|text| text.contains("--port")));
    }

    #[test]
    fn files_are_served_with_their_type_and_others_are_not_found() {
        let folder = std::env::temp_dir().join(format!("xtask-server-{}", std::process::id()));
        assert!(files::write(&folder.join("a.wasm"), "abc").is_ok());
        let Ok(server) = Server::bind(0) else {
            panic!("this machine gives no port");
        };
        let Some(address) = server.0.server_addr().to_ip() else {
            panic!("the server has an address");
        };
        server.serve(folder.clone());
        let ask = |path: &str| {
            let mut stream = TcpStream::connect(address)?;
            write!(
                stream,
                "GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            )?;
            let mut text = String::new();
            stream.read_to_string(&mut text).map(|_| text)
        };
        let found = ask("/a.wasm").unwrap_or_default();
        assert!(found.starts_with("HTTP/1.1 200"), "{found}");
        assert!(
            found.contains("application/wasm") && found.contains("no-cache"),
            "{found}"
        );
        let missing = ask("/b.wasm").unwrap_or_default();
        assert!(missing.starts_with("HTTP/1.1 404"), "{missing}");
        assert!(files::remove_folder(&folder).is_ok());
    }
}
