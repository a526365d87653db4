//! The story: steps, illustrations that can be used, and the ways to the whole views and back.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    the_story_comes_first_with_its_takeaway,
    each_step_has_an_illustration_of_its_own,
    arrow_keys_step_but_not_inside_an_illustration,
    a_step_is_in_the_state_and_in_links,
    the_whole_view_is_one_step_away_and_so_is_the_way_back,
    on_a_phone_an_illustration_is_half_a_screen_high,
];

const TITLE: &str = "e2e.text(e2e.$('.ovc-step-head'))";

fn titles(page: &Page) -> Outcome<Vec<String>> {
    page.eval(
        "return (await e2e.data()).story.steps.map(({ title }) => e2e.norm(title))",
        Value::Null,
    )
}

fn the_story_comes_first_with_its_takeaway(page: &Page) -> Outcome {
    let server = boxed(1000, "views=\"story timeline compare models\"")?;
    page.open_live(&server, "/host.html")?;
    equal(page.state()?["view"].clone(), json!("story"), "the view")?;
    equal(
        page.get::<usize>("e2e.$$('.ovc-takeaway > ul > li').length")?,
        3,
        "sentences of the takeaway",
    )?;
    // Every number of a citation has its source in the list under it.
    let stray: Vec<String> = page.get(
        "e2e.$$('.ovc-takeaway, .ovc-step-text').flatMap((part) => {
           const last = part.querySelectorAll('.ovc-sources > li').length;
           return [...part.querySelectorAll('sup')].flatMap((sup) => sup.textContent.split(', ')).filter((n) => !(n >= 1 && n <= last));
         })",
    )?;
    equal(stray, Vec::<String>::new(), "numbers without a source")
}

fn each_step_has_an_illustration_of_its_own(page: &Page) -> Outcome {
    let server = boxed(1200, "view=\"story\"")?;
    page.open_live(&server, "/host.html")?;
    for (at, title) in titles(page)?.iter().enumerate() {
        equal(&page.get::<String>(TITLE)?, title, "the step")?;
        let view: String = page.eval(
            &format!("return (await e2e.data()).story.steps[{at}].state.view"),
            Value::Null,
        )?;
        let part = match &*view {
            "timeline" => ".ovc-axis [data-id]",
            "compare" => ".ovc-table tbody tr",
            _ => ".ovc-chart [data-id]",
        };
        page.wait(&format!("e2e.isSeen(e2e.$('.ovc-illustration {part}'))"))?;
        page.run(
            "e2e.$('.ovc-step .ovc-stepper button:nth-of-type(2)').click(); await e2e.frames(3)",
        )?;
    }
    ensure!(
        page.get("e2e.$('.ovc-step .ovc-stepper button:nth-of-type(2)').getAttribute('aria-disabled') === 'true'")?,
        "the story goes on after its end"
    );
    Ok(())
}

fn arrow_keys_step_but_not_inside_an_illustration(page: &Page) -> Outcome {
    let server = boxed(1200, "view=\"story\"")?;
    page.open_live(&server, "/host.html")?;
    let titles = titles(page)?;
    page.run("e2e.$('.ovc-step-link').focus()")?;
    page.press("ArrowRight")?;
    page.wait(&format!("{TITLE} === {}", json!(titles[1])))?;
    ensure!(
        page.get("e2e.active().classList.contains('ovc-step-head')")?,
        "the focus is not at the new step"
    );
    page.wait("e2e.$('.ovc-illustration .ovc-axis [data-id]')")?;
    page.run("e2e.$('.ovc-illustration .ovc-axis [data-id][tabindex=\"0\"]').focus()")?;
    page.press("ArrowRight")?;
    equal(&page.get::<String>(TITLE)?, &titles[1], "inside the axis")?;
    page.run("e2e.$('.ovc-step-head').focus()")?;
    page.press("ArrowLeft")?;
    page.wait(&format!("{TITLE} === {}", json!(titles[0])))
}

fn a_step_is_in_the_state_and_in_links(page: &Page) -> Outcome {
    let server = boxed(1000, "view=\"story\" sync-url")?;
    page.open_live(&server, "/host.html#step=january-2025")?;
    equal(
        page.get::<String>(TITLE)?.as_str(),
        "January 2025",
        "the step of the link",
    )?;
    page.set_state(json!({ "step": "gap" }))?;
    page.wait("location.hash.includes('step=gap')")?;
    page.set_state(json!({ "step": "no-such-step" }))?;
    equal(
        page.state()?["step"].clone(),
        json!("gap"),
        "an unknown step",
    )?;
    page.set_state(json!({ "step": null }))?;
    equal(
        page.get::<String>(TITLE)?,
        titles(page)?[0].clone(),
        "without a step",
    )
}

fn the_whole_view_is_one_step_away_and_so_is_the_way_back(page: &Page) -> Outcome {
    let server = boxed(1200, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "view": "story", "step": "january-2025" }))?;
    page.wait("e2e.$('.ovc-illustration .ovc-axis [data-id]')")?;
    page.run("e2e.$('.ovc-see-all button').click(); await e2e.frames(4)")?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["event"]),
        (&json!("timeline"), &json!("deepseek-r1")),
        "the whole view",
    )?;
    page.run("e2e.$('.ovc-back button').click(); await e2e.frames(4)")?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["step"], &state["event"]),
        (&json!("story"), &json!("january-2025"), &Value::Null),
        "the way back",
    )
}

fn on_a_phone_an_illustration_is_half_a_screen_high(page: &Page) -> Outcome {
    page.browser().set_size(500, 844)?;
    let server = boxed(390, "view=\"story\"")?;
    page.open_live(&server, "/host.html")?;
    for _ in 0..8 {
        page.wait("e2e.$('.ovc-illustration .ovc-inset-view').childElementCount > 0")?;
        let (share, overflow): (f64, f64) = page.get(
            "[e2e.$('.ovc-inset-view').getBoundingClientRect().height / innerHeight,
              document.documentElement.scrollWidth - innerWidth]",
        )?;
        ensure!(share <= 0.51, "an illustration takes {share} of the screen");
        ensure!(overflow <= 0.0, "the page is {overflow} px too wide");
        page.run(
            "e2e.$('.ovc-step .ovc-stepper button:nth-of-type(2)').click(); await e2e.frames(3)",
        )?;
    }
    Ok(())
}
