//! Reads a data set from JSON text.

use super::record::{Record, Report};
use super::references::{Known, References};
use super::types::*;
use super::{Index, Issue, Parse, Parsed, Refusal, Value, parse, read};
use crate::order;

/// Largest text that is read, in bytes.
pub const MAX_BYTES: usize = 20_000_000;

/// Most events that are read.
pub const MAX_EVENTS: usize = 100_000;

/// The major version of the format that this code reads.
const MAJOR: &str = "1";

/// Keys that this code reads.
const READ: [&str; 10] = [
    "$schema",
    "version",
    "meta",
    "events",
    "sources",
    "actors",
    "links",
    "levels",
    "definitions",
    "dimensions",
];

/// Keys of the contract that later versions of the widget read; they are no mistake.
const RESERVED: [&str; 8] = [
    "models",
    "benchmarks",
    "story",
    "decide",
    "glossary",
    "claims",
    "corrections",
    "messages",
];

/// A data set, and what was left out of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The sound records.
    pub dataset: Dataset,
    /// Every problem, by path.
    pub issues: Vec<Issue>,
}

/// Reads a data set.
///
/// # Errors
/// Refuses only what is no data set at all: a text that is not a JSON object, a version that this
/// code does not know, no sound event, or a size over [`MAX_BYTES`] or [`MAX_EVENTS`].
pub fn load(text: &str) -> Result<Loaded, Refusal> {
    load_by(parse::parse, text)
}

/// The same, by another parser.
///
/// # Errors
/// Refuses what [`load`] refuses.
pub fn load_by(parse: Parse, text: &str) -> Result<Loaded, Refusal> {
    load_with(parse, text, false)
}

/// Every problem of a data set or of a text that is none, for editors. Unknown keys count too,
/// because a misspelt key is a field that nobody sees.
pub fn check(text: &str) -> Vec<Issue> {
    match load_with(parse::parse, text, true) {
        Ok(loaded) => loaded.issues,
        Err(refusal) => {
            let mut issues = refusal.issues;
            issues.push(Issue {
                path: "$".to_owned(),
                message: refusal.message,
                left_out: true,
            });
            issues
        }
    }
}

fn load_with(parse: Parse, text: &str, strict: bool) -> Result<Loaded, Refusal> {
    if text.len() > MAX_BYTES {
        return Err(Refusal::new(format!(
            "The data set is larger than {} MB; split it or shorten it.",
            MAX_BYTES / 1_000_000
        )));
    }
    // Editors on Windows may put a byte order mark first.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let Parsed { document, issues } = parse(text)?;
    let mut reader = Reader {
        document,
        report: Report { issues, strict },
    };
    reader.check_version()?;
    let dataset = reader.dataset()?;
    Ok(Loaded {
        dataset,
        issues: reader.report.issues,
    })
}

struct Reader {
    document: Value,
    report: Report,
}

impl Reader {
    fn check_version(&self) -> Result<(), Refusal> {
        let version = match self.document.get("version") {
            Some(Value::Text(version) | Value::Number(version)) => &**version,
            _ => "",
        };
        if version.split('.').next() == Some(MAJOR) {
            return Ok(());
        }
        Err(Refusal::new(if version.is_empty() {
            "The data set has no version; write \"version\": \"1.0\".".to_owned()
        } else {
            let shown: String = version.chars().take(20).collect();
            format!("The data set has version {shown}; this widget reads version {MAJOR}.")
        }))
    }

    fn dataset(&mut self) -> Result<Dataset, Refusal> {
        let meta = self.meta();
        let sources = self.list("sources", read::source);
        let actors = self.list("actors", read::actor);
        let mut levels = self.list("levels", read::level);
        let mut definitions = self.list("definitions", read::definition);
        let mut events = self.list("events", read::event);
        let mut dimensions = self.list("dimensions", read::dimension);
        let links = self.list("links", read::link);
        self.report_unknown_keys();

        if events.ids.seen > MAX_EVENTS {
            return Err(Refusal::new(format!(
                "The data set has {} events; at most {MAX_EVENTS} can be shown.",
                events.ids.seen
            )));
        }
        if events.records.is_empty() {
            return Err(Refusal {
                message: "The data set has no event that can be shown; \"events\" is a list of objects with id, date and title.".to_owned(),
                issues: core::mem::take(&mut self.report.issues),
            });
        }
        let mut references = References {
            sources: sources.ids.known("source"),
            actors: actors.ids.known("actor"),
            levels: levels.ids.known("level"),
            events: events.ids.known("event"),
            report: &mut self.report,
        };
        references.levels(&levels.ids.positions, &mut levels.records);
        references.definitions(&definitions.ids.positions, &mut definitions.records);
        references.events(&events.ids.positions, &mut events.records);
        references.dimensions(&dimensions.ids.positions, &mut dimensions.records);
        let links = references.links(&links.ids.positions, links.records);
        Ok(Dataset::new(Document {
            schema: None,
            version: "1.0".into(),
            meta,
            sources: sources.records,
            actors: actors.records,
            levels: levels.records,
            definitions: definitions.records,
            dimensions: dimensions.records,
            events: events.records,
            links,
        }))
    }

    fn meta(&mut self) -> Meta {
        let value = match self.document.get("meta") {
            Some(value) => value,
            None => &Value::Object(Vec::new()),
        };
        Record::read(value, "meta", &mut self.report, read::meta).unwrap_or_else(|| Meta {
            title: "".into(),
            lang: "en".into(),
            updated: None,
            license: None,
            presets: Vec::new(),
            eras: Vec::new(),
        })
    }

    /// Reads one list of the document. A record that is wrong, or whose id is taken, is left out.
    fn list<T>(&mut self, key: &'static str, read: fn(&mut Record<'_>) -> T) -> Listed<T> {
        let mut records = Vec::new();
        let ids = self.records(key, &mut |record| {
            let item = read(record);
            let sound = record.finish();
            if sound {
                records.push(item);
            }
            sound
        });
        Listed { records, ids }
    }

    /// Hands one record after another to `keep`, which tells whether it is kept.
    fn records(&mut self, key: &str, keep: &mut dyn FnMut(&mut Record<'_>) -> bool) -> Ids {
        let mut ids = Ids::default();
        let values = match self.document.get(key) {
            None => return ids,
            Some(Value::List(values)) => values,
            Some(_) => {
                let message = "expected a list […]; nothing of it is shown".to_owned();
                self.report.add(key.to_owned(), message, true);
                return ids;
            }
        };
        ids.seen = values.len();
        let claimed: Vec<Option<&Text>> = values
            .iter()
            .map(|value| value.get("id").and_then(Value::as_text))
            .collect();
        let firsts = firsts(&claimed);
        let mut holders = vec![None; values.len()];
        for (position, (value, id)) in values.iter().zip(claimed).enumerate() {
            let path = format!("{key}[{position}]");
            let holder = &mut holders[firsts[position]];
            let kept = Record::open(value, &path, &mut self.report).is_some_and(|mut record| {
                if let (Some(first), Some(id)) = (*holder, id) {
                    let message = format!(
                        "\"{id}\" is already the id of {key}[{first}]; give every item its own"
                    );
                    record.wrong("id", message);
                }
                keep(&mut record)
            });
            match (kept, id) {
                (true, Some(id)) => {
                    *holder = Some(position);
                    ids.positions.push(position);
                    ids.kept.push(id.clone());
                }
                (_, id) => ids.lost.extend(id.cloned()),
            }
        }
        ids
    }

    fn report_unknown_keys(&mut self) {
        if !self.report.strict {
            return;
        }
        let Value::Object(entries) = &self.document else {
            return;
        };
        for (key, _) in entries {
            let known = READ.contains(&&**key) || RESERVED.contains(&&**key);
            if !known {
                self.report.add(
                    key.to_string(),
                    format!("unknown key; known are {}", READ.join(", ")),
                    false,
                );
            }
        }
    }
}

/// For each id the place where it stands first.
fn firsts(ids: &[Option<&Text>]) -> Vec<usize> {
    let by_id = order::sorted(ids.len(), &|a, b| ids[a].cmp(&ids[b]));
    let mut firsts = vec![0; ids.len()];
    for group in by_id.chunk_by(|a, b| ids[*a] == ids[*b]) {
        for place in group {
            firsts[*place] = group[0];
        }
    }
    firsts
}

/// What reading a list gave.
struct Listed<T> {
    /// The sound records.
    records: Vec<T>,
    ids: Ids,
}

/// The ids of a list.
#[derive(Default)]
struct Ids {
    /// How many items the list has, sound or not.
    seen: usize,
    /// Where each sound record stands in the file.
    positions: Vec<usize>,
    /// Ids of the sound records.
    kept: Vec<Text>,
    /// Ids of records that were left out: whoever refers to them is not to blame.
    lost: Vec<Text>,
}

impl Ids {
    fn known(&self, what: &'static str) -> Known {
        Known {
            what,
            index: Index::new(self.kept.iter()),
            lost: self.lost.clone(),
        }
    }
}
