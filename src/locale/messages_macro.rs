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

        $(#[$const_doc])*
        pub const $english_name: $name = $name {
            $($key: $english,)*
            $($($part: $part_english,)*)?
        };
    };
}
pub(super) use messages;
