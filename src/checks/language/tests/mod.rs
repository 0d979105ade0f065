//! The tests of the language check: the examples that rules carry, the traps, and any text at all.

mod packs;
