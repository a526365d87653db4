//! Names beside the points of a chart.

use open_vs_closed::charts::{PointLabel, Rect, place_labels};
use proptest::prelude::*;

proptest! {
    #[test]
    fn labels_stand_nearest_to_their_own_points(spots in prop::collection::vec((0..600_i32, 0..300_i32, 10..120_i32), 0..40)) {
        let spots: Vec<PointLabel> = spots.iter().map(|(x, y, width)| PointLabel {
            x: f64::from(*x), y: f64::from(*y), radius: 5.0, width: f64::from(*width), height: 12.0, below: x > y, rank: f64::from((x + y) % 7), may_be_away: false,
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
            x: f64::from(*x), y: f64::from(*y), radius: 4.0, width: f64::from(*width), height: 14.0, below: x > y, rank: f64::from((x + y) % 7), may_be_away: x % 3 == 0,
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
        // What stands away has a line to its own point, and the line meets nothing else.
        for (at, (place, spot)) in places.iter().zip(&spots).enumerate() {
            let Some((place, (x, y))) = place.and_then(|place| Some((place, place.line_to?))) else { continue };
            prop_assert!(spot.may_be_away);
            prop_assert!(place.top == y || place.top + 14.0 == y);
            prop_assert!(place.left <= x && x <= place.left + spot.width);
            for step in 0..=100 {
                let part = f64::from(step) / 100.0;
                let (x, y) = (spot.x + (x - spot.x) * part, spot.y + (y - spot.y) * part);
                let is_in = |left: f64, right: f64, top: f64, bottom: f64| left < x && x < right && top < y && y < bottom;
                if is_in(spot.x - 4.0, spot.x + 4.0, spot.y - 4.0, spot.y + 4.0) { continue };
                for (to, other) in spots.iter().enumerate() {
                    let covers = (other.x - spot.x).abs() < 8.0 && (other.y - spot.y).abs() < 8.0;
                    prop_assert!(to == at || covers || !is_in(other.x - 4.0, other.x + 4.0, other.y - 4.0, other.y + 4.0));
                }
                for other in &boxes {
                    prop_assert!(!is_in(other.0, other.0 + other.2, other.1, other.1 + 14.0));
                }
            }
        }
    }
}

#[test]
fn a_label_without_room_beside_its_point_may_stand_away() {
    let spot = |x: f64, y: f64, may_be_away: bool| PointLabel {
        x,
        y,
        radius: 5.0,
        width: 60.0,
        height: 12.0,
        below: true,
        rank: if may_be_away { 1.0 } else { 0.0 },
        may_be_away,
    };
    let crowd = [
        (280.0, 12.0),
        (300.0, 14.0),
        (260.0, 20.0),
        (270.0, 34.0),
        (296.0, 30.0),
    ];
    let mut spots: Vec<PointLabel> = crowd.map(|(x, y)| spot(x, y, false)).into();
    spots[0] = spot(280.0, 12.0, true);
    let place = place_labels(&spots, &[], 320.0, 200.0)[0];
    let place = place.expect("a place at the end of a line");
    let (_, y) = place.line_to.expect("a line");
    assert!(y > 34.0 && place.top == y, "{place:?}");
    spots[0].may_be_away = false;
    assert_eq!(place_labels(&spots, &[], 320.0, 200.0)[0], None);
}
