//! What is `general` is not said of the family or the service before us: a sentence of a review in which a law, a
//! procedure or a study speaks, or which says what the reviewer was asked to do.

use super::gather::Gathered;
use super::passage::Passage;
use crate::document::{Genre, Setting, Zone};
use crate::patterns::Cues;
use crate::text::Span;

/// Cues looked at in one sentence: the first may stand in a quotation and a later one outside it.
const LOOKED_AT: usize = 4;

/// Whether the author of a review speaks in general in the sentence of `passage`. A law that is quoted is not the author's.
pub(super) fn is_general(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let holder = passage.holder();
    let told = holder.setting == Setting::Narrative && holder.zone != Zone::Table;
    if !told || !matches!(passage.document.genre, Genre::Review | Genre::Inspection) {
        return false;
    }
    let mut at = passage.sentence.start;
    for _ in 0..LOOKED_AT {
        let Some(cue) = gathered.after(cues.general, at).filter(|cue| cue.end <= passage.sentence.end) else {
            return false;
        };
        if !is_quoted(passage, cue) {
            return true;
        }
        at = cue.end;
    }
    false
}

fn is_quoted(passage: &Passage<'_>, cue: Span) -> bool {
    let all = &passage.document.quotations;
    let after = all.partition_point(|q| q.span.start <= cue.start);
    all[..after].last().is_some_and(|q| q.span.contains(cue))
}
