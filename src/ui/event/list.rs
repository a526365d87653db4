//! The events as a list by year: the narrow view, and the static page.

use yew::prelude::*;

use super::body::body;
use super::era::era_note;
use super::opened::Opened;
use crate::dataset::{Era, Event};
use crate::state::Action;
use crate::ui::context::{App, Surface, attr, classes, flag};
use crate::ui::shape;
use crate::ui::still::still;

/// The years of the list as they were drawn, for those that stay as they are.
#[derive(Default)]
pub(in crate::ui) struct Years {
    /// What they were drawn with.
    app: Option<App>,
    /// Those without a card, each with the positions of its events.
    drawn: Vec<(Vec<u32>, Html)>,
}

impl Years {
    /// What can be used again with `app`.
    fn take(&mut self, app: &App) -> Vec<(Vec<u32>, Html)> {
        let drawn = core::mem::take(&mut self.drawn);
        if self.app.as_ref() == Some(app) {
            return drawn;
        }
        self.app = Some(app.clone());
        Vec::new()
    }
}

/// Events under a heading for each year. `visible` has their positions in date order; the card of
/// the one that is `opened` stands open in its place. `years` remembers the others from one time to the next.
pub(in crate::ui) fn year_list(
    app: &App,
    visible: &[u32],
    opened: Option<&Opened<'_>>,
    years: &mut Years,
) -> Html {
    let event = |position: &u32| app.data.events().get(*position as usize);
    let year_of = |position: &u32| event(position).map(|event| event.date.year());
    let before = years.take(app);
    let mut eras: Vec<&Era> = app.data.meta().eras.iter().collect();
    let mut year = |positions: &[u32]| {
        let events: Vec<&Event> = positions.iter().filter_map(event).collect();
        let opened = opened.filter(|opened| events.iter().any(|event| *event.id == *opened.id));
        let known = before.iter().find(|(known, _)| known == positions);
        let known = known.filter(|_| opened.is_none());
        let drawn = known.map_or_else(
            || year(app, &events, opened).unwrap_or_default(),
            |(_, drawn)| drawn.clone(),
        );
        if opened.is_none() {
            years.drawn.push((positions.to_vec(), drawn.clone()));
        }
        html! {
            <>
                { for eras_of(&mut eras, &events).into_iter().map(|era| era_note(app, era, None)) }
                if app.surface == Surface::Live {
                    { still(drawn) }
                } else {
                    { drawn }
                }
            </>
        }
    };
    html! {
        <div class="ovc-years" role="group" aria-label={app.words.timeline_list}>
            { for visible.chunk_by(|a, b| year_of(a) == year_of(b)).map(&mut year) }
        </div>
    }
}

/// Takes the periods that reach into the year of some events out of the list of those to come.
fn eras_of<'a>(to_come: &mut Vec<&'a Era>, events: &[&Event]) -> Vec<&'a Era> {
    let year = events.first().map_or(i32::MIN, |event| event.date.year());
    let reaches =
        |era: &&Era| era.start.year() <= year && era.end.is_none_or(|end| year <= end.year());
    let found = to_come.iter().copied().filter(reaches).collect();
    to_come.retain(|era| !reaches(era));
    found
}

fn year(app: &App, events: &[&Event], opened: Option<&Opened<'_>>) -> Option<Html> {
    let year = crate::date::PartialDate::from_year(events.first()?.date.year())?;
    let title = app.formats.date(year);
    Some(html! {
        <section class="ovc-year" key={title.clone()} aria-label={title.clone()}>
            { app.heading(2, "ovc-year-title", html! { title }) }
            <ol>
                { for events.iter().map(|event| {
                    entry(app, event, opened.filter(|opened| *opened.id == *event.id))
                }) }
            </ol>
        </section>
    })
}

/// One event of the list. In the static page its title is a link, live a button: both look alike
/// and take the same room, so that going live moves nothing.
fn entry(app: &App, event: &Event, opened: Option<&Opened<'_>>) -> Html {
    let class = classes(&["ovc-entry", shape::class_of(event.side)]);
    let id = attr(&event.id);
    let head = html! {
        <>
            { shape::icon(event.side) }
            <span class="ovc-entry-title">{ app.marked(&event.title) }</span>
        </>
    };
    let about = html! {
        <p class="ovc-entry-about">
            <time datetime={event.date.to_string()}>{ app.spoken_date(event) }</time>
            { " · " }{ app.words.side(event.side) }
            if let Some(kind) = event.kind {
                { " · " }{ app.words.kind(kind) }
            }
        </p>
    };
    match app.surface {
        // Without scripts everything is spread out. Where a script is on its way, the style sheet
        // folds the bodies and `:target` opens the one that a link names, as the live list does.
        Surface::Static | Surface::Print => html! {
            <li key={event.id.to_string()} {class} id={id.clone()} data-id={id.clone()} part="event">
                <a class="ovc-anchor" href={format!("#{id}")}>{ head }</a>
                { about }
                <div class="ovc-entry-body">{ body(app, event, None) }</div>
            </li>
        },
        Surface::Live => {
            let open = opened.is_some();
            let target = (!open).then(|| event.id.clone());
            let onclick = app.on(move || Action::Select(target.clone()));
            let title_id = format!("ovc-entry-{id}");
            let card = id.clone();
            html! {
                <li key={event.id.to_string()} {class}>
                    <button type="button" class="ovc-anchor" part="event" data-id={id} id={title_id.clone()}
                        aria-expanded={flag(open)} {onclick}>
                        { head }
                    </button>
                    { about }
                    if open {
                        <div class="ovc-entry-body" role="region" part="card" aria-labelledby={title_id} data-first={card}>
                            { body(app, event, opened) }
                        </div>
                    }
                </li>
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use yew::virtual_dom::VNode;

    use super::*;
    use crate::dataset;
    use crate::definition::{DefinitionId, Rule};
    use crate::locale::ENGLISH;
    use crate::query::search::Query;
    use crate::ui::Formats;
    use crate::ui::event::Turned;

    const DATA: &str = r#"{"version":"1.0","meta":{"title":"A"},"events":[
        {"id":"a","date":"2019-05-01","title":"A"},
        {"id":"b","date":"2020-05-01","title":"B"},
        {"id":"c","date":"2020-06-01","title":"C"},
        {"id":"d","date":"2021-05-01","title":"D"}]}"#;

    /// Which of the years that are remembered are nodes of before.
    fn kept(years: &Years, before: &[(Vec<u32>, Html)]) -> Vec<bool> {
        let is = |a: &Html, b: &Html| matches!((a, b), (VNode::VTag(a), VNode::VTag(b)) if Rc::ptr_eq(a, b));
        let is_kept = |(_, node): &(_, Html)| before.iter().any(|(_, other)| is(node, other));
        years.drawn.iter().map(is_kept).collect()
    }

    /// How many parts there are that are compared with the page one by one.
    fn parts(node: &Html) -> usize {
        match node {
            VNode::VComp(_) => 1,
            VNode::VTag(tag) => tag.children().map_or(0, parts),
            VNode::VList(list) => list.iter().map(parts).sum(),
            _ => 0,
        }
    }

    #[test]
    fn only_years_that_change_are_drawn_anew() {
        let Ok(loaded) = dataset::load(DATA) else {
            panic!("the data set loads");
        };
        let data = loaded.dataset;
        let mut app = App {
            rule: Rc::new(Rule::new(&data, DefinitionId::default())),
            data: Rc::new(data),
            formats: Formats::iso(),
            words: &ENGLISH,
            dispatch: Callback::noop(),
            surface: Surface::Live,
            heading_level: 2,
            definition: DefinitionId::default(),
            news: AttrValue::default(),
            highlight: Rc::default(),
        };
        let all = [0, 1, 2, 3];
        let mut years = Years::default();
        let mut draw = |app: &App, visible: &[u32], opened: Option<&Opened<'_>>| {
            let before = years.drawn.clone();
            let list = year_list(app, visible, opened, &mut years);
            assert_eq!(parts(&list), 3);
            kept(&years, &before)
        };
        assert_eq!(draw(&app, &all, None), [false; 3]);
        assert_eq!(draw(&app, &all, None), [true; 3]);
        let opened = Opened {
            id: "c",
            turned: Turned::default(),
            on_turn: Callback::noop(),
            note: Html::default(),
        };
        assert_eq!(draw(&app, &all, Some(&opened)), [true; 2]);
        assert_eq!(draw(&app, &all, None), [true, false, true], "closed");
        let fewer = [0, 2, 3];
        assert_eq!(draw(&app, &fewer, None), [true, false, true]);
        app.highlight = Rc::new(Query::new("title"));
        assert_eq!(draw(&app, &fewer, None), [false; 3]);
    }
}
