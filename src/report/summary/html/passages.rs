//! The passages behind the figures, list by list, and those to read first, in full.

use std::io::{self, Write};

use super::FIRST;
use super::links::Links;
use crate::report::summary::{Gathered, smooth};
use crate::report::text::{cleaned, counted};
use crate::report::web::Plain;
use crate::summary::{List, Passage, STRONGEST};

/// How many paragraphs to read first are given in full.
const SHOWN: usize = 12;

/// Writes the paragraphs with the gravest words, in full.
pub(super) fn strongest(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<section aria-labelledby=\"first\">\n<h2 id=\"first\">{FIRST}</h2>")?;
    match gathered.total.passages.behind(STRONGEST).filter(|list| !list.kept.is_empty()) {
        None => writeln!(out, "<p>No paragraph has a grave remark, or several.</p>")?,
        Some(list) => {
            let kept = list.kept.len().min(SHOWN);
            writeln!(
                out,
                "<p>{kept} of {} with a grave remark or several: the gravest first, then those with most. Read them whole before you speak of a figure.</p>",
                counted(list.total, "paragraph")
            )?;
            items(&list.kept[..kept], gathered, out)?;
        }
    }
    writeln!(out, "</section>")
}

/// Writes the lists that figures lead to.
pub(super) fn write(gathered: &Gathered<'_>, links: &Links<'_>, out: &mut impl Write) -> io::Result<()> {
    if links.is_empty() {
        return Ok(());
    }
    writeln!(
        out,
        "<section aria-labelledby=\"passages\">\n<h2 id=\"passages\">The passages behind the figures</h2>"
    )?;
    for (number, link) in links.all.iter().enumerate() {
        let Some(list) = gathered.total.passages.behind(link.figure) else {
            continue;
        };
        writeln!(
            out,
            "<section class=\"list\" aria-labelledby=\"p{number}\"><h3 id=\"p{number}\">{}</h3>\n<p>{} <a href=\"#{}\">Back to “{}”</a></p>",
            Plain(&cleaned(&link.name)),
            said(list),
            Plain(&link.panel.id),
            Plain(&link.panel.title),
        )?;
        items(&list.kept, gathered, out)?;
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</section>")
}

/// How many there are, and how many of them are here.
fn said(list: &List) -> String {
    let kept = list.kept.len() as u64;
    if kept == list.total {
        return format!("{}, all of them here.", counted(kept, "passage"));
    }
    format!("{} of {}; --passages N keeps more.", counted(kept, "passage"), list.total)
}

fn items(passages: &[std::sync::Arc<Passage>], gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<ol>")?;
    for passage in passages {
        write!(out, "<li><span class=\"place\">{}</span>", Plain(&place(passage, gathered)))?;
        if !passage.words.is_empty() {
            write!(out, "<blockquote>")?;
            for piece in &passage.words {
                let words = smooth(&piece.text);
                let words = Plain(&words);
                if piece.marked {
                    write!(out, "<mark>{words}</mark>")?;
                } else {
                    write!(out, "{words}")?;
                }
            }
            write!(out, "</blockquote>")?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ol>")
}

/// "minutes.docx, page 2, line 12, 7.2.8 (assurance/ensure-safety)".
fn place(passage: &Passage, gathered: &Gathered<'_>) -> String {
    let page = passage.page.map(|page| format!(", page {page}")).unwrap_or_default();
    let paragraph = passage.paragraph.as_deref().map(|label| format!(", {label}")).unwrap_or_default();
    let rules = match passage.rules.as_slice() {
        [] => String::new(),
        rules => format!(" ({})", rules.join(", ")),
    };
    cleaned(&format!(
        "{}{page}, line {}{paragraph}{rules}",
        gathered.name(passage.document),
        passage.line
    ))
}
