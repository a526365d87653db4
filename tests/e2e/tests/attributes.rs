//! Attributes: live, and with values that are none.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, boxed_data, tests};

tests![
    tabs_follow_the_keys_of_their_pattern,
    view_takes_effect_live,
    views_say_which_tabs_exist,
    event_range_and_order_take_effect_live,
    theme_takes_effect_live,
    heading_level_takes_effect_live,
    lang_falls_back_to_english,
    dates_are_of_the_language_of_the_data,
    src_takes_effect_live,
    src_mends_a_failure,
    a_bad_value_is_told_once_with_the_allowed_ones,
    a_bad_range_and_a_bad_view_of_the_list_are_told,
    a_bad_value_set_live_leaves_everything_as_it_is,
];

fn set(page: &Page, name: &str, value: Value) -> Outcome {
    page.eval::<Value>(
        "const [name, value] = arg;
         if (value === null) e2e.widget().removeAttribute(name);
         else e2e.widget().setAttribute(name, value);
         await e2e.frames(4);",
        json!([name, value]),
    )
    .map(drop)
}

fn tabs_follow_the_keys_of_their_pattern(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let roles: bool = page.get(
        "(() => { const tabs = e2e.$$('[role=tablist] > [role=tab]'); const panel = e2e.$('[role=tabpanel]'); \
         const active = tabs.find((tab) => tab.getAttribute('aria-selected') === 'true'); \
         return tabs.length === 6 && active.getAttribute('aria-controls') === panel.id \
           && panel.getAttribute('aria-labelledby') === active.id; })()",
    )?;
    ensure!(roles, "tabs and panel do not know each other");
    page.run("e2e.$('[role=tab][aria-selected=true]').focus()")?;
    for (key, expected) in [
        ("ArrowRight", "Compare"),
        ("ArrowLeft", "Timeline"),
        ("End", "Sources"),
        ("ArrowRight", "Story"),
        ("ArrowLeft", "Sources"),
        ("Home", "Story"),
    ] {
        page.press(key)?;
        let tab: (String, Vec<String>, Vec<i32>) = page.get(
            "[e2e.name(e2e.active()), e2e.$$('[role=tab][aria-selected=true]').map(e2e.text), \
             e2e.$$('[role=tab]').map((tab) => tab.tabIndex).toSorted()]",
        )?;
        equal(&*tab.0, expected, &format!("focus after {key}"))?;
        equal(tab.1, [expected], "the tab that is selected")?;
        equal(tab.2, [-1, -1, -1, -1, -1, 0], "tab stops")?;
    }
    page.press("Tab")?;
    ensure!(
        page.get("Boolean(e2e.active().closest('[role=tabpanel]'))")?,
        "Tab does not lead into the panel"
    );
    Ok(())
}

fn view_takes_effect_live(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('table'))")?,
        "view=compare at the beginning"
    );
    set(page, "view", json!("timeline"))?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('.ovc-axis'))")?,
        "view=timeline later"
    );
    page.expect("view=\"maps\" is not known and is ignored");
    set(page, "view", json!("maps"))?;
    equal(
        page.state()?["view"].clone(),
        json!("timeline"),
        "view=maps",
    )
}

fn views_say_which_tabs_exist(page: &Page) -> Outcome {
    let server = boxed(1000, "views=\"compare timeline\"")?;
    page.open_live(&server, "/host.html")?;
    let tabs = "e2e.$$('[role=tab]').map(e2e.text)";
    equal(
        page.get::<Vec<String>>(tabs)?,
        ["Compare", "Timeline"],
        "two views, in their order",
    )?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('table'))")?,
        "the first of them stands in front"
    );
    set(page, "views", json!("timeline"))?;
    equal(
        page.get::<Vec<String>>(tabs)?,
        [""; 0],
        "one view has no tab bar",
    )?;
    // Its code may still be on its way.
    page.wait("e2e.isSeen(e2e.$('.ovc-axis'))")?;
    set(page, "views", Value::Null)?;
    equal(
        page.get::<Vec<String>>(tabs)?.len(),
        6,
        "tabs without the attribute",
    )
}

fn event_range_and_order_take_effect_live(page: &Page) -> Outcome {
    let server = boxed(1000, "range=\"2024-12/2025-03\" order=\"closed-first\"")?;
    page.open_live(&server, "/host.html")?;
    let id: String =
        page.get("(await e2e.data()).events.find(({ date }) => date.startsWith('2025-01')).id")?;
    let lanes = "e2e.$$('[data-lane]').map((lane) => lane.dataset.lane)";
    equal(
        page.get::<Vec<String>>(lanes)?,
        ["closed", "mixed", "open", "context"],
        "closed-first",
    )?;
    equal(
        page.state()?["range"].clone(),
        json!("2024-12/2025-03"),
        "range at the beginning",
    )?;
    set(page, "order", json!("open-first"))?;
    equal(
        page.get::<Vec<String>>(lanes)?,
        ["open", "mixed", "closed", "context"],
        "open-first",
    )?;
    set(page, "event", json!(id))?;
    equal(
        page.get::<String>("e2e.$('[data-card]').dataset.card")?,
        id,
        "event",
    )?;
    set(page, "range", json!("2025"))?;
    equal(page.state()?["range"].clone(), json!("2025"), "range later")?;
    set(page, "event", Value::Null)?;
    set(page, "range", Value::Null)?;
    let state = page.state()?;
    equal(
        (&state["event"], &state["range"]),
        (&Value::Null, &Value::Null),
        "without the attributes",
    )
}

fn theme_takes_effect_live(page: &Page) -> Outcome {
    let server = boxed(1000, "theme=\"dark\"")?;
    page.open_live(&server, "/host.html")?;
    let colours = "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(e2e.$('.ovc')))";
    let dark: (String, String) = page.get(colours)?;
    set(page, "theme", json!("light"))?;
    let light: (String, String) = page.get(colours)?;
    ensure!(
        dark.0 != light.0 && dark.1 != light.1,
        "light and dark are {light:?} and {dark:?}"
    );
    equal(&*light.1, "rgb(255, 255, 255)", "the light background")?;
    set(page, "theme", json!("auto"))?;
    let auto: (String, String) = page.get(colours)?;
    ensure!(auto == light || auto == dark, "auto is {auto:?}");
    Ok(())
}

fn heading_level_takes_effect_live(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let own = "e2e.$('.ovc-heading').tagName";
    equal(page.get::<String>(own)?, "H2", "the usual level")?;
    set(page, "heading-level", json!("4"))?;
    equal(page.get::<String>(own)?, "H4", "heading-level=4")?;
    page.run("e2e.widget().headingLevel = 1; await e2e.frames(3)")?;
    equal(page.get::<String>(own)?, "H1", "headingLevel = 1")
}

fn lang_falls_back_to_english(page: &Page) -> Outcome {
    let server = boxed(1000, "lang=\"de-AT\"")?;
    page.open_live(&server, "/host.html")?;
    let english = "[e2e.$('.ovc').lang, e2e.text(e2e.$('[role=tab][aria-selected=true]'))]";
    equal(
        page.get::<(String, String)>(english)?,
        ("en".to_owned(), "Timeline".to_owned()),
        "lang=de-AT",
    )?;
    // Where the words stay the same, so does all else.
    page.run("e2e.$('[role=tab][aria-selected=true]').focus(); e2e.events.length = 0; e2e.widget().lang = 'x-nonsense'; await e2e.frames(2)")?;
    equal(
        page.get::<(String, String)>(english)?,
        ("en".to_owned(), "Timeline".to_owned()),
        "another lang",
    )?;
    let (said, name): (usize, String) =
        page.get("[e2e.heard('ovc-ready').length, e2e.text(e2e.active())]")?;
    equal(
        (said, name.as_str()),
        (0, "Timeline"),
        "how often it began anew, and the focus",
    )
}

fn dates_are_of_the_language_of_the_data(page: &Page) -> Outcome {
    let data = json!({
        "version": "1.0", "meta": { "title": "Wenig", "lang": "de" },
        "events": [{ "id": "eins", "date": "2021-01", "title": "Eins" }],
    });
    let server = boxed_data(1000, &data)?;
    page.open_live(&server, "/host.html")?;
    let name: String = page.get("e2e.$('[data-id=eins]').getAttribute('aria-label')")?;
    ensure!(name.contains("Januar 2021"), "{name}");
    Ok(())
}

fn small(title: &str) -> String {
    json!({
        "version": "1.0", "meta": { "title": title },
        "events": [{ "id": "only", "date": "2021", "title": "Only", "side": "open" }],
    })
    .to_string()
}

fn src_takes_effect_live(page: &Page) -> Outcome {
    let body =
        "<open-vs-closed view=\"timeline\" src=\"one.json\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?
        .file("/one.json", small("One"))
        .file("/two.json", small("Two"))
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>("e2e.text(e2e.$('h2'))")?,
        "One",
        "the first data set",
    )?;
    page.run("e2e.widget().src = 'two.json'; await e2e.live()")?;
    equal(
        page.get::<String>("e2e.text(e2e.$('h2'))")?,
        "Two",
        "the second data set",
    )?;
    equal(
        page.get::<usize>("e2e.$$('.ovc').length")?,
        1,
        "widgets in the element",
    )?;
    page.run("e2e.widget().removeAttribute('src'); await e2e.live()")?;
    let title: String = page.get("(await e2e.data()).meta.title")?;
    equal(
        page.get::<String>("e2e.text(e2e.$('h2'))")?,
        title,
        "the built-in data set",
    )
}

fn src_mends_a_failure(page: &Page) -> Outcome {
    page.expect("data could not be loaded");
    let body = "<open-vs-closed view=\"timeline\" src=\"missing.json\" loading=\"eager\">Fallback</open-vs-closed>";
    let server = Site::new()?
        .file("/two.json", small("Two"))
        .host("", body)
        .serve()?;
    page.open(&server, "/host.html")?;
    page.wait("e2e.heard('ovc-error').length")?;
    page.run("e2e.widget().src = 'two.json'")?;
    page.wait("e2e.text(e2e.$('h2')) === 'Two'")?;
    // And whoever asks now is told that it stands.
    page.run("await e2e.live()")
}

fn a_bad_value_is_told_once_with_the_allowed_ones(page: &Page) -> Outcome {
    page.expect("is not known and is ignored");
    let body = "<open-vs-closed view=\"banana\" theme=\"pink\" order=\"mine\" heading-level=\"9\" \
                loading=\"soon\" definition=\"mine\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("await e2e.live(); await e2e.frames(5); e2e.widget().views = 'timeline compare'; await e2e.frames(5)")?;
    for (name, allowed) in [
        ("view", "timeline"),
        ("theme", "auto, light, dark"),
        ("order", "open-first, closed-first, drawn"),
        ("heading-level", "1, 2, 3, 4, 5"),
        ("loading", "lazy, eager"),
        ("definition", "osaid, permissive, downloadable, components"),
    ] {
        let told: Vec<String> = page.eval(
            "return e2e.trouble.filter((text) => text.startsWith('warn: ') && text.includes(` ${arg}=\"`))",
            json!(name),
        )?;
        equal(told.len(), 1, &format!("warnings about {name}: {told:?}"))?;
        ensure!(
            told.iter().all(|told| told.contains(allowed)),
            "{told:?} does not name {allowed}"
        );
    }
    let state = page.state()?;
    equal(
        (&state["view"], &state["order"]),
        (&json!("timeline"), &json!("drawn")),
        "the state",
    )
}

fn a_bad_range_and_a_bad_view_of_the_list_are_told(page: &Page) -> Outcome {
    page.expect("is ignored");
    let server = boxed(1000, "range=\"banana\" views=\"banana timeline compare\"")?;
    page.open(&server, "/host.html")?;
    page.run("await e2e.live(); await e2e.frames(3)")?;
    equal(page.state()?["range"].clone(), Value::Null, "the range")?;
    let told = |name: &str| {
        page.eval::<usize>(
        "return e2e.trouble.filter((text) => text.startsWith('warn: ') && text.includes(arg) && text.includes('banana')).length",
        json!(name),
    )
    };
    equal(told("range=")?, 1, "warnings about range=banana")?;
    equal(told("views=")?, 1, "warnings about views=banana")
}

fn a_bad_value_set_live_leaves_everything_as_it_is(page: &Page) -> Outcome {
    page.expect("is not known and is ignored");
    let server = boxed(
        1000,
        "range=\"2025-01/2025-03\" theme=\"dark\" heading-level=\"\"",
    )?;
    page.open_live(&server, "/host.html")?;
    equal(
        page.get::<String>("e2e.$('.ovc-heading').tagName")?,
        "H2",
        "the heading with an empty level",
    )?;
    let before = page.state()?;
    for (name, value) in [
        ("range", "2025-13"),
        ("range", "2025-05/2024-01"),
        ("event", "nope"),
        ("view", "maps"),
        ("theme", "pink"),
        ("lang", "!!"),
    ] {
        set(page, name, json!(value))?;
        page.run("await e2e.live()")?;
        let told: usize = page.eval(
            "return e2e.trouble.filter((text) => text.startsWith('warn: ') && text.includes(arg)).length",
            json!(format!("{name}=\"{value}\"")),
        )?;
        equal(told, 1, &format!("warnings about {name}={value}"))?;
    }
    equal(page.state()?, before, "the state")?;
    equal(
        page.get::<String>("getComputedStyle(e2e.$('.ovc')).colorScheme")?,
        "dark",
        "the theme",
    )
}
