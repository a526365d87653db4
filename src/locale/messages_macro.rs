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
                    $($key: crate::locale::translated::lasting(words, stringify!($key), $english),)*
                    $($($part: match words.get(stringify!($part)) {
                        Some(words) => <$part_type>::translated(words),
                        None => $part_english,
                    },)*)?
                }
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
