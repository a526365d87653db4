//! The events as a list by year: the narrow view, the static page, and paper.

use yew::prelude::*;

use super::body::event_body;
use super::era::era_note;
use crate::dataset::{Era, Event};
use crate::date::PartialDate;
use crate::query::is_key;
use crate::state::Action;
use crate::ui::components::side;
use crate::ui::context::{App, Highlight, attr, flag, use_app, use_highlight};

/// Events under a heading for each year, and each period before the first year that it reaches into.
/// `events` are positions in the data set, in date order; `open` is the one that is unfolded.
pub(in crate::ui) fn year_list(app: &App, events: &[u32], open: Option<usize>) -> Html {
    let year_of = |position: &u32| {
        let event = app.data.events().get(*position as usize);
        event.map_or(i32::MIN, |event| event.date.year())
    };
    let mut eras: Vec<&Era> = app.data.meta().eras.iter().collect();
    let mut parts: Vec<Html> = Vec::new();
    for events in events.chunk_by(|a, b| year_of(a) == year_of(b)) {
        let year = events.first().map_or(i32::MIN, year_of);
        eras.retain(|era| {
            let is_begun = era.start.year() <= year && year <= app.data.era_end(era).year();
            if is_begun {
                parts.push(era_note(app, era, None));
            }
            !is_begun
        });
        let open = open.filter(|open| events.iter().any(|event| *event as usize == *open));
        parts.push(html! {
            <YearSection key={year.to_string()} {year} events={events.to_vec()} {open} />
        });
    }
    html! {
        <div class="ovc-years" role="group" aria-label={app.words.timeline_list}>{ for parts }</div>
    }
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
    let highlight = use_highlight();
    let Some(year) = PartialDate::from_year(props.year) else {
        return Html::default();
    };
    let title = app.formats.date(year);
    let entry = |position: &u32| {
        let position = *position as usize;
        let event = app.data.events().get(position)?;
        Some(if app.is_live() {
            let is_open = props.open == Some(position);
            live_entry(&app, &highlight, position, event, is_open)
        } else {
            static_entry(&app, &highlight, position, event)
        })
    };
    let mut events = props.events.iter();
    let has_key = events.any(|at| app.data.events().get(*at as usize).is_some_and(is_key));
    let class = classes!("ovc-year", (!has_key).then_some("is-minor"));
    html! {
        <section {class} aria-label={title.clone()}>
            { app.heading(2, "ovc-year-title", html! { title }) }
            <ol>{ for props.events.iter().filter_map(entry) }</ol>
        </section>
    }
}

/// One event of the list. In the static page its title is a link, in the live view a button. Both
/// look alike and have the same size, so that nothing moves when the live view replaces the static
/// page.
///
/// All bodies are in the markup. While scripts load, the style sheet folds them, and `:target`
/// unfolds the one that a link names, as the live list does.
fn static_entry(app: &App, highlight: &Highlight, position: usize, event: &Event) -> Html {
    let id = attr(&event.id);
    html! {
        <li key={position} class={entry_class(event)} lang={app.lang_of(&event.id)} id={id.clone()} data-id={id.clone()} part="event">
            <a class="ovc-anchor" href={format!("#{id}")}>{ head(highlight, event) }</a>
            { about(app, event) }
            <div class="ovc-entry-body">{ event_body(app, highlight, position, event) }</div>
        </li>
    }
}

/// One event of the list in the live view, folded or unfolded.
fn live_entry(
    app: &App,
    highlight: &Highlight,
    position: usize,
    event: &Event,
    is_open: bool,
) -> Html {
    let id = attr(&event.id);
    let title_id = format!("ovc-entry-{id}");
    let target = event.id.clone();
    let onclick = app.on(move || Action::ToggleEvent(target.clone()));
    html! {
        <li key={position} class={entry_class(event)} lang={app.lang_of(&event.id)}>
            <button type="button" class="ovc-anchor" part="event" data-id={id.clone()} id={title_id.clone()}
                aria-expanded={flag(is_open)} {onclick}>
                { head(highlight, event) }
            </button>
            { about(app, event) }
            if is_open {
                <div class="ovc-entry-body" role="region" part="card" aria-labelledby={title_id} data-first={id}>
                    { event_body(app, highlight, position, event) }
                </div>
            }
        </li>
    }
}

fn entry_class(event: &Event) -> Classes {
    let weight = match event.weight {
        3 => Some("is-weighty"),
        _ => (!is_key(event)).then_some("is-minor"),
    };
    classes!("ovc-entry", side::class_of(event.side), weight)
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
