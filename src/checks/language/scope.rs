//! A `scope` is how far a denial reaches: to the end of its clause.

use super::clause::{has_new_verb, is_and, is_finite, is_spliced, is_subject, is_subject_denied, opens_clause, tells_on};
use super::gather::Gathered;
use super::passage::{Passage, has_at_most, tail, words, words_back};
use super::polarity::SUBJECT;
use crate::patterns::Cues;
use crate::text::Span;

/// Words within which what a "no" denies may be joined to more of it.
const LISTED: usize = 8;
/// Most words after an aside up to what is denied.
const ASIDE: u32 = 4;

/// Whether the clause of the denial `cue` ends within `gap`, the words between it and a hit.
pub(super) fn is_closed(cue: Span, gap: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let gap = after_aside(gap, passage);
    let said = passage.slice(gap);
    if said.contains([';', ':']) {
        return true;
    }
    let turned = gathered
        .before(cues.turn, passage.hit.start)
        .is_some_and(|turn| turn.start >= gap.start && !is_parenthesis(passage, turn) && !is_restrictive(cue, passage, turn));
    let comma = said.trim_end().ends_with(',') && words(passage.words()).next().is_some_and(is_subject);
    let noted = said.trim_end().ends_with(',') && words(passage.after()).next().is_some_and(|next| next.ends_with("ed"));
    let joined = words_back(said).next().is_some_and(joins) && words(passage.words()).next().is_some_and(is_subject)
        || said.trim_end().ends_with(", and") && words(passage.words()).any(is_finite);
    let however = said
        .split_once(" however ")
        .is_some_and(|(before, _)| words(before).next().is_some());
    turned
        || comma
        || noted
        || joined
        || however
        || opens_clause(said)
        || is_set_aside(cue, said, passage)
        || is_spliced(said, passage)
        || is_fronted(cue, said, passage)
        || has_new_verb(cue, said, passage)
        || ends_list(cue, said, passage)
        || tells_on(cue, said, passage)
}

/// `gap` without the aside that opens it, between commas, dashes or brackets: "did not, although it was tried, ensure".
fn after_aside(gap: Span, passage: &Passage<'_>) -> Span {
    let said = passage.slice(gap);
    let trimmed = said.trim_start();
    let opener = said.len() - trimmed.len();
    let closer = match trimmed.chars().next() {
        Some(',') => ',',
        Some('-') => '-',
        Some('(') => ')',
        _ => return gap,
    };
    match trimmed[1..].find(closer) {
        Some(length) if has_at_most(&trimmed[length + 2..], ASIDE) => Span::new(gap.start + (opener + length + 2) as u32, gap.end),
        _ => gap,
    }
}

/// Whether the denial lies in a clause that goes before the main one, or in one of "who" or "which" that is set into it, and
/// a comma has ended it: "Where parents do not attend, staff should ensure", "The trust, which sent nobody, will ensure".
fn is_fronted(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    const OPENERS: [&str; 15] = [
        "if", "when", "where", "as", "since", "because", "although", "though", "once", "after", "while", "whilst", "whenever", "despite",
        "given",
    ];
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let clause = before.rsplit([';', ':', '.']).next().unwrap_or_default();
    let clause = clause.rsplit_once(" but ").map_or(clause, |(_, clause)| clause);
    let opened = words(clause)
        .next()
        .is_some_and(|first| OPENERS.iter().any(|known| first.eq_ignore_ascii_case(known)));
    let inset = clause
        .rsplit_once(',')
        .is_some_and(|(_, inset)| words(inset).next().is_some_and(|first| matches!(first, "who" | "which" | "whose")));
    (opened || inset) && said.contains(',')
}

/// Whether commas set the denial apart with what it denies: "she, not he, made", "the nurse, without asking, wrote".
fn is_set_aside(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let before = passage.between(passage.sentence.start, cue.start);
    let most = match passage.slice(cue) {
        "not" => 3,
        "without" => LISTED as u32,
        _ => return false,
    };
    before.trim_end().ends_with(',') && said.split_once(',').is_some_and(|(denied, _)| has_at_most(denied, most))
}

/// Whether commas stand on both sides of `turn`, or of what it begins: ", although slowly,".
fn is_parenthesis(passage: &Passage<'_>, turn: Span) -> bool {
    let before = passage.between(passage.sentence.start, turn.start);
    let after = passage.between(turn.end, passage.hit.start);
    before.trim_end().ends_with(',') && after.trim_start().starts_with(',')
}

/// Whether `turn` is the "who" of a person who is denied altogether: "not a girl who made", "nobody who reads this", "no
/// nurse who met him".
fn is_restrictive(cue: Span, passage: &Passage<'_>, turn: Span) -> bool {
    let between = passage.between(cue.end, turn.start);
    if !passage.slice(turn).eq_ignore_ascii_case("who") {
        return false;
    }
    let nobody = is_subject_denied(passage.slice(cue)) && between.trim().is_empty();
    let none = passage.slice(cue).eq_ignore_ascii_case("no") && !between.contains(',') && has_at_most(between, 2);
    nobody
        || none
        || passage.slice(cue).eq_ignore_ascii_case("not")
            && !between.contains(',')
            && has_at_most(between, 3)
            && words(between).next().is_some_and(|word| matches!(word, "a" | "an"))
}

/// Whether a clause may be put to another by `word`: "and it was felt", "for it was felt".
fn joins(word: &str) -> bool {
    is_and(word) || word.eq_ignore_ascii_case("for")
}

/// Whether a comma ends what a "no" denies: "no offences, both parties advised", "no needs identified, closed to duty"; in
/// "no clear, robust plan" it does not.
fn ends_list(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let denial = passage.slice(cue);
    if !(denial.eq_ignore_ascii_case("no") || denial.eq_ignore_ascii_case("without")) {
        return false;
    }
    let Some((denied, rest)) = said.split_once(',') else { return false };
    let listed = words(rest).take(LISTED).any(|w| matches!(w, "or" | "and" | "nor" | "no" | "any"));
    // "no evidence of use, home conditions good enough": more than an adjective follows.
    if !listed && words(denied).next().is_some() && words(rest).next().is_some() {
        return true;
    }
    let deed = words(passage.words()).next().is_some_and(|own| own.ends_with("ed"));
    let plural = |w: &str| w.len() > 4 && w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us");
    let things = words(denied).any(plural) || deed && words_back(denied).next().is_some_and(|w| w.ends_with("ed"));
    things && !listed
}
