//! Data sets that are wrong: they are reported by path, and nothing in them is executed.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    what_is_no_data_set_is_refused_in_a_sentence,
    wrong_records_are_reported_by_path_and_the_rest_is_shown,
    one_wrong_record_is_counted_as_one,
    markup_in_the_data_is_text,
    links_of_other_kinds_are_refused,
];

fn open(page: &Page, data: &str) -> Outcome<open_vs_closed_e2e::Server> {
    let body = "<h1>Host</h1><open-vs-closed view=\"timeline\" loading=\"eager\" src=\"/data.json\">\
                <p id=\"fallback\">Fallback</p></open-vs-closed><p>After</p>";
    let server = Site::new()?
        .file("/data.json", data)
        .host("", body)
        .serve()?;
    page.open(&server, "/host.html")?;
    Ok(server)
}

fn what_is_no_data_set_is_refused_in_a_sentence(page: &Page) -> Outcome {
    page.expect("The data set");
    // What else is wrong is reported by path.
    page.expect("meta");
    for (data, says) in [
        ("", "not JSON"),
        ("<!doctype html><p>Not found", "not JSON"),
        ("{\"version\":\"1.0\",", "not JSON"),
        ("[]", "not a JSON object"),
        ("{\"version\":\"1.0\",\"events\":[]}", "no event"),
        ("{\"version\":\"2.0\",\"events\":[]}", "version"),
    ] {
        let _server = open(page, data)?;
        page.wait("e2e.heard('ovc-error').length")?;
        let error: (String, String) =
            page.get("(({ code, message }) => [code, message])(e2e.heard('ovc-error')[0])")?;
        equal(&*error.0, "data-invalid", data)?;
        ensure!(error.1.contains(says), "{data}: {}", error.1);
        let shown: (String, bool) = page.get(
            "[e2e.text(e2e.$('[role=status]')), e2e.isSeen(document.querySelector('#fallback'))]",
        )?;
        equal(
            shown,
            (error.1, true),
            "what the reader is told, and the fallback",
        )?;
    }
    Ok(())
}

fn good(id: &str, date: &str) -> Value {
    json!({ "id": id, "date": date, "title": format!("Event {id}"), "side": "open", "kind": "release" })
}

fn document(events: Value, rest: Value) -> String {
    let mut document =
        json!({ "version": "1.0", "meta": { "title": "T", "lang": "en" }, "events": events });
    if let (Some(document), Some(rest)) = (document.as_object_mut(), rest.as_object()) {
        document.extend(rest.clone());
    }
    document.to_string()
}

fn wrong_records_are_reported_by_path_and_the_rest_is_shown(page: &Page) -> Outcome {
    page.expect("<open-vs-closed>: ");
    page.expect("data-invalid");
    let data = document(
        json!([
            good("a", "2021"), { "id": "x", "date": "banana", "title": "X" }, good("a", "2022"), good("b", "2023-05"),
            { "id": "y", "date": "2021" }, 7,
        ]),
        json!({ "links": [
            { "id": "l", "from": "a", "to": "nowhere", "relation": "led-to", "status": "claimed" },
            { "id": "m", "from": "a", "to": "b", "relation": "led-to", "status": "claimed" },
        ] }),
    );
    let _server = open(page, &data)?;
    page.run("await e2e.live()")?;
    let error: Value = page.get("e2e.heard('ovc-error')[0]")?;
    equal(&error["code"], &json!("data-invalid"), "the code")?;
    let issues: Vec<Value> = serde_json::from_value(error["issues"].clone())?;
    let mut paths: Vec<&str> = issues
        .iter()
        .filter_map(|issue| issue["path"].as_str())
        .collect();
    paths.sort_unstable();
    equal(
        paths,
        [
            "events[1].date",
            "events[2].id",
            "events[4].title",
            "events[5]",
            "links[0].to",
        ],
        "paths of the issues",
    )?;
    let date = issues
        .iter()
        .find(|issue| issue["path"] == "events[1].date");
    equal(
        date.map(|issue| issue["message"].clone()),
        Some(json!(
            "\"banana\" is not a date; write 2021, 2021-06 or 2021-06-09"
        )),
        "the message about the date",
    )?;
    let shown: (Vec<String>, String) = page.get(
        "[e2e.$$('.ovc-axis g[data-id]').map((mark) => mark.dataset.id), e2e.text(e2e.$('.ovc-left-out'))]",
    )?;
    equal(
        shown,
        (
            vec!["a".to_owned(), "b".to_owned()],
            "5 items could not be shown".to_owned(),
        ),
        "what is shown",
    )?;
    // The host hears each in its console.
    let warnings: usize = page
        .get("e2e.trouble.filter((text) => /warn: .*(events|links)\\[\\d\\]/.test(text)).length")?;
    equal(warnings, 5, "warnings in the console")
}

fn one_wrong_record_is_counted_as_one(page: &Page) -> Outcome {
    page.expect("<open-vs-closed>: ");
    page.expect("data-invalid");
    // Two things are wrong with it, and it is one item.
    let wrong = json!({ "id": "x", "date": "banana", "title": 7 });
    let _server = open(
        page,
        &document(json!([good("a", "2021"), wrong]), json!({})),
    )?;
    page.run("await e2e.live()")?;
    let said: String = page.get("e2e.text(e2e.$('.ovc-left-out'))")?;
    equal(said, "1 item could not be shown", "what the reader is told")?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('.ovc-left-out'))")?,
        "it is not seen"
    );
    Ok(())
}

fn markup_in_the_data_is_text(page: &Page) -> Outcome {
    let evil = "<img src=x onerror=\"window.harmed=1\"><script>window.harmed=1</script>";
    let event = json!({ "id": "a\"><b>", "date": "2021", "title": evil, "summary": evil, "note": evil, "side": "open",
                        "kind": "release", "sources": ["s"], "actors": ["p"] });
    let claims = json!([{ "id": "c", "text": evil, "kind": "fact", "strength": "settled", "sources": ["s"] }]);
    let data = document(
        json!([event, good("b", "2023")]),
        json!({
            "sources": [{ "id": "s", "title": evil, "publisher": evil, "url": "https://example.org/?q=\"><img src=x onerror=window.harmed=1>", "kind": "press" }],
            "actors": [{ "id": "p", "name": evil, "kind": "company" }],
            "dimensions": [{ "id": "d", "name": evil, "question": evil, "open": claims.clone(), "closed": [], "crux": evil }],
        }),
    );
    page.expect("<open-vs-closed>: ");
    page.expect("data-invalid");
    let _server = open(page, &data)?;
    page.run("await e2e.live()")?;
    let before: String = page.get("document.body.innerHTML")?;
    page.eval::<Value>(
        "await e2e.widget().goTo(arg); await e2e.frames(3)",
        json!("a\"><b>"),
    )?;
    let title: String = page.get("e2e.$('[data-card] .ovc-title').textContent")?;
    equal(title, evil, "the title as text")?;
    page.run("e2e.widget().setState({ view: 'compare' }); await e2e.shown(); await e2e.frames(5)")?;
    let harm: (bool, usize) =
        page.get("['harmed' in window, e2e.$$('img, script, iframe, object').length]")?;
    equal(
        harm,
        (false, 0),
        "what was executed, and elements out of the data",
    )?;
    equal(
        page.get::<String>("document.body.innerHTML")?,
        before,
        "the host page",
    )
}

fn links_of_other_kinds_are_refused(page: &Page) -> Outcome {
    page.expect("<open-vs-closed>: ");
    page.expect("data-invalid");
    let urls = [
        "javascript:window.harmed=1",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "data:text/html,<script>1</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//example.org/",
        "java\nscript:alert(1)",
        "relative",
        "https://example.org/",
    ];
    let sources: Vec<Value> = urls
        .iter()
        .enumerate()
        .map(|(at, url)| json!({ "id": format!("s{at}"), "title": format!("S {at}"), "url": url, "kind": "press" }))
        .collect();
    let ids: Vec<&Value> = sources.iter().map(|source| &source["id"]).collect();
    let mut event = good("a", "2021");
    event["sources"] = json!(ids);
    let _server = open(
        page,
        &document(json!([event]), json!({ "sources": sources })),
    )?;
    page.run("await e2e.live(); await e2e.widget().goTo('a'); await e2e.frames(3)")?;
    let links: Vec<String> = page.get("e2e.$$('a').map((a) => a.getAttribute('href'))")?;
    equal(links, ["https://example.org/"], "links that are left")?;
    let paths: usize = page.get("e2e.heard('ovc-error')[0].issues.filter(({ path }) => /^sources\\[\\d\\]\\.url$/.test(path)).length")?;
    equal(paths, urls.len() - 1, "issues about addresses")
}
