//! What goes wrong on the way: each failure has its code and its sentence, and the fallback stays.

use open_vs_closed_e2e::{Failure, Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    without_webassembly_the_fallback_stays,
    a_missing_glue_is_told_and_the_fallback_stays,
    a_script_of_another_type_is_told,
    a_page_in_place_of_a_file_is_told,
    webassembly_that_is_cut_off_is_told,
    a_missing_style_sheet_is_told,
    a_line_that_is_down_is_told,
    the_first_try_after_an_outage_succeeds,
    a_host_may_try_again_as_soon_as_it_hears,
    an_old_browser_keeps_the_fallback,
];

const BODY: &str = "<open-vs-closed view=\"timeline\" loading=\"eager\"><p id=\"fallback\">Fallback</p></open-vs-closed>";

/// The widget's code is not there, or not what it should be: engines say so in their own words.
fn expect(page: &Page) {
    for text in [
        "could not be loaded",
        "404",
        "MIME",
        "instantiateStreaming",
        "application/wasm",
    ] {
        page.expect(text);
    }
}

/// The fallback is seen, a sentence says why and what can be done, and the host hears once.
fn check(page: &Page, code: &str) -> Outcome {
    page.wait("e2e.heard('ovc-error').length")?;
    let errors: Vec<(String, String)> =
        page.get("e2e.heard('ovc-error').map(({ code, message }) => [code, message])")?;
    let [(found, message)] = &*errors else {
        return equal(errors.len(), 1, &format!("{errors:?}"));
    };
    equal(&**found, code, message)?;
    let is_advice = ["reload", "Check", "Update", "allow it"]
        .iter()
        .any(|word| message.contains(word));
    ensure!(is_advice, "no next step: {message}");
    equal(
        &page.get::<String>("e2e.text(e2e.$('[role=status]'))")?,
        message,
        "what the reader is told",
    )?;
    ensure!(
        page.get("e2e.isSeen(document.querySelector('#fallback'))")?,
        "the fallback is gone"
    );
    let rejected: String =
        page.get("await e2e.widget().ready.then(() => 'ready', (error) => error.code)")?;
    equal(&*rejected, code, "what `ready` is rejected with")?;
    equal(page.state()?, Value::Null, "the state")
}

fn fails(page: &Page, site: Site, code: &str) -> Outcome {
    expect(page);
    let server = site.serve()?;
    page.open(&server, "/host.html")?;
    check(page, code)
}

fn without_webassembly_the_fallback_stays(page: &Page) -> Outcome {
    page.expect("cannot run WebAssembly");
    let head = "<script>delete window.WebAssembly;</script>";
    fails(page, Site::new()?.host(head, BODY), "wasm-unsupported")
}

fn a_missing_glue_is_told_and_the_fallback_stays(page: &Page) -> Outcome {
    fails(
        page,
        Site::new()?.host("", BODY).refuse(&glue()?),
        "load-failed",
    )
}

/// The file of the glue: the script of the bundle that has a hash and is not the live module.
fn glue() -> Outcome<String> {
    file(|name| {
        let hash = name.strip_prefix("open-vs-closed-");
        let hash = hash.and_then(|rest| rest.strip_suffix(".js"));
        hash.is_some_and(|hash| {
            hash.len() == 8 && hash.chars().all(|sign| sign.is_ascii_hexdigit())
        })
    })
}

fn file(is_it: impl Fn(&str) -> bool) -> Outcome<String> {
    for entry in std::fs::read_dir(open_vs_closed_e2e::setting::dist()?)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if is_it(&name) {
            return Ok(name);
        }
    }
    Err(Failure::new("no such file in the bundle"))
}

fn a_script_of_another_type_is_told(page: &Page) -> Outcome {
    let site = Site::new()?.host("", BODY).mime("-live-", "text/plain");
    fails(page, site, "load-failed")
}

fn a_page_in_place_of_a_file_is_told(page: &Page) -> Outcome {
    // As servers of single-page applications answer for what they do not have.
    let data = BODY.replace("loading", "src=\"/page.html\" loading");
    let site = Site::new()?.file("/page.html", "<!doctype html><title>App</title>");
    page.expect("The data set");
    page.expect("data set");
    expect(page);
    let server = site.host("", &data).serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').length")?;
    equal(
        page.get::<Vec<String>>("e2e.heard('ovc-error').map(({ code }) => code)")?,
        ["data-invalid"],
        "what is told of the data",
    )?;
    ensure!(
        page.get("e2e.isSeen(document.querySelector('#fallback'))")?,
        "the fallback is gone"
    );
    let shell = shell()?;
    let site = Site::new()?.host("", BODY).mime(&shell, "text/html");
    let site = site.file(&format!("/{shell}"), "<!doctype html><title>App</title>");
    fails(page, site, "load-failed")
}

/// The file of the first WebAssembly module.
fn shell() -> Outcome<String> {
    file(|name| name.ends_with("_bg.wasm"))
}

fn webassembly_that_is_cut_off_is_told(page: &Page) -> Outcome {
    let shell = shell()?;
    let mut bytes = std::fs::read(open_vs_closed_e2e::setting::dist()?.join(&shell))?;
    bytes.truncate(bytes.len() / 2);
    let site = Site::new()?
        .host("", BODY)
        .file(&format!("/{shell}"), bytes);
    fails(page, site, "load-failed")
}

fn a_missing_style_sheet_is_told(page: &Page) -> Outcome {
    let site = Site::new()?.host("", BODY).refuse(".css");
    fails(page, site, "load-failed")
}

fn a_line_that_is_down_is_told(page: &Page) -> Outcome {
    let head =
        "<script>window.fetch = () => Promise.reject(new TypeError('The line is down.'));</script>";
    fails(page, Site::new()?.host(head, BODY), "load-failed")
}

fn the_first_try_after_an_outage_succeeds(page: &Page) -> Outcome {
    expect(page);
    // All of it, or one part: each is asked for again where it has failed.
    for part in [
        "/open-vs-closed-",
        "-live-",
        ".wasm",
        ".css",
        "debate.json",
        &glue()?,
    ] {
        let server = Site::new()?.host("", BODY).refuse_at_first(part).serve()?;
        page.open(&server, "/host.html")?;
        page.wait("e2e.heard('ovc-error').length")?;
        server.release();
        page.run("e2e.widget().load(); await e2e.widget().ready")?;
        equal(
            page.get::<usize>("e2e.heard('ovc-error').length")?,
            1,
            &format!("failures that are told where {part} was missing"),
        )?;
        ensure!(
            page.get("e2e.isSeen(e2e.$('.ovc-heading')) && !e2e.isSeen(document.querySelector('#fallback'))")?,
            "{part}: it is not shown"
        );
        ensure!(
            page.get("!e2e.widget().matches(':state(failed)') && !e2e.$('[part=failure]')")?,
            "{part}: the failure is still told"
        );
    }
    Ok(())
}

fn a_host_may_try_again_as_soon_as_it_hears(page: &Page) -> Outcome {
    expect(page);
    let head = "<script>let tries = 0;
        addEventListener('ovc-error', ({ target }) => { tries += 1; if (tries < 3) target.load(); });</script>";
    for part in ["-live-", "debate.json"] {
        let server = Site::new()?.host(head, BODY).refuse(part).serve()?;
        page.open(&server, "/host.html")?;
        page.wait("e2e.heard('ovc-error').length === 3")?;
    }
    Ok(())
}

fn an_old_browser_keeps_the_fallback(page: &Page) -> Outcome {
    page.expect("too old");
    let head = "<script>const { supports } = CSS;
        CSS.supports = (...all) => !/:state/.test(all[0]) && supports.apply(CSS, all);</script>";
    fails(page, Site::new()?.host(head, BODY), "load-failed")
}
