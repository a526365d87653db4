//! The pages: what the build puts into them.

use anyhow::{Context, Result, ensure};

/// Puts content in the place of `<!-- name -->`, and of all up to `<!-- /name -->` where the page has that. Both
/// comments are in the result.
pub fn splice(page: &str, name: &str, content: &str) -> Result<String> {
    let start = format!("<!-- {name} -->");
    let end = format!("<!-- /{name} -->");
    let (before, after) = page
        .split_once(&start)
        .with_context(|| format!("the page has no `{start}`"))?;
    ensure!(!after.contains(&start), "the page has `{start}` twice");
    let after = after.split_once(&end).map_or(after, |(_, rest)| rest);
    Ok(format!("{before}{start}{}{end}{after}", content.trim_end()))
}

/// Puts text in the place of what stands between two others, the first that is found.
pub fn replace_between(page: &str, from: &str, to: &str, text: &str) -> Result<String> {
    let (before, rest) = page
        .split_once(from)
        .with_context(|| format!("the page has no `{from}`"))?;
    let (_, after) = rest
        .split_once(to)
        .with_context(|| format!("the page has no `{to}` after `{from}`"))?;
    Ok(format!("{before}{from}{text}{to}{after}"))
}

/// Text for HTML, in an attribute, too.
pub fn escape(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_takes_the_place_of_the_comment_and_can_do_so_again() -> Result<()> {
        let page = "<main>\n<!-- ovc:static -->\n</main>";
        let expected = "<main>\n<!-- ovc:static --><p>a</p><!-- /ovc:static -->\n</main>";
        let once = splice(page, "ovc:static", "<p>a</p>\n")?;
        assert_eq!(once, expected);
        assert_eq!(splice(&once, "ovc:static", "<p>a</p>\n")?, expected);
        Ok(())
    }

    #[test]
    fn what_stands_between_the_comments_goes() -> Result<()> {
        let page = "<!-- ovc:head -->\n<link>\n<!-- /ovc:head --><body>";
        let expected = "<!-- ovc:head --><style><!-- /ovc:head --><body>";
        assert_eq!(splice(page, "ovc:head", "<style>")?, expected);
        Ok(())
    }

    #[test]
    fn text_takes_the_place_of_what_stands_between() -> Result<()> {
        let page = "<title>Old</title><p>Old</p>";
        let text = escape("\"A\" < B & C");
        let expected = "<title>&quot;A&quot; &lt; B &amp; C</title><p>Old</p>";
        assert_eq!(
            replace_between(page, "<title>", "</title>", &text)?,
            expected
        );
        assert!(replace_between(page, "<h1>", "</h1>", "").is_err());
        Ok(())
    }

    #[test]
    fn a_page_without_the_place_is_refused() {
        assert!(splice("<main></main>", "ovc:static", "").is_err());
        let doubled = "<!-- ovc:head --><!-- ovc:head -->";
        assert!(splice(doubled, "ovc:head", "").is_err());
    }
}
