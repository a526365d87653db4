//! What the tooltip of a mark says.

use web_sys::Element;

use super::lanes::Lanes;
use super::scene::Scene;
use crate::locale::fill;
use crate::ui::components::tooltip::Naming;
use crate::ui::context::App;
use crate::ui::timeline::cluster::ClusterContents;
use crate::ui::timeline::focus::event_of;

/// How many events of a cluster are named.
const NAMED: usize = 3;

/// The title and the date of a mark's event, or the first events of a cluster.
pub(super) fn naming(app: &App, lanes: &Lanes, scene: &Scene, mark: &Element) -> Naming {
    let named = match mark.get_attribute("data-at") {
        Some(number) => cluster(app, lanes, scene, &number, mark),
        None => event(app, mark),
    };
    named.unwrap_or_default()
}

fn event(app: &App, mark: &Element) -> Option<Naming> {
    let event = app.data.event(&event_of(mark)?)?;
    Some(Naming {
        name: event.title.to_string(),
        more: app.spoken_date(event),
    })
}

fn cluster(
    app: &App,
    lanes: &Lanes,
    scene: &Scene,
    number: &str,
    mark: &Element,
) -> Option<Naming> {
    let cluster = scene
        .placement
        .clusters
        .get(number.parse::<usize>().ok()?)?;
    let contents = ClusterContents::new(&app.data, &lanes.index, &scene.aggregates, cluster)?;
    let listed = contents.open(&lanes.index).listed;
    let events = app.data.events();
    let mut lines: Vec<String> = listed
        .iter()
        .take(NAMED)
        .filter_map(|at| Some(events.get(*at as usize)?.title.to_string()))
        .collect();
    let others = contents.count.saturating_sub(lines.len());
    if others > 0 {
        lines.push(fill(app.words.more, &[("count", &others.to_string())]));
    }
    Some(Naming {
        name: mark.get_attribute("aria-label").unwrap_or_default(),
        more: lines.join("\n"),
    })
}
