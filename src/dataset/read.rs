//! How each record of the document is read.

use super::record::{Record, beginning};
use super::types::*;
use super::vocabulary::{Side, Vocabulary};
use crate::date::DateRange;
use crate::decimal::Decimal;
use crate::gather::Gather;

pub(super) fn meta(record: &mut Record<'_>) -> Meta {
    Meta {
        title: record.text("title"),
        lang: language(record).unwrap_or_else(|| "en".into()),
        updated: record.optional_date("updated"),
        license: record.optional_text("license"),
        presets: record
            .records("presets", preset)
            .into_iter()
            .flatten()
            .gather(),
        eras: record.records("eras", era),
    }
}

/// The language of the words. With what is no tag at all, no date could be written.
fn language(record: &mut Record<'_>) -> Option<Text> {
    let lang = record.optional_text("lang")?;
    let is_tag = lang.split('-').all(|part| {
        matches!(part.len(), 1..=8) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    if !is_tag {
        let shown = beginning(&lang);
        record.odd(
            "lang",
            format!("\"{shown}\" is not a language tag; write en or ko-KR"),
        );
    }
    is_tag.then_some(lang)
}

fn preset(record: &mut Record<'_>) -> Option<Preset> {
    Some(Preset {
        id: record.text("id"),
        name: record.text("name"),
        range: record.range("range")?,
    })
}

fn era(record: &mut Record<'_>) -> Era {
    let start = record.date("start");
    let end = record.optional_date("end");
    if end.is_some_and(|end| DateRange::new(start, end).is_none()) {
        record.wrong("end", "is before the start".to_owned());
    }
    Era {
        id: record.text("id"),
        name: record.text("name"),
        start,
        end,
        summary: record.optional_text("summary"),
        sources: record.texts("sources"),
    }
}

pub(super) fn event(record: &mut Record<'_>) -> Event {
    let date = record.date("date");
    let end = record.optional_date("end");
    if end.is_some_and(|end| DateRange::new(date, end).is_none()) {
        record.wrong("end", "is before the date".to_owned());
    }
    Event {
        id: record.text("id"),
        date,
        end,
        disputed: record.dates("disputed"),
        title: record.text("title"),
        short: record.optional_text("short"),
        summary: record.optional_text("summary"),
        side: record.optional_word("side").unwrap_or(Side::Context),
        also: also(record),
        kind: record.optional_word("kind"),
        level: record.optional_text("level"),
        weight: record.number("weight", 1, 3, 1),
        actors: record.texts("actors"),
        confidence: record.optional_word("confidence"),
        note: record.optional_text("note"),
        sources: record.texts("sources"),
    }
}

pub(super) fn source(record: &mut Record<'_>) -> Source {
    let url = record.text("url");
    if !url.is_empty() && !is_safe_address(&url) {
        let shown = beginning(&url);
        record.wrong(
            "url",
            format!("\"{shown}\" is refused; write an address that starts with https:// (or http://, mailto:)"),
        );
    }
    Source {
        id: record.text("id"),
        title: record.text("title"),
        publisher: record.optional_text("publisher"),
        date: record.optional_date("date"),
        url,
        kind: record.word("kind"),
        lang: record.optional_text("lang"),
        opened: record.flag("opened", true),
    }
}

/// Whether a link may lead there. Browsers drop tabs and line breaks inside an address, so an
/// address with white space or control characters is not safe either; with quotes or angle brackets it
/// is a piece of something else.
fn is_safe_address(url: &str) -> bool {
    let scheme = ["https://", "http://", "mailto:"]
        .into_iter()
        .find(|scheme| {
            url.get(..scheme.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
        });
    scheme.is_some_and(|scheme| url.len() > scheme.len())
        && !url.chars().any(|sign| {
            sign.is_whitespace() || sign.is_control() || matches!(sign, '"' | '<' | '>')
        })
}

/// The other sides of an event, each once.
fn also(record: &mut Record<'_>) -> Vec<Side> {
    let words = record.words("also", Side::WORDS);
    let all = Side::ALL.iter().zip(Side::WORDS);
    all.filter(|(_, word)| words.iter().any(|other| **other == ***word))
        .map(|(side, _)| *side)
        .gather()
}

pub(super) fn actor(record: &mut Record<'_>) -> Actor {
    Actor {
        id: record.text("id"),
        name: record.text("name"),
        kind: record.optional_word("kind"),
        country: record.optional_text("country"),
    }
}

pub(super) fn link(record: &mut Record<'_>) -> Link {
    Link {
        id: record.text("id"),
        from: record.text("from"),
        to: record.text("to"),
        relation: record.word("relation"),
        status: record.word("status"),
        note: record.optional_text("note"),
        sources: record.texts("sources"),
    }
}

pub(super) fn level(record: &mut Record<'_>) -> Level {
    Level {
        id: record.text("id"),
        name: record.text("name"),
        definition: record.text("definition"),
        examples: record.texts("examples"),
        run: record.optional_text("run"),
        study: record.optional_text("study"),
        events: record.texts("events"),
        sources: record.texts("sources"),
    }
}

pub(super) fn definition(record: &mut Record<'_>) -> Definition {
    Definition {
        id: record.text("id"),
        name: record.text("name"),
        text: record.text("text"),
        levels: record.texts("levels"),
        sources: record.texts("sources"),
    }
}

pub(super) fn dimension(record: &mut Record<'_>) -> Dimension {
    Dimension {
        id: record.text("id"),
        name: record.text("name"),
        question: record.optional_text("question"),
        open: record.records("open", claim),
        closed: record.records("closed", claim),
        evidence: record.records("evidence", claim),
        contested: record.optional_text("contested"),
        crux: record.optional_text("crux"),
        sources: record.texts("sources"),
    }
}

fn claim(record: &mut Record<'_>) -> Claim {
    Claim {
        id: record.text("id"),
        text: record.text("text"),
        kind: record.word("kind"),
        strength: record.word("strength"),
        sources: record.texts("sources"),
        events: record.texts("events"),
        models: record.texts("models"),
    }
}

/// The largest number of tokens, parameters or dollars that is read.
const MOST: Decimal = Decimal::power_of_ten(12);

pub(super) fn model(record: &mut Record<'_>) -> Model {
    Model {
        id: record.text("id"),
        name: record.text("name"),
        actor: record.optional_text("actor"),
        released: record.kept_date("released"),
        level: record.optional_text("level"),
        licence: record.optional_text("licence"),
        parameters: record.record("parameters", parameters),
        context: record.optional_decimal("context", Decimal::ZERO, MOST),
        prices: record.records("prices", price),
        scores: record.records("scores", score),
        confidence: record.optional_word("confidence"),
        note: record.optional_text("note"),
        sources: record.texts("sources"),
    }
}

fn parameters(record: &mut Record<'_>) -> Parameters {
    let total = record.decimal("total", Decimal::ZERO, MOST);
    Parameters {
        total,
        active: record.optional_decimal("active", Decimal::ZERO, total),
    }
}

fn price(record: &mut Record<'_>) -> Price {
    Price {
        date: record.date("date"),
        input: record.decimal("input", Decimal::ZERO, MOST),
        cached: record.optional_decimal("cached", Decimal::ZERO, MOST),
        output: record.decimal("output", Decimal::ZERO, MOST),
        source: record.optional_text("source"),
        note: record.optional_text("note"),
        correction: record.optional_text("correction"),
    }
}

fn score(record: &mut Record<'_>) -> Score {
    Score {
        benchmark: record.text("benchmark"),
        value: record.decimal("value", MOST.times(-1), MOST),
        tester: record.text("tester"),
        source: record.optional_text("source"),
        note: record.optional_text("note"),
    }
}

pub(super) fn benchmark(record: &mut Record<'_>) -> Benchmark {
    Benchmark {
        id: record.text("id"),
        name: record.text("name"),
        unit: record.optional_text("unit"),
        max: record.optional_decimal("max", Decimal::ZERO, MOST),
        description: record.text("description"),
        comparable: record.optional_text("comparable"),
        sources: record.texts("sources"),
    }
}

pub(super) fn yardstick(record: &mut Record<'_>) -> Yardstick {
    Yardstick {
        id: record.text("id"),
        date: record.date("date"),
        text: record.text("text"),
        sources: record.texts("sources"),
    }
}
