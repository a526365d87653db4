//! What is told of one event, in the card and in the list alike.

use yew::prelude::*;

use super::reference::{To, cited_by, reference};
use super::sources::{source_details, source_list};
use crate::dataset::{Event, Link, LinkStatus, Relation, Text, Vocabulary};
use crate::gather::Gather;
use crate::joined::Joined;
use crate::messages::{Messages, fill};
use crate::ui::markup::html;
use crate::ui::shape;
use crate::ui::shared::{Shared, attr, classes, rich};

/// Summary, facts, note, sources and links of an event.
pub(super) fn body(shared: &Shared, event: &Event) -> Html {
    let messages = shared.messages;
    html! {
        <div class="ovc-body">
            <div class="ovc-body-main">
                if let Some(summary) = &event.summary {
                    <p class="ovc-summary">{ shared.rich(summary) }</p>
                }
                if let Some(note) = &event.note {
                    <p class="ovc-note"><b>{ messages.note_label }</b>{ " " }{ shared.rich(note) }</p>
                }
                { facts(shared, event) }
                if !event.sources.is_empty() {
                    <div class="ovc-card-sources">
                        { shared.heading(3, "ovc-label", html! { messages.sources }) }
                        { source_list(shared, &event.sources) }
                    </div>
                }
                { cited_by(shared, event) }
            </div>
            { links(shared, event) }
        </div>
    }
}

fn facts(shared: &Shared, event: &Event) -> Html {
    let messages = shared.messages;
    let level = event
        .level
        .as_deref()
        .and_then(|level| shared.data.level(level));
    let actors: Vec<&str> = event
        .actors
        .iter()
        .filter_map(|id| shared.data.actor(id))
        .map(|actor| &*actor.name)
        .gather();
    let rows = [
        event
            .kind
            .map(|kind| (messages.kind_label, messages.kind(kind).to_owned())),
        level.map(|level| (messages.level_label, level.name.to_string())),
        (!actors.is_empty()).then(|| (messages.actors_label, actors.joined(", "))),
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
/// page for each of a thousand would hold it up. The others are told by the events at their other ends.
const LISTED: usize = 24;

fn links(shared: &Shared, event: &Event) -> Html {
    let before = shared.data.links_to(&event.id).gather();
    let after = shared.data.links_from(&event.id).gather();
    if before.is_empty() && after.is_empty() {
        return Html::default();
    }
    let (here, on) = (shared.messages.led_here, shared.messages.followed);
    html! {
        <div class="ovc-body-links">
            { section(shared, here, "is-before", &before, |link| (&link.from, Messages::relation_back)) }
            { section(shared, on, "is-after", &after, |link| (&link.to, Messages::relation_forward)) }
        </div>
    }
}

fn section(
    shared: &Shared,
    title: &'static str,
    class: &'static str,
    links: &[&Link],
    end: fn(&Link) -> (&Text, RelationWord),
) -> Html {
    let items = links.iter().take(LISTED).filter_map(|link| {
        let (other, relation) = end(link);
        link_item(shared, link, other, relation)
    });
    let more = links.len().saturating_sub(LISTED);
    html! {
        if !links.is_empty() {
            <div class={classes(&["ovc-links", class])}>
                { shared.heading(3, "ovc-label", html! { title }) }
                <ul>{ for items }</ul>
                if more > 0 {
                    <p>{ fill(shared.messages.more, &[("count", &more.to_string())]) }</p>
                }
            </div>
        }
    }
}

/// How a relation is told from one of its ends.
type RelationWord = fn(&Messages, Relation) -> &'static str;

fn link_item(shared: &Shared, link: &Link, other: &Text, relation: RelationWord) -> Option<Html> {
    let other = shared.data.event(other)?;
    let messages = shared.messages;
    let to = reference(shared, &To::Event(other), attr(&other.title));
    Some(html! {
        <li key={link.id.to_string()} data-id={attr(&link.id)} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
            <p class="ovc-link-line">
                <span class="ovc-relation">{ relation(messages, link.relation) }</span>
                { " " }{ to }{ " " }
                <span class={classes(&["ovc-status", status_class(link.status)])}>{ messages.status(link.status) }</span>
            </p>
            <p class="ovc-link-note">
                <time datetime={other.date.to_string()}>{ shared.formats.date(other.date) }</time>
                if let Some(note) = &link.note {
                    { ". " }{ rich(note) }
                }
            </p>
            { source_details(shared, &link.sources) }
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
