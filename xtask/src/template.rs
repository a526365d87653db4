//! The pages: taking out what trunk has left, putting in what was rendered.

use crate::failure::Failure;

/// Puts content in the place of `<!-- name -->`. The comment stays, with one at the end of the
/// content, so that doing it again replaces the content instead of failing.
pub fn splice(page: &str, name: &str, content: &str) -> Result<String, Failure> {
    let start = format!("<!-- {name} -->");
    let end = format!("<!-- /{name} -->");
    let Some((before, after)) = page.split_once(&start) else {
        return Err(Failure::problem(format!(
            "The page has no place marked `{start}`."
        )));
    };
    if after.contains(&start) {
        return Err(Failure::problem(format!(
            "The page has more than one place marked `{start}`."
        )));
    }
    let after = after.split_once(&end).map_or(after, |(_, rest)| rest);
    Ok(format!("{before}{start}{}{end}{after}", content.trim_end()))
}

/// Takes out what trunk leaves in the page or puts there: the link that tells it what to build,
/// preloads of what it built (the loader fetches that when it is needed), and inline scripts
/// (which a strict policy forbids).
pub fn without_trunk(page: &str, built: &[&str]) -> String {
    let page = remove_elements(page, "link", |tag, _| match attribute(tag, "rel") {
        Some("rust") => true,
        Some("modulepreload" | "preload") => {
            attribute(tag, "href").is_some_and(|href| built.iter().any(|name| href.ends_with(name)))
        }
        _ => false,
    });
    remove_elements(&page, "script", |tag, body| {
        attribute(tag, "src").is_none()
            && (body.contains("TrunkApplicationStarted") || body.contains(".well-known/trunk"))
    })
}

/// Removes the elements of this name that the function, given the opening tag and the text inside,
/// says yes to. Elements without an end are `link`s; all others end with their closing tag.
fn remove_elements(page: &str, name: &str, unwanted: impl Fn(&str, &str) -> bool) -> String {
    let opening = format!("<{name}");
    let closing = format!("</{name}>");
    let mut result = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(start) = rest.find(&opening) {
        let element = &rest[start..];
        let is_name =
            element[opening.len()..].starts_with(|next: char| !next.is_ascii_alphanumeric());
        let (tag, inside, length) = match end_of_tag(element) {
            Some(end) if is_name && name != "link" => {
                let inside = &element[end..];
                let inside = &inside[..inside.find(&closing).unwrap_or(0)];
                (&element[..end], inside, end + inside.len() + closing.len())
            }
            Some(end) if is_name => (&element[..end], "", end),
            _ => {
                result.push_str(&rest[..start + opening.len()]);
                rest = &element[opening.len()..];
                continue;
            }
        };
        let length = length.min(element.len());
        if unwanted(tag, inside) {
            let before = &rest[..start];
            let after = &element[length..];
            // A line that held nothing else goes as a whole.
            let line = before.trim_end_matches([' ', '\t']);
            match after.strip_prefix('\n') {
                Some(next) if line.is_empty() || line.ends_with('\n') => {
                    result.push_str(line);
                    rest = next;
                }
                _ => {
                    result.push_str(before);
                    rest = after;
                }
            }
        } else {
            result.push_str(&rest[..start + length]);
            rest = &element[length..];
        }
    }
    result.push_str(rest);
    result
}

/// The length of a tag, in whose attributes a `>` may stand between quotes.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (index, letter) in text.char_indices() {
        match quote {
            Some(open) if open == letter => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'') => quote = Some(letter),
            None if letter == '>' => return Some(index + 1),
            None => {}
        }
    }
    None
}

/// The value of an attribute in a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag;
    while let Some(position) = rest.find(name) {
        let before = rest[..position].chars().next_back();
        let after = rest[position + name.len()..].trim_start();
        if before.is_some_and(char::is_whitespace)
            && let Some(value) = after.strip_prefix('=')
        {
            let value = value.trim_start();
            return match value.chars().next() {
                Some(quote @ ('"' | '\'')) => value[1..].split(quote).next(),
                _ => value.split([' ', '\t', '\n', '>']).next(),
            };
        }
        rest = &rest[position + name.len()..];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_takes_the_place_of_the_comment_and_can_do_so_again() {
        let page = "<main>\n<!-- ovc:static -->\n</main>";
        let expected = "<main>\n<!-- ovc:static --><p>a</p><!-- /ovc:static -->\n</main>";
        let once = splice(page, "ovc:static", "<p>a</p>\n");
        assert_eq!(once, Ok(expected.to_owned()));
        let twice = once.and_then(|once| splice(&once, "ovc:static", "<p>a</p>\n"));
        assert_eq!(twice, Ok(expected.to_owned()));
    }

    #[test]
    fn a_page_without_the_place_is_refused() {
        assert!(splice("<main></main>", "ovc:static", "").is_err());
        let doubled = "<!-- ovc:head --><!-- ovc:head -->";
        assert!(splice(doubled, "ovc:head", "").is_err());
    }

    #[test]
    fn what_trunk_leaves_goes_and_our_own_stays() {
        let page = "<head>\n  \
            <link data-trunk rel=\"rust\" data-x=\"a > b\" data-trunk-id=\"0\">\n  \
            <link rel=\"icon\" href=\"./icons/a.svg\">\n  \
            <link rel=\"modulepreload\" href=\"./open-vs-closed-1a.js\" crossorigin=\"anonymous\">\n  \
            <link rel=\"modulepreload\" href=\"./open-vs-closed.js\">\n  \
            <link rel='preload' href='./open-vs-closed-1a_bg.wasm' as=\"fetch\"><meta>\n  \
            <script type=\"module\">\ndispatchEvent(new CustomEvent(\"TrunkApplicationStarted\"))</script>\n  \
            <script type=\"module\" src=\"./page.js\"></script>\n</head>";
        let built = ["open-vs-closed-1a.js", "open-vs-closed-1a_bg.wasm"];
        assert_eq!(
            without_trunk(page, &built),
            "<head>\n  \
            <link rel=\"icon\" href=\"./icons/a.svg\">\n  \
            <link rel=\"modulepreload\" href=\"./open-vs-closed.js\">\n  \
            <meta>\n  \
            <script type=\"module\" src=\"./page.js\"></script>\n</head>"
        );
    }

    #[test]
    fn broken_pages_come_back_as_they_were() {
        for page in [
            "<link rel=\"rust",
            "<links rel=rust>",
            "<script>no end",
            "",
            "<link",
        ] {
            assert_eq!(without_trunk(page, &[]), page);
        }
    }

    #[test]
    fn attributes_are_read_in_all_writings() {
        assert_eq!(attribute("<link rel=\"rust\">", "rel"), Some("rust"));
        assert_eq!(attribute("<link rel='rust'>", "rel"), Some("rust"));
        assert_eq!(attribute("<link rel=rust>", "rel"), Some("rust"));
        assert_eq!(
            attribute("<link data-rel=\"a\" rel = \"b\">", "rel"),
            Some("b")
        );
        assert_eq!(attribute("<link hreflang=\"en\">", "href"), None);
    }
}
