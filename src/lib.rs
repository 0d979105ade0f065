//! candour reads safeguarding reviews and minutes.
pub mod annotation;
pub mod checks;
pub mod document;
pub mod scan;
pub mod text;
pub mod input;
