//! The index of the comparison, and the way back to where a reference was followed from.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    the_index_leads_to_every_question,
    the_widget_leads_back_to_the_claim,
    the_browser_leads_back_to_the_claim,
];

fn the_index_leads_to_every_question(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\"")?;
    page.open_live(&server, "/host.html")?;
    let wrong: Vec<String> = page.eval(
        "const wrong = [];
         const { dimensions } = await e2e.data();
         const links = e2e.$$('.ovc-index button');
         for (const [at, { id, name }] of dimensions.entries()) {
           links[at].click();
           await e2e.frames(4);
           const row = e2e.active().dataset.id;
           const { top } = e2e.active().getBoundingClientRect();
           // Below the last one there may be no room.
           const isPlaced = at === dimensions.length - 1 || (top <= innerHeight / 2 && top >= 0);
           if (e2e.text(links[at]) !== e2e.norm(name) || row !== id || !isPlaced) wrong.push(`${name}: ${row} at ${top}`);
         }
         return wrong.concat(links.length === dimensions.length ? [] : ['links']);",
        Value::Null,
    )?;
    equal(wrong, [""; 0], "what the index does not lead to")
}

/// Follows the first reference of a claim to an event; notes the claim.
const FOLLOW: &str = "const link = e2e.$('.ovc-claims .ovc-link');
     link.closest('details').open = true;
     e2e.claim = link.closest('[data-id]').dataset.id;
     link.focus(); link.click(); await e2e.frames(6);";

fn is_back(page: &Page) -> Outcome {
    page.wait("e2e.active()?.dataset.id === e2e.claim")?;
    equal(
        page.state()?["view"].clone(),
        json!("compare"),
        "the view after Back",
    )?;
    ensure!(
        page.get("(({ top, bottom }) => bottom > 0 && top < innerHeight)(e2e.active().getBoundingClientRect())")?,
        "the claim is out of sight"
    );
    Ok(())
}

fn the_widget_leads_back_to_the_claim(page: &Page) -> Outcome {
    for width in [390, 1280] {
        let server = boxed(width, "view=\"compare\"")?;
        page.open_live(&server, "/host.html")?;
        page.run(FOLLOW)?;
        equal(
            page.state()?["view"].clone(),
            json!("timeline"),
            "where the reference leads",
        )?;
        let back = "e2e.$('.ovc-back button')";
        equal(
            page.get::<String>(&format!("e2e.text({back})"))?,
            "← Back to “Compare”",
            "the way back",
        )?;
        page.click(back)?;
        is_back(page)?;
        ensure!(page.get(&format!("!{back}"))?, "the way back stays");
        // What the reader does next ends it.
        page.run(FOLLOW)?;
        page.run("e2e.$('[role=tab]:last-child').click(); await e2e.frames(3)")?;
        ensure!(page.get(&format!("!{back}"))?, "it outlives another step");
    }
    Ok(())
}

fn the_browser_leads_back_to_the_claim(page: &Page) -> Outcome {
    let server = boxed(1280, "view=\"compare\" sync-url")?;
    page.open_live(&server, "/host.html")?;
    // The length of a history has a limit.
    page.run(
        "const { pushState } = history; e2e.pushed = 0;
         history.pushState = (...all) => { e2e.pushed += 1; pushState.apply(history, all); };",
    )?;
    page.run(FOLLOW)?;
    equal(
        page.get::<(usize, bool)>("[e2e.pushed, e2e.isSeen(e2e.$('.ovc-back'))]")?,
        (1, false),
        "the history, and a second way back",
    )?;
    ensure!(
        page.get("location.hash.includes('event=')")?,
        "the address does not name the event"
    );
    page.run("history.back(); await e2e.frames(6)")?;
    is_back(page)
}
