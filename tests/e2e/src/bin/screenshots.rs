//! Pictures of the views for the README: `screenshots FOLDER`, started by
//! `cargo xtask screenshots`.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use open_vs_closed_e2e::{Browser, Failure, Outcome, Page, Server, Site};

/// Widths of the container, each with the height of its picture, in CSS pixels.
const SIZES: [(u32, u32); 3] = [(320, 1100), (720, 1100), (1280, 1100)];

fn main() -> ExitCode {
    match std::env::args().nth(1) {
        None => {
            eprintln!("Name the folder for the pictures.");
            ExitCode::from(2)
        }
        Some(folder) => match take_all(Path::new(&folder)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                eprintln!("{failure}");
                ExitCode::FAILURE
            }
        },
    }
}

fn take_all(folder: &Path) -> Outcome {
    fs::create_dir_all(folder)?;
    let page = Page::new(Browser::start()?)?;
    for (width, height) in SIZES {
        for theme in ["light", "dark"] {
            for view in ["timeline", "compare", "models"] {
                let picture = take(&page, view, theme, width, height)?;
                fs::write(folder.join(format!("{view}-{width}-{theme}.png")), picture)?;
                println!("{view}-{width}-{theme}.png");
            }
        }
    }
    Ok(())
}

/// The widget in a window of its width, with an event selected where there is room for its card.
fn take(page: &Page, view: &str, theme: &str, width: u32, height: u32) -> Outcome<Vec<u8>> {
    let server = host(view, theme, width)?;
    page.open_live(&server, "/host.html")?;
    resize(page, width, height)?;
    if view == "timeline" && width >= 720 {
        page.run("await e2e.widget().goTo('deepseek-r1')")?;
    }
    page.run("await e2e.frames(6); scrollTo(0, 0); await e2e.frames(2)")?;
    page.browser().screenshot()
}

fn host(view: &str, theme: &str, width: u32) -> Outcome<Server> {
    let font = "\"Source Sans 3\", \"Noto Sans\", system-ui, sans-serif";
    let style = format!(
        "<style>body {{ margin: 0; font: 16px/1.5 {font}; width: {width}px; overflow: hidden }}</style>"
    );
    let body = format!(
        "<open-vs-closed loading=\"eager\" view=\"{view}\" theme=\"{theme}\"></open-vs-closed>"
    );
    Site::new()?.host(&style, &body).serve()
}

/// Gives the page that size inside the window, whatever the window's own frame takes.
fn resize(page: &Page, width: u32, height: u32) -> Outcome {
    page.browser().set_size(width, height)?;
    let (inner_width, inner_height): (u32, u32) = page.get("[innerWidth, innerHeight]")?;
    let missing = |wanted: u32, found: u32| {
        wanted.checked_sub(found).ok_or_else(|| {
            Failure::new(format!(
                "The window is {found} wide; {wanted} was asked for."
            ))
        })
    };
    // Some windows cannot be as narrow as a phone: the page is then, and the rest stays empty.
    let extra_width = missing(width.max(inner_width), inner_width)?;
    let extra_height = missing(height.max(inner_height), inner_height)?;
    page.browser()
        .set_size(width + extra_width, height + extra_height)
}
