//! The models and the comparison: what the reader sets shows at once, and outlives a change of the tab.

use open_vs_closed::dataset;
use open_vs_closed::definition::DefinitionId;
use open_vs_closed::state::{Action, View};
use open_vs_closed::ui::SharedDataset;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::{Mounted, mount};

const DATA: &str = r#"{"version":"1.0","meta":{"title":"Models"},
  "sources":[{"id":"s","title":"A source","url":"https://example.org/","kind":"press"}],
  "events":[{"id":"e","date":"2023-03-01","title":"An event"}],
  "dimensions":[{"id":"access","name":"Access","open":[],"closed":[]}],
  "levels":[{"id":"api","name":"API","definition":"Sold."},
    {"id":"permissive","name":"Permissive","definition":"Given away."},
    {"id":"full","name":"Full","definition":"With its data."}],
  "benchmarks":[{"id":"b","name":"Bench","unit":"%","max":100,"description":"Measures."}],
  "models":[
    {"id":"alpha","name":"Alpha","released":"2023-03-01","level":"api","sources":["s"],
      "scores":[{"benchmark":"b","value":60,"tester":"T"}],"prices":[{"date":"2023-03-01","input":8,"output":20}]},
    {"id":"beta","name":"Beta","released":"2024-02-01","level":"permissive","sources":["s"],
      "scores":[{"benchmark":"b","value":50,"tester":"T"}],"prices":[{"date":"2024-02-01","input":1,"output":2}]},
    {"id":"gamma","name":"Gamma","released":"2025-05-01","level":"api","sources":["s"],
      "scores":[{"benchmark":"b","value":90,"tester":"T"}],"prices":[{"date":"2025-05-01","input":4,"output":9}]}]}"#;

async fn mount_view(view: View) -> Mounted {
    mount_data(DATA, view).await
}

async fn mount_data(data: &str, view: View) -> Mounted {
    mount(|props| {
        let loaded = dataset::load(data).expect("the data set loads");
        assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
        props.data = SharedDataset::from(loaded.dataset);
        props.start.view = view;
    })
    .await
}

impl Mounted {
    /// The ids of the elements that a selector finds.
    fn ids(&self, selector: &str) -> Vec<String> {
        let found = self.root.query_selector_all(selector).expect("a selector");
        let ids = (0..found.length()).filter_map(|at| {
            use wasm_bindgen::JsCast;
            let element: web_sys::Element = found.get(at)?.dyn_into().ok()?;
            element.get_attribute("data-id")
        });
        ids.collect()
    }
}

const ROWS: &str = ".ovc-model-table tbody tr";

#[wasm_bindgen_test]
async fn a_picked_model_is_marked_everywhere() {
    let widget = mount_view(View::Models).await;
    assert_eq!(widget.count(".ovc-side-by-side"), 0);
    widget.click("[data-id=beta] .ovc-pick").await;
    assert_eq!(
        widget.ids(".ovc-side-by-side thead span[data-id]"),
        ["beta"]
    );
    // In both charts.
    assert_eq!(
        widget.ids(".ovc-point[aria-pressed=true]"),
        ["beta", "beta"]
    );
    widget.click(".ovc-prices .ovc-point[data-id=alpha]").await;
    assert_eq!(
        widget.ids(".ovc-side-by-side thead span[data-id]"),
        ["beta", "alpha"]
    );
    widget
        .click(".ovc-side-by-side [data-id=beta] button")
        .await;
    assert_eq!(widget.ids(".ovc-point.is-picked"), ["alpha", "alpha"]);
}

#[wasm_bindgen_test]
async fn a_header_sorts_and_rows_stay_the_same_elements() {
    let widget = mount_view(View::Models).await;
    assert_eq!(widget.ids(ROWS), ["gamma", "beta", "alpha"]);
    let row = widget.find("#model-beta");
    let details = widget.find("#model-beta details");
    details.set_attribute("open", "").expect("it unfolds");
    // By name.
    widget.click(".ovc-model-table .ovc-sort").await;
    assert_eq!(widget.ids(ROWS), ["alpha", "beta", "gamma"]);
    assert_eq!(widget.find("#model-beta"), row);
    assert!(details.has_attribute("open"), "what was unfolded stays so");
}

#[wasm_bindgen_test]
async fn the_slider_moves_the_day_of_reading() {
    let widget = mount_view(View::Models).await;
    let last = widget.find(".ovc-frontier .ovc-sentence");
    assert_eq!(last.get_attribute("data-gap").as_deref(), Some("40"));
    let slider = ".ovc-frontier .ovc-reader input";
    let first = widget.find(slider).get_attribute("min").expect("a day");
    widget.enter(slider, "input", &first);
    widget.settle().await;
    let sentence = widget.find(".ovc-frontier .ovc-sentence");
    assert_eq!(sentence.get_attribute("data-gap"), None);
    assert!(
        widget
            .text(".ovc-frontier .ovc-reader")
            .contains("2023-03-01")
    );
    // The prices are read on a day of their own.
    assert!(
        widget
            .text(".ovc-prices .ovc-reader")
            .contains("2025-05-01")
    );
}

/// Two open and two closed models by one tester, another by a second, and one that is not released.
const TESTED: &str = r#"{"version":"1.0","meta":{"title":"Tested"},
  "events":[{"id":"e","date":"2023-03-01","title":"An event"}],
  "levels":[{"id":"unreleased","name":"Unreleased","definition":"Shown."},{"id":"api","name":"API","definition":"Sold."},
    {"id":"full","name":"Full","definition":"With its data."}],
  "benchmarks":[{"id":"b","name":"Bench","unit":"%","max":100,"description":"Measures."}],
  "models":[
    {"id":"c1","name":"C1","released":"2024-01-01","level":"api","scores":[{"benchmark":"b","value":60,"tester":"Lab"}]},
    {"id":"o1","name":"O1","released":"2024-02-01","level":"full","scores":[{"benchmark":"b","value":50,"tester":"Lab"}]},
    {"id":"c2","name":"C2","released":"2024-03-01","level":"api","scores":[{"benchmark":"b","value":66,"tester":"Lab"}]},
    {"id":"o2","name":"O2","released":"2024-05-01","level":"full","scores":[{"benchmark":"b","value":60,"tester":"Lab"}]},
    {"id":"o3","name":"O3","released":"2024-06-01","level":"full","scores":[{"benchmark":"b","value":80,"tester":"Own"}]},
    {"id":"u","name":"U","released":"2024-07-01","level":"unreleased","scores":[{"benchmark":"b","value":99,"tester":"Own"}]}]}"#;

#[wasm_bindgen_test]
async fn the_frontier_follows_the_only_tester_and_leaves_out_what_is_not_released() {
    let widget = mount_data(TESTED, View::Models).await;
    let gap = || {
        let sentence = widget.find(".ovc-frontier .ovc-sentence");
        sentence.get_attribute("data-gap").expect("a gap")
    };
    assert_eq!(gap(), "-14");
    assert_eq!(widget.ids(".ovc-frontier .ovc-point.is-hollow"), ["u"]);
    let tester = ".ovc-chart-toolbar label:last-child select";
    widget.enter(tester, "change", "Lab");
    widget.settle().await;
    assert_eq!(gap(), "6");
    assert_eq!(
        widget.ids(".ovc-frontier .ovc-point"),
        ["c1", "o1", "c2", "o2"]
    );
    // The setting outlives a change of the tab.
    widget.send(Action::Show(View::Timeline)).await;
    widget.send(Action::Show(View::Models)).await;
    assert_eq!(gap(), "6");
    widget.enter(tester, "change", "");
    widget.settle().await;
    assert_eq!(gap(), "-14");
    // A tester who is no longer offered does not go on shaping the chart: by parts no model is open.
    widget.enter(tester, "change", "Lab");
    widget.settle().await;
    let by_parts = Action::SetDefinition(DefinitionId::Components);
    widget.send(by_parts).await;
    assert_eq!(widget.ids(".ovc-frontier .ovc-point").len(), 6);
}

#[wasm_bindgen_test]
async fn settings_add_up_and_outlive_a_change_of_the_tab() {
    let widget = mount_view(View::Models).await;
    // Both before the widget is rendered again.
    widget.enter(".ovc-toolbar select", "change", "2024");
    widget.enter(".ovc-prices select", "change", "output");
    widget.settle().await;
    widget.send(Action::Show(View::Compare)).await;
    widget.send(Action::Show(View::Models)).await;
    assert_eq!(widget.ids(ROWS), ["beta"]);
    assert!(widget.text(".ovc-prices").contains("Output price"));
    assert!(widget.text(".ovc-prices .ovc-sentence").contains("2.00"));
}

#[wasm_bindgen_test]
async fn a_level_that_is_picked_for_both_columns_changes_places() {
    let widget = mount_view(View::Compare).await;
    let pinned = || {
        (
            widget.ids(".is-pinned:not(.is-second)"),
            widget.ids(".is-second"),
        )
    };
    let ids = |first: &str, second: &str| (vec![first.to_owned()], vec![second.to_owned()]);
    assert_eq!(pinned(), ids("api", "permissive"));
    let first = ".ovc-pins label:first-child select";
    widget.enter(first, "change", "2");
    widget.settle().await;
    assert_eq!(pinned(), ids("full", "permissive"));
    widget.enter(first, "change", "1");
    widget.settle().await;
    assert_eq!(pinned(), ids("permissive", "full"));
}

const PARTS: &str = r#"{"version":"1.0","meta":{"title":"Parts"},"events":[{"id":"e","date":"2023-03-01","title":"An event"}],
  "dimensions":[{"id":"access","name":"Access","open":[],"closed":[]}],
  "models":[
    {"id":"iii","name":"A","components":{"architecture":{"licence":"MIT"},"weights":{"licence":"MIT"},"evaluation-results":{"licence":"MIT"},
      "model-card":{"licence":"MIT"},"data-card":{"licence":"MIT"},"technical-report":{"licence":"MIT"}}},
    {"id":"none","name":"B","components":{"weights":{"licence":"MIT"},"paper":{}}},
    {"id":"own","name":"C","components":{"weights":{"licence":"Own License"}}},
    {"id":"untold","name":"D"}]}"#;

#[wasm_bindgen_test]
async fn parts_stand_in_a_table_that_two_lists_narrow_down() {
    let widget = mount_data(PARTS, View::Compare).await;
    let rows = ".ovc-parts tbody tr";
    assert_eq!(widget.ids(rows), ["iii", "none", "own"]);
    assert_eq!(
        widget.text(".ovc-parts > .ovc-note"),
        "3 shown. The parts of 3 of 4 models are known; of the others they are unknown."
    );
    for (cell, state, words) in [
        ("[data-id=iii] [data-part=weights]", "is-open", "● MIT"),
        (
            "[data-id=own] [data-part=weights]",
            "is-own",
            "◐ Own License",
        ),
        (
            "[data-id=none] [data-part=paper]",
            "is-unlicensed",
            "○ no licence",
        ),
        ("[data-id=none] [data-part=data]", "is-absent", "– not out"),
    ] {
        let cell = widget.find(&format!(".ovc-parts {cell}"));
        let class = cell.get_attribute("class").unwrap_or_default();
        assert!(class.contains(state), "{class}");
        assert!(
            cell.text_content().unwrap_or_default().ends_with(words),
            "{words}"
        );
    }
    let list = |at: &str| format!(".ovc-parts .ovc-toolbar label:{at}-child select");
    let (class, part) = (list("first"), list("last"));
    for (list, value, expected) in [
        (&class, "III", &["iii"][..]),
        (&class, "none", &["none", "own"]),
        (&part, "weights", &["none"]),
        (&class, "", &["iii", "none"]),
        (&part, "paper", &[]),
    ] {
        widget.enter(list, "change", value);
        widget.settle().await;
        assert_eq!(widget.ids(rows), expected, "{value}");
    }
}
