//! The words of another language for a data set and for the interface.
//!
//! A file of words has the keys of the data set, then the id of a record, then its texts:
//! `{"lang": "ko", "version": "1.0", "words": {"events": {"gpt-4": {"title": "…"}}}, "messages": {"close": "…"}}`.

use std::collections::HashMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::text::Text;

/// A file of words.
#[derive(Clone, Debug, Deserialize)]
pub struct WordsFile {
    /// The language, as a BCP 47 tag.
    pub lang: Text,
    /// The words of the data set.
    #[serde(default)]
    pub words: Words,
    /// The words of the interface.
    #[serde(default)]
    pub messages: Words,
}

impl WordsFile {
    /// Reads a file of words.
    ///
    /// # Errors
    /// Fails with a sentence where it is none.
    pub fn parse(text: &[u8]) -> Result<Self, String> {
        serde_json::from_slice(text).map_err(|error| format!("The words cannot be read: {error}."))
    }
}

/// A text, or words by key or by place.
#[derive(Clone, Debug, PartialEq)]
pub enum Words {
    /// One text.
    Text(Text),
    /// Words by key: an id, or the name of a field.
    Map(HashMap<Text, Words>),
    /// Words of the items of a list that have no id, by their place. What needs no word is `null`.
    List(Vec<Option<Words>>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Map(HashMap::new())
    }
}

impl Words {
    /// The words under a key.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.get(key),
            _ => None,
        }
    }

    /// The words of the item at a place.
    pub fn at(&self, place: usize) -> Option<&Self> {
        match self {
            Self::List(list) => list.get(place)?.as_ref(),
            _ => None,
        }
    }

    /// The text under a key; an empty one counts as missing.
    pub fn text(&self, key: &str) -> Option<&Text> {
        match self.get(key)? {
            Self::Text(text) if !text.is_empty() => Some(text),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, a list or an object of texts")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words::Text(text.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Words, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Words::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Words, A::Error> {
        let mut map = HashMap::new();
        while let Some((key, words)) = entries.next_entry::<Text, Words>()? {
            map.insert(key, words);
        }
        Ok(Words::Map(map))
    }
}
