//! What `--help` says.

/// Name, what follows the name, and what the command does.
pub const COMMANDS: &[(&str, &str, &str)] = &[
    (
        "serve",
        "[--port N] [--open] [--release]",
        "Install what is missing, build, and serve the page at http://127.0.0.1:8080/.\n\
         It is built again after every change of a source.\n\
         \n\
         --port N    listen there instead of 8080\n\
         --open      open a browser when the page is ready\n\
         --release   build as small and fast as `dist` does (slower to build)",
    ),
    (
        "test",
        "[--engine NAME]... [--only KIND]...",
        "Install what is missing, and run the tests.\n\
         \n\
         --engine NAME   only in chromium, firefox or webkit (repeatable)\n\
         --only KIND     only native, wasm or e2e (repeatable)",
    ),
    (
        "bench",
        "[--sizes N,...] [--peers NAME,... | --no-peers] [--runs N] [--phone] [--json FILE]",
        "Measure the widget beside its peers in one run of Chromium, and print a table.\n\
         \n\
         --sizes N,...     numbers of events; 60,1000,10000,100000 if not given\n\
         --peers NAME,...  only these of timelinejs, vis, d3 (with at most 10,000 events)\n\
         --no-peers        only the widget\n\
         --runs N          load each page so often; 3 if not given\n\
         --phone           as on a phone: 412 px, a quarter of the processor, 1.6 Mbit/s and 150 ms\n\
         --json FILE       write every figure there",
    ),
    (
        "dist",
        "[--test-hooks] [--no-budgets]",
        "Build the static bundle in dist/, with manifest.json, sizes and budgets.\n\
         \n\
         --test-hooks   add testPanic() to the element; never publish such a build\n\
         --no-budgets   print sizes and budgets, but do not fail over a limit",
    ),
    (
        "check-data",
        "FILE...",
        "Validate data sets: each problem with its JSON path, exit status 1 if any.",
    ),
    (
        "schema",
        "[--check]",
        "Write www/data/schema.json from the Rust types.\n\
         \n\
         --check   write nothing; exit status 1 if the file is not current",
    ),
    (
        "screenshots",
        "",
        "Build the bundle, and take the pictures in docs/screenshots.",
    ),
    (
        "setup",
        "",
        "Install everything that serve, dist and test need, the browsers included.\n\
         \n\
         Tools go into a per-user cache (OVC_CACHE_DIR names another place).",
    ),
    (
        "assemble",
        "",
        "Make the bundle of what trunk has built. Trunk calls this; there is no need to call it by hand.",
    ),
];

/// What is printed without a command.
pub fn overview() -> String {
    let mut text = String::from("Usage: cargo xtask COMMAND [OPTIONS]\n\n");
    for (name, arguments, about) in COMMANDS {
        let first = about.lines().next().unwrap_or_default();
        text.push_str(&format!(
            "{}\n    {first}\n",
            format!("{name} {arguments}").trim_end()
        ));
    }
    text.push_str("\n`cargo xtask COMMAND --help` tells more.\n");
    text.push_str("Exit status: 0 good, 1 problems found, 2 wrong use.\n");
    text
}

/// What is printed for one command.
pub fn help_for(command: &str) -> String {
    COMMANDS
        .iter()
        .find(|(name, ..)| *name == command)
        .map_or_else(overview, |entry| {
            let (name, arguments, about) = entry;
            let usage = format!("cargo xtask {name} {arguments}");
            format!("Usage: {}\n\n{about}\n", usage.trim_end())
        })
}
