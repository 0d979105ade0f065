//! A passage is `supposed` when its clause opens with "if": a review weighs what might be said, and nobody has said it.

use super::gather::Gathered;
use super::passage::Passage;
use crate::document::Setting;
use crate::patterns::Cues;
use crate::text::Span;

/// Bytes between an "if" and the words it governs.
const REACH: u32 = 120;

/// Whether `passage`, in narrative, is governed by an "if" of its own clause. In plans and minutes an "if" is part of
/// what was agreed.
pub(super) fn is_supposed(passage: &Passage<'_>, gathered: &Gathered<'_>, cues: &Cues) -> bool {
    if passage.holder().setting != Setting::Narrative {
        return false;
    }
    gathered.before(cues.supposed, passage.hit.start).is_some_and(|cue| {
        let gap = passage.between(cue.end, passage.hit.start);
        cue.start >= passage.sentence.start
            && passage.hit.start - cue.end <= REACH
            && !gap.contains([',', ';', ':'])
            && !gathered.covers(cues.no_supposed, Span::new(cue.start, cue.end))
    })
}
