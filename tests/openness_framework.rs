//! The classes of the Model Openness Framework.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset::{self, Component, ComponentKind, Components, Vocabulary};
use open_vs_closed::openness_framework::OpennessClass::{
    self, OpenModel, OpenScience, OpenTooling, Unclassified,
};
use open_vs_closed::openness_framework::{
    is_open_licence, missing_parts, openness_class, required_parts,
};

/// Parts by their licence: no licence where it is empty.
fn components(parts: &[(&str, &str)]) -> Components {
    let part = |kind, licence: &str| {
        let kind = ComponentKind::from_word(kind).expect("a part");
        let licence = (!licence.is_empty()).then(|| licence.into());
        (kind, Component { licence })
    };
    let parts = parts.iter().flat_map(|(licence, kinds)| {
        let kinds = kinds.split(' ');
        kinds.map(move |kind| part(kind, licence))
    });
    parts.collect()
}

/// The progress that the tool prints for classes III, II and I, in per cent: nothing where a lower class is
/// not met.
fn progress(components: &Components) -> [usize; 3] {
    let mut is_met = true;
    OpennessClass::RANKS.map(|class| {
        let all = required_parts(components, class).len();
        let out = all - missing_parts(components, class).len();
        let per_cent = if is_met {
            (out * 200 + all) / (2 * all)
        } else {
            0
        };
        is_met = out == all;
        per_cent
    })
}

const MODEL: &str = "architecture weights evaluation-results model-card data-card technical-report";
const TOOLING: &str = "training-code inference-code evaluation-code evaluation-data";
const SCIENCE: &str = "data preprocessing-code intermediate-weights paper";

#[track_caller]
fn check(parts: &[(&str, &str)], class: OpennessClass, expected: [usize; 3]) {
    let components = components(parts);
    assert_eq!(openness_class(&components), Some(class), "{parts:?}");
    assert_eq!(progress(&components), expected, "{parts:?}");
}

#[test]
fn each_class_asks_for_all_of_the_one_below_and_more() {
    let [model, tooling, science] = [MODEL, TOOLING, SCIENCE].map(|parts| ("MIT", parts));
    check(&[model], OpenModel, [100, 60, 0]);
    check(&[model, tooling], OpenTooling, [100, 100, 71]);
    check(&[model, tooling, science], OpenScience, [100, 100, 100]);
    // A class is not given over a lower one that is not met.
    check(&[tooling, science], Unclassified, [17, 0, 0]);
    check(&[model, science], OpenModel, [100, 60, 0]);
    for part in MODEL.split(' ') {
        let all = components(&[model, tooling]);
        let others = all.iter().filter(|(kind, _)| kind.as_str() != part);
        let parts: Components = others.cloned().collect();
        assert_eq!(openness_class(&parts), Some(Unclassified), "{part}");
        let missing = missing_parts(&parts, OpenModel);
        let missing: Vec<&str> = missing.into_iter().map(ComponentKind::as_str).collect();
        assert_eq!(missing, [part]);
    }
    assert!(missing_parts(&Components::default(), Unclassified).is_empty());
}

#[test]
fn what_is_not_asked_for_changes_no_class() {
    let optional = "sample-outputs libraries metadata";
    check(
        &[("MIT", MODEL), ("MIT", optional)],
        OpenModel,
        [100, 60, 0],
    );
    check(&[("MIT", MODEL), ("", optional)], OpenModel, [100, 60, 0]);
    check(&[("MIT", optional)], Unclassified, [0, 0, 0]);
}

#[test]
fn a_paper_stands_in_for_a_report_and_not_the_other_way_round() {
    let most = MODEL.trim_end_matches(" technical-report");
    let science = SCIENCE.trim_end_matches(" paper");
    let report = ("MIT", "technical-report");
    let with = |documents: &[(&'static str, &'static str)]| {
        let parts = [("MIT", most), ("MIT", TOOLING), ("MIT", science)];
        [&parts[..], documents].concat()
    };
    let paper = ("MIT", "paper");
    check(&with(&[paper]), OpenScience, [100, 100, 100]);
    check(
        &with(&[("", "technical-report"), paper]),
        OpenScience,
        [100, 100, 100],
    );
    check(&with(&[report]), OpenTooling, [100, 100, 93]);
    check(&with(&[report, ("", "paper")]), OpenTooling, [100, 100, 93]);
    check(&with(&[("", "paper")]), Unclassified, [83, 0, 0]);
}

#[test]
fn a_part_counts_under_an_open_licence_of_any_kind() {
    // MIT is made for code, and counts for weights and documents as well.
    check(&[("MIT", MODEL)], OpenModel, [100, 60, 0]);
    check(&[("CC-BY-4.0", MODEL)], OpenModel, [100, 60, 0]);
    check(&[("", MODEL)], Unclassified, [0, 0, 0]);
    for open in [
        "Apache-2.0",
        "0BSD",
        "OpenMDW-1.0",
        "ODC-PDDL-1.0",
        "xinetd",
    ] {
        assert!(is_open_licence(open), "{open}");
    }
    for other in [
        "",
        " ",
        "MIT ",
        "mit",
        "Apache 2.0",
        "Apache-2.0 MIT",
        "CC-BY-NC-4.0",
        "Llama 3 Community License Agreement",
        "BigScience-BLOOM-RAIL-1.0",
    ] {
        assert!(!is_open_licence(other), "{other}");
        check(&[(other, MODEL)], Unclassified, [0, 0, 0]);
    }
}

#[test]
fn a_model_of_whose_parts_nothing_is_known_has_no_class() {
    assert_eq!(openness_class(&Components::default()), None);
    for class in OpennessClass::ALL {
        assert_eq!(OpennessClass::from_word(class.as_str()), Some(*class));
    }
}

/// A model in the tool.
struct Row {
    id: &'static str,
    class: OpennessClass,
    /// Of classes III, II and I, in per cent.
    progress: [usize; 3],
    parts: &'static [(&'static str, &'static str)],
}

/// Our models in github.com/lfai/model_openness_tool at commit 8b5d30e: what the files of its folder
/// `models` list, and what the tool prints.
#[rustfmt::skip]
const ROWS: [Row; 13] = [
    Row {
        id: "gpt-neox-20b",
        class: OpenModel,
        progress: [100, 90, 0],
        parts: &[
            ("Apache-2.0", "architecture weights intermediate-weights inference-code training-code preprocessing-code evaluation-code data evaluation-results metadata data-card model-card"),
            ("CC-BY-4.0", "paper"),
        ],
    },
    Row {
        id: "bloom-176b",
        class: Unclassified,
        progress: [17, 0, 0],
        parts: &[
            ("BigScience-BLOOM-RAIL-1.0", "architecture weights intermediate-weights inference-code training-code evaluation-code data evaluation-results metadata data-card model-card"),
            ("CC-BY-4.0", "technical-report paper"),
        ],
    },
    Row {
        id: "mistral-7b",
        class: Unclassified,
        progress: [33, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights"),
            ("", "paper"),
        ],
    },
    Row {
        id: "mixtral-8x7b",
        class: Unclassified,
        progress: [83, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights inference-code libraries model-card"),
            ("", "evaluation-data technical-report"),
            ("CC-BY-4.0", "evaluation-results paper"),
        ],
    },
    Row {
        id: "olmo-7b",
        class: OpenScience,
        progress: [100, 100, 100],
        parts: &[
            ("Apache-2.0", "architecture weights intermediate-weights inference-code training-code preprocessing-code evaluation-code data evaluation-data evaluation-results data-card model-card"),
            ("CC-BY-4.0", "paper"),
        ],
    },
    Row {
        id: "grok-1",
        class: Unclassified,
        progress: [33, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights"),
            ("", "model-card paper"),
        ],
    },
    Row {
        id: "qwen-2-5-72b",
        class: Unclassified,
        progress: [0, 0, 0],
        parts: &[
            ("Qwen License Agreement", "architecture weights inference-code libraries"),
            ("", "evaluation-data evaluation-results model-card technical-report"),
            ("arXiv.org perpetual non-exclusive license 1.0", "paper"),
        ],
    },
    Row {
        id: "deepseek-v3",
        class: Unclassified,
        progress: [17, 0, 0],
        parts: &[
            ("MIT", "architecture inference-code libraries"),
            ("DeepSeek License Agreement", "weights metadata"),
            ("", "evaluation-data evaluation-results model-card technical-report"),
            ("arXiv.org perpetual non-exclusive license 1.0", "paper"),
        ],
    },
    Row {
        id: "deepseek-r1",
        class: Unclassified,
        progress: [83, 0, 0],
        parts: &[
            ("MIT", "architecture weights inference-code libraries evaluation-data evaluation-results metadata model-card technical-report"),
            ("arXiv.org perpetual non-exclusive license 1.0", "paper"),
        ],
    },
    Row {
        id: "gpt-oss-120b",
        class: Unclassified,
        progress: [83, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights inference-code evaluation-results"),
            ("CC-BY-4.0", "model-card technical-report"),
        ],
    },
    Row {
        id: "gpt-oss-20b",
        class: Unclassified,
        progress: [83, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights inference-code evaluation-results"),
            ("CC-BY-4.0", "model-card technical-report"),
        ],
    },
    Row {
        id: "mistral-large-3",
        class: Unclassified,
        progress: [83, 0, 0],
        parts: &[
            ("Apache-2.0", "architecture weights inference-code evaluation-results model-card technical-report"),
        ],
    },
    Row {
        id: "granite-4-0-h-small",
        class: OpenModel,
        progress: [100, 60, 0],
        parts: &[
            ("Apache-2.0", "architecture weights evaluation-results data-card model-card technical-report"),
        ],
    },
];

#[test]
fn models_have_the_class_that_the_tool_prints() {
    for row in &ROWS {
        check(row.parts, row.class, row.progress);
    }
}

/// The data set has these parts, and so these classes; of other models it tells no parts.
#[test]
fn the_shipped_models_have_the_parts_that_the_tool_lists() {
    let loaded = dataset::load(include_str!("../www/data/debate.json"));
    let data = loaded.expect("the data set loads").dataset;
    for row in &ROWS {
        let model = data.model(row.id);
        let model = model.unwrap_or_else(|| panic!("{} is missing", row.id));
        assert_eq!(model.components, components(row.parts), "{}", row.id);
        let class = openness_class(&model.components);
        assert_eq!(class, Some(row.class), "{}", row.id);
    }
    let models = data.models().iter();
    let known = models.filter(|model| !model.components.is_empty());
    assert_eq!(
        known.count(),
        ROWS.len(),
        "of other models no parts are told"
    );
}
