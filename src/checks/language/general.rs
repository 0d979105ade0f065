//! What is `general` is not said of the family or the service before us: a sentence of a review in which a law, a
//! procedure or a study speaks, or which says what the reviewer was asked to do.

use super::gather::Gathered;
use super::passage::Passage;
use crate::document::{Genre, Setting, Zone};
use crate::patterns::{Cues, SetId};
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
    speaks_generally(passage, gathered, (cues.general, passage.sentence)) || goes_on(passage, gathered, cues)
}

/// Whether the sentence goes on with the duties that the one before it opened: "A school owes a duty under the Act. A lead must
/// be named."
fn goes_on(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    let before = passage.index.and_then(|at| passage.document.sentences.get(at.checked_sub(1)?));
    before.filter(|sentence| sentence.block == passage.block).is_some_and(|sentence| {
        speaks_generally(passage, gathered, (cues.general_duty, passage.sentence))
            && speaks_generally(passage, gathered, (cues.general, sentence.span))
    })
}

/// Whether one of the cues stands in the sentence, in no quotation.
fn speaks_generally(passage: &Passage<'_>, gathered: &Gathered<'_>, (cues, sentence): (SetId, Span)) -> bool {
    let mut at = sentence.start;
    for _ in 0..LOOKED_AT {
        let Some(cue) = gathered.after(cues, at).filter(|cue| cue.end <= sentence.end) else {
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
