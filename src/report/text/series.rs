//! The series view shows a person on a terminal what successive minutes say again: a line for each statement, a column for each meeting.

use std::io::{self, Write};

use crate::report::edition::Edition;
use crate::report::series::{changes, day, deadlines, notes, span};
use crate::series::{Promise, Relation, Series, Thread, Unit};

use super::look::{Look, counted};
use super::passage::{cleaned, start_of};

/// Most statements, actions, and new statements of one meeting that are listed; the page and the data hold all.
const MOST: usize = 40;
const MOST_NEW: usize = 6;
/// Most characters of a statement under an action.
const LONGEST: usize = 200;

/// A series on its way to a terminal.
struct Page<'a> {
    series: &'a Series,
    look: &'a Look,
    /// Whether words may be shown.
    text: bool,
}

/// Writes `series`.
///
/// # Errors
/// Those of `out`.
pub fn write(series: &Series, edition: &Edition<'_>, look: &Look, out: &mut impl Write) -> io::Result<()> {
    let page = Page {
        series,
        look,
        text: edition.excerpts,
    };
    writeln!(out, "{}: {}", look.title("Series"), span(series))?;
    if page.text {
        look.paragraph(
            out,
            0,
            "This repeats words of the minutes and may hold personal data: keep it as you keep them.",
        )?;
    }
    for note in notes(series) {
        look.item(out, 2, &cleaned(&note))?;
    }
    page.meetings(out)?;
    page.recurring(out)?;
    page.actions(out)?;
    page.news(out)?;
    look.paragraph(
        out,
        0,
        "Words that recur are a prompt to look, not a fault: a plan may rightly stand. Check whether anything was done between the meetings.",
    )
}

impl Page<'_> {
    fn title(&self, words: &str, out: &mut impl Write) -> io::Result<()> {
        writeln!(out, "\n{}", self.look.title(words))
    }

    fn meetings(&self, out: &mut impl Write) -> io::Result<()> {
        self.title("MEETINGS", out)?;
        let head = format!(
            "  {:>3}  {:<11}  {:>7}  {:>8}  {:>4}  File",
            "No.", "Date", "Words", "Recycled", "New"
        );
        writeln!(out, "{}", self.look.faint(head))?;
        for (at, (meeting, share)) in self.series.meetings.iter().zip(&self.series.shares).enumerate() {
            let date = meeting.date().map_or_else(|| "no date".to_owned(), day);
            let recycled = share.recycled_percent().filter(|_| at > 0);
            let recycled = recycled.map_or_else(|| "\u{2013}".to_owned(), |percent| format!("{percent:.0} %"));
            let (words, new) = (share.words(), share.new_statements);
            let path = cleaned(meeting.source.shown());
            writeln!(out, "  {:>3}  {date:<11}  {words:>7}  {recycled:>8}  {new:>4}  {path}", at + 1)?;
        }
        let note = "Words: without standing text (agenda, attendance, apologies and the like). Recycled: of these, in statements that an \
                    earlier meeting made and in which nothing that decides has changed. New: statements that no earlier meeting made.";
        self.look.paragraph(out, 2, note)
    }

    fn recurring(&self, out: &mut impl Write) -> io::Result<()> {
        let recurring = self.series.recurring();
        self.title("SAID AGAIN", out)?;
        if recurring.is_empty() {
            return writeln!(out, "  Nothing is said in more than one meeting but standing text.");
        }
        writeln!(out, "  o first said   = same again   > deadline moved   ~ changed   . not said")?;
        let columns = self.series.meetings.len();
        let indent = columns + 4;
        let head: String = (1..=columns)
            .map(|at| char::from_digit(at as u32 % 10, 10).unwrap_or(' '))
            .collect();
        writeln!(out, "\n  {}", self.look.faint(head))?;
        for (number, (_, thread)) in recurring.iter().take(MOST).enumerate() {
            let marks: String = (0..columns).map(|at| mark(thread, at)).collect();
            let words = self.words(thread, number);
            let (start, cut) = start_of(&words, self.look.room(indent).max(24));
            writeln!(out, "  {marks}  {start}{}", if cut { " \u{2026}" } else { "" })?;
            self.history(thread, indent, out)?;
        }
        if recurring.len() > MOST {
            let more = recurring.len() - MOST;
            writeln!(out, "  \u{2026} and {more} more: --format html or json shows all.")?;
        }
        let lines = counted(self.series.standing.len() as u64, "line");
        writeln!(
            out,
            "  Left out: {lines} of standing text (agenda, attendance, apologies, the minutes themselves)."
        )
    }

    fn words(&self, thread: &Thread, number: usize) -> String {
        let last = thread
            .turns
            .last()
            .filter(|_| self.text)
            .map(|turn| cleaned(&self.series.unit(turn).title()));
        last.unwrap_or_else(|| format!("Statement {}", number + 1))
    }

    /// What has changed, meeting by meeting.
    fn history(&self, thread: &Thread, indent: usize, out: &mut impl Write) -> io::Result<()> {
        let changed = thread.turns.iter().filter(|turn| !turn.changes.is_empty());
        let said: Vec<String> = changed
            .map(|turn| format!("{}: {}", turn.meeting + 1, cleaned(&changes(turn, self.text))))
            .collect();
        if said.is_empty() {
            return Ok(());
        }
        let joined = said.join(" | ");
        let (start, cut) = start_of(&joined, LONGEST);
        self.look
            .paragraph(out, indent, &format!("{start}{}", if cut { " \u{2026}" } else { "" }))
    }

    fn actions(&self, out: &mut impl Write) -> io::Result<()> {
        self.title("ACTIONS CARRIED FORWARD", out)?;
        let mut carried: Vec<&Promise> = self.series.promises.iter().filter(|it| self.thread(it).recurs()).collect();
        carried.sort_by_key(|it| (std::cmp::Reverse(self.thread(it).turns.len()), it.thread));
        if carried.is_empty() {
            writeln!(out, "  None.")?;
        }
        carried.iter().take(MOST).try_for_each(|it| self.carried(it, out))?;
        self.title("ACTIONS NEVER REPORTED ON", out)?;
        let silent: Vec<&Promise> = self.series.promises.iter().filter(|it| it.never_reported()).collect();
        if silent.is_empty() {
            return writeln!(out, "  None.");
        }
        for it in silent.iter().take(MOST) {
            let thread = self.thread(it);
            let turn = &thread.turns[0];
            let unit = self.series.unit(turn);
            self.look.item(
                out,
                2,
                &format!("Meeting {}, line {}: {}", turn.meeting + 1, unit.place.0.line, self.brief(unit)),
            )?;
        }
        if silent.len() > MOST {
            writeln!(out, "  \u{2026} and {} more: --format html or json shows all.", silent.len() - MOST)?;
        }
        let note = "No later minutes name them or repeat their rare words. Please check: a report in quite other words is not seen.";
        self.look.paragraph(out, 2, note)
    }

    fn thread(&self, promise: &Promise) -> &Thread {
        &self.series.threads[promise.thread]
    }

    fn carried(&self, promise: &Promise, out: &mut impl Write) -> io::Result<()> {
        let thread = self.thread(promise);
        let turns = &thread.turns;
        let unit = self.series.unit(&turns[turns.len() - 1]);
        let age = promise
            .days
            .map_or(String::new(), |days| format!(", {}", counted(days.unsigned_abs(), "day")));
        let numbers: Vec<String> = turns.iter().map(|turn| (turn.meeting + 1).to_string()).collect();
        let due: Vec<String> = deadlines(self.series, turns).into_iter().map(day).collect();
        let due = if due.is_empty() {
            "no date".to_owned()
        } else {
            format!("due {}", due.join(" \u{2192} "))
        };
        let reported = match promise.reports.as_slice() {
            [] => "nothing reported".to_owned(),
            reports => {
                let places: Vec<String> = reports
                    .iter()
                    .map(|&(meeting, at)| format!("{} line {}", meeting + 1, self.series.meetings[meeting].units()[at].place.0.line))
                    .collect();
                let mut places = places;
                places.dedup();
                format!("reported on in {}", places.join(", "))
            }
        };
        let count = counted(turns.len() as u64, "meeting");
        self.look.item(out, 2, &self.brief(unit))?;
        let facts = format!("{count} ({}){age}; {due}; {reported}", numbers.join(", "));
        self.look.paragraph(out, 4, &facts)
    }

    fn brief(&self, unit: &Unit) -> String {
        if !self.text {
            return "(an action)".to_owned();
        }
        let words = cleaned(&unit.title());
        let (start, cut) = start_of(&words, LONGEST);
        format!("{start}{}", if cut { " \u{2026}" } else { "" })
    }

    fn news(&self, out: &mut impl Write) -> io::Result<()> {
        if !self.text || self.series.meetings.len() < 2 {
            return Ok(());
        }
        self.title("NEW IN EACH MEETING", out)?;
        for at in 1..self.series.meetings.len() {
            let new: Vec<&Unit> = self.series.new_in(at).collect();
            let count = counted(new.len() as u64, "new statement");
            writeln!(out, "  {}. {count}", at + 1)?;
            for unit in new.iter().take(MOST_NEW) {
                let words = cleaned(&unit.text);
                let (start, cut) = start_of(&words, self.look.room(12));
                let line = unit.place.0.line;
                writeln!(out, "     line {line}: {start}{}", if cut { " \u{2026}" } else { "" })?;
            }
            if new.len() > MOST_NEW {
                writeln!(out, "     \u{2026} and {} more", new.len() - MOST_NEW)?;
            }
        }
        writeln!(out)
    }
}

/// The sign of what the meeting `at` says of `thread`.
fn mark(thread: &Thread, at: usize) -> char {
    match thread.turn(at).map(|turn| turn.relation) {
        None => '.',
        Some(None) => 'o',
        Some(Some(Relation::Recycled)) => '=',
        Some(Some(Relation::DeadlineMoved)) => '>',
        Some(Some(Relation::Updated)) => '~',
    }
}
