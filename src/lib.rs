//! candour reads safeguarding reviews and minutes.
pub mod annotation;
pub mod checks;
pub mod document;
pub mod input;
pub mod patterns;
pub mod scan;
pub mod text;
