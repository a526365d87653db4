//! The npm package in the hands of its users, with a bundler, in a React application, and as it is; the crate in an
//! application of Yew.

use open_vs_closed_e2e::setting::{consumers, dist};
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::json;

use crate::support::tests;

tests![
    a_vite_project_uses_the_package,
    a_react_project_uses_the_package,
    a_plain_page_uses_the_package,
    an_application_of_yew_uses_the_crate,
];

fn a_vite_project_uses_the_package(page: &Page) -> Outcome {
    let server = Site::of(consumers()?).serve()?;
    page.open_live(&server, "/vite/index.html")?;
    equal(page.state()?["view"].clone(), json!("compare"), "the view")?;
    ensure!(
        page.get("document.documentElement.dataset.version === document.querySelector('open-vs-closed').constructor.version")?,
        "the import has no version"
    );
    // Nothing is fetched from outside the built folder.
    let stray: Vec<String> = page.get(
        "performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)\
         .filter((path) => !/^\\/vite\\/assets\\//.test(path) && !/e2e|favicon/.test(path))",
    )?;
    equal(stray, Vec::<String>::new(), "what is fetched besides")
}

fn a_react_project_uses_the_package(page: &Page) -> Outcome {
    let server = Site::of(consumers()?).serve()?;
    page.open_live(&server, "/react/index.html")?;
    equal(page.state()?["view"].clone(), json!("timeline"), "at first")?;
    equal(
        page.get::<String>("e2e.widget().views")?.as_str(),
        "timeline compare",
        "a list as a property",
    )?;
    page.run("document.querySelector('button').click()")?;
    page.wait("document.querySelector('#heard').textContent === 'compare'")?;
    equal(page.state()?["view"].clone(), json!("compare"), "set anew")
}

fn a_plain_page_uses_the_package(page: &Page) -> Outcome {
    let site = Site::of(dist()?.join("npm"))
        .host("", "<open-vs-closed view=\"timeline\"></open-vs-closed>");
    let server = site.serve()?;
    page.open_live(&server, "/host.html")
}

fn an_application_of_yew_uses_the_crate(page: &Page) -> Outcome {
    let server = Site::of(consumers()?).serve()?;
    page.open(&server, "/yew/index.html")?;
    let told = "document.querySelector('#event').textContent";
    page.wait("document.querySelector('#ovc-tab-timeline')")?;
    page.run("document.querySelector('#ovc-tab-timeline').click()")?;
    page.wait("document.querySelectorAll('.ovc-axis [data-id]').length > 5")?;
    equal(
        page.get::<String>(told)?.as_str(),
        "No event is open.",
        "at first",
    )?;
    page.run("document.querySelector('.ovc-axis [data-id]').dispatchEvent(new MouseEvent('click', { bubbles: true }))")?;
    page.wait(&format!(
        "document.querySelector('[data-card]')?.dataset.card === {told}"
    ))
}
