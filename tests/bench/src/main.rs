//! Measures the widget beside its peers, in one run and one browser: `cargo xtask bench` starts it.
//!
//! What a figure is depends on the machine; how many times as large it is beside a peer does not.

mod events;
mod measure;
mod options;
mod peer;
mod table;

use std::process::ExitCode;

use open_vs_closed_e2e::{Browser, Failure, Outcome, Page, setting};

use measure::Figures;
use options::Options;
use peer::Peer;

fn main() -> ExitCode {
    match Options::parse().and_then(|options| run(&options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run(options: &Options) -> Outcome {
    let mut peers = vec![Peer::ours()];
    for name in &options.peers {
        peers.push(Peer::named(name)?);
    }
    let dist = setting::dist()?;
    let mut results: Vec<Figures> = Vec::new();
    for size in &options.sizes {
        let data = events::data_set(*size);
        let compared: Vec<&Peer> = peers.iter().filter(|peer| *size <= peer.most).collect();
        let mut servers = Vec::new();
        for peer in &compared {
            servers.push(peer.site(&data, &dist)?.serve()?);
            results.push(Figures::new(peer.name, *size));
        }
        let first = results.len() - compared.len();
        for run in 0..options.runs {
            // In turn, so that whatever else the machine does meanwhile hits all of them.
            for at in 0..compared.len() {
                let at = (at + run) % compared.len();
                eprintln!(
                    "{} events, {} ({} of {})",
                    size,
                    compared[at].name,
                    run + 1,
                    options.runs
                );
                // A browser of its own: nothing is compiled or cached from before.
                let page = Page::new(Browser::start()?)?;
                let figures = &mut results[first + at];
                if let Err(Failure(reason)) =
                    measure::measure(&page, &servers[at], options.phone, figures)
                {
                    figures.failed.push(reason);
                }
            }
        }
        print!("{}", table::of(&results[first..], *size));
        for peer in peers.iter().filter(|peer| *size > peer.most) {
            println!(
                "{} is not tried with more than {} events.",
                peer.name, peer.most
            );
        }
    }
    if let Some(file) = &options.json {
        let text = serde_json::to_string_pretty(&results)?;
        std::fs::write(file, text + "\n")?;
        println!("\nAll figures are in {}.", file.display());
    }
    Ok(())
}
