//! The lines of any frontier.

use open_vs_closed::dataset::Vocabulary;
use open_vs_closed::date::PartialDate;
use open_vs_closed::decimal::Decimal;
use open_vs_closed::definition::{DefinitionId, Openness};
use proptest::prelude::*;

use super::frontier::frontier;
use super::{model, with_models};

fn any_model() -> impl Strategy<Value = (i32, usize, Option<i32>)> {
    (0..3000_i32, 0..6_usize, prop::option::of(0..1000_i32))
}

proptest! {
    #[test]
    fn a_frontier_is_the_best_score_so_far(models in prop::collection::vec(any_model(), 0..30), at in -100..3200_i32) {
        let levels = ["api", "restricted", "permissive", "full", "unreleased", ""];
        let texts: Vec<String> = models.iter().enumerate().map(|(n, (day, level, score))| {
            let date = PartialDate::from_day(18_000 + day).to_string();
            // One in eight has no date.
            let date = if day % 8 == 0 { String::new() } else { date };
            let score = score.map(|score| format!("{}.{}", score / 10, score % 10));
            model(&format!("m{n}"), &date, levels[*level], &score.unwrap_or_default())
        }).collect();
        let data = with_models(&texts.join(","));
        for definition in DefinitionId::ALL {
            let lines = frontier(&data, *definition);
            prop_assert_eq!(lines.points.len() + lines.undated + lines.unscored, models.len());
            let on_lines = lines.points.iter().filter(|mark| mark.is_released && matches!(mark.openness, Openness::Open | Openness::Closed));
            prop_assert_eq!(on_lines.count() + lines.mixed + lines.unknown + lines.unreleased, lines.points.len());
            for line in [&lines.open, &lines.closed] {
                prop_assert!(line.windows(2).all(|pair| pair[0].day <= pair[1].day && pair[0].value < pair[1].value));
            }
            let now = lines.at(18_000 + at);
            prop_assert_eq!(now.gap.is_some(), now.open.is_some() && now.closed.is_some());
            if let (Some(gap), Some(lag)) = (now.gap, now.lag) {
                prop_assert!(lag >= 0);
                if gap < Decimal::ZERO { prop_assert_eq!(lag, 0); }
                let best = |openness| lines.points.iter().filter(|mark| mark.is_released && mark.openness == openness && mark.day <= now.day).map(|mark| mark.value).max();
                let (open, closed) = (best(Openness::Open), best(Openness::Closed));
                let best_open = now.open.map(|step| step.day).unwrap_or_default();
                let first = lines.points.iter().find(|mark| mark.is_released && mark.openness == Openness::Closed && Some(mark.value) >= open);
                let before = first.map_or(0, |mark| (best_open - mark.day).max(0));
                prop_assert_eq!(lag, before);
                prop_assert_eq!(Some(gap), closed.zip(open).map(|(closed, open)| closed.minus(open)));
            }
        }
    }
}
