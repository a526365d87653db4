//! Validates values against the JSON Schema of the data set.
//!
//! The schema is generated from the types. Formats are added for what a pattern cannot check, such as
//! whether the calendar has a day. The result is issues in words.

use std::error::Error;

use boon::{
    Compiler, ErrorKind, Format, InstanceToken, SchemaIndex, Schemas, Type, Types, ValidationError,
};
use serde_json::Value;

use super::fields::{check_address, check_filled};
use super::issue::Issue;
use super::lists::{LISTS, OBJECTS};
use super::problem::push_key;
use super::types::Document;
use crate::date::{DateRange, PartialDate};

/// The schema, compiled for the values of each key of the document.
pub(super) struct Validator {
    schema: Value,
    schemas: Schemas,
    /// For each object, and for a record of each list.
    compiled: Vec<(&'static str, SchemaIndex)>,
}

/// The address of the schema while it is compiled.
const ADDRESS: &str = "urn:open-vs-closed:schema";

/// What the types check beyond the schema.
const FORMATS: [Format; 4] = [
    Format {
        name: "ovc-date",
        func: |value| check(value, |text| PartialDate::parse(text).map(|_| ())),
    },
    Format {
        name: "ovc-range",
        func: |value| check(value, |text| DateRange::parse(text).map(|_| ())),
    },
    Format {
        name: "ovc-filled",
        func: |value| check(value, check_filled),
    },
    Format {
        name: "ovc-address",
        func: |value| check(value, check_address),
    },
];

fn check<E: Into<Box<dyn Error>>>(
    value: &Value,
    check: impl FnOnce(&str) -> Result<(), E>,
) -> Result<(), Box<dyn Error>> {
    value.as_str().map_or(Ok(()), check).map_err(Into::into)
}

/// Adds formats to the schema: to dates, ranges, addresses and texts that must not be empty.
fn add_formats(schema: &mut Value) {
    let definitions = schema.get_mut("$defs").and_then(Value::as_object_mut);
    for (name, definition) in definitions.into_iter().flatten() {
        match &**name {
            "Date" => definition["format"] = "ovc-date".into(),
            "DateRange" => definition["format"] = "ovc-range".into(),
            _ => {}
        }
        let required = definition["required"].clone();
        let properties = definition
            .get_mut("properties")
            .and_then(Value::as_object_mut);
        for (key, property) in properties.into_iter().flatten() {
            let is_required = required
                .as_array()
                .is_some_and(|required| required.iter().any(|other| other == key));
            if property.get("pattern").is_some() {
                property["format"] = "ovc-address".into();
            } else if property["type"] == "string" && is_required {
                property["format"] = "ovc-filled".into();
            }
        }
    }
}

impl Validator {
    /// Compiles the schema.
    pub(super) fn new() -> Result<Self, Box<dyn Error>> {
        let mut schema = serde_json::to_value(schemars::schema_for!(Document))?;
        add_formats(&mut schema);
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.enable_format_assertions();
        for format in FORMATS {
            compiler.register_format(format);
        }
        compiler.add_resource(ADDRESS, schema.clone())?;
        let lists = LISTS.map(|list| (list, format!("{ADDRESS}#/properties/{list}/items")));
        let objects = OBJECTS.map(|key| (key, format!("{ADDRESS}#/properties/{key}")));
        let mut compiled = Vec::new();
        for (key, address) in lists.into_iter().chain(objects) {
            compiled.push((key, compiler.compile(&address, &mut schemas)?));
        }
        Ok(Self {
            schema,
            schemas,
            compiled,
        })
    }

    /// The keys of a document.
    pub(super) fn keys(&self) -> Vec<&str> {
        keys(&self.schema)
    }

    /// Adds the issues of a value of that key, which stands at `path`. What is not sound JSON is left
    /// to loading.
    pub(super) fn validate(&self, key: &str, text: &str, path: &str, issues: &mut Vec<Issue>) {
        let schema = self.compiled.iter().find(|(other, _)| *other == key);
        let written = serde_json::from_str(text);
        if let (Some((_, schema)), Ok(written)) = (schema, written)
            && let value = without_blanks(&written)
            && let Err(error) = self.schemas.validate(&value, *schema)
        {
            let report = Report {
                validator: self,
                value: &value,
                written: &written,
                path,
            };
            report.add(&error, issues);
        }
    }

    /// The part of the schema that an error names by its URL.
    fn part(&self, url: &str) -> &Value {
        let pointer = url.split_once('#').map_or("", |(_, pointer)| pointer);
        self.schema.pointer(pointer).unwrap_or(&Value::Null)
    }
}

/// The keys of an object with that schema.
fn keys(schema: &Value) -> Vec<&str> {
    let properties = schema["properties"].as_object();
    properties
        .into_iter()
        .flat_map(|properties| properties.keys().map(String::as_str))
        .collect()
}

/// A value and its path, for reporting what is wrong with it.
struct Report<'a> {
    validator: &'a Validator,
    value: &'a Value,
    /// The value with the fields that are `""`.
    written: &'a Value,
    path: &'a str,
}

impl Report<'_> {
    /// Adds the issues for an error of the schema library.
    fn add(&self, error: &ValidationError<'_, '_>, issues: &mut Vec<Issue>) {
        let schema = self.validator.part(error.schema_url);
        let mut place = self.path.to_owned();
        for token in &error.instance_location.tokens {
            match token {
                InstanceToken::Prop(key) => push_key(&mut place, key),
                InstanceToken::Item(position) => place.push_str(&format!("[{position}]")),
            }
        }
        let issue = |message: String| Issue {
            path: place.clone(),
            message,
            left_out: true,
        };
        match &error.kind {
            ErrorKind::Required { want } => issues.extend(want.iter().map(|key| {
                Issue {
                    path: format!("{place}.{key}"),
                    ..issue(
                        self.lack(&error.instance_location.to_string(), key)
                            .to_owned(),
                    )
                }
            })),
            ErrorKind::AdditionalProperties { got } => {
                let known = keys(schema).join(", ");
                issues.extend(got.iter().map(|key| Issue {
                    path: format!("{place}.{key}"),
                    message: format!("unknown key; known are {known}"),
                    left_out: false,
                }));
            }
            ErrorKind::OneOf(None) => issues.push(issue(self.unknown_word(error))),
            ErrorKind::Type { got, want } => issues.push(issue(format!(
                "expected {}, found {}",
                expected(want),
                found(*got)
            ))),
            ErrorKind::Format { err, .. } => issues.push(issue(err.to_string())),
            // Each pattern has a format beside it, which reports the same problem.
            ErrorKind::Pattern { .. } => {}
            ErrorKind::Minimum { .. } | ErrorKind::Maximum { .. } => {
                let whole = if schema["type"] == "integer" {
                    "whole "
                } else {
                    ""
                };
                issues.push(issue(format!(
                    "expected a {whole}number from {} to {}",
                    schema["minimum"], schema["maximum"]
                )));
            }
            ErrorKind::MaxLength { want, .. } => issues.push(Issue {
                left_out: false,
                ..issue(format!("is longer than {want} characters"))
            }),
            kind if error.causes.is_empty() => issues.push(issue(kind.to_string())),
            _ => {
                let causes = error.causes.iter().filter(|cause| !is_null_type(cause));
                causes.for_each(|cause| self.add(cause, issues));
            }
        }
    }

    /// The message for a required field that counts as left out.
    fn lack(&self, pointer: &str, key: &str) -> &'static str {
        let written = self.written.pointer(pointer);
        match written.and_then(|object| object.get(key)) {
            Some(_) => "is empty",
            None => "is missing",
        }
    }

    /// The message for a value that is not a word of a closed list.
    fn unknown_word(&self, error: &ValidationError<'_, '_>) -> String {
        let pointer = error.instance_location.to_string();
        let words: Vec<&str> = error
            .causes
            .iter()
            .filter_map(|cause| match &cause.kind {
                // An older spelling is read, but nobody is told to write it.
                _ if self.validator.part(cause.schema_url)["deprecated"] == true => None,
                ErrorKind::Const { want } => want.as_str(),
                _ => None,
            })
            .collect();
        match self.value.pointer(&pointer) {
            Some(Value::String(word)) => super::vocabulary::unknown(word, &words),
            _ => format!("expected one of {}", words.join(", ")),
        }
    }
}

/// A value without the fields that are `""`, which count as left out.
fn without_blanks(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let written = fields.iter().filter(|(_, value)| **value != "");
            let fields = written.map(|(key, value)| (key.clone(), without_blanks(value)));
            Value::Object(fields.collect())
        }
        Value::Array(items) => items.iter().map(without_blanks).collect(),
        other => other.clone(),
    }
}

/// Whether an error only says that a value may also be left out.
fn is_null_type(error: &ValidationError<'_, '_>) -> bool {
    matches!(&error.kind, ErrorKind::Type { want, .. } if want.iter().all(|it| it == Type::Null))
}

fn expected(types: &Types) -> &'static str {
    match types.iter().find(|it| *it != Type::Null) {
        Some(Type::Boolean) => "true or false",
        Some(Type::Integer) => "a whole number",
        Some(Type::Number) => "a number",
        Some(Type::String) => "a text",
        Some(Type::Array) => "a list […]",
        Some(Type::Object) => "an object {…}",
        Some(Type::Null) | None => "nothing",
    }
}

fn found(name: Type) -> &'static str {
    match name {
        Type::Null => "nothing",
        Type::Boolean => "true or false",
        Type::Integer | Type::Number => "a number",
        Type::String => "a text",
        Type::Array => "a list",
        Type::Object => "an object",
    }
}
