//! Reads one record. A wrong one is left out and reported; parts that it can do without are left
//! out by themselves.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::document::place;
use super::fields::limits;
use super::issue::Issue;
use super::problem::{Problem, deserialize, name_of};
use super::types::*;
use crate::date::{DateRange, PartialDate};
use crate::decimal::Decimal;

/// What is read as a whole: left out where a field of it is wrong.
pub(super) trait Record: DeserializeOwned {
    /// Fields that are left out by themselves where they are wrong.
    const PARTS: &'static [Part] = &[];

    /// Checks what concerns more than one field.
    fn validate(&self) -> Result<(), Problem> {
        Ok(())
    }
}

/// A field that a record can do without.
pub(super) struct Part {
    key: &'static str,
    kind: PartKind,
}

#[derive(Clone, Copy)]
enum PartKind {
    /// A field without which readers miss nothing: it has a default.
    Field,
    /// A record inside the record.
    Record,
    /// A list of records, of which the wrong ones are left out. The function checks one.
    List(fn(&str) -> Result<(), Problem>),
}

impl Part {
    const fn new(key: &'static str, kind: PartKind) -> Self {
        Self { key, kind }
    }
}

/// Reads the record in `text`, which stands at `path` in the document; `None` where it is wrong.
pub(super) fn read<T: Record>(text: &str, path: &str, issues: &mut Vec<Issue>) -> Option<T> {
    let mut problem = match parse(text) {
        Ok(record) => return Some(record),
        Err(problem) => problem,
    };
    let mut parts: Vec<&Part> = T::PARTS.iter().collect();
    let mut text = text.to_owned();
    while let Some(position) = parts.iter().position(|part| part.key == problem.key()) {
        let part = parts.swap_remove(position);
        let Ok(mended) = without_part(&text, part, &problem, path, issues) else {
            break;
        };
        text = mended;
        problem = match parse(&text) {
            Ok(record) => return Some(record),
            Err(problem) => problem,
        };
    }
    issues.push(problem.at(path, true));
    None
}

fn parse<T: Record>(text: &str) -> Result<T, Problem> {
    if !text.starts_with('{') {
        // serde would also take a list of the values of the fields.
        let message = format!("expected an object {{…}}, found {}", name_of(text));
        return Err(Problem::new("", message));
    }
    let record: T = deserialize(text)?;
    record.validate()?;
    Ok(record)
}

fn check<T: Record>(text: &str) -> Result<(), Problem> {
    parse::<T>(text).map(|_| ())
}

/// The text of a record without a part of it that is wrong, or without the wrong items of that
/// part. They are reported.
///
/// # Errors
/// The record cannot be mended where the part is to be a list and is none.
fn without_part(
    text: &str,
    part: &Part,
    problem: &Problem,
    path: &str,
    issues: &mut Vec<Issue>,
) -> serde_json::Result<String> {
    let fields: HashMap<String, &RawValue> = serde_json::from_str(text)?;
    let Some(value) = fields.get(part.key) else {
        return Ok(text.to_owned());
    };
    let replacement = if let PartKind::List(check) = part.kind {
        let items: Vec<&RawValue> = serde_json::from_str(value.get())?;
        let mut sound = Vec::new();
        for (position, item) in items.into_iter().enumerate() {
            match check(item.get()) {
                Ok(()) => sound.push(item.get()),
                Err(problem) => {
                    let path = format!("{path}.{}[{position}]", part.key);
                    issues.push(problem.at(&path, true));
                }
            }
        }
        format!("[{}]", sound.join(","))
    } else {
        issues.push(problem.at(path, matches!(part.kind, PartKind::Record)));
        "null".to_owned()
    };
    let mut mended = text.to_owned();
    mended.replace_range(place(value, text), &replacement);
    Ok(mended)
}

impl Record for Meta {
    const PARTS: &'static [Part] = &[
        Part::new("lang", PartKind::Field),
        Part::new("presets", PartKind::List(check::<Preset>)),
        Part::new("eras", PartKind::List(check::<Era>)),
    ];

    fn validate(&self) -> Result<(), Problem> {
        for (position, era) in self.eras.iter().enumerate() {
            era.validate()
                .map_err(|problem| problem.inside(&format!("eras[{position}]")))?;
        }
        Ok(())
    }
}

impl Record for Preset {}

impl Record for Era {
    fn validate(&self) -> Result<(), Problem> {
        check_end(self.start, self.end, "is before the start")
    }
}

impl Record for Event {
    fn validate(&self) -> Result<(), Problem> {
        check_end(self.date, self.end, "is before the date")
    }
}

fn check_end(start: PartialDate, end: Option<PartialDate>, message: &str) -> Result<(), Problem> {
    if end.is_some_and(|end| DateRange::new(start, end).is_none()) {
        return Err(Problem::new("end", message));
    }
    Ok(())
}

impl Record for Model {
    const PARTS: &'static [Part] = &[
        Part::new("released", PartKind::Field),
        Part::new("parameters", PartKind::Record),
        Part::new("prices", PartKind::List(check::<Price>)),
        Part::new("scores", PartKind::List(check::<Score>)),
    ];

    fn validate(&self) -> Result<(), Problem> {
        let Some(Parameters { total, active }) = self.parameters else {
            return Ok(());
        };
        if active.is_some_and(|active| active > total) {
            let message = limits(Decimal::ZERO, total);
            return Err(Problem::new("parameters.active", message));
        }
        Ok(())
    }
}

impl Record for Price {}
impl Record for Score {}

impl Record for Dimension {
    const PARTS: &'static [Part] = &[
        Part::new("open", PartKind::List(check::<Claim>)),
        Part::new("closed", PartKind::List(check::<Claim>)),
        Part::new("evidence", PartKind::List(check::<Claim>)),
    ];
}

impl Record for Claim {}
impl Record for Source {}
impl Record for Actor {}
impl Record for Level {}
impl Record for Definition {}
impl Record for Link {}
impl Record for Benchmark {}
impl Record for Yardstick {}
