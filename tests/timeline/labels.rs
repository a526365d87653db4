//! Labels cut to a width, and arcs.

use open_vs_closed::timeline::{LinkArc, truncate_to_width};
use proptest::prelude::*;

use crate::strategies::*;

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_label_is_cut_to_its_width(text in "[a-zA-Z ,가-힣e\u{301}👩\u{200d}🔬]{0,40}", max in 0.0..300.0f64) {
        let measure = |text: &str| text.chars().map(|sign| if sign.is_ascii() { 7.0 } else { 13.0 }).sum::<f64>();
        // Every other place is inside a character.
        let ends = |text: &str| text.char_indices().map(|(at, _)| at).skip(1).step_by(2).collect::<Vec<_>>();
        let (short, width) = truncate_to_width(&text, max, &measure, &ends);
        prop_assert!(width <= max && (width - measure(&short)).abs() < 1e-9);
        match short.strip_suffix('…') {
            Some(start) => {
                prop_assert!(text.trim().starts_with(start));
                // Punctuation and spaces are taken off the end.
                let rest = text.trim().get(start.len()..).unwrap_or_default();
                let spared = rest.len() - rest.trim_start_matches([' ', ',']).len();
                let is_end = |at: usize| at == 0 || ends(text.trim()).contains(&at) || text.trim()[at..].starts_with(' ');
                prop_assert!((0..=spared).any(|more| is_end(start.len() + more)), "{}", start);
            }
            None => prop_assert!(short == text.trim() || max < measure("…")),
        }
    }

    #[test]
    fn an_arc_rises_no_more_than_it_may(x1 in 0.0..2000.0f64, y1 in 0.0..500.0f64, x2 in 0.0..2000.0f64, y2 in 0.0..500.0f64, rise in 0.0..200.0f64) {
        let path = LinkArc::new((x1, y1), (x2, y2), rise, 0).path(&[]);
        let numbers: Vec<f64> = path.split(['M', 'Q', ' ']).filter_map(|number| number.parse().ok()).collect();
        prop_assert_eq!(numbers.len(), 6, "{}", path);
        let at = |t: f64| (1.0 - t).powi(2) * numbers[1] + 2.0 * t * (1.0 - t) * numbers[3] + t * t * numbers[5];
        for step in 0..=20 {
            let y = at(f64::from(step) / 20.0);
            prop_assert!(y >= y1.min(y2) - rise - 6.7 && y <= y1.max(y2) + 0.2);
        }
    }
}
