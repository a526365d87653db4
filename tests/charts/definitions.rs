//! What counts as open.

use open_vs_closed::dataset::{Side, Vocabulary};
use open_vs_closed::definition::{DefinitionChange, DefinitionId, Openness, Rule, changes_between};

use super::shipped;

#[test]
fn definitions_divide_models_by_their_levels() {
    let data = shipped();
    let say = |definition, level| Rule::new(&data, definition).openness(level);
    use DefinitionId::{Components, Downloadable, Osaid, Permissive};
    use Openness::{Between, Closed, Open, Unknown};
    for definition in DefinitionId::ALL {
        assert_eq!(say(*definition, Some("full")), Open);
        for level in ["api", "hosted", "unreleased"] {
            assert_eq!(say(*definition, Some(level)), Closed);
        }
        assert_eq!(say(*definition, None), Unknown);
        assert_eq!(say(*definition, Some("of another kind")), Unknown);
    }
    assert_eq!(say(Downloadable, Some("restricted")), Open);
    assert_eq!(say(Permissive, Some("restricted")), Between);
    assert_eq!(say(Permissive, Some("permissive")), Open);
    assert_eq!(say(Osaid, Some("permissive")), Between);
    assert_eq!(say(Components, Some("permissive")), Between);
}

#[test]
fn events_move_between_lanes() {
    let data = shipped();
    let side = |definition, id: &str| {
        let rule = Rule::new(&data, definition);
        rule.side(data.event(id).expect("the event"))
    };
    use DefinitionId::{Downloadable, Osaid, Permissive};
    for event in data.events() {
        assert_eq!(Rule::new(&data, Downloadable).side(event), event.side);
    }
    assert_eq!(side(Permissive, "deepseek-v3"), Side::Both);
    assert_eq!(side(Permissive, "deepseek-r1"), Side::Open);
    assert_eq!(side(Osaid, "deepseek-r1"), Side::Both);
    assert_eq!(side(Osaid, "olmo-1"), Side::Open);
    assert_eq!(side(Osaid, "o3-mini"), Side::Closed);
    assert_eq!(side(Osaid, "altman-ama"), Side::Open, "a statement stays");
    let none = changes_between(&data, Downloadable, Downloadable);
    assert_eq!((none.events, none.models), (0, 0));
    let permissive = changes_between(&data, Downloadable, Permissive);
    let osaid = changes_between(&data, Downloadable, Osaid);
    assert!(0 < permissive.events && permissive.events < osaid.events);
    assert_eq!(
        osaid,
        changes_between(&data, Osaid, Downloadable),
        "the way back is as long"
    );
    assert_eq!(
        osaid,
        DefinitionChange {
            events: 18,
            models: 30,
            unknown: 1
        }
    );
}
