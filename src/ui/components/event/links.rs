//! The links of an event: to what led to it, and to what followed from it.

use web_sys::Element;
use yew::prelude::*;

use crate::dataset::{Dataset, Event, Link, LinkStatus, Relation, Text, Vocabulary};
use crate::locale::{Messages, fill};
use crate::ui::components::reference::{ReferenceTarget, reference};
use crate::ui::components::sources::source_details;
use crate::ui::context::{App, Surface, attr, rich, use_app};
use crate::ui::hooks;

/// Number of links on a page. Drawing a thousand links at once would block the browser. Earlier
/// links stay listed while there are at most two pages of them.
const PAGE: usize = 24;

/// The links of an event in both directions; nothing where it has none. On paper each link stands once,
/// at its later end.
pub(super) fn event_links(app: &App, position: usize, event: &Event) -> Html {
    let count = |direction: Direction| direction.links(&app.data, event).len();
    let (before, mut after) = (count(Direction::Back), count(Direction::Forward));
    if app.surface == Surface::Print {
        after = 0;
    }
    if before == 0 && after == 0 {
        return Html::default();
    }
    let room = |others: usize| 2 * PAGE - others.min(PAGE);
    html! {
        <div class="ovc-body-links">
            if before > 0 {
                <LinkSection event={position} direction={Direction::Back} room={room(after)} />
            }
            if after > 0 {
                <LinkSection event={position} direction={Direction::Forward} room={room(before)} />
            }
        </div>
    }
}

/// Which way links are followed.
#[derive(Clone, Copy, PartialEq)]
enum Direction {
    /// To what led to an event.
    Back,
    /// To what followed from it.
    Forward,
}

impl Direction {
    fn links<'a>(self, data: &'a Dataset, event: &'a Event) -> Vec<&'a Link> {
        match self {
            Self::Back => data.links_to(&event.id).collect(),
            Self::Forward => data.links_from(&event.id).collect(),
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Back => "is-before",
            Self::Forward => "is-after",
        }
    }

    fn title(self, words: &Messages) -> &'static str {
        match self {
            Self::Back => words.led_here,
            Self::Forward => words.followed,
        }
    }

    /// Id of the event at the other end of a link.
    fn other_end(self, link: &Link) -> &Text {
        match self {
            Self::Back => &link.from,
            Self::Forward => &link.to,
        }
    }

    fn relation(self, words: &Messages, relation: Relation) -> &'static str {
        match self {
            Self::Back => words.relation_back(relation),
            Self::Forward => words.relation_forward(relation),
        }
    }
}

#[derive(PartialEq, Properties)]
struct LinkSectionProps {
    event: usize,
    direction: Direction,
    /// How many links may be listed at once.
    room: usize,
}

/// The links of an event in one direction, a page at a time. On paper and without scripts nobody
/// can turn pages, so all links are listed.
#[component]
fn LinkSection(props: &LinkSectionProps) -> Html {
    let app = use_app();
    let node = use_node_ref();
    let page = use_state_eq(|| 0_usize);
    let turned_to = use_mut_ref(|| None::<Text>);
    {
        let (node, turned_to) = (node.clone(), turned_to.clone());
        use_effect_with(*page, move |_| {
            if let Some(id) = turned_to.take() {
                focus_link(&node, &id);
            }
        });
    }
    let Some(event) = app.data.events().get(props.event) else {
        return Html::default();
    };
    let direction = props.direction;
    let links = direction.links(&app.data, event);
    let (start, end) = match app.surface {
        Surface::Live => listed(*page, props.room, links.len()),
        Surface::Static | Surface::Print => (0, links.len()),
    };
    let turn = |to: usize, label: &str, count: usize| {
        let text = fill(label, &[("count", &count.to_string())]);
        // The first link of that page gets the focus.
        let first = links.get(to * PAGE).map(|link| link.id.clone());
        let (page, turned_to) = (page.setter(), turned_to.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            turned_to.replace(first.clone());
            page.set(to);
        });
        html! { <button type="button" class="ovc-button" {onclick}>{ text }</button> }
    };
    let words = app.words;
    let last = end.saturating_sub(1) / PAGE;
    let more = links.len() - end;
    let items = links[start..end]
        .iter()
        .filter_map(|link| link_item(&app, link, direction));
    html! {
        <div class={classes!("ovc-links", direction.class())} ref={node}>
            { app.heading(3, "ovc-label", html! { direction.title(words) }) }
            if start > 0 {
                { turn(last.saturating_sub(1), words.show_before, start) }
            }
            <ul>{ for items }</ul>
            if more > PAGE {
                <p>{ fill(words.more, &[("count", &more.to_string())]) }</p>
            }
            if more > 0 {
                { turn(last + 1, words.show_more, more.min(PAGE)) }
            }
        </div>
    }
}

/// Focuses the button of the link to the event with that id.
fn focus_link(node: &NodeRef, id: &str) {
    let item = hooks::by_id(node, "li", id);
    let button = item.and_then(|item: Element| item.query_selector("button").ok()?);
    if let Some(button) = button {
        hooks::focus_element(&button);
    }
}

/// Start and exclusive end of the links that are listed: all of the page, and as many earlier links
/// as there is room for.
fn listed(page: usize, room: usize, count: usize) -> (usize, usize) {
    let end = ((page + 1) * PAGE).min(count);
    (end.saturating_sub(room), end)
}

fn link_item(app: &App, link: &Link, direction: Direction) -> Option<Html> {
    let other = app.data.event(direction.other_end(link))?;
    let words = app.words;
    let to = reference(app, &ReferenceTarget::Event(other), attr(&other.title));
    Some(html! {
        <li key={link.id.to_string()} data-id={attr(&link.id)} data-relation={link.relation.as_str()} data-status={link.status.as_str()}>
            <p class="ovc-link-line">
                <span class="ovc-relation">{ direction.relation(words, link.relation) }</span>
                { " " }{ to }{ " " }
                <span class={classes!("ovc-status", status_class(link.status))}>{ words.status(link.status) }</span>
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
    use super::{PAGE, listed};

    #[test]
    fn every_link_is_on_its_page_and_no_more_than_there_is_room_for() {
        for room in [PAGE, 43, 2 * PAGE] {
            for count in [0_usize, 1, 24, 25, 40, 48, 49, 900] {
                let mut reached = 0;
                for page in 0..=count.saturating_sub(1) / PAGE {
                    let (start, end) = listed(page, room, count);
                    assert!(start <= reached && reached <= end && end - start <= room);
                    assert_eq!(end, count.min((page + 1) * PAGE));
                    reached = end;
                }
                assert_eq!(reached, count);
            }
        }
        assert_eq!(listed(1, 43, 40), (0, 40), "those before stay");
        assert_eq!(listed(1, PAGE, 40), (16, 40), "only some of them do");
    }
}
