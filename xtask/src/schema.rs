//! `cargo xtask schema`: the JSON Schema, from the types that read the data set.

use std::process::ExitCode;

use anyhow::Result;

use crate::{files, project};

/// The schema's path, below the root.
const PLACE: &str = "www/data/schema.json";

/// Writes the schema, or compares it.
pub fn run(check: bool) -> Result<ExitCode> {
    let path = project::root()?.join(PLACE);
    let current = format!("{}\n", open_vs_closed::dataset::schema_json().trim_end());
    if fs_err::read_to_string(&path).is_ok_and(|written| written == current) {
        println!("{PLACE} is current.");
        return Ok(ExitCode::SUCCESS);
    }
    if check {
        println!("{PLACE} is not current; `cargo xtask schema` writes it.");
        return Ok(ExitCode::FAILURE);
    }
    files::write(&path, current)?;
    println!("{PLACE} is written.");
    Ok(ExitCode::SUCCESS)
}
