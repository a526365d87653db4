//! Which strategy fits, and what running a model costs, against cases computed by hand.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, CostInput, Dataset};
use open_vs_closed::decide::{
    CostEntries, CostLines, Costs, Inputs, Prices, Ranking, ScoreEdit, ScoreTable, default_groups,
    default_offer, flips, limits, offers, parse, plain, weights,
};

/// Three strategies and three needs:
///
/// | need | default | a | b | c |
/// | --- | --- | --- | --- | --- |
/// | control | 2 | 0 | 4 | 4 |
/// | quality | 6 | 4 | 3 | 0 |
/// | support | 2 | 4 | 2 | 2 |
const SMALL: &str = r#"{"version":"1.0","meta":{"title":"Small"},"events":[{"id":"e","date":"2020","title":"E"}],
  "levels":[{"id":"api","name":"A","definition":"A."},{"id":"permissive","name":"B","definition":"B."},{"id":"full","name":"C","definition":"C."}],
  "decide":{
    "needs":[{"id":"control","name":"Control","question":"?","default":2},{"id":"quality","name":"Quality","question":"?","default":6},
      {"id":"support","name":"Support","question":"?","default":2}],
    "scores":[
      {"need":"control","level":"permissive","value":4,"reason":"R"},{"need":"control","level":"full","value":4,"reason":"R"},
      {"need":"quality","level":"api","value":4,"reason":"R"},{"need":"quality","level":"permissive","value":3,"reason":"R"},
      {"need":"support","level":"api","value":4,"reason":"R"},{"need":"support","level":"permissive","value":2,"reason":"R"},
      {"need":"support","level":"full","value":2,"reason":"R"}],
    "cost":[{"id":"tokens","value":1000,"note":"N"},{"id":"utilisation","value":0.5,"note":"N"}]},
  "models":[
    {"id":"old","name":"Old","prices":[{"date":"2024-01-01","input":1,"output":2}]},
    {"id":"cut","name":"Cut","prices":[{"date":"2024-02-01","input":8,"output":9},{"date":"2025-02-01","input":3,"cached":1,"output":4},
      {"date":"2025-03-01","input":0.5,"output":1,"promotion":true}]},
    {"id":"offer","name":"Offer","prices":[{"date":"2026-01-01","input":0.1,"output":0.2,"promotion":true}]}]}"#;

fn small() -> Dataset {
    let loaded = dataset::load(SMALL).expect("it loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    loaded.dataset
}

fn shipped() -> Dataset {
    let text = include_str!("../www/data/debate.json");
    dataset::load(text).expect("it loads").dataset
}

#[test]
fn strategies_are_ranked_by_weight_times_score() {
    let data = small();
    let decide = data.document.decide.as_ref().expect("decide");
    let table = ScoreTable::new(&data, &[]);
    let ranking = Ranking::new(&table, &weights(decide, &[]));
    let rows: Vec<_> = ranking
        .rows
        .iter()
        .map(|row| (row.level, row.place, row.total, row.parts.clone()))
        .collect();
    assert_eq!(
        rows,
        [
            (0, 1, 32, vec![0, 24, 8]),
            (1, 2, 30, vec![8, 18, 4]),
            (2, 3, 12, vec![8, 0, 4]),
        ]
    );
    assert_eq!(ranking.most, 40);
    assert_eq!(ranking.percent(30).to_string(), "75");
    let best_open = ranking.best(|level| level > 0).expect("one");
    assert_eq!(best_open.level, 1);
}

#[test]
fn the_reader_s_weights_and_scores_count() {
    let data = small();
    let decide = data.document.decide.as_ref().expect("decide");
    let own = weights(decide, &[("control".into(), 4), ("gone".into(), 9)]);
    assert_eq!(own, [4, 6, 2]);
    let edit = |need, level, value| ScoreEdit { need, level, value };
    let table = ScoreTable::new(&data, &[edit(0, 0, 3), edit(9, 0, 4), edit(0, 9, 4)]);
    assert_eq!(
        [table.value(0, 0), table.value(0, 1), table.value(1, 0)],
        [3, 4, 4]
    );
    let ranking = Ranking::new(&table, &own);
    assert_eq!(ranking.rows[0].total, 4 * 3 + 6 * 4 + 2 * 4);
}

#[test]
fn equal_sums_have_the_same_place_and_nothing_flips() {
    let table = ScoreTable::new(&small(), &[]);
    // A: 4·4 + 2·4. B: 2·4 + 4·3 + 2·2. C: 2·4 + 2·2.
    let ranking = Ranking::new(&table, &[2, 4, 2]);
    let places: Vec<_> = ranking
        .rows
        .iter()
        .map(|row| (row.place, row.total))
        .collect();
    assert_eq!(places, [(1, 24), (1, 24), (3, 12)]);
    assert_eq!(flips(&table, &[2, 4, 2], 0, 1), []);
    let nothing = Ranking::new(&table, &[0, 0, 0]);
    assert_eq!(
        (nothing.most, nothing.percent(0).to_string()),
        (0, "0".into())
    );
}

/// A leads B by 32 − 30 = 2. Control: B gains 4 a step, so level at 2 + 2/4 = 2.5. Quality: A gains 1, so level
/// at 6 − 2 = 4. Support: A gains 2, so level at 2 − 1 = 1.
#[test]
fn the_smallest_change_that_turns_the_order_round_comes_first() {
    let table = ScoreTable::new(&small(), &[]);
    let found: Vec<_> = flips(&table, &[2, 6, 2], 0, 1)
        .iter()
        .map(|flip| {
            (
                flip.need,
                flip.weight.to_string(),
                flip.share.to_string(),
                flip.above,
            )
        })
        .collect();
    let flip =
        |need, weight: &str, share: &str, above| (need, weight.to_owned(), share.to_owned(), above);
    assert_eq!(
        found,
        [
            // 2.5 of 10.5, 1 of 9, 4 of 8.
            flip(0, "2.5", "23.8", true),
            flip(2, "1", "11.1", false),
            flip(1, "4", "50", false),
        ]
    );
}

/// C is behind B by 18, all of it by quality: C would need less than nothing of it.
#[test]
fn an_order_that_no_weight_turns_round_has_no_flip() {
    let table = ScoreTable::new(&small(), &[]);
    assert_eq!(flips(&table, &[2, 6, 2], 1, 2), []);
    // B is behind A by 22: only 5.5 more control does it, for neither of the other needs can lose 11 or 22.
    let found = flips(&table, &[2, 10, 10], 0, 1);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].weight.to_string(), "7.5");
}

/// What flips according to the formula flips in the ranking, and not before.
#[test]
fn flips_of_the_shipped_data_are_those_of_the_ranking() {
    let data = shipped();
    let decide = data.document.decide.as_ref().expect("decide");
    let table = ScoreTable::new(&data, &[]);
    let mut starts = vec![weights(decide, &[])];
    starts.extend(decide.profiles.iter().map(|profile| {
        let own: Vec<_> = profile
            .weights
            .iter()
            .map(|(id, weight)| (id.clone(), *weight))
            .collect();
        weights(decide, &own)
    }));
    for start in starts {
        let ranking = Ranking::new(&table, &start);
        let (ahead, behind) = (ranking.rows[0].level, ranking.rows[1].level);
        for need in 0..start.len() {
            let found = flips(&table, &start, ahead, behind);
            let found = found.iter().find(|flip| flip.need == need);
            for weight in 0..=10 {
                let mut tried = start.clone();
                tried[need] = weight;
                let totals = Ranking::new(&table, &tried);
                let total = |level| {
                    totals
                        .rows
                        .iter()
                        .find(|row| row.level == level)
                        .map(|row| row.total)
                };
                let is_turned = total(behind) > total(ahead);
                let expected = found.is_some_and(|flip| {
                    let weight = f64::from(weight);
                    let at = flip.weight.to_f64();
                    if flip.above { weight > at } else { weight < at }
                });
                assert_eq!(is_turned, expected, "{start:?}, need {need} at {weight}");
            }
        }
    }
}

/// As it says on the screen.
#[test]
fn both_groups_of_needs_weigh_the_same_at_first() {
    let groups = default_groups(&shipped()).expect("they weigh the same");
    assert_eq!((groups.open, groups.closed, groups.weight), (5, 3, 15));
    assert_eq!(default_groups(&small()), None);
}

#[test]
fn every_need_and_level_of_the_shipped_data_has_a_score_with_a_reason_and_a_source() {
    let data = shipped();
    let decide = data.document.decide.as_ref().expect("decide");
    for need in &decide.needs {
        for level in &data.document.levels {
            let mut scores = decide.scores.iter();
            let score = scores.find(|score| score.need == need.id && score.level == level.id);
            let score = score.unwrap_or_else(|| panic!("{} {}", need.id, level.id));
            assert!(!score.sources.is_empty(), "{} {}", need.id, level.id);
        }
    }
    for profile in &decide.profiles {
        assert_eq!(profile.weights.len(), decide.needs.len(), "{}", profile.id);
    }
    assert_eq!(decide.cost.len(), 8);
}

fn inputs() -> Inputs {
    Inputs {
        tokens: 1e9,
        output_share: 0.1,
        cached_share: 0.5,
        gpu_price: 2.0,
        gpus: 4.0,
        throughput: 1000.0,
        utilisation: 0.25,
        people: 4160.0,
    }
}

/// 900 million tokens of input, half of them cached, and 100 million of output:
/// 450 × 2 + 450 × 0.2 + 100 × 10 = 1,990 US$. GPUs: 2 × 4 × 730 = 5,840 US$, and people: 10,000 US$.
/// A million tokens cost 1.99 US$ through the API: 10,000 ÷ 1.99 = 5,025.125… million tokens.
/// The GPUs serve 4 × 1,000 × 0.25 × 3,600 × 730 = 2,628 million tokens.
#[test]
fn costs_are_those_computed_by_hand() {
    let prices = Prices {
        input: 2.0,
        cached: 0.2,
        output: 10.0,
    };
    let costs = Costs::new(&inputs(), &prices);
    assert_eq!(plain(costs.api), "1990");
    assert_eq!(plain(costs.self_host), "10000");
    assert_eq!(plain(costs.capacity), "2628000000");
    let break_even = costs.break_even.expect("one");
    assert!((break_even - 5_025_125_628.140_703).abs() < 0.001);
    assert!(costs.is_out_of_reach());
    // Four times as busy: 10,512 million tokens.
    let busy = Inputs {
        utilisation: 1.0,
        ..inputs()
    };
    assert!(!Costs::new(&busy, &prices).is_out_of_reach());
    let free = Prices {
        input: 0.0,
        cached: 0.0,
        output: 0.0,
    };
    let costs = Costs::new(&inputs(), &free);
    assert_eq!((costs.api, costs.break_even), (0.0, None));
    assert_eq!(CostLines::new(1e9, &costs), None);
}

#[test]
fn the_chart_has_room_for_all_that_it_marks() {
    let prices = Prices {
        input: 2.0,
        cached: 0.2,
        output: 10.0,
    };
    let costs = Costs::new(&inputs(), &prices);
    let lines = CostLines::new(1e9, &costs).expect("lines");
    // 1 billion, 2.6 and 5 billion; US$1.99 to US$19,900 and US$10,000.
    assert_eq!(lines.volumes, (1e8, 1e10));
    assert_eq!(lines.costs, (100.0, 1e5));
    assert_eq!(CostLines::powers(lines.costs), [100.0, 1e3, 1e4, 1e5]);
    assert!((CostLines::part(1e9, lines.volumes) - 0.5).abs() < 1e-9);
    assert_eq!(CostLines::part(1e20, lines.volumes), 1.0);
    for tokens in [0.0, 1.0, 1e12] {
        let lines = CostLines::new(tokens, &costs).expect("lines");
        assert!(lines.volumes.0 < lines.volumes.1 && lines.costs.0 < lines.costs.1);
    }
}

#[test]
fn nonsense_is_no_number() {
    for (input, text, expected) in [
        (CostInput::Tokens, " 1000000 ", Some("1000000")),
        (CostInput::Tokens, "1e9", Some("1000000000")),
        (CostInput::Tokens, "0", Some("0")),
        (CostInput::Tokens, "", None),
        (CostInput::Tokens, "-5", None),
        (CostInput::Tokens, "1e30", None),
        (CostInput::Tokens, "1e13", None),
        (CostInput::Tokens, "many", None),
        (CostInput::Tokens, "NaN", None),
        (CostInput::Tokens, "Infinity", None),
        (CostInput::OutputShare, ".5", Some("0.5")),
        (CostInput::OutputShare, "1", Some("1")),
        (CostInput::OutputShare, "1.01", None),
        (CostInput::Gpus, "2.5", None),
        (CostInput::Gpus, "0", None),
        (CostInput::Utilisation, "60", None),
    ] {
        let found = parse(input, text).map(|number| number.to_string());
        assert_eq!(found.as_deref(), expected, "{input:?} {text}");
    }
    assert!(limits(CostInput::Gpus).is_whole);
}

#[test]
fn the_last_allowed_number_counts() {
    let data = small();
    let decide = data.document.decide.as_ref().expect("decide");
    let mut entries = CostEntries::default();
    assert_eq!(&*entries.text(decide, CostInput::Tokens), "1000");
    // What the data set says nothing of is 0.
    assert_eq!(&*entries.text(decide, CostInput::People), "0");
    entries.enter(CostInput::Tokens, "");
    let now = |entries: &CostEntries| {
        (
            entries.text(decide, CostInput::Tokens).to_string(),
            entries.inputs(decide).tokens,
            entries.is_wrong(CostInput::Tokens),
        )
    };
    assert_eq!(now(&entries), (String::new(), 1000.0, true));
    entries.enter(CostInput::Tokens, "50");
    assert_eq!(now(&entries), ("50".into(), 50.0, false));
    entries.enter(CostInput::Tokens, "-1");
    assert_eq!(now(&entries), ("-1".into(), 50.0, true));
    assert!(!entries.is_wrong(CostInput::People));
    assert_eq!(entries.inputs(decide).utilisation, 0.5);
}

#[test]
fn promotions_are_no_list_prices() {
    let data = small();
    let offers = offers(&data);
    let ids: Vec<&str> = offers.iter().map(|offer| &*offer.model.id).collect();
    assert_eq!(ids, ["cut", "old"]);
    assert_eq!(
        Prices::from(offers[0].price),
        Prices {
            input: 3.0,
            cached: 1.0,
            output: 4.0
        }
    );
    // Without a cached price cached input costs what input costs.
    assert_eq!(Prices::from(offers[1].price).cached, 1.0);
    let picked = |id| default_offer(&offers, id).map(|offer| &*offer.model.id);
    assert_eq!(
        [picked(Some("old")), picked(Some("offer")), picked(None)],
        [Some("old"), Some("cut"), Some("cut")]
    );
}
