//! A retold event is one that the narrative speaks of again, "the near-miss of 13 August": its date must be the one told before.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::{When, days, spoken};
use super::desk::Desk;
use super::scene::{Prose, Scene};
use super::terms::Terms;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::text::Span;

/// "the fire visit of", "her first conference on", "the referral form, sent on", right before a date.
static THE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?:\b[Tt]he|\b[Tt]hat|\b[Hh]is|\b[Hh]er|['\x{2019}]s) ((?:[A-Za-z0-9'\x{2019}-]+,? ){1,6}?)(?:of|on|held on|sent on|made on|dated)(?: the)?$").ok()
});

/// Stems of what happens again and again: two such on two days are two.
#[rustfmt::skip]
const OFTEN: [&str; 22] = [
    "meet", "group", "visit", "review", "conferenc", "conference", "supervision", "panel", "appointment", "appoint", "call", "contact", "session", "core", "letter", "email", "strategy",
    "home", "police", "school", "health", "plan",
];
/// Words of a sentence that tell one such event from another.
#[rustfmt::skip]
const ORDINAL: [&str; 22] = [
    "second", "third", "fourth", "fifth", "again", "another", "further", "next", "repeat", "repeated", "previous", "later", "other", "followed", "follow", "earlier", "last", "final", "latest",
    "both", "first", "two",
];

/// Days on each side of a date within which the same event may have been meant.
const REACH: i32 = 31;
/// Most places that hold a word by which events are compared.
const MOST: usize = 24;

/// A day as the narrative or a row tells it.
struct Telling {
    day: Date,
    span: Span,
    /// Its sentence, or the account of its row.
    told: Vec<Span>,
    running: bool,
}

/// Events that are told again with another date.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, terms: &Terms, out: &mut Vec<Annotation<'static>>) {
    let tellings = tellings(scene);
    let mut times: HashMap<Date, usize> = HashMap::new();
    for it in &tellings {
        *times.entry(it.day).or_default() += 1;
    }
    let again: Vec<(usize, HashSet<String>)> = (0..tellings.len())
        .filter(|&at| tellings[at].running && times[&tellings[at].day] == 1)
        .filter_map(|at| Some((at, named(desk, scene, &tellings[at], terms)?)))
        .collect();
    if again.is_empty() {
        return;
    }
    let index = Index::new(desk, &tellings, terms);
    for (at, name) in again {
        if let Some(other) = index.same(desk, &tellings, (at, &name)) {
            out.push(remark(desk, &tellings[at], &tellings[other]));
        }
    }
}

/// The days that the narrative and the rows tell, in reading order of each.
fn tellings(scene: &Scene<'_>) -> Vec<Telling> {
    let prose = scene
        .prose
        .iter()
        .filter(|it| it.written.flaw.is_none() && (it.running || it.in_row));
    let prose = prose.filter_map(|it| {
        Some(Telling {
            day: it.written.when.and_then(When::exact)?,
            span: it.span,
            told: vec![clause(scene, it)],
            running: it.running,
        })
    });
    let rows = scene.timeline.rows.iter().filter_map(|row| {
        Some(Telling {
            day: row.when.and_then(When::exact)?,
            span: row.written,
            told: row.account.clone(),
            running: false,
        })
    });
    prose.chain(rows).collect()
}

/// The part of its sentence that tells of a date: all of it, or of several dates what lies between this and the one before; of
/// those that lead their clauses, the one behind.
fn clause(scene: &Scene<'_>, it: &Prose) -> Span {
    let whole = scene.document.sentences.get(it.sentence).map_or(it.span, |s| s.span);
    let from = scene.prose.partition_point(|other| other.sentence < it.sentence);
    let at = scene.prose.partition_point(|other| other.span.start < it.span.start);
    let here = |at: usize| {
        scene
            .prose
            .get(at)
            .filter(|other| other.sentence == it.sentence)
            .map(|other| other.span)
    };
    let leads = here(from).is_some_and(|first| first.start.saturating_sub(whole.start) <= 4);
    let (before, after) = (at.checked_sub(1).and_then(here), here(at + 1));
    let (start, end) = if leads {
        (it.span.start, after.map_or(whole.end, |next| next.start))
    } else {
        (
            before.map_or(whole.start, |last| last.end),
            after.map_or(whole.end, |_| it.span.end),
        )
    };
    Span::new(start.min(it.span.start), end.max(it.span.end))
}

/// The terms of what a date is said to be the date of: "the fire visit of".
fn named(desk: Desk<'_>, scene: &Scene<'_>, it: &Telling, terms: &Terms) -> Option<HashSet<String>> {
    let sentence = scene.document.sentences.get(scene.document.sentence_at(it.span.start))?.span;
    let from = desk
        .document
        .fold
        .text
        .ceil_char_boundary((it.span.start as usize).saturating_sub(80).max(sentence.start as usize));
    let head = desk
        .words(Span::at(from.min(it.span.start as usize), it.span.start as usize))
        .trim_end();
    let led = ["of", "on", "dated", "the"].iter().any(|word| head.ends_with(word));
    let found = Some(()).filter(|()| led).and_then(|()| THE.as_ref())?.captures(head)?;
    let phrase = found.get(1)?.as_str();
    if is_place(head, found.get(0)?.start()) {
        return None;
    }
    let verbs = [
        " was ", " were ", " had ", " that ", " who ", " and ", " met ", " saw ", " went ", " came ", " wrote ", " began ", " rang ",
        " told ", " left ", " took ",
    ];
    // "agreed by the Review Group on" tells who, not what.
    let last = phrase.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let body = [
        "group",
        "board",
        "panel",
        "partnership",
        "partners",
        "committee",
        "council",
        "team",
        "service",
        "court",
        "police",
        "school",
    ];
    if body.contains(&last.as_str()) && last != "group" || last == "group" && !phrase.to_lowercase().ends_with("core group ") {
        return None;
    }
    let padded = format!(" {phrase} ");
    let name = terms.of(phrase);
    (!verbs.iter().any(|verb| padded.contains(verb)) && !name.is_empty()).then_some(name)
}

/// Whether what is named from byte `at` on is where something happened on the date: "admitted to the children's ward on".
fn is_place(head: &str, at: usize) -> bool {
    const WORDS: usize = 3;
    if !head.ends_with(" on") {
        return false;
    }
    // "'s ward" belongs to the words before it.
    let before = head[..at].trim_end().rsplit(' ').take(WORDS);
    let owned = head[at..].starts_with(['\'', '\u{2019}']);
    let mut before = before.take(if owned { WORDS } else { 1 });
    before.any(|word| ["to", "into", "in", "from", "by", "with", "onto"].contains(&word))
}

/// Which tellings hold a term.
struct Index {
    terms: Vec<HashSet<String>>,
    holders: HashMap<String, Vec<usize>>,
}

impl Index {
    fn new(desk: Desk<'_>, tellings: &[Telling], terms: &Terms) -> Self {
        let own = |it: &Telling| {
            it.told
                .iter()
                .flat_map(|&piece| terms.of(desk.words(piece)))
                .collect::<HashSet<_>>()
        };
        let terms: Vec<HashSet<String>> = tellings.iter().map(own).collect();
        let mut holders: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, own) in terms.iter().enumerate() {
            for term in own {
                holders.entry(term.clone()).or_default().push(at);
            }
        }
        Self { terms, holders }
    }

    /// The telling of the same event as that at index `at`, which gives it `name`: the only one that holds the name.
    fn same(&self, desk: Desk<'_>, tellings: &[Telling], (at, name): (usize, &HashSet<String>)) -> Option<usize> {
        let it = &tellings[at];
        let held = || {
            name.iter()
                .filter_map(|term| self.holders.get(term))
                .filter(|held| held.len() <= MOST)
        };
        // Of a long name one word may be told otherwise.
        let lacking = usize::from(name.len() > 2);
        let mut others: Vec<usize> = held().flatten().copied().collect();
        others.sort_unstable();
        others.dedup();
        others.retain(|&other| {
            let missing = name.difference(&self.terms[other]).count();
            tellings[other].day != it.day && tellings[other].told != it.told && missing <= lacking
        });
        let &first = others.first()?;
        let one = others.iter().all(|&other| tellings[other].day == tellings[first].day);
        let rare = |term: &&String| self.holders.get(*term).is_some_and(|held| held.len() <= 3);
        let shared = self.terms[at].intersection(&self.terms[first]).filter(rare).count();
        let special = name.iter().filter(|term| !OFTEN.contains(&term.as_str())).count();
        let near = days(it.day, tellings[first].day).abs() <= REACH;
        let alike = is_slip(it.day, tellings[first].day);
        let meant = if special > 0 {
            near && (name.len() > 1 || shared > 1) || alike
        } else {
            alike && shared > 0 || near && shared > 2
        };
        (one && meant && ordinals(desk, it) == ordinals(desk, &tellings[first])).then_some(first)
    }
}

/// Whether one day is the other with one figure of the day left out or changed, or another month or year.
fn is_slip(one: Date, other: Date) -> bool {
    let same = [one.day() == other.day(), one.month() == other.month(), one.year() == other.year()];
    let (a, b) = (one.day(), other.day());
    let figure = a % 10 == b % 10 || a / 10 == b / 10 || (a % 10, a / 10) == (b / 10, b % 10);
    match same {
        [false, true, true] => figure,
        [true, false, true] | [true, true, false] => true,
        _ => false,
    }
}

/// The words of a telling that count events.
fn ordinals<'d>(desk: Desk<'d>, it: &Telling) -> HashSet<&'d str> {
    let words = it
        .told
        .iter()
        .flat_map(|&piece| desk.words(piece).split(|c: char| !c.is_alphabetic()));
    words.filter(|word| ORDINAL.contains(&word.to_lowercase().as_str())).collect()
}

fn remark(desk: Desk<'_>, it: &Telling, other: &Telling) -> Annotation<'static> {
    let message = format!("What seems to be the same event is told of {} elsewhere.", spoken(other.day));
    let said = Remark::new(
        "chronology/same-event-two-dates",
        Severity::Medium,
        message,
        "Is it one event, and which of the two dates is right?",
    );
    let related = vec![desk.related(Role::Previous, other.span, "The other date")];
    desk.remark(said.sure(Confidence::Medium), it.span, related)
}

#[cfg(test)]
mod tests {
    use super::is_slip;
    use jiff::civil::date;

    #[test]
    fn slips_of_one_figure() {
        let day = date(2019, 8, 3);
        for other in [
            date(2019, 8, 13),
            date(2019, 8, 30),
            date(2019, 9, 3),
            date(2018, 8, 3),
            date(2019, 8, 5),
        ] {
            assert!(is_slip(day, other), "{other}");
        }
        assert!(!is_slip(day, date(2019, 8, 24)) && !is_slip(day, date(2018, 7, 3)));
    }
}
