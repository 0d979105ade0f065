//! A web page is read as a browser shows it: the words of its main part, without navigation, scripts and what it hides.
//!
//! `build` makes a `tree` of its tags, `region` and `note` find out what is text and what a note, and `walk` sets the words
//! as blocks. No link is followed and nothing else is loaded. The text is our own, and spans point into it.

mod build;
mod context;
mod hidden;
mod list;
mod note;
mod region;
mod sniff;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod tree;
mod walk;

pub(super) use sniff::{charset, is_page};

use self::note::Notes;
use self::region::Region;
use self::table::Facts;
use self::walk::Walk;
use super::decode::Decoded;
use super::{ReadError, Revision};
use crate::text::{Format, Text};

/// The text of a web page, under `title` when it is given one.
pub(super) fn read(decoded: Decoded, title: Option<&str>, revision: Revision) -> Result<Text, ReadError> {
    let Decoded { content, mut warnings, .. } = decoded;
    let tree = build::tree(&content)?;
    drop(content);
    let notes = Notes::of(&tree);
    let region = Region::of(&tree, |id| notes.is_text(id));
    let facts = Facts::of_all(&tree);
    let mut flow = Walk::new(&tree, (&region, &notes, &facts), revision).through(title);
    if !flow.content.is_empty() {
        flow.content.push('\n');
    }
    let words = |count: usize| {
        if count == 1 {
            "1 word".to_owned()
        } else {
            format!("{count} words")
        }
    };
    if region.navigation > 0 {
        let left = words(region.navigation);
        warnings.push(format!(
            "Navigation, banners and what else stands around the text of the page were left out: {left}."
        ));
    }
    if region.hidden > 0 {
        let left = words(region.hidden);
        warnings.push(format!("What the page hides was left out: {left}."));
    }
    Ok(Text {
        content: flow.content,
        marks: flow.marks,
        syntax: Vec::new(),
        format: Format::Html,
        warnings,
    })
}
