//! axe-core finds nothing.

use open_vs_closed_e2e::{Outcome, Page, Site, equal, setting};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    axe_finds_nothing_in_the_page_of_its_own,
    axe_finds_nothing_in_the_timeline,
    axe_finds_nothing_in_the_comparison,
    axe_finds_nothing_in_the_models,
    axe_finds_nothing_in_what_helps_to_decide,
    axe_finds_nothing_in_the_sources,
    axe_finds_nothing_in_the_narrow_list,
    axe_finds_nothing_in_the_static_page,
];

/// Violations in words, in light and in dark.
fn check(page: &Page, what: &str) -> Outcome {
    for theme in ["light", "dark"] {
        let violations: Vec<String> = page.eval(
            "if (!globalThis.axe) await new Promise((resolve, reject) => {
               const script = document.createElement('script');
               script.src = '/axe.js'; script.onload = resolve; script.onerror = reject;
               document.head.append(script);
             });
             e2e.widget().setAttribute('theme', arg);
             document.documentElement.style.colorScheme = arg;
             await e2e.frames(3);
             // There is no style sheet of another origin, and no film, to be fetched beforehand.
             const { violations } = await axe.run(document, { resultTypes: ['violations'], preload: false });
             return violations.map(({ id, help, nodes }) =>
               `${id} (${help}), ${nodes.length} times, first: ${nodes[0].target.flat().join(' ')}: ${nodes[0].failureSummary}`);",
            json!(theme),
        )?;
        equal(violations, [""; 0], &format!("{what}, {theme}"))?;
    }
    Ok(())
}

/// A host page with the widget in a box. The page of our own has the static page in it, thirteen thousand
/// elements that are not seen, with which axe takes ten times as long.
fn site() -> Outcome<Site> {
    let axe = std::fs::read(setting::axe()?)?;
    let body = "<main><div id=\"box\" style=\"width: 1280px\">\
        <open-vs-closed view=\"timeline\" loading=\"eager\" heading-level=\"1\" sync-url></open-vs-closed></div></main>";
    let head = "<style>:root { color-scheme: light dark; } body { margin: 0; font: 16px/1.5 sans-serif; }</style>";
    Ok(Site::new()?.host(head, body).file("/axe.js", axe))
}

fn axe_finds_nothing_in_the_page_of_its_own(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/")?;
    check(page, "the live page")
}

fn axe_finds_nothing_in_the_timeline(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/host.html")?;
    check(page, "the timeline")?;
    page.run("await e2e.widget().goTo((await e2e.data()).links[0].to); await e2e.frames(3)")?;
    check(page, "the timeline with a card")?;
    page.click("e2e.$('[data-cluster]')")?;
    check(page, "the timeline with a cluster")?;
    page.set_state(json!({ "side": ["open"], "range": "2025" }))?;
    check(page, "the timeline with a filter and a range")?;
    page.set_state(json!({ "q": "open", "event": null, "range": null, "actor": ["meta"] }))?;
    check(page, "the timeline with a search and its best matches")?;
    for menu in ["Kind", "Who", "Openness", "Confidence"] {
        page.run(&format!("await e2e.unfold('{menu}'); e2e.$('.is-unfolded .ovc-menu')?.click(); await e2e.frames(2)"))?;
        check(page, &format!("the menu {menu}"))?;
    }
    page.set_state(json!({ "q": "zzzz" }))?;
    check(page, "nothing found")
}

fn axe_finds_nothing_in_the_comparison(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/host.html#view=compare")?;
    page.run("for (const details of e2e.$$('details')) details.open = true; await e2e.frames(2)")?;
    check(page, "the comparison")
}

fn axe_finds_nothing_in_the_models(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(
        &server,
        "/host.html#view=models&models=o3-mini,deepseek-r1,o3,gpt-5",
    )?;
    page.run(
        "for (const details of e2e.$$('details')) details.open = true; await e2e.unfold('Who')",
    )?;
    check(page, "the models, four side by side")?;
    page.set_state(json!({ "definition": "osaid", "benchmark": "hle", "models": null }))?;
    page.run(
        "await e2e.choose('Price', 'cached'); e2e.$('.ovc-point').focus(); await e2e.frames(2)",
    )?;
    check(page, "the models by another definition")?;
    page.set_width(320)?;
    page.set_state(json!({ "definition": null, "benchmark": null, "models": ["o3-mini", "o3"] }))?;
    check(page, "the narrow models")?;
    page.set_state(json!({ "q": "no such model" }))?;
    check(page, "no model")
}

fn axe_finds_nothing_in_what_helps_to_decide(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/host.html#view=decide")?;
    page.run("for (const details of e2e.$$('details')) details.open = true; await e2e.frames(2)")?;
    check(page, "the needs, the scores and the calculator")?;
    page.run(
        "const field = e2e.$('[data-input=utilisation]'); field.value = '3';
         field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); await e2e.frames(2)",
    )?;
    page.set_state(json!({ "weights": ["data-control:10"], "definition": "components" }))?;
    page.set_width(320)?;
    check(
        page,
        "the same in a narrow box, with nonsense in the calculator",
    )
}

fn axe_finds_nothing_in_the_sources(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/host.html#view=sources")?;
    page.run("for (const details of e2e.$$('details')) details.open = true; await e2e.frames(2)")?;
    check(page, "the sources")?;
    page.set_width(320)?;
    page.click("e2e.$('.ovc-verdicts [data-verdict=wrong]')")?;
    page.click("e2e.$('[data-kind=paper]')")?;
    check(page, "the narrow sources, filtered")
}

fn axe_finds_nothing_in_the_narrow_list(page: &Page) -> Outcome {
    let server = site()?.serve()?;
    page.open_live(&server, "/host.html")?;
    page.set_width(320)?;
    page.run("await e2e.widget().goTo((await e2e.data()).links[0].to); await e2e.frames(3)")?;
    check(page, "the narrow list with an entry open")?;
    page.set_state(json!({ "view": "compare" }))?;
    check(page, "the narrow comparison")
}

fn axe_finds_nothing_in_the_static_page(page: &Page) -> Outcome {
    page.expect("not loaded: ");
    let server = site()?.refuse("/open-vs-closed.js").serve()?;
    page.open(&server, "/")?;
    page.run("await e2e.frames(2)")?;
    check(page, "the static page, unfolded")
        .map(|()| Value::Null)
        .map(drop)
}
