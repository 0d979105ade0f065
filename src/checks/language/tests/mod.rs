//! The tests of the language check: the examples that rules carry, the traps, and any text at all.

mod any_text;
mod bench;
mod conditions;
mod groups;
mod packs;
mod traps;
mod who;
