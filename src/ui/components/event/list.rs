//! The events as a list by year: the narrow view, the static page, and paper.

use yew::prelude::*;

use super::body::EventBody;
use super::era::EraNote;
use crate::dataset::{Era, Event};
use crate::date::PartialDate;
use crate::state::Action;
use crate::ui::components::side;
use crate::ui::context::{App, Highlight, Surface, attr, flag, use_app, use_highlight};

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct YearListProps {
    /// Positions of the events in the data set, in date order.
    pub events: Vec<u32>,
    /// Position of the event that is unfolded in its place.
    #[prop_or_default]
    pub open: Option<usize>,
}

/// Events under a heading for each year, and each period before the first year that it reaches into.
#[component]
pub(in crate::ui) fn YearList(props: &YearListProps) -> Html {
    let app = use_app();
    let year_of = |position: &u32| {
        let event = app.data.events().get(*position as usize);
        event.map_or(i32::MIN, |event| event.date.year())
    };
    let eras = &app.data.meta().eras;
    let mut eras_to_come: Vec<usize> = (0..eras.len()).collect();
    let mut parts: Vec<Html> = Vec::new();
    for events in props.events.chunk_by(|a, b| year_of(a) == year_of(b)) {
        let year = events.first().map_or(i32::MIN, year_of);
        let (begun, to_come) = eras_to_come
            .into_iter()
            .partition(|era| eras.get(*era).is_some_and(|era| reaches_into(era, year)));
        eras_to_come = to_come;
        let begun: Vec<usize> = begun;
        parts.extend(begun.into_iter().map(|era| {
            html! { <EraNote key={format!("era {era}")} {era} /> }
        }));
        let is_here = |open: &usize| events.iter().any(|position| *position as usize == *open);
        parts.push(html! {
            <YearSection key={year.to_string()} {year} events={events.to_vec()} open={props.open.filter(is_here)} />
        });
    }
    html! {
        <div class="ovc-years" role="group" aria-label={app.words.timeline_list}>{ for parts }</div>
    }
}

fn reaches_into(era: &Era, year: i32) -> bool {
    era.start.year() <= year && era.end.is_none_or(|end| year <= end.year())
}

#[derive(PartialEq, Properties)]
struct YearSectionProps {
    year: i32,
    events: Vec<u32>,
    open: Option<usize>,
}

/// The events of a year.
#[component]
fn YearSection(props: &YearSectionProps) -> Html {
    let app = use_app();
    let Some(year) = PartialDate::from_year(props.year) else {
        return Html::default();
    };
    let title = app.formats.date(year);
    let entry = |position: &u32| {
        let event = *position as usize;
        html! { <Entry key={event} {event} is_open={props.open == Some(event)} /> }
    };
    html! {
        <section class="ovc-year" aria-label={title.clone()}>
            { app.heading(2, "ovc-year-title", html! { title }) }
            <ol>{ for props.events.iter().map(entry) }</ol>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct EntryProps {
    /// Position of the event in the data set.
    event: usize,
    is_open: bool,
}

/// One event of the list. In the static page its title is a link, live a button: both look alike
/// and take the same room, so that going live moves nothing.
#[component]
fn Entry(props: &EntryProps) -> Html {
    let app = use_app();
    let highlight = use_highlight();
    match app.data.events().get(props.event) {
        None => Html::default(),
        Some(event) if app.surface == Surface::Live => live_entry(&app, &highlight, event, props),
        Some(event) => static_entry(&app, &highlight, event, props.event),
    }
}

/// Everything is spread out. Where a script is on its way, the style sheet folds the bodies and
/// `:target` opens the one that a link names, as the live list does.
fn static_entry(app: &App, highlight: &Highlight, event: &Event, position: usize) -> Html {
    let id = attr(&event.id);
    html! {
        <li class={entry_class(event)} id={id.clone()} data-id={id.clone()} part="event">
            <a class="ovc-anchor" href={format!("#{id}")}>{ head(highlight, event) }</a>
            { about(app, event) }
            <div class="ovc-entry-body"><EventBody event={position} /></div>
        </li>
    }
}

fn live_entry(app: &App, highlight: &Highlight, event: &Event, props: &EntryProps) -> Html {
    let id = attr(&event.id);
    let title_id = format!("ovc-entry-{id}");
    let target = (!props.is_open).then(|| event.id.clone());
    let onclick = app.on(move || Action::Select(target.clone()));
    html! {
        <li class={entry_class(event)}>
            <button type="button" class="ovc-anchor" part="event" data-id={id.clone()} id={title_id.clone()}
                aria-expanded={flag(props.is_open)} {onclick}>
                { head(highlight, event) }
            </button>
            { about(app, event) }
            if props.is_open {
                <div class="ovc-entry-body" role="region" part="card" aria-labelledby={title_id} data-first={id}>
                    <EventBody event={props.event} />
                </div>
            }
        </li>
    }
}

fn entry_class(event: &Event) -> Classes {
    classes!("ovc-entry", side::class_of(event.side))
}

fn head(highlight: &Highlight, event: &Event) -> Html {
    html! {
        <>
            { side::icon(event.side) }
            <span class="ovc-entry-title">{ highlight.marked(&event.title) }</span>
        </>
    }
}

fn about(app: &App, event: &Event) -> Html {
    html! {
        <p class="ovc-entry-about">
            <time datetime={event.date.to_string()}>{ app.spoken_date(event) }</time>
            { " · " }{ app.words.side(event.side) }
            if let Some(kind) = event.kind {
                { " · " }{ app.words.kind(kind) }
            }
        </p>
    }
}
