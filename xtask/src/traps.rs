//! A panic of the code ends in a trap, and so do a call that goes too deep and a memory that is full. No
//! code of the WebAssembly runs after it that could tell of it: the glue does.

use crate::failure::Failure;
use crate::shorten::replace_once;

/// How the names begin of what the glue calls for itself, a thousand times in a drawing: it is not watched.
pub const INNER: &str = "_";

/// Where wasm-bindgen takes hold of what the WebAssembly gives.
const TAKEN: &str = "    wasm = instance.exports;\n";

/// The same, watched. Errors that the code throws on purpose are an `Error`, and harm nothing.
const WATCHED: &str = r#"let trapped;
/** Takes what is called with the error of a trap. The code is never called again then. */
export function onTrap(then) {
    trapped = then;
}
let isDead = false;
function watched(exports) {
    const result = {};
    for (const name in exports) {
        const call = exports[name];
        result[name] = name[0] === "_" || typeof call !== "function" ? call : (...words) => {
            // Whoever asks for several values finds none.
            if (isDead) return [];
            try {
                return call(...words);
            } catch (error) {
                if (/^(Runtime|Range|Internal)Error$/.test(error?.name)) {
                    isDead = true;
                    trapped(error);
                }
                throw error;
            }
        };
    }
    return result;
}
"#;

/// The glue, which tells of traps; as it is where it does so already.
pub fn watched(glue: &str) -> Result<String, Failure> {
    if glue.contains("onTrap") {
        return Ok(glue.to_owned());
    }
    let watching = TAKEN.replace("instance.exports", "watched(instance.exports)");
    Ok(format!(
        "{WATCHED}{}",
        replace_once(glue, TAKEN, &watching)?
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glue_takes_what_is_watched() {
        let glue = watched("a();\n    wasm = instance.exports;\nb();").unwrap_or_default();
        assert!(
            glue.ends_with("a();\n    wasm = watched(instance.exports);\nb();"),
            "{glue}"
        );
        assert!(glue.contains(&format!("name[0] === \"{INNER}\"")), "{glue}");
        assert_eq!(watched(&glue), Ok(glue.clone()));
        assert!(watched("a();").is_err());
    }
}
