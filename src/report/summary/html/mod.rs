//! The summary as a web page: a chart beside every table, and every figure a link to its passages below.

mod chart;
mod links;
mod passages;

use std::io::{self, Write};

use super::panel::{Cell, Chart, Panel, Row};
use super::{Gathered, heading, notice, panels, prompts};
use crate::report::text::{cleaned, counted};
use crate::report::web::{Plain, Shell, end_table, table};
use links::Links;

/// The look of charts and passages.
const STYLE: &str = include_str!("summary.css");
/// The row of all together.
const ALL: &str = "all language";
/// The title of the list of passages to read first.
const FIRST: &str = "To read first";

/// Writes the page.
///
/// # Errors
/// Those of `out`.
pub fn write(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let title = cleaned(&heading(gathered));
    let shell = Shell {
        title: &title,
        about: "",
        style: STYLE,
        script: "",
    };
    shell.head_saying(notice(gathered), out)?;
    size(gathered, out)?;
    let panels = panels(gathered);
    let links = Links::new(gathered, &panels);
    contents(&panels, &links, out)?;
    for panel in &panels {
        section(panel, &links, out)?;
    }
    passages::strongest(gathered, out)?;
    passages::write(gathered, &links, out)?;
    shell.tail(out)
}

fn size(gathered: &Gathered<'_>, out: &mut impl Write) -> io::Result<()> {
    let counts = &gathered.total.counts;
    writeln!(
        out,
        "<p><strong>{}</strong>{}; {}; {}; {}, {} accepted. {}</p>",
        counted(counts.read, "document"),
        if counts.failed > 0 {
            format!(", {} not read", counts.failed)
        } else {
            String::new()
        },
        counted(counts.measure.words, "word"),
        counted(counts.measure.sentences, "sentence"),
        counted(counts.annotations, "annotation"),
        counts.accepted,
        Plain(prompts()),
    )?;
    if !gathered.off.is_empty() {
        writeln!(out, "<p>Not looked for: {}</p>", Plain(&gathered.off.join(", ")))?;
    }
    Ok(())
}

fn contents(panels: &[Panel], links: &Links<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<nav aria-label=\"On this page\"><ul>")?;
    for panel in panels {
        writeln!(out, "<li><a href=\"#{}\">{}</a></li>", Plain(&panel.id), Plain(&panel.title))?;
    }
    writeln!(out, "<li><a href=\"#first\">{FIRST}</a></li>")?;
    if !links.is_empty() {
        writeln!(out, "<li><a href=\"#passages\">The passages behind the figures</a></li>")?;
    }
    writeln!(out, "</ul></nav>")
}

fn section(panel: &Panel, links: &Links<'_>, out: &mut impl Write) -> io::Result<()> {
    let (id, title) = (Plain(&panel.id), Plain(&panel.title));
    writeln!(out, "<section aria-labelledby=\"{id}\">\n<h2 id=\"{id}\">{title}</h2>")?;
    for words in &panel.says {
        writeln!(out, "<p class=\"says\">{}</p>", Plain(words))?;
    }
    if let Some(chart) = panel.chart.as_ref().filter(|chart| !chart.is_empty()) {
        drawn(chart, panel, out)?;
    }
    if !panel.rows.is_empty() {
        rows(panel, links, out)?;
    }
    writeln!(out, "</section>")
}

fn drawn(chart: &Chart, panel: &Panel, out: &mut impl Write) -> io::Result<()> {
    let says = match chart {
        Chart::Rates(_) => "Each dot is a rate in 1,000 words, each line its 95 % limits.",
        Chart::Ratios(_) => {
            "Each dot says how many times as often, each line its 95 % limits; the upright line is 1, as often on both sides."
        }
        Chart::Shares(_) => "Each bar shows how many of all.",
        Chart::Classes(..) => "Each bar is the number of sentences of that length.",
    };
    writeln!(out, "<figure>")?;
    chart::draw(chart, &panel.title, out)?;
    writeln!(
        out,
        "<figcaption>{says} The table below has the same figures.</figcaption>\n</figure>"
    )
}

fn rows(panel: &Panel, links: &Links<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<div class=\"wide\">")?;
    table(&panel.title, &panel.columns, out)?;
    for Row { name, cells } in &panel.rows {
        let class = if name == ALL { " class=\"all\"" } else { "" };
        write!(out, "<tr{class}><th scope=\"row\">{}</th>", Plain(name))?;
        for cell in cells {
            write!(out, "<td class=\"{}\">", if is_number(&cell.text) { "number" } else { "words" })?;
            shown(cell, links, out)?;
            write!(out, "</td>")?;
        }
        writeln!(out, "</tr>")?;
    }
    end_table(out)?;
    writeln!(out, "</div>")
}

/// Writes a figure, as a link when passages stand behind it.
fn shown(Cell { text, figure }: &Cell, links: &Links<'_>, out: &mut impl Write) -> io::Result<()> {
    match figure.as_deref().and_then(|figure| links.to(figure)) {
        Some(number) => write!(out, "<a href=\"#p{number}\">{}</a>", Plain(text)),
        None => write!(out, "{}", Plain(text)),
    }
}

fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '\u{2013}') && text.len() < 40
}
