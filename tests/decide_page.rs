//! What helps to decide, as the static page shows it at the weights and inputs of the data.
#![cfg(all(feature = "ssr", not(target_arch = "wasm32")))]
#![allow(
    clippy::expect_used,
    reason = "a test stops where its ground is missing"
)]

use open_vs_closed::dataset;
use open_vs_closed::locale::ENGLISH;
use open_vs_closed::prerender::static_html;

/// A data set with two levels, two needs and a model with a price. `cost` is the price of its output.
fn page(quality: u8, output: &str) -> String {
    let text = format!(
        r#"{{"version":"1.0","meta":{{"title":"T"}},"events":[{{"id":"e","date":"2020-01-15","title":"E"}}],
        "levels":[{{"id":"api","name":"Rented","definition":"D."}},{{"id":"permissive","name":"Own","definition":"D."}}],
        "decide":{{
          "needs":[{{"id":"control","name":"Control","question":"How much?","default":2}},{{"id":"quality","name":"Quality","question":"How good?","default":{quality}}}],
          "scores":[{{"need":"control","level":"permissive","value":4,"reason":"It is <b>yours</b>."}},{{"need":"quality","level":"api","value":3,"reason":"It is better."}}],
          "cost":[{{"id":"tokens","value":2000000,"note":"A guess."}},{{"id":"output-share","value":0.5,"note":"Half."}},{{"id":"people","value":1000,"note":"One."}},
            {{"id":"gpus","value":1,"note":"One."}},{{"id":"throughput","value":100,"note":"Few."}},{{"id":"utilisation","value":1,"note":"All."}}]}},
        "models":[{{"id":"m","name":"M","level":"api","prices":[{{"date":"2025-01-31","input":1,"output":{output}}}]}}]}}"#
    );
    let loaded = dataset::load(&text).expect("the data set loads");
    assert!(loaded.issues.is_empty(), "{:?}", loaded.issues);
    let html = static_html(loaded.dataset, &ENGLISH, 2).expect("it renders");
    let view = html.split("ovc-decide").nth(1).expect("the view");
    view.to_owned()
}

/// The text without markup, with single spaces.
fn text(html: &str) -> String {
    let mut text = String::new();
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or(part, |(_, after)| after));
        text.push(' ');
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn says(html: &str, words: &str) {
    let text = text(html);
    assert!(text.contains(words), "{words:?} is not in {text}");
}

/// Rented: 5 × 3 = 15 of 28 points. Own: 2 × 4 = 8. Level at control 15 ÷ 4 = 3.75, of 8.75 in all.
#[test]
fn the_ranking_and_its_flip_point_are_in_the_static_page() {
    let html = page(5, "3");
    says(&html, "Control (weight 2)");
    says(&html, "Rented Closed 1 15 53.6% 0 15");
    says(&html, "Own Open 2 8 28.6% 8 0");
    says(
        &html,
        "“Rented” fits better than “Own” until “Control” weighs more than 3.75 of 10 (42.9% of all weight). Then “Own” fits better.",
    );
    says(&html, "Own Open 4 It is &lt;b&gt;yours&lt;/b&gt;.");
    // The two groups do not weigh the same, so nothing says that they do.
    assert!(!html.contains("How the first weights were chosen"));
    assert!(!html.contains("<input") && !html.contains("<select"));
}

#[test]
fn groups_of_the_same_weight_are_said_and_the_nearest_flip_comes_first() {
    let html = page(2, "3");
    says(
        &html,
        "the needs that an open strategy serves best (1) weigh 2 in all, and so do those that a closed one serves best (1).",
    );
    // Own leads by 8 − 6: level at control 6 ÷ 4 of 3.5 in all, and at quality 8 ÷ 3 of 4.67. The first is nearer.
    says(
        &html,
        "“Own” fits better than “Rented” until “Control” weighs less than 1.5 of 10 (42.9% of all weight).",
    );
    says(&html, "“Quality” above 2.67 of 10 (57.1% of all weight)");
}

/// A million tokens of each kind cost 1 + 3 = US$4, and people US$1,000: break-even at 500 million tokens. One GPU
/// serves 100 × 3,600 × 730 = 262.8 million.
#[test]
fn the_costs_are_in_the_static_page_with_their_formulas() {
    let html = page(5, "3");
    for output in [
        r#"data-output="api-cost" data-value="4""#,
        r#"data-output="self-host-cost" data-value="1000""#,
        r#"data-output="break-even" data-value="500000000""#,
    ] {
        assert!(html.contains(output), "{output}");
    }
    says(&html, "US$4.00 per month");
    says(&html, "No price for cached input is listed");
    says(
        &html,
        "Both would cost the same at 500 million tokens a month. That is more than these GPUs can serve: 263 million a month.",
    );
    says(&html, "Break-even = cost of self-hosting ÷");
    says(&html, "A guess.");
}
