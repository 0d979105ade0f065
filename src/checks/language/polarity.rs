//! `polarity`: whether a hit is affirmed or denied. A denial reaches forward from its cue to the end of its clause.

use super::gather::Gathered;
use super::passage::{Passage, has_at_most, words};
use super::voice::quotation;
use crate::annotation::Polarity;
use crate::patterns::Cues;
use crate::text::Span;

/// Most words between a denial and what it denies.
const REACH: u32 = 8;

/// Whether the hit is affirmed or denied.
pub(super) fn of(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> Polarity {
    // Words that deny by themselves ("no concerns") affirm what they say, also in a row of such.
    if gathered
        .after(cues.negation, passage.hit.start)
        .is_some_and(|cue| cue.end <= passage.hit.end)
    {
        return Polarity::Asserted;
    }
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
        if !has_at_most(passage.slice(gap), REACH) || is_closed(gap, passage, gathered, cues) {
            break;
        }
        if !gathered.covers(cues.no_negation, cue) {
            return Polarity::Negated;
        }
        at = cue.start;
    }
    Polarity::Asserted
}

/// Whether the clause ends within `gap`, the words between a denial and a hit.
fn is_closed(gap: Span, passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let said = passage.slice(gap);
    if said.contains([';', ':']) {
        return true;
    }
    let turned = gathered
        .before(cues.turn, passage.hit.start)
        .is_some_and(|turn| turn.start >= gap.start && !is_parenthesis(passage, turn));
    let comma = said.trim_end().ends_with(',') && words(passage.words()).next().is_some_and(is_subject);
    turned || comma || said.contains(" however ") || opens_clause(said)
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
    let rest: Vec<&str> = parts.take(8).collect();
    let is_aside = rest.len() == 2 && first.trim().is_empty();
    if !is_aside && rest.iter().any(|part| words(part).next().is_some_and(is_subject)) {
        return true;
    }
    let mut joined = false;
    for word in words(said) {
        if joined && is_subject(word) {
            return true;
        }
        joined = word.eq_ignore_ascii_case("and") || word.eq_ignore_ascii_case("so");
    }
    false
}

/// Whether a clause may begin with `word`.
fn is_subject(word: &str) -> bool {
    const SUBJECTS: [&str; 24] = [
        "he", "she", "it", "they", "we", "i", "you", "the", "this", "that", "these", "those", "there", "his", "her", "their", "its", "all",
        "was", "were", "is", "are", "both", "everyone",
    ];
    SUBJECTS.iter().any(|subject| word.eq_ignore_ascii_case(subject))
}
