//! What the axis draws of dates that are open, of what lasts, and of periods.

use open_vs_closed::dataset;
use open_vs_closed::date::DateRange;
use open_vs_closed::state::Action;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, mount};

async fn mount_with(meta: &str, events: &str) -> Mounted {
    let data =
        format!(r#"{{"version":"1.0","meta":{{"title":"Drawn"{meta}}},"events":[{events}]}}"#);
    let data = dataset::load(&data).expect("the data set loads").dataset;
    mount(|props| props.data = data.into()).await
}

fn event(id: &str, date: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","date":"{date}","title":"{id}","side":"open"{more}}}"#)
}

#[wasm_bindgen_test]
async fn a_date_that_is_not_certain_is_hollow_whatever_room_there_is() {
    let disputed = r#","disputed":["2020-06-16"]"#;
    let events = [
        event("sure", "2020-01-15", ""),
        event("other", "2020-06-15", disputed),
        event("month", "2021-06", ""),
        event("end", "2025-06-15", ""),
    ];
    let widget = mount_with("", &events.join(",")).await;
    let is_hollow = |id: &str| widget.count(&format!(".is-hollow[data-id={id}]")) == 1;
    assert_eq!(
        ["sure", "other", "month", "end"].map(is_hollow),
        [false, true, true, false]
    );
}

/// The neighbours stand so near, on each row, that of a bar of 50 pixels only what stands on the mark's own target
/// has room, whatever the letters are: beside a small mark it is seen, and under a large one.
#[wasm_bindgen_test]
async fn what_lasts_is_drawn_in_a_crowd_too() {
    for (weight, bar) in [(1, "-3.5"), (3, "9.0")] {
        let lasting = format!(r#","end":"2021-05-20","weight":{weight}"#);
        let events = [
            event("first", "2018-01-15", ""),
            event("lasting", "2021-01-02", &lasting),
            event("next", "2021-03-13", r#","weight":3"#),
            event("after", "2021-03-13", r#","weight":3"#),
            event("last", "2024-01-15", ""),
        ];
        let widget = mount_with("", &events.join(",")).await;
        assert_eq!(widget.count(".ovc-cluster"), 0);
        let found = widget.look("[data-id=lasting] .ovc-span");
        let drawn = found.and_then(|bar| bar.get_attribute("y"));
        assert_eq!(drawn.as_deref(), Some(bar), "of weight {weight}");
    }
}

#[wasm_bindgen_test]
async fn periods_that_overlap_stand_on_rows() {
    let era = |id: &str, start: &str, end: &str| {
        format!(r#"{{"id":"{id}","name":"Period {id}","start":"{start}","end":"{end}"}}"#)
    };
    let events = [event("a", "2018-01-15", ""), event("z", "2024-01-15", "")].join(",");
    let places = |widget: &Mounted| {
        let bands = widget
            .root
            .query_selector_all(".ovc-era")
            .expect("a selector");
        let bands = (0..bands.length()).filter_map(|at| bands.get(at));
        let place = |band: web_sys::Node| {
            let band: &web_sys::Element = wasm_bindgen::JsCast::unchecked_ref(&band);
            let place = band.get_attribute("transform").unwrap_or_default();
            let y = place.split([' ', ')']).nth(1);
            y.unwrap_or_default().to_owned()
        };
        bands.map(place).collect::<Vec<_>>().join(" ")
    };
    for (eras, expected) in [
        (
            vec![
                era("a", "2018", "2019"),
                era("b", "2020", "2021"),
                era("c", "2021-06", "2023"),
            ],
            "0.0 0.0 0.0",
        ),
        (
            vec![
                era("a", "2018", "2022"),
                era("b", "2019", "2021"),
                era("c", "2020", "2022"),
                era("d", "2020-06", "2021"),
                era("e", "2023", "2023"),
            ],
            "0.0 26.0 52.0 0.0",
        ),
    ] {
        let meta = format!(r#","eras":[{}]"#, eras.join(","));
        let widget = mount_with(&meta, &events).await;
        assert_eq!(places(&widget), expected);
        assert_eq!(
            widget.count(".ovc-era-note") as usize,
            eras.len(),
            "all in words"
        );
    }
}

/// The browser lays out anew what has another place among its neighbours, so a drag gives another place to
/// the whole only.
#[wasm_bindgen_test]
async fn what_stays_in_the_view_moves_as_one() {
    for lang in ["en", "ar"] {
        let events: Vec<String> = (0..24)
            .map(|month| {
                let date = format!("{}-{:02}-15", 2020 + month / 12, month % 12 + 1);
                event(&format!("e{month}"), &date, "")
            })
            .collect();
        let widget = mount_with(&format!(r#","lang":"{lang}""#), &events.join(",")).await;
        // In the middle, so that there is room on both sides.
        let range = DateRange::parse("2020-07/2021-06").expect("a range");
        widget.send(Action::SetRange(Some(range))).await;
        let places = |selector: &str, name: &str, own: &str| {
            let found = widget.root.query_selector_all(selector);
            let found = found.expect("a selector");
            let found = (0..found.length()).filter_map(|at| found.get(at));
            let place = |node: web_sys::Node| {
                let part: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(node);
                let [name, own] = [name, own].map(|name| part.get_attribute(name));
                // Of a mark its target, because its label may change.
                let target = part.first_element_child();
                let left = target.as_ref().unwrap_or(&part).get_bounding_client_rect();
                (name, own, left.left(), part)
            };
            found.map(place).collect::<Vec<_>>()
        };
        // A date of the calendar has no name but its place.
        for (selector, name, own) in [
            (".ovc-axis [data-id]", "data-id", "transform"),
            (".ovc-axis .ovc-tick-label", "x", "y"),
        ] {
            let before = places(selector, name, own);
            widget.press(".ovc-axis", "ArrowLeft").await;
            let after = places(selector, name, own);
            let stays = |name: &Option<String>| after.iter().find(|after| after.0 == *name);
            let stayed = before.iter().map(|before| (before, stays(&before.0)));
            let stayed: Vec<_> = stayed
                .filter_map(|(before, after)| Some((before, after?)))
                .collect();
            assert!(stayed.len() > 2, "{selector}: {} stay", stayed.len());
            let way = stayed[0].1.2 - stayed[0].0.2;
            assert!(way.abs() > 20.0, "{selector}: {way}");
            for (before, after) in stayed {
                assert_eq!(before.1, after.1, "{selector} {lang} {:?}", before.0);
                assert!(before.3.is_same_node(Some(&after.3)), "{selector}");
                assert!((after.2 - before.2 - way).abs() < 0.5, "{:?}", before.0);
            }
        }
    }
}

/// The first mark that the Tab key comes to may be one that stands at the end of the axis, because its date
/// lies beyond it.
#[wasm_bindgen_test]
async fn the_zoom_keeps_a_mark_from_beyond_the_axis() {
    let presets = r#","presets":[{"id":"all","name":"All","range":"2018/2024"}]"#;
    for (date, beyond) in [("1957-10-04", "first"), ("2061-07-28", "last")] {
        let events = [
            event(beyond, date, ""),
            event("a", "2019-01-15", ""),
            event("b", "2023-01-15", ""),
        ];
        let widget = mount_with(presets, &events.join(",")).await;
        let mark = format!(".ovc-axis [data-id={beyond}]");
        let focused: web_sys::HtmlElement =
            wasm_bindgen::JsCast::unchecked_into(widget.find(&mark));
        focused.focus().expect("it takes the focus");
        for _ in 0..3 {
            widget.press(&mark, "+").await;
            assert!(widget.look(&mark).is_some(), "{beyond} is gone");
        }
        let (start, end) = widget.state().range.expect("a range").days();
        assert!(end - start < 400, "{} days", end - start);
    }
}
