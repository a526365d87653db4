//! Each view's part of the WebAssembly is fetched when it is needed, or ahead of that.

use std::thread::sleep;
use std::time::{Duration, Instant};

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};

use crate::support::tests;

tests![
    the_first_view_comes_beside_the_shell,
    the_other_views_come_when_the_page_is_idle,
    a_view_that_has_no_tab_is_not_fetched,
    whoever_saves_data_fetches_what_is_shown,
    a_fragment_decides_what_is_fetched_first,
    a_wait_for_a_view_is_said_after_a_while,
    a_view_that_cannot_be_loaded_can_be_tried_again,
    a_first_view_that_cannot_be_loaded_leaves_the_static_page,
];

const TIMELINE: &str = "open-vs-closed-timeline-";
const COMPARE: &str = "open-vs-closed-compare-";
const MODELS: &str = "open-vs-closed-models-";

/// A widget that is live as soon as it can be.
fn site(attributes: &str) -> Outcome<Site> {
    let body = format!("<open-vs-closed loading=\"eager\" {attributes}></open-vs-closed>");
    Ok(Site::new()?.host("", &body))
}

/// Waits until a file is asked for.
fn asked(server: &Server, part: &str) -> Outcome {
    let end = Instant::now() + Duration::from_secs(15);
    while server.count(part) == 0 {
        ensure!(
            Instant::now() < end,
            "{part} is not asked for: {:?}",
            server.log()
        );
        sleep(Duration::from_millis(25));
    }
    Ok(())
}

fn the_first_view_comes_beside_the_shell(page: &Page) -> Outcome {
    let server = site("view=\"compare\"")?.hold("_bg.wasm").serve()?;
    page.open(&server, "/host.html")?;
    asked(&server, COMPARE)?;
    equal(server.count(TIMELINE), 0, "requests for the timeline")?;
    server.release();
    page.run("await e2e.live()")?;
    equal(server.count(COMPARE), 1, "requests for the comparison")
}

fn the_other_views_come_when_the_page_is_idle(page: &Page) -> Outcome {
    let server = site("")?.serve()?;
    page.open_live(&server, "/host.html")?;
    asked(&server, MODELS)?;
    asked(&server, COMPARE)?;
    page.run(
        "for (const view of ['models', 'compare', 'timeline']) {
           await e2e.widget().setState({ view });
           await e2e.until(() => e2e.$(`[role=tabpanel][id$=${view}]`)?.childElementCount, view);
         }",
    )?;
    for part in [TIMELINE, COMPARE, MODELS] {
        equal(server.count(part), 1, part)?;
    }
    Ok(())
}

fn a_view_that_has_no_tab_is_not_fetched(page: &Page) -> Outcome {
    let server = site("views=\"compare models\"")?.serve()?;
    page.open_live(&server, "/host.html")?;
    asked(&server, MODELS)?;
    sleep(Duration::from_millis(300));
    equal(server.count(TIMELINE), 0, "requests for the timeline")
}

fn whoever_saves_data_fetches_what_is_shown(page: &Page) -> Outcome {
    let head = "<script>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.host(head, body).serve()?;
    page.open_live(&server, "/host.html")?;
    sleep(Duration::from_millis(1500));
    equal(server.count(MODELS), 0, "requests for the models")?;
    page.run("await e2e.widget().setState({ view: 'models' })")?;
    asked(&server, MODELS)
}

fn a_fragment_decides_what_is_fetched_first(page: &Page) -> Outcome {
    let server = site("view=\"timeline\" sync-url")?
        .hold("_bg.wasm")
        .serve()?;
    page.open(&server, "/host.html#view=models")?;
    asked(&server, MODELS)?;
    equal(server.count(TIMELINE), 0, "requests for the timeline")?;
    server.release();
    page.run("await e2e.live()")
}

/// Nothing is fetched ahead, so that a view is fetched when it is shown.
fn without_prefetch() -> Outcome<Site> {
    let head = "<script>
        Object.defineProperty(navigator, 'connection', { value: { saveData: true } });</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\"><p id=\"static\">Static</p></open-vs-closed>";
    Ok(Site::new()?.host(head, body))
}

fn a_wait_for_a_view_is_said_after_a_while(page: &Page) -> Outcome {
    let server = without_prefetch()?.hold(MODELS).serve()?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "const start = performance.now();
         e2e.$('[role=tab][id$=models]').click();
         await e2e.until(() => e2e.$('[role=tabpanel] [role=status]')?.textContent === 'Loading “Models” …', 'a word');
         const wait = performance.now() - start;
         if (wait < 290) throw new Error(`said after ${wait} ms`);",
    )?;
    server.release();
    page.run("await e2e.until(() => e2e.$('.ovc-models'), 'the models')")
}

fn a_view_that_cannot_be_loaded_can_be_tried_again(page: &Page) -> Outcome {
    page.expect("404");
    let server = without_prefetch()?.refuse_at_first(MODELS).serve()?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "e2e.$('[role=tab][id$=models]').click();
         await e2e.until(() => e2e.$('[role=tabpanel] [role=alert]'), 'the failure');
         const text = e2e.$('[role=tabpanel] [role=alert]').textContent;
         if (!text.includes('“Models” could not be loaded')) throw new Error(text);
         e2e.$('[role=tab][id$=compare]').click();
         await e2e.until(() => e2e.$('.ovc-compare'), 'another view');
         e2e.$('[role=tab][id$=models]').click();
         await e2e.until(() => e2e.$('[role=tabpanel] [role=alert] button'), 'the failure again');",
    )?;
    server.release();
    page.run(
        "e2e.$('[role=tabpanel] [role=alert] button').click();
         await e2e.until(() => e2e.$('.ovc-models'), 'the models');",
    )
}

fn a_first_view_that_cannot_be_loaded_leaves_the_static_page(page: &Page) -> Outcome {
    page.expect("404");
    page.expect("could not be loaded");
    let server = without_prefetch()?.refuse(TIMELINE).serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').some(({ code }) => code === 'load-failed')")?;
    page.wait("document.querySelector('#static').getBoundingClientRect().height > 0")
}
