//! A search finds the same, whatever was searched for before.

use open_vs_closed::state::Action;
use wasm_bindgen_test::wasm_bindgen_test;

use super::mounted::mount;

#[wasm_bindgen_test]
async fn what_was_searched_for_before_does_not_matter() {
    let widget = mount(|_| {}).await;
    for (text, expected) in [
        ("second", 1),
        ("event", 3),
        ("eve", 3),
        ("event t", 1),
        ("event", 3),
        ("f", 1),
        ("fi", 1),
        ("thi", 1),
        ("", 3),
        ("zzz", 0),
        ("z", 0),
        ("se", 1),
        ("sec", 1),
    ] {
        widget.send(Action::Search(text.into())).await;
        assert_eq!(widget.count(".ovc-mark"), expected, "“{text}”");
    }
}
