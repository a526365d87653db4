//! Hosts as they are: rude styles, several widgets, elements that come, go and move.

use open_vs_closed_e2e::{Outcome, Page, Server, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    rude_styles_of_the_host_stop_at_the_widget,
    the_widget_leaves_the_host_as_it_is,
    two_widgets_have_two_states_and_one_copy_of_the_code,
    an_element_that_moves_keeps_its_state,
    an_element_that_goes_while_it_loads_leaves_nothing,
    an_element_that_comes_back_is_live_again,
    elements_that_come_and_go_add_no_listeners,
    an_element_that_was_hidden_has_the_right_width,
    it_lives_inside_the_shadow_root_of_another_element,
    loading_the_script_twice_is_no_trouble,
];

fn rude_styles_of_the_host_stop_at_the_widget(page: &Page) -> Outcome {
    // Everything that is inherited, and what rules for all elements would change.
    const STYLES: &str = r#"
        const properties = ["display", "color", "fontStyle", "fontVariantCaps", "fontWeight", "textTransform", "textAlign",
          "textIndent", "letterSpacing", "wordSpacing", "whiteSpace", "textShadow", "listStyleType", "visibility", "position",
          "cursor", "userSelect", "webkitUserSelect", "wordBreak"];
        const out = {};
        for (const part of [".ovc-heading", ".ovc-about", ".ovc-tab", ".ovc-facet", ".ovc-card .ovc-title", ".ovc-summary",
          ".ovc-facts dd", ".ovc-sources a", ".ovc-close", ".ovc-axis", ".ovc-mark-label"]) {
          const style = getComputedStyle(e2e.$(part));
          for (const property of properties) out[`${part} ${property}`] = style[property];
          const height = parseFloat(style.lineHeight) / parseFloat(style.fontSize);
          out[`${part} line height`] = Number.isNaN(height) ? style.lineHeight : height.toFixed(2);
        }
        return out;
    "#;
    let styles_at = |path: &str| -> Outcome<Value> {
        let server = Site::new()?
            .file(
                "/plain.html",
                open_vs_closed_e2e::host_page(
                    "",
                    "<main><open-vs-closed view=\"timeline\"></open-vs-closed></main>",
                ),
            )
            .serve()?;
        page.open_live(&server, path)?;
        page.run("e2e.widget().setAttribute('theme', 'light'); await e2e.widget().goTo((await e2e.data()).events[9].id); await e2e.frames(4)")?;
        ensure!(
            page.get("e2e.isSeen(e2e.$('[data-card]'))")?,
            "{path}: the card is not seen"
        );
        page.eval(STYLES, Value::Null)
    };
    let plain = styles_at("/plain.html")?;
    let rude = styles_at("/examples/hostile.html")?;
    let different: Vec<String> = match (plain.as_object(), rude.as_object()) {
        (Some(plain), Some(rude)) => plain
            .iter()
            .filter(|(name, value)| rude.get(*name) != Some(value))
            .map(|(name, value)| format!("{name}: {} rather than {value}", rude[name]))
            .collect(),
        _ => vec!["no styles".to_owned()],
    };
    equal(different, [""; 0], "styles that differ under a rude host")
}

fn the_widget_leaves_the_host_as_it_is(page: &Page) -> Outcome {
    let body = "<h1>Host</h1><open-vs-closed view=\"timeline\"><p>Fallback</p></open-vs-closed><button class=\"ovc\">Mine</button>";
    let site = Site::new()?.host("<style>.ovc { color: rgb(1, 2, 3); }</style>", body);
    let server = site.serve()?;
    page.open(&server, "/host.html")?;
    let snapshot = "[document.documentElement.outerHTML.replace(/<script[^>]*><\\/script>/g, ''), \
                    getComputedStyle(document.querySelector('button')).color, document.adoptedStyleSheets.length, \
                    Object.keys(window).filter((key) => /ovc|yew/i.test(key)), document.title]";
    let before: Value = page.get(snapshot)?;
    page.run(
        "await e2e.live(); await e2e.widget().goTo((await e2e.data()).events[3].id); \
              e2e.widget().setState({ view: 'compare' }); await e2e.shown(); await e2e.frames(3)",
    )?;
    equal(page.get::<Value>(snapshot)?, before, "the host page")
}

fn two_widgets_have_two_states_and_one_copy_of_the_code(page: &Page) -> Outcome {
    let body = "<open-vs-closed view=\"timeline\" id=\"one\" loading=\"eager\" range=\"2024\"></open-vs-closed>\
                <open-vs-closed id=\"two\" loading=\"eager\" view=\"compare\"></open-vs-closed>";
    let server = Site::new()?.host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("await e2e.live(e2e.widget('#one')); await e2e.live(e2e.widget('#two'))")?;
    page.run("e2e.widget('#two').setState({ order: 'closed-first' }); await e2e.frames(3)")?;
    let states: (Value, Value) =
        page.get("[e2e.widget('#one').getState(), e2e.widget('#two').getState()]")?;
    equal(
        (&states.0["view"], &states.0["order"]),
        (&json!("timeline"), &json!("drawn")),
        "the first",
    )?;
    equal(
        (&states.1["view"], &states.1["order"]),
        (&json!("compare"), &json!("closed-first")),
        "the second",
    )?;
    equal(
        page.get::<Vec<String>>(
            "e2e.events.filter(({ type }) => type === 'ovc-change').map(({ target }) => target)",
        )?,
        ["two"],
        "who has changed",
    )?;
    for part in ["_bg.wasm", "debate.json", ".css", "open-vs-closed-live"] {
        equal(
            server.count(part),
            1,
            &format!("requests for {part}: {:?}", server.log()),
        )?;
    }
    Ok(())
}

fn an_element_that_moves_keeps_its_state(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    page.set_state(json!({ "view": "timeline", "side": ["open"], "range": "2024" }))?;
    let state = page.state()?;
    // The chunks of the other views come when the page is idle.
    let requests = |server: &Server| {
        let log = server.log();
        log.iter().filter(|path| !path.ends_with(".wasm")).count()
    };
    let before = requests(&server);
    page.run(
        "const place = document.createElement('section'); place.style.width = '700px';
         document.body.prepend(place); place.append(e2e.widget());
         await new Promise((resolve) => setTimeout(resolve, 150)); await e2e.frames(4);",
    )?;
    equal(page.state()?, state, "the state after the move")?;
    equal(
        page.get::<f64>("e2e.$('.ovc-axis > svg').getBoundingClientRect().width")?,
        700.0,
        "the width of the axis",
    )?;
    equal(requests(&server), before, "requests")?;
    page.click("e2e.button('Show all')")?;
    equal(
        page.state()?["range"].clone(),
        Value::Null,
        "it still answers",
    )
}

fn an_element_that_goes_while_it_loads_leaves_nothing(page: &Page) -> Outcome {
    let body = "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>";
    let server = Site::new()?.hold("_bg.wasm").host("", body).serve()?;
    page.open(&server, "/host.html")?;
    page.wait("performance.getEntriesByType('resource').some((entry) => entry.name.includes('open-vs-closed-live'))")?;
    page.run("window.gone = e2e.widget(); window.gone.remove(); await new Promise((resolve) => setTimeout(resolve, 120))")?;
    server.release();
    page.run("await new Promise((resolve) => setTimeout(resolve, 500))")?;
    let left: (usize, bool) =
        page.get("[e2e.events.length, Boolean(window.gone.shadowRoot?.querySelector('.ovc'))]")?;
    equal(
        left,
        (0, false),
        "events, and a view in the removed element",
    )?;
    page.run("document.body.append(window.gone); await e2e.live(window.gone)")?;
    equal(
        page.get::<usize>("e2e.$$('.ovc').length")?,
        1,
        "views in the element that is back",
    )
}

fn an_element_that_comes_back_is_live_again(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    for _ in 0..3 {
        page.run(
            "const widget = e2e.widget(); widget.remove();
             await new Promise((resolve) => setTimeout(resolve, 120));
             if (widget.getState() !== null) throw new Error('it has a state while it is away');
             document.querySelector('#box').append(widget); await e2e.live(widget);",
        )?;
        let seen: (usize, bool) =
            page.get("[e2e.$$('.ovc').length, e2e.isSeen(e2e.$('.ovc-axis'))]")?;
        equal(seen, (1, true), "views, and whether it is seen")?;
    }
    Ok(())
}

fn elements_that_come_and_go_add_no_listeners(page: &Page) -> Outcome {
    // Those on elements: each keeps its element in memory, and all that the element knows.
    let head = "<script>window.listening = 0;
        const { addEventListener, removeEventListener } = EventTarget.prototype;
        EventTarget.prototype.addEventListener = function (...given) { listening += this instanceof Element; return addEventListener.apply(this, given); };
        EventTarget.prototype.removeEventListener = function (...given) { listening -= this instanceof Element; return removeEventListener.apply(this, given); };
        </script>";
    let server = Site::new()?.host(head, "").serve()?;
    page.open(&server, "/host.html")?;
    let listening = |cycles: usize| -> Outcome<usize> {
        page.eval(
            "for (let cycle = 0; cycle < arg; cycle += 1) {
               const widget = Object.assign(document.createElement('open-vs-closed'), { loading: 'eager', view: ['timeline', 'compare'][cycle % 2] });
               document.body.append(widget);
               await e2e.live(widget);
               const { view, event } = widget.getState();
               if (view !== widget.view || event) throw new Error(`it begins with ${view}, ${event}`);
               widget.setState({ view: 'models', event: 'deepseek-r1' });
               await e2e.frames(2);
               widget.remove();
               await new Promise((resolve) => setTimeout(resolve, 120));
             }
             return listening;",
            json!(cycles),
        )
    };
    let few = listening(2)?;
    ensure!(few > 0, "nothing listens");
    equal(listening(4)?, few, "listeners on elements")
}

fn an_element_that_was_hidden_has_the_right_width(page: &Page) -> Outcome {
    let body = "<div id=\"box\" style=\"display: none; width: 900px\"><open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed></div>";
    let server = Site::new()?.host("", body).serve()?;
    page.open_live(&server, "/host.html")?;
    page.run("document.querySelector('#box').style.display = 'block'; await e2e.frames(5)")?;
    equal(
        page.get::<f64>("e2e.$('.ovc-axis > svg').getBoundingClientRect().width")?,
        900.0,
        "the width of the axis",
    )?;
    // And what was live and is hidden comes back as it was.
    page.run("const box = document.querySelector('#box'); box.style.display = 'none'; await e2e.frames(4); \
              box.style.width = '400px'; box.style.display = 'block'; await e2e.frames(5)")?;
    ensure!(
        page.get("e2e.isSeen(e2e.$('.ovc-entry:not(.is-minor)'))")?,
        "no list in the narrow box"
    );
    Ok(())
}

fn it_lives_inside_the_shadow_root_of_another_element(page: &Page) -> Outcome {
    let script = "customElements.define('host-card', class extends HTMLElement { connectedCallback() { \
        this.attachShadow({ mode: 'open' }).innerHTML = '<style>button { display: none }</style><div><open-vs-closed view=\"timeline\"></open-vs-closed></div>'; } });";
    let body = format!("<host-card></host-card><script>{script}</script>");
    let server = Site::new()?.host("", &body).serve()?;
    page.open(&server, "/host.html")?;
    page.run("window.inner = document.querySelector('host-card').shadowRoot.querySelector('open-vs-closed'); await e2e.live(window.inner)")?;
    let seen: (bool, bool) = page.get(
        "[e2e.isSeen(window.inner.shadowRoot.querySelector('.ovc-axis')), \
          e2e.isSeen(e2e.button('Next event', window.inner))]",
    )?;
    equal(seen, (true, true), "the axis and a button are seen")?;
    page.click("e2e.button('Next event', window.inner)")?;
    ensure!(
        page.get("Boolean(window.inner.getState().event)")?,
        "a click selects nothing"
    );
    page.press("Enter")?;
    page.run("window.inner.shadowRoot.querySelector('.ovc-axis').focus()")?;
    page.press("+")?;
    ensure!(
        page.get("Boolean(window.inner.getState().range)")?,
        "a key does nothing"
    );
    Ok(())
}

fn loading_the_script_twice_is_no_trouble(page: &Page) -> Outcome {
    let head = "<script type=\"module\" src=\"/open-vs-closed.js?again\"></script>";
    let server = Site::new()?
        .host(
            head,
            "<open-vs-closed view=\"timeline\" loading=\"eager\"></open-vs-closed>",
        )
        .serve()?;
    page.open_live(&server, "/host.html")?;
    page.run("const { define } = await import('/open-vs-closed.js?third'); define(); define('another-name')")?;
    page.run("const other = document.createElement('another-name'); document.body.append(other); other.load(); await other.ready; \
              if (!other.getState()) throw new Error('not live under another name')")
}
