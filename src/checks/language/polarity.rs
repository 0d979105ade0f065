//! `polarity`: whether a hit is affirmed or denied. A denial reaches forward from its cue to the end of its clause.

use super::gather::{Gathered, Hit};
use super::passage::{Passage, has_at_most, tail, words, words_back};
use super::voice::quotation;
use crate::annotation::Polarity;
use crate::document::Setting;
use crate::patterns::Cues;
use crate::text::Span;

/// Most words between a denial and what it denies.
const REACH: u32 = 8;
/// Most words between "do not accept that" and what is not accepted.
const BELIEF: u32 = 24;
/// Bytes before a denial in which its subject is looked for.
const SUBJECT: usize = 80;

/// Whether a hit of rule number `rule` is affirmed or denied.
pub(super) fn of(rule: u32, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> Polarity {
    let inner = gathered
        .after(cues.negation, passage.hit.start)
        .filter(|cue| cue.end <= passage.hit.end);
    // Words that deny by themselves ("no concerns") affirm what they say, also in a row of such.
    let is_denied = match inner {
        Some(cue) => denies_own(rule, cue, passage, gathered, cues) || is_reached(true, passage, gathered, cues),
        None => is_reached(false, passage, gathered, cues),
    };
    if is_denied { Polarity::Negated } else { Polarity::Asserted }
}

/// Whether the "not" inside the hit denies it: the rule would also have taken the words that follow it.
fn denies_own(rule: u32, cue: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    const LOOKED_AT: usize = 32;
    let said = passage.slice(cue);
    if !(said.eq_ignore_ascii_case("not") || said.eq_ignore_ascii_case("never")) || gathered.covers(cues.no_negation, cue) {
        return false;
    }
    let from = gathered.hits.partition_point(|h| h.span.start <= cue.end);
    let within = |h: &&Hit| h.rule == rule && h.span.end <= passage.hit.end;
    gathered.hits[from..]
        .iter()
        .take_while(|h| h.span.start < passage.hit.end)
        .take(LOOKED_AT)
        .any(|h| within(&h))
}

/// Whether a denial before the hit reaches it. Words that deny by themselves (`doubly`) are denied only by "not accept".
fn is_reached(doubly: bool, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    // A denial outside a quotation is not about the words inside it.
    let floor = quotation(passage).map_or(passage.sentence.start, |words| words.start.max(passage.sentence.start));
    let mut at = passage.hit.start;
    // A cue that only looks like a denial hides none before it, within reach.
    for _ in 0..3 {
        let Some(cue) = gathered.before(cues.negation, at) else { break };
        if cue.start < floor {
            break;
        }
        let gap = Span::new(cue.end, passage.hit.start);
        let disowned = disowns(passage.slice(gap));
        let reach = if disowned { BELIEF } else { REACH };
        let far = !has_at_most(passage.slice(gap), BELIEF);
        if far || is_closed(cue, gap, passage, gathered, cues) {
            break;
        }
        let near = has_at_most(passage.slice(gap), reach);
        if near && (disowned || !doubly) && !gathered.covers(cues.no_negation, cue) {
            return !is_forbidden(cue, passage);
        }
        at = cue.start;
    }
    false
}

/// Whether `gap`, the words after a "not", begins with a verb of judging: "accept that she", "be true to say that".
fn disowns(gap: &str) -> bool {
    const JUDGING: [&str; 13] = [
        "accept", "accepts", "agree", "agreed", "believe", "think", "consider", "suggest", "mean", "say", "true", "fair", "right",
    ];
    let mut said = words(gap).skip_while(|w| w.eq_ignore_ascii_case("be"));
    let judged = said
        .next()
        .is_some_and(|first| JUDGING.iter().any(|j| first.eq_ignore_ascii_case(j)));
    judged && said.take(4).any(|w| w.eq_ignore_ascii_case("that"))
}

/// Whether the denial is what somebody is to leave off ("Dad not to come", "ensure that they do not witness"): in a plan
/// that is an undertaking, and what is left off is spoken of.
fn is_forbidden(cue: Span, passage: &Passage<'_>) -> bool {
    if !matches!(passage.holder().setting, Setting::Plan | Setting::Minutes | Setting::Recommendation) {
        return false;
    }
    let said = passage.slice(cue);
    if !(said.eq_ignore_ascii_case("not") || said.eq_ignore_ascii_case("never")) {
        return false;
    }
    let before = tail(passage.between(passage.sentence.start, cue.start), SUBJECT);
    let clause = before.rsplit([';', ':', ',']).next().unwrap_or_default();
    let mut back = words_back(clause);
    let previous = back.next().unwrap_or_default();
    let subject = back.next().unwrap_or_default();
    let told = words(passage.between(cue.end, passage.sentence.end)).next() == Some("to");
    let undertaken = words_back(clause).take(8).any(is_assuring);
    undertaken || told && is_person(previous) || previous == "will" && is_family(subject)
}

/// Whether `word` undertakes: "ensure", "agreed".
fn is_assuring(word: &str) -> bool {
    const ASSURING: [&str; 9] = [
        "ensure",
        "ensures",
        "ensuring",
        "sure",
        "agree",
        "agrees",
        "agreed",
        "promised",
        "undertook",
    ];
    ASSURING.iter().any(|known| word.eq_ignore_ascii_case(known))
}

fn is_person(word: &str) -> bool {
    word.starts_with(char::is_uppercase) || is_family(word)
}

fn is_family(word: &str) -> bool {
    const FAMILY: [&str; 11] = [
        "mum", "dad", "mother", "father", "parents", "parent", "couple", "both", "he", "she", "they",
    ];
    FAMILY.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether the clause of the denial `cue` ends within `gap`, the words between it and a hit.
fn is_closed(cue: Span, gap: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let said = passage.slice(gap);
    if said.contains([';', ':']) {
        return true;
    }
    let turned = gathered
        .before(cues.turn, passage.hit.start)
        .is_some_and(|turn| turn.start >= gap.start && !is_parenthesis(passage, turn));
    let comma = said.trim_end().ends_with(',') && words(passage.words()).next().is_some_and(is_subject);
    turned || comma || said.contains(" however ") || opens_clause(said) || has_new_verb(cue, said, passage) || ends_list(cue, said, passage)
}

/// Whether commas stand on both sides of `turn`, or of what it begins: ", although slowly,".
fn is_parenthesis(passage: &Passage<'_>, turn: Span) -> bool {
    let before = passage.between(passage.sentence.start, turn.start);
    let after = passage.between(turn.end, passage.hit.start);
    before.trim_end().ends_with(',') && after.trim_start().starts_with(',')
}

/// Whether a comma or an "and" in `said` begins a clause with a subject of its own. What stands between two commas is
/// an aside and ends nothing: "did not, however, ensure".
fn opens_clause(said: &str) -> bool {
    let mut parts = said.split(',');
    let first = parts.next().unwrap_or_default();
    let is_aside = first.trim().is_empty() && said.split(',').take(4).count() == 3;
    if !is_aside && parts.take(8).any(|part| words(part).next().is_some_and(is_subject)) {
        return true;
    }
    let mut joined = false;
    for word in words(said) {
        if joined && is_subject(word) {
            return true;
        }
        joined = is_and(word);
    }
    false
}

/// Whether a verb of another clause stands between the denial and the hit, or begins the hit: after "and" ("and will
/// keep", "and HB will make"), after the "that" of a relative clause, and in the clause that a denied "who do not attend"
/// was put into ("are followed up").
fn has_new_verb(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let mut back = words_back(tail(passage.between(passage.sentence.start, cue.start), SUBJECT));
    let relative = back.by_ref().take(2).any(is_relative);
    let own = words(passage.words()).next();
    let mut since_and = 9;
    let (mut earlier, mut previous) = ("of", "");
    for (at, word) in words(said).chain(own).enumerate() {
        let verb = is_finite(word);
        if verb && (since_and < 3 || relative && at > 0 || previous.eq_ignore_ascii_case("that") && !earlier.eq_ignore_ascii_case("of")) {
            return true;
        }
        since_and = if is_and(word) { 0 } else { since_and + 1 };
        (earlier, previous) = (previous, word);
    }
    false
}

fn is_and(word: &str) -> bool {
    word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("so")
}

fn is_relative(word: &str) -> bool {
    ["who", "which", "that"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether `word` is a verb that must have a subject.
fn is_finite(word: &str) -> bool {
    const FINITE: [&str; 17] = [
        "will", "shall", "must", "should", "would", "can", "could", "is", "are", "was", "were", "has", "have", "had", "does", "did", "do",
    ];
    FINITE.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a comma ends what a "no" denies: "no offences, both parties advised"; in "no clear, robust plan" it does not.
fn ends_list(cue: Span, said: &str, passage: &Passage<'_>) -> bool {
    let denial = passage.slice(cue);
    if !(denial.eq_ignore_ascii_case("no") || denial.eq_ignore_ascii_case("without")) {
        return false;
    }
    let Some((denied, rest)) = said.split_once(',') else { return false };
    let things = words_back(denied)
        .next()
        .is_some_and(|w| w.len() > 4 && w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us"));
    things
        && !words(rest)
            .take(REACH as usize)
            .any(|w| matches!(w, "or" | "and" | "nor" | "no" | "any"))
}

/// Whether a clause may begin with `word`.
fn is_subject(word: &str) -> bool {
    const SUBJECTS: [&str; 24] = [
        "he", "she", "it", "they", "we", "i", "you", "the", "this", "that", "these", "those", "there", "his", "her", "their", "its", "all",
        "was", "were", "is", "are", "both", "everyone",
    ];
    SUBJECTS.iter().any(|subject| word.eq_ignore_ascii_case(subject))
}
