//! The content rules of the shipped data set.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use std::collections::BTreeSet;

use open_vs_closed::dataset::{self, Dataset, Dimension, LinkStatus, Relation};

const TEXT: &str = include_str!("../www/data/debate.json");

fn data() -> Dataset {
    dataset::load(TEXT).expect("the data set loads").dataset
}

/// Sources whose pages are served without TLS.
const HTTP_ONLY: [&str; 3] = ["metro-seoul", "bizjournals-musk", "yicai-baidu"];

#[test]
fn has_no_issue() {
    let loaded = dataset::load(TEXT).expect("the data set loads");
    assert_eq!(loaded.issues, Vec::new());
}

#[test]
fn has_what_was_promised() {
    let data = data();
    assert!(data.events().len() >= 90, "{}", data.events().len());
    assert!(
        data.document.links.len() >= 50,
        "{}",
        data.document.links.len()
    );
    assert_eq!(data.document.dimensions.len(), 15);
    let levels: Vec<&str> = data
        .document
        .levels
        .iter()
        .map(|level| &*level.id)
        .collect();
    assert_eq!(
        levels,
        [
            "unreleased",
            "hosted",
            "api",
            "restricted",
            "permissive",
            "full"
        ]
    );
}

#[test]
fn every_statement_names_a_source() {
    let data = data();
    for event in data.events() {
        assert!(!event.sources.is_empty(), "event {}", event.id);
        assert!(event.confidence.is_some(), "event {}", event.id);
        assert!(event.kind.is_some(), "event {}", event.id);
        assert!(event.summary.is_some(), "event {}", event.id);
    }
    for link in &data.document.links {
        assert!(
            !link.sources.is_empty() || link.note.is_some(),
            "link {}",
            link.id
        );
    }
    for dimension in &data.document.dimensions {
        assert!(!dimension.sources.is_empty(), "dimension {}", dimension.id);
        assert!(dimension.contested.is_some() && dimension.crux.is_some());
        assert!(!dimension.evidence.is_empty(), "dimension {}", dimension.id);
        for claim in dimension.claims() {
            assert!(!claim.sources.is_empty(), "claim {}", claim.id);
        }
    }
    for level in &data.document.levels {
        assert!(!level.sources.is_empty(), "level {}", level.id);
    }
    for term in &data.document.glossary {
        assert!(!term.sources.is_empty(), "term {}", term.id);
    }
    for claim in &data.document.claims {
        assert!(!claim.sources.is_empty(), "claim {}", claim.id);
    }
}

#[test]
fn every_source_is_used_and_safe() {
    let data = data();
    let mut used = BTreeSet::new();
    for event in data.events() {
        used.extend(event.sources.iter().cloned());
    }
    for link in &data.document.links {
        used.extend(link.sources.iter().cloned());
    }
    for dimension in &data.document.dimensions {
        used.extend(dimension.sources.iter().cloned());
        used.extend(
            dimension
                .claims()
                .flat_map(|claim| claim.sources.iter().cloned()),
        );
    }
    for level in &data.document.levels {
        used.extend(level.sources.iter().cloned());
    }
    for definition in &data.document.definitions {
        used.extend(definition.sources.iter().cloned());
    }
    for era in &data.meta().eras {
        used.extend(era.sources.iter().cloned());
    }
    for model in data.models() {
        used.extend(model.sources.iter().cloned());
        used.extend(model.scores.iter().filter_map(|score| score.source.clone()));
        used.extend(model.prices.iter().filter_map(|price| price.source.clone()));
    }
    for benchmark in &data.document.benchmarks {
        used.extend(benchmark.sources.iter().cloned());
    }
    for yardstick in &data.document.yardsticks {
        used.extend(yardstick.sources.iter().cloned());
    }
    for term in &data.document.glossary {
        used.extend(term.sources.iter().cloned());
    }
    for claim in &data.document.claims {
        used.extend(claim.sources.iter().cloned());
    }
    for text in &data.document.method {
        used.extend(text.sources.iter().cloned());
    }
    if let Some(decide) = &data.document.decide {
        let scores = decide.scores.iter().flat_map(|score| &score.sources);
        let cost = decide.cost.iter().flat_map(|item| &item.sources);
        used.extend(scores.chain(cost).cloned());
    }
    for source in &data.document.sources {
        let is_secure = source.url.starts_with("https://");
        assert!(
            is_secure || HTTP_ONLY.contains(&&*source.id),
            "source {}",
            source.id
        );
        assert!(
            used.contains(&source.id),
            "source {} is an orphan",
            source.id
        );
    }
}

#[test]
fn every_actor_is_used() {
    let data = data();
    let of_events = data.events().iter().flat_map(|event| event.actors.iter());
    let of_models = data
        .models()
        .iter()
        .filter_map(|model| model.actor.as_ref());
    let claims = data.document.dimensions.iter().flat_map(Dimension::claims);
    let holders = claims.flat_map(|claim| &claim.holders);
    let used: BTreeSet<_> = of_events.chain(of_models).chain(holders).cloned().collect();
    for actor in &data.document.actors {
        assert!(used.contains(&actor.id), "actor {} is an orphan", actor.id);
    }
}

/// Every printed number has a source, a model its developer, its level and its confidence.
#[test]
fn every_number_of_a_model_names_a_source() {
    let data = data();
    assert!(data.models().len() >= 55, "{}", data.models().len());
    for model in data.models() {
        assert!(!model.sources.is_empty(), "model {}", model.id);
        assert!(model.actor.is_some(), "model {}", model.id);
        assert!(model.released.is_some(), "model {}", model.id);
        // A level that is not known is explained.
        assert!(
            model.level.is_some() || model.note.is_some(),
            "model {}",
            model.id
        );
        assert!(model.confidence.is_some(), "model {}", model.id);
        let mut seen = BTreeSet::new();
        for score in &model.scores {
            assert!(score.source.is_some(), "{} {}", model.id, score.benchmark);
            let benchmark = data.benchmark(&score.benchmark).expect("a benchmark");
            let most = benchmark.max.expect("all of ours have a best score");
            assert!(score.value <= most, "{} {}", model.id, score.benchmark);
            assert!(
                seen.insert(&score.benchmark),
                "{} has two scores for {}",
                model.id,
                score.benchmark
            );
        }
        for (at, price) in model.prices.iter().enumerate() {
            assert!(price.source.is_some(), "{} prices[{at}]", model.id);
            assert!(price.date >= data.models()[0].released.expect("a date"));
            if let Some(cached) = price.cached {
                assert!(cached < price.input, "{} prices[{at}]", model.id);
            }
        }
        assert!(
            model.prices.is_sorted_by_key(|price| price.date),
            "{}",
            model.id
        );
    }
    for benchmark in &data.document.benchmarks {
        assert!(!benchmark.sources.is_empty(), "{}", benchmark.id);
        assert!(benchmark.comparable.is_some(), "{}", benchmark.id);
        let scores = data.models().iter().flat_map(|model| &model.scores);
        let used = scores.filter(|score| score.benchmark == benchmark.id);
        assert!(used.count() >= 2, "{}", benchmark.id);
    }
    assert!(data.document.yardsticks.len() >= 3);
    for yardstick in &data.document.yardsticks {
        assert!(!yardstick.sources.is_empty(), "{}", yardstick.id);
    }
}

/// The founding article prints the cached price as the input price.
#[test]
fn o3_mini_s_price_and_r1_s_are_the_right_ones() {
    let data = data();
    let launch = |id: &str| {
        let model = data.model(id).expect("the model is there");
        let price = model.prices.first().expect("it has a price");
        let written = [Some(price.input), price.cached, Some(price.output)];
        written.map(|price| price.map(|price| price.with_places(2)))
    };
    let some = |texts: [&str; 3]| texts.map(|text| Some(text.to_owned()));
    assert_eq!(launch("o3-mini"), some(["1.10", "0.55", "4.40"]));
    assert_eq!(launch("deepseek-r1"), some(["0.55", "0.14", "2.19"]));
}

#[test]
fn links_run_forward_and_join_different_events() {
    let data = data();
    let mut seen = BTreeSet::new();
    for link in &data.document.links {
        let (from, to) = (data.event(&link.from), data.event(&link.to));
        let (from, to) = (from.expect("from"), to.expect("to"));
        assert!(from.date <= to.date, "link {}", link.id);
        assert_ne!(link.from, link.to, "link {}", link.id);
        assert!(
            seen.insert((&link.from, &link.to)),
            "link {} twice",
            link.id
        );
    }
}

/// The founding article reports that o3-mini replies to DeepSeek R1 and, in the same breath, that
/// it had been announced before R1 came out. The links must say both.
#[test]
fn the_trap_of_the_founding_article_is_avoided() {
    let data = data();
    let link = |from: &str, to: &str| {
        data.links_to(to)
            .find(|link| &*link.from == from)
            .cloned()
            .expect("the link is there")
    };
    let claimed = link("deepseek-r1", "o3-mini");
    assert_eq!(claimed.status, LinkStatus::Disputed);
    assert!(claimed.note.is_some());
    let announced = link("o3-preview", "o3-mini");
    assert_eq!(announced.status, LinkStatus::Documented);
    assert_eq!(announced.relation, Relation::Scheduled);
}

#[test]
fn o3_mini_has_the_right_price() {
    let data = data();
    let summary = data
        .event("o3-mini")
        .and_then(|event| event.summary.clone());
    let summary = summary.expect("o3-mini has a summary");
    for price in ["$1.10", "$0.55", "$4.40", "cached"] {
        assert!(summary.contains(price), "{price} is missing: {summary}");
    }
}

/// Facts from July 2026 on rest on secondary sources.
#[test]
fn late_events_are_not_called_confirmed() {
    let data = data();
    for event in data.events() {
        if event.date.to_string().as_str() >= "2026-07" {
            assert_ne!(
                event.confidence,
                Some(dataset::Confidence::Confirmed),
                "{}",
                event.id
            );
        }
    }
    for model in data.models() {
        let released = model.released.map(|date| date.to_string());
        if released.is_some_and(|date| date.as_str() >= "2026-07") {
            let sure = Some(dataset::Confidence::Confirmed);
            assert_ne!(model.confidence, sure, "{}", model.id);
        }
    }
}

#[test]
fn texts_are_plain() {
    for markup in ["<a ", "<b>", "<i>", "](http", "&amp;", "&nbsp;"] {
        assert!(!TEXT.contains(markup), "{markup}");
    }
}
