//! Lists of sources.
//!
//! Given the ids of sources; returns links, each with the publisher, the date and the kind of its
//! source. On paper, the numbers of notes stand for them, and the notes at the end.

use yew::prelude::*;

use super::disclosure::disclosure;
use crate::dataset::{Source, Text};
use crate::locale::fill;
use crate::ui::context::{App, Surface, attr, use_app};

/// The numbers of the notes with those sources.
pub(in crate::ui) fn note_numbers(app: &App, ids: &[Text]) -> Html {
    let known = ids.iter().filter(|id| app.data.source(id).is_some());
    let numbers: Vec<String> = known.map(|id| app.notes.number(id).to_string()).collect();
    html! { <sup class="ovc-numbers">{ numbers.join(", ") }</sup> }
}

#[derive(PartialEq, Properties)]
pub(in crate::ui) struct NoteListProps {
    /// How many components stand around the list. Yew draws components in the order of their creation, level by
    /// level: so deep, all that refers to a note has been drawn. An effect would come too late: Yew lets the
    /// browser go on after 16 ms, before effects run, and the page is printed without them.
    #[prop_or(12)]
    depth: u8,
}

/// The notes of what is on paper: the sources in the order of their numbers.
#[component]
pub(in crate::ui) fn NoteList(props: &NoteListProps) -> Html {
    let app = use_app();
    if let Some(depth) = props.depth.checked_sub(1) {
        return html! { <NoteList {depth} /> };
    }
    let sources = app.notes.sources();
    let sources = sources.iter().filter_map(|id| app.data.source(id));
    html! {
        <section class="ovc-notes">
            { app.heading(1, "ovc-section-title", html! { app.words.sources }) }
            <ol>{ for sources.map(|source| html! { <li>{ source_line(&app, source) }</li> }) }</ol>
        </section>
    }
}

/// The sources with those ids.
pub(in crate::ui) fn source_list(app: &App, ids: &[Text]) -> Html {
    let sources = ids.iter().filter_map(|id| app.data.source(id));
    html! {
        <ul class="ovc-sources">
            { for sources.map(|source| html! { <li>{ source_line(app, source) }</li> }) }
        </ul>
    }
}

/// A source in a line: its title, and what is known of it.
pub(in crate::ui) fn source_line(app: &App, source: &Source) -> Html {
    let mut about: Vec<String> = Vec::new();
    about.extend(source.publisher.as_ref().map(ToString::to_string));
    about.extend(source.date.map(|date| app.formats.date(date)));
    let words = app.words;
    // A note on paper is short.
    let is_print = app.surface == Surface::Print;
    if !is_print {
        about.push(words.source_kind(source.kind).to_owned());
    }
    // Who has read a copy has not opened the original.
    if source.copy.is_none() && !is_print {
        about.push(words.source_opened(source.opened).to_owned());
    }
    let lang = source.lang.as_ref();
    let title_lang = source.title_lang.as_ref().or(lang).map(attr);
    let title = html! { <bdi lang={title_lang}>{ attr(&source.title) }</bdi> };
    html! {
        <>
            { external_link(app, &source.url, lang, title) }
            <span class="ovc-source-about">
                { about.join(" · ") }
                { copy_link(app, source) }
            </span>
        </>
    }
}

/// A link to the copy in which a source was read, after a dot; nothing where it was read itself.
pub(in crate::ui) fn copy_link(app: &App, source: &Source) -> Html {
    let Some(copy) = &source.copy else {
        return Html::default();
    };
    let text = fill(app.words.source_copy, &[("place", host(copy))]);
    html! { <>{ " · " }{ external_link(app, copy, None, html! { text }) }</> }
}

/// A link to another website, told from the others by an arrow. `lang` is the language there.
pub(in crate::ui) fn external_link(
    app: &App,
    url: &Text,
    lang: Option<&Text>,
    content: Html,
) -> Html {
    html! {
        <a href={attr(url)} rel="external noopener noreferrer" target="_blank" hreflang={lang.map(attr)}>
            { content }
            // The space does not break, so that the arrow stays with the last word.
            <span class="ovc-external" role="img" aria-label={app.words.opens_elsewhere}>{ "\u{a0}↗" }</span>
        </a>
    }
}

/// The host of an address, without `www.`; of an address without one, all of it.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.strip_prefix("www.").unwrap_or(host)
}

/// The sources with those ids, folded under their count; nothing where there are none.
pub(in crate::ui) fn source_details(app: &App, ids: &[Text]) -> Html {
    if ids.is_empty() {
        return Html::default();
    }
    evidence_details(app, app.words.sources_count(ids.len()), Vec::new(), ids)
}

/// Sources, folded under a summary. Above them is `more`: notes and references to other records.
pub(in crate::ui) fn evidence_details(
    app: &App,
    summary: String,
    more: Vec<Html>,
    ids: &[Text],
) -> Html {
    if app.surface == Surface::Print {
        let more = more.into_iter().map(|item| html! { <>{ item }{ " " }</> });
        return html! { <div class="ovc-evidence">{ for more }{ note_numbers(app, ids) }</div> };
    }
    let content = html! {
        <>
            if !more.is_empty() {
                <ul class="ovc-sources">
                    { for more.into_iter().map(|item| html! { <li>{ item }</li> }) }
                </ul>
            }
            { source_list(app, ids) }
        </>
    };
    disclosure(app, "ovc-source-details", summary.into(), content)
}

#[cfg(test)]
mod tests {
    use super::host;

    #[test]
    fn a_copy_is_named_by_its_host() {
        assert_eq!(host("https://www.example.org/a?b"), "example.org");
        assert_eq!(host("http://a.example"), "a.example");
        assert_eq!(host("mailto:a@example.org"), "mailto:a@example.org");
    }
}
