//! The timeline of a page: the rows of a document's chronologies drawn on a line of years, and the same as a table.

use std::io::{self, Write};

use crate::checks::chronology::People;
use crate::report::json::timeline::{Row, rows};
use crate::report::text::counted;
use crate::report::text::passage::{cleaned, start_of};
use crate::report::web::{Plain, end_table, table};

use super::sheet::{Sheet, rule_in_words};

/// Most characters of a row's words that are shown.
const LONGEST: usize = 300;
/// Width of the drawing, and of its margins, in its own units.
const WIDTH: f64 = 960.0;
const MARGIN: f64 = 30.0;
/// Size of a dot, and of the column that it stands in.
const DOT: f64 = 4.0;
const COLUMN: f64 = 10.0;
/// Most dots that stand above one another; what is more is a number.
const HIGHEST: usize = 14;
/// Years between two signs of the scale, so that they do not touch.
const STEPS: [i32; 6] = [1, 2, 5, 10, 20, 50];
/// Most signs of the scale.
const SIGNS: i32 = 16;

/// Writes the timeline of `sheet`.
pub(super) fn write(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "<section id=\"timeline\" aria-labelledby=\"timeline-title\">\n<h2 id=\"timeline-title\">Timeline</h2>"
    )?;
    let rows = rows(sheet.view);
    if rows.is_empty() {
        return writeln!(out, "<p>There is no chronology in this document.</p></section>");
    }
    draw(&rows, out)?;
    seen(sheet, out)?;
    let columns = ["Date", "As written", "Seen (named)", "What happened", "To check"];
    table("Every row of the chronology", &columns, out)?;
    for (at, row) in rows.iter().enumerate() {
        one(sheet, (at, row), out)?;
    }
    end_table(out)?;
    writeln!(out, "</section>")
}

/// A date as a number of years; `None` when it is no date of our time.
fn year(iso: &str) -> Option<f64> {
    let mut parts = iso.split('-').map(|part| part.parse::<u16>().ok());
    let year = parts.next()??;
    let month = parts.next().map_or(Some(1), |part| part)?;
    let day = parts.next().map_or(Some(1), |part| part)?;
    let within = f64::from(month.clamp(1, 12) - 1) / 12.0 + f64::from(day.clamp(1, 31) - 1) / 372.0;
    (1800..=2200).contains(&year).then_some(f64::from(year) + within)
}

fn draw(rows: &[Row<'_>], out: &mut impl Write) -> io::Result<()> {
    let dated: Vec<(f64, bool)> = rows
        .iter()
        .filter_map(|row| Some((year(row.date.as_deref()?)?, row.seen.contains(&"child"))))
        .collect();
    let (first, last) = dated
        .iter()
        .fold((f64::MAX, f64::MIN), |(low, high), &(year, _)| (low.min(year), high.max(year)));
    if dated.len() < 2 {
        return Ok(());
    }
    let (from, to) = (first.floor() as i32, (last.floor() as i32 + 1).max(first.floor() as i32 + 1));
    let x = |year: f64| MARGIN + (year - f64::from(from)) / f64::from(to - from) * (WIDTH - 2.0 * MARGIN);
    let mut columns: std::collections::BTreeMap<u32, Vec<bool>> = std::collections::BTreeMap::new();
    for (year, seen) in &dated {
        columns.entry((x(*year) / COLUMN) as u32).or_default().push(*seen);
    }
    let tallest = columns.values().map(Vec::len).max().unwrap_or(1).min(HIGHEST + 1);
    let ground = tallest as f64 * COLUMN + 16.0;
    writeln!(
        out,
        "<figure><div class=\"region\" role=\"group\" tabindex=\"0\" aria-label=\"The line of years\"><svg class=\"line\" viewBox=\"0 0 {WIDTH} {}\" role=\"img\" aria-labelledby=\"drawn\"><title id=\"drawn\">{} from {from} to \
         {}, a dot each; the table has them all</title>",
        ground + 28.0,
        counted(dated.len() as u64, "dated row"),
        last.floor()
    )?;
    scale((from, to), ground, x, out)?;
    for (column, seen) in &columns {
        dots((f64::from(*column) + 0.5) * COLUMN, ground, seen, out)?;
    }
    writeln!(
        out,
        "</svg></div><figcaption>Each dot is a row of the chronology. Filled: a child is said to have been seen. Hollow: no child is. \
         Where nothing stands, nothing is told.</figcaption></figure>"
    )
}

/// Draws the line and its years.
fn scale((from, to): (i32, i32), ground: f64, x: impl Fn(f64) -> f64, out: &mut impl Write) -> io::Result<()> {
    let step = STEPS.into_iter().find(|step| (to - from) / step < SIGNS).unwrap_or(100);
    write!(out, "<path class=\"axis\" d=\"M{MARGIN} {ground}H{}\"/>", WIDTH - MARGIN)?;
    for year in (from..=to).filter(|year| (year - from) % step == 0) {
        let at = x(f64::from(year));
        write!(out, "<path class=\"axis\" d=\"M{at:.1} {ground}v6\"/>")?;
        write!(
            out,
            "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{year}</text>",
            ground + 22.0
        )?;
    }
    writeln!(out)
}

/// Draws the rows that stand in one column.
fn dots(x: f64, ground: f64, seen: &[bool], out: &mut impl Write) -> io::Result<()> {
    for (nth, seen) in seen.iter().take(HIGHEST).enumerate() {
        let y = ground - 6.0 - nth as f64 * COLUMN;
        let class = if *seen { "seen" } else { "unseen" };
        write!(out, "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{DOT}\"/>")?;
    }
    match seen.len().saturating_sub(HIGHEST) {
        0 => writeln!(out),
        more => writeln!(out, "<text x=\"{x:.1}\" y=\"12\" text-anchor=\"middle\">+{more}</text>"),
    }
}

fn seen(sheet: &Sheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let rows = &sheet.view.scan.timeline.rows;
    let of = rows.len();
    writeln!(out, "<ul class=\"row\">")?;
    for (who, name) in People::ALL {
        let named = rows.iter().filter(|row| row.named.has(who)).count();
        let seen = rows.iter().filter(|row| row.seen.has(who)).count();
        let name = if name == "other" { "others of the family" } else { name };
        write!(out, "<li>{name}: named in {named} of {of} rows, seen in {seen}</li>")?;
    }
    writeln!(out, "</ul>")
}

fn one(sheet: &Sheet<'_>, (at, row): (usize, &Row<'_>), out: &mut impl Write) -> io::Result<()> {
    let block = sheet.view.scan.timeline.rows[at].block;
    let date = row.date.as_deref().unwrap_or("no date");
    let taken = if row.inferred && row.date.is_some() {
        " <span class=\"why\">from above</span>"
    } else {
        ""
    };
    write!(out, "<tr><th scope=\"row\" class=\"iso\">")?;
    if sheet.is_linked() {
        write!(out, "<a href=\"#b{block}\">{}</a>", Plain(date))?;
    } else {
        write!(out, "{}", Plain(date))?;
    }
    let written = cleaned(row.written.as_deref().unwrap_or_default());
    let named: Vec<&str> = row.named.iter().copied().filter(|who| !row.seen.contains(who)).collect();
    let named = if named.is_empty() {
        String::new()
    } else {
        format!(" ({})", named.join(", "))
    };
    write!(
        out,
        "{taken}</th><td>{}</td><td>{}{named}</td>",
        Plain(&written),
        row.seen.join(", ")
    )?;
    let account = cleaned(row.account.as_deref().unwrap_or_default());
    let (words, cut) = start_of(&account, LONGEST);
    let ellipsis = if cut { " \u{2026}" } else { "" };
    let source = row
        .source
        .as_deref()
        .map(|source| format!("{}: ", cleaned(source)))
        .unwrap_or_default();
    write!(out, "<td>{}{}{ellipsis}</td><td>", Plain(&source), Plain(words))?;
    for (nth, rule) in row.faults.iter().enumerate() {
        let sign = if nth > 0 { ", " } else { "" };
        write!(out, "{sign}{}", Plain(&rule_in_words(rule)))?;
    }
    writeln!(out, "</td></tr>")
}
