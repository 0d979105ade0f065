//! candour reads safeguarding reviews and minutes.
pub mod annotation;
pub mod batch;
pub mod checks;
pub mod document;
pub mod evaluate;
pub mod identity;
pub mod input;
pub mod patterns;
pub mod reading;
pub mod report;
pub mod scan;
pub mod summary;
pub mod text;
