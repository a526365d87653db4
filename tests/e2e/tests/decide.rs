//! What the reader moves and types in the view Decide.

use open_vs_closed_e2e::{Outcome, Page, Server, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    keys_move_a_slider_the_ranking_and_the_link,
    nonsense_is_caught_in_place,
];

/// The view in a box.
pub fn open(page: &Page) -> Outcome<Server> {
    let server = boxed(1000, "view=\"decide\" sync-url")?;
    page.open_live(&server, "/host.html")?;
    Ok(server)
}

/// What stands first, and the words of the slider of data control.
fn first_and_spoken(page: &Page) -> Outcome<(String, String)> {
    page.get(
        "[e2e.$('.ovc-ranks [data-id]').dataset.id,
          e2e.$('[data-need=data-control] input').getAttribute('aria-valuetext')]",
    )
}

fn keys_move_a_slider_the_ranking_and_the_link(page: &Page) -> Outcome {
    let _server = open(page)?;
    let told = |first: &str, spoken: &str| (first.to_owned(), spoken.to_owned());
    equal(
        first_and_spoken(page)?,
        told("permissive", "3 of 10"),
        "at first",
    )?;
    page.run("e2e.$('[data-need=data-control] input').focus()")?;
    page.press_all(&["ArrowLeft", "ArrowLeft", "ArrowLeft"])?;
    equal(
        first_and_spoken(page)?,
        told("api", "0 of 10"),
        "without any control",
    )?;
    page.wait("location.hash.includes('weights=data-control:0')")?;
    equal(
        page.state()?["weights"].clone(),
        json!(["data-control:0"]),
        "the state",
    )?;
    // “Then API fits better” is at 1: there both are level.
    page.press("ArrowRight")?;
    ensure!(
        page.get("e2e.text(e2e.$('.ovc-flip')).includes('are level')")?,
        "at the flip point the two are not level"
    );
    page.press("End")?;
    equal(
        first_and_spoken(page)?,
        told("permissive", "10 of 10"),
        "all control",
    )?;
    ensure!(
        page.get(
            "e2e.text(e2e.$('[role=status]')).startsWith('First: Open weights, permissive licence')"
        )?,
        "the leader is not announced"
    );
    page.click("e2e.button('Reset the weights')")?;
    equal(page.state()?["weights"].clone(), json!([]), "after Reset")
}

/// Types into an input of the calculator, as a reader does.
fn type_into(page: &Page, input: &str, keys: &[&str]) -> Outcome {
    page.eval::<Value>(
        "const field = e2e.$(`[data-input=${arg}]`); field.focus(); field.select()",
        json!(input),
    )?;
    page.press_all(keys)
}

/// Whether an input is marked as wrong, what is written under it, and the result that hangs on it.
fn field(page: &Page, input: &str) -> Outcome<(String, String, String)> {
    page.eval(
        "const field = e2e.$(`[data-input=${arg}]`);
         const note = e2e.root().getElementById(field.getAttribute('aria-describedby'));
         return [field.getAttribute('aria-invalid'), e2e.text(note), e2e.$('[data-output=api-cost]').dataset.value]",
        json!(input),
    )
}

fn nonsense_is_caught_in_place(page: &Page) -> Outcome {
    let _server = open(page)?;
    let told =
        |wrong: &str, note: &str, cost: &str| (wrong.to_owned(), note.to_owned(), cost.to_owned());
    let before = field(page, "tokens")?;
    equal((&*before.0, &*before.1), ("false", "1 billion"), "at first")?;
    let allowed = "Write a number from 0 to 1,000,000,000,000. Until then 1 billion counts.";
    for keys in [&["Delete"][..], &["-", "5"], &["e", "e"]] {
        type_into(page, "tokens", keys)?;
        equal(
            field(page, "tokens")?,
            told("true", allowed, &before.2),
            &format!("after {keys:?}"),
        )?;
    }
    equal(
        page.get::<String>("e2e.text(e2e.$('[role=status]'))")?,
        allowed.to_owned(),
        "what is announced",
    )?;
    // On the way to this 1, 1e3 is allowed.
    type_into(page, "tokens", &["1", "e", "3", "0"])?;
    equal(
        &*field(page, "tokens")?.1,
        "Write a number from 0 to 1,000,000,000,000. Until then 1,000 counts.",
        "after 1e30",
    )?;
    type_into(page, "output-share", &["5"])?;
    let share = field(page, "output-share")?;
    equal(
        (&*share.0, &*share.1),
        ("true", "Write a number from 0 to 1. Until then 6% counts."),
        "a share of 5",
    )?;
    type_into(page, "gpus", &["2", ".", "5"])?;
    ensure!(
        field(page, "gpus")?
            .1
            .starts_with("Write a whole number from 1 to 100,000."),
        "half a GPU is allowed"
    );
    page.click("e2e.button('Reset the calculator')")?;
    equal(field(page, "tokens")?, before, "after Reset")
}
