//! An `Each` is a list of a record that is made while it is written, item by item, and never held.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};

type Items<'a, T> = Box<dyn Iterator<Item = T> + 'a>;

/// A list that is made while it is written.
pub struct Each<'a, T>(Option<Box<dyn Fn() -> Items<'a, T> + 'a>>);

impl<'a, T> Each<'a, T> {
    /// The list of what `items` yields, each time it is called.
    pub fn new<I: Iterator<Item = T> + 'a>(items: impl Fn() -> I + 'a) -> Self {
        Self(Some(Box::new(move || Box::new(items()))))
    }

    /// The items.
    pub fn iter(&self) -> impl Iterator<Item = T> {
        self.0.iter().flat_map(|items| items())
    }

    /// The empty list, which costs nothing.
    #[must_use]
    pub const fn none() -> Self {
        Self(None)
    }
}

impl<T: Serialize> Serialize for Each<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Some(items) => serializer.collect_seq(items()),
            None => serializer.collect_seq::<[T; 0]>([]),
        }
    }
}

impl<T: JsonSchema> JsonSchema for Each<'_, T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

/// Hexadecimal digits, written without being held.
#[derive(Clone, Copy, Debug)]
pub enum Hex {
    /// An annotation's id: 16 digits.
    Id(crate::identity::Id),
    /// A whole SHA-256 sum: 64 digits.
    Sum(crate::reading::Digest),
    /// The first 32 digits of one.
    Short(crate::reading::Digest),
}

impl fmt::Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "{id}"),
            Self::Sum(sum) => write!(f, "{sum}"),
            Self::Short(sum) => write!(f, "{sum:.32}"),
        }
    }
}

impl Serialize for Hex {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for Hex {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Hex".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^([0-9a-f]{16}){1,4}$" })
    }
}
