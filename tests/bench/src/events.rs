//! Data sets that nobody has written: the same ones from the same seed.

use serde_json::{Value, json};

/// Numbers that look like chance (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Below `end`, and never out of bounds for a list that is not empty.
    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

const WHO: &[&str] = &[
    "Northlake",
    "Halden Institute",
    "Mirador",
    "Kestrel Labs",
    "The regulator",
    "Quillon",
    "A court",
    "Brightwater",
    "The ministry",
    "Tessera",
];
const DOES: &[&str] = &[
    "publishes the weights of",
    "restricts access to",
    "opens the licence of",
    "withholds details of",
    "audits",
    "withdraws",
    "asks for documentation of",
    "reproduces",
    "sells access to",
    "sues over",
];
const WHAT: &[&str] = &[
    "a language model",
    "its flagship model",
    "a code model",
    "a vision encoder",
    "a training corpus",
    "an evaluation suite",
    "a speech model",
    "a mixture of experts",
];
const WORDS: &[&str] = &[
    "weights",
    "licence",
    "critics",
    "said",
    "that",
    "testing",
    "remained",
    "outside",
    "the",
    "lab",
    "and",
    "researchers",
    "could",
    "reproduce",
    "results",
    "on",
    "their",
    "own",
    "hardware",
    "while",
    "the",
    "vendor",
    "kept",
    "its",
    "architecture",
    "secret",
    "citing",
    "misuse",
    "of",
    "models",
];
const SIDES: &[&str] = &["open", "closed", "mixed", "context"];
const KINDS: &[&str] = &[
    "release",
    "policy",
    "statement",
    "business",
    "research",
    "incident",
    "definition",
];

/// One in ten weighs most, three in ten something.
const WEIGHTS: &[u8] = &[3, 2, 2, 2, 1, 1, 1, 1, 1, 1];

/// A data set with so many events, in no order; no larger than a data set may be.
pub fn data_set(count: usize) -> Value {
    let mut chance = Chance(0x0b5e_c0de ^ count as u64);
    // Large data sets come from archives, which have few words for each event.
    let words = if count > 20_000 { 4 } else { 45 };
    let sources: Vec<Value> = (0..count.clamp(1, 400))
        .map(|at| {
            json!({ "id": format!("s{at}"), "title": format!("Source {at}"), "kind": "press",
                          "url": format!("https://example.org/{at}") })
        })
        .collect();
    let events: Vec<Value> = (0..count)
        .map(|at| {
            let title = format!("{} {} {}", chance.pick(WHO), chance.pick(DOES), chance.pick(WHAT));
            let text: Vec<&str> = (0..words).map(|_| chance.pick(WORDS)).collect();
            json!({
                "id": format!("e{at}"), "date": date(&mut chance), "title": title, "summary": format!("{}.", text.join(" ")),
                "side": chance.pick(SIDES), "kind": chance.pick(KINDS),
                "weight": WEIGHTS[chance.below(WEIGHTS.len())],
                "sources": [format!("s{}", chance.below(sources.len()))],
            })
        })
        .collect();
    json!({ "version": "1.0", "meta": { "title": "Generated events", "lang": "en" },
            "sources": sources, "events": events })
}

/// Most dates are known to the day, some to the month, few to the year.
fn date(chance: &mut Chance) -> String {
    let (year, month, day) = (
        2015 + chance.below(12),
        1 + chance.below(12),
        1 + chance.below(28),
    );
    match chance.below(20) {
        0 => format!("{year}"),
        1..=4 => format!("{year}-{month:02}"),
        _ => format!("{year}-{month:02}-{day:02}"),
    }
}

/// The same events as a plain list in the order of their dates, each known to the day: peers know
/// nothing else.
pub fn plain(data_set: &Value) -> Value {
    let text = |event: &Value, key: &str| event[key].as_str().unwrap_or_default().to_owned();
    let mut events: Vec<Value> = data_set["events"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|event| {
            let date = text(event, "date");
            let rest = ["-01-01", "", "", "-01", "", "", ""];
            // 4, 7 or 10 characters.
            let whole = format!(
                "{date}{}",
                rest.get(date.len().saturating_sub(4))
                    .copied()
                    .unwrap_or_default()
            );
            json!({ "id": text(event, "id"), "date": whole, "title": text(event, "title"),
                    "text": text(event, "summary"), "group": text(event, "side") })
        })
        .collect();
    events.sort_by_key(|event| (text(event, "date"), text(event, "id")));
    Value::Array(events)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_gives_the_same_events() {
        assert_eq!(data_set(50), data_set(50));
        assert_ne!(data_set(50)["events"][0], data_set(51)["events"][0]);
    }

    #[test]
    fn peers_get_whole_dates_in_order() {
        let list = plain(&data_set(300));
        let dates: Vec<&str> = list
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|event| event["date"].as_str())
            .collect();
        assert_eq!(dates.len(), 300);
        assert!(dates.iter().all(|date| date.len() == 10) && dates.is_sorted());
    }

    #[test]
    fn the_largest_one_is_no_larger_than_a_data_set_may_be() {
        let text = data_set(100_000).to_string();
        assert!(text.len() < 20_000_000, "{} bytes", text.len());
    }
}
