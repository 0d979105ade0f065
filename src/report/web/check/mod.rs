//! The page of a check shows one document to a person who would rather look than read data: what to mend first, then the
//! document itself with its words marked in place and explained beside, then its references, its actions and its dates.
//!
//! A [`sheet`](sheet::Sheet) is drawn up first: each annotation in its entry, each entry with its number. The other files each
//! write a part of it. All of it can be read without the script, which only filters, searches and copies.

mod actions;
mod body;
mod front;
mod outline;
mod remarks;
mod runs;
mod sheet;
mod sweep;
mod timeline;

use std::io::{self, Write};

use crate::reading::{Read, Reading};
use crate::report::matrix::{Matrix, html};
use crate::report::text::passage::cleaned;
use crate::report::{Edition, View};
use crate::summary::Summary;

use super::{Plain, Shell};
use sheet::Sheet;

/// The look of the page beside the common one.
const STYLE: &str = include_str!("page.css");
/// What filters, searches and copies.
const SCRIPT: &str = include_str!("page.js");

/// The sections of a page, in order: their ids and names.
const SECTIONS: [(&str, &str); 6] = [
    ("first", "What to look at first"),
    ("document", "The document"),
    ("remarks", "Explanations"),
    ("references", "References"),
    ("actions", "Actions"),
    ("timeline", "Timeline"),
];

/// Writes the page of `reading`. Of a failed reading it says why there is nothing to show.
///
/// # Errors
/// Those of `out`.
pub fn write(reading: &Reading<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let title = format!("{}: what to check", cleaned(reading.source.name()));
    let about = "Marks show places to check in this document, and the question to ask at each. What candour cannot see: whether \
                 what is written is true.";
    let shell = Shell {
        title: &title,
        about,
        style: STYLE,
        script: if reading.outcome.is_ok() { SCRIPT } else { "" },
    };
    shell.head(out)?;
    match &reading.outcome {
        Ok(read) => page(reading, read, edition, out)?,
        Err(failure) => writeln!(out, "<p>This document could not be read: it {}.</p>", Plain(&failure.message))?,
    }
    shell.tail(out)
}

fn page(reading: &Reading<'_>, read: &Read<'_>, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let view = View::new(read, edition);
    let sheet = &Sheet::new(read, &view);
    let sections: Vec<(&str, &str)> = SECTIONS
        .into_iter()
        .filter(|(id, _)| sheet.is_linked() || *id != "document")
        .collect();
    outline::sections(&sections, out)?;
    front::write(sheet, &Summary::of(reading, edition.accepted), out)?;
    document(sheet, out)?;
    writeln!(
        out,
        "<section id=\"references\" aria-labelledby=\"references-title\">\n<h2 id=\"references-title\">References</h2>"
    )?;
    if let Some(matrix) = Matrix::new(reading, edition) {
        html::sections(&matrix.linked(sheet.is_linked()), out)?;
    }
    writeln!(out, "</section>")?;
    actions::write(sheet, out)?;
    timeline::write(sheet, out)?;
    let version = env!("CARGO_PKG_VERSION");
    writeln!(
        out,
        "<p class=\"made\">Made by candour {version}, rules {:.16}, from <bdi>{}</bdi>.</p>",
        edition.rules_sha256,
        Plain(&cleaned(reading.source.shown()))
    )
}

/// Writes the document and its explanations, side by side where there is room.
fn document(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    if sheet.is_linked() {
        writeln!(
            out,
            "<section id=\"document\" aria-labelledby=\"document-title\">\n<h2 id=\"document-title\">The document</h2>"
        )?;
        out.write_all(KEY.as_bytes())?;
        outline::write(sheet, out)?;
    } else {
        writeln!(
            out,
            "<section aria-labelledby=\"places-title\">\n<h2 id=\"places-title\">The places</h2>\n<p>The document's words are left out, as was \
             asked; each remark names its place.</p>"
        )?;
    }
    out.write_all(TOOLS.as_bytes())?;
    writeln!(out, "<div class=\"both\">")?;
    if sheet.is_linked() {
        writeln!(out, "<div class=\"text\">")?;
        body::write(sheet, out)?;
        writeln!(out, "</div>")?;
    }
    writeln!(
        out,
        "<div class=\"side\" id=\"remarks\" role=\"group\" tabindex=\"0\" aria-labelledby=\"remarks-title\">\n<h2 id=\"remarks-title\">Explanations</h2>"
    )?;
    if sheet.entries.is_empty() {
        writeln!(out, "<p>Nothing is marked in this document.</p>")?;
    }
    remarks::write(sheet, out)?;
    writeln!(out, "</div>\n</div>\n</section>")
}

/// What the marks mean.
const KEY: &str = "<ul class=\"key\"><li><mark class=\"h\">double line</mark> high</li><li><mark class=\"m\">single line</mark> medium</li>\
<li><mark class=\"l\">broken line</mark> low</li><li><mark class=\"q\">dotted line</mark> quoted (\u{201c}1\u{201d}), mentioned (\u{2018}1\u{2019}), \
denied or for information: not counted</li></ul>\n<p>The number at the end of a mark is that of its explanation. The words lead there, and the \
explanation leads back.</p>\n";

/// The controls, which the script shows; without it they would do nothing.
const TOOLS: &str = "<form class=\"tools\" hidden autocomplete=\"off\" aria-label=\"Filter and search the remarks\">\n\
<label>Search <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\n\
<label>Level <select name=\"level\"><option value=\"\">all</option></select></label>\n\
<label>Kind <select name=\"category\"><option value=\"\">all</option></select></label>\n\
<label>Voice <select name=\"voice\"><option value=\"\">all</option></select></label>\n\
<label>Rule <select name=\"rule\"><option value=\"\">all</option></select></label>\n\
<button type=\"button\" name=\"previous\">Previous mark</button>\n<button type=\"button\" name=\"next\">Next mark</button>\n\
<button type=\"button\" name=\"copy\">Copy as comment table</button>\n<button type=\"reset\">Show all</button>\n\
<output aria-live=\"polite\"></output>\n</form>\n";
