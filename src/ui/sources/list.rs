//! All sources, by kind: in the live view with a search, a filter, and what cites each.

use core::ops::Range;
use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::aimed::use_aimed;
use super::row::SourceRow;
use super::section::{Section, section};
use crate::dataset::{Document, SourceKind, Text, Vocabulary};
use crate::locale::fill;
use crate::query::Citations;
use crate::query::search::{FoundSources, KindCounts, Query, SourceIndex};
use crate::state::MAX_SEARCH_LENGTH;
use crate::ui::components::sources::source_line;
use crate::ui::components::status::status;
use crate::ui::context::{App, flag, use_app};
use crate::ui::hooks::{all, focus_element, key, run_later};
use crate::ui::shared::Shared;

/// Number of rows on a page: of 20,000 sources nobody reads all.
const PAGE: usize = 40;

/// What the reader has set.
#[derive(Clone, PartialEq)]
struct Chosen {
    search: String,
    kind: Option<SourceKind>,
    /// The rows that are shown.
    rows: Range<usize>,
}

impl Default for Chosen {
    fn default() -> Self {
        Self {
            search: String::new(),
            kind: None,
            rows: 0..PAGE,
        }
    }
}

impl Chosen {
    /// With the first page of what is found.
    fn found_again(self) -> Self {
        Self {
            rows: 0..PAGE,
            ..self
        }
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct SourceListProps {
    /// Id of what a reference leads to.
    pub target: Option<Text>,
    /// The element around the view.
    pub node: NodeRef,
}

/// The sources; the static page and paper have all of them.
#[component]
pub(super) fn SourceList(props: &SourceListProps) -> Html {
    let app = use_app();
    let document: Shared<Document> = app.data.document.clone().into();
    let prepared = use_memo(document, |_| Prepared::new(&app));
    let (chosen, set) = use_aimed(props.target.as_ref(), |chosen: Chosen, target| {
        let Some(source) = app.data.source_position(target) else {
            return chosen;
        };
        let all = prepared.index.find(&Query::default(), None);
        let row = all.visible.iter().position(|other| *other == source);
        let start = row.unwrap_or_default() / PAGE * PAGE;
        Chosen {
            rows: start..start + PAGE,
            ..Chosen::default()
        }
    });
    let query = Rc::new(Query::new(&chosen.search, app.normalize()));
    let found = prepared.index.find(&query, chosen.kind);
    section(&app, Section::Sources, || {
        if !app.is_live() {
            return plain_list(&app, &found);
        }
        let count = count(&app, found.visible.len());
        html! {
            <>
                <p class="ovc-legend">{ app.words.sources_view.sources_about }</p>
                { toolbar(&app, &chosen, &found.counts, &set) }
                <p class="ovc-note">{ count.clone() }</p>
                { rows(&app, &Rows { chosen: &chosen, found: &found, query, citations: &prepared.citations, node: &props.node, set: &set }) }
                { status(&app, if chosen == Chosen::default() { AttrValue::default() } else { count.into() }) }
            </>
        }
    })
}

/// What is prepared once for a data set. Without a reader there is nothing that cites.
struct Prepared {
    index: SourceIndex,
    citations: Shared<Citations>,
}

impl Prepared {
    fn new(app: &App) -> Self {
        let citations = if app.is_live() {
            Citations::new(&app.data)
        } else {
            Citations::default()
        };
        Self {
            index: SourceIndex::new(&app.data, app.normalize()),
            citations: citations.into(),
        }
    }
}

fn count(app: &App, shown: usize) -> String {
    let words = &app.words.sources_view;
    if shown == 0 {
        return words.found_none.to_owned();
    }
    let total = app.data.document.sources.len().to_string();
    let values = [("count", &*shown.to_string()), ("total", &total)];
    fill(words.found, &values)
}

/// The search, and a button for each kind with the number of sources that it would show.
fn toolbar(app: &App, chosen: &Chosen, counts: &KindCounts, set: &Callback<Chosen>) -> Html {
    let words = &app.words.sources_view;
    let with_search = |search: String| {
        Chosen {
            search,
            ..chosen.clone()
        }
        .found_again()
    };
    let searched = {
        let (set, chosen) = (set.clone(), chosen.clone());
        move |search: String| {
            let next = Chosen {
                search,
                ..chosen.clone()
            };
            set.emit(next.found_again());
        }
    };
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
            searched(input.value());
        }
    });
    let onkeydown = {
        let (set, emptied) = (set.clone(), with_search(String::new()));
        let is_searching = !chosen.search.is_empty();
        Callback::from(move |event: KeyboardEvent| {
            if is_searching && key(&event).as_deref() == Some("Escape") && !event.is_composing() {
                event.prevent_default();
                event.stop_propagation();
                set.emit(emptied.clone());
            }
        })
    };
    let kind = |kind: Option<SourceKind>| {
        let count = kind.map_or(counts.iter().sum(), |kind| counts[kind as usize]);
        let name = kind.map_or(words.all_kinds, |kind| app.words.source_kind(kind));
        let next = Chosen {
            kind,
            ..chosen.clone()
        }
        .found_again();
        let onclick = set.reform(move |_: MouseEvent| next.clone());
        html! {
            <button type="button" class="ovc-button ovc-facet" aria-pressed={flag(chosen.kind == kind)}
                data-kind={kind.map(Vocabulary::as_str)} {onclick}>
                { name }{ " " }<span class="ovc-count" translate="no" data-value={count.to_string()}>{ count }</span>
            </button>
        }
    };
    let kinds = SourceKind::ALL.iter().copied().map(Some);
    html! {
        <div class="ovc-toolbar" part="toolbar">
            <input type="search" class="ovc-button ovc-search" aria-label={words.search} placeholder={words.search}
                maxlength={MAX_SEARCH_LENGTH.to_string()} autocomplete="off" value={chosen.search.clone()} {oninput} {onkeydown} />
            <div class="ovc-filter" role="group" aria-label={words.source_kinds}>
                { for core::iter::once(None).chain(kinds).map(kind) }
            </div>
        </div>
    }
}

/// What the rows are drawn from.
struct Rows<'a> {
    chosen: &'a Chosen,
    found: &'a FoundSources,
    query: Rc<Query>,
    citations: &'a Shared<Citations>,
    node: &'a NodeRef,
    set: &'a Callback<Chosen>,
}

/// The rows of the pages that are shown, each kind under a heading, and buttons for more.
fn rows(app: &App, input: &Rows<'_>) -> Html {
    let visible = &input.found.visible;
    let Range { start, end } = input.chosen.rows.clone();
    let (start, end) = (start.min(visible.len()), end.min(visible.len()));
    let shown = &visible[start..end];
    let kind_of = |at: &usize| app.data.document.sources.get(*at).map(|source| source.kind);
    let groups = shown.chunk_by(|a, b| kind_of(a) == kind_of(b));
    let group = |rows: &[usize]| {
        let kind = rows.first().and_then(kind_of)?;
        let count = input.found.counts[kind as usize];
        Some(html! {
            <>
                { kind_title(app, kind, count) }
                <ul class="ovc-source-rows">
                    { for rows.iter().map(|at| html! {
                        <SourceRow key={*at} source={*at} citations={input.citations.clone()} query={input.query.clone()} />
                    }) }
                </ul>
            </>
        })
    };
    let more = visible.len() - end;
    html! {
        <>
            if start > 0 {
                { page_button(input, start.saturating_sub(PAGE)..end, app.words.show_before, start.min(PAGE), 0) }
            }
            { for groups.filter_map(group) }
            if more > 0 {
                { page_button(input, start..end + PAGE, app.words.show_more, more.min(PAGE), end - start) }
            }
        </>
    }
}

/// A button that shows more rows. Focus moves to the row at a position among those that are then shown.
fn page_button(
    input: &Rows<'_>,
    rows: Range<usize>,
    label: &str,
    count: usize,
    focused: usize,
) -> Html {
    let (set, node) = (input.set.clone(), input.node.clone());
    let next = Chosen {
        rows,
        ..input.chosen.clone()
    };
    let onclick = Callback::from(move |_: MouseEvent| {
        set.emit(next.clone());
        let node = node.clone();
        run_later(0, move || {
            if let Some(link) = all(&node, ".ovc-source-row > p > a").get(focused) {
                focus_element(link);
            }
        });
    });
    let text = fill(label, &[("count", &count.to_string())]);
    html! { <p><button type="button" class="ovc-button" {onclick}>{ text }</button></p> }
}

fn kind_title(app: &App, kind: SourceKind, count: usize) -> Html {
    let values = [
        ("kind", app.words.source_kind(kind)),
        ("count", &count.to_string()),
    ];
    let title = fill(app.words.sources_view.kind_title, &values);
    app.heading(3, "ovc-part-title", html! { title })
}

/// All sources, without what cites them: a page without scripts is small.
fn plain_list(app: &App, found: &FoundSources) -> Html {
    let sources = found.visible.iter();
    let sources: Vec<_> = sources
        .filter_map(|at| app.data.document.sources.get(*at))
        .collect();
    let groups = sources.chunk_by(|a, b| a.kind == b.kind);
    groups
        .map(|group| {
            html! {
                <>
                    { for group.first().map(|source| kind_title(app, source.kind, group.len())) }
                    <ul class="ovc-sources">
                        { for group.iter().map(|source| html! {
                            <li>{ source_line(app, source) }</li>
                        }) }
                    </ul>
                </>
            }
        })
        .collect::<Html>()
}
