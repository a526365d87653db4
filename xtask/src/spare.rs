//! What wasm-bindgen writes into the glue for others: for engines that cannot run the WebAssembly anyway,
//! and for ways of starting it that the loader does not go. It is one part in fourteen of the glue, compressed.

/// Stretches of the glue that are not needed: where one begins, before what it ends, and what stands there
/// instead. What is not found is left as it is; the budget tells of it.
const SPARE: [(&str, &str, &str); 4] = [
    // The loader gives an object with the answer to its request.
    (
        "    if (module_or_path !== undefined) {\n",
        "    const imports = __wbg_get_imports();\n",
        "    ({ module_or_path } = module_or_path);\n",
    ),
    (
        "    if (typeof module_or_path === 'string'",
        "    const { instance, module }",
        "",
    ),
    (
        "    } else {\n        const instance = await WebAssembly.instantiate(module, imports);\n",
        "    function expectedResponseType",
        "    }\n",
    ),
    // These came long before tables of references, which the WebAssembly has.
    (
        "if (!('encodeInto' in cachedTextEncoder)) {\n",
        "let WASM_VECTOR_LEN",
        "",
    ),
];

/// The same for what stands there more than once.
const REGISTRY: &str = "(typeof FinalizationRegistry === 'undefined')\n    ? { register: () => {}, unregister: () => {} }\n    : new";

/// A second name for what the loader calls by its first.
const DISPOSE: &str = "if (Symbol.dispose) ";

/// The glue without all that.
pub fn without(glue: &str) -> String {
    let mut glue = glue.replace(REGISTRY, "new");
    for (from, to, instead) in SPARE {
        let Some(start) = glue.find(from) else {
            continue;
        };
        if let Some(length) = glue[start..].find(to) {
            glue.replace_range(start..start + length, instead);
        }
    }
    glue.split_inclusive('\n')
        .filter(|line| !line.starts_with(DISPOSE))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_for_others_goes() {
        let glue = "if (Symbol.dispose) Data.prototype[Symbol.dispose] = Data.prototype.free;\n\
            const Drop = (typeof FinalizationRegistry === 'undefined')\n    \
            ? { register: () => {}, unregister: () => {} }\n    : new FinalizationRegistry(free);\n\
            async function init(module_or_path) {\n    \
            if (module_or_path !== undefined) {\n        warn();\n    }\n    \
            const imports = __wbg_get_imports();\n}\n";
        let expected = "const Drop = new FinalizationRegistry(free);\n\
            async function init(module_or_path) {\n    \
            ({ module_or_path } = module_or_path);\n    \
            const imports = __wbg_get_imports();\n}\n";
        assert_eq!(without(glue), expected);
        assert_eq!(without(expected), expected);
    }
}
