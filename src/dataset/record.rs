//! Reads one JSON object field by field, and notes every problem with its path.

use super::{Issue, Text, Value, Vocabulary};
use crate::date::{DateRange, PartialDate};
use crate::decimal::Decimal;
use crate::joined::Joined;

/// What reading a document has found so far.
#[derive(Default)]
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
}

/// As much of a text as is repeated to whoever is to mend it.
pub(super) fn beginning(text: &str) -> String {
    text.chars().take(40).collect()
}

/// One object of the document while it is read.
pub(super) struct Record<'a> {
    object: &'a Value,
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
        let mut found = None;
        Record::with(value, path, report, &mut |record| {
            let item = read(record);
            if record.finish() {
                found = Some(item);
            }
        });
        found
    }

    /// Lets `take` read a record, if the value is an object.
    #[inline(never)]
    fn with(value: &Value, path: &str, report: &mut Report, take: &mut dyn FnMut(&mut Record<'_>)) {
        if let Some(mut record) = Record::open(value, path, report) {
            take(&mut record);
        }
    }

    /// After reading: whether every field was right.
    pub(super) fn finish(&mut self) -> bool {
        self.report_unread();
        self.sound
    }

    /// A record to read; `None` where the value is no object.
    pub(super) fn open(value: &'a Value, path: &'a str, report: &'a mut Report) -> Option<Self> {
        if !matches!(value, Value::Object(_)) {
            let message = format!("expected an object {{…}}, found {}", value.name());
            report.add(path.to_owned(), message, true);
            return None;
        }
        Some(Self {
            object: value,
            path,
            report,
            read: Vec::new(),
            sound: true,
        })
    }

    fn report_unread(&mut self) {
        let (true, Value::Object(entries)) = (self.report.strict, self.object) else {
            return;
        };
        for (key, _) in entries {
            if !self.read.contains(&&**key) {
                self.report.add(
                    format!("{}.{key}", self.path),
                    format!("unknown key; known are {}", self.read.joined(", ")),
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

    /// Notes a problem with a field that the record can do without.
    pub(super) fn odd(&mut self, key: &str, message: String) {
        let path = format!("{}.{key}", self.path);
        self.report.add(path, message, false);
    }

    fn field(&mut self, key: &'static str) -> Option<&'a Value> {
        self.read.push(key);
        self.object.get(key).filter(|value| **value != Value::Null)
    }

    fn missing(&mut self, key: &str) {
        self.wrong(key, "is missing".to_owned());
    }

    /// A text that must be there and not be empty.
    pub(super) fn text(&mut self, key: &'static str) -> Text {
        match self.field(key) {
            None => self.missing(key),
            Some(Value::Text(text)) if text.trim().is_empty() => {
                self.wrong(key, "is empty".to_owned());
            }
            Some(Value::Text(text)) => return text.clone(),
            Some(other) => self.expected("a text", key, other),
        }
        Text::from("")
    }

    fn expected(&mut self, what: &str, key: &str, found: &Value) {
        self.wrong(key, format!("expected {what}, found {}", found.name()));
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, key: &'static str) -> Option<Text> {
        match self.field(key)? {
            Value::Text(text) => Some(text.clone()),
            other => {
                self.expected("a text", key, other);
                None
            }
        }
    }

    /// A word of a closed list that may be left out.
    pub(super) fn optional_word<T: Vocabulary>(&mut self, key: &'static str) -> Option<T> {
        let place = self.choice(key, T::WORDS)?;
        T::ALL.get(place).copied()
    }

    /// A word of a closed list that must be there.
    pub(super) fn word<T: Vocabulary>(&mut self, key: &'static str) -> T {
        // Where it is missing the record is left out: any word will do.
        T::ALL[self.needed_choice(key, T::WORDS).unwrap_or_default()]
    }

    fn needed_choice(&mut self, key: &'static str, words: &[&str]) -> Option<usize> {
        if self.field(key).is_none() {
            self.wrong(key, format!("is missing; write {}", listed(words)));
            return None;
        }
        self.choice(key, words)
    }

    /// The place of a word in a closed list. The types of the lists stay out of this: it would be
    /// compiled for each.
    fn choice(&mut self, key: &'static str, words: &[&str]) -> Option<usize> {
        let Value::Text(text) = self.field(key)? else {
            self.optional_text(key);
            return None;
        };
        let place = words.iter().position(|word| **word == **text);
        if place.is_none() {
            let message = format!("\"{text}\" is not known; write {}", listed(words));
            self.wrong(key, message);
        }
        place
    }

    /// A date that may be left out.
    pub(super) fn optional_date(&mut self, key: &'static str) -> Option<PartialDate> {
        let value = self.field(key)?;
        self.parse_date(key, value)
    }

    /// A date that may be left out; where it is wrong, that is reported and this record is kept.
    pub(super) fn kept_date(&mut self, key: &'static str) -> Option<PartialDate> {
        let (sound, before) = (self.sound, self.report.issues.len());
        let date = self.optional_date(key);
        self.sound = sound;
        for issue in self.report.issues.iter_mut().skip(before) {
            issue.left_out = false;
        }
        date
    }

    fn parse_date(&mut self, key: &str, value: &Value) -> Option<PartialDate> {
        let text = match value {
            Value::Text(text) | Value::Number(text) => text,
            other => {
                self.expected("a date such as \"2021-06-09\"", key, other);
                return None;
            }
        };
        match PartialDate::parse(text) {
            Ok(date) if value.as_text().is_some() => return Some(date),
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
        let number = match value {
            // `2.0` is a whole number too.
            Value::Number(digits) => match digits.split_once('.') {
                Some((whole, rest)) if rest.bytes().all(|digit| digit == b'0') => whole,
                _ => digits,
            }
            .parse::<u8>()
            .ok(),
            _ => None,
        };
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

    /// A number within limits that may be left out.
    pub(super) fn optional_decimal(
        &mut self,
        key: &'static str,
        least: Decimal,
        most: Decimal,
    ) -> Option<Decimal> {
        let number = match self.field(key)? {
            Value::Number(text) => Decimal::parse(text),
            _ => None,
        };
        let number = number.filter(|number| (least..=most).contains(number));
        if number.is_none() {
            let message = format!("expected a number from {least} to {most}");
            self.wrong(key, message);
        }
        number
    }

    /// A number within limits that must be there.
    pub(super) fn decimal(&mut self, key: &'static str, least: Decimal, most: Decimal) -> Decimal {
        if self.field(key).is_none() {
            self.missing(key);
        }
        self.optional_decimal(key, least, most).unwrap_or_default()
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
            Some(Value::List(items)) => items,
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
                Value::Text(text) => texts.push(text.clone()),
                other => self.expected("a text", &format!("{key}[{position}]"), other),
            }
        }
        texts
    }

    /// An object that may be left out. A wrong one is left out, and this record is kept.
    pub(super) fn record<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Record<'_>) -> T,
    ) -> Option<T> {
        let value = self.field(key)?;
        let path = format!("{}.{key}", self.path);
        Record::read(value, &path, self.report, read)
    }

    /// A list of words of a closed list that may be left out.
    pub(super) fn words(&mut self, key: &'static str, words: &[&str]) -> Vec<Text> {
        let texts = self.texts(key);
        for (position, text) in texts.iter().enumerate() {
            if !words.contains(&&**text) {
                let message = format!("\"{text}\" is not known; write {}", listed(words));
                self.wrong(&format!("{key}[{position}]"), message);
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
        let mut records = Vec::new();
        self.each(key, &mut |record| {
            let item = read(record);
            if record.finish() {
                records.push(item);
            }
        });
        records
    }

    /// What all lists have in common, whatever they are lists of.
    #[inline(never)]
    fn each(&mut self, key: &'static str, take: &mut dyn FnMut(&mut Record<'_>)) {
        for (position, item) in self.list(key).iter().enumerate() {
            let path = format!("{}.{key}[{position}]", self.path);
            Record::with(item, &path, self.report, take);
        }
    }
}

/// Words for a message: `open, closed, both or context`.
fn listed(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.joined(", ")),
        _ => words.joined(", "),
    }
}
