//! Text for people: what a terminal or a printer shows.

pub mod check;
pub mod diff;
pub mod evaluation;
mod look;
pub(super) mod passage;
pub mod refs;
pub mod series;
pub mod summary;
pub mod timeline;

pub use look::{Look, counted, grouped};
pub(super) use passage::cleaned;
