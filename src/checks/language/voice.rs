//! `voice`: whose words a hit is. Words spoken of as words come first, then words between quotation marks, then
//! reported words; what is left is the author's own.

use super::gather::Gathered;
use super::passage::{Passage, has_at_most, words, words_back};
use crate::annotation::Voice;
use crate::document::Zone;
use crate::patterns::{Cues, SetId};
use crate::text::Span;

/// A quotation of at most so many words may be a term.
const TERM: u32 = 8;
/// Bytes that a report ("she said that …") reaches over at most.
const REPORT: u32 = 500;
/// Words from a verb of saying within which its "that" must come.
const LED: usize = 7;
/// Quotations may lie in one another so deep.
const NESTED: usize = 8;

/// Whose words the hit is.
pub(super) fn of(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> Voice {
    let quotation = quotation(passage);
    if is_mentioned(passage, quotation, gathered, cues) {
        Voice::Mentioned
    } else if quotation.is_some() || passage.holder().zone == Zone::Quote {
        Voice::Quoted
    } else if is_reported(passage, gathered, cues) {
        Voice::Reported
    } else {
        Voice::Own
    }
}

/// Whether the hit is given as a term: it fills a quotation, but for an article, or a cue such as "the word" stands
/// before it. Such words are spoken of whatever stands around them.
pub(super) fn is_term(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    match quotation(passage) {
        Some(quotation) => {
            has_at_most(passage.between(quotation.start, passage.hit.start), 1)
                && has_at_most(passage.between(passage.hit.end, quotation.end), 0)
        }
        None => follows(passage, gathered, cues.mention, passage.hit.start),
    }
}

/// Whether a cue that gives words as words, or a report, stands directly before the hit: "used", "described as".
pub(super) fn is_named(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    [cues.mention_quote, cues.report]
        .iter()
        .any(|&set| follows(passage, gathered, set, passage.hit.start))
}

/// Whether words that are set in emphasis from byte `start` of the fold on are what somebody said or wrote.
pub(super) fn is_said(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues, start: u32) -> bool {
    [cues.says, cues.report].iter().any(|&set| follows(passage, gathered, set, start))
}

/// The innermost quotation that holds the hit.
pub(super) fn quotation(passage: &Passage<'_>) -> Option<Span> {
    let all = &passage.document.quotations;
    let after = all.partition_point(|q| q.span.start <= passage.hit.start);
    all[..after]
        .iter()
        .rev()
        .take(NESTED)
        .find(|q| q.block == passage.block && q.span.contains(passage.hit))
        .map(|q| q.span)
}

fn is_mentioned(passage: &Passage<'_>, quotation: Option<Span>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let Some(quotation) = quotation else {
        return follows(passage, gathered, cues.mention, passage.hit.start);
    };
    let words = passage.slice(quotation);
    has_at_most(words, TERM)
        && (follows(passage, gathered, cues.mention, quotation.start)
            || !is_statement(words) && follows(passage, gathered, cues.mention_quote, quotation.start)
            || precedes(passage, gathered, cues.mention_after, quotation.end))
}

/// Whether quoted words say something, and are no mere name for it: they have a verb of their own.
fn is_statement(quoted: &str) -> bool {
    const VERBS: [&str; 19] = [
        "is", "are", "was", "were", "will", "has", "have", "had", "should", "would", "could", "can", "cannot", "does", "did", "we'll",
        "it's", "he's", "she's",
    ];
    words(quoted)
        .skip(1)
        .any(|word| VERBS.iter().any(|verb| word.eq_ignore_ascii_case(verb)))
}

/// Whether a cue of `set` stands directly before byte `at`, other quoted words between them left aside.
fn follows(passage: &Passage<'_>, gathered: &Gathered<'_>, set: SetId, at: u32) -> bool {
    gathered
        .before(set, at)
        .is_some_and(|cue| cue.start >= passage.sentence.start && is_adjacent(passage.between(cue.end, at)))
}

/// Whether a cue of `set` stands directly after byte `at`, other quoted words between them left aside.
fn precedes(passage: &Passage<'_>, gathered: &Gathered<'_>, set: SetId, at: u32) -> bool {
    gathered
        .after(set, at)
        .is_some_and(|cue| cue.end <= passage.sentence.end && is_adjacent(passage.between(at, cue.start)))
}

/// Whether `gap` holds no words of its own: nothing, or the rest of a list of quoted words.
fn is_adjacent(gap: &str) -> bool {
    let marks = gap.bytes().filter(|b| matches!(b, b'"' | b'\'')).take(8).count();
    let own = if marks > 1 { 3 * TERM } else { 0 };
    let bare = [" a ", " an ", " the "].iter().find_map(|article| gap.strip_prefix(article));
    !gap.contains([';', '.']) && has_at_most(bare.unwrap_or(gap), own)
}

fn is_reported(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let opened = gathered.before(cues.report, passage.hit.start).is_some_and(|cue| {
        cue.start >= passage.sentence.start
            && passage.hit.start - cue.end <= REPORT
            && !ends_report(passage.between(cue.end, passage.hit.start))
            && !is_unsaid(passage, cue)
            && !speaks_again(passage, gathered, cues, cue.end)
    });
    opened || is_said_that(passage, gathered, cues) || is_attributed(passage, gathered, cues)
}

/// Whether a verb of saying stands before, with the "that" that it reports by a few words on: "said in interview that".
fn is_said_that(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let mut at = passage.hit.start;
    for _ in 0..3 {
        let Some(cue) = gathered.before(cues.says, at) else { return false };
        let gap = passage.between(cue.end, passage.hit.start);
        if cue.start < passage.sentence.start
            || gap.len() > REPORT as usize
            || ends_report(gap)
            || is_unsaid(passage, cue)
            || speaks_again(passage, gathered, cues, cue.end)
        {
            return false;
        }
        let led = words(gap).take(LED).position(|w| matches!(w, "that" | "whether"));
        let clause = gap.split([',', '"']).next().unwrap_or_default();
        if led.is_some_and(|led| words(clause).count() > led) {
            return true;
        }
        at = cue.start;
    }
    false
}

/// Whether the verb of saying `cue` is itself denied: what "the panel does not say" are the author's words.
fn is_unsaid(passage: &Passage<'_>, cue: Span) -> bool {
    const DENIED: usize = 3;
    #[rustfmt::skip]
    const DENIALS: [&str; 9] = ["not", "cannot", "never", "nowhere", "nobody", "none", "wrong", "unsafe", "temptation"];
    let before = passage.between(passage.sentence.start, cue.start);
    let clause = before.rsplit([',', ';', ':', '"']).next().unwrap_or_default();
    words_back(clause)
        .take(DENIED)
        .any(|word| DENIALS.contains(&word) || word.ends_with("n't"))
}

/// Whether the author speaks again between byte `from` and the hit: "and the panel".
fn speaks_again(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues, from: u32) -> bool {
    gathered
        .before(cues.report_end, passage.hit.start)
        .is_some_and(|end| end.start >= from)
}

/// Whether a report has ended within `gap`, at a new main clause.
fn ends_report(gap: &str) -> bool {
    const AGAIN: [&str; 8] = [
        " and the ",
        " and this ",
        " and it ",
        " and he ",
        " and she ",
        " and they ",
        ", the ",
        " and there ",
    ];
    // What was said between quotation marks ends with them, unless more of it follows.
    if let Some((_, rest)) = gap.rsplit_once('"').or_else(|| gap.rsplit_once("' "))
        && AGAIN.iter().any(|again| format!(" {rest}").contains(again))
    {
        return true;
    }
    const ENDS: [&str; 7] = [";", " but ", " however", " although ", ", which", ", yet ", ", whereas "];
    ENDS.iter().any(|end| gap.contains(end))
}

/// Whether the sentence closes with ", she said", or with ", according to" and a name, or the hit follows ", she said,".
fn is_attributed(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let closes = gathered.after(cues.report_after, passage.hit.end).is_some_and(|cue| {
        cue.end <= passage.sentence.end
            && words_back(passage.between(cue.end, passage.sentence.end)).next().is_none()
            && passage.between(passage.hit.end, cue.start).contains(',')
    });
    let tails = || {
        gathered.after(cues.report_tail, passage.hit.end).is_some_and(|cue| {
            let gap = passage.between(passage.hit.end, cue.start);
            cue.end <= passage.sentence.end && gap.trim_end().ends_with(',') && !ends_report(gap) && has_at_most(gap, TERM)
        })
    };
    let amid = || {
        gathered.before(cues.report_after, passage.hit.start).is_some_and(|cue| {
            let before = passage.between(passage.sentence.start, cue.start);
            let opened = before.trim_end().trim_end_matches(" the").trim_end_matches(" The").ends_with(',');
            cue.start >= passage.sentence.start && opened && passage.between(cue.end, passage.hit.start).starts_with(',')
        })
    };
    closes || tails() || amid()
}
