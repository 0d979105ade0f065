//! The table of actions: who is to do each, by when, what became of it, and what is left open.

use std::io::{self, Write};

use crate::checks::actions::{ActionFacts, Status};
use crate::document::StatementKind;
use crate::report::text::passage::cleaned;
use crate::report::web::{Plain, end_table, table};

use super::sheet::Sheet;

/// What a cell says where an action leaves something open.
const OPEN: &str = "<td class=\"fault\">";

/// Writes the actions of `sheet`.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<section id=\"actions\" aria-labelledby=\"actions-title\">\n<h2 id=\"actions-title\">Actions</h2>"
    )?;
    let statements = &sheet.view.scan.document.statements;
    let actions = (0..statements.len()).filter(|&at| statements[at].kind == StatementKind::Action);
    let actions: Vec<usize> = actions.collect();
    if actions.is_empty() {
        return writeln!(out, "<p>There is no action in this document.</p></section>");
    }
    let columns = ["Action", "Who", "By when", "What became of it", "How anyone would know", "Answers"];
    table("Each action, and what it leaves open", &columns, out)?;
    for at in actions {
        one(sheet, at, out)?;
    }
    end_table(out)?;
    writeln!(out, "</section>")
}

fn one(sheet: &Sheet<'_>, at: usize, out: &mut impl Write) -> io::Result<()> {
    let view = sheet.view;
    let (statement, facts) = (&view.scan.document.statements[at], &view.scan.facts[at]);
    let label = Some(cleaned(&statement.label)).filter(|label| !label.is_empty());
    let label = label.unwrap_or_else(|| "An action".to_owned());
    let line = view.place(view.source(statement.span).start).line;
    write!(out, "<tr><th scope=\"row\">")?;
    if sheet.is_linked() {
        write!(out, "<a href=\"#b{}\">{}</a>", statement.blocks.0, Plain(&label))?;
    } else {
        write!(out, "{}", Plain(&label))?;
    }
    write!(out, " <span class=\"why\">line {line}</span></th>")?;
    owners(sheet, facts, out)?;
    dates(sheet, facts, out)?;
    outcome(sheet, facts, out)?;
    match facts.checked {
        true => write!(out, "<td>it says so</td>")?,
        false => write!(out, "{OPEN}nothing is said</td>")?,
    }
    match view.scan.graph.cites[at].as_slice() {
        [] => writeln!(out, "<td>names nothing</td></tr>"),
        cites => writeln!(out, "<td>{}</td></tr>", Plain(&cleaned(&cites.join(", ")))),
    }
}

fn owners(sheet: &Sheet<'_>, facts: &ActionFacts, out: &mut impl Write) -> io::Result<()> {
    match sheet.view.shown(facts.owners.as_slice()) {
        _ if facts.owners.is_empty() => write!(out, "{OPEN}nobody is named</td>"),
        Some(owners) => write!(out, "<td>{}</td>", Plain(&cleaned(&owners.join("; ")))),
        None => write!(out, "<td>{} named</td>", facts.owners.len()),
    }
}

fn dates(sheet: &Sheet<'_>, facts: &ActionFacts, out: &mut impl Write) -> io::Result<()> {
    let dated = facts.timescales.iter().any(|it| it.date.is_some());
    write!(out, "{}", if dated { "<td>" } else { OPEN })?;
    if facts.timescales.is_empty() {
        write!(out, "no date")?;
    }
    for it in &facts.timescales {
        let date = it.date.as_deref().unwrap_or("no date");
        match sheet.view.folded(it.span) {
            Some(words) => write!(
                out,
                "<span class=\"each\">{} <span class=\"iso\">{}</span></span>",
                Plain(&cleaned(words)),
                Plain(date)
            )?,
            None => write!(out, "<span class=\"each\">{}</span>", Plain(date))?,
        }
    }
    write!(out, "</td>")
}

fn outcome(sheet: &Sheet<'_>, facts: &ActionFacts, out: &mut impl Write) -> io::Result<()> {
    let said = facts.response.as_deref().and_then(|words| sheet.view.shown(words));
    let status = facts.status.name().replace('-', " ");
    match (facts.status, said) {
        (Status::None, None) => write!(out, "{OPEN}no answer")?,
        (Status::None, Some(words)) => write!(out, "<td>{}", Plain(&cleaned(words)))?,
        (_, None) => write!(out, "<td>{status}")?,
        (_, Some(words)) if words.to_lowercase().starts_with(&status) => write!(out, "<td>{}", Plain(&cleaned(words)))?,
        (_, Some(words)) => write!(out, "<td>{} <span class=\"why\">{status}</span>", Plain(&cleaned(words)))?,
    }
    match facts.outstanding.len() {
        0 => {}
        open => write!(out, " <span class=\"why\">{open} still outstanding</span>")?,
    }
    write!(out, "</td>")
}
