//! Whoever waits for the live view hears of it in the end, whatever happens meanwhile.

use std::thread::sleep;
use std::time::Duration;

use open_vs_closed_e2e::{Outcome, Page, Server, Site, equal};
use serde_json::{Value, json};

use crate::support::{first_try_fails, tests};

tests![
    after_a_failure_a_second_try_is_waited_for,
    a_host_that_answers_every_failure_does_not_try_without_end,
    who_waits_goes_on_waiting_for_other_data,
    who_waits_goes_on_waiting_for_the_element_to_come_back,
];

/// Asks for the comparison, and notes in `told` what comes of it.
const ASK: &str = "window.told = []; const widget = window.widget = e2e.widget();
    widget.ready.then(() => told.push('ready'), () => told.push('refused'));
    widget.setState({ view: 'compare' }).then(() => told.push('set'));";

/// A widget whose data are on their way.
fn held() -> Outcome<Server> {
    let body =
        "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/held.json\"></open-vs-closed>";
    let data = std::fs::read(open_vs_closed_e2e::setting::dist()?.join("data/debate.json"))?;
    Site::new()?
        .file("/held.json", data)
        .hold("/held.json")
        .host("", body)
        .serve()
}

/// Whether what was asked for has come.
fn check(page: &Page) -> Outcome {
    page.wait("window.told.length === 2")?;
    equal(
        page.get::<Vec<String>>("window.told.toSorted()")?,
        ["ready", "set"],
        "what the host hears",
    )?;
    equal(&page.state()?["view"], &json!("compare"), "the view")
}

fn after_a_failure_a_second_try_is_waited_for(page: &Page) -> Outcome {
    let server = first_try_fails(page)?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').length")?;
    page.run(&format!("e2e.widget().load(); {ASK}"))?;
    check(page)
}

fn a_host_that_answers_every_failure_does_not_try_without_end(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    page.expect("404");
    let head = "<script>addEventListener('ovc-error', ({ target }) => target.setState({ view: 'compare' }))</script>";
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/no-such.json\"></open-vs-closed>";
    let server = Site::new()?.host(head, body).serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').length")?;
    sleep(Duration::from_millis(300));
    equal(server.count("/no-such.json"), 1, "tries")
}

fn who_waits_goes_on_waiting_for_other_data(page: &Page) -> Outcome {
    let server = held()?;
    page.open(&server, "/host.html")?;
    page.run(ASK)?;
    page.wait(
        "performance.getEntriesByType('resource').some(({ name }) => name.includes('_bg.wasm'))",
    )?;
    page.run("widget.src = null")?;
    check(page)?;
    server.release();
    Ok(())
}

fn who_waits_goes_on_waiting_for_the_element_to_come_back(page: &Page) -> Outcome {
    let server = held()?;
    page.open(&server, "/host.html")?;
    page.run(ASK)?;
    page.run("widget.remove(); await new Promise((resolve) => setTimeout(resolve, 150))")?;
    equal(
        page.get::<Value>("window.told")?,
        json!([]),
        "what is told of an element that is gone",
    )?;
    server.release();
    page.run("document.body.append(widget)")?;
    check(page)
}
