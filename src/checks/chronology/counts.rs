//! Counts of the narrative held to the rows: "on six occasions between … and …".

use std::collections::HashSet;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::super::remark::Remark;
use super::calendar::spoken;
use super::dates::number_word;
use super::desk::Desk;
use super::scene::{Prose, Scene};
use super::stretch;
use super::terms::{Terms, stem};
use super::timeline::Row;
use crate::annotation::{Annotation, Confidence, Role, Severity};
use crate::document::{PersonKind, Setting};
use crate::text::Span;

/// "six separate occasions", "four missed appointments", "three referrals".
static COUNT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?i)\b(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|thirty|forty) ((?:separate|different|further|such|recorded|known|police|missed|cancelled|failed|home|unannounced|dental|hospital|clinic|health) )*(occasions|times|visits|home visits|attendances|meetings|core groups|incidents|callouts|call outs|calls|referrals|reports|notifications|admissions|appointments|contacts|presentations|strategy discussions|conferences|episodes|mornings|afternoons|evenings|nights|days|sessions|shifts|absences|sets of [a-z]+|doses)\b",
    )
    .ok()
});

/// Verbs and words of counting that every row has or none needs.
#[rustfmt::skip]
const GENERAL: [&str; 67] = [
    "attend", "attended", "visit", "made", "called", "seen", "occasions", "times", "came", "went", "present", "contact", "report", "treated", "number", "receiv",
    "least", "total", "altogether", "only", "every", "record", "chronolog", "show", "period", "january", "februar", "march", "april", "june", "july", "august",
    "september", "october", "november", "december", "just", "nobody", "asked", "home", "days", "mornings", "sessions",
    "brought", "taken", "house", "address", "property", "been",
    "since", "rang", "rings", "ringing", "telephoned", "phoned", "without", "flat", "street", "scene", "reported", "heard", "tried", "because", "early", "late", "found", "again",
];

/// Fewest and most rows for which a count can be tested.
const MOST: usize = 40;

/// Counts that the rows do not bear out.
pub(super) fn remarks(desk: Desk<'_>, scene: &Scene<'_>, terms: &Terms, out: &mut Vec<Annotation<'static>>) {
    let names: HashSet<String> = scene
        .document
        .people
        .forms()
        .iter()
        .filter(|form| form.kind != PersonKind::Body)
        .flat_map(|form| terms.of(&form.words))
        .collect();
    if super::part::all_are(scene) {
        return;
    }
    let mut days: Vec<(Date, usize)> = Vec::new();
    for (at, row) in scene.timeline.rows.iter().enumerate() {
        days.extend(row.when.filter(|when| when.first == when.last).map(|when| (when.first, at)));
    }
    days.sort_unstable();
    in_years(desk, scene, (terms, &names, &days), out);
    for sentence in scene.by_sentence() {
        // "since 10 February" in a paper of 3 February sets no stretch.
        let stretch = period(desk, sentence, scene.own_day.map(|own| own.0)).filter(|(from, to)| from <= to);
        let Some((from, to)) = stretch else {
            continue;
        };
        let Some(span) = scene.document.sentences.get(sentence[0].sentence).map(|s| s.span) else {
            continue;
        };
        // The first count is of the whole; what follows it tells of its parts: "once for …, four times for …".
        let Some(found) = COUNT.as_ref().and_then(|pattern| pattern.captures(desk.words(span))) else {
            continue;
        };
        let within = days.partition_point(|it| it.0 < from)..days.partition_point(|it| it.0 <= to);
        let within: Vec<&Row> = days[within].iter().map(|it| &scene.timeline.rows[it.1]).collect();
        out.extend(held(desk, (span, sentence), &found, (&within, terms, &names)));
    }
}

/// Counts of sentences that set their time by years alone: "on three occasions in 2015", "between 2014 and 2016".
fn in_years(
    desk: Desk<'_>,
    scene: &Scene<'_>,
    (terms, names, days): (&Terms, &HashSet<String>, &[(Date, usize)]),
    out: &mut Vec<Annotation<'static>>,
) {
    if days.is_empty() {
        return;
    }
    let dated: HashSet<usize> = scene.prose.iter().map(|it| it.sentence).collect();
    let rows: HashSet<u32> = scene.timeline.rows.iter().map(|row| row.block).collect();
    for (at, sentence) in scene.document.sentences.iter().enumerate() {
        let words = desk.words(sentence.span);
        let block = &scene.document.blocks[sentence.block as usize];
        let running =
            block.cell.is_none() && block.setting == Setting::Narrative && !rows.contains(&sentence.block) && !dated.contains(&at);
        let all = WHOLE.iter().any(|cue| words.contains(cue));
        if !running || words.len() > super::reach::LONGEST || !all && !words.contains(" 20") && !words.contains(" 19") {
            continue;
        }
        let stretch = YEARS.as_ref().and_then(|pattern| pattern.captures(words)).and_then(|found| {
            let from: i16 = found.get(1)?.as_str().parse().ok()?;
            let to = found.get(2).map_or(Some(from), |to| to.as_str().parse().ok())?;
            Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?))
        });
        let stretch = stretch.or_else(|| days.first().zip(days.last()).filter(|_| all).map(|(first, last)| (first.0, last.0)));
        let counted = COUNT.as_ref().and_then(|pattern| pattern.captures(words));
        let (Some((from, to)), Some(found)) = (stretch.filter(|(from, to)| from < to), counted) else {
            continue;
        };
        // A chronology that begins or ends within the time tells of part of it.
        let covered = days
            .first()
            .zip(days.last())
            .is_some_and(|(first, last)| first.0 <= from && to <= last.0 || to.year() - from.year() > 1);
        let within = days.partition_point(|it| it.0 < from)..days.partition_point(|it| it.0 <= to);
        let within: Vec<&Row> = days[within].iter().map(|it| &scene.timeline.rows[it.1]).collect();
        // Of "reports" and "calls" a year's rows may tell in other words.
        let lone = found.get(3).is_some_and(|noun| is_lone(&noun.as_str().to_lowercase()));
        if covered && lone && within.len() <= MOST * MOST / 4 {
            out.extend(held(desk, (sentence.span, &[]), &found, (&within, terms, names)));
        }
    }
}

/// Words that set the time of all rows.
const WHOLE: [&str; 10] = [
    "chronology shows",
    "the rows show",
    "log shows",
    "table shows",
    "in the period",
    "over the period",
    "during the period",
    "in this period",
    "over this period",
    "in the whole period",
];

/// "in 2015", "between 2014 and 2016".
static YEARS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:in|during|between|from) ((?:19|20)\d\d)(?: (?:and|to) ((?:19|20)\d\d))?\b").ok());

/// The stretch of time that a sentence sets: "between A and B", "from A to B", "since A".
fn period(desk: Desk<'_>, dates: &[Prose], own_day: Option<Date>) -> Option<(Date, Date)> {
    match dates {
        // "since 10 February", up to the document's own day; "in April 2019".
        [only] if only.running => {
            let head = desk
                .words(Span::new(desk.document.blocks[only.block].body.start, only.span.start))
                .trim_end();
            let when = only.written.when?;
            if ends_with_small(head, " since") {
                return Some((when.first, own_day?));
            }
            let month = when.precision == super::calendar::Precision::Month;
            if month && [" in", " during"].iter().any(|lead| ends_with_small(head, lead)) {
                return Some((when.first, when.last));
            }
        }
        _ => {}
    }
    stretch::first_of(desk, dates).map(|(from, to, _)| (from, to))
}

/// Whether `text` ends with `tail`, capitals or not. A head may be as long as its block: no copy is made of it.
fn ends_with_small(text: &str, tail: &str) -> bool {
    let from = text.len().checked_sub(tail.len());
    from.is_some_and(|from| text.as_bytes()[from..].eq_ignore_ascii_case(tail.as_bytes()))
}

/// Whether a noun counts what the words beside it tell.
fn is_lone(noun: &str) -> bool {
    matches!(noun, "occasions" | "times" | "days" | "mornings" | "sessions")
}

/// The terms of a row's account and source.
fn row_terms(desk: Desk<'_>, row: &Row, terms: &Terms) -> HashSet<String> {
    let told = row.account.iter().chain(row.source.as_ref());
    told.flat_map(|&piece| terms.of(desk.words(piece))).collect()
}

/// Whether a word tells nothing of what was counted.
fn is_general(term: &str) -> bool {
    GENERAL.iter().any(|word| *word == term || stem(word) == term)
}

/// What the rows say to one count.
fn held(
    desk: Desk<'_>,
    (span, dates): (Span, &[Prose]),
    found: &regex::Captures<'_>,
    (rows, terms, names): (&[&Row], &Terms, &HashSet<String>),
) -> Option<Annotation<'static>> {
    // "Four, according to the family": the author does not say so.
    let reported = ["according to", "thought", "thinks", "believes", "remembers", "claims", "claimed"];
    if reported.iter().any(|word| desk.words(span).contains(word)) {
        return None;
    }
    let (whole, count) = (found.get(0)?, number_word(found.get(1)?.as_str())? as usize);
    let text = desk.words(span);
    let noun = found.get(3)?.as_str().to_lowercase();
    // What is counted stands in the same clause as the number; a list of particulars behind it does not.
    let clause_end = text[whole.end()..]
        .find([';', ':', '(', '.'])
        .map_or(text.len(), |at| whole.end() + at);
    let lone = is_lone(&noun);
    let before = strip_dates(text, span, dates, (0, whole.start()));
    let after = strip_dates(text, span, dates, (whole.end(), clause_end));
    let own = if lone {
        let after = after.trim_start_matches([' ', ',']);
        let after = ["between", "from", "in", "since"]
            .iter()
            .find_map(|word| after.strip_prefix(word))
            .unwrap_or(after);
        let after = after.trim_start_matches([' ', ',']).trim_start_matches("and ").trim_start();
        let after = if after.starts_with("and ") { "" } else { after };
        let clause = before.rsplit(", ").next().unwrap_or_default();
        let telling = terms.of(clause).iter().any(|term| !is_general(term));
        format!(
            "{} {}",
            if telling { clause } else { &before },
            after.split([',']).next().unwrap_or("").split(" and ").next().unwrap_or("")
        )
    } else {
        text[found.get(1)?.end()..whole.end()].to_lowercase()
    };
    let marked = Span::at(span.start as usize + whole.start(), span.start as usize + whole.end());
    let keys = keys(desk, rows, (terms, &own, lone));
    if keys.is_empty() && lone {
        return fewer_rows(desk, (rows, terms), count).map(|rows| remark(desk, count, marked, &rows));
    }
    let unnamed: HashSet<String> = keys.difference(names).cloned().collect();
    // Rows tell of "James" only where others are told of too; where no row names him, each may be his.
    let all: HashSet<String> = rows.iter().flat_map(|row| row_terms(desk, row, terms)).collect();
    let borne: HashSet<String> = unnamed.intersection(&all).cloned().collect();
    let borne = if borne.len() * 2 >= unnamed.len() { borne } else { HashSet::new() };
    if let Some(more) = more_rows(desk, rows, (&unnamed, terms), count).filter(|_| lone) {
        return Some(remark(desk, count, marked, &more));
    }
    let mut matching = [&keys, &unnamed, &borne].map(|keys| rows_with(desk, rows, (keys, terms)));
    // "Missing for two nights" is hers whom the rows around it name, where it names nobody else.
    if keys.len() > unnamed.len() && !matching[0].is_empty() {
        let others: HashSet<String> = names.difference(&keys).cloned().collect();
        let hers = |row: &&Row| keys.is_subset(&row_terms(desk, row, terms)) || row_terms(desk, row, terms).is_disjoint(&others);
        matching[0] = matching[1].iter().copied().filter(hers).collect();
    }
    // Rows that tell of part of what is counted must be many among it.
    if matching[2].len() * 2 < count {
        matching[2].clear();
    }
    let matching = matching.into_iter().find(|rows| !rows.is_empty())?;
    // A chronology that tells of few among many chooses.
    if matching.len() >= count || count > MOST || count > CHOSEN && matching.len() * 3 < count {
        return None;
    }
    Some(remark(desk, count, marked, &matching))
}

/// The rows that open with what is counted, when they are more than the count: "Core group. Everyone came."
fn more_rows<'r>(desk: Desk<'_>, rows: &[&'r Row], (keys, terms): (&HashSet<String>, &Terms), count: usize) -> Option<Vec<&'r Row>> {
    const HEAD: usize = 4;
    const FAILED: [&str; 6] = ["put off", "cancel", "postpone", "did not", "not held", "no access"];
    if keys.len() < 2 || keys.len() > MOST_KEYS {
        return None;
    }
    let opens = |row: &&&Row| {
        let words = row.account.first().map_or("", |&piece| desk.words(piece));
        let lower = words.to_lowercase();
        let head: Vec<&str> = words.split(' ').take(HEAD).collect();
        !FAILED.iter().any(|word| lower.contains(word)) && keys.is_subset(&terms.of(&head.join(" ")))
    };
    let found: Vec<&Row> = rows.iter().filter(opens).copied().collect();
    (found.len() > count).then_some(found)
}

/// The few rows of a time, fewer than a sentence counts there, when all of them speak of one thing: "three times in April".
fn fewer_rows<'r>(desk: Desk<'_>, (rows, terms): (&[&'r Row], &Terms), count: usize) -> Option<Vec<&'r Row>> {
    const SMALL: usize = 6;
    if rows.len() < 2 || rows.len() >= count || count > SMALL {
        return None;
    }
    let mut shared = row_terms(desk, rows[0], terms);
    for row in &rows[1..] {
        let own = row_terms(desk, row, terms);
        shared.retain(|term| own.contains(term));
    }
    (shared.len() > 1).then(|| rows.to_vec())
}

/// The terms by which the rows of what is counted are told; "officers" are the police.
fn keys(desk: Desk<'_>, rows: &[&Row], (terms, own, lone): (&Terms, &str, bool)) -> HashSet<String> {
    let telling = terms.of(own).into_iter().filter(|term| !lone || !is_general(term));
    let keys = telling.map(|key| if key == "officer" { stem("police").to_owned() } else { key });
    // Who said it, by letters that no row has, is not what was counted.
    let in_rows = |key: &str| rows.iter().any(|row| row_terms(desk, row, terms).contains(key));
    keys.filter(|key| key.len() > 3 || in_rows(key)).collect()
}

/// The rows that hold all of a few terms; none for more terms than a row would repeat.
fn rows_with<'r>(desk: Desk<'_>, rows: &[&'r Row], (keys, terms): (&HashSet<String>, &Terms)) -> Vec<&'r Row> {
    if keys.is_empty() || keys.len() > MOST_KEYS {
        return Vec::new();
    }
    let speaks = |row: &&&Row| keys.is_subset(&row_terms(desk, row, terms));
    rows.iter().filter(speaks).take(MOST).copied().collect()
}

/// Counts beyond which a chronology may tell of some only.
const CHOSEN: usize = 6;

/// Most terms by which a row is told.
const MOST_KEYS: usize = 3;

fn remark(desk: Desk<'_>, count: usize, marked: Span, matching: &[&Row]) -> Annotation<'static> {
    let days: Vec<String> = matching.iter().take(12).filter_map(|row| Some(spoken(row.when?.first))).collect();
    let rows_are = if matching.len() == 1 { "row does" } else { "rows do" };
    let message = format!(
        "The text counts {count}; in the chronology {} {rows_are} in that time: {}.",
        matching.len(),
        days.join(", ")
    );
    let near = matching.len() * 2 >= count;
    let (severity, confidence) = if near {
        (Severity::Medium, Confidence::Medium)
    } else {
        (Severity::Low, Confidence::Low)
    };
    let said = Remark::new(
        "chronology/count-mismatch",
        severity,
        message,
        "Which are meant, and is a row missing?",
    )
    .sure(confidence);
    let related = matching
        .iter()
        .take(12)
        .map(|row| desk.related(Role::Evidence, row.written, "A row that matches"));
    desk.remark(said, marked, related.collect())
}

/// The words of a part of a sentence without its dates.
fn strip_dates(text: &str, span: Span, dates: &[Prose], (from, to): (usize, usize)) -> String {
    let mut out = String::new();
    let mut at = from;
    for date in dates {
        let (start, end) = (
            (date.span.start.max(span.start) - span.start) as usize,
            (date.span.end.max(span.start) - span.start) as usize,
        );
        if start >= at && end <= to {
            out.push_str(&text[at..start]);
            out.push(' ');
            at = end;
        }
    }
    out.push_str(&text[at.min(to)..to]);
    out
}
