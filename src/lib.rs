//! candour reads safeguarding reviews, action plans and minutes. It marks language that hides what happened or what
//! will be done, follows every cross-reference between findings and actions, and says both as annotations, on the
//! reader's own machine.
//!
//! # The house
//!
//! Data flows one way through the rooms below; an arrow never points back, and a test (`tests/suite/tidy.rs`) keeps it so.
//!
//! ```text
//!  bytes ─ input ─▶ Text ─ document ─▶ Document ─┬─ checks::language ◀─ patterns ─┐
//!                                                ├─ checks::references            ├─▶ Annotations ─▶ Scan ─▶ report ─▶ bytes
//!                                                ├─ checks::actions               │
//!                                                └─ checks::chronology ───────────┘
//! ```
//!
//! | room | what goes in, what comes out |
//! |---|---|
//! | [`text`] | the nouns everything counts in: [`text::Text`], [`text::Span`], and the [`text::Fold`], the smoothed copy that rules read |
//! | [`input`] | bytes and a name → a [`text::Text`] with the [`text::Mark`]s that its format makes itself |
//! | [`annotation`] | the noun that everything downstream speaks: an [`annotation::Annotation`] |
//! | [`document`] | a text → a [`document::Document`]: blocks, numbers, sentences, quotations, statements, events. Total: any text gives one |
//! | [`patterns`] | packs of rules (TOML, in the folder `patterns`) → a compiled [`patterns::Catalogue`] |
//! | [`checks`] | a document → annotations, and facts of each check's own: the graph of references, the facts of actions, the timeline |
//! | [`scan`] | one text through all of it → a [`scan::Scan`] |
//! | [`evaluate`] | annotations against labels that people set → precision and recall |
//! | [`identity`], [`reading`] | names for annotations that outlive an edit; a scan with the file it came from, or the reason why there is none |
//! | [`batch`] | many inputs at once, their results in the order given; the only room but the command line that touches files and threads |
//! | [`series`] | readings of successive minutes → what they say again, what has changed, what became of their actions |
//! | [`drafts`] | two readings of one document → what was mended, what is new, what is still there |
//! | [`summary`] | readings → counts, rates with their limits, comparisons, and the passages behind them |
//! | [`report`] | readings → JSON, rows, tables, text, into any writer |
//!
//! The core takes bytes and returns values: no file, no thread, no clock, so that the same code can serve a command, a
//! pipe or a page. Inside, every position is a span of bytes; lines, columns and characters appear at the edge, through
//! [`text::Places`]. Positions come from the first pass and are never searched for again.
//!
//! # One document
//!
//! ```
//! use candour::{input, patterns::Catalogue, scan};
//!
//! let catalogue = Catalogue::builtin().expect("the built-in packs are right");
//! let text = input::read("minutes.txt", b"The health visitor saw that both children were safe and well.")?;
//! let scan = scan::scan(text, &catalogue, None);
//! let first = &scan.annotations[0];
//! assert_eq!(scan.text.slice(first.span), "safe and well");
//! assert_eq!(first.rule, "generic-reassurance/safe-and-well");
//! # Ok::<(), candour::input::ReadError>(())
//! ```

pub mod annotation;
pub mod batch;
pub mod checks;
pub mod document;
pub mod drafts;
pub mod evaluate;
pub mod identity;
pub mod input;
pub mod patterns;
pub mod reading;
pub mod report;
pub mod scan;
pub mod series;
pub mod summary;
pub mod text;
