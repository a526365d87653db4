//! Reads one record. A wrong one is left out and reported. Where only an optional part is wrong, only
//! that part is left out.

use std::fmt::Display;

use serde::de::DeserializeOwned;
use serde_json::value::RawValue;

use super::fields::{entry, limits};
use super::issue::Issue;
use super::object::{self, fields};
use super::problem::{Problem, explain};
use super::raw::place;
use super::types::*;
use super::vocabulary::ComponentKind;
use crate::date::{DateRange, PartialDate};
use crate::decimal::Decimal;

/// A record that is left out as a whole where one of its required fields is wrong.
pub(super) trait Record: DeserializeOwned {
    /// Optional fields. Where one is wrong, only that field is left out.
    const PARTS: &'static [Part] = &[];

    /// Checks what concerns more than one field.
    fn validate(&self) -> Result<(), Problem> {
        Ok(())
    }
}

/// A field that a record does not need.
pub(super) struct Part {
    key: &'static str,
    kind: PartKind,
}

#[derive(Clone, Copy)]
enum PartKind {
    /// A field with a default, so that readers miss nothing without it.
    Field,
    /// A record inside the record. The function checks it.
    Record(fn(&str) -> Result<(), Problem>),
    /// A list of records, of which the wrong ones are left out. The function checks one.
    List(fn(&str) -> Result<(), Problem>),
    /// Records by word, of which the wrong ones are left out. The function checks one.
    Map(fn(&str, &str) -> Result<(), Problem>),
}

impl Part {
    const fn new(key: &'static str, kind: PartKind) -> Self {
        Self { key, kind }
    }
}

/// Reads the record in `text`, which stands at `path` in the document; `None` where it is wrong.
pub(super) fn read<T: Record>(
    text: &str,
    path: &dyn Display,
    issues: &mut Vec<Issue>,
) -> Option<T> {
    match parse(text) {
        Ok(record) => Some(record),
        Err(problem) => {
            let mended = mend(text, problem, T::PARTS, check::<T>, path, issues)?;
            parse(&mended).ok()
        }
    }
}

/// The text of a wrong record without its wrong parts, if it is sound without them. What is wrong is
/// reported.
fn mend(
    text: &str,
    mut problem: Problem,
    parts: &[Part],
    check: fn(&str) -> Result<(), Problem>,
    path: &dyn Display,
    issues: &mut Vec<Issue>,
) -> Option<String> {
    let mut parts: Vec<&Part> = parts.iter().collect();
    let mut text = text.to_owned();
    while let Some(position) = parts.iter().position(|part| part.key == problem.key()) {
        let part = parts.swap_remove(position);
        let Ok(mended) = without_part(&text, part, &problem, path, issues) else {
            break;
        };
        text = mended;
        problem = match check(&text) {
            Ok(()) => return Some(text),
            Err(problem) => problem,
        };
    }
    issues.push(problem.at(path, true));
    None
}

fn parse<T: Record>(text: &str) -> Result<T, Problem> {
    let record: T = object::parse(text)?;
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
/// Fails where the part should be a list and is not: the record cannot be mended.
fn without_part(
    text: &str,
    part: &Part,
    problem: &Problem,
    path: &dyn Display,
    issues: &mut Vec<Issue>,
) -> Result<String, Problem> {
    let fields = fields(text)?;
    let Some(value) = fields.get(part.key) else {
        return Ok(text.to_owned());
    };
    let path = format!("{path}.{}", part.key);
    let replacement = match part.kind {
        PartKind::Field => {
            issues.push(Problem::new("", &*problem.message).at(&path, false));
            "null".to_owned()
        }
        PartKind::Record(check) => {
            issues.extend(
                check(value.get())
                    .map_err(|problem| problem.at(&path, true))
                    .err(),
            );
            "null".to_owned()
        }
        PartKind::List(check) => {
            let items: Vec<&RawValue> = serde_json::from_str(value.get())
                .map_err(|error| explain(part.key.to_owned(), &error))?;
            let mut sound = Vec::new();
            for (position, item) in items.into_iter().enumerate() {
                match check(item.get()) {
                    Ok(()) => sound.push(item.get()),
                    Err(problem) => {
                        issues.push(problem.at(&format_args!("{path}[{position}]"), true))
                    }
                }
            }
            format!("[{}]", sound.join(","))
        }
        PartKind::Map(check) => without_wrong(value.get(), check, &path, issues),
    };
    let mut mended = text.to_owned();
    mended.replace_range(place(value, text), &replacement);
    Ok(mended)
}

/// The text of records by word without the wrong ones; `null` where it is no object at all. What is
/// wrong is reported.
fn without_wrong(
    text: &str,
    check: fn(&str, &str) -> Result<(), Problem>,
    path: &str,
    issues: &mut Vec<Issue>,
) -> String {
    let fields = match fields(text) {
        Ok(fields) => fields,
        Err(problem) => {
            issues.push(problem.at(&path, true));
            return "null".to_owned();
        }
    };
    let mut sound = Vec::new();
    for (key, value) in fields.iter() {
        match check(key, value.get()) {
            Ok(()) => sound.push(format!("\"{key}\":{}", value.get())),
            Err(problem) => issues.push(problem.at(&format_args!("{path}.{key}"), true)),
        }
    }
    format!("{{{}}}", sound.join(","))
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
        Part::new(
            "components",
            PartKind::Map(|key, text| entry::<ComponentKind, Component>(key, text).map(|_| ())),
        ),
        Part::new("parameters", PartKind::Record(check::<Parameters>)),
        Part::new("prices", PartKind::List(check::<Price>)),
        Part::new("scores", PartKind::List(check::<Score>)),
    ];

    fn validate(&self) -> Result<(), Problem> {
        self.parameters.iter().try_for_each(|parameters| {
            parameters
                .validate()
                .map_err(|problem| problem.inside("parameters"))
        })
    }
}

impl Record for Parameters {
    fn validate(&self) -> Result<(), Problem> {
        if self.active.is_some_and(|active| active > self.total) {
            let message = limits(Decimal::ZERO, self.total);
            return Err(Problem::new("active", message));
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

impl Record for Story {
    const PARTS: &'static [Part] = &[Part::new("steps", PartKind::List(check::<StoryStep>))];
}

impl Record for StoryStep {
    const PARTS: &'static [Part] = &[Part::new("state", PartKind::Field)];
}

impl Record for Decide {
    const PARTS: &'static [Part] = &[
        Part::new("needs", PartKind::List(check::<Need>)),
        Part::new("scores", PartKind::List(check::<NeedScore>)),
        Part::new("profiles", PartKind::List(check::<Profile>)),
        Part::new("cost", PartKind::List(check::<Assumption>)),
    ];
}

impl Record for Need {}
impl Record for NeedScore {}
impl Record for Profile {}
impl Record for Assumption {}

impl Record for Source {
    const PARTS: &'static [Part] = &[Part::new("copy", PartKind::Field)];
}

impl Record for Actor {}
impl Record for Level {}
impl Record for Definition {}
impl Record for Link {}
impl Record for Benchmark {}
impl Record for Yardstick {}
impl Record for GlossaryTerm {}
impl Record for FactCheck {}
impl Record for MethodText {}
impl Record for Correction {}
