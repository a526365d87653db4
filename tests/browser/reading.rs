//! Reading a data set in steps, as the loader does.

use open_vs_closed::dataset;
use open_vs_closed::page::Data;
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::wasm_bindgen_test;

fn read(text: &str) -> Result<Data, JsValue> {
    let data = Data::new(text.len());
    for piece in text.as_bytes().chunks(1000) {
        data.push(piece.to_vec());
    }
    while data.step()? < 1.0 {}
    Ok(data)
}

#[wasm_bindgen_test]
fn a_text_that_is_too_large_is_refused() {
    let data = Data::new(0);
    for _ in 0..9 {
        data.push(vec![b' '; dataset::MAX_BYTES / 8]);
    }
    let refused = loop {
        match data.step() {
            Ok(share) => assert!(share < 1.0),
            Err(error) => break error.unchecked_into::<js_sys::Error>(),
        }
    };
    assert!(String::from(refused.message()).contains("larger than 20 MB"));
}

/// In a page, problems cross to JavaScript: they must be as they are natively.
#[wasm_bindgen_test]
fn a_page_reports_what_is_reported_natively() {
    let deep = format!("{}0{}", "[".repeat(200), "]".repeat(200));
    let events = [
        r#"{"id":"good","date":"2021","title":"Good","weight":2,"sources":["gone"]}"#.to_owned(),
        r#"{"id":"half","date":"2021","title":"a\uD800b"}"#.to_owned(),
        r#"{"id":"whole","date":"2021","title":"a\uFFFD\uD83D\uDE00"}"#.to_owned(),
        r#"{"id":"number","date":2021,"title":7,"side":true,"level":{},"actors":null}"#.to_owned(),
        format!(r#"{{"id":"deep","date":"2021","title":"Deep","more":{deep}}}"#),
        "null".to_owned(),
    ];
    let text = format!(
        "\u{feff}{{\"version\":1.0,\"meta\":[],\"events\":[{}],\"links\":{{}}}}",
        events.join(",")
    );
    let native = dataset::load(&text).expect("the data set loads");
    assert_eq!(native.issues.len(), 7);
    let Ok(live) = read(&text) else {
        panic!("the data set loads");
    };
    let issues = js_sys::JSON::stringify(&live.issues()).expect("plain objects");
    let expected = serde_json::to_string(&native.issues).expect("plain objects");
    assert_eq!(String::from(issues), expected);

    for text in ["[]", "null", "7", "{}", r#"{"version":"1.0"}"#] {
        let native = dataset::load(text).expect_err("no data set").message;
        let live = read(text).err();
        let live: js_sys::Error = live.expect("no data set").unchecked_into();
        assert_eq!(String::from(live.message()), native);
    }
}
