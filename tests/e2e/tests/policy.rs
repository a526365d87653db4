//! Security policies, and what goes wrong on the way.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    it_is_live_under_a_strict_policy,
    the_standalone_page_is_live_under_a_strict_policy,
    it_is_live_where_types_have_to_be_trusted,
    without_permission_for_wasm_the_fallback_stays,
    a_missing_wasm_is_told_and_the_fallback_stays,
    a_missing_module_is_told_and_the_fallback_stays,
    missing_data_is_told_and_the_fallback_stays,
    an_address_that_is_none_is_told_as_missing_data,
    wasm_of_another_type_is_taken,
    another_origin_with_cors_works,
    another_origin_without_cors_is_told,
];

const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
                      style-src 'self'; connect-src 'self'; img-src 'self' data:";
const WITHOUT_WASM: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                            connect-src 'self'; img-src 'self' data:";
const BODY: &str = "<open-vs-closed view=\"timeline\" loading=\"eager\"><p id=\"fallback\">Fallback</p></open-vs-closed>";

fn it_is_live_under_a_strict_policy(page: &Page) -> Outcome {
    let server = Site::new()?.host("", BODY).policy(STRICT).serve()?;
    page.open_live(&server, "/host.html")?;
    // Use it a little: what is drawn later obeys as well.
    page.click("e2e.button('Next event')")?;
    page.click("e2e.button('Zoom in')")?;
    page.run("e2e.widget().setState({ view: 'compare' }); await e2e.shown(); await e2e.frames(3)")?;
    let styled: String = page.get("getComputedStyle(e2e.$('.ovc')).containerName")?;
    equal(styled, "ovc", "the style sheet is there")
}

fn the_standalone_page_is_live_under_a_strict_policy(page: &Page) -> Outcome {
    let server = Site::new()?.policy(STRICT).serve()?;
    page.open_live(&server, "/")?;
    page.open_live(&server, "/embed.html")?;
    page.open_live(&server, "/examples/csp.html")
}

fn it_is_live_where_types_have_to_be_trusted(page: &Page) -> Outcome {
    // An engine without Trusted Types passes it by.
    let policy = format!("{STRICT}; require-trusted-types-for 'script'; trusted-types 'none'");
    let server = Site::new()?.host("", BODY).policy(&policy).serve()?;
    page.open_live(&server, "/host.html")?;
    page.click("e2e.button('Next event')")?;
    for view in ["compare", "models"] {
        page.run(&format!(
            "e2e.widget().setState({{ view: '{view}' }}); await e2e.shown(); await e2e.frames(3)"
        ))?;
    }
    Ok(())
}

/// The fallback is seen, a sentence says why, and `ovc-error` has the code.
fn check_failure(page: &Page, code: &str) -> Outcome {
    page.wait("e2e.heard('ovc-error').length")?;
    let errors: Vec<(String, String)> =
        page.get("e2e.heard('ovc-error').map(({ code, message }) => [code, message])")?;
    equal(
        errors.len(),
        1,
        &format!("errors that are told: {errors:?}"),
    )?;
    for (found, message) in &errors {
        equal(&**found, code, message)?;
        ensure!(
            message.len() > 20 && message.ends_with('.'),
            "no sentence: {message}"
        );
        let shown: String = page.get("e2e.text(e2e.$('[role=status]'))")?;
        equal(&shown, message, "what the reader is told")?;
    }
    ensure!(
        page.get("e2e.isSeen(document.querySelector('#fallback'))")?,
        "the fallback is gone"
    );
    let rejected: String =
        page.get("await e2e.widget().ready.then(() => 'ready', (error) => error.code)")?;
    equal(rejected, code, "what `ready` is rejected with")?;
    equal(page.state()?, Value::Null, "the state")
}

fn without_permission_for_wasm_the_fallback_stays(page: &Page) -> Outcome {
    page.expect("violation: script-src");
    page.expect("security policy blocks WebAssembly");
    let server = Site::new()?.host("", BODY).policy(WITHOUT_WASM).serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "wasm-blocked")?;
    let warned: Vec<String> = page.get("e2e.trouble.filter((text) => text.startsWith('warn'))")?;
    if page.engine() == Engine::Chromium {
        // wasm-bindgen's glue tells of every streaming failure; it is the only word it says.
        page.expect("`WebAssembly.instantiateStreaming` failed");
    }
    ensure!(warned.len() <= 1, "{warned:?}");
    Ok(())
}

fn a_missing_wasm_is_told_and_the_fallback_stays(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let server = Site::new()?.host("", BODY).refuse("_bg.wasm").serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "load-failed")
}

fn a_missing_module_is_told_and_the_fallback_stays(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let server = Site::new()?
        .host("", BODY)
        .refuse("open-vs-closed-live")
        .serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "load-failed")
}

fn missing_data_is_told_and_the_fallback_stays(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let server = Site::new()?.host("", BODY).refuse("debate.json").serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "data-failed")
}

fn an_address_that_is_none_is_told_as_missing_data(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let body = BODY.replace("loading", "src=\"https://\" loading");
    let server = Site::new()?.host("", &body).serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "data-failed")
}

fn wasm_of_another_type_is_taken(page: &Page) -> Outcome {
    // The glue says so, and compiles it from its bytes.
    page.expect("application/wasm");
    let server = Site::new()?
        .host("", BODY)
        .mime(".wasm", "application/octet-stream")
        .serve()?;
    page.open_live(&server, "/host.html")
}

fn embedding(origin: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Host</title>\
         <script type=\"module\" src=\"{origin}/open-vs-closed.js\"></script></head><body>{BODY}</body></html>"
    )
}

fn another_origin_with_cors_works(page: &Page) -> Outcome {
    let other = Site::new()?.cors().serve()?;
    let server = Site::new()?
        .file("/host.html", embedding(other.origin()))
        .serve()?;
    page.open_live(&server, "/host.html")?;
    equal(
        server.log(),
        ["/host.html"],
        "what the host itself is asked for",
    )?;
    ensure!(
        other.count("_bg.wasm") == 1,
        "the WebAssembly comes from the other origin"
    );
    Ok(())
}

fn another_origin_without_cors_is_told(page: &Page) -> Outcome {
    page.expect("could not be loaded");
    let data = Site::new()?.serve()?;
    let body = format!(
        "<open-vs-closed view=\"timeline\" loading=\"eager\" src=\"{}/data/debate.json\"><p id=\"fallback\">Fallback</p></open-vs-closed>",
        data.origin()
    );
    let server = Site::new()?.host("", &body).serve()?;
    page.open(&server, "/host.html")?;
    check_failure(page, "data-failed")
}
