//! Focus and sight stay with the reader.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    a_zoom_by_key_keeps_the_focused_mark_in_its_place,
    focus_is_followed_while_another_window_is_in_front,
    focus_follows_an_event_into_its_cluster_and_out_of_it,
    escape_leads_from_an_open_cluster_back_to_it,
    what_a_link_leads_to_has_the_focus,
    a_card_that_opens_below_the_window_comes_into_sight,
    the_list_steps_with_the_opened_text_in_sight,
    a_deep_link_is_in_sight_in_the_list_and_moves_nothing,
    a_refused_date_is_put_back,
    what_is_found_outside_the_range_is_told,
];

/// Where the focus is: the event of a mark, `+` and the first one of a cluster, or a class.
const FOCUS: &str = "(() => { const { dataset, className } = e2e.active() ?? { dataset: {}, className: 'nowhere' }; \
     return dataset.id ?? (dataset.first ? `+${dataset.first}` : String(className)); })()";

fn focus(page: &Page) -> Outcome<String> {
    page.get(FOCUS)
}

/// Whether an element is seen whole.
const IN_SIGHT: &str = "const inSight = (element) => { const { top, bottom } = element.getBoundingClientRect(); \
     const bar = e2e.$('.ovc-floating')?.getBoundingClientRect().top ?? innerHeight; \
     return top > -1 && bottom < bar + 1 && bottom > top; };";

fn a_zoom_by_key_keeps_the_focused_mark_in_its_place(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-mark.is-weight-3').focus()")?;
    let place = "(() => { const { left, width } = e2e.active().querySelector('.ovc-dot').getBoundingClientRect(); return left + width / 2; })()";
    let (id, before): (String, f64) = (focus(page)?, page.get(place)?);
    for key in ["+", "+", "+"] {
        page.press(key)?;
        page.run("await e2e.frames(2)")?;
        equal(focus(page)?, id.clone(), "focus after +")?;
    }
    let after: f64 = page.get(place)?;
    ensure!((after - before).abs() < 8.0, "from {before} to {after}");
    // Closer and closer, where marks change their order and clusters come apart.
    page.press("0")?;
    page.run("e2e.$('g[data-id=deepseek-r1]').focus()")?;
    for step in 0..12 {
        page.press("+")?;
        equal(
            focus(page)?,
            "deepseek-r1".to_owned(),
            &format!("focus after {step}"),
        )?;
    }
    // The keys work in the whole timeline, but where they are typed.
    page.run("e2e.$('.ovc-zoom button').focus()")?;
    page.press("0")?;
    equal(
        page.state()?["range"].clone(),
        Value::Null,
        "the range after 0",
    )?;
    page.run("e2e.$('.ovc-search').focus()")?;
    page.press("+")?;
    equal(
        page.state()?["range"].clone(),
        Value::Null,
        "the range after typing +",
    )
}

/// WebKit finds nothing by `:focus` then, while there is an active element as ever.
fn focus_is_followed_while_another_window_is_in_front(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.run(
        "for (const name of ['querySelector', 'querySelectorAll', 'matches', 'closest']) {
           const found = Element.prototype[name];
           Element.prototype[name] = function (selector) {
             return found.call(this, selector.replaceAll(/:focus(-within)?(?!-)/g, ':not(*)'));
           };
         }
         e2e.$('.ovc-cluster').focus()",
    )?;
    let cluster = focus(page)?;
    page.press("Enter")?;
    page.run("e2e.$('.ovc-members button').focus()")?;
    page.press("Escape")?;
    page.run("await e2e.frames(2)")?;
    equal(focus(page)?, cluster, "focus after Escape")?;
    page.run("e2e.$('.ovc-mark.is-weight-3').focus()")?;
    let id = focus(page)?;
    for _ in 0..3 {
        page.press("+")?;
        page.run("await e2e.frames(2)")?;
    }
    equal(focus(page)?, id, "focus after +")
}

fn focus_follows_an_event_into_its_cluster_and_out_of_it(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-cluster').focus()")?;
    let cluster = focus(page)?;
    for _ in 0..8 {
        page.press("+")?;
        page.run("await e2e.frames(2)")?;
    }
    equal(focus(page)?, cluster.replace('+', ""), "focus closer by")?;
    page.press("0")?;
    page.run("await e2e.frames(2)")?;
    equal(focus(page)?, cluster, "focus with everything in view")
}

fn escape_leads_from_an_open_cluster_back_to_it(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-cluster').focus()")?;
    let cluster = focus(page)?;
    page.press("Enter")?;
    page.run("e2e.$('.ovc-members button').focus()")?;
    page.press("Escape")?;
    page.run("await e2e.frames(2)")?;
    equal(focus(page)?, cluster, "focus after Escape")
}

fn what_a_link_leads_to_has_the_focus(page: &Page) -> Outcome {
    let server = boxed(1000, "event=\"deepseek-r1\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-links button').focus()")?;
    page.press("Enter")?;
    page.run("await e2e.frames(2)")?;
    equal(&*focus(page)?, "ovc-card-title", "focus after a link")?;
    // The code of the view may still be on its way.
    page.run(
        "e2e.widget().setState({ view: 'compare' }); \
              await e2e.shown(); await e2e.frames(2); \
              const link = e2e.$('.ovc-compare .ovc-claims .ovc-source-details .ovc-link'); \
              link.closest('details').open = true; link.focus()",
    )?;
    page.press("Enter")?;
    page.run("await e2e.frames(2)")?;
    equal(
        &*focus(page)?,
        "ovc-card-title",
        "focus after a link of the comparison",
    )
}

fn a_card_that_opens_below_the_window_comes_into_sight(page: &Page) -> Outcome {
    let server = boxed(1280, "event=\"deepseek-r1\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("await e2e.frames(3)")?;
    equal(
        page.get::<f64>("scrollY")?,
        0.0,
        "scrolled at the beginning",
    )?;
    page.run("e2e.$('.ovc-mark.is-weight-3[aria-pressed=false]').focus()")?;
    page.press("Enter")?;
    page.run("await e2e.frames(3)")?;
    let seen: (bool, bool) = page.eval(
        &format!("{IN_SIGHT} return [inSight(e2e.$('.ovc-card > header')), inSight(e2e.$('.ovc-summary'))]"),
        Value::Null,
    )?;
    equal(seen, (true, true), "title and first lines are in sight")
}

fn the_list_steps_with_the_opened_text_in_sight(page: &Page) -> Outcome {
    let server = boxed(400, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$$('.ovc-stepper button')[1].focus()")?;
    for step in 0..6 {
        page.press("Enter")?;
        page.run("await e2e.frames(3)")?;
        let seen: (bool, bool, String) = page.eval(
            &format!("{IN_SIGHT} const entry = e2e.$('.ovc-entry:has([aria-expanded=true])'); \
              return [inSight(entry.querySelector('.ovc-anchor')), inSight(entry.querySelector('.ovc-summary')), e2e.name(e2e.active())]"),
            Value::Null,
        )?;
        equal(
            seen,
            (true, true, "Next event".to_owned()),
            &format!("title, text and focus after step {step}"),
        )?;
    }
    // Followed from inside the entry, too.
    page.run("e2e.$('.ovc-entry .ovc-links button').focus()")?;
    page.press("Enter")?;
    page.run("await e2e.frames(3)")?;
    let event = page.state()?["event"].clone();
    equal(json!(focus(page)?), event, "focus after a link")
}

fn a_deep_link_is_in_sight_in_the_list_and_moves_nothing(page: &Page) -> Outcome {
    let server = boxed(400, "sync-url")?;
    for path in ["/host.html#event=deepseek-r1", "/#deepseek-r1"] {
        page.open(&server, path)?;
        page.run("await e2e.live(); await e2e.frames(5)")?;
        let seen: bool = page.eval(
            &format!("{IN_SIGHT} return inSight(e2e.$('.ovc-entry [aria-expanded=true]'))"),
            Value::Null,
        )?;
        ensure!(seen, "{path} is out of sight");
        if page.engine() == Engine::Chromium {
            let shift: f64 = page.get("e2e.shifts.reduce((sum, shift) => sum + shift, 0)")?;
            ensure!(shift < 0.02, "{path} shifts by {shift}");
        }
    }
    Ok(())
}

fn a_refused_date_is_put_back(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let (before, after, limits): (String, String, String) = page.eval(
        "const input = e2e.$('.ovc-date input');
         const before = input.value;
         input.value = '1999-01-01';
         input.dispatchEvent(new Event('change', { bubbles: true }));
         await e2e.frames(2);
         return [before, input.value, input.title];",
        Value::Null,
    )?;
    equal(after, before, "the date after a refusal")?;
    ensure!(limits.contains(" to "), "limits: {limits}");
    equal(page.state()?["range"].clone(), Value::Null, "the range")
}

fn what_is_found_outside_the_range_is_told(page: &Page) -> Outcome {
    let server = boxed(1000, "range=\"2019-01/2019-06\" event=\"gpt-2-staged\"")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.$('.ovc-search').focus()")?;
    page.press_all(&["d", "e", "e", "p", "s", "e", "e", "k"])?;
    page.run("await e2e.frames(3)")?;
    ensure!(
        page.get("/\\d+ more outside this range/.test(e2e.text(e2e.$('.ovc-empty')))")?,
        "nothing tells of the others"
    );
    ensure!(
        page.get("e2e.$('.ovc-best').compareDocumentPosition(e2e.$('.ovc-card')) === 4")?,
        "the best matches do not stand above the old card"
    );
    page.click("e2e.$('.ovc-empty button')")?;
    equal(
        page.state()?["range"].clone(),
        Value::Null,
        "the range after Show all",
    )?;
    page.click("e2e.$('.is-clear')")?;
    page.run("await e2e.frames(3)")?;
    let told: String = page.get("e2e.text(e2e.$('.ovc-timeline > [role=status]'))")?;
    let total: usize = page.get("(await e2e.data()).events.length")?;
    ensure!(
        told.contains(&format!(" of {total}:")) || told == format!("{total} events"),
        "told: {told}"
    );
    Ok(())
}
