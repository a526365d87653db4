//! Texts put together, in less code than the standard library's `join` and `concat`: those are written
//! out for several lengths of what stands between, and again for each kind of text.

/// What can be put together to one text.
pub(crate) trait Joined {
    /// All of it, with `between` between each two.
    fn joined(&self, between: &str) -> String;
}

impl<S: AsRef<str>> Joined for [S] {
    #[inline(never)]
    fn joined(&self, between: &str) -> String {
        let mut text = String::new();
        for (at, part) in self.iter().enumerate() {
            if at > 0 {
                text.push_str(between);
            }
            text.push_str(part.as_ref());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::Joined;

    #[test]
    fn joins_as_the_standard_library_does() {
        for texts in [&[][..], &["a"], &["", "b", ""], &["é", "ü"]] {
            assert_eq!(texts.joined(", "), texts.join(", "));
            assert_eq!(texts.joined(""), texts.concat());
        }
    }
}
