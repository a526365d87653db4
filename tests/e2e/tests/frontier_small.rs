//! The frontier chart of a few models: what is told where one side is missing, what is hollow, and the
//! scores of one tester.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::tests;

tests![
    an_open_lead_is_told_as_a_lead,
    a_side_without_a_score_is_named,
    what_nobody_outside_can_use_is_hollow,
    one_tester_only_shapes_everything,
    what_cannot_be_drawn_is_counted,
];

/// A page of the models view with a data set of those models.
fn small(page: &Page, models: Value) -> Outcome<Server> {
    let data = json!({
        "version": "1.0", "meta": { "title": "T", "lang": "en" },
        "events": [{ "id": "a", "date": "2021", "title": "A", "side": "open", "kind": "release" }],
        "levels": [{ "id": "unreleased", "name": "Unreleased", "definition": "U" }, { "id": "api", "name": "API", "definition": "A" }, { "id": "full", "name": "Full", "definition": "F" }],
        "benchmarks": [{ "id": "b", "name": "B", "max": 100, "description": "B" }],
        "models": models,
    });
    let body = "<div id=\"box\" style=\"width: 900px\"><open-vs-closed loading=\"eager\" view=\"models\" src=\"/data.json\"></open-vs-closed></div>";
    let server = Site::new()?
        .file("/data.json", data.to_string())
        .host("", body)
        .serve()?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

fn scored(id: &str, released: &str, level: &str, value: Value) -> Value {
    json!({ "id": id, "name": format!("Model {id}"), "released": released, "level": level,
        "scores": [{ "benchmark": "b", "value": value, "tester": "T" }] })
}

fn an_open_lead_is_told_as_a_lead(page: &Page) -> Outcome {
    let _server = small(
        page,
        json!([
            scored("c", "2024-01-01", "api", json!(60.2)),
            scored("o", "2024-03-01", "full", json!(60.3)),
        ]),
    )?;
    let said: (String, String, String) = page.get(
        "(({ dataset }) => [dataset.gap, dataset.lag, e2e.text(e2e.$('.ovc-frontier .ovc-sentence'))])(e2e.$('.ovc-frontier .ovc-sentence'))",
    )?;
    equal((&*said.0, &*said.1), ("-0.1", "0"), "gap and lag")?;
    ensure!(
        said.2.contains("No closed model had reached that before. Open led by 0.1 points: the best closed score was 60.2 (Model c)."),
        "it says: {}",
        said.2
    );
    Ok(())
}

fn what_cannot_be_drawn_is_counted(page: &Page) -> Outcome {
    page.expect("<open-vs-closed>: ");
    page.expect("data-invalid");
    let price = |input: Value| json!([{ "date": "2024-01-01", "input": input, "output": 2 }]);
    let _server = small(
        page,
        json!([
            scored("c", "2024-01-01", "api", json!(60)),
            scored("o", "2024-03-01", "full", json!(50)),
            { "id": "undated", "name": "Undated", "level": "full", "prices": price(json!(0)),
              "scores": [{ "benchmark": "b", "value": 99, "tester": "T" }] },
            { "id": "plain", "name": "Plain", "released": "2024-02", "level": "api", "prices": price(json!(1.5)) },
            { "id": "lost", "name": "Lost", "released": "2024-02", "level": "api",
              "scores": [{ "benchmark": "nowhere", "value": 99, "tester": "T" }] },
            { "id": "text", "name": "Text", "released": "2024-02", "level": "api",
              "scores": [{ "benchmark": "b", "value": "high", "tester": "T" }] },
        ]),
    )?;
    let ids = |part: &str| {
        page.eval::<Vec<String>>(
            "return e2e.$$(arg).map((node) => node.dataset.id).toSorted()",
            json!(part),
        )
    };
    let shown = ids(".ovc-model-table tr[data-id]")?;
    for id in ["c", "o", "plain", "undated"] {
        ensure!(
            shown.iter().any(|shown| shown == id),
            "{id} is not in {shown:?}"
        );
    }
    equal(ids(".ovc-frontier .ovc-point")?, ["c", "o"], "marks")?;
    equal(ids(".ovc-prices .ovc-point")?, ["plain"], "prices")?;
    let said: (String, String, String, String) = page.get(
        "[e2e.$('.ovc-frontier .ovc-sentence').dataset.gap, e2e.text(e2e.$('.ovc-frontier .ovc-sentence')), \
         e2e.text(e2e.$('.ovc-prices .ovc-sentence')), e2e.text(e2e.$('.ovc-left-out'))]",
    )?;
    equal(&*said.0, "10", "the gap")?;
    // Of those that are shown; a wrong record may be among them without what is wrong in it.
    let unscored = shown.len() - 3;
    let models = |count: usize, one: &str, many: &str| match count {
        1 => format!("1 model {one}"),
        _ => format!("{count} models {many}"),
    };
    for part in [
        models(
            unscored,
            "has no score and is not shown.",
            "have no score and are not shown.",
        ),
        "1 model has no date and is not shown.".to_owned(),
    ] {
        ensure!(
            said.1.contains(&part),
            "the frontier does not say {part:?}: {}",
            said.1
        );
    }
    for part in [
        models(
            shown.len() - 2,
            "has no such price and is not shown.",
            "have no such price and are not shown.",
        ),
        "1 price is zero and is not shown: the axis has no zero.".to_owned(),
    ] {
        ensure!(
            said.2.contains(&part),
            "the prices do not say {part:?}: {}",
            said.2
        );
    }
    equal(
        &*said.3,
        "2 items could not be shown",
        "records that are wrong",
    )?;
    // The rest is as the data has it: a date or a score that is not known is called unknown.
    let unknown: String =
        page.get("e2e.text(e2e.$('.ovc-model-table [data-id=undated] td.is-unknown'))")?;
    equal(&*unknown, "Unknown", "a date that is not known")
}

fn a_side_without_a_score_is_named(page: &Page) -> Outcome {
    for (level, expected) in [
        ("api", "no open model has a score yet."),
        ("full", "no closed model has a score yet."),
    ] {
        let _server = small(page, json!([scored("a", "2024-01-01", level, json!(60))]))?;
        let said: (String, bool) = page.get(
            "[e2e.text(e2e.$('.ovc-frontier .ovc-sentence')), 'gap' in e2e.$('.ovc-frontier .ovc-sentence').dataset]",
        )?;
        ensure!(
            said.0
                .starts_with(&format!("B, up to 1 January 2024: {expected}"))
                && !said.1,
            "{level}: {said:?}"
        );
    }
    Ok(())
}

fn what_nobody_outside_can_use_is_hollow(page: &Page) -> Outcome {
    let _server = small(
        page,
        json!([
            scored("c", "2024-01-01", "api", json!(60)),
            scored("o", "2024-03-01", "full", json!(50)),
            scored("u", "2024-05-01", "unreleased", json!(90)),
        ]),
    )?;
    let (hollow, name, word, gap, fill, ground): (
        Vec<String>,
        String,
        String,
        String,
        String,
        String,
    ) = page.get(
        "[e2e.$$('.ovc-point.is-hollow').map((mark) => mark.dataset.id), e2e.name(e2e.$('.ovc-point.is-hollow')), \
          e2e.text(e2e.$('.ovc-point.is-hollow text')), e2e.$('.ovc-frontier .ovc-sentence').dataset.gap, \
          getComputedStyle(e2e.$('.ovc-point.is-hollow path')).fill, getComputedStyle(e2e.$('.ovc-point:not(.is-hollow) path')).fill]",
    )?;
    equal(hollow, ["u"], "hollow marks")?;
    equal(&*gap, "10", "the gap")?;
    equal(&*word, "Model u (unreleased)", "the name at the mark")?;
    ensure!(name.ends_with(", Closed, unreleased"), "its name: {name}");
    ensure!(fill != ground, "it is filled as the others: {fill}");
    // The chart is read at the newest model that is released.
    let said: String = page.get("e2e.text(e2e.$('.ovc-frontier .ovc-sentence'))")?;
    ensure!(
        said.starts_with("B, up to 1 March 2024: "),
        "it says: {said}"
    );
    Ok(())
}

fn one_tester_only_shapes_everything(page: &Page) -> Outcome {
    let by = |id: &str, released: &str, level: &str, scores: &[(&str, i32)]| {
        let scores: Vec<Value> = scores
            .iter()
            .map(|(tester, value)| json!({ "benchmark": "b", "value": value, "tester": tester }))
            .collect();
        json!({ "id": id, "name": format!("Model {id}"), "released": released, "level": level, "scores": scores })
    };
    let _server = small(
        page,
        json!([
            by("c1", "2024-01-01", "api", &[("Own", 70), ("Lab", 60)]),
            by("o1", "2024-02-01", "full", &[("Lab", 50)]),
            by("c2", "2024-03-01", "api", &[("Lab", 66)]),
            by("o2", "2024-05-01", "full", &[("Own", 80), ("Lab", 60)]),
            by("o3", "2024-06-01", "full", &[("Own", 81)]),
        ]),
    )?;
    let shown = || {
        page.get::<(String, Vec<String>, Vec<String>)>(
            "[e2e.$('.ovc-frontier .ovc-sentence').dataset.gap, e2e.$$('.ovc-frontier .ovc-point').map((mark) => mark.dataset.id), \
              e2e.$$('.ovc-frontier .ovc-figures tbody tr').map((row) => e2e.text(row.children[4]))]",
        )
    };
    let options: Vec<String> =
        page.get("[...e2e.choice('One tester only').options].map(e2e.text)")?;
    equal(
        options,
        ["No, all testers", "Lab"],
        "testers to choose from",
    )?;
    let (gap, marks, testers) = shown()?;
    equal((&*gap, marks.len()), ("-11", 5), "of all testers")?;
    ensure!(testers.iter().any(|tester| tester == "Own"), "{testers:?}");
    page.run("await e2e.choose('One tester only', 'Lab')")?;
    let (gap, marks, testers) = shown()?;
    equal(&*gap, "6", "the gap by one tester")?;
    equal(marks, ["c1", "o1", "c2", "o2"], "marks by one tester")?;
    ensure!(testers.iter().all(|tester| tester == "Lab"), "{testers:?}");
    let said: String = page.get("e2e.text(e2e.$('.ovc-frontier'))")?;
    for part in [
        "B (measured by Lab only), up to 1 May 2024:",
        "1 model has no score by this tester and is not shown.",
    ] {
        ensure!(said.contains(part), "it does not say {part:?}: {said}");
    }
    ensure!(!said.contains("are mixed in this chart"), "it says: {said}");
    Ok(())
}
