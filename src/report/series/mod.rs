//! A series is shown as a page with a picture ([`html`]) and as a table for spreadsheets and programs ([`csv`]); `json` and `text` have their
//! own rooms. What all of them say in the same words stands here.

pub mod csv;
pub mod html;
mod picture;

use crate::report::text::counted;
use crate::series::{ChangeKind, Relation, Series, Shift, Turn};

/// What a change is called.
pub(super) const fn named(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Deadline => "deadline",
        ChangeKind::Negation => "yes or no",
        ChangeKind::Number => "number",
        ChangeKind::Date => "date or time",
        ChangeKind::Person => "who",
        ChangeKind::Order => "order of words",
        ChangeKind::Status => "how it stands",
        ChangeKind::Amount => "how much or how often",
        ChangeKind::Certainty => "how sure",
        ChangeKind::Wording => "wording",
    }
}

/// What a turn of a thread is called.
pub(super) const fn called(relation: Option<Relation>) -> &'static str {
    match relation {
        None => "first said",
        Some(Relation::Recycled) => "same again",
        Some(Relation::Updated) => "changed",
        Some(Relation::DeadlineMoved) => "deadline moved",
    }
}

/// "number: 79 \u{2192} 81; who: KB \u{2192} HO": what has changed in `turn`, in words when words may be shown.
pub(super) fn changes(turn: &Turn, text: bool) -> String {
    let one = |shift: &Shift| {
        let (was, is) = (&shift.before, &shift.after);
        let name = named(shift.kind);
        match (text, was.is_empty(), is.is_empty()) {
            (false, _, _) | (_, true, true) => name.to_owned(),
            _ if was == is => format!("{name}: \u{201c}{is}\u{201d}"),
            (_, true, _) => format!("{name}: added \u{201c}{is}\u{201d}"),
            (_, _, true) => format!("{name}: left out \u{201c}{was}\u{201d}"),
            _ => format!("{name}: \u{201c}{was}\u{201d} \u{2192} \u{201c}{is}\u{201d}"),
        }
    };
    turn.changes.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// "3", or "3 (26 March 2024)": a meeting as people name it.
pub(super) fn meeting(series: &Series, at: usize) -> String {
    match series.meetings[at].date() {
        Some(date) => format!("{} ({})", at + 1, day(date)),
        None => format!("{} (no date)", at + 1),
    }
}

/// "26 Mar 2024" for "2024-03-26".
pub(super) fn day(iso: &str) -> String {
    let date: Result<jiff::civil::Date, _> = iso.parse();
    date.map_or_else(
        |_| iso.to_owned(),
        |date| {
            let month = &crate::document::dates::MONTHS[usize::from(date.month().unsigned_abs()) - 1];
            let (first, rest) = month.split_at(1);
            format!("{} {}{} {}", date.day(), first.to_uppercase(), &rest[..2], date.year())
        },
    )
}

/// What is said at the head: how many meetings, from when to when.
pub(super) fn span(series: &Series) -> String {
    let dates: Vec<&str> = series.meetings.iter().filter_map(|meeting| meeting.date()).collect();
    let count = counted(series.meetings.len() as u64, "meeting");
    match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first != last => format!("{count}, {} to {}", day(first), day(last)),
        (Some(only), _) => format!("{count}, {}", day(only)),
        _ => count,
    }
}

/// What a reader should know of how the minutes were taken in; whole sentences.
pub(super) fn notes(series: &Series) -> Vec<String> {
    let mut notes = vec![];
    if series.meetings.len() == 1 {
        notes.push("There is one set of minutes: nothing can recur yet.".to_owned());
    }
    for (at, meeting) in series.meetings.iter().enumerate().filter(|(_, meeting)| meeting.date().is_none()) {
        let path = meeting.source.shown();
        notes.push(format!(
            "The date of meeting {} ({path}) could not be read; it stands after the file that was given before it.",
            at + 1
        ));
    }
    for (at, pair) in series.meetings.windows(2).enumerate() {
        if let (Some(one), Some(other)) = (pair[0].date(), pair[1].date())
            && one == other
        {
            let (one_at, other_at, date) = (at + 1, at + 2, day(one));
            notes.push(format!(
                "Meetings {one_at} and {other_at} both bear the date {date}; if they are two drafts of one set of minutes, leave one out."
            ));
        }
    }
    for (twin, at) in &series.twins {
        let path = twin.source.shown();
        notes.push(format!("{path} has the text of meeting {} and was not compared again.", at + 1));
    }
    for failed in &series.failed {
        let message = failed
            .outcome
            .as_ref()
            .err()
            .map_or("could not be read", |failure| &failure.message);
        notes.push(format!("{} {message}", failed.source.shown()));
    }
    notes
}

/// The deadlines of an action in the order of its turns, each once in a row.
pub(super) fn deadlines<'s>(series: &'s Series, turns: &'s [Turn]) -> Vec<&'s str> {
    let due = |turn: &'s Turn| {
        series
            .unit(turn)
            .action
            .as_ref()
            .and_then(|slots| slots.due.last().map(String::as_str))
    };
    let mut due: Vec<&str> = turns.iter().filter_map(due).collect();
    due.dedup();
    due
}
