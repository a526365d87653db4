//! What a test is, and how it gets its page.

use std::sync::atomic::{AtomicUsize, Ordering};

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Browser, Outcome, Page, Pool, SILENT, Server, Site};

/// A test: what it protects, and how.
pub struct Test {
    /// Its module and name.
    pub name: &'static str,
    /// What it does in a page of its own.
    pub run: fn(&Page) -> Outcome,
}

/// Names functions as tests.
macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        /// The tests of this module.
        pub const TESTS: &[crate::support::Test] = &[$(crate::support::Test {
            name: concat!(module_path!(), "::", stringify!($name)),
            run: $name,
        }),+];
    };
}
pub(crate) use tests;

static POOL: Pool = Pool::new();

/// How many tests may be run once more in a run of all: because of a fault of WebKit, and for any reason.
/// Three browsers run seven hundred tests on a machine that may be busy; what fails twice in a row, or what
/// else fails in the same run, is a failure. The first failure is told at the end of the run.
const FAULTS: usize = 2;
const UNSTEADY: usize = 1;

/// Runs a test in a browser of the pool. A failure tells the plight of the page, too.
pub fn run(test: &Test) -> Outcome {
    static FAULTS_FOUND: AtomicUsize = AtomicUsize::new(0);
    static UNSTEADY_FOUND: AtomicUsize = AtomicUsize::new(0);
    let Err(failure) = attempt(test, POOL.take()?) else {
        return Ok(());
    };
    let is_fault = matches!(Engine::from_environment(), Ok(Engine::Webkit))
        && failure.is_fault_of_webkit()
        && FAULTS_FOUND.fetch_add(1, Ordering::Relaxed) < FAULTS;
    if is_fault || UNSTEADY_FOUND.fetch_add(1, Ordering::Relaxed) < UNSTEADY {
        let told = failure.to_string().replace('\n', " ");
        println!("unsteady: {} is run once more: {told}", test.name);
        // What was before in a browser is not to matter.
        return attempt(test, Browser::start()?);
    }
    Err(failure)
}

fn attempt(test: &Test, browser: Browser) -> Outcome {
    let page = Page::new(browser)?;
    let outcome = (test.run)(&page).and_then(|()| page.check());
    // Who hangs is not asked again.
    if outcome
        .as_ref()
        .is_err_and(|failure| failure.to_string() == SILENT)
    {
        return outcome;
    }
    let outcome = outcome.map_err(|failure| page.with_plight(failure));
    POOL.give_back(page.into_browser());
    outcome
}

/// Ends the browsers.
pub fn end() {
    POOL.close();
}

/// The same with a data set of its own.
pub fn boxed_data(width: u32, data: &serde_json::Value) -> Outcome<Server> {
    let body = format!(
        "<div id=\"box\" style=\"width: {width}px\"><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/own.json\"></open-vs-closed></div>"
    );
    Site::new()?
        .file("/own.json", data.to_string())
        .host("", &body)
        .serve()
}

/// A host page whose widget stands in a box of that width, live as soon as it can be. Its view is the timeline unless the
/// attributes have another.
pub fn boxed(width: u32, attributes: &str) -> Outcome<Server> {
    let view = if attributes.contains("view") {
        ""
    } else {
        "view=\"timeline\""
    };
    let body = format!(
        "<main><div id=\"box\" style=\"width: {width}px\">\n\
         <open-vs-closed loading=\"eager\" {view} {attributes}></open-vs-closed></div></main>"
    );
    let head = "<style>body { margin: 0; font: 16px/1.5 sans-serif; }</style>";
    Site::new()?.host(head, &body).serve()
}

/// A host page whose first request for the WebAssembly is lost.
pub fn first_try_fails(page: &Page) -> Outcome<Server> {
    page.expect("could not be loaded");
    let head = "<script>
        const get = window.fetch;
        let lost = false;
        window.fetch = (address, ...rest) => {
          if (lost || !String(address).endsWith('.wasm')) return get(address, ...rest);
          lost = true;
          return Promise.reject(new TypeError('The line is down.'));
        };</script>";
    let body = "<open-vs-closed loading=\"eager\" view=\"timeline\"></open-vs-closed>";
    Site::new()?.host(head, body).serve()
}
