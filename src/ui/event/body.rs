//! What is told of one event, in the card and in the list alike.

use yew::prelude::*;

use super::reference::{To, cited_by, reference};
use super::sources::{source_details, source_list};
use crate::dataset::{Event, Link, LinkStatus, Vocabulary};
use crate::gather::Gather;
use crate::messages::Messages;
use crate::ui::markup::{SideBySide, html};
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

fn links(shared: &Shared, event: &Event) -> Html {
    let before = shared.data.links_to(&event.id);
    let after = shared.data.links_from(&event.id);
    let before: Html = before
        .filter_map(|link| link_item(shared, link, &link.from, Messages::relation_back))
        .side_by_side();
    let after: Html = after
        .filter_map(|link| link_item(shared, link, &link.to, Messages::relation_forward))
        .side_by_side();
    let section = |title: &'static str, class: &'static str, items: Html| {
        html! {
            <div class={classes(&["ovc-links", class])}>
                { shared.heading(3, "ovc-label", html! { title }) }
                <ul>{ items }</ul>
            </div>
        }
    };
    let (has_before, has_after) = (has_items(&before), has_items(&after));
    if !has_before && !has_after {
        return Html::default();
    }
    html! {
        <div class="ovc-body-links">
            if has_before {
                { section(shared.messages.led_here, "is-before", before) }
            }
            if has_after {
                { section(shared.messages.followed, "is-after", after) }
            }
        </div>
    }
}

fn has_items(list: &Html) -> bool {
    !matches!(list, Html::VList(list) if list.is_empty())
}

fn link_item(
    shared: &Shared,
    link: &Link,
    other: &crate::dataset::Text,
    relation: fn(&Messages, crate::dataset::Relation) -> &'static str,
) -> Option<Html> {
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
