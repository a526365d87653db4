//! Prints the static view of a data set as HTML.
//!
//! Usage: `prerender --data FILE [--words FILE] [--surface page|embed]`. The widget's heading has level 1 on the
//! page, and level 2 in a frame.

use std::process::ExitCode;

use open_vs_closed::dataset::WordsFile;
use open_vs_closed::locale::{ENGLISH, messages_of};
use open_vs_closed::{dataset, prerender};

fn main() -> ExitCode {
    match run() {
        Ok(html) => {
            println!("{html}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("prerender: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, String> {
    let mut data = None;
    let (mut words, mut heading_level) = (None, 1);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let value = arguments
            .next()
            .ok_or_else(|| format!("{argument} needs a value"))?;
        match (argument.as_str(), value.as_str()) {
            ("--data", _) => data = Some(value),
            ("--words", _) => words = Some(value),
            ("--surface", "page") => heading_level = 1,
            ("--surface", "embed") => heading_level = 2,
            _ => return Err(format!("unknown: {argument} {value}")),
        }
    }
    let path = data.ok_or("--data FILE is missing")?;
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    let loaded = dataset::load(&text).map_err(|refusal| format!("{path}: {refusal}"))?;
    for issue in &loaded.issues {
        eprintln!("{path}: {issue}");
    }
    let Some(path) = words else {
        return prerender::static_html(loaded.dataset, &ENGLISH, heading_level);
    };
    let text = std::fs::read(&path).map_err(|error| format!("{path}: {error}"))?;
    let words = WordsFile::parse(&text).map_err(|message| format!("{path}: {message}"))?;
    let dataset = loaded.dataset.translated(&words);
    prerender::static_html(dataset, messages_of(&words.messages), heading_level)
}
