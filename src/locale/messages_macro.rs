//! The macro that makes a struct of words by key.

macro_rules! messages {
    (
        $(#[$struct_doc:meta])* $name:ident, $(#[$const_doc:meta])* $english_name:ident;
        $($(#[$doc:meta])* $key:ident = $english:literal,)*
        $(; $($(#[$part_doc:meta])* $part:ident: $part_type:ty = $part_english:expr,)*)?
    ) => {
        $(#[$struct_doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $name {
            $($(#[$doc])* #[doc = concat!("English: “", $english, "”")] pub $key: &'static str,)*
            $($($(#[$part_doc])* pub $part: $part_type,)*)?
        }

        impl $name {
            /// The words of another language; English where it has none.
            pub(in crate::locale) fn translated(words: &crate::dataset::Words) -> Self {
                Self {
                    $($key: crate::locale::static_word::static_word(words, stringify!($key), $english),)*
                    $($($part: match words.get(stringify!($part)) {
                        Some(words) => <$part_type>::translated(words),
                        None => $part_english,
                    },)*)?
                }
            }
        }

        #[cfg(feature = "schema")]
        impl $name {
            /// The paths of the words that a translation lacks, and nothing where it has all.
            pub(in crate::locale) fn missing(words: Option<&crate::dataset::Words>, path: &str) -> Vec<String> {
                let keys = [$(stringify!($key)),*];
                let lacks = |key: &&str| words.is_none_or(|words| words.text(key).is_none());
                let keys = keys.into_iter().filter(lacks);
                #[allow(unused_mut, reason = "only some have parts")]
                let mut missing: Vec<String> = keys.map(|key| format!("{path}.{key}")).collect();
                $($(
                    let part = words.and_then(|words| words.get(stringify!($part)));
                    let part_path = format!("{path}.{}", stringify!($part));
                    missing.extend(<$part_type>::missing(part, &part_path));
                )*)?
                missing
            }
        }

        $(#[$const_doc])*
        pub const $english_name: $name = $name {
            $($key: $english,)*
            $($($part: $part_english,)*)?
        };
    };
}
pub(super) use messages;
