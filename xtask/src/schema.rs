//! `cargo xtask schema`: the JSON Schema, from the types that read the data set.

use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// The schema's path, below the root.
const PLACE: &str = "www/data/schema.json";

/// Writes the schema, or compares it.
pub fn run(check: bool) -> Result<Outcome, Failure> {
    let path = project::root()?.join(PLACE);
    let current = format!("{}\n", open_vs_closed::dataset::schema_json().trim_end());
    let written = if path.is_file() {
        Some(files::read(&path)?)
    } else {
        None
    };
    if written.as_deref() == Some(current.as_str()) {
        println!("{PLACE} is current.");
        return Ok(Outcome::Good);
    }
    if check {
        println!("{PLACE} is not current; `cargo xtask schema` writes it.");
        return Ok(Outcome::Problems);
    }
    files::write(&path, current)?;
    println!("{PLACE} is written.");
    Ok(Outcome::Good)
}
