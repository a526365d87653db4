//! Properties: those of the element, and before it knows what it is.

use open_vs_closed_e2e::{Outcome, Page, Site, ensure, equal};
use serde_json::{Value, json};

use crate::support::{boxed, tests};

tests![
    properties_mirror_attributes,
    properties_set_before_the_upgrade_count,
    the_element_has_these_members_and_no_others,
];

fn properties_mirror_attributes(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let mirrored: Vec<(String, Option<String>, Value)> = page.eval(
        "const widget = e2e.widget();
         const values = { view: 'compare', views: 'timeline compare', theme: 'dark', range: '2025',
           event: null, order: 'open-first', loading: 'eager', headingLevel: '3', lang: 'en' };
         return Object.entries(values).map(([name, value]) => {
           widget[name] = value;
           const attribute = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
           return [name, widget.getAttribute(attribute), widget[name] === value || value === null];
         });",
        Value::Null,
    )?;
    for (name, attribute, same) in &mirrored {
        equal(same, &json!(true), &format!("{name} read back"))?;
        ensure!(
            name == "event" || attribute.is_some(),
            "{name} sets no attribute"
        );
    }
    let boolean: (bool, bool, bool, Vec<String>) = page.eval(
        "const widget = e2e.widget();
         const before = widget.syncUrl;
         widget.syncUrl = true;
         const set = widget.hasAttribute('sync-url');
         widget.syncUrl = false;
         widget.views = ['compare', 'timeline'];
         return [before, set, widget.hasAttribute('sync-url'), widget.getAttribute('views').split(' ')];",
        Value::Null,
    )?;
    let views = vec!["compare".to_owned(), "timeline".to_owned()];
    equal(
        boolean,
        (false, true, false, views),
        "syncUrl, and a list of views",
    )
}

fn properties_set_before_the_upgrade_count(page: &Page) -> Outcome {
    let site = Site::new()?.file(
        "/host.html",
        "<!doctype html><html lang=\"en\"><head><title>Host</title></head><body>\
         <open-vs-closed view=\"timeline\"></open-vs-closed></body></html>",
    );
    let server = site.serve()?;
    page.open(&server, "/host.html")?;
    page.run(
        "const widget = e2e.widget();
         Object.assign(widget, { view: 'compare', order: 'closed-first', headingLevel: 3, loading: 'eager', theme: 'dark',
           views: ['compare', 'timeline'], range: '2024', event: 'deepseek-r1', definition: 'osaid', syncUrl: true });
         const script = document.createElement('script');
         script.type = 'module'; script.src = '/open-vs-closed.js';
         document.head.append(script);
         await e2e.live();",
    )?;
    let state = page.state()?;
    equal(
        (&state["view"], &state["order"]),
        (&json!("compare"), &json!("closed-first")),
        "the state",
    )?;
    equal(
        (&state["range"], &state["event"], &state["definition"]),
        (&json!("2024"), &json!("deepseek-r1"), &json!("osaid")),
        "range, event and definition",
    )?;
    equal(
        page.get::<(usize, Vec<String>)>(
            "[e2e.$$('[role=tab]').length, Object.keys(e2e.widget()).toSorted()]",
        )?,
        (2, vec!["ready".to_owned()]),
        "tabs, and what is left on the element",
    )?;
    equal(
        page.get::<String>("e2e.$('.ovc-heading').tagName")?,
        "H3",
        "the heading",
    )?;
    equal(
        page.get::<String>("e2e.widget().getAttribute('theme')")?,
        "dark",
        "the theme",
    )
}

fn the_element_has_these_members_and_no_others(page: &Page) -> Outcome {
    let server = boxed(1000, "")?;
    page.open_live(&server, "/host.html")?;
    let members: (Vec<String>, Vec<String>) = page.get(
        "[Object.getOwnPropertyNames(customElements.get('open-vs-closed').prototype).toSorted(), \
         Object.getOwnPropertyNames(e2e.widget()).toSorted()]",
    )?;
    equal(
        members.0,
        [
            "attributeChangedCallback",
            "connectedCallback",
            "constructor",
            "definition",
            "disconnectedCallback",
            "event",
            "getState",
            "goTo",
            "headingLevel",
            "load",
            "loading",
            "order",
            "range",
            "setState",
            "src",
            "syncUrl",
            "theme",
            "view",
            "views",
            "words",
        ],
        "members of the class",
    )?;
    equal(members.1, ["ready"], "members of the instance")?;
    let exports: Vec<String> =
        page.get("Object.keys(await import('/open-vs-closed.js')).toSorted()")?;
    equal(exports, ["define", "version"], "exports of the module")?;
    // What the manifest for editors tells is there.
    let missing: Vec<String> = page.eval(
        "const manifest = await (await fetch('/custom-elements.json')).json();
         const [element] = manifest.modules[0].declarations;
         return [
           ...element.members.map((member) => member.name).filter((name) => !(name in e2e.widget())),
           ...element.attributes.map((attribute) => attribute.name)
             .filter((name) => !e2e.widget().constructor.observedAttributes.includes(name)),
         ];",
        Value::Null,
    )?;
    equal(
        missing,
        [""; 0],
        "what custom-elements.json tells and the element has not",
    )
}
