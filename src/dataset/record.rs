//! Reads one JSON object field by field, and notes every problem with its path.

use serde_json::value::RawValue;
use serde_json::{Map, Value};

use super::{Issue, Text, Vocabulary, surrogates};
use crate::date::{DateRange, PartialDate};

/// What reading a document has found so far.
pub(super) struct Report {
    pub(super) issues: Vec<Issue>,
    /// Whether keys that nobody reads are reported too: for editors, not for readers.
    pub(super) strict: bool,
}

impl Report {
    pub(super) fn add(&mut self, path: String, message: String, left_out: bool) {
        self.issues.push(Issue {
            path,
            message,
            left_out,
        });
    }

    /// The value of a piece of the document, whose syntax is known to be sound.
    pub(super) fn value(&mut self, raw: &RawValue, path: &str) -> Value {
        if let Ok(value) = serde_json::from_str(raw.get()) {
            return value;
        }
        // Half of a surrogate pair is valid JSON syntax, but no text.
        let mended = surrogates::mend(raw.get());
        let value = serde_json::from_str(&mended);
        let message = if value.is_ok() {
            "has half of a surrogate pair (\\uD800 to \\uDFFF); it is shown as \u{fffd}"
        } else {
            "cannot be read; it may be nested too deeply"
        };
        self.add(path.to_owned(), message.to_owned(), value.is_err());
        value.unwrap_or_default()
    }
}

/// One object of the document while it is read.
pub(super) struct Record<'a> {
    object: &'a Map<String, Value>,
    path: &'a str,
    report: &'a mut Report,
    read: Vec<&'static str>,
    sound: bool,
}

impl<'a> Record<'a> {
    /// Reads `value` with `read`; `None` where it is not an object or a field is wrong.
    pub(super) fn read<T>(
        value: &Value,
        path: &str,
        report: &mut Report,
        read: fn(&mut Record<'_>) -> T,
    ) -> Option<T> {
        let mut record = Record::open(value, path, report)?;
        let result = read(&mut record);
        record.report_unread();
        record.sound.then_some(result)
    }

    fn open(value: &'a Value, path: &'a str, report: &'a mut Report) -> Option<Self> {
        let Some(object) = value.as_object() else {
            let message = format!("expected an object {{…}}, found {}", name_of(value));
            report.add(path.to_owned(), message, true);
            return None;
        };
        Some(Self {
            object,
            path,
            report,
            read: Vec::new(),
            sound: true,
        })
    }

    fn report_unread(&mut self) {
        if !self.report.strict {
            return;
        }
        for key in self.object.keys() {
            if !self.read.contains(&key.as_str()) {
                self.report.add(
                    format!("{}.{key}", self.path),
                    format!("unknown key; known are {}", self.read.join(", ")),
                    false,
                );
            }
        }
    }

    /// Notes a problem with a field: the record will be left out.
    pub(super) fn wrong(&mut self, key: &str, message: String) {
        self.sound = false;
        let path = format!("{}.{key}", self.path);
        self.report.add(path, message, true);
    }

    fn field(&mut self, key: &'static str) -> Option<&'a Value> {
        self.read.push(key);
        self.object.get(key).filter(|value| !value.is_null())
    }

    fn missing(&mut self, key: &str) {
        self.wrong(key, "is missing".to_owned());
    }

    /// A text that must be there and not be empty.
    pub(super) fn text(&mut self, key: &'static str) -> Text {
        match self.field(key) {
            None => self.missing(key),
            Some(Value::String(text)) if text.trim().is_empty() => {
                self.wrong(key, "is empty".to_owned());
            }
            Some(Value::String(text)) => return Text::from(text.as_str()),
            Some(other) => self.expected("a text", key, other),
        }
        Text::from("")
    }

    fn expected(&mut self, what: &str, key: &str, found: &Value) {
        self.wrong(key, format!("expected {what}, found {}", name_of(found)));
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<Text> {
        match self.field(key)? {
            Value::String(text) => Some(Text::from(text.as_str())),
            other => {
                self.expected("a text", key, other);
                None
            }
        }
    }

    /// A word of a closed list that may be left out.
    pub(super) fn optional_word<T: Vocabulary>(&mut self, key: &'static str) -> Option<T> {
        match self.field(key)? {
            Value::String(text) => {
                let word = T::from_word(text);
                if word.is_none() {
                    self.wrong(
                        key,
                        format!("\"{text}\" is not known; write {}", T::choices()),
                    );
                }
                word
            }
            other => {
                self.expected("a text", key, other);
                None
            }
        }
    }

    /// A word of a closed list that must be there.
    pub(super) fn word<T: Vocabulary>(&mut self, key: &'static str) -> T {
        if self.object.get(key).is_none_or(Value::is_null) {
            self.read.push(key);
            self.wrong(key, format!("is missing; write {}", T::choices()));
        } else if let Some(word) = self.optional_word(key) {
            return word;
        }
        // The record is left out: any word will do.
        T::ALL[0]
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<PartialDate> {
        let value = self.field(key)?;
        self.parse_date(key, value)
    }

    fn parse_date(&mut self, key: &str, value: &Value) -> Option<PartialDate> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => {
                self.expected("a date such as \"2021-06-09\"", key, other);
                return None;
            }
        };
        match PartialDate::parse(&text) {
            Ok(date) if value.is_string() => return Some(date),
            Ok(_) => self.wrong(key, format!("a date is a text; write \"{text}\"")),
            Err(error) => self.wrong(key, error.to_string()),
        }
        None
    }

    /// A date that must be there.
    pub(super) fn date(&mut self, key: &'static str) -> PartialDate {
        match self.field(key) {
            None => {
                self.wrong(
                    key,
                    "is missing; write 2021, 2021-06 or 2021-06-09".to_owned(),
                );
            }
            Some(value) => {
                if let Some(date) = self.parse_date(key, value) {
                    return date;
                }
            }
        }
        PartialDate::EPOCH
    }

    /// A list of dates that may be left out.
    pub(super) fn dates(&mut self, key: &'static str) -> Vec<PartialDate> {
        let items = self.list(key);
        let mut dates = Vec::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            let date = self.parse_date(&format!("{key}[{position}]"), item);
            dates.extend(date);
        }
        dates
    }

    /// A range that must be there.
    pub(super) fn range(&mut self, key: &'static str) -> Option<DateRange> {
        let text = self.text(key);
        if text.is_empty() {
            return None;
        }
        match DateRange::parse(&text) {
            Ok(range) => Some(range),
            Err(error) => {
                self.wrong(key, error.to_string());
                None
            }
        }
    }

    /// A whole number within limits; `default` where it is left out.
    pub(super) fn number(&mut self, key: &'static str, least: u8, most: u8, default: u8) -> u8 {
        let Some(value) = self.field(key) else {
            return default;
        };
        let number = value.as_u64().and_then(|number| u8::try_from(number).ok());
        match number {
            Some(number) if (least..=most).contains(&number) => number,
            _ => {
                self.wrong(
                    key,
                    format!("expected a whole number from {least} to {most}"),
                );
                default
            }
        }
    }

    /// `true` or `false`; `default` where it is left out.
    pub(super) fn flag(&mut self, key: &'static str, default: bool) -> bool {
        match self.field(key) {
            None => default,
            Some(Value::Bool(flag)) => *flag,
            Some(other) => {
                self.expected("true or false", key, other);
                default
            }
        }
    }

    /// A list that may be left out.
    pub(super) fn list(&mut self, key: &'static str) -> &'a [Value] {
        match self.field(key) {
            None => &[],
            Some(Value::Array(items)) => items,
            Some(other) => {
                self.expected("a list […]", key, other);
                &[]
            }
        }
    }

    /// A list of texts that may be left out.
    pub(super) fn texts(&mut self, key: &'static str) -> Vec<Text> {
        let items = self.list(key);
        let mut texts = Vec::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            match item {
                Value::String(text) => texts.push(Text::from(text.as_str())),
                other => self.expected("a text", &format!("{key}[{position}]"), other),
            }
        }
        texts
    }

    /// A list of objects that may be left out. A wrong one is left out, and this record is kept.
    pub(super) fn records<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Record<'_>) -> T,
    ) -> Vec<T> {
        let items = self.list(key);
        let mut records = Vec::with_capacity(items.len());
        for (position, item) in items.iter().enumerate() {
            let path = format!("{}.{key}[{position}]", self.path);
            records.extend(Record::read(item, &path, self.report, read));
        }
        records
    }
}

fn name_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
