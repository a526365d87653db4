//! The switch between definitions of "open".

use open_vs_closed::dataset::{self, Vocabulary};
use open_vs_closed::definition::DefinitionId;
use open_vs_closed::state::Action;
use open_vs_closed::ui::SharedDataset;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::mount;

const DATA: &str = r#"{"version":"1.0","meta":{"title":"Definitions"},
  "events":[{"id":"e","date":"2023-03-01","title":"An event"}],
  "definitions":[{"id":"osaid","name":"With data","text":"Asks for the data."},
    {"id":"permissive","name":"Permissive","text":"Asks for a license."},
    {"id":"downloadable","name":"Downloadable","text":"Asks for the weights."}]}"#;

#[wasm_bindgen_test]
async fn the_switch_shows_what_is_in_force_whoever_has_set_it() {
    let widget = mount(|props| {
        let loaded = dataset::load(DATA).expect("the data set loads");
        assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
        props.data = SharedDataset::from(loaded.dataset);
    })
    .await;
    let switch = ".ovc-definition select";
    let value = || {
        let value = js_sys::Reflect::get(&widget.find(switch), &"value".into());
        value.ok().and_then(|value| value.as_string())
    };
    let [osaid, permissive, downloadable] = ["osaid", "permissive", "downloadable"];
    for (is_reader, definition) in [
        (true, osaid),
        (false, downloadable),
        (false, osaid),
        (true, permissive),
        (false, osaid),
        (false, permissive),
    ] {
        if is_reader {
            widget.enter(switch, "change", definition);
            widget.settle().await;
        } else {
            let definition = DefinitionId::from_word(definition).expect("a definition");
            widget.send(Action::SetDefinition(definition)).await;
        }
        assert_eq!(widget.state().definition.as_str(), definition);
        assert_eq!(value().as_deref(), Some(definition));
    }
    assert_eq!(widget.count(".ovc-sides > p"), 4);
    for (definition, name) in [
        (DefinitionId::Osaid, "With data"),
        (DefinitionId::Downloadable, "Downloadable"),
    ] {
        widget.send(Action::SetDefinition(definition)).await;
        let told = widget.text(".ovc-sides");
        let in_force = format!("the definition in force ({name})");
        assert!(told.contains(&in_force), "{told}");
    }
}
