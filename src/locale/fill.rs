//! Values in the words of the interface.

/// Replaces each `{key}` of a pattern by its value. A key without a value stays as it is.
pub fn fill(pattern: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 16);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after.split_once('}').and_then(|(key, tail)| {
            let (_, value) = values.iter().find(|(name, _)| *name == key)?;
            Some((*value, tail))
        });
        match found {
            Some((value, tail)) => {
                filled.push_str(value);
                rest = tail;
            }
            None => {
                filled.push('{');
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn keys_are_replaced_by_values() {
        assert_eq!(
            fill("{n} of {total}", &[("n", "4"), ("total", "{n}")]),
            "4 of {n}"
        );
        assert_eq!(fill("a {gone} {", &[("n", "4")]), "a {gone} {");
    }
}
