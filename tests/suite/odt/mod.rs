//! OpenDocument texts: awkward ones are read as LibreOffice shows them, damaged ones end in a named error.

mod corpus;
mod damaged;
mod numbers;
mod paper;
mod reading;
