//! The narrative held to the rows: a day that it tells and that no row has.

use std::collections::HashSet;

use jiff::civil::Date;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use super::terms::Terms;
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// Fewest rows of a document's chronologies that its narrative is held to.
const FEWEST_ROWS: usize = 5;
/// Days on each side of a date within which a row may speak of the same event.
const REACH: i32 = 31;
/// Most rows that are compared with one date.
const MOST: usize = 64;
/// Days of the longest row that tells of each of its days.
const LONGEST: i32 = 62;

/// Words in a date's sentence, before it, that make it the date of a paper, of the review itself, or of a law.
#[rustfmt::skip]
const FOREIGN: [&str; 50] = [
    "born", "birth", "dob", "publish", "dated", " act ", "regulations", "guidance", "royal assent", "policy", "inspect", "ofsted", "hmic", "approved",
    "in force", "panel", "learning event", "review team", "terms of reference", "commission", "inquest", "coroner", "sentenc", "convict", "the board",
    "partnership", "practitioner", "this review", "the review", "author", "interview", "trial", "deadline", "target", "planned for", "arranged for", "letter of", "email of",
    "scheduled", "next ", "due ", "appointment for", "version", "as at", "data ", "figures", "report of", "report on", "birthday", "anniversary",
];

/// Words behind a date that make it one of a paper, a law or the calendar.
const BEHIND: [&str; 8] = [
    "publish",
    "deadline",
    "regulations",
    " act ",
    "birthday",
    "bank holiday",
    "half term",
    "came into force",
];
/// Words before a date that deny what could have stood in a row, or tell of somebody's working life.
const APART: [&str; 17] = [
    "nothing ",
    "no visit",
    "no record",
    "no entry",
    "no contact",
    "no meeting",
    "no row",
    "holiday",
    "half term",
    "on leave",
    "took up",
    "came into",
    "launched",
    "trained",
    "training",
    "joined the",
    "retired",
];

/// Days that every calendar has, and nothing need have happened on.
const FEASTS: [&str; 8] = [
    "easter sunday",
    "easter monday",
    "good friday",
    "bank holiday",
    "easter day",
    "christmas day",
    "boxing day",
    "new year's day",
];

/// Days of the narrative that lie within the chronology and that no row has.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, terms: &Terms, out: &mut Vec<Annotation<'static>>) {
    let rows = &scene.timeline.rows;
    if rows.len() < FEWEST_ROWS || super::part::all_are(scene) {
        return;
    }
    let told = Told::new(rows);
    let narrative = scene.timeline.chronicles.iter().all(|it| it.narrative);
    let mut said = HashSet::new();
    for sentence in scene.by_sentence() {
        for it in sentence {
            let Some(day) = it.written.when.and_then(When::exact).or_else(|| told.lends_year(it)) else {
                continue;
            };
            let own = scene.own_day.is_some_and(|(_, own)| own == it.span);
            let candidate = !own && it.running && it.written.flaw.is_none() && !told.has(day) && told.spans(day);
            if !candidate || super::aside::is_aside(desk, scene, (it, day)) || is_foreign(desk, scene, it) || said.contains(&day) {
                continue;
            }
            let (remark, alike) = remark(desk, scene, (it, day), (&told, terms));
            // A narrative that stands for the chronology, or a date whose year is guessed, says too little by itself.
            if alike || it.written.dated && !narrative {
                said.insert(day);
                out.push(remark);
            }
        }
    }
}

/// The days of the rows.
struct Told {
    /// Rows of one day, by day, with their index.
    days: Vec<(Date, usize)>,
    /// What rows of several days cover, merged and rising.
    stretches: Vec<(Date, Date)>,
    /// The first and the last day of all.
    ends: Option<(Date, Date)>,
}

impl Told {
    fn new(rows: &[Row]) -> Self {
        let mut days: Vec<(Date, usize)> = Vec::new();
        let mut longer: Vec<(Date, Date)> = Vec::new();
        for (at, row) in rows.iter().enumerate() {
            match row.when {
                Some(when) if when.first == when.last => days.push((when.first, at)),
                // A year, or a season of one, covers too much to tell of any day in it.
                Some(when) if super::calendar::days(when.first, when.last) <= LONGEST => longer.push((when.first, when.last)),
                Some(_) | None => {}
            }
        }
        days.sort_unstable();
        longer.sort_unstable();
        let mut stretches: Vec<(Date, Date)> = Vec::new();
        for (first, last) in longer {
            match stretches.last_mut().filter(|before| first <= before.1) {
                Some(before) => before.1 = before.1.max(last),
                None => stretches.push((first, last)),
            }
        }
        let ends = days.first().zip(days.last()).map(|(first, last)| (first.0, last.0));
        Self { days, stretches, ends }
    }

    fn has(&self, day: Date) -> bool {
        let after = self.stretches.partition_point(|stretch| stretch.0 <= day);
        self.days.binary_search_by_key(&day, |it| it.0).is_ok() || after > 0 && day <= self.stretches[after - 1].1
    }

    /// The day of a day and month, when the chronology spans one such alone.
    fn lends_year(&self, it: &Prose) -> Option<Date> {
        let ((month, day), (first, last)) = (it.written.parts?, self.ends?);
        let mut days = (first.year()..=last.year())
            .filter_map(|year| Date::new(year, month, day).ok())
            .filter(|day| self.spans(*day));
        let only = days.next()?;
        days.next().is_none().then_some(only)
    }

    fn spans(&self, day: Date) -> bool {
        self.ends.is_some_and(|(first, last)| first <= day && day <= last)
    }

    /// The rows within reach of `day`, as many as are compared.
    fn near(&self, day: Date) -> &[(Date, usize)] {
        let middle = self.days.partition_point(|it| it.0 < day);
        let around = &self.days[middle.saturating_sub(MOST / 2)..(middle + MOST / 2).min(self.days.len())];
        let from = around.partition_point(|it| days(it.0, day) > REACH);
        let to = around.partition_point(|it| days(day, it.0) <= REACH);
        &around[from.min(to)..to]
    }
}

/// Whether a date is that of a paper, a law, a birth, the review's own work, a plan, or the end of a stretch of time.
fn is_foreign(desk: Desk<'_>, scene: &Scene<'_>, it: &Prose) -> bool {
    let Some(sentence) = scene.document.sentences.get(it.sentence) else {
        return true;
    };
    let from = desk
        .document
        .fold
        .text
        .ceil_char_boundary((it.span.start as usize).saturating_sub(160).max(sentence.span.start as usize));
    let before = desk
        .words(Span::at(from.min(it.span.start as usize), it.span.start as usize))
        .to_lowercase();
    // "The panel was told that on 4 May": what was told is no doing of the panel's.
    let before = before.rsplit_once(" that ").map_or(before.as_str(), |(_, told)| told).to_owned();
    let upto = desk
        .document
        .fold
        .text
        .floor_char_boundary((it.span.end as usize + 60).min(sentence.span.end.max(it.span.end) as usize));
    let after = desk.words(Span::at(it.span.end as usize, upto)).to_lowercase();
    if FOREIGN.iter().chain(&APART).any(|word| before.contains(word)) || BEHIND.iter().any(|word| after.contains(word)) {
        return true;
    }
    // "Record sent out: 17 June 2019", of the paper itself.
    let labelled = before.trim_end().ends_with(':') && before.split_whitespace().count() <= 4;
    let feast = FEASTS
        .iter()
        .any(|day| before.trim_end().strip_suffix(" was").is_some_and(|head| head.ends_with(day)));
    let of_calendar = after.strip_prefix(" was a ").is_some_and(opens_date);
    if labelled || feast || of_calendar {
        return true;
    }
    let led = before.trim_end_matches([' ', '(']);
    let word = led.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    // The ends of a stretch of time are no events: "between 3 May and 7 June", "until 3 May", "since", "by".
    let stretch = ["between", "from", "until", "till", "since", "by", "before", "to"].contains(&word)
        || word == "and" && before.contains("between ")
        || after
            .trim_start()
            .strip_prefix("to ")
            .is_some_and(|rest| word != "on" || opens_date(rest))
        || after.trim_start().starts_with('\u{2013}');
    stretch || after.trim_start().starts_with("and ") && word == "between"
}

/// Whether words in lower case open with a day or a month: "to 5 May", and not "sent on 3 May to the school".
fn opens_date(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(|c: char| c.is_ascii_digit()) || crate::document::dates::is_calendar_word(word)
}

fn remark(desk: Desk<'_>, scene: &Scene<'_>, (it, day): (&Prose, Date), (told, terms): (&Told, &Terms)) -> (Annotation<'static>, bool) {
    let rows = &scene.timeline.rows;
    let sentence = scene.document.sentences.get(it.sentence).map_or(it.span, |s| s.span);
    let own = terms.of(desk.words(sentence));
    let shared = |row: &Row| -> usize {
        let theirs = row.account.iter().flat_map(|&piece| terms.of(desk.words(piece)));
        theirs.collect::<HashSet<_>>().intersection(&own).count()
    };
    let near = told
        .near(day)
        .iter()
        .map(|&(date, at)| (shared(&rows[at]), -days(date, day).abs(), at));
    let best = near.max();
    let alike = best.is_some_and(|(shared, ..)| shared >= 2);
    let message = match best {
        Some((_, _, at)) if alike => format!(
            "No row of the chronology is of {}; that of {} speaks of much the same.",
            spoken(day),
            rows[at].when.map_or(String::new(), |when| spoken(when.first))
        ),
        _ => format!("No row of the chronology is of {}.", spoken(day)),
    };
    let (severity, confidence) = if alike {
        (Severity::Medium, Confidence::Medium)
    } else {
        (Severity::Low, Confidence::Medium)
    };
    let said = Remark::new(
        "chronology/missing-from-chronology",
        severity,
        message,
        "Is one of the dates wrong, or does the chronology lack the event?",
    );
    let related = best.map(|(_, _, at)| desk.related(Role::Evidence, rows[at].written, "The nearest row"));
    (desk.remark(said.sure(confidence), it.span, related.into_iter().collect()), alike)
}
