//! A workbook holds what a scan found as the sheets of a spreadsheet: a summary, annotations, actions, references,
//! documents and rules, each with a frozen head and a filter.
//!
//! Text is text: a cell that begins with `=` is no formula. Nothing is kept in memory but packed sheets, and of the
//! annotations, by far the longest, not even that: they are written as they come.

mod book;
mod page;
mod parts;
mod row;
mod sheet;
mod totals;

#[cfg(test)]
mod tests;

pub(super) use book::Book;
pub use page::write;
