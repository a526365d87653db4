//! Names beside the points of a chart.

use open_vs_closed::charts::{PointLabel, Rect, place_labels};
use proptest::prelude::*;

proptest! {
    #[test]
    fn labels_stand_nearest_to_their_own_points(spots in prop::collection::vec((0..600_i32, 0..300_i32, 10..120_i32), 0..40)) {
        let spots: Vec<PointLabel> = spots.iter().map(|(x, y, width)| PointLabel {
            x: f64::from(*x), y: f64::from(*y), radius: 5.0, width: f64::from(*width), height: 12.0, below: x > y, rank: f64::from((x + y) % 7),
        }).collect();
        let line = Rect { left: 100.0, top: 99.0, right: 500.0, bottom: 101.0 };
        let places = place_labels(&spots, &[line], 600.0, 300.0);
        prop_assert!(places.iter().flatten().count() <= 15, "a name for each 40 pixels");
        for (at, (place, spot)) in places.iter().zip(&spots).enumerate() {
            let Some(place) = place else { continue };
            prop_assert!(spot.rank > 0.0, "a name that nobody has asked for");
            let distance = |other: &Rect| {
                let x = (other.left - place.left - spot.width).max(place.left - other.right).max(0.0);
                let y = (other.top - place.top - spot.height).max(place.top - other.bottom).max(0.0);
                x.hypot(y)
            };
            let centre = |spot: &PointLabel| Rect { left: spot.x, top: spot.y, right: spot.x, bottom: spot.y };
            let own = distance(&centre(spot));
            prop_assert!(own < 8.0, "{own}");
            for (to, other) in spots.iter().enumerate() {
                prop_assert!(to == at || own < distance(&centre(other)), "{spot:?} and {other:?}");
            }
            let is_own = (99.0..=501.0).contains(&spot.x) && (98.0..=102.0).contains(&spot.y);
            prop_assert!(is_own || own < distance(&line));
        }
    }

    #[test]
    fn labels_never_overlap(spots in prop::collection::vec((0..600_i32, 0..300_i32, 10..120_i32), 0..40)) {
        let spots: Vec<PointLabel> = spots.iter().map(|(x, y, width)| PointLabel {
            x: f64::from(*x), y: f64::from(*y), radius: 4.0, width: f64::from(*width), height: 14.0, below: x > y, rank: f64::from((x + y) % 7),
        }).collect();
        let line = Rect { left: 100.0, top: 99.0, right: 500.0, bottom: 101.0 };
        let places = place_labels(&spots, &[line], 600.0, 300.0);
        let boxes: Vec<(f64, f64, f64)> = places.iter().zip(&spots)
            .filter_map(|(place, spot)| place.map(|place| (place.left, place.top, spot.width)))
            .collect();
        for (at, a) in boxes.iter().enumerate() {
            prop_assert!(a.0 >= 0.0 && a.0 + a.2 <= 600.0 && a.1 >= 0.0 && a.1 + 14.0 <= 300.0);
            prop_assert!(a.0 >= line.right || a.0 + a.2 <= line.left || a.1 >= line.bottom || a.1 + 14.0 <= line.top);
            for b in &boxes[at + 1..] {
                let apart = a.0 + a.2 <= b.0 || b.0 + b.2 <= a.0 || a.1 + 14.0 <= b.1 || b.1 + 14.0 <= a.1;
                prop_assert!(apart, "{:?} {:?}", a, b);
            }
        }
    }
}
