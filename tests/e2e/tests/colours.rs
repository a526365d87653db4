//! Colours and type follow the host.

use open_vs_closed_e2e::setting::Engine;
use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    everything_is_legible_in_ten_palettes,
    the_scheme_is_the_hosts_or_else_the_systems,
    the_static_view_has_the_same_scheme,
    type_is_that_of_the_text_around,
];

/// Backgrounds and texts of hosts, from the common to the odd.
const PALETTES: [(&str, &str, &str); 10] = [
    ("light", "#ffffff", "#1b1d21"),
    ("dark", "#121212", "#e8e8e8"),
    ("sepia", "#f4ecd8", "#433422"),
    ("navy", "#0b1f3a", "#e6edf7"),
    ("high contrast", "black", "white"),
    ("low chroma", "#d6d8da", "#33373b"),
    ("weak text", "#ffffff", "#6b6b6b"),
    ("slate", "#46505c", "#f4f6f8"),
    ("rose", "oklch(0.93 0.05 0)", "oklch(0.3 0.1 0)"),
    ("forest", "rgb(0 43 30)", "hsl(60 40% 88%)"),
];

/// Text and marks whose contrast with what is behind them is below 4.5, with the number.
const FAINT: &str = r#"
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
    const seen = new Map();
    const luminance = (colour) => {
      if (!seen.has(colour)) {
        context.clearRect(0, 0, 1, 1);
        context.fillStyle = colour;
        context.fillRect(0, 0, 1, 1);
        const [r, g, b, alpha] = [...context.getImageData(0, 0, 1, 1).data].map((part) => part / 255);
        const linear = (part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
        seen.set(colour, alpha < 0.5 ? null : 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b));
      }
      return seen.get(colour);
    };
    const behind = (node) => {
      for (let at = node; at instanceof Element; at = at.parentElement) {
        const found = luminance(getComputedStyle(at).backgroundColor);
        if (found !== null) return found;
      }
    };
    const texts = e2e.$$(".ovc *").filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
    const found = new Map();
    for (const node of [...texts, ...e2e.$$(".ovc-shape path, .ovc-lane path")]) {
      if (!e2e.isSeen(node) || node.closest("[aria-disabled], :disabled")) continue;
      const style = getComputedStyle(node);
      const isHollow = node.localName === "path" && node.closest(".is-hollow");
      const colour = luminance(node instanceof SVGElement ? isHollow ? style.stroke : style.fill : style.color);
      if (colour === null) continue;
      const [dark, light] = [colour, behind(node)].sort((a, b) => a - b);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 4.5) found.set(String(node.className.baseVal ?? node.className) || node.localName, contrast.toFixed(2));
    }
    return [[...found].map(([name, contrast]) => `${name} ${contrast}`), texts.length];
"#;

fn everything_is_legible_in_ten_palettes(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let mut found = Vec::new();
    for view in ["timeline", "compare", "models"] {
        page.set_state(json!({ "view": view, "event": null }))?;
        page.run("await e2e.shown(); await e2e.frames(3)")?;
        for (name, background, text) in PALETTES {
            page.eval::<Value>(
                "const { style } = e2e.widget(); style.setProperty('--ovc-color-bg', arg[0]); style.setProperty('--ovc-color-text', arg[1]); await e2e.frames(6)",
                json!([background, text]),
            )?;
            let (faint, count): (Vec<String>, usize) = page.eval(FAINT, Value::Null)?;
            ensure!(count > 20, "{count} texts in {view}");
            found.extend(faint.iter().map(|faint| format!("{name}, {view}: {faint}")));
            let is_dark = matches!(name, "dark" | "navy" | "high contrast" | "slate" | "forest");
            let scheme: String = page.get("getComputedStyle(e2e.$('.ovc select')).colorScheme")?;
            if is_dark != page.get::<bool>("matchMedia('(prefers-color-scheme: dark)').matches")? {
                equal(
                    &*scheme,
                    if is_dark { "dark" } else { "light" },
                    &format!("the scheme of controls, {name}"),
                )?;
            }
        }
    }
    equal(found, [""; 0], "what is faint")
}

/// What a host says, and whether the widget is dark under a light and under a dark system.
const SCHEMES: [(&str, [bool; 2]); 5] = [
    ("normal", [false, true]),
    ("light", [false, false]),
    ("dark", [true, true]),
    ("light dark", [false, true]),
    ("only light", [false, false]),
];

/// Compares the background with what the host and the system say; `widget` is the view's element.
fn follows(page: &Page, view: &str) -> Outcome {
    for (at, system) in ["light", "dark"].into_iter().enumerate() {
        let features = json!([{ "name": "prefers-color-scheme", "value": system }]);
        let media = |features: Value| {
            page.browser().devtools(
                "Emulation.setEmulatedMedia",
                json!({ "features": features }),
            )
        };
        media(features)?;
        let found: Outcome<Vec<bool>> = page.eval(
            &format!(
                "const dark = [];
                 for (const scheme of arg) {{
                   document.documentElement.style.colorScheme = scheme;
                   // Put in again: nobody listens to the page.
                   const widget = e2e.widget(); widget.parentNode.append(widget);
                   await e2e.frames(2);
                   dark.push(getComputedStyle({view}).backgroundColor !== 'rgb(255, 255, 255)');
                 }}
                 return dark;"
            ),
            json!(SCHEMES.map(|(scheme, _)| scheme)),
        );
        media(json!([]))?;
        equal(
            found?,
            SCHEMES.map(|(_, dark)| dark[at]),
            &format!("what is dark under a {system} system"),
        )?;
    }
    Ok(())
}

fn the_scheme_is_the_hosts_or_else_the_systems(page: &Page) -> Outcome {
    // Only Chromium can be told what the system says.
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    follows(page, "e2e.$('.ovc')")
}

fn the_static_view_has_the_same_scheme(page: &Page) -> Outcome {
    if page.engine() != Engine::Chromium {
        return Ok(());
    }
    page.expect("could not be loaded");
    page.expect("not loaded");
    page.expect("Failed to load");
    let server = Site::new()?.refuse("open-vs-closed-live").serve()?;
    page.open(&server, "/index.html")?;
    page.wait("e2e.widget().matches(':state(failed)')")?;
    follows(page, "e2e.widget().querySelector('.ovc')")
}

fn type_is_that_of_the_text_around(page: &Page) -> Outcome {
    let head = "<style>body { margin: 0; } main { margin-inline-start: 40px; width: 640px; font: 20px/1.6 serif; }</style>";
    let body = "<main><p>Before</p><open-vs-closed view=\"timeline\" loading=\"eager\" theme=\"auto\"></open-vs-closed></main>";
    let server = Site::new()?
        .host(
            &format!("<meta name=\"color-scheme\" content=\"light\">{head}"),
            body,
        )
        .serve()?;
    page.open_live(&server, "/host.html")?;
    let sizes =
        "['.ovc', '.ovc-about', '.ovc-tab'].map((part) => getComputedStyle(e2e.$(part)).fontSize)";
    equal(
        page.get::<Vec<String>>(sizes)?,
        ["20px", "16.25px", "20px"],
        "sizes",
    )?;
    let edges: (f64, f64, f64) = page.get(
        "[e2e.box(e2e.$('.ovc-heading')).left, e2e.$('.ovc-tabs').getBoundingClientRect().width, document.querySelector('p').getBoundingClientRect().left]",
    )?;
    equal(edges, (40.0, 640.0, 40.0), "the left edge and the width")?;
    // With a background of its own, letters keep away from its edge.
    page.run("e2e.widget().setAttribute('theme', 'dark'); await e2e.frames(4)")?;
    equal(
        page.get::<f64>("e2e.box(e2e.$('.ovc-heading')).left")?,
        60.0,
        "the left edge on a background of its own",
    )
}
