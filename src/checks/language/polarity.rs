//! `polarity`: whether a hit is affirmed or denied. A denial reaches forward from its cue to the end of its clause
//! (`scope`), or stands after its subject (`aftermath`).

use super::disown::{disowns, is_verdict, rejects, retracts};
use super::forbid::is_forbidden;
use super::gather::{Gathered, Hit};
use super::passage::{Passage, has_at_most, words, words_back};
use super::voice::quotation;
use super::{aftermath, scope, told};
use crate::annotation::Polarity;
use crate::patterns::Cues;
use crate::text::Span;

/// Most words between a denial and what it denies.
const REACH: u32 = 8;
/// Most words between "do not accept that" and what is not accepted.
const BELIEF: u32 = 24;
/// Most words between two denials that undo each other.
const SHORT: u32 = 4;
/// Bytes before a denial in which its subject is looked for.
pub(super) const SUBJECT: usize = 80;

/// Whether a hit of rule number `rule` is affirmed or denied.
pub(super) fn of(rule: u32, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> Polarity {
    let inner = gathered
        .after(cues.negation, passage.hit.start)
        .filter(|cue| cue.end <= passage.hit.end);
    // Words that deny by themselves ("no concerns") affirm what they say, also in a row of such.
    let is_denied = match inner {
        Some(cue) => denies_own(rule, cue, passage, gathered, cues) || is_reached(true, passage, gathered, cues),
        None => {
            is_reached(false, passage, gathered, cues)
                || is_failed(passage, gathered, cues)
                || is_close(passage, gathered, cues)
                || aftermath::denies(passage, gathered, cues)
        }
    };
    if is_denied || aftermath::refutes(passage, gathered, cues) {
        Polarity::Negated
    } else {
        Polarity::Asserted
    }
}

/// Whether a denial says that the fault is not there, even of words whose denial is the fault itself: "I do not accept that
/// she was not engaging", "he had not been unco-operative".
pub(super) fn is_disowned(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let own = passage.words().trim_start().to_ascii_lowercase();
    if ["un", "non", "disengag", "dishonest"].iter().any(|prefix| own.starts_with(prefix)) {
        return true;
    }
    is_rejected(passage, gathered, cues)
}

/// Whether the sentence rejects what the hit says: "the panel does not accept that she", "to say so is untrue".
pub(super) fn is_rejected(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    if aftermath::refutes(passage, gathered, cues) {
        return true;
    }
    let floor = floor(passage);
    let mut at = passage.hit.start;
    for _ in 0..3 {
        let Some(cue) = gathered.before(cues.negation, at).filter(|cue| cue.start >= floor) else {
            return false;
        };
        if disowns(passage.between(cue.end, passage.hit.start)) {
            return true;
        }
        at = cue.start;
    }
    false
}

/// Whether the "not" inside the hit denies it: the rule would also have taken the words without it, or those that follow it.
fn denies_own(rule: u32, cue: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    const LOOKED_AT: usize = 32;
    let said = passage.slice(cue);
    if !(said.eq_ignore_ascii_case("not") || said.eq_ignore_ascii_case("never")) || gathered.covers(cues.no_negation, cue) {
        return false;
    }
    let hit = passage.words();
    let (before, after) = ((cue.start - passage.hit.start) as usize, (cue.end - passage.hit.start) as usize);
    if is_of_state(&hit[..before], &hit[after..]) && gathered.takes(rule, &[hit[..before].trim_end(), hit[after..].trim_start()].join(" "))
    {
        return true;
    }
    let from = gathered.hits.partition_point(|h| h.span.start <= cue.end);
    let within = |h: &&Hit| h.rule == rule && h.span.end <= passage.hit.end;
    gathered.hits[from..]
        .iter()
        .take_while(|h| h.span.start < passage.hit.end)
        .take(LOOKED_AT)
        .any(|h| within(&h))
}

/// Whether a "not" between `before` and `after` denies a state, "was not happy", and no deed or belief, which is something
/// itself: "will not allow", "was not considered".
fn is_of_state(before: &str, after: &str) -> bool {
    const FEELINGS: [&str; 6] = ["reassured", "satisfied", "assured", "convinced", "persuaded", "motivated"];
    const BELIEFS: [&str; 7] = ["seen", "felt", "thought", "known", "held", "going", "engaging"];
    let state = words(after)
        .next()
        .is_some_and(|next| (FEELINGS.contains(&next) || !next.ends_with("ed")) && !BELIEFS.contains(&next));
    state && words_back(before).next().is_some_and(is_copula)
}

fn is_copula(word: &str) -> bool {
    ["is", "are", "was", "were", "be", "been"]
        .iter()
        .any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a denial before the hit reaches it. Words that deny by themselves (`doubly`) are denied only by "not accept".
fn is_reached(doubly: bool, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let floor = floor(passage);
    let mut at = passage.hit.start;
    // A cue that only looks like a denial hides none before it, within reach.
    for _ in 0..3 {
        let Some(cue) = gathered.before(cues.negation, at) else { break };
        if cue.start < floor {
            break;
        }
        let gap = Span::new(cue.end, passage.hit.start);
        let retracted = retracts(passage.slice(gap));
        let disowned = retracted || disowns(passage.slice(gap)) || is_verdict(passage.slice(cue));
        let reach = if disowned { BELIEF } else { REACH };
        let far = !has_at_most(passage.slice(gap), BELIEF);
        let is_told = told::is_unlearnt(passage.slice(gap)) || !disowned && told::is_told(cue, gap, passage);
        if far || is_told || scope::is_closed(cue, gap, passage, gathered, cues) {
            break;
        }
        let near = has_at_most(passage.slice(gap), reach);
        let turned = !retracted && gathered.covers_before(cues.no_negation, cue, passage.hit.start);
        if near && (disowned || !doubly || undoes(passage.slice(cue), passage.slice(gap))) && !turned {
            return (disowned || !is_forbidden(cue, passage)) && !is_undone(cue, passage, gathered, cues);
        }
        at = cue.start;
    }
    false
}

/// Whether `cue`, directly before words that deny by themselves, denies them: "did not fail to protect".
fn undoes(cue: &str, gap: &str) -> bool {
    let plain = ["not", "never", "anything but", "far from", "rather than", "instead of"]
        .iter()
        .any(|known| cue.eq_ignore_ascii_case(known));
    let inverted = cue.eq_ignore_ascii_case("nor") && words(gap).next().is_some_and(is_copula) && has_at_most(gap, SHORT);
    inverted || (plain || cue.ends_with("n't")) && (has_at_most(gap, 1) || gap.trim() == "the same as") && !gap.contains([',', '('])
}

/// Where denials of the hit may begin: one outside a quotation is not about the words inside it, unless it stands directly
/// before a word or two ("was not “fine”") or rejects what is quoted ("did not accept that it was “fine”").
fn floor(passage: &Passage<'_>) -> u32 {
    let start = passage.sentence.start;
    let Some(words) = quotation(passage) else { return start };
    let before = passage.between(start, words.start);
    let brief = has_at_most(passage.slice(words), SHORT);
    let outside = brief && (is_predicate(before) || is_contrasted(before, passage.between(words.end, passage.sentence.end)))
        || has_at_most(passage.slice(words), REACH) && rejects(before.trim_end_matches(['"', '\u{201c}', '\u{2018}', '\'', '*']));
    if outside && words.start > start {
        start
    } else {
        words.start.max(start)
    }
}

/// Whether `before` ends in "not", "never a" or another word that sets the next ones aside, or in "nor was" and its subject.
fn is_predicate(before: &str) -> bool {
    let mut inverted = words_back(before).take(SHORT as usize + 1).skip_while(|w| !is_copula(w)).skip(1);
    if inverted.next().is_some_and(|word| word.eq_ignore_ascii_case("nor")) {
        return true;
    }
    let mut back = words_back(before).skip_while(|w| matches!(*w, "a" | "an" | "the"));
    let (last, previous) = (back.next().unwrap_or_default(), back.next().unwrap_or_default());
    matches!(last, "not" | "never" | "without")
        || matches!(
            (previous, last),
            ("instead" | "place", "of") | ("rather", "than") | ("far", "from") | ("anything", "but") | ("opposed", "to")
        )
}

/// Whether a "not" in the clause before a quotation is answered by a "but" directly after it: "will not be done “soon” but on".
fn is_contrasted(before: &str, after: &str) -> bool {
    let clause = before.rsplit([',', ';', ':']).next().unwrap_or_default();
    words(after).next() == Some("but") && words_back(clause).take(REACH as usize).any(|word| word == "not")
}

/// Whether the denial `cue` is itself denied: "not closed without".
fn is_undone(cue: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    passage.slice(cue).eq_ignore_ascii_case("without")
        && gathered.before(cues.negation, cue.start).is_some_and(|earlier| {
            let gap = passage.between(earlier.end, cue.start);
            earlier.start >= passage.sentence.start
                && has_at_most(gap, SHORT)
                && !gap.contains([',', ';', ':'])
                && !words(gap).any(|w| matches!(w, "and" | "or" | "but" | "yet"))
        })
}

/// Whether a failure before the hit leads to it by a "to": "the failure by both agencies to ensure", "failed, over many
/// months, to ensure", "a failure in ensuring".
fn is_failed(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let Some(cue) = gathered.before(cues.failing, passage.hit.start) else {
        return false;
    };
    if cue.start < floor(passage) || gathered.covers(cues.no_negation, cue) {
        return false;
    }
    let gap = passage.between(cue.end, passage.hit.start);
    if !has_at_most(gap, 2 * REACH) || gap.contains([';', ':']) {
        return false;
    }
    let own = words(passage.words()).next().unwrap_or_default();
    if matches!(gap.trim(), "in" | "of" | "at") {
        return own.ends_with("ing");
    }
    let Some(led) = gap.find(" to ") else { return false };
    let (between, rest) = (&gap[..led], Span::new(cue.end + led as u32 + 3, passage.hit.start));
    let joined = between.trim_start().starts_with(',') || words(between).next().is_none_or(is_link);
    joined && has_at_most(passage.slice(rest), REACH) && !scope::is_closed(cue, rest, passage, gathered, cues)
}

/// A word by which a failure goes on to what was failed.
fn is_link(word: &str) -> bool {
    #[rustfmt::skip]
    const LINKS: [&str; 19] = [
        "by", "of", "on", "in", "at", "across", "between", "among", "within", "over", "from", "for", "during", "throughout",
        "either", "even", "again", "yet", "both",
    ];
    word.ends_with("ly") || LINKS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether a denial that reaches only the next words stands before the hit: "should have ensured", "less than robust".
fn is_close(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let before = |set| {
        gathered
            .before(set, passage.hit.start)
            .filter(|cue| cue.start >= floor(passage) && !gathered.covers(cues.no_negation, *cue))
            .map(|cue| passage.between(cue.end, passage.hit.start))
    };
    let adjoins = |gap: &str| has_at_most(gap, 2) && !gap.contains([',', ';', ':', '.']) && !words(gap).any(is_determiner);
    let own = words(passage.words()).next().unwrap_or_default();
    before(cues.negation_close).is_some_and(adjoins)
        || before(cues.unfulfilled).is_some_and(|gap| adjoins(gap) && (own.ends_with("ed") || words(gap).next() == Some("been")))
}

fn is_determiner(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "the" | "any" | "some" | "their" | "his" | "her" | "its" | "this" | "that" | "to" | "and" | "or"
    ) || word.starts_with(|c: char| c.is_ascii_digit())
}
