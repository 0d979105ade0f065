//! The patterns: packs of rules, written in TOML, compiled into one [`Catalogue`] that reads a text in one pass.
//!
//! A pack knows no document: what a rule says about settings and zones are names, and what must stand near a hit
//! are sets of literals. How they are judged is the language check's part.

mod attempt;
mod bundle;
mod catalogue;
mod compile;
mod confirm;
mod error;
mod frequency;
mod group;
mod lint;
mod literals;
mod loose;
mod matcher;
mod neighbours;
mod pack;
mod phrase;
mod role;
mod rows;
mod rule;
mod scope;
mod shipped;
mod weights;
mod window;
mod words;

pub use bundle::BUILT_IN;
pub use catalogue::{Catalogue, Choice, Cues};
pub use confirm::Confirm;
pub use error::{PackError, PackErrors};
pub use group::{Group, Place, Single, Stretch};
pub use matcher::{Matcher, Use};
pub use pack::Source;
pub use role::Roles;
pub use rule::{Examples, Kind, Near, Negated, Reach, Repeat, Rule, SetId, Where};
pub use scope::{Ground, Scope};
pub use shipped::tables;
#[cfg(test)]
pub(crate) use weights::{REACH, each_token, length_of};
pub use weights::{Token, Weights};
