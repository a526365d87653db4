//! The JSON Schema: it is current, and says what the loader says.
#![cfg(all(feature = "schema", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset;

const TEXT: &str = include_str!("../www/data/debate.json");

#[test]
fn is_current() {
    let file = include_str!("../www/data/schema.json");
    assert!(
        file == dataset::schema_json(),
        "www/data/schema.json is not current; run `cargo xtask schema`"
    );
}

fn errors(text: &str) -> Vec<String> {
    let schema = serde_json::from_str(&dataset::schema_json()).expect("the schema is JSON");
    let value = serde_json::from_str(text).expect("the data is JSON");
    let (mut schemas, mut compiler) = (boon::Schemas::new(), boon::Compiler::new());
    compiler
        .add_resource("schema.json", schema)
        .expect("the schema has an address");
    let index = compiler
        .compile("schema.json", &mut schemas)
        .expect("the schema is a schema");
    let result = schemas.validate(&value, index);
    result.err().iter().map(ToString::to_string).collect()
}

#[test]
fn takes_the_shipped_data() {
    assert_eq!(errors(TEXT), Vec::<String>::new());
    assert_eq!(dataset::check(TEXT), Vec::new());
}

#[test]
fn describes_every_property() {
    let schema: serde_json::Value =
        serde_json::from_str(&dataset::schema_json()).expect("the schema is JSON");
    let mut bare = Vec::new();
    find_bare(&schema, "$", &mut bare);
    assert_eq!(bare, Vec::<String>::new());
}

fn find_bare(schema: &serde_json::Value, path: &str, bare: &mut Vec<String>) {
    let Some(object) = schema.as_object() else {
        return;
    };
    for (key, value) in object {
        let here = format!("{path}.{key}");
        if key == "properties" {
            for (name, property) in value.as_object().into_iter().flatten() {
                if property.get("description").is_none() {
                    bare.push(format!("{here}.{name}"));
                }
            }
        }
        find_bare(value, &here, bare);
    }
}

/// What the schema refuses, reading reports, and the other way round.
#[test]
fn agrees_with_reading() {
    let event = |fields: &str| {
        format!(
            r#"{{"version":"1.0","meta":{{"title":"T","lang":"en"}},"events":[{{"id":"a","date":"2021","title":"A"}},{{"id":"b",{fields}}}]}}"#
        )
    };
    for sound in [
        r#""date":"2021-06-09","title":"B""#,
        r#""date":"-0044-03-15","title":"B","weight":3,"side":"open","kind":"policy""#,
    ] {
        let text = event(sound);
        assert_eq!(errors(&text), Vec::<String>::new(), "{sound}");
        assert!(dataset::check(&text).is_empty(), "{sound}");
    }
    for wrong in [
        r#""date":"banana","title":"B""#,
        r#""date":2021,"title":"B""#,
        r#""title":"B""#,
        r#""date":"2021","title":7"#,
        r#""date":"2021","title":"B","weight":4"#,
        r#""date":"2021","title":"B","side":"left""#,
        r#""date":"2021","title":"B","sumary":"x""#,
        r#""date":"2021","title":"B","sources":"s""#,
    ] {
        let text = event(wrong);
        assert!(!errors(&text).is_empty(), "{wrong}");
        assert!(!dataset::check(&text).is_empty(), "{wrong}");
    }
}
