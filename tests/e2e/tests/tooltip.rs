//! Every mark, point and cluster tells its name on hover, on focus and on a long press.

use open_vs_closed_e2e::{Outcome, Page, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    every_mark_on_the_axis_tells_its_title_and_date,
    a_cluster_tells_its_first_events,
    the_tooltip_can_be_hovered_and_goes_by_itself,
    escape_hides_the_tooltip_before_it_closes_the_card,
    focus_by_keyboard_shows_the_tooltip,
    a_long_press_shows_the_name_and_opens_nothing,
    every_point_of_the_charts_tells_its_name,
    a_picked_point_has_its_name,
    a_tooltip_that_escape_hid_stays_hidden_over_the_focus,
];

/// A pointer as the browser sends it, and what is seen of the tooltip.
const POINTER: &str = "const send = (node, type, kind = 'mouse', more = {}) => node.dispatchEvent(
    new PointerEvent(type, { bubbles: true, composed: true, pointerType: kind, ...more }));
  const tip = (area = '.ovc-axis') => e2e.$$(`${area} [role=tooltip]`).find(e2e.isSeen);";

/// What of marks is wrong: a name that is not told, a tooltip that covers its mark or leaves the widget.
const CHECK: &str = "
    const wrong = [];
    const check = async (mark, expected, area) => {
      send(mark.querySelector('.ovc-hit') ?? mark, 'pointerover');
      await e2e.frames(1);
      const shown = tip(area);
      const said = e2e.text(shown);
      for (const text of expected) if (!said.includes(e2e.norm(text))) wrong.push(`${text} is not in “${said}”`);
      if (!shown) return;
      const [box, own, widget] = [shown, mark.querySelector('.ovc-hit') ?? mark, e2e.$('.ovc')].map((node) => node.getBoundingClientRect());
      if (box.left < own.right && own.left < box.right && box.top < own.bottom && own.top < box.bottom) wrong.push(`it covers ${said}`);
      if (box.left < widget.left - 0.5 || box.right > widget.right + 0.5 || box.width < 40) wrong.push(`outside: ${said} ${box.left} ${box.right} ${widget.right}`);
    };";

fn every_mark_on_the_axis_tells_its_title_and_date(page: &Page) -> Outcome {
    for width in [1280, 620] {
        let server = boxed(width, "")?;
        page.open_live(&server, "/host.html")?;
        let wrong: Vec<String> = page.eval(
            &format!(
                "{POINTER} {CHECK}
                 const events = new Map((await e2e.data()).events.map((event) => [event.id, event]));
                 const marks = e2e.$$('.ovc-axis g[data-id]');
                 if (marks.length < 10) wrong.push(`${{marks.length}} marks`);
                 for (const mark of marks) {{
                   const {{ title, date }} = events.get(mark.dataset.id);
                   await check(mark, [title, date.slice(0, 4)]);
                 }}
                 if (e2e.$$('[role=tooltip]').filter(e2e.isSeen).length !== 1) wrong.push('not one tooltip');
                 return wrong;"
            ),
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("tooltips at {width}"))?;
    }
    Ok(())
}

fn a_cluster_tells_its_first_events(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let wrong: Vec<String> = page.eval(
        &format!(
            "{POINTER} {CHECK}
             const clusters = e2e.$$('[data-cluster]').filter((cluster) => Number(cluster.dataset.cluster) > 3);
             if (!clusters.length) wrong.push('no cluster');
             for (let at = 0; at < clusters.length; at += 1) {{
               const cluster = e2e.$$('[data-cluster]').filter((cluster) => Number(cluster.dataset.cluster) > 3)[at];
               const count = Number(cluster.dataset.cluster);
               await check(cluster, [e2e.name(cluster), `${{count - 3}} more`]);
               const described = cluster.getAttribute('aria-describedby');
               const lines = tip().lastElementChild.textContent.split('\\n');
               if (lines.length !== 4 || described !== tip().id) wrong.push(`${{lines}} for ${{described}}`);
               cluster.dispatchEvent(new MouseEvent('click', {{ bubbles: true, composed: true }}));
               await e2e.frames(3);
               const members = e2e.$$('.is-cluster .ovc-members button[data-id]').map(e2e.text);
               for (const line of lines.slice(0, 3)) {{
                 if (!members.some((member) => member.includes(e2e.norm(line)))) wrong.push(`${{line}} is no member`);
               }}
             }}
             return wrong;"
        ),
        Value::Null,
    )?;
    equal(wrong, [""; 0], "tooltips of clusters")
}

fn the_tooltip_can_be_hovered_and_goes_by_itself(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let seen: Vec<bool> = page.eval(
        &format!(
            "{POINTER}
             const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
             const seen = [];
             send(e2e.$('.ovc-axis g[data-id] .ovc-hit'), 'pointerover');
             seen.push(Boolean(tip()));
             // Over the ground, and onto the tooltip.
             send(e2e.$('.ovc-axis > svg'), 'pointerover');
             await wait(100);
             send(tip(), 'pointerover');
             await wait(700);
             seen.push(Boolean(tip()));
             send(e2e.$('.ovc-axis'), 'pointerleave');
             await e2e.until(() => !tip(), 'it goes', 5000);
             seen.push(Boolean(tip()));
             // While the axis is dragged.
             send(e2e.$('.ovc-axis g[data-id] .ovc-hit'), 'pointerover', 'mouse', {{ buttons: 1 }});
             seen.push(Boolean(tip()));
             return seen;"
        ),
        Value::Null,
    )?;
    equal(seen, [true, true, false, false], "whether it is seen")
}

fn escape_hides_the_tooltip_before_it_closes_the_card(page: &Page) -> Outcome {
    let server = boxed(1280, "event=\"deepseek-r1\"")?;
    page.open_live(&server, "/host.html")?;
    let seen = "[Boolean(e2e.$$('.ovc-axis [role=tooltip]').find(e2e.isSeen)), Boolean(e2e.$('[data-card]'))]";
    // Wherever the focus is.
    page.run("e2e.button('Next event').focus()")?;
    page.run(&format!(
        "{POINTER} send(e2e.$('.ovc-axis g[data-id] .ovc-hit'), 'pointerover')"
    ))?;
    equal(
        page.get::<(bool, bool)>(seen)?,
        (true, true),
        "tooltip and card",
    )?;
    page.press("Escape")?;
    equal(
        page.get::<(bool, bool)>(seen)?,
        (false, true),
        "after Escape",
    )?;
    page.press("Escape")?;
    equal(
        page.get::<(bool, bool)>(seen)?,
        (false, false),
        "after another Escape",
    )
}

fn focus_by_keyboard_shows_the_tooltip(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    page.press("Tab")?;
    let said = "[e2e.name(e2e.active()), e2e.text(e2e.$$('.ovc-axis [role=tooltip]').find(e2e.isSeen)?.firstElementChild)]";
    for key in ["ArrowDown", "ArrowDown", "+", "ArrowUp"] {
        page.press(key)?;
        let (name, told): (String, String) = page.get(said)?;
        ensure!(
            !told.is_empty() && name.starts_with(&told),
            "“{told}” for “{name}” after {key}"
        );
    }
    page.press("Tab")?;
    page.wait("!e2e.$$('[role=tooltip]').some(e2e.isSeen)")
}

fn a_long_press_shows_the_name_and_opens_nothing(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    let (short, long): (Value, Value) = page.eval(
        &format!(
            "{POINTER}
             const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
             const hit = () => e2e.$('.ovc-axis g[data-id] .ovc-hit');
             const press = async (time) => {{
               send(hit(), 'pointerover', 'touch');
               send(hit(), 'pointerdown', 'touch', {{ isPrimary: true, buttons: 1 }});
               await wait(time);
               const during = Boolean(tip());
               send(hit(), 'pointerup', 'touch', {{ isPrimary: true }});
               send(e2e.$('.ovc-axis'), 'pointerleave', 'touch');
               hit().dispatchEvent(new MouseEvent('click', {{ bubbles: true, composed: true, detail: 1 }}));
               await e2e.frames(3);
               return [during, Boolean(tip()), Boolean(e2e.$('[data-card]'))];
             }};
             const long = await press(900);
             return [await press(50), long];"
        ),
        Value::Null,
    )?;
    equal(long, json!([true, true, false]), "a long press")?;
    equal(short, json!([false, false, true]), "a short press")
}

fn every_point_of_the_charts_tells_its_name(page: &Page) -> Outcome {
    for width in [1000, 320] {
        let server = boxed(width, "view=\"models\"")?;
        page.open_live(&server, "/host.html")?;
        let wrong: Vec<String> = page.eval(
            &format!(
                "{POINTER} {CHECK}
                 const names = new Map((await e2e.data()).models.map(({{ id, name }}) => [id, name]));
                 for (const area of ['.ovc-frontier', '.ovc-prices']) {{
                   const points = e2e.$$(`${{area}} .ovc-point`);
                   if (points.length < 5) wrong.push(`${{points.length}} points`);
                   for (const point of points) await check(point, [names.get(point.dataset.id), e2e.name(point).split(': ')[1]], area);
                 }}
                 return wrong;"
            ),
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("tooltips at {width}"))?;
    }
    Ok(())
}

fn a_picked_point_has_its_name(page: &Page) -> Outcome {
    for width in [1000, 320] {
        let server = boxed(width, "view=\"models\"")?;
        page.open_live(&server, "/host.html")?;
        let wrong: Vec<String> = page.eval(
            "const wrong = [];
             const names = new Map((await e2e.data()).models.map(({ id, name }) => [id, e2e.norm(name)]));
             for (const id of new Set(e2e.$$('.ovc-point').map((point) => point.dataset.id))) {
               await e2e.widget().setState({ models: [id] });
               await e2e.frames(2);
               const picked = e2e.$$('.ovc-point.is-picked');
               const chart = e2e.box(e2e.$('.ovc-chart'));
               if (!picked.length) wrong.push(`${id} is not picked`);
               for (const point of picked) {
                 const name = point.querySelector('text');
                 if (!e2e.text(name).startsWith(names.get(id))) wrong.push(`${id}: “${e2e.text(name)}”`);
                 else if (e2e.box(name).right > chart.right + 12 || e2e.box(name).left < chart.left - 2) wrong.push(`${id} is cut`);
               }
             }
             return wrong;",
            Value::Null,
        )?;
        equal(wrong, [""; 0], &format!("picked points at {width}"))?;
    }
    Ok(())
}

fn a_tooltip_that_escape_hid_stays_hidden_over_the_focus(page: &Page) -> Outcome {
    let server = boxed(1280, "")?;
    page.open_live(&server, "/host.html")?;
    page.run("e2e.button('Skip the events on the axis').focus()")?;
    page.press_all(&["Tab", "ArrowDown"])?;
    let seen = "e2e.$$('.ovc-axis [role=tooltip]').some(e2e.isSeen)";
    ensure!(
        page.get::<bool>(seen)?,
        "no tooltip at the mark with the focus"
    );
    page.press("Escape")?;
    page.run("await e2e.frames(2)")?;
    ensure!(
        !page.get::<bool>(seen)?,
        "it comes back when the key is released"
    );
    page.press("ArrowDown")?;
    ensure!(page.get::<bool>(seen)?, "the next mark has none");
    Ok(())
}
