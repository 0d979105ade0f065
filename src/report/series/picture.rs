//! The picture of a series has a line for each statement that recurs and a column for each meeting, so that eight meetings of the same words
//! are seen at a glance: the same again is a full square on a broad band, whatever else happens has a shape of its own.

use std::fmt::Write as _;
use std::io::{self, Write};

use crate::report::text::passage::{cleaned, start_of};
use crate::report::web::Plain;
use crate::series::{Relation, Series, Thread};

use super::{called, day};

/// Most lines of the picture; the table below it holds all.
pub(super) const MOST: usize = 40;
/// Widths and heights in the picture's own units, about a pixel each.
const LABEL: usize = 470;
const ROW: usize = 26;
const HEAD: usize = 58;
const RIGHT: usize = 30;
const WIDEST: usize = 84;
const NARROWEST: usize = 13;
/// The width that the columns share.
const COLUMNS: usize = 620;
/// Characters of a statement beside its line.
const CHARACTERS: usize = 68;
/// Meetings whose dates stand above the columns; of more, every so many bears its date.
const DATED: usize = 9;

/// The look of the picture; `web` has the colours.
pub(super) const STYLE: &str = ".picture{overflow-x:auto}.picture>svg{width:100%;min-width:46rem;height:auto;font:13px system-ui,sans-serif}\
    .picture text{fill:var(--ink)}.picture .soft{fill:var(--soft);font-size:12px}.picture .rule{stroke:var(--line);stroke-width:.6;opacity:.5}\
    .picture .thread{stroke:var(--line);stroke-width:1.2;stroke-dasharray:2 3}.picture .band{fill:var(--same);opacity:.3}\
    .same{fill:var(--same)}.first{fill:var(--paper);stroke:var(--ink);stroke-width:2}\
    .changed{fill:var(--changed);stroke:var(--paper);stroke-width:1}.moved{fill:var(--moved);stroke:var(--paper);stroke-width:1}\
    .picture a:focus-visible text{text-decoration:underline}\
    :root{--same:#8a1c1c;--changed:#0b3d91;--moved:#8a5a00}@media (prefers-color-scheme:dark){:root{--same:#ff9a90;--changed:#9cc2ff;--moved:#f0c060}}\
    .key{display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;list-style:none;padding:0}.key svg{width:1.1rem;height:1.1rem;vertical-align:-.15rem;margin-right:.35rem}\
    @media print{:root{--same:#000;--changed:#000;--moved:#000}.picture>svg{min-width:0}}";

/// Where things stand in one picture.
struct Plan {
    /// Width of a column.
    column: usize,
    columns: usize,
    rows: usize,
}

impl Plan {
    const fn width(&self) -> usize {
        LABEL + self.columns * self.column + RIGHT
    }

    const fn height(&self) -> usize {
        HEAD + self.rows * ROW + 10
    }

    const fn x(&self, meeting: usize) -> usize {
        LABEL + meeting * self.column + self.column / 2
    }

    const fn y(row: usize) -> usize {
        HEAD + row * ROW + ROW / 2
    }
}

/// Writes the picture of the `threads` of `series`; `text` says whether words may be shown.
///
/// # Errors
/// Those of `out`.
pub(super) fn write(series: &Series, threads: &[(usize, &Thread)], text: bool, out: &mut impl Write) -> io::Result<()> {
    let columns = series.meetings.len();
    let plan = Plan {
        column: (COLUMNS / columns.max(1)).clamp(NARROWEST, WIDEST),
        columns,
        rows: threads.len().min(MOST),
    };
    key(out)?;
    let (width, height) = (plan.width(), plan.height());
    writeln!(
        out,
        "<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of what recurs\">\n\
         <svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"picture-title picture-about\">\n\
         <title id=\"picture-title\">What successive minutes say again</title>\n<desc id=\"picture-about\">{}</desc>",
        Plain(&about(series, threads))
    )?;
    head(series, &plan, out)?;
    for (row, (_, thread)) in threads.iter().take(MOST).enumerate() {
        line(series, (row, thread), &plan, text, out)?;
    }
    writeln!(out, "</svg>\n</div>")
}

/// What the picture shows, for those who do not see it.
fn about(series: &Series, threads: &[(usize, &Thread)]) -> String {
    let most = threads.first().map_or(0, |(_, thread)| thread.turns.len());
    format!(
        "A line for each of the {} statements that are said most often, a column for each of {} meetings. The first line is said in {most} of them. \
         The table below says the same in words.",
        threads.len().min(MOST),
        series.meetings.len()
    )
}

/// Dates above the columns, and a thin line down each.
fn head(series: &Series, plan: &Plan, out: &mut impl Write) -> io::Result<()> {
    let every = plan.columns.div_ceil(DATED).max(1);
    for (at, meeting) in series.meetings.iter().enumerate() {
        let (x, bottom) = (plan.x(at), plan.height() - 10);
        writeln!(out, "<line class=\"rule\" x1=\"{x}\" y1=\"{HEAD}\" x2=\"{x}\" y2=\"{bottom}\"/>")?;
        if at % every == 0 {
            let date = meeting.date().map_or_else(|| "no date".to_owned(), day);
            let (start, year) = date.rsplit_once(' ').unwrap_or((&date, ""));
            writeln!(
                out,
                "<text x=\"{x}\" y=\"18\" text-anchor=\"middle\">{}</text><text class=\"soft\" x=\"{x}\" y=\"33\" text-anchor=\"middle\">{}</text>\
                 <text class=\"soft\" x=\"{x}\" y=\"49\" text-anchor=\"middle\">{}</text>",
                Plain(start),
                Plain(year),
                at + 1
            )?;
        }
    }
    Ok(())
}

/// The line of one statement.
fn line(series: &Series, (row, thread): (usize, &Thread), plan: &Plan, text: bool, out: &mut impl Write) -> io::Result<()> {
    let y = Plan::y(row);
    let words = thread.turns.last().filter(|_| text).map(|turn| cleaned(&series.unit(turn).title()));
    let words = words.unwrap_or_else(|| format!("Statement {}", row + 1));
    let (start, cut) = start_of(&words, CHARACTERS);
    let ellipsis = if cut { "\u{2026}" } else { "" };
    let base = y + 5;
    writeln!(
        out,
        "<a href=\"#statement-{}\"><text x=\"4\" y=\"{base}\">{}{ellipsis}<title>{}</title></text></a>",
        row + 1,
        Plain(start),
        Plain(&words)
    )?;
    let ends = thread.turns.first().zip(thread.turns.last());
    if let Some((first, last)) = ends {
        let (from, to) = (plan.x(first.meeting), plan.x(last.meeting));
        writeln!(out, "<line class=\"thread\" x1=\"{from}\" y1=\"{y}\" x2=\"{to}\" y2=\"{y}\"/>")?;
    }
    for pair in thread.turns.windows(2) {
        if pair[1].relation == Some(Relation::Recycled) && pair[1].meeting == pair[0].meeting + 1 {
            let (from, to) = (plan.x(pair[0].meeting), plan.x(pair[1].meeting));
            let (top, width) = (y - 5, to - from);
            writeln!(
                out,
                "<rect class=\"band\" x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"10\"/>"
            )?;
        }
    }
    for turn in &thread.turns {
        let date = series.meetings[turn.meeting].date().map_or_else(|| "no date".to_owned(), day);
        let said = format!("Meeting {}, {date}: {}", turn.meeting + 1, called(turn.relation));
        let shape = shape(turn.relation, plan.x(turn.meeting), y);
        writeln!(out, "<g>{shape}<title>{}</title></g>", Plain(&said))?;
    }
    Ok(())
}

/// The shape of a turn around its middle.
fn shape(relation: Option<Relation>, x: usize, y: usize) -> String {
    let mut shape = String::new();
    let written = match relation {
        None => write!(shape, "<circle class=\"first\" cx=\"{x}\" cy=\"{y}\" r=\"5.5\"/>"),
        Some(Relation::Recycled) => write!(
            shape,
            "<rect class=\"same\" x=\"{}\" y=\"{}\" width=\"13\" height=\"13\"/>",
            x - 6,
            y - 6
        ),
        Some(Relation::Updated) => write!(shape, "<path class=\"changed\" d=\"M{x} {}l8 14h-16z\"/>", y - 8),
        Some(Relation::DeadlineMoved) => write!(shape, "<path class=\"moved\" d=\"M{} {}l8 8l-8 8v-5h-8v-6h8z\"/>", x, y - 8),
    };
    written.expect("memory takes any words");
    shape
}

/// What each shape means.
fn key(out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "<ul class=\"key\">")?;
    let kinds = [
        None,
        Some(Relation::Recycled),
        Some(Relation::DeadlineMoved),
        Some(Relation::Updated),
    ];
    let means = [
        "first said",
        "the same again",
        "wording unchanged, deadline moved",
        "something changed",
    ];
    for (kind, means) in kinds.into_iter().zip(means) {
        let shape = shape(kind, 10, 10);
        writeln!(out, "<li><svg viewBox=\"0 0 20 20\" aria-hidden=\"true\">{shape}</svg>{means}</li>")?;
    }
    writeln!(out, "<li>no shape: not said</li></ul>")
}
