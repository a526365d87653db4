//! The host pages of `examples/`: each does what its sentence says.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::Value;

use crate::support::tests;

tests![
    every_example_is_live_without_trouble,
    the_example_with_events_repeats_what_the_widget_says,
    the_example_with_an_iframe_fits,
];

fn every_example_is_live_without_trouble(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open(&server, "/examples/index.html")?;
    let pages: Vec<String> =
        page.get("[...document.querySelectorAll('main a')].map((a) => a.getAttribute('href'))")?;
    ensure!(pages.len() >= 7, "the index links {pages:?}");
    for example in pages {
        let example = example.trim_start_matches("./");
        page.open(&server, &format!("/examples/{example}"))?;
        if example != "iframe.html" {
            page.run(
                "for (const widget of document.querySelectorAll('open-vs-closed')) {
                   await e2e.live(widget);
                   if (!e2e.isSeen(e2e.$('.ovc-heading', widget))) throw new Error('not seen');
                 }",
            )?;
        }
        // One sentence says what it shows, and it is readable without a horizontal scroll bar.
        if example != "hostile.html" {
            let wide: (f64, f64) =
                page.get("[document.documentElement.scrollWidth, innerWidth]")?;
            ensure!(wide.0 <= wide.1, "{example} scrolls sideways: {wide:?}");
        }
        page.check()?;
    }
    Ok(())
}

fn the_example_with_events_repeats_what_the_widget_says(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open_live(&server, "/examples/events.html")?;
    let said = "document.querySelector('#said').textContent";
    equal(
        page.get::<String>(said)?,
        "ovc-ready {\"view\":\"timeline\",\"lang\":\"en\"}",
        "after the start",
    )?;
    page.click("document.querySelector('#compare')")?;
    page.wait(&format!(
        "{said}.startsWith('ovc-change') && {said}.includes('\"view\":\"compare\"')"
    ))?;
    page.click("document.querySelector('#reset')")?;
    page.wait(&format!("{said}.includes('\"view\":\"timeline\"')"))
}

fn the_example_with_an_iframe_fits(page: &Page) -> Outcome {
    let server = Site::new()?.serve()?;
    page.open(&server, "/examples/iframe.html")?;
    page.run("const inner = await e2e.until(() => document.querySelector('iframe').contentWindow?.e2e); await inner.live(); await e2e.frames(6)")?;
    let heights: (f64, f64) = page.eval(
        "const frame = document.querySelector('iframe');
         return [frame.clientHeight, frame.contentDocument.documentElement.getBoundingClientRect().height];",
        Value::Null,
    )?;
    ensure!(
        (heights.0 - heights.1).abs() <= 1.5,
        "a frame of {} for a content of {}",
        heights.0,
        heights.1
    );
    Ok(())
}
