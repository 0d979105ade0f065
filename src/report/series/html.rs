//! The page of a series is the picture, a table that says the same in words, and what became of the actions.

use std::io::{self, Write};

use crate::report::edition::Edition;
use crate::report::text::counted;
use crate::report::text::passage::cleaned;
use crate::report::web::{Plain, Shell, end_table, table};
use crate::series::{Promise, Relation, Series, Thread, Unit};

use super::{called, changes, day, deadlines, meeting, notes, picture, span};

/// A series on its way to a page.
struct Page<'a> {
    series: &'a Series,
    /// Whether words may be shown.
    text: bool,
    recurring: Vec<(usize, &'a Thread)>,
}

/// Writes the page of `series`.
///
/// # Errors
/// Those of `out`.
pub fn write(series: &Series, edition: &Edition<'_>, out: &mut impl Write) -> io::Result<()> {
    let page = Page {
        series,
        text: edition.excerpts,
        recurring: series.recurring(),
    };
    let about = format!(
        "{}. Words that recur are a prompt to look, not a fault: a plan may rightly stand. Check whether anything was done between the meetings.",
        span(series)
    );
    let shell = Shell {
        title: "What the minutes say again",
        about: &about,
        style: picture::STYLE,
        script: "",
    };
    shell.head(out)?;
    page.notes(out)?;
    page.picture(out)?;
    page.meetings(out)?;
    page.statements(out)?;
    page.carried(out)?;
    page.silent(out)?;
    page.news(out)?;
    page.standing(out)?;
    shell.tail(out)
}

impl Page<'_> {
    fn notes(&self, out: &mut impl Write) -> io::Result<()> {
        let notes = notes(self.series);
        if notes.is_empty() {
            return Ok(());
        }
        writeln!(out, "<ul>")?;
        for note in notes {
            writeln!(out, "<li>{}</li>", Plain(&note))?;
        }
        writeln!(out, "</ul>")
    }

    fn picture(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "<h2 id=\"again\">Said again</h2>")?;
        if self.recurring.is_empty() {
            return writeln!(out, "<p>Nothing is said in more than one meeting but standing text.</p>");
        }
        let count = self.recurring.len();
        let always = self
            .recurring
            .iter()
            .filter(|(_, it)| it.turns.len() == self.series.meetings.len())
            .count();
        let said = counted(count as u64, "statement");
        let is = if always == 1 { "is" } else { "are" };
        let shown = match count > picture::MOST {
            true => format!(
                " The picture shows the {} that are said most often; the table holds all.",
                picture::MOST
            ),
            false => String::new(),
        };
        let verb = if count == 1 { "is" } else { "are" };
        writeln!(
            out,
            "<p>{said} {verb} made in more than one meeting, and {always} {is} made in all of them.{shown}</p>"
        )?;
        picture::write(self.series, &self.recurring, self.text, out)
    }

    fn meetings(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "<h2 id=\"meetings\">The meetings</h2>")?;
        let columns = ["Meeting", "Words", "Recycled words", "New statements", "File"];
        table("What the words of each meeting are made of", &columns, out)?;
        for (at, (minutes, share)) in self.series.meetings.iter().zip(&self.series.shares).enumerate() {
            let recycled = share.recycled_percent().filter(|_| at > 0);
            let recycled = recycled.map_or_else(|| "\u{2013}".to_owned(), |percent| format!("{} ({percent:.0} %)", share.recycled));
            writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{recycled}</td><td>{} of {}</td><td>{}</td></tr>",
                Plain(&meeting(self.series, at)),
                share.words(),
                share.new_statements,
                share.statements,
                Plain(minutes.source.shown())
            )?;
        }
        end_table(out)?;
        writeln!(
            out,
            "<p>Words are counted without standing text (agenda, attendance, apologies and the like). Recycled are those in statements that an \
             earlier meeting made and in which nothing that decides has changed: no negation, number, name, date or status.</p>"
        )
    }

    fn statements(&self, out: &mut impl Write) -> io::Result<()> {
        if self.recurring.is_empty() {
            return Ok(());
        }
        writeln!(out, "<h2 id=\"statements\">The statements, meeting by meeting</h2>")?;
        table(
            "Each statement that recurs, as last written",
            &["No.", "Statement", "Said in", "Its history"],
            out,
        )?;
        for (number, (_, thread)) in self.recurring.iter().enumerate() {
            let number = number + 1;
            let last = thread.turns.last().map(|turn| self.series.unit(turn));
            writeln!(
                out,
                "<tr id=\"statement-{number}\"><th scope=\"row\">{number}</th><td>{}</td><td>{} of {}</td><td>{}</td></tr>",
                Plain(&self.words(last)),
                thread.turns.len(),
                self.series.meetings.len(),
                self.history(thread)
            )?;
        }
        end_table(out)
    }

    /// What each meeting makes of a statement; runs of the same again in one line.
    fn history(&self, thread: &Thread) -> String {
        let mut lines: Vec<String> = vec![];
        let mut at = 0;
        while at < thread.turns.len() {
            let turn = &thread.turns[at];
            let same = thread.turns[at..]
                .iter()
                .take_while(|turn| turn.relation == Some(Relation::Recycled))
                .count();
            if same > 1 {
                let meetings: Vec<String> = thread.turns[at..at + same]
                    .iter()
                    .map(|turn| (turn.meeting + 1).to_string())
                    .collect();
                lines.push(format!("{}: {}", meetings.join(", "), called(turn.relation)));
                at += same;
                continue;
            }
            let place = format!("{} (line {})", turn.meeting + 1, self.series.unit(turn).place.0.line);
            let changed = changes(turn, self.text);
            let changed = if changed.is_empty() {
                String::new()
            } else {
                format!(". {changed}")
            };
            lines.push(format!("{place}: {}{changed}", called(turn.relation)));
            at += 1;
        }
        let lines: Vec<String> = lines.iter().map(|line| Plain(&cleaned(line)).to_string()).collect();
        lines.join("<br>")
    }

    fn words(&self, unit: Option<&Unit>) -> String {
        let words = unit.filter(|_| self.text).map(|unit| cleaned(&unit.title()));
        words.unwrap_or_else(|| unit.map_or_else(String::new, |unit| format!("(line {})", unit.place.0.line)))
    }

    fn thread(&self, promise: &Promise) -> &Thread {
        &self.series.threads[promise.thread]
    }

    fn carried(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "<h2 id=\"carried\">Actions carried forward</h2>")?;
        let mut carried: Vec<&Promise> = self.series.promises.iter().filter(|it| self.thread(it).recurs()).collect();
        if carried.is_empty() {
            return writeln!(out, "<p>None.</p>");
        }
        carried.sort_by_key(|it| (std::cmp::Reverse(self.thread(it).turns.len()), it.thread));
        let columns = ["Action, as last written", "Meetings", "Age", "Deadlines", "Reported on"];
        table("Actions that more than one meeting has", &columns, out)?;
        for promise in carried {
            let turns = &self.thread(promise).turns;
            let meetings: Vec<String> = turns.iter().map(|turn| (turn.meeting + 1).to_string()).collect();
            let due: Vec<String> = deadlines(self.series, turns).into_iter().map(day).collect();
            let due = if due.is_empty() {
                "none given".to_owned()
            } else {
                due.join(" \u{2192} ")
            };
            let age = promise
                .days
                .map_or_else(|| "not known".to_owned(), |days| counted(days.unsigned_abs(), "day"));
            writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{age}</td><td>{due}</td><td>{}</td></tr>",
                Plain(&self.words(turns.last().map(|turn| self.series.unit(turn)))),
                meetings.join(", "),
                self.reports(promise)
            )?;
        }
        end_table(out)
    }

    /// The reports on an action, in words where words may be shown.
    fn reports(&self, promise: &Promise) -> String {
        if promise.reports.is_empty() {
            return "<span class=\"fault\">nothing found</span>".to_owned();
        }
        let one = |&(at, index): &(usize, usize)| {
            let unit = &self.series.meetings[at].units()[index];
            let words = if self.text {
                format!(": {}", cleaned(&unit.text))
            } else {
                String::new()
            };
            Plain(&format!("{}, line {}{words}", at + 1, unit.place.0.line)).to_string()
        };
        promise.reports.iter().map(one).collect::<Vec<_>>().join("<br>")
    }

    fn silent(&self, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "<h2 id=\"silent\">Actions never reported on</h2>")?;
        let silent: Vec<&Promise> = self.series.promises.iter().filter(|it| it.never_reported()).collect();
        if silent.is_empty() {
            return writeln!(out, "<p>None.</p>");
        }
        writeln!(
            out,
            "<p>No later minutes name them or repeat their rare words. Please check: a report in quite other words is not seen.</p>"
        )?;
        table(
            "Actions of which later minutes say nothing",
            &["Action", "First made in", "Line", "Said in"],
            out,
        )?;
        for promise in silent {
            let turns = &self.thread(promise).turns;
            let unit = self.series.unit(&turns[0]);
            writeln!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{} of {}</td></tr>",
                Plain(&self.words(Some(unit))),
                Plain(&meeting(self.series, turns[0].meeting)),
                unit.place.0.line,
                turns.len(),
                self.series.meetings.len()
            )?;
        }
        end_table(out)
    }

    fn news(&self, out: &mut impl Write) -> io::Result<()> {
        if self.series.meetings.len() < 2 {
            return Ok(());
        }
        writeln!(out, "<h2 id=\"new\">New in each meeting</h2>")?;
        for at in 1..self.series.meetings.len() {
            let new: Vec<&Unit> = self.series.new_in(at).collect();
            let count = counted(new.len() as u64, "new statement");
            let title = format!("Meeting {}: {count}", meeting(self.series, at));
            if !self.text {
                writeln!(out, "<p>{}</p>", Plain(&title))?;
                continue;
            }
            writeln!(out, "<details><summary>{}</summary>\n<ul>", Plain(&title))?;
            for unit in new {
                writeln!(
                    out,
                    "<li>{} <span class=\"why\">line {}</span></li>",
                    Plain(&cleaned(&unit.text)),
                    unit.place.0.line
                )?;
            }
            writeln!(out, "</ul></details>")?;
        }
        Ok(())
    }

    fn standing(&self, out: &mut impl Write) -> io::Result<()> {
        let standing = &self.series.standing;
        let count = counted(standing.len() as u64, "line");
        writeln!(
            out,
            "<h2 id=\"standing\">Standing text, left out</h2>\n<p>{count} of agenda, attendance, apologies and the like recur.</p>"
        )?;
        if !self.text || standing.is_empty() {
            return Ok(());
        }
        writeln!(out, "<details><summary>Which they are</summary>\n<ul>")?;
        for thread in standing {
            let words = self.words(thread.turns.last().map(|turn| self.series.unit(turn)));
            let (said, of) = (thread.turns.len(), self.series.meetings.len());
            writeln!(out, "<li>{} <span class=\"why\">in {said} of {of}</span></li>", Plain(&words))?;
        }
        writeln!(out, "</ul></details>")
    }
}
