//! What is told of one event, in the card and in the list alike.

use yew::prelude::*;

use super::opened::Opened;
use super::reference::{To, cited_by, reference};
use super::sources::{source_details, source_list};
use crate::dataset::{Event, Link, LinkStatus, Relation, Text, Vocabulary};
use crate::locale::{Messages, fill};
use crate::ui::context::{App, attr, classes, rich};
use crate::ui::shape;

/// Summary, facts, note, sources and links of an event; of more links than are listed, the reader can turn to
/// the others where it is `opened`.
pub(super) fn body(app: &App, event: &Event, opened: Option<&Opened<'_>>) -> Html {
    let messages = app.words;
    html! {
        <div class="ovc-body">
            <div class="ovc-body-main">
                if let Some(summary) = &event.summary {
                    <p class="ovc-summary">{ app.rich(summary) }</p>
                }
                if let Some(note) = &event.note {
                    <p class="ovc-note"><b>{ messages.note_label }</b>{ " " }{ app.rich(note) }</p>
                }
                { facts(app, event) }
                if !event.sources.is_empty() {
                    <div class="ovc-card-sources">
                        { app.heading(3, "ovc-label", html! { messages.sources }) }
                        { source_list(app, &event.sources) }
                    </div>
                }
                { cited_by(app, event) }
            </div>
            { links(app, event, opened) }
        </div>
    }
}

fn facts(app: &App, event: &Event) -> Html {
    let messages = app.words;
    let level = event
        .level
        .as_deref()
        .and_then(|level| app.data.level(level));
    let actors: Vec<&str> = event
        .actors
        .iter()
        .filter_map(|id| app.data.actor(id))
        .map(|actor| &*actor.name)
        .collect();
    let rows = [
        event
            .kind
            .map(|kind| (messages.kind_label, messages.kind(kind).to_owned())),
        level.map(|level| (messages.level_label, level.name.to_string())),
        (!actors.is_empty()).then(|| (messages.actors_label, actors.join(", "))),
        event.confidence.map(|confidence| {
            (
                messages.confidence_label,
                messages.confidence(confidence).to_owned(),
            )
        }),
    ];
    html! {
        <dl class="ovc-facts">
            <div>
                <dt>{ messages.side_label }</dt>
                { for event.sides().map(|side| html! {
                    <dd>{ shape::icon(side) }{ messages.side(side) }</dd>
                }) }
            </div>
            { for rows.into_iter().flatten().map(|(term, text)| html! {
                <div><dt>{ term }</dt><dd>{ text }</dd></div>
            }) }
        </dl>
    }
}

/// So many links are listed of those that lead to an event, and of those that lead on: an element of the
/// page for each of a thousand would hold it up. The reader turns to the others by pages; those before stay
/// as long as all are no more than twice as many.
const LISTED: usize = 24;

fn links(app: &App, event: &Event, opened: Option<&Opened<'_>>) -> Html {
    let before = app.data.links_to(&event.id).collect::<Vec<_>>();
    let after = app.data.links_from(&event.id).collect::<Vec<_>>();
    if before.is_empty() && after.is_empty() {
        return Html::default();
    }
    let (here, on) = (app.words.led_here, app.words.followed);
    let turning = |at: usize, others: &[&Link]| (opened, at, 2 * LISTED - others.len().min(LISTED));
    html! {
        <div class="ovc-body-links">
            { section(app, (here, "is-before"), &before, turning(0, &after), |link| (&link.from, Messages::relation_back)) }
            { section(app, (on, "is-after"), &after, turning(1, &before), |link| (&link.to, Messages::relation_forward)) }
        </div>
    }
}

/// The links on one side of an event; `room` is how many of them may be listed.
fn section(
    app: &App,
    (title, class): (&'static str, &'static str),
    links: &[&Link],
    (opened, at, room): (Option<&Opened<'_>>, usize, usize),
    end: fn(&Link) -> (&Text, RelationWord),
) -> Html {
    let messages = app.words;
    // On paper and without scripts nobody turns pages: there, all are listed.
    let (start, stop) = opened.map_or((0, links.len()), |opened| {
        listed(opened.turned[at], room, links.len())
    });
    let items = links[start..stop].iter().filter_map(|link| {
        let (other, relation) = end(link);
        link_item(app, link, other, relation)
    });
    let turn = |to: Option<usize>, label: &str, count: usize| {
        let (opened, page) = (opened?, to?);
        let first = links.get(page * LISTED)?.id.clone();
        let mut turned = opened.turned;
        turned[at] = page;
        let onclick = opened
            .on_turn
            .reform(move |_: MouseEvent| (turned, first.clone()));
        let text = fill(label, &[("count", &count.to_string())]);
        Some(html! { <button type="button" class="ovc-button" {onclick}>{ text }</button> })
    };
    let page = stop.saturating_sub(1) / LISTED;
    let more = links.len() - stop;
    let earlier = page.checked_sub(1).filter(|_| start > 0);
    let next = turn(Some(page + 1), messages.show_more, more.min(LISTED));
    html! {
        if !links.is_empty() {
            <div class={classes(&["ovc-links", class])}>
                { app.heading(3, "ovc-label", html! { title }) }
                { turn(earlier, messages.show_before, start).unwrap_or_default() }
                <ul>{ for items }</ul>
                if more > LISTED {
                    <p>{ fill(messages.more, &[("count", &more.to_string())]) }</p>
                }
                { next.unwrap_or_default() }
            </div>
        }
    }
}

/// Which of so many links are listed when the reader has turned to a page: all of that, and of those before it
/// as many as there is room for.
fn listed(page: usize, room: usize, count: usize) -> (usize, usize) {
    let end = ((page + 1) * LISTED).min(count);
    (end.saturating_sub(room), end)
}

/// How a relation is told from one of its ends.
type RelationWord = fn(&Messages, Relation) -> &'static str;

fn link_item(app: &App, link: &Link, other: &Text, relation: RelationWord) -> Option<Html> {
    let other = app.data.event(other)?;
    let messages = app.words;
    let to = reference(app, &To::Event(other), attr(&other.title));
    Some(html! {
        <li key={link.id.to_string()} data-id={attr(&link.id)} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
            <p class="ovc-link-line">
                <span class="ovc-relation">{ relation(messages, link.relation) }</span>
                { " " }{ to }{ " " }
                <span class={classes(&["ovc-status", status_class(link.status)])}>{ messages.status(link.status) }</span>
            </p>
            <p class="ovc-link-note">
                <time datetime={other.date.to_string()}>{ app.formats.date(other.date) }</time>
                if let Some(note) = &link.note {
                    { ". " }{ rich(note) }
                }
            </p>
            { source_details(app, &link.sources) }
        </li>
    })
}

fn status_class(status: LinkStatus) -> &'static str {
    match status {
        LinkStatus::Documented => "is-documented",
        LinkStatus::Claimed => "is-claimed",
        LinkStatus::Disputed => "is-disputed",
    }
}

#[cfg(test)]
mod tests {
    use super::{LISTED, listed};

    #[test]
    fn every_link_is_on_its_page_and_no_more_than_there_is_room_for() {
        for room in [LISTED, 43, 2 * LISTED] {
            for count in [0_usize, 1, 24, 25, 40, 48, 49, 900] {
                let mut seen = 0;
                for page in 0..=count.saturating_sub(1) / LISTED {
                    let (start, end) = listed(page, room, count);
                    assert!(start <= seen && seen <= end && end - start <= room);
                    assert_eq!(end, count.min((page + 1) * LISTED));
                    seen = end;
                }
                assert_eq!(seen, count);
            }
        }
        assert_eq!(listed(1, 43, 40), (0, 40), "those before stay");
        assert_eq!(listed(1, LISTED, 40), (16, 40), "only some of them do");
    }
}
