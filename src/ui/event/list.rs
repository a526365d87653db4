//! The events as a list by year: the narrow view, and the static page.

use yew::prelude::*;

use super::body::body;
use super::era::era_note;
use super::opened::Opened;
use crate::dataset::{Era, Event};
use crate::gather::Gather;
use crate::state::Action;
use crate::ui::markup::html;
use crate::ui::shape;
use crate::ui::shared::{Shared, Surface, attr, classes, flag};

/// Events under a heading for each year. `visible` has their positions in date order; the card of
/// the one that is `opened` stands open in its place.
pub(in crate::ui) fn year_list(
    shared: &Shared,
    visible: &[u32],
    opened: Option<&Opened<'_>>,
) -> Html {
    let events: Vec<&Event> = visible
        .iter()
        .filter_map(|position| shared.data.events().get(*position as usize))
        .gather();
    let years = events.chunk_by(|a, b| a.date.year() == b.date.year());
    let mut eras: Vec<&Era> = shared.data.meta().eras.iter().gather();
    html! {
        <div class="ovc-years" role="group" aria-label={shared.messages.timeline_list}>
            { for years.map(|events| html! {
                <>
                    { for eras_of(&mut eras, events).into_iter().map(|era| era_note(shared, era, None)) }
                    { year(shared, events, opened).unwrap_or_default() }
                </>
            }) }
        </div>
    }
}

/// Takes the periods that reach into the year of some events out of the list of those to come.
fn eras_of<'a>(to_come: &mut Vec<&'a Era>, events: &[&Event]) -> Vec<&'a Era> {
    let year = events.first().map_or(i32::MIN, |event| event.date.year());
    let reaches =
        |era: &&Era| era.start.year() <= year && era.end.is_none_or(|end| year <= end.year());
    let found = to_come.iter().copied().filter(reaches).gather();
    to_come.retain(|era| !reaches(era));
    found
}

fn year(shared: &Shared, events: &[&Event], opened: Option<&Opened<'_>>) -> Option<Html> {
    let year = crate::date::PartialDate::from_year(events.first()?.date.year())?;
    let title = shared.formats.date(year);
    Some(html! {
        <section class="ovc-year" key={title.clone()} aria-label={title.clone()}>
            { shared.heading(2, "ovc-year-title", html! { title }) }
            <ol>
                { for events.iter().map(|event| {
                    entry(shared, event, opened.filter(|opened| *opened.id == *event.id))
                }) }
            </ol>
        </section>
    })
}

/// One event of the list. In the static page its title is a link, live a button: both look alike
/// and take the same room, so that going live moves nothing.
fn entry(shared: &Shared, event: &Event, opened: Option<&Opened<'_>>) -> Html {
    let class = classes(&["ovc-entry", shape::class_of(event.side)]);
    let id = attr(&event.id);
    let head = html! {
        <>
            { shape::icon(event.side) }
            <span class="ovc-entry-title">{ shared.marked(&event.title) }</span>
        </>
    };
    let about = html! {
        <p class="ovc-entry-about">
            <time datetime={event.date.to_string()}>{ shared.spoken_date(event) }</time>
            { " · " }{ shared.messages.side(event.side) }
            if let Some(kind) = event.kind {
                { " · " }{ shared.messages.kind(kind) }
            }
        </p>
    };
    match shared.surface {
        // Without scripts everything is spread out. Where a script is on its way, the style sheet
        // folds the bodies and `:target` opens the one that a link names, as the live list does.
        Surface::Static | Surface::Print => html! {
            <li key={event.id.to_string()} {class} id={id.clone()} data-id={id.clone()} part="event">
                <a class="ovc-anchor" href={format!("#{id}")}>{ head }</a>
                { about }
                <div class="ovc-entry-body">{ body(shared, event, None) }</div>
            </li>
        },
        Surface::Live => {
            let open = opened.is_some();
            let target = (!open).then(|| event.id.clone());
            let onclick = shared.on(move || Action::Select(target.clone()));
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
                            { body(shared, event, opened) }
                        </div>
                    }
                </li>
            }
        }
    }
}
